"""Conditions read as a lawyer writes them: nothing of the tree is lost, lists are numbered and joined, terms are defined once."""

from datetime import date

import pytest

from habeas.law.model import expressions as x
from habeas.law.model.expressions import (
    ALWAYS,
    WrongRuleError,
    any_charge,
    ask_counsel,
    charge,
    charge_is,
    custody,
    item,
    on_record,
    person,
    request,
)
from habeas.law.model.provision import Provision
from habeas.law.model.terms import Term, by_meaning, used_in
from habeas.law.packs import PACKS
from habeas.law.pages.pages import place_page
from habeas.law.pages.sentences import lines, negative, numeral, tree

DETAINER = request.kind.is_("detainer")
MINOR = person.flag("minor")
COUNTED = charge.disposition.is_("convicted")


def said(e, terms=()):
    return [f"{'  ' * depth}{words}" for depth, words in lines(tree(e, by_meaning(terms)))]


def test_a_list_is_numbered_and_joined_and_its_last_part_ends_bare():
    e = DETAINER & ~MINOR & (custody.flag("releasable") | on_record(request.signer.is_("state_judge")) | MINOR)
    assert said(e) == [
        "all of the following apply:",
        "  (1) the request is a detainer;",
        "  (2) the person is not a minor; and",
        "  (3) any of the following applies:",
        f"    (a) {tree(custody.flag('releasable'))['words']};",
        "    (b) the record shows that the paper is signed by a state judge; or",
        "    (c) the person is a minor",
    ]


def test_two_plain_parts_stand_in_one_line_and_doubtful_ones_do_not():
    assert said(DETAINER & MINOR) == ["the request is a detainer and the person is a minor"]
    assert len(said(DETAINER & (request.issuer.is_("ice", "cbp")))) == 3


@pytest.mark.parametrize(
    ("e", "words"),
    [
        (~(DETAINER | MINOR), "the request is not a detainer and the person is not a minor"),
        (~(DETAINER & MINOR), "not all of the following apply"),
        (~~MINOR, "the person is a minor"),
        (~request.attachments.includes("I-200"), "do not include I-200"),
        (~ask_counsel("Is it so?", when=MINOR), "to which the answer must be no: Is it so? It arises where"),
        (any_charge(COUNTED & charge_is("serious")), "the record shows a charge to which"),
        (charge.disposed_on.within(5), "no more than 5 years back, its anniversary included"),
        (charge.reduced_on.on_or_after("1900-01-01"), "is recorded"),
        (item("(a)(1)", "a felony", MINOR), "(a)(1): a felony"),
        (ALWAYS, "always"),
    ],
)
def test_each_kind_of_condition_has_its_words(e, words):
    assert words in " ".join(said(e))


def test_none_of_two_is_denied_one_by_one():
    assert said(~(DETAINER | MINOR | custody.flag("releasable")))[0] == "none of the following applies:"


@pytest.mark.parametrize(
    ("statement", "denied"),
    [
        ("the person is a minor", "the person is not a minor"),
        ("the agency has an agreement", "the agency does not have an agreement"),
        ("a judge has found cause", "a judge has not found cause"),
        ("the request comes from ICE", "the request does not come from ICE"),
        ("the papers include I-200", "the papers do not include I-200"),
        ("the charge ended in a conviction", "the charge did not end in a conviction"),
        ("nobody knows", "it is not so that nobody knows"),
    ],
)
def test_a_statement_is_denied_at_its_verb(statement, denied):
    assert negative(statement) == denied


def test_a_term_stands_under_its_name_and_is_found_again_where_a_join_has_flattened_it():
    both = Term("the paper is complete", DETAINER & custody.flag("releasable"))
    e = DETAINER & custody.flag("releasable") & MINOR
    assert said(e, [both]) == ["the paper is complete and the person is a minor"]
    assert list(used_in(e, by_meaning([both]))) == [both]
    assert said(~(DETAINER & custody.flag("releasable")), [both]) == ["the paper is not complete"]


def test_two_terms_of_one_name_are_refused():
    with pytest.raises(WrongRuleError, match="two terms"):
        by_meaning([Term("it is so", MINOR), Term("it is so", DETAINER)])


@pytest.mark.parametrize(
    ("number", "depth", "mark"), [(2, 1, "2"), (2, 2, "b"), (4, 3, "iv"), (2, 4, "B"), (28, 2, "bb"), (3, 5, "3")]
)
def test_marks_of_lists(number, depth, mark):
    assert numeral(number, depth) == mark


@pytest.mark.parametrize("place", PACKS)
def test_no_leaf_of_any_rule_is_lost_from_its_sentence(place):
    for rule in PACKS[place].rules:
        conditions = [rule.when, *([rule.unless] if isinstance(rule, Provision) else [])]
        for condition in conditions:
            text = " ".join(words for _, words in lines(tree(condition)))
            for leaf in (part for part in condition.walk() if not part.parts()):
                positive = tree(leaf)["words"]
                denied = tree(~leaf)["words"]
                assert positive in text or denied in text, f"{rule.id}: {positive}"


@pytest.mark.parametrize("place", PACKS)
def test_every_term_that_a_page_uses_is_defined_on_it_once(place):
    page = place_page(place, date(2026, 11, 29))
    defined = [each["name"] for each in page["definitions"]]
    assert len(defined) == len(set(defined))

    def nodes(node):
        yield node
        for part in node["parts"]:
            yield from nodes(part)

    rules = [
        node for pack in page["packs"] for rule in pack["rules"] for node in (rule["when"], rule.get("unless")) if node
    ]
    every = [each for node in (*rules, *(term["means"] for term in page["definitions"])) for each in nodes(node)]
    assert {each["term"] for each in every if "term" in each} <= set(defined)
    text = " ".join(each["words"] for each in every)
    assert all(name in text or negative(name) in text for name in defined)


def test_no_two_lists_of_a_rule_run_deeper_than_a_reader_can_follow():
    deepest = {
        rule["id"]: max(depth for depth, _ in lines(rule["when"]))
        for pack in place_page("us-ca", date(2026, 11, 29))["packs"]
        for rule in pack["rules"]
    }
    assert max(deepest.values()) <= 6, {name: depth for name, depth in deepest.items() if depth > 6}


def test_a_question_for_counsel_is_marked():
    assert tree(ask_counsel("Is it so?", when=MINOR))["question"] is True
    assert isinstance(ask_counsel("Is it so?", when=MINOR), x.AskCounsel)
