"""A box for a day or time takes what people type, on the jail's clock, and says back what it filled in."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from habeas.common.dates_read import CLOCK_FORMS, DAY_FORMS
from habeas.desk.forms.local_times import read_day, read_moment
from habeas.desk.models import Office
from habeas.desk.services.office.office import for_field

JAIL = ZoneInfo("America/Los_Angeles")
NOW = datetime(2026, 11, 30, 14, 5, tzinfo=JAIL)


def an_office(days="us", clock="24"):
    return Office(time_zone="America/Los_Angeles", date_form=days, clock_form=clock)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("0230", "11/30 0230"),
        ("230", "11/30 0230"),
        ("2:30", "11/30 0230"),
        ("02:30", "11/30 0230"),
        ("2:30 pm", "11/30 1430"),
        ("2:30 P.M.", "11/30 1430"),
        ("1430 hrs", "11/30 1430"),
        ("11/29 2350", "11/29 2350"),
        ("11/29, 23:50", "11/29 2350"),
        ("11/29/26 2350", "11/29 2350"),
        ("11/29/2026 2350", "11/29 2350"),
        ("2026-11-29T23:50", "11/29 2350"),
        ("Sun 11/29/2026 2350 hrs", "11/29 2350"),
    ],
)
def test_a_time_is_read_as_people_type_it(typed, read):
    assert read_moment(typed, an_office(), NOW).astimezone(JAIL).strftime("%m/%d %H%M") == read


@pytest.mark.parametrize(
    "typed",
    [
        "11/30",
        "11/30/2026",
        "2026-11-30",
        "2560",
        "99:10",
        "13:05 pm",
        "13/40 0230",
        "yesterday",
        "2",
        "",
        "11/29/19 0230",
    ],
)
def test_a_time_that_is_none_is_refused_and_a_day_alone_supposes_no_midnight(typed):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says it in words of its own
        read_moment(typed, an_office(), NOW)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("11/30", date(2026, 11, 30)), ("1/2", date(2027, 1, 2)), ("6/15", date(2026, 6, 15)), ("11/30/26", date(2026, 11, 30)),
        ("02/20/1988", date(1988, 2, 20))],
)  # fmt: skip
def test_a_day_without_its_year_is_the_nearest(typed, read):
    assert read_day(typed, an_office(), NOW) == read


@pytest.mark.parametrize("typed", ["02/20/88", "2/30", "0230", "", "11"])
def test_a_year_of_two_digits_far_from_today_is_never_guessed(typed):
    with pytest.raises(ValueError):  # noqa: PT011
        read_day(typed, an_office(), NOW)


def test_an_evening_of_last_year_is_last_years():
    found = read_moment("12/31 2350", an_office(), datetime(2027, 1, 1, 0, 10, tzinfo=JAIL))
    assert found.astimezone(JAIL).year == 2026


def test_the_hour_that_the_clocks_skip_is_no_time():
    with pytest.raises(ValueError, match="no such time"):
        read_moment("03/08/2026 0230", an_office(), NOW)


@pytest.mark.parametrize(("label", "utc"), [("PDT", 8), ("PST", 9)])
def test_the_hour_that_comes_twice_is_told_apart_by_its_zone(label, utc):
    found = read_moment(f"11/01/2026 0130 {label}", an_office(), NOW)
    assert found.astimezone(UTC).hour == utc


def test_a_zone_that_is_not_the_jails_is_not_passed_over():
    with pytest.raises(ValueError, match="no such time"):
        read_moment("11/01/2026 0130 EST", an_office(), NOW)


@pytest.mark.parametrize("days", DAY_FORMS)
@pytest.mark.parametrize("clock", CLOCK_FORMS)
@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 1, 8, 30, tzinfo=UTC),
        datetime(2026, 11, 1, 9, 30, tzinfo=UTC),
        datetime(2026, 7, 4, 7, 0, tzinfo=UTC),
    ],
)
def test_what_a_box_holds_is_read_back_as_the_same_moment(days, clock, moment):
    here = an_office(days, clock)
    assert read_moment(for_field(moment, here), here, NOW) == moment


@pytest.mark.django_db
def test_what_was_left_out_is_said_back(clerk):
    page = clerk.post("/intake/", {"said": "1", "channel": "phone", "received_at": "0005"}, follow=True)
    said = [str(each) for each in page.context["messages"]]
    assert any("Received: “0005” was read as " in each and "0005 hrs" in each for each in said), said


@pytest.mark.django_db
def test_a_time_in_full_needs_no_word(clerk):
    page = clerk.post("/intake/", {"said": "1", "channel": "phone", "received_at": "03/01/2026 2200"}, follow=True)
    assert not any("was read as" in str(each) for each in page.context["messages"])


@pytest.mark.django_db
def test_the_desk_reads_a_box_before_it_is_sent(clerk):
    read = clerk.post("/times/read/", {"kind": "moment", "text": "0230"})
    assert (read.status_code, read.content.decode()[-8:]) == (200, "0230 hrs")
    refused = clerk.post("/times/read/", {"kind": "moment", "text": "half past"})
    assert refused.status_code == 422
    assert "enter the date and time as" in refused.content.decode()
    assert clerk.post("/times/read/", {"kind": "day", "text": "11/30/2026"}).content == b"Read as 11/30/2026"


@pytest.mark.django_db
def test_no_box_of_the_browsers_own_clock_is_left():
    from pathlib import Path

    import habeas.desk

    own = [
        path.name
        for path in Path(habeas.desk.__file__).parent.rglob("*.html")
        if 'type="datetime-local"' in path.read_text() or 'type="date"' in path.read_text()
    ]
    assert not own, "one box for days and times: {% moment_box %} and {% day_box %}"
