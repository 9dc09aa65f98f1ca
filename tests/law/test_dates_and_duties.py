"""First days, last days and duties that nothing else held: each fails when its guard is taken out."""

from datetime import date

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.evaluate import evaluate
from habeas.law.model import expressions as x
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.vocabulary import Act

PAPER = {"kind": "detainer", "issuer": "ice", "basis": "civil", "signer": "immigration_officer", "attachments": ["I-200"],
         "probable_cause_box": True, "identity_match": True}  # fmt: skip
JAIL = {"facility": "county_jail", "release_date_public": False}
KNOWN = {"proof_of_status_given": "none", "sex_or_arson_registrant": False, "federal_felony_arrest_warrant": False}
CHARGED = {"description": "larceny", "grade": "misdemeanor", "disposition": "pending"}
ROBBERY = {"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2015-03-01"}


def decided(place: str, day: str, charges=(), person=KNOWN):
    row = {"id": "a", "jurisdiction": place, "as_of": day, "request": PAPER, "person": person, "custody": JAIL}
    return decide(read_case(row | {"charges": list(charges)}))


@pytest.mark.parametrize(
    ("day", "notify"),
    [("2021-08-01", "must_not"), ("2021-08-02", "must_not"), ("2025-01-01", "must_not")],
)
def test_illinois_bars_notice_under_the_act_of_2017_and_under_the_way_forward_act(day, notify):
    assert decided("us-il", day).acts[Act.NOTIFY].outcome.value == notify


@pytest.mark.parametrize(("day", "notify"), [("2025-09-30", "may"), ("2025-10-01", "must"), ("2026-09-30", "must")])
def test_north_carolinas_notice_is_ordered_from_1_october_2025(day, notify):
    assert decided("us-nc", day, [CHARGED]).acts[Act.NOTIFY].outcome.value == notify


def test_north_carolinas_hold_of_2025_is_in_force_on_its_first_day():
    rules = {reason.provision.id for reason in decided("us-nc", "2025-10-01", [CHARGED]).acts[Act.HOLD].controlling}
    assert rules == {"us-nc.162-62-b1-2025"}


def test_a_notice_in_california_owes_the_person_and_their_attorney_the_same_words():
    owed = {due.duty.what.value for due in decided("us-ca", "2026-11-24", [ROBBERY]).duties}
    assert {"notify_person_in_writing", "notify_attorney_or_designee"} <= owed


def test_a_duty_of_an_act_that_is_still_open_is_not_certain():
    unknown = {key: value for key, value in KNOWN.items() if key != "sex_or_arson_registrant"}
    for person, certain in ((KNOWN, True), (unknown, False)):
        charges = [ROBBERY] if certain else []
        made = decided("us-ca", "2026-11-24", charges, person)
        assert (made.acts[Act.NOTIFY].outcome.value == "unknown") is not certain
        told = [due.certain for due in made.duties if due.duty.what.value == "notify_person_in_writing"]
        assert told == [certain]


@pytest.mark.parametrize(
    ("day", "within"),
    [("2026-11-24", True), ("2026-11-25", False), ("2021-11-24", True), ("2021-11-23", False)],
)
def test_a_look_back_counts_the_day_itself_and_the_anniversary(day, within):
    condition = x.any_charge(x.charge.disposed_on.within(5))
    charge = ChargeRecord({"disposed_on": date.fromisoformat(day)})
    case = Case("a", "us-ca", date(2026, 11, 24), charges=(charge,), charges_known=True, record_complete=True)
    assert evaluate(condition, case) is within


def test_a_conviction_of_tomorrow_is_a_question_and_an_indictment_holds_nobody_to_answer():
    tomorrow = decided("us-ca", "2026-11-24", [ROBBERY | {"disposed_on": "2027-01-15"}])
    assert tomorrow.acts[Act.TRANSFER].outcome.value == "unknown"
    held = {"statute": "PC 187(a)", "grade": "felony", "disposition": "held_to_answer"}
    assert decided("us-ca", "2026-11-24", [held]).acts[Act.NOTIFY].outcome.value == "may"
    indicted = decided("us-ca", "2026-11-24", [held | {"probable_cause_by": "indictment"}])
    assert indicted.acts[Act.NOTIFY].outcome.value == "must_not"


@pytest.mark.parametrize("place", ["us-la", "us-la-orleans", "us-in", "us-fl", "us-tx"])
@pytest.mark.parametrize(
    "spoiled", [{"request": {"identity_match": False}}, {"person": {"proof_of_status_given": "us_citizen"}}]
)
def test_nobody_is_written_up_as_held_on_a_detainer_for_somebody_else_or_after_proof_of_citizenship(place, spoiled):
    """A false word to the bail judge can cost a person bail."""
    row = {
        "id": "a", "jurisdiction": place, "as_of": "2026-11-24", "custody": JAIL,
        "request": PAPER | {"asks": ["hold", "notify", "transfer"], "probable_cause_box": True} | spoiled.get("request", {}),
        "person": KNOWN | spoiled.get("person", {}),
    }  # fmt: skip
    made = decide(read_case(row))
    assert made.acts[Act.HOLD].outcome.value == "must_not"
    assert not {due.duty.what.value for due in made.duties} & {
        "notify_bail_judge",
        "record_in_case_file",
        "inform_person_of_detainer",
    }
