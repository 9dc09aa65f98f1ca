"""Drafts a profile of a drawn export, reads the export through it as printed, and compares with the truth."""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from habeas.cli.roster import _is_statute
from habeas.common.errors import BadInputError
from habeas.roster.check import check, needs_person
from habeas.roster.draft import draft_profile
from habeas.roster.profile import read_profile
from habeas.roster.read import read_roster
from habeas.roster.records import Booking, Person
from tests.roster.exports.layouts import LAYOUTS, WITHOUT
from tests.roster.exports.people import DAY, Held, draw
from tests.roster.exports.words import Family


@dataclass
class Score:
    """How one draft read its export: what differs from the truth by column, whether that was said, and the draft."""

    family: str
    layout: str
    wrong: Counter[str]
    missing: Counter[str]
    fault: str
    asks: bool
    toml: str

    @property
    def complete(self) -> bool:
        """Whether every value of everybody was read as it is."""
        return not self.fault and not self.wrong and not self.missing

    @property
    def silent(self) -> bool:
        """Whether a value is wrong, and the check of the roster asks nobody."""
        return bool(self.wrong) and not self.asks and not self.fault


def drawn(of: Family, layout: str, seed: int, folder: Path) -> Score:
    """Draw an export of a family in a layout, draft its profile, read it and compare."""
    rng = random.Random(f"{of.name} {layout} {seed}")  # noqa: S311 - nothing is kept secret with it
    people = draw(rng, 24, of.laws, of.prefix)
    for p in people if layout == "flags" else []:
        p.holds = [each for each in p.holds if each in {"ICE", "US MARSHALS"}]
    path = _written(LAYOUTS[layout](people, of, rng), folder)
    toml = ""
    try:
        toml = draft_profile(path, judge=_is_statute, today=DAY).toml
        made = read_roster(path, read_profile(toml, "draft.toml"), export_day=DAY)
    except BadInputError as fault:
        return Score(of.name, layout, Counter(), Counter(), str(fault), True, toml)
    found = {_same(b.booking_id): (p, b) for p in made.people for b in p.bookings}
    wrong, missing = _compared(people, found, WITHOUT.get(layout, set()))
    if len(found) != len(people):
        wrong["people"] += abs(len(found) - len(people))
    return Score(of.name, layout, wrong, missing, "", needs_person(check(made, DAY)), toml)


def _written(files: dict[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder if len(files) > 1 else folder / next(iter(files))


def _same(text: str | None) -> str:
    return re.sub(r"[^A-Z0-9]", "", (text or "").upper())


def _compared(
    people: list[Held], found: dict[str, tuple[Person, Booking]], without: set[str]
) -> tuple[Counter[str], Counter[str]]:
    wrong, missing = Counter[str](), Counter[str]()
    for p in people:
        if _same(p.booking_id) not in found:
            missing["person"] += 1
            continue
        person, booking = found[_same(p.booking_id)]
        for key, (true, read) in {**_of_person(p, person, booking), **_of_charges(p, booking)}.items():
            if key not in without and true != read:
                (missing if _is_missing(true, read) else wrong)[key] += 1
    return wrong, missing


def _is_missing(true: object, read: object) -> bool:
    """Whether nothing that was read is other than the truth: it is only less."""
    if isinstance(true, tuple) and isinstance(read, tuple) and read:
        return len(true) == len(read) and all(b in (a, None, "", -1) for a, b in zip(true, read, strict=True))
    return read in ("", None, ())


def _of_person(p: Held, person: Person, booking: Booking) -> dict[str, tuple[object, object]]:
    names = {
        key: (_same(getattr(p, key)), _same(getattr(person, f"{key}_name"))) for key in ("family", "given", "middle")
    }
    held = tuple(sorted(re.sub("HOLD", "", _same(each)) for each in booking.holds or ()))
    held = tuple({"ICEDETAINER": "ICE", "USMS": "USMARSHALS"}.get(each, each) for each in held)
    return {
        **names,
        "suffix": (_same(p.suffix), _same(person.suffix)),
        "person_id": (p.person_id, person.person_id),
        "born": (p.born, person.date_of_birth),
        "sex": (p.sex, (person.sex or "")[:1].upper()),
        "booked": (p.booked, booking.booked_at.replace(second=0, tzinfo=None) if booking.booked_at else None),
        "out": (p.out, booking.scheduled_release_on),
        "country": (p.country[1], person.citizenship),
        "holds": (tuple(sorted(map(_same, p.holds))), held),
        "aliases": (tuple(sorted(map(_same, p.aliases))), tuple(sorted(map(_same, person.aliases)))),
    }


def _of_charges(p: Held, booking: Booking) -> dict[str, tuple[object, object]]:
    read = [each for each in booking.charges if not _same(each.description).startswith("HOLD")]
    bail: Callable[[str | None], float] = lambda text: float(re.sub(r"[^\d.]", "", text or "") or -1)  # noqa: E731
    return {
        "statute": (
            tuple(_same(c.statute) for c in p.charges),
            tuple(_ending(c.statute, p, n) for n, c in enumerate(read)),
        ),
        "description": (tuple(_same(c.description) for c in p.charges), tuple(_same(c.description) for c in read)),
        "grade": (tuple(c.grade for c in p.charges), tuple(c.grade for c in read)),
        "disposition": (tuple(c.disposition for c in p.charges), tuple(c.disposition for c in read)),
        "bail": (
            tuple(float(c.bail) for c in p.charges),
            tuple(bail(str(c.bail)) if c.bail is not None else -1 for c in read),
        ),
    }


def _ending(statute: str | None, p: Held, place: int) -> str:
    """The section as it is; a code before it that the header named is no fault."""
    own = _same(p.charges[place].statute) if place < len(p.charges) else ""
    return own if own and _same(statute).endswith(own) else _same(statute)
