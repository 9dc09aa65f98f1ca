"""A hold whose own end is over is forbidden: before the day asked, before the release, never from an unknown."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest

from habeas.answers.reasons import because
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.decide import decide, decide_outcome
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.vocabulary import Act, Outcome
from tests.law.test_ends import GOOD_PAPER, case

RELEASE = "2026-11-20T10:00:00"
PLACES = ["us-tx", "us-fl", "us-ok", "us-nc", "us-ga", "us-ia"]


def _on(place, day, release_at=RELEASE):
    return replace(case(place, release_at), as_of=date.fromisoformat(day))


@pytest.mark.parametrize("place", PLACES)
def test_moving_the_day_past_the_end_closes_the_hold_and_moving_it_before_leaves_it(place):
    ahead = decide(_on(place, "2026-11-20")).acts[Act.HOLD]
    assert ahead.outcome in {Outcome.MUST, Outcome.MAY}
    last = ahead.until.date()
    assert decide(_on(place, last.isoformat())).acts[Act.HOLD].outcome is ahead.outcome
    after = _on(place, (last + timedelta(days=1)).isoformat())
    made = decide(after).acts[Act.HOLD]
    assert (made.outcome, made.end) == (Outcome.MUST_NOT, None)
    assert made.ended.ends_at == ahead.until
    assert decide_outcome(after, Act.HOLD, resolve(place)) is Outcome.MUST_NOT


def test_the_sentence_says_when_it_ended_and_by_which_law_and_the_letter_says_so_too():
    made = decide(_on("us-tx", "2026-11-30")).acts[Act.HOLD]
    (reason,) = made.controlling
    assert "2A.060 ended 2026-11-22 10:00 CST (Sun) (48 hours after the time of release)" in reason.provision.sentence
    assert because([made], "detainer") == "the time for the hold ended at 10:00 a.m. local time on November 22, 2026"


def test_an_unknown_time_of_release_closes_nothing():
    assert decide(_on("us-tx", "2026-11-30", None)).acts[Act.HOLD].outcome is Outcome.MUST


def test_an_end_before_the_release_closes_the_hold():
    paper = GOOD_PAPER | {"received_at": "2025-01-20T09:00:00-05:00"}
    given = replace(case("us-nc", "2025-02-03T14:00:00-05:00", request=paper), as_of=date(2025, 1, 20))
    assert decide(given).acts[Act.HOLD].outcome is Outcome.MUST_NOT


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11-30"])
def test_columns_say_the_same(day):
    one = _on("us-tx", day)
    row = {"id": ["a", "b"], "custody.release_at": [one.custody["release_at"], None]}
    people = pl.DataFrame(row).with_columns(pl.lit("none").alias("person.proof_of_status_given"))
    found = decide_frame(people, None, one, [Act.HOLD])
    alone = [
        decide(replace(one, charges=(), charges_known=False, custody={"release_at": at}))
        for at in row["custody.release_at"]
    ]
    assert found.get_column("hold.outcome").to_list() == [each.acts[Act.HOLD].outcome.value for each in alone]
