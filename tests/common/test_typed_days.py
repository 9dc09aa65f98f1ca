"""A day or time that somebody types is of years that a jail writes; beyond them a zone or a store runs over its end."""

import pytest

from habeas.common.moments import typed_day, typed_time


@pytest.mark.parametrize(
    "text", ["0001-01-01", "1799-12-31", "2200-01-01", "9999-12-31", "2026-02-30", "11/24/2026", "", "²"]
)
def test_a_day_that_nobody_means_is_none(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says it in words of its own
        typed_day(text)


@pytest.mark.parametrize(
    "text", ["0001-01-01T00:00", "9999-12-31T23:59", "9999-12-31T23:59-08:00", "2026-11-24T25:00", ""]
)
def test_a_time_that_nobody_means_is_none(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says it in words of its own
        typed_time(text)


def test_what_people_write_is_read():
    assert typed_day(" 1979-04-02 ").year == 1979
    assert typed_time("2026-11-25T03:05").hour == 3
    assert typed_time("2026-11-25 03:05-08:00").utcoffset() is not None
