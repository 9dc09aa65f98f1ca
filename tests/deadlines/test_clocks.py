"""Clocks: elapsed hours in UTC, days left out, both changes of the clocks, held to an oracle that walks minute by minute."""

import json
import os
import random
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.common.errors import BadInputError
from habeas.deadlines import clocks
from habeas.deadlines.clocks import BUSINESS, MOVES_ON, RECORDS, days, earliest_of, end_of_day, extended, hours
from habeas.deadlines.excluded_days import WORKING_DAYS, excluded_days, federal_holidays
from tests.custody_time import oracle

AT_LENGTH = os.environ.get("HABEAS_ORACLE") == "whole"
FIRST, LAST = datetime(2024, 1, 1), datetime(2030, 12, 31, 23)  # noqa: DTZ001 - the oracle counts in naive UTC
CHICAGO = "America/Chicago"


def at(text):
    return datetime.fromisoformat(text)


def drawn(number):
    """Starts drawn at random, half of them within three days of a change of the clocks or a holiday."""
    rng = random.Random(20261125)  # noqa: S311 - a test draws its cases
    span = int((LAST - FIRST) / timedelta(hours=1))
    near = [oracle.nth(year, month, 6, count) for year in range(2024, 2031) for month, count in ((3, 2), (11, 1))]
    near += sorted(day for day in oracle.HOLIDAYS if 2024 <= day.year <= 2030)
    for turn in range(number):
        zone = rng.choice(sorted(oracle.ZONES))
        start = FIRST + timedelta(hours=rng.randrange(span), minutes=rng.randrange(60))
        if turn % 2:
            day = datetime.combine(rng.choice(near), datetime.min.time())
            start = day + timedelta(hours=rng.randrange(-60, 60), minutes=rng.randrange(60))
        yield zone, start, rng.choice([1, 16, 24, 47, 48, 48, 48, 72, 96]), rng.random() < 0.6


def test_a_sample_of_clocks_ends_where_a_walk_minute_by_minute_ends():
    for zone, start, count, excluding in drawn(160):
        made = hours(start.replace(tzinfo=UTC), count, WORKING_DAYS if excluding else (), zone)
        assert made.ends_at.astimezone(UTC).replace(tzinfo=None) == oracle.end_by_minutes(
            zone, start, count * 60, excluding
        )


@pytest.mark.skipif(
    not AT_LENGTH, reason="set HABEAS_ORACLE=whole to hold every hour of 2024-2030 in eight zones to the oracle"
)
@pytest.mark.parametrize("zone", sorted(oracle.ZONES))
def test_every_hour_of_seven_years_ends_where_the_minutes_end(zone):
    """The walk of the oracle, every minute once: minutes that count are added up, and an end is the minute where the sum is reached."""
    minutes = int((LAST - FIRST) / oracle.MINUTE) + 40 * 24 * 60
    moments = [FIRST + number * oracle.MINUTE for number in range(minutes)]
    counting = np.array([oracle.counts(zone, moment, True) for moment in moments], dtype=np.int64)
    after = np.cumsum(counting)
    for number in range(0, int((LAST - FIRST) / oracle.MINUTE) + 1, 60):
        start = moments[number].replace(tzinfo=UTC)
        flat = hours(start, 48, (), zone).ends_at.astimezone(UTC).replace(tzinfo=None)
        assert flat == moments[number] + timedelta(hours=48)
        wanted = (after[number - 1] if number else 0) + 48 * 60
        end = FIRST + (int(np.searchsorted(after, wanted)) + 1) * oracle.MINUTE
        assert hours(start, 48, WORKING_DAYS, zone).ends_at.astimezone(UTC).replace(tzinfo=None) == end


def test_legal_federal_holidays_are_those_of_the_statute_and_no_others():
    for year in range(2021, 2036):
        assert set(federal_holidays(year)) == oracle.holidays_as_observed(year)


@pytest.mark.parametrize(
    ("left_out", "start", "end"),
    [
        (("sunday", "federal_holiday"), "2026-07-02T09:00:00-05:00", "2026-07-06T09:00:00-05:00"),
        (("saturday", "federal_holiday"), "2027-07-02T09:00:00-05:00", "2027-07-06T09:00:00-05:00"),
        (("federal_holiday",), "2027-12-23T09:00:00-06:00", "2027-12-26T09:00:00-06:00"),
    ],
)
def test_a_holiday_on_a_weekend_day_that_counts_leaves_out_one_day_and_not_two(left_out, start, end):
    assert hours(at(start), 48, left_out, CHICAGO).ends_at == at(end)


