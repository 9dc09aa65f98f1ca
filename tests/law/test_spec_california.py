"""California, paragraph by paragraph: small tables, an empty cell is unknown. They are the specification of the rules."""

import pytest

from habeas.law.engine.decide import decide
from habeas.law.model.vocabulary import Act
from tests.law.tables import case, rows
from tests.law.tables import charge as charge_row

DETAINER = {
    "request_kind": "detainer",
    "request_issuer": "ice",
    "request_basis": "civil",
    "request_immigration_enforcement": True,
    "request_asks": frozenset({"hold", "notify", "transfer"}),
    "request_attachments": frozenset({"I-200"}),
    "request_signer": "immigration_officer",
    "request_probable_cause_box": True,
    "request_identity_match": True,
    "agency_local": True,
    "custody_facility": "county_jail",
    "custody_release_date_public": False,
}
CLEAN = {"person_sex_or_arson_registrant": False, "person_federal_felony_arrest_warrant": False, "person_minor": False}
NO_CLASS = {
    "SERIOUS": "F",
    "VIOLENT": "F",
    "STATE_PRISON_FELONY": "F",
    "LISTED_7282_5_A3": "F",
    "WOBBLER": "F",
    "GRADE_FELONY": "F",
    "AGGRAVATED_FELONY_A_TO_P": "F",
    "PROP47_MISDEMEANOR": "F",
}


def outcome(act, row, **more):
    record = charge_row(
        NO_CLASS | {key: text for key, text in row.items() if key not in {"notify", "transfer", "hold"}}
    )
    made = decide(case(charges=[record], **(DETAINER | CLEAN | more)))
    return made.acts[Act(act)].outcome.value


def check(table, **more):
    for row in rows(table):
        for act in ("notify", "transfer", "hold"):
            if act in row:
                assert outcome(act, row, **more) == row[act], row


def test_7282_5_a_1_a_serious_or_violent_felony_conviction_opens_notice_and_transfer_at_any_age():
    check("""
    disposition    | disposed_on | SERIOUS | VIOLENT | notify     | transfer   | hold
    convicted      | 1980-01-01  | T       | F       | may        | may        | must_not
    convicted      | 1980-01-01  | F       | T       | may        | may        | must_not
    convicted      |             | T       |         | may        | may        | must_not
    convicted      | 1980-01-01  | F       | F       | must_not   | must_not   | must_not
    pending        | 2026-01-01  | T       | T       | must_not   | must_not   | must_not
    vacated        | 2026-01-01  | T       | T       | must_not   | must_not   | must_not
                   | 2026-01-01  | T       | T       | unknown    | unknown    | must_not
    juvenile_adjudication | 2026-01-01 | T | T       | unresolved | unresolved | must_not
    """)


def test_7282_5_a_3_a_listed_wobbler_counts_for_five_years_to_the_day():
    check("""
    disposition | disposed_on | LISTED_7282_5_A3 | WOBBLER | notify   | transfer
    convicted   | 2021-11-25  | T                | T       | may      | may
    convicted   | 2021-11-24  | T                | T       | may      | may
    convicted   | 2021-11-23  | T                | T       | must_not | must_not
    convicted   |             | T                | T       | unknown  | unknown
    convicted   | 2021-11-25  | T                | F       | must_not | must_not
    convicted   | 2021-11-25  | T                |         | unresolved | unresolved
    """)


def test_7282_5_a_3_a_listed_felony_counts_for_fifteen_years_to_the_day():
    check("""
    disposition | disposed_on | LISTED_7282_5_A3 | GRADE_FELONY | notify   | transfer
    convicted   | 2011-11-24  | T                | T            | may      | may
    convicted   | 2011-11-23  | T                | T            | must_not | must_not
    convicted   | 2011-11-25  | T                | F            | must_not | must_not
    """)


