"""Days and moments as people read them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from habeas.common.dates_read import CLOCK_FORMS, DAY_FORMS, DateStyle, dates_read, day_read, moment_read, time_left

ZONE = ZoneInfo("America/Los_Angeles")
MORNING = datetime(2026, 11, 29, 14, 13, tzinfo=UTC)


def test_a_day_and_a_moment_are_written_as_an_american_jail_writes_them():
    assert day_read(date(1988, 2, 20)) == "02/20/1988"
    assert moment_read(MORNING, ZONE) == "Sun 11/29/2026 0613 hrs"


def test_every_form_the_office_can_choose_writes_its_own_example():
    assert {key: day_read(date(1988, 2, 20), DateStyle(days=key)) for key in DAY_FORMS} == dict(DAY_FORMS)
    written = {key: moment_read(MORNING, ZONE, DateStyle(clock=key)) for key in CLOCK_FORMS}
    assert written == {key: f"Sun 11/29/2026 {example}" for key, example in CLOCK_FORMS.items()}


@pytest.mark.parametrize(
    ("hour", "says"), [(0, "12:30 a.m."), (11, "11:30 a.m."), (12, "12:30 p.m."), (23, "11:30 p.m.")]
)
def test_the_twelve_hour_clock_knows_midnight_and_noon(hour, says):
    assert moment_read(datetime(2026, 7, 4, hour, 30, tzinfo=ZONE), ZONE, DateStyle(clock="12")).endswith(says)


def test_the_hour_that_comes_twice_names_its_zone():
    first, second = (datetime(2026, 11, 1, hour, 30, tzinfo=UTC) for hour in (8, 9))
    assert moment_read(first, ZONE) == "Sun 11/01/2026 0130 hrs PDT"
    assert moment_read(second, ZONE) == "Sun 11/01/2026 0130 hrs PST"


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("It ends 2026-11-29 06:13 PST (Sun), after 48 hours.", "It ends Sun 11/29/2026 0613 hrs, after 48 hours."),
        ("dated 2026-11-28", "dated 11/28/2026"),
        ("2026-11-29T14:13:00+00:00", "Sun 11/29/2026 0613 hrs"),
        ("2026-11-29T14:13:00.5Z; 1988-02-20.", "Sun 11/29/2026 0613 hrs; 02/20/1988."),
        ("2026-02-30 and 2026-13-01", "2026-02-30 and 2026-13-01"),
        ("0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00+00:00"),
        (
            "R-2026-00061, kit-2026-11-29, /2026-11-29/x, 12026-11-29",
            "R-2026-00061, kit-2026-11-29, /2026-11-29/x, 12026-11-29",
        ),
        ("no date", "no date"),
    ],
)
def test_days_inside_a_stored_sentence_are_read_as_days(stored, read):
    assert dates_read(stored, ZONE) == read


def test_time_left_is_short():
    assert [time_left(timedelta(minutes=each)) for each in (5, 125, -125, 4560)] == [
        "5 min",
        "2 h 05 min",
        "2 h 05 min",
        "3 d 4 h",
    ]
