"""When a report is due, and for which days; and a law whose first day is not known is unresolved until it must have begun."""

from dataclasses import replace
from datetime import date

import pytest

from habeas.law.model.decode import decode_pack
from habeas.law.model.encode import encode
from habeas.law.model.expressions import WrongRuleError, request
from habeas.law.model.periods import owed
from habeas.law.model.provision import Pack, Periodic, Provision, secondary, since
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Every, Layer, Outcome
from habeas.law.packs import PACKS

SOURCE = secondary("A statute", "https://example.org", "Read it.")
MONTHLY = Periodic(
    id="x.monthly", every=Every.MONTH, what="a count", to="the commission", due_months=1, due_day=5, sentence="A count is owed.",
    source=SOURCE, effective=since("2026-01-15"),
)  # fmt: skip


def days(duty, first, last):
    return [
        (str(each.first), str(each.last), str(each.due))
        for each in owed(duty, date.fromisoformat(first), date.fromisoformat(last))
    ]


def test_a_monthly_report_is_due_on_its_day_of_the_month_that_follows():
    assert days(MONTHLY, "2026-02-05", "2026-03-05") == [
        ("2026-01-15", "2026-01-31", "2026-02-05"),
        ("2026-02-01", "2026-02-28", "2026-03-05"),
    ]
    assert days(MONTHLY, "2026-02-06", "2026-03-04") == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"every": Every.QUARTER, "due_day": 31}, [("2026-01-15", "2026-03-31", "2026-04-30"), ("2026-04-01", "2026-06-30", "2026-07-31")]),
        ({"every": Every.HALF_YEAR, "due_months": 2}, [("2026-01-15", "2026-06-30", "2026-08-05")]),
        ({"every": Every.YEAR, "due_months": 0, "due_day": 31}, [("2026-01-15", "2026-12-31", "2026-12-31")]),
        ({"every": Every.YEAR, "year_begins": 7}, [("2026-01-15", "2026-06-30", "2026-07-05")]),
        ({"every": Every.YEAR, "effective": since("2020-01-01", "2026-12-31")}, [("2025-01-01", "2025-12-31", "2026-01-05")]),
    ],
)  # fmt: skip
def test_each_period_and_its_day(change, found):
    assert days(replace(MONTHLY, **change), "2026-01-01", "2026-12-31")[:2] == found


@pytest.mark.parametrize(
    ("place", "duty", "due"),
    [
        ("us-tx", "us-tx.gov-511.0101-monthly", ["2026-10-05", "2026-11-05", "2026-12-05"]),
        ("us-fl", "us-fl.908.11-2", ["2026-10-01"]),
        ("us-il", "us-il.805-25-yearly", []),
        ("us-nc", "us-nc.162-62-e-yearly", ["2026-10-01"]),
    ],
)
def test_the_reports_of_the_states_fall_due_on_the_day_their_law_names(place, duty, due):
    found = next(each for each in PACKS[place].periodic if each.id == duty)
    assert [day for _, _, day in days(found, "2026-10-01", "2026-12-31")] == due


def test_the_first_reports_are_due_on_the_first_day_their_law_names():
    first = {
        each.id: days(each, "2021-01-01", "2026-12-31")[0][2]
        for place in ("us-fl", "us-il", "us-nc")
        for each in PACKS[place].periodic
    }
    assert first == {
        "us-fl.908.11-2": "2025-04-01",
        "us-il.805-25-yearly": "2022-03-01",
        "us-nc.162-62-e-yearly": "2025-10-01",
    }


@pytest.mark.parametrize(
    "change", [{"due_day": 0}, {"due_day": 32}, {"due_months": 13}, {"what": " "}, {"to": ""}, {"year_begins": 0}]
)
def test_a_periodic_duty_that_says_too_little_cannot_be_built(change):
    with pytest.raises(WrongRuleError, match=r"x\.monthly"):
        replace(MONTHLY, **change)


def test_periodic_duties_are_of_the_text_of_a_pack_and_are_read_back():
    pack = Pack(id="x", title="X", periodic=(MONTHLY,))
    assert decode_pack(encode(pack)) == pack
    assert pack.sha256() != Pack(id="x", title="X").sha256()
    assert "periodic" not in encode(Pack(id="x", title="X"))
    with pytest.raises(WrongRuleError, match="two rules"):
        Pack(id="x", title="X", periodic=(MONTHLY, MONTHLY))


RULE = Provision(
    id="x.no-hold", acts=(Act.HOLD,), outcome=Outcome.MUST_NOT, when=request.kind.is_("detainer"), sentence="Nobody is held.",
    source=SOURCE, effective=since("2026-07-01"), layer=Layer.STATE,
)  # fmt: skip


def test_a_law_whose_first_day_is_not_known_is_unresolved_until_it_must_have_begun():
    pack = Pack(id="x", title="X", provisions=begins_between(RULE, "2026-01-01"))
    said = {
        day: [each.outcome for each in pack.in_force(Act.HOLD, date.fromisoformat(day))]
        for day in ("2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01")
    }
    assert said == {
        "2025-12-31": [],
        "2026-01-01": [Outcome.UNRESOLVED],
        "2026-06-30": [Outcome.UNRESOLVED],
        "2026-07-01": [Outcome.MUST_NOT],
    }


@pytest.mark.parametrize("earliest", ["2026-07-01", "2026-07-02"])
def test_a_law_cannot_have_begun_after_its_latest_day(earliest):
    with pytest.raises(WrongRuleError, match="cannot have begun"):
        begins_between(RULE, earliest)
