"""Counsel's own frame of a letter: fields from a known list, nothing of the answer left out, no code."""

import pytest

from habeas.answers.build import answer_nobody
from habeas.answers.compose import letter_facts
from habeas.answers.letter import letter_text
from habeas.answers.letter_template import BUILT_IN, check_template, with_template
from habeas.answers.package import BUILT, TEMPLATE, package_files
from habeas.common.errors import BadInputError
from tests.answers.helpers import ice, made
from tests.answers.test_letters import SUBJECT, warrant

FRAME = """We write about the {document}.

{received}

{answer}

{statements}

{office} reserves all rights, {request_number}
of {date} included. {agency}.
"""
MISPLACED = "each a paragraph by itself"


def facts_of(folder, **more):
    return letter_facts(made(folder, ice(SUBJECT | more), "us-ca-los-angeles").answer)


def test_the_frame_of_the_program_changes_nothing(tmp_path):
    facts = facts_of(tmp_path)
    assert with_template(facts, BUILT_IN) == facts == with_template(facts, " ")


def test_counsels_words_stand_around_what_is_generated(tmp_path):
    facts = facts_of(tmp_path)
    framed = with_template(facts, FRAME)
    assert framed.opening == ("We write about the Immigration Detainer (Form I-247A).", *facts.opening)
    assert framed.items == facts.items
    assert framed.after[:-1] == facts.after
    assert framed.after[-1].startswith(
        "the Sheriff's Office reserves all rights, ICE-2025-0714-CA of July 17, 2025 included."
    )
    text = letter_text(framed)
    assert text.index("responds as follows") < text.index("1. The Sheriff")


def test_a_value_that_looks_like_a_field_is_no_field(tmp_path):
    request = ice(SUBJECT) | {"form": "{statements}", "to": {"agency": "{answer} {unknown}"}}
    framed = with_template(letter_facts(made(tmp_path, request, "us-ca-los-angeles").answer), FRAME)
    assert framed.after[-1].endswith("{answer} {unknown}.")
    assert framed.opening[0] == "We write about the Immigration Detainer (Form {statements})."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (BUILT_IN + "\n{inmate}", "{inmate} is no field of a letter"),
        (BUILT_IN + "\n{office.__class__}", "is no field"),
        (BUILT_IN + "\n{}", "is no field"),
        (BUILT_IN + "\n{% if x %}", "is no field"),
        (BUILT_IN + "\n{ office", "A brace stands alone"),
        (BUILT_IN + "\n{{office}}", "A brace stands alone"),
        ("{received}\n\n{answer}", MISPLACED),
        (BUILT_IN + "\n{answer}", MISPLACED),
        ("{answer}\n\n{received}\n\n{statements}", MISPLACED),
        ("{received}\n\nWe say: {answer}\n\n{statements}", MISPLACED),
        ("{received}\n{answer}\n{statements}", MISPLACED),
        (BUILT_IN + "\n\u202e", "cannot be printed"),
        (BUILT_IN + "x" * 8_000, "at most 8,000"),
    ],
)
def test_what_is_no_template_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(BadInputError, match=sentence) as refused:
        check_template(text)
    assert str(refused.value).count(". ") == 0


def test_a_letter_that_answers_nothing_act_by_act_stays_as_it_is(tmp_path):
    nobody = letter_facts(answer_nobody(made(tmp_path / "1", ice(SUBJECT), "us-ca-los-angeles").answer.setting))
    lodged = letter_facts(made(tmp_path / "2", warrant(), "us-ca-los-angeles").answer)
    for facts in (nobody, lodged):
        assert with_template(facts, FRAME) is facts


def test_the_package_keeps_the_template_and_the_letter_without_it(tmp_path):
    found = made(tmp_path, ice(SUBJECT), "us-ca-los-angeles")
    files = package_files(found.answer, found.hashes, ("en",), None, (), FRAME)
    assert files[TEMPLATE].decode() == FRAME
    assert b"reserves all rights" in files["outgoing/letter.txt"]
    assert b"reserves all rights" not in files[BUILT]
    assert TEMPLATE not in package_files(found.answer, found.hashes, ("en",))
