"""What is wrong with an export as a whole: a column gone or silent, a row of totals, whole names in one cell, nobody in it."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.common.errors import BadInputError
from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.date_words import NO_DAY
from habeas.roster.layout import PLACE, named_by, numbers_in
from habeas.roster.profile import Profile
from habeas.roster.records import Repair, Roster
from habeas.roster.rows import RosterTable
from habeas.roster.tally import Tally
from habeas.roster.unread import unread

EVERY = "*"
"""In `optional`: no column need be there (the plain roster has them in any number)."""
NEEDED = ("family_name", "given_name", "date_of_birth", "booked_at", "citizenship_on_record")
"""Columns that hold something for somebody in every roster; one that is there and empty for all was not exported."""
WHOLE = "whole file"
SHOWN, MOST_ROWS = 3, 12

_TOTALS = re.compile(
    r"\W*(?:(?:grand|sub|report|page|facility)[\s-]*)?(?:totals?|trailer|count|records?|rows?)\b"
    r"|\W*end of (?:report|file|list|data)\b|\W*\d+ (?:records?|rows?|inmates?|people|persons?|bookings?)\b"
    r"|\W*page \d+ of \d+"
    r"|\W*(?:trl|trlr|tlr|trailer|ftr|footer|eof|eod)[\W_]*\d*\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\W\d]*")


@dataclass(slots=True)
class SeenFaults:
    """What the whole file had: its columns, and of each column that was written whether any cell could be read."""

    columns: set[str] = field(default_factory=set)
    written: dict[str, bool] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    """Plain columns with text in the file, and the column of the file that has it."""
    unheard: list[str] = field(default_factory=list)
    """What to say of columns that nothing reads and that speak of holds or citizenship."""


def check_columns(table: RosterTable, profile: Profile, name: str) -> None:
    """Raise BadInputError where the profile names a column that the file lacks, with what the file has instead."""
    if profile.xml is not None or profile.banded is not None or profile.lines or not table.rows:
        return
    there = [column for column in table.columns if column]
    for column in profile.columns:
        sources = profile.sources(column)
        lacking = [source for source in sources if not named_by(source, there) and not _may_lack(source, profile)]
        if column == "booking_id" and not any(named_by(source, there) for source in sources):
            lacking = list(sources)
        if lacking:
            raise BadInputError(_lacks(lacking[0], f"reads as {column}", there, profile, name))
    for column, source in _out_of_turn(profile, there):
        raise BadInputError(_lacks(source, f"reads as {column}", there, profile, name))
    for source, what in _named_elsewhere(profile) if profile.is_new else ():
        if not named_by(source, there) and not _may_lack(source, profile):
            raise BadInputError(_lacks(source, what, there, profile, name))


def _out_of_turn(profile: Profile, there: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the columns of a number (`Disp 2`) that are gone, where others of that number or of that name still stand."""
    found = {
        (column, source): numbers_in(source, there)
        for column in profile.columns
        if column in COLUMNS  # a hold and a charge are numbered each for itself
        for source in profile.sources(column)
        if PLACE in source and not _may_lack(source, profile) and COLUMNS[column].entity == "charge"
    }
    every = {number for numbers in found.values() for number in numbers}
    for (column, source), numbers in found.items():
        gone = (source.replace(PLACE, number) for number in sorted(every - numbers, key=int))
        yield from ((column, each) for each in gone if not _may_lack(each, profile))