def test_a_state_holiday_never_lengthens_a_hold():
    cesar_chavez_day = hours(at("2026-03-31T09:00:00-07:00"), 24, WORKING_DAYS, "America/Los_Angeles")
    assert cesar_chavez_day.skipped == ()
    assert cesar_chavez_day.ends_at == at("2026-04-01T09:00:00-07:00")


def test_a_courts_own_holidays_count_only_where_the_courts_list_is_given():
    with pytest.raises(BadInputError, match="the court's own list"):
        excluded_days(["court_holiday"])
    out = excluded_days(["court_holiday"], {date(2026, 3, 31): "Cesar Chavez Day"})
    made = hours(at("2026-03-31T09:00:00-07:00"), 24, out, "America/Los_Angeles")
    assert made.ends_at == at("2026-04-02T00:00:00-07:00")
    assert made.skipped[0].why == "Cesar Chavez Day, a holiday of the court"


def test_the_hour_that_the_clocks_lose_in_march_is_not_lost_to_the_hold():
    made = hours(at("2026-03-06T18:00:00-06:00"), 48, (), CHICAGO)
    assert made.ends_at.isoformat() == "2026-03-08T19:00:00-05:00"
    assert "1 hour later on the wall" in " ".join(made.arithmetic)


def test_the_hour_that_the_clocks_win_in_november_is_not_an_hour_of_detention_more():
    made = hours(at("2026-10-31T12:00:00-05:00"), 48, (), CHICAGO)
    assert made.ends_at.isoformat() == "2026-11-02T11:00:00-06:00"
    assert made.elapsed == timedelta(hours=48)


def test_a_change_of_clocks_on_a_day_left_out_moves_nothing_and_is_not_told():
    made = hours(at("2026-03-06T18:00:00-06:00"), 48, WORKING_DAYS, CHICAGO)
    assert made.ends_at.isoformat() == "2026-03-10T18:00:00-05:00"
    assert "The clocks go" not in " ".join(made.arithmetic)


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("2026-11-25T16:00:00-06:00", "2026-11-30T16:00:00-06:00", "Thanksgiving Day, a legal federal holiday"),
        (
            "2026-07-02T09:00:00-05:00",
            "2026-07-07T09:00:00-05:00",
            "Independence Day (observed), a legal federal holiday",
        ),
        (
            "2027-12-30T12:00:00-06:00",
            "2028-01-04T12:00:00-06:00",
            "New Year's Day (observed), a legal federal holiday",
        ),
    ],
)
def test_a_hold_over_a_holiday_says_what_did_not_count(start, end, why):
    made = hours(at(start), 48, WORKING_DAYS, CHICAGO)
    assert made.ends_at == at(end)
    assert made.skipped[0].why == why
    assert made.skipped[-1].ends - made.skipped[0].begins <= timedelta(days=4)


def test_a_count_that_fills_at_the_last_minute_of_a_day_ends_there():
    assert hours(at("2026-03-05T00:00:00-06:00"), 48, WORKING_DAYS, CHICAGO).ends_at == at("2026-03-07T00:00:00-06:00")


def test_a_count_that_begins_on_a_day_left_out_begins_to_count_with_the_next_that_counts():
    made = hours(at("2026-03-07T10:00:00-06:00"), 1, WORKING_DAYS, CHICAGO)
    assert made.ends_at == at("2026-03-09T01:00:00-05:00")
    assert made.skipped[0].begins == at("2026-03-07T10:00:00-06:00")


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 1)),  # noqa: DTZ001 - made aware below
    st.integers(0, 240),
    st.integers(0, 48),
    st.sampled_from(sorted(oracle.ZONES)),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_more_hours_or_a_later_start_never_end_sooner_and_what_counted_is_what_was_asked(
    start, count, more, zone, excluding
):
    out, begun = WORKING_DAYS if excluding else (), start.replace(tzinfo=UTC)
    made = hours(begun, count, out, zone)
    assert hours(begun, count + more, out, zone).ends_at >= made.ends_at
    assert hours(begun + timedelta(hours=more), count, out, zone).ends_at >= made.ends_at
    left_out = sum((each.ends.astimezone(UTC) - each.begins.astimezone(UTC) for each in made.skipped), timedelta())
    assert made.elapsed - left_out == timedelta(hours=count)


def test_days_leave_out_the_day_they_begin_on_and_end_with_the_last():
    made = days(at("2026-11-20T12:00:00-08:00"), 10, "America/Los_Angeles")
    assert made.ends_at.isoformat() == "2026-11-30T23:59:00-08:00"


