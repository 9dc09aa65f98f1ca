"""Silence is no leave: where no law that was read speaks of what is asked, county counsel is asked; where any speaks, it alone answers."""

from datetime import date

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.combine import RuleStanding
from habeas.law.engine.decide import decide
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs import PACKS


def made(place, kind, asks, day="2026-06-01", **request):
    row = {
        "id": "c",
        "jurisdiction": place,
        "as_of": day,
        "request": {"kind": kind, "asks": asks, "issuer": "ice", "basis": "civil", "signer": "immigration_officer"}
        | request,
        "person": {"proof_of_status_given": "none"},
        "custody": {"facility": "county_jail", "releasable": True},
        "charges": [],
        "agency": {},
    }
    return decide(read_case(row))


@pytest.mark.parametrize("place", ["us-wa", "us-il"])
@pytest.mark.parametrize("kind", ["transfer_request", "notification_request"])
@pytest.mark.parametrize("act", ["delay_release", "hold"])
def test_a_request_to_keep_somebody_is_a_hold_request_whatever_its_form_is_called(place, kind, act):
    assert made(place, kind, [act], identity_match=True).acts[Act(act)].outcome is Outcome.MUST_NOT
    came = made(place, kind, [act], identity_match=True, attached_signer="state_judge", attached_cancelled=False)
    assert came.acts[Act(act)].outcome is Outcome.UNRESOLVED


def test_illinois_called_a_request_for_notice_a_detainer_from_the_first():
    assert made("us-il", "notification_request", ["notify"], "2018-06-01").acts[Act.NOTIFY].outcome is Outcome.MUST_NOT


def test_where_nothing_was_read_the_question_is_counsels_and_says_so():
    answer = made("us-wy", "interview_request", ["interview"]).acts[Act.INTERVIEW]
    assert answer.outcome is Outcome.UNRESOLVED
    assert [reason.provision.id for reason in answer.controlling] == ["us.nothing-read"]
    assert any(ask.counsel and ask.ask.startswith("No law that was read") for ask in answer.questions)


@pytest.mark.parametrize("place", sorted(PACKS))
def test_where_any_law_speaks_or_could_speak_nothing_is_said_of_silence(place):
    for kind, asks in (("detainer", ["hold", "notify", "transfer"]), ("records_request", ["share_personal"])):
        for answer in made(place, kind, asks).acts.values():
            left = [reason.provision.layer for reason in answer.reasons]
            assert Layer.NOTHING_READ not in left or len(set(left)) == 1


def test_a_crime_that_is_no_immigration_matter_is_not_what_the_packs_are_about():
    found = made("us-wy", "interview_request", ["interview"], issuer="fbi", basis="criminal_other")
    assert found.acts[Act.INTERVIEW].outcome is Outcome.SILENT


def test_a_rule_whose_exception_holds_says_nothing_whatever_it_says_of_lower_law():
    """An excepted rule that lower law may not go beyond had counted as speaking, and what was asked was met with silence."""
    another = {"attachments": ["AO 442"], "identity_match": False, "names_person": True}
    asked = made("us", "transfer_request", ["hold"], "1946-03-21", issuer="cbp", **another)
    assert asked.acts[Act.HOLD].outcome is Outcome.UNRESOLVED
    rules = [rule for pack in PACKS.values() for rule in pack.provisions if rule.otherwise is None]
    assert any(rule.lower is not Lower.EITHER for rule in rules)
    assert not [rule.id for rule in rules for applies in (True, None) if RuleStanding(rule, applies, True).speaks]


@pytest.mark.parametrize("place", sorted(each for each in PACKS if each != "us"))
def test_in_no_state_is_anybody_kept_on_a_civil_paper_by_the_leave_of_federal_law_alone(place):
    """Federal law asks and orders nothing: a state or county rule allows the hold, or counsel is asked; none must be kept on a detainer
    that came without its warrant, whoever sent it."""
    complete = {"probable_cause_box": True, "identity_match": True, "served_on_person": True, "attachments": ["I-200"]}
    starts = {day for day in resolve(place).change_dates(Act.HOLD) if day.year > 1997}
    for day in sorted(starts | {date(1998, 1, 2), date(2026, 11, 30)}):
        for issuer in ("ice", "cbp"):
            answer = made(place, "detainer", ["hold"], day.isoformat(), issuer=issuer, **complete).acts[Act.HOLD]
            bare = made(place, "detainer", ["hold"], day.isoformat(), issuer=issuer, **complete | {"attachments": []})
            assert bare.acts[Act.HOLD].outcome is not Outcome.MUST, (day, issuer)
            allow = [reason for reason in answer.reasons if reason.outcome in {Outcome.MUST, Outcome.MAY}]
            assert answer.outcome not in {Outcome.MUST, Outcome.MAY} or any(
                reason.provision.layer is not Layer.FEDERAL for reason in allow
            ), (day, issuer)
