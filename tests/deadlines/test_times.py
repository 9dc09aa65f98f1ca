"""An end and its arithmetic: the earliest of all that bind, told only where each is known, in the place's own time, across both changes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.answers.ends import until_words
from habeas.common.canonical import canonical_json
from habeas.deadlines.clocks import Clock, clock_from, zone_of
from habeas.deadlines.times import (
    ZONE,
    At,
    Earliest,
    EndOfDay,
    GivenTime,
    NotKnown,
    PlusHours,
    end_data,
    end_from,
    facts_of_time,
    first_of,
    work_out,
)
from habeas.law.model.vocabulary import Act


@dataclass(frozen=True)
class Fact:
    key: str
    says: str


RELEASE, RECEIPT = Fact("custody.release_at", "the time of release"), Fact("request.received_at", "the receipt")
TWO_DAYS, DAYS_END = PlusHours(At(RELEASE), 48), EndOfDay(At(RELEASE))


def ended(expression, zone, **times):
    known = {f"custody.{key}": datetime.fromisoformat(value) for key, value in times.items()}
    return work_out(expression, GivenTime(lambda fact: known.get(fact.key), zone, "the section"))


@pytest.mark.parametrize(
    ("expression", "zone", "release_at", "ends"),
    [
        (DAYS_END, "America/New_York", "2026-11-20T22:00:00-05:00", "2026-11-20T23:59:00-05:00"),
        (DAYS_END, "America/New_York", "2026-11-21T00:30:00-05:00", "2026-11-21T23:59:00-05:00"),
        (DAYS_END, "America/New_York", "2026-11-21T04:30:00+00:00", "2026-11-20T23:59:00-05:00"),
        (DAYS_END, "America/New_York", "2026-11-20T23:59:30-05:00", "2026-11-20T23:59:30-05:00"),
        (DAYS_END, "America/New_York", "2026-03-08T01:30:00", "2026-03-08T23:59:00-04:00"),
        (DAYS_END, "America/New_York", "2026-11-01T00:30:00-04:00", "2026-11-01T23:59:00-05:00"),
        (TWO_DAYS, "America/Chicago", "2026-03-06T18:00:00", "2026-03-08T19:00:00-05:00"),
        (TWO_DAYS, "America/Chicago", "2026-10-30T18:00:00", "2026-11-01T17:00:00-06:00"),
        (TWO_DAYS, "America/Phoenix", "2026-03-06T18:00:00", "2026-03-08T18:00:00-07:00"),
        (TWO_DAYS, "America/Chicago", "2026-11-01T01:30:00", "2026-11-03T00:30:00-06:00"),
        (TWO_DAYS, "America/Chicago", "2026-03-08T02:30:00", "2026-03-10T02:30:00-05:00"),
        (PlusHours(At(RELEASE), 48, True), "America/Denver", "2026-11-25T18:00:00", "2026-11-30T18:00:00-07:00"),
    ],
)
def test_an_end_stands_in_the_places_own_time(expression, zone, release_at, ends):
    found = ended(expression, zone, release_at=release_at)
    assert isinstance(found, Clock)
    assert found.ends_at.isoformat() == ends


def test_a_clock_time_that_comes_twice_counts_the_first_time_and_says_so():
    found = ended(TWO_DAYS, "America/Chicago", release_at="2026-11-01T01:30:00")
    assert found.started_at.isoformat() == "2026-11-01T01:30:00-05:00"
    assert "the earlier counts" in found.arithmetic[0]
    assert "the earlier counts" not in " ".join(
        ended(TWO_DAYS, "America/Chicago", release_at="2026-11-02T01:30:00").arithmetic
    )


def test_a_clock_time_that_does_not_exist_says_so_and_what_is_counted():
    found = ended(TWO_DAYS, "America/New_York", release_at="2027-03-14T02:20:00")
    assert found.started_at.isoformat() == "2027-03-14T01:20:00-05:00"
    said = found.arithmetic[0]
    assert "does not exist" in said
    assert "2027-03-14 01:20 EST" in said
    assert "two readings" not in said


def test_hours_after_a_time_with_its_offset_need_no_zone_and_everything_else_asks_for_it():
    flat = ended(TWO_DAYS, None, release_at="2026-11-20T22:00:00-05:00")
    assert flat.ends_at.isoformat() == "2026-11-22T22:00:00-05:00"
    for expression, release_at in [
        (TWO_DAYS, "2026-11-20T22:00:00"),
        (DAYS_END, "2026-11-20T22:00:00-05:00"),
        (PlusHours(At(RELEASE), 48, True), "2026-11-20T22:00:00-05:00"),
    ]:
        found = ended(expression, None, release_at=release_at)
        assert isinstance(found, NotKnown)
        assert found.asks == (ZONE,)


def test_of_several_ends_the_first_governs_and_both_stay_in_the_arithmetic():
    ends = [ended(each, "America/New_York", release_at="2026-11-20T22:00:00-05:00") for each in (TWO_DAYS, DAYS_END)]
    found = first_of(ends)
    assert found.ends_at.isoformat() == "2026-11-20T23:59:00-05:00"
    assert len(found.parts) == 2
    assert any("48 hours" in step for step in found.arithmetic)


def test_an_end_is_not_told_though_another_that_binds_is_unknown():
    known = ended(TWO_DAYS, "America/New_York", release_at="2026-11-20T22:00:00-05:00")
    unknown = ended(PlusHours(At(RECEIPT), 24), "America/New_York")
    found = first_of([known, unknown])
    assert isinstance(found, NotKnown)
    assert found.asks == ("request.received_at",)
    assert found.at_latest == known
    assert found.rule == "the earliest of: 48 hours after the time of release; 24 hours after the receipt"
    assert isinstance(
        ended(Earliest((TWO_DAYS, PlusHours(At(RECEIPT), 24))), None, release_at="2026-11-20T22:00:00-05:00"), NotKnown
    )


def test_a_rule_that_perhaps_binds_keeps_a_later_end_from_being_told_and_not_an_earlier_one():
    two_days, same_day = (
        ended(each, "America/New_York", release_at="2026-11-20T22:00:00-05:00") for each in (TWO_DAYS, DAYS_END)
    )
    open_end = first_of([two_days], [same_day])
    assert isinstance(open_end, NotKnown)
    assert open_end.at_latest == two_days
    assert first_of([same_day], [two_days]) == same_day
    assert isinstance(first_of([], [two_days]), NotKnown)


def test_two_layers_that_say_the_same_are_told_once():
    one, other = (ended(TWO_DAYS, "America/Chicago", release_at="2026-11-20T22:00:00") for _ in range(2))
    assert first_of([one, other]) == one


def test_an_end_comes_back_from_storage_as_it_was():
    known = first_of(
        [ended(each, "America/New_York", release_at="2026-11-20T22:00:00-05:00") for each in (TWO_DAYS, DAYS_END)]
    )
    skips = ended(PlusHours(At(RELEASE), 48, True), "America/Denver", release_at="2026-11-25T18:00:00")
    for clock in (known, skips):
        assert canonical_json(clock_from(clock.as_data()).as_data()) == canonical_json(clock.as_data())
        assert end_from(end_data(clock)).ends_at == clock.ends_at
    unknown = first_of([known, ended(At(RECEIPT), None)])
    back = end_from(end_data(unknown), unknown.rule)
    assert (back.rule, back.asks, back.at_latest.ends_at) == (unknown.rule, unknown.asks, known.ends_at)
    assert end_data(None) is None


def test_the_facts_a_time_counts_from_are_named():
    assert facts_of_time(Earliest((TWO_DAYS, EndOfDay(At(RECEIPT))))) == ("custody.release_at", "request.received_at")


ZONES = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "Pacific/Honolulu",
]


@given(
    st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2026-12-28")),
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    st.sampled_from([TWO_DAYS, DAYS_END, At(RELEASE)]),
)
def test_moving_a_places_zone_moves_the_end_by_exactly_the_difference(moment, zone, other, expression):
    """What the clock on the wall says decides: another zone moves start and end by the hours between the zones at each."""
    here, there = (ended(expression, each, release_at=moment.isoformat()) for each in (zone, other))
    if any("has no offset" in step for each in (here, there) for step in each.arithmetic):
        return  # a time that does not exist or comes twice in one of them is another time of the day there
    started = (there.started_at - here.started_at) == (here.started_at.utcoffset() - there.started_at.utcoffset())
    assert started
    if isinstance(expression, PlusHours):
        assert there.ends_at - here.ends_at == there.started_at - here.started_at
        assert there.elapsed == here.elapsed == timedelta(hours=48)
    else:
        assert there.ends_at.replace(tzinfo=None) == here.ends_at.replace(tzinfo=None)


@pytest.mark.parametrize(("fold", "name"), [(0, "EDT"), (1, "EST")])
def test_a_letter_names_the_hour_that_the_clocks_show_twice(fold, name):
    end = datetime.fromisoformat("2026-11-01T01:30:00").replace(tzinfo=zone_of("America/New_York"), fold=fold)
    assert f"1:30 a.m. local time ({name}) on November 1, 2026" in until_words(Act.HOLD, end, None)
    assert "(" not in until_words(Act.HOLD, end.replace(hour=3), None)
