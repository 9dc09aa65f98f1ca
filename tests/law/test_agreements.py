"""Where a State forbids agreements under 8 USC 1357(g), one that is still on record opens no arrest by itself."""

from datetime import date

import polars as pl
import pytest

from habeas.law.engine.case_files import as_it_stands, read_case, with_finding
from habeas.law.engine.columns.standing import as_they_stand
from habeas.law.engine.decide import decide
from habeas.law.model.vocabulary import Act, Outcome
from habeas.law.packs import PACKS

FORBID = [
    pack.id
    for pack in PACKS.values()
    if pack.id != "us"
    and any(Act.AGREE_287G in rule.acts and rule.outcome is Outcome.MUST_NOT for rule in pack.provisions)
]


def decided(place, day="2026-11-30", kind="administrative_warrant", charges=(), **more):
    paper = {"kind": kind, "issuer": "ice", "signer": "immigration_officer", "basis": "civil", "identity_match": True,
             "asks": ["arrest"], "attachments": ["I-200"]}  # fmt: skip
    row = {"id": "a", "jurisdiction": place, "as_of": day, "request": paper | more.get("request", {})}
    person = {"proof_of_status_given": "none", "history_complete": True, "sex_or_arson_registrant": False,
              "federal_felony_arrest_warrant": False}  # fmt: skip
    jail = {"facility": "county_jail", "release_date_public": False}
    rest = {"agency": {"agreement_287g": True}, "person": person, "custody": jail}
    return decide(read_case(row | rest | {"charges": list(charges)}))


@pytest.mark.parametrize("kind", ["administrative_warrant", "detainer"])
@pytest.mark.parametrize("place", FORBID)
def test_no_arrest_is_opened_by_an_agreement_that_the_state_forbids(place, kind):
    assert decided(place, kind=kind).acts[Act.ARREST].outcome not in {Outcome.MAY, Outcome.MUST}


def test_before_the_ban_the_agreement_opened_it():
    assert decided("us-md", "2026-02-16").acts[Act.ARREST].outcome is Outcome.MAY
    assert decided("us-md", "2026-02-17").acts[Act.ARREST].outcome is Outcome.UNRESOLVED


def test_missouris_check_of_status_is_no_jails_by_itself_before_its_number_changed_either():
    asks = {"request": {"kind": "status_inquiry", "asks": ["query_ice"], "attachments": []}}
    charged = [{"statute": "RSMo 569.170", "grade": "felony", "disposition": "pending"}]
    for day in ("2016-12-31", "2017-01-01"):
        made = decided("us-mo", day, charges=charged, **asks).acts[Act.QUERY_ICE]
        assert made.outcome in {Outcome.UNKNOWN, Outcome.UNRESOLVED}, (
            "whether this jail made the arrest is not on record"
        )
        assert "custody.initial_custody" in {ask.fact for ask in made.questions}
        assert decided("us-mo", day, **asks).acts[Act.QUERY_ICE].outcome is Outcome.MAY, "nobody is charged"


@pytest.mark.parametrize(
    ("description", "outcome"),
    [
        ("LEWD ACT; PRELIMINARY HEARING WAIVED BY THE DEFENDANT", "unresolved"),
        ("Lewd act (waived prelim)", "unresolved"),
        ("LEWD ACT - WAIVED PX", "unresolved"),
        ("LEWD ACT", "may"),
        ("LEWD ACT; FEES WAIVED", "may"),
    ],
)
def test_a_hearing_that_the_charge_says_was_waived_found_no_cause(description, outcome):
    held = {"statute": "PC 288(a)", "grade": "felony", "disposition": "held_to_answer", "description": description}
    asks = {"request": {"kind": "notification_request", "asks": ["notify"], "attachments": []}}
    made = decided("us-ca", charges=[held], **asks)
    assert made.acts[Act.NOTIFY].outcome.value == outcome


def test_columns_read_a_waived_hearing_as_one_case_does():
    frame = pl.LazyFrame(
        {"charge.disposition": ["held_to_answer"] * 3, "charge.description": ["X; PRELIM WAIVED", "X", None]}
    )
    read = as_they_stand(frame, pl.lit(date(2026, 1, 1))).collect()
    assert read.get_column("charge.probable_cause_by").to_list() == ["waived", "magistrate", "magistrate"]


WAYS = (
    ("dismissed", "mental health diversion, no plea", None), ("dismissed", "diversion after plea", None), ("dismissed", "robbery", None),
    ("convicted", "diversion denied", None), ("pending", "diversion", None), ("dismissed", "diverted", "after_conviction"),
    ("dismissed", None, None), ("dismissed", "PC 1000 diversion", None), ("dismissed", "diversion terminated", None),
)  # fmt: skip


def test_columns_read_a_diversion_as_one_case_does():
    names = ("charge.disposition", "charge.description", "charge.dismissed_under")
    rows = [dict(zip(names, way, strict=True)) for way in WAYS]
    frame = pl.LazyFrame(rows, schema=dict.fromkeys(names, pl.String))
    found = as_they_stand(frame, pl.lit(date(2026, 1, 1))).collect().get_column("charge.dismissed_under").to_list()
    given = [{key.removeprefix("charge."): value for key, value in row.items() if value is not None} for row in rows]
    alone = [
        as_it_stands(with_finding(each, each.get("description")), date(2026, 1, 1)).get("dismissed_under")
        for each in given
    ]
    assert found == alone
    assert found[0] == "diversion"
