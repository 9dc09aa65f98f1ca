"""What came before tonight in the demonstration: closed requests of 26 months, a roster for each month, and when each request came.

Nothing here touches a desk: `demo.desk` tells it through the desk's own services, each step at its own time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from habeas.demo.county import County, build_county
from habeas.demo.stories import DETAINER, JUDGE, NOTICE_ONLY, PUBLIC, Story

MONTHS = 26
"""How many months of history `habeas demo` tells: 24 of them are old enough to be printed."""
PEOPLE = 200
PAST_SEED = 20240901
"""How many invented people a year of the past draws from, and the seed that makes them others than those of tonight."""
_EVERY_MONTH: tuple[Story, ...] = (
    Story("detainer", "closed", 22, source=DETAINER),
    Story("detainer", "reading", 30, source=DETAINER),
    Story("detainer", "closed", 64, source=DETAINER),
    Story("", "set_aside", 40, channel="mail"),
)
_IN_TURN = (
    Story("notification_request", "closed", 20, source=NOTICE_ONLY),
    Story("detainer", "closed", 24, source=DETAINER),
    Story("judicial_warrant", "closed", 72, source=JUDGE),
    Story("detainer", "closed", 84, source=DETAINER),
    Story("public_records_request", "closed", 160, channel="email", source=PUBLIC),
)
"""What comes once in so many months."""


@dataclass(frozen=True, slots=True)
class PastMonth:
    """One month: the roster that is received on its first morning, and what comes in it, each with its time and its person's number."""

    morning: datetime
    stories: tuple[tuple[datetime, Story, str], ...]


def past_months(now: datetime, months: int, zone: ZoneInfo) -> list[PastMonth]:
    """So many whole months before that of `now`, oldest first; an empty list for 0."""
    here = now.astimezone(zone).date().replace(day=1)
    return [_month(_back(here, each), months - each, zone) for each in range(months, 0, -1)]


def _back(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def _month(first: date, number: int, zone: ZoneInfo) -> PastMonth:
    told: tuple[Story, ...] = (*_EVERY_MONTH, _IN_TURN[number % len(_IN_TURN)])
    if number % 3 == 1:
        told = told[1:]  # months differ, as they do
    came = [
        (datetime.combine(first + timedelta(days=2 + 5 * place + number % 4), time(8 + number % 9, 10), zone), story)
        for place, story in enumerate(told)
    ]
    morning = datetime.combine(first, time(6), zone)
    return PastMonth(morning, tuple((at, each, f"H{number:03}{place}") for place, (at, each) in enumerate(came)))


@cache
def _county(year: int, state: str) -> County:
    """The people of a year of the past: others than those of tonight."""
    return build_county(state, PEOPLE, date(year, 1, 1), PAST_SEED + year)


def past_roster(month: PastMonth, state: str) -> County:
    """The roster of one month: for each of its requests an invented person under a number of their own, booked days before."""
    county = _county(month.morning.year, state)
    ids = list(dict.fromkeys(row["person_id"] for row in county.rows if row.get("person_id")))
    start = 10 + 5 * int(month.stories[0][2][1:4]) % (PEOPLE - 20)
    rows = [
        row
        for (_, _, number), source in zip(month.stories, ids[start:], strict=False)
        for row in _rows(county, source, number, month.morning)
    ]
    return County(county.state, month.morning.date(), rows, county.subject)


def _rows(county: County, source: str, number: str, morning: datetime) -> Iterator[dict[str, str]]:
    booked = morning - timedelta(days=1 + int(number[1:]) % 17, hours=3)
    for row in county.rows:
        if row.get("person_id") == source:
            yield row | {
                "person_id": number, "booking_id": f"B{number}", "booked_at": booked.strftime("%Y-%m-%dT%H:%M:%S"),
                "released_at": "", "scheduled_release_on": "", "history_complete": "true",
                "sex_or_arson_registrant": "false", "federal_felony_arrest_warrant": "false",
            }  # fmt: skip