def _named_elsewhere(profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield the source columns that tables beside [columns] name, and what the profile does with each."""
    yield from ((source, "reads as marks of holds ([flags])") for source in profile.flags)
    for rule in profile.rows:
        yield from ((source, f'asks whether a row is "{rule.is_}" ([[rows]] when)') for source in rule.when)
        yield from ((source, "takes the words of a hold from ([[rows]] hold)") for source in (rule.hold,) if source)
    layout = profile.file
    if layout is not None and layout.shape == "table":
        joined = tuple(f"{join.name}." for join in (*profile.join, *profile.lookup))
        own = (each for each in profile.left_out if not each.startswith(joined))
        yield from ((source, "leaves out ([leave_out])") for source in own)
        repeated = layout.repeats if isinstance(layout.repeats, list) else ()
        yield from ((source, "fills from the row above ([file] repeats)") for source in repeated)


def _may_lack(source: str, profile: Profile) -> bool:
    return EVERY in profile.optional or source in profile.optional


def _lacks(source: str, what: str, there: list[str], profile: Profile, name: str) -> str:
    known = {each for other in profile.columns for each in profile.sources(other)} | {*profile.ignored}
    new = [each for each in there if each not in known]
    close = difflib.get_close_matches(source, new, 1, 0.4)
    renamed = f'; was it renamed "{close[0]}"?' if close else "."
    return (
        f'{name} has no column "{source}", which the profile {profile.name} {what}{renamed} It has '
        f"{', '.join(there[:30])}. Correct the profile, write the column under optional, or draft a profile: habeas roster profile."
    )


def totals_row(cells: Mapping[str, str], values: Mapping[str, Any]) -> str:
    """Why a row is a line of totals and nobody's booking: empty where it is not."""
    for name in ("booking_id", "person_id"):
        if _TOTALS.match(values.get(name) or ""):
            return f'reads as a line of totals ("{values[name][:40]}"), not as a booking'
    first = next((cell for cell in cells.values() if cell and not cell.isspace()), "").strip()
    if not _TOTALS.match(first):
        return ""
    rest = [cell for cell in cells.values() if cell.strip() and cell.strip() != first]
    # somebody may be called Total; a line of totals holds numbers besides
    return f'reads as a line of totals ("{first[:40]}"), not as a booking' if all(map(_NUMBER.fullmatch, rest)) else ""


def whole_file(tally: Tally, seen: SeenFaults, profile: Profile, day: date | None = None) -> list[Repair]:
    """What to say of the file as a whole; each is a fault that a person must look at. `day`: that of which the export speaks."""
    found = [
        *_one_cell_names(tally, profile),
        *_marked_names(tally),
        *_everybodys_holds(tally, profile),
        *_grades_unread(tally),
        *_not_statutes(tally),
        *_planned_and_past(tally, day),
        *_silent_columns(tally, seen, profile),
        *unread(seen.held, seen.written),
        *dict.fromkeys(seen.unheard),
    ]
    return [Repair(WHOLE, each) for each in found]


_LEFT = "left unknown"
"""What stands in every sentence for which a person is needed: by it an import ends as one that asks."""


_MANY_MARKED = 0.05
"""From which share of the people on marks in names are asked about: one is somebody's slip, many are cells that were cut wrong."""


def _marked_names(tally: Tally) -> list[str]:
    """What to say where many names hold a mark or a digit: the column is another, or its cells are cut in the wrong place."""
    if tally.marked < max(2, _MANY_MARKED * tally.people):
        return []
    return [
        f"the names of {tally.marked:,} of {tally.people:,} people hold marks or digits that no name has (such as "
        f'"{tally.marked_name[:40]}"): are family_name, given_name and middle_name cut in the right place? It is {_LEFT}'
    ]


_A_FEW = 6
"""From how many people on it is told that all of them have the same hold: two or three may well have."""


def _everybodys_holds(tally: Tally, profile: Profile) -> list[str]:
    """What to say of a hold that everybody has: a label that was read as a value, or the jail's own name."""
    if tally.people < _A_FEW:
        return []
    return [
        f'every inmate has the hold "{each[:40]}": is it a label, or the name of this jail itself? Then leave its column out; '
        f"where all are held for it, write it under held_for_all; it is {_LEFT}"
        for each in sorted(tally.everybodys_holds)
        if each.casefold() not in {known.casefold() for known in profile.held_for_all}
    ]


def _grades_unread(tally: Tally) -> list[str]:
    """What to say where no charge has a grade and the words of many speak of one."""
    if tally.graded or tally.speak_of_grade * 2 < max(2, tally.charges - tally.held_lines):
        return []
    return [
        f"no charge has a grade, and the words of {tally.speak_of_grade:,} of {tally.charges - tally.held_lines:,} speak of one (such as "
        f'"{tally.grade_words[:60]}"): which column or part of the cell is the grade? It is {_LEFT}'
    ]


_MANY_PAST, _A_FEW_PAST = 0.05, 3
"""From which share of the scheduled releases on those that are past are asked about: a few are only late."""


def _planned_and_past(tally: Tally, day: date | None) -> list[str]:
    """What to say of scheduled releases that are past: where one column holds both, who stands there may have left."""
    past = {on: count for on, count in tally.planned.items() if day is not None and on < day}
    count = sum(past.values())
    every = sum(tally.planned.values())
    if count == every or count < max(_A_FEW_PAST, _MANY_PAST * every):
        return []  # where all are past the export is an old one
    return [
        f"{count:,} of {every:,} scheduled releases are past (such as {max(past).isoformat()}): does the column "
        f"hold releases that were, too? Whether these people are still here is {_LEFT}"
    ]


def _not_statutes(tally: Tally) -> list[str]:
    """What to say where half of the statutes are whole lines of a charge, or numbers such as a count has."""
    charges, found = sum(tally.statutes.values()), []
    if tally.whole_lines * 2 >= max(2, charges):
        found.append(
            f"the statute of {tally.whole_lines:,} of {charges:,} charges holds its words too (such as "
            f'"{tally.whole_line[:60]}"): which part is the section? Write its form under [forms] statute; it is {_LEFT}'
        )
    if tally.counted_only * 2 >= max(2, charges):
        found.append(
            f"the statute of {tally.counted_only:,} of {charges:,} charges is a number of one or two digits, as a count has: "
            f"which column is the statute? It is {_LEFT}"
        )
    return found


def _one_cell_names(tally: Tally, profile: Profile) -> list[str]:
    if not tally.whole_names or tally.whole_names * 2 < tally.named:
        return []
    source = " or ".join(profile.sources("family_name"))
    return [
        f'family_name holds "LAST, FIRST" for {tally.whole_names:,} of {tally.named:,} people: given names left unknown; '
        f'write {FULL_NAME} = "{source}" in place of family_name'
    ]


def _silent_columns(tally: Tally, seen: SeenFaults, profile: Profile) -> list[str]:
    """Columns of which no cell could be read, and needed ones that are empty throughout; of one person that says nothing."""
    if tally.people < 2:
        return []
    found = [
        f"{name}: every cell that is written was left unknown"
        for name, read in seen.written.items()
        if not read and not NO_DAY.keys() & set(profile.forms_of(name))
    ]
    empty = [name for name in NEEDED if _there(name, seen, profile) and name not in seen.written]
    charges = [name for name in ("statute", "charge_description") if _there(name, seen, profile)]
    if charges and not seen.written.keys() & set(charges):
        empty += charges
    return [*found, *(_of_empty(name, profile) for name in empty), *_filled_after_all(seen, profile)]


def _of_empty(name: str, profile: Profile) -> str:
    if name in profile.empty:
        return f"{name}: every cell is empty, as the profile {profile.name} says of it; all of it is unknown"
    return f"{name}: every cell is empty, so all of it is left unknown"


def _filled_after_all(seen: SeenFaults, profile: Profile) -> list[str]:
    """Columns of which the profile says that they are never filled, and that hold something."""
    return [
        f"{name}: the profile {profile.name} says that it is always empty, and it is not; take it out of empty, so that silence is noticed"
        for name in profile.empty
        if name in seen.written
    ]


def _there(name: str, seen: SeenFaults, profile: Profile) -> bool:
    return any(named_by(source, seen.columns) for source in profile.sources(name))


def said_of_whole(roster: Roster) -> tuple[str, ...]:
    """What a person must look at before they rely on the roster as a whole, each a sentence."""
    return tuple(f"The roster: {each.what}." for each in roster.repaired if each.row == WHOLE and _LEFT in each.what)


def unread_rows(roster: Roster) -> tuple[str, ...]:
    """The places of the refused rows that may be about somebody: all but the lines of the report."""
    return tuple(each.row for each in roster.refused if not each.nobody)


def said_of_refused(roster: Roster) -> tuple[str, ...]:
    """That rows were refused, and which: whoever they are about is not among the people read."""
    rows = unread_rows(roster)
    if not rows:
        return ()
    how = (
        "1 row was refused; whoever it names is"
        if len(rows) == 1
        else f"{len(rows):,} rows were refused; whoever they name is"
    )
    more = f" and {len(rows) - MOST_ROWS:,} more" if len(rows) > MOST_ROWS else ""
    return (f"The roster: {how} not among the people here ({', '.join(rows[:MOST_ROWS])}{more}).",)


def somebody(roster: Roster, name: str) -> Roster:
    """The roster, where it holds anybody. Raises BadInputError with the reasons where it holds nobody."""
    if roster.people:
        return roster
    why = Counter(each.why for each in roster.refused).most_common(SHOWN)
    told = "; ".join(f"{count:,} {'time' if count == 1 else 'times'}: {each}" for each, count in why)
    reasons = f"what was refused: {told}" if told else "it has no row of a booking"
    raise BadInputError(
        f"{name} yields nobody: {reasons}. Nothing was written; try habeas roster check, or draft a profile."
    )
