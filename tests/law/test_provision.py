"""A provision that must not be built is refused when it is built, in a sentence that says what is wrong."""

from typing import Any

import pytest

from habeas.law.model.expressions import ALWAYS, WrongRuleError, any_charge, charge_is, person, request
from habeas.law.model.provision import Pack, Provision, secondary, since, verified
from habeas.law.model.vocabulary import Act, Layer, Outcome

SOURCE = verified("Some Code 1", "https://example.org/code/1", "shall not")


def rule(**changes: Any) -> Provision:
    given: dict[str, Any] = {
        "id": "test.rule",
        "acts": (Act.HOLD,),
        "outcome": Outcome.MUST_NOT,
        "when": request.kind.is_("detainer"),
        "sentence": "Nobody is held.",
        "source": SOURCE,
        "effective": since("2020-01-01"),
        "layer": Layer.STATE,
    }
    return Provision(**given | changes)


def test_a_prohibition_may_reach_everyone():
    assert rule().outcome is Outcome.MUST_NOT


@pytest.mark.parametrize("outcome", [Outcome.MAY, Outcome.MUST])
def test_a_permission_or_duty_that_holds_of_an_unknown_person_is_refused(outcome):
    with pytest.raises(WrongRuleError, match="a person about whom nothing is known"):
        rule(outcome=outcome)


def test_a_negated_person_fact_does_not_slip_through():
    assert rule(outcome=Outcome.MUST, when=request.kind.is_("detainer") & ~person.flag("minor")).id == "test.rule"
    with pytest.raises(WrongRuleError, match="nothing is known"):
        rule(outcome=Outcome.MUST, when=person.flag("minor") | request.kind.is_("detainer"))


def test_an_exception_that_permits_everyone_is_refused_too():
    with pytest.raises(WrongRuleError, match="nothing is known"):
        rule(unless=request.flag("probable_cause_box"), otherwise=Outcome.MAY)


def test_an_exception_that_rests_on_the_record_is_fine():
    assert rule(unless=any_charge(charge_is("serious")), otherwise=Outcome.MAY).otherwise is Outcome.MAY


def test_a_permission_that_says_why_it_reaches_everyone_is_fine():
    assert rule(outcome=Outcome.MUST, reaches_everyone="A court's order binds whoever it names.").reaches_everyone


def test_an_act_of_the_agency_itself_is_about_nobody():
    assert rule(acts=(Act.AGREE_287G,), outcome=Outcome.MUST, when=ALWAYS).acts == (Act.AGREE_287G,)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"sentence": " "}, "has no sentence"),
        ({"sentence": "Nobody is held"}, "no full stop"),
        ({"source": verified("", "https://example.org", "words")}, "has no citation"),
        ({"source": verified("Some Code 1", "https://example.org", "")}, "without an address and the words"),
        ({"source": secondary("Some Code 1", "https://example.org", "")}, "does not say what would settle it"),
        ({"effective": since("2020-01-01", to="2019-01-01")}, "ends before it begins"),
        ({"when": charge_is("serious")}, "outside any_charge"),
    ],
)
def test_a_provision_that_lacks_what_counsel_needs_is_refused(changes, complaint):
    with pytest.raises(WrongRuleError, match=complaint):
        rule(**changes)


def test_two_rules_of_one_pack_cannot_share_a_name():
    with pytest.raises(WrongRuleError, match=r"two rules of test are called test\.rule"):
        Pack(id="test", title="Test", provisions=(rule(), rule()))


def test_the_hash_changes_with_any_word_of_the_pack():
    one = Pack(id="test", title="Test", provisions=(rule(),))
    other = Pack(id="test", title="Test", provisions=(rule(sentence="Nobody is kept."),))
    assert one.sha256() == Pack(id="test", title="Test", provisions=(rule(),)).sha256()
    assert one.sha256() != other.sha256()


def test_a_rule_is_in_force_from_its_first_day_to_the_day_before_its_end():
    dated = Pack(id="test", title="Test", provisions=(rule(effective=since("2014-01-01", to="2018-01-01")),))
    in_force = [
        bool(list(dated.in_force(Act.HOLD, day)))
        for day in map(
            __import__("datetime").date.fromisoformat, ("2013-12-31", "2014-01-01", "2017-12-31", "2018-01-01")
        )
    ]
    assert in_force == [False, True, True, False]