def test_business_days_pass_over_weekends_and_holidays():
    made = days(at("2026-11-24T12:00:00-08:00"), 2, "America/Los_Angeles", BUSINESS)
    assert made.ends_at.date() == date(2026, 11, 27)
    assert [each.why for each in made.skipped] == ["Thanksgiving Day, a legal federal holiday"]


def test_a_records_clock_that_ends_on_a_weekend_moves_on_and_a_custody_clock_never_does():
    made = days(at("2026-11-18T12:00:00-08:00"), 10, "America/Los_Angeles", MOVES_ON, kind=RECORDS)
    assert made.ends_at.date() == date(2026, 11, 30)
    with pytest.raises(BadInputError, match="clock on custody"):
        days(at("2026-11-18T12:00:00-08:00"), 10, "America/Los_Angeles", MOVES_ON)


def test_the_end_of_the_day_is_its_last_minute_in_the_jails_own_zone():
    made = end_of_day(at("2026-03-07T05:30:00+00:00"), CHICAGO)
    assert made.ends_at.isoformat() == "2026-03-06T23:59:00-06:00"
    late = end_of_day(at("2026-03-06T23:59:30-06:00"), CHICAGO)
    assert late.ends_at == late.started_at


def test_the_earliest_of_several_keeps_all_of_them():
    start = at("2026-03-06T18:00:00-06:00")
    made = earliest_of([hours(start, 48, (), CHICAGO), end_of_day(start, CHICAGO)])
    assert made.ends_at.isoformat() == "2026-03-06T23:59:00-06:00"
    assert len(made.parts) == 2
    assert json.loads(json.dumps(made.as_data()))["parts"][0]["ends_at"] == "2026-03-08T19:00:00-05:00"
    assert "48 hours" in made.rule


def test_no_function_pauses_a_clock_and_none_extends_a_clock_on_custody():
    assert not [name for name in dir(clocks) if "pause" in name or "stop" in name]
    hold = hours(at("2026-03-06T18:00:00-06:00"), 48, (), CHICAGO)
    with pytest.raises(BadInputError, match="a clock on custody never is"):
        extended(hold, hours(at("2026-03-07T18:00:00-06:00"), 48, (), CHICAGO), "the officer asked for more")
    with pytest.raises(AttributeError):
        hold.ends_at = at("2026-03-20T18:00:00-06:00")


def test_a_records_clock_is_extended_by_a_new_event_and_keeps_what_it_was():
    first = days(at("2026-11-18T12:00:00-08:00"), 10, "America/Los_Angeles", kind=RECORDS)
    second = days(
        at("2026-11-25T12:00:00-08:00"),
        14,
        "America/Los_Angeles",
        kind=RECORDS,
        trigger="the notice of unusual circumstances",
    )
    made = extended(first, second, "the notice was sent")
    assert made.ends_at.date() == date(2026, 12, 9)
    assert made.parts == (first,)
    late = days(at("2026-12-01T12:00:00-08:00"), 14, "America/Los_Angeles", kind=RECORDS)
    with pytest.raises(BadInputError, match="ran out"):
        extended(first, late, "the notice was sent")


def test_a_clock_has_run_out_at_its_very_end():
    made = hours(at("2026-03-06T18:00:00-06:00"), 48, (), CHICAGO)
    assert made.is_past(at("2026-03-08T19:00:00-05:00"))
    assert not made.is_past(at("2026-03-08T18:59:59-05:00"))


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: hours(datetime(2026, 3, 6), 48, (), CHICAGO), "with its offset"),  # noqa: DTZ001 - the fault tested
        (lambda: hours(at("2026-03-06T18:00:00-06:00"), -1, (), CHICAGO), "A count of -1 hours"),
        (lambda: hours(at("2026-03-06T18:00:00-06:00"), 48, ["easter"], CHICAGO), '"easter" is no kind of day'),
        (lambda: hours(at("2026-03-06T18:00:00-06:00"), 48, (), "Chicago"), '"Chicago" is no time zone'),
        (lambda: earliest_of([]), "at least one"),
        (lambda: hours(at("9999-12-31T23:00:00-06:00"), 48, (), CHICAGO), "check the year"),
        (lambda: hours(at("0001-01-01T00:00:00+14:00"), 48, (), CHICAGO), "check the year"),
    ],
)
def test_what_cannot_be_counted_is_said_in_one_sentence(call, says):
    with pytest.raises(BadInputError, match=says):
        call()
