"""A day or time that somebody types is of years that a jail writes; beyond them a zone or a store runs over its end."""

from datetime import UTC, datetime

import pytest

from habeas.common.dates_read import CLOCK_FORMS, DAY_FORMS, DateStyle, day_read, moment_read
from habeas.common.moments import typed_day, typed_time


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01",
        "1799-12-31",
        "2200-01-01",
        "9999-12-31",
        "2026-02-30",
        "02/30/2026",
        "24/11/2026",
        "11/24/26",
        "",
        "²",
    ],
)
def test_a_day_that_nobody_means_is_none(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says it in words of its own
        typed_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01T00:00",
        "9999-12-31T23:59",
        "9999-12-31T23:59-08:00",
        "2026-11-24T25:00",
        "11/24/2026 2500",
        "11/24/2026 13:05 p.m.",
        "11/24/2026 0 5",
        "",
    ],
)
def test_a_time_that_nobody_means_is_none(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says it in words of its own
        typed_time(text)


def test_what_people_write_is_read():
    assert typed_day(" 1979-04-02 ").year == 1979
    assert typed_time("2026-11-25T03:05").hour == 3
    assert typed_time("2026-11-25 03:05-08:00").utcoffset() is not None


@pytest.mark.parametrize(
    "text",
    [
        "11/25/2026 0305",
        "Wed 11/25/2026 0305 hrs",
        "11/25/2026 03:05",
        "11/25/2026 3:05 a.m.",
        "Nov 25, 2026 03:05",
        "2026-11-25 0305 hrs",
    ],
)
def test_a_time_is_read_back_as_pages_write_it(text):
    assert typed_time(text) == datetime(2026, 11, 25, 3, 5)  # noqa: DTZ001 - a time of day; the zone is the jail's


@pytest.mark.parametrize("form", DAY_FORMS)
@pytest.mark.parametrize("clock", CLOCK_FORMS)
@pytest.mark.parametrize("hour", [0, 6, 12, 23])
def test_every_form_that_pages_write_is_read_back(form, clock, hour):
    moment = datetime(2026, 11, 5, hour, 7, tzinfo=UTC)
    style = DateStyle(form, clock)
    assert typed_day(day_read(moment, style)) == moment.date()
    assert typed_time(moment_read(moment, UTC, style)) == moment.replace(tzinfo=None)
