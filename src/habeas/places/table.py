"""The table of places (`places.csv`): nothing guesses a place, its parent or its time zone from how its path is written.

A path is the parent's path and the place's own name in small letters without accents, apostrophes or full stops, a hyphen between words
(`us-ca-los-angeles`, `us-il-cook-chicago`). Names hold hyphens themselves, so only the table says what stands under what.
"""

import csv
import difflib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from habeas.common.errors import BadInputError

FILE = "places.csv"


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    STATE = "state"
    DISTRICT = "district"
    TERRITORY = "territory"
    COUNTY = "county"
    CITY = "city"


STATES = frozenset({PlaceKind.STATE, PlaceKind.DISTRICT, PlaceKind.TERRITORY})
"""What stands directly under the country and has law of its own."""
LOCAL = frozenset({PlaceKind.COUNTY, PlaceKind.CITY})
"""What stands under a state. A county is whatever the state has in place of one (a parish, a borough)."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place: `zone` is that of its seat (None for a country of several), `beside` the other zones kept in parts of it."""

    id: str
    name: str
    kind: PlaceKind
    parent: str | None
    zone: str | None
    beside: tuple[str, ...] = ()

    @property
    def chain(self) -> tuple["Place", ...]:
        """The places whose law governs here, the country first, this one last."""
        return (*(_table()[self.parent].chain if self.parent else ()), self)

    @property
    def state(self) -> "Place | None":
        """The state, district or territory it is or lies in; None for the country."""
        return next((each for each in self.chain if each.kind in STATES), None)

    @property
    def is_local(self) -> bool:
        """Whether it is a county or a city."""
        return self.kind in LOCAL


def place_of(path: str) -> Place:
    """Return the place called `path`. A city may also be written under its state alone (`us-il-chicago`).

    Raises BadInputError, with near spellings, for a path that is not in the table.
    """
    found = _table().get(path) or _short().get(path)
    if found is None:
        raise BadInputError(f'jurisdiction "{path[:60]}" is not a place Habeas reads: {_near(path)}.')
    return found


def is_local(path: str) -> bool:
    """Whether `path` is a county or a city; False for the country and a state. Raises BadInputError where it is not in the table."""
    return place_of(path).is_local


def all_places() -> tuple[Place, ...]:
    """Every place of the table."""
    return tuple(_table().values())


def in_state(path: str | None, state: str) -> bool | None:
    """Whether `path` is the state or lies in it; None where no place is given. Raises BadInputError for a path not in the table."""
    if not path:
        return None
    found = place_of(path).state
    return found is not None and found.id == state


def two_times(place: Place, at: datetime) -> str:
    """A sentence where parts of `place` show another time at `at` than its seat; empty where none does."""
    if place.zone is None:
        return ""
    shown = _offset(place.zone, at)
    other = [zone for zone in place.beside if _offset(zone, at) != shown]
    return (
        f"{place.name} keeps more than one time: hours here are those of {place.zone}, and parts of it keep "
        f"{' or '.join(other)}; name the county, or give time_zone."
        if other
        else ""
    )


def _offset(zone: str, at: datetime) -> object:
    return at.astimezone(UTC).astimezone(ZoneInfo(zone)).utcoffset()


@cache
def _table() -> dict[str, Place]:
    text = files("habeas.places").joinpath(FILE).read_text(encoding="utf-8")
    return {
        row["id"]: Place(
            row["id"],
            row["name"],
            PlaceKind(row["kind"]),
            row["parent"] or None,
            row["zone"] or None,
            tuple(row["beside"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    }


@cache
def _short() -> dict[str, Place]:
    """Cities under their state's path alone, where that names one city and no county."""
    found: dict[str, list[Place]] = {}
    for place in _table().values():
        if place.kind is PlaceKind.CITY and place.parent and place.state and place.parent != place.state.id:
            found.setdefault(f"{place.state.id}{place.id.removeprefix(place.parent)}", []).append(place)
    return {path: each[0] for path, each in found.items() if len(each) == 1 and path not in _table()}


def _near(path: str) -> str:
    """What may have been meant; how a place is written where nothing is near."""
    known = [*_table(), *_short()]
    own = path.rpartition("-")[2]
    near = difflib.get_close_matches(path, known, n=3, cutoff=0.84)
    near += [each for each in known if own and len(own) > 3 and own in each.split("-") and each.startswith(path[:6])][
        :3
    ]
    if near:
        return f"did you mean {' or '.join(dict.fromkeys(near))}"
    return "write it like us-ca, us-ca-los-angeles or us-il-cook-chicago"
