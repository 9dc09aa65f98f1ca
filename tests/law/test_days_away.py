"""A window counted in days before a release: from day to day where the jail is, in one case and in columns, and it opens by itself."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.decide import decide
from habeas.law.engine.evaluate import evaluate
from habeas.law.model.expressions import WrongRuleError, custody, request
from habeas.law.model.vocabulary import Act, Outcome


def case(release_at, place="us-va", as_of="2026-11-24", **request_):
    paper = {
        "kind": "detainer",
        "asks": ["transfer"],
        "issuer": "ice",
        "basis": "civil",
        "signer": "immigration_officer",
    }
    jail = {"facility": "county_jail", "releasable": False} | ({"release_at": release_at} if release_at else {})
    person = {"proof_of_status_given": "none"}
    made = {
        "id": "c",
        "jurisdiction": place,
        "as_of": as_of,
        "request": paper | request_,
        "person": person,
        "custody": jail,
    }
    return read_case(made)


@pytest.mark.parametrize(
    ("release_at", "place", "within"),
    [
        ("2026-11-29T23:30:00-05:00", "us-va", True),
        ("2026-11-30T00:30:00-05:00", "us-va", False),
        ("2026-11-30T02:00:00+00:00", "us-va", True),
        ("2026-11-29T23:30:00", "us-va", True),
        ("2026-11-20T10:00:00-05:00", "us-va", True),
        (None, "us-va", None),
        ("2026-11-29T23:30:00-05:00", "us", None),
    ],
)
def test_the_days_are_counted_where_the_jail_is(release_at, place, within):
    assert evaluate(custody.release_at.days_away(5), case(release_at, place)) is within


def test_only_a_time_has_such_a_window_and_it_has_a_length():
    for fact, days in ((request.kind, 5), (custody.release_at, 0)):
        with pytest.raises(WrongRuleError):
            fact.days_away(days)


@pytest.mark.parametrize(
    ("release_at", "outcome"),
    [
        ("2026-12-20T10:00:00-05:00", Outcome.MUST_NOT),
        ("2026-11-27T10:00:00-05:00", Outcome.MAY),
        (None, Outcome.UNKNOWN),
    ],
)
def test_virginia_hands_over_in_the_last_five_days_and_not_before(release_at, outcome):
    made = decide(case(release_at)).acts[Act.TRANSFER]
    assert made.outcome is outcome
    assert release_at is not None or any(ask.fact == "custody.release_at" for ask in made.questions)


def test_the_law_that_answers_the_floor_opens_it_for_ices_detainer_alone():
    made = decide(case("2026-11-27T10:00:00-05:00", issuer="cbp")).acts[Act.TRANSFER]
    assert made.outcome is Outcome.UNRESOLVED


def test_the_day_on_which_the_window_opens_is_told():
    changes = decide(case("2026-12-20T10:00:00-05:00")).changes_on
    assert (date(2026, 12, 15), Act.TRANSFER, Outcome.MAY) in changes


@pytest.mark.parametrize("place", ["us-va", "us"])
def test_columns_say_the_same(place):
    times = ["2026-11-29T23:30:00-05:00", "2026-11-30T00:30:00-05:00", "2026-12-20T10:00:00-05:00", None]
    alone = [case(each, place) for each in times]
    sample = replace(
        alone[0], custody={name: value for name, value in alone[0].custody.items() if name != "release_at"}
    )
    column = pl.Series([each.custody.get("release_at") for each in alone]).cast(pl.Datetime("us", "UTC"))
    people = pl.DataFrame({"id": [str(number) for number in range(len(times))], "custody.release_at": column})
    people = people.with_columns(
        pl.lit("none").alias("person.proof_of_status_given"), pl.lit(False).alias("custody.releasable")
    )
    found = decide_frame(people, None, sample, [Act.TRANSFER]).get_column("transfer.outcome").to_list()
    assert found == [decide(each).acts[Act.TRANSFER].outcome.value for each in alone]
