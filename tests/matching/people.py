"""Small rosters, written as a test needs them."""

from datetime import date, datetime
from typing import Any

from habeas.matching import Index, Match, Query
from habeas.roster.records import Booking, Person

SURNAMES = [
    "ABERNATHY",
    "BOWLING",
    "CROWTHER",
    "DUNSTABLE",
    "EVERSFIELD",
    "FOTHERGILL",
    "GRIMSHAW",
    "HOLLOWAY",
    "IRONSIDE",
    "JESSOP",
]
NAMES = ["ALFRED", "BASIL", "CLARENCE", "DUNCAN", "EDWIN", "FELIX", "GILBERT", "HORACE", "IVOR", "JASPER"]


def person(number: str, family: str, given: str, born: str = "", **more: Any) -> Person:
    booking = Booking(more.pop("booking_id", f"BK-{number}"), released_at=more.pop("released_at", None))
    day = date.fromisoformat(born) if born else None
    return Person(number, family, given, date_of_birth=day, bookings=(booking,), **more)


def strangers() -> list[Person]:
    """A hundred people who are nobody in particular, so that a name says something."""
    return [
        person(f"S{row}{column}", family, given, f"19{50 + row * 4}-0{1 + column % 9}-1{row}")
        for row, family in enumerate(SURNAMES)
        for column, given in enumerate(NAMES)
    ]


SYLLABLES = ["BA", "DOR", "FEN", "GUL", "HAN", "KIR", "LOM", "MUR", "NAD", "POV", "RAS", "SIT", "TAL", "VEN", "WOS"]


def town() -> list[Person]:
    """Six thousand people, none like another by name and date, so that the roster is long enough to know what is rare."""
    families = [f"{first}{second}STED" for first in SYLLABLES for second in SYLLABLES]
    givens = [f"{first}{second}O" for first in SYLLABLES for second in SYLLABLES]
    return [
        person(
            f"T{at}", families[at % 225], givens[at * 7 % 223], f"{1950 + at % 50}-{1 + at % 12:02}-{1 + at % 28:02}"
        )
        for at in range(6_000)
    ]


def ask(people: list[Person], as_of: date | None = None, never: frozenset[str] = frozenset(), **query: Any) -> Match:
    born = query.pop("born", "")
    wanted = Query(**query, date_of_birth=date.fromisoformat(born) if born else None)
    return Index.build([*strangers(), *people], as_of).match(wanted, never)


def said(match: Match) -> list[str]:
    """Each candidate in a line, as a clerk would read it."""
    return [f"{each.person_id}: {', '.join(each.reasons)} / {', '.join(each.conflicts)}" for each in match.candidates]


RELEASED = datetime(2025, 1, 5, 10, 0)  # noqa: DTZ001 - a day long past in any zone