def test_7282_5_a_3_an_unlisted_kind_is_a_question_to_counsel_never_a_no():
    check("""
    disposition | disposed_on | LISTED_7282_5_A3 | GRADE_FELONY | notify     | transfer
    convicted   | 2020-01-01  |                  | T            | unresolved | unresolved
    """)


def test_7282_5_a_6_an_old_door_with_a_proposition_47_misdemeanor_is_for_counsel():
    check("""
    disposition | disposed_on | SERIOUS | PROP47_MISDEMEANOR | notify     | transfer
    convicted   | 2009-02-02  | T       | T                  | unresolved | unresolved
    convicted   | 2009-02-02  | T       | F                  | may        | may
    convicted   | 2009-02-02  | F       | T                  | must_not   | must_not
    """)


def test_7282_5_b_a_magistrates_finding_opens_notice_and_never_transfer():
    check("""
    disposition    | probable_cause_by | STATE_PRISON_FELONY | notify     | transfer | hold
    held_to_answer | magistrate        | T                   | may        | must_not | must_not
    held_to_answer | magistrate        | F                   | must_not   | must_not | must_not
    held_to_answer | waived            | T                   | unresolved | must_not | must_not
    pending        |                   | T                   | must_not   | must_not | must_not
    """)


@pytest.mark.parametrize(
    ("registrant", "warrant", "wanted"),
    [
        (True, False, "may"),
        (False, True, "may"),
        (False, False, "must_not"),
        (None, False, "unknown"),
        (False, None, "unknown"),
    ],
)
def test_7282_5_a_4_and_5_a_registrant_or_a_federal_felony_warrant_opens_both(registrant, warrant, wanted):
    row = {"disposition": "pending"}
    more = {"person_sex_or_arson_registrant": registrant, "person_federal_felony_arrest_warrant": warrant}
    assert outcome("notify", row, **more) == outcome("transfer", row, **more) == wanted


@pytest.mark.parametrize(("public", "wanted"), [(True, "may"), (False, "must_not"), (None, "unknown")])
def test_7284_6_a_1_c_what_anyone_can_see_may_be_told(public, wanted):
    assert outcome("notify", {"disposition": "pending"}, custody_release_date_public=public) == wanted


@pytest.mark.parametrize(
    ("kind", "signer", "basis", "wanted"),
    [
        ("judicial_warrant", "federal_magistrate_judge", "criminal_immigration", "must"),
        ("judicial_warrant", "immigration_judge", "civil", "must_not"),
        ("judicial_warrant", None, "criminal_immigration", "unknown"),
        ("administrative_warrant", "immigration_officer", "civil", "must_not"),
    ],
)
def test_7284_6_a_4_only_a_federal_judge_lifts_the_ban(kind, signer, basis, wanted):
    more = {
        "request_kind": kind,
        "request_signer": signer,
        "request_basis": basis,
        "request_asks": frozenset({"transfer"}),
    }
    assert outcome("transfer", {"disposition": "pending"}, **more) == wanted


def test_a_record_that_was_not_checked_is_never_a_no():
    record = charge_row(NO_CLASS | {"disposition": "pending"})
    made = decide(case(charges=[record], complete=False, **(DETAINER | CLEAN)))
    assert made.acts[Act.NOTIFY].outcome.value == "unknown"
    other = [ask for ask in made.questions if ask.fact != "person.proof_of_status_given"]
    assert [ask.of for ask in other] == ["records unit"]
    assert made.questions[0].ask == "Has the person's full criminal history been checked?"


def test_an_answer_names_the_days_on_which_it_changes_by_itself():
    record = charge_row(
        NO_CLASS | {"disposition": "convicted", "disposed_on": "2022-03-10", "LISTED_7282_5_A3": "T", "WOBBLER": "T"}
    )
    made = decide(case(charges=[record], **(DETAINER | CLEAN)))
    assert [(day.isoformat(), act.value, to.value) for day, act, to in made.changes_on if act is Act.NOTIFY] == [
        ("2027-03-11", "notify", "must_not")
    ]
