"""What was read and what was not, row by row: as JSON and as words."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from habeas.roster.date_words import DAY_UNKNOWN
from habeas.roster.plausible import CENTURY
from habeas.roster.records import Roster
from habeas.roster.tally import Tally
from habeas.roster.totals import DISAGREES

WHOLE = "whole file"
BIRTHS = f"date_of_birth has a year of two digits and is read in the century before{CENTURY}"
"""Said once of all births that were read so."""
MOST_STATUTES = 6
"""How many statutes that are not understood the words show."""
SHOWN = 20
"""How many sentences on refused and repaired rows the words show; the JSON has them all."""


def check(roster: Roster, as_of: date | None, understood: Callable[[str], bool] | None = None) -> dict[str, Any]:
    """Return the account of a roster as `habeas roster check --json` prints it (`FORMATS.md`).

    `understood` says of a charge's statute whether its section is read; without it nothing is said of that.
    """
    tally = Tally(as_of)
    for each in roster.people:
        tally.add(each)
    return account(tally, roster, understood)


def account(tally: Tally, roster: Roster, understood: Callable[[str], bool] | None) -> dict[str, Any]:
    """As `check`, of people who were counted already; `roster` holds what was refused and repaired, and need hold nobody."""
    return {
        "people": tally.people,
        "bookings": tally.bookings,
        "charges": tally.charges,
        "rows": roster.rows,
        "in_custody": tally.in_custody,
        "read": {
            "rows": roster.rows - _refused_rows(roster),
            "lines_in_doubt": tally.doubted_lines,
            "releases_unknown": tally.releases_unknown,
            "holds": tally.holds,
            "citizenship_on_record": {key: tally.citizenship[key] for key in ("us", "not_us", "unknown")},
            "scheduled_release_on": tally.scheduled,
            "statute": tally.statute,
        },
        "statutes_not_understood": _not_understood(tally, understood) if understood else {},
        "told_of_nobody": tally.absent(),
        "refused": [{"row": each.row, "why": each.why} for each in roster.refused],
        "repaired": [{"row": each.row, "what": each.what} for each in roster.repaired],
        "unknown_columns": list(roster.unknown_columns),
        "sha256": roster.sha256,
    }


def _not_understood(tally: Tally, understood: Callable[[str], bool]) -> dict[str, int]:
    """The statutes of charges in which no section is read, each with its count, the most frequent first."""
    return {text: count for text, count in tally.statutes.most_common() if not understood(text)}


def _said_of_statutes(found: dict[str, Any], most: int | None) -> list[str]:
    """That sections are not read, and which: every charge under one of them is asked about."""
    each = found["statutes_not_understood"]
    if not each:
        return []
    shown = [f'"{text[:40]}" {count:,}' for text, count in [*each.items()][:most]]
    more = f" and {len(each) - len(shown):,} more" if len(each) > len(shown) else ""
    total = f"{sum(each.values()):,} of {found['read']['statute']:,}"
    return [
        f"Statutes in which no section is understood, so that the charge is asked about: {total} ({', '.join(shown)}{more})."
    ]


def report(found: dict[str, Any], *, by_value: bool = False) -> str:
    """Say the account in words. `by_value`: every distinct sentence with its count, and none left out."""
    lines = [
        f"{found['people']:,} people, {found['bookings']:,} bookings, {found['charges']:,} charges from {found['rows']:,} rows; "
        f"{found['in_custody']:,} people in custody.",
        "Citizenship: the record says United States for {us:,}, another country for {not_us:,}, nothing readable for {unknown:,}.".format(
            **found["read"]["citizenship_on_record"]
        ),
    ]
    if not found["people"]:
        lines.insert(
            0, "No inmate was read. Describe the layout of the file first (Layouts), or export the file again."
        )
    if found["read"]["releases_unknown"]:
        lines.append(
            f"A release is written and unknown for {found['read']['releases_unknown']:,} bookings: their people count as in custody."
        )
    if found["read"]["lines_in_doubt"]:
        lines.append(
            f"In doubt whether a charge or a hold: {found['read']['lines_in_doubt']:,} charge lines; none of them is shown to anyone."
        )
    if found["unknown_columns"]:
        lines.append(f"Columns the profile does not know (not read): {', '.join(found['unknown_columns'])}.")
    lines += _said_of_statutes(found, None if by_value else MOST_STATUTES)
    asked = [each for each in found["repaired"] if _asks(each)]
    of_file = [each for each in asked if each["row"] == WHOLE]
    most = None if by_value else SHOWN
    # what holds for the whole file comes first and is never cut off: it may be all that a person must look at
    lines += [f"The whole file: {each['what']}." for each in of_file]
    if found["told_of_nobody"]:
        lines.append(f"The roster tells of nobody: {', '.join(found['told_of_nobody'])}.")
    if found["refused"] or not of_file:
        lines += _some(found["refused"], "refused", "why", most)
    lines += _some(
        [each for each in asked if each["row"] != WHOLE], "left unknown though written", "what", most, silent=True
    )
    lines += _some([each for each in found["repaired"] if not _asks(each)], "converted when read", "what", most)
    return "\n".join(lines) + "\n"


def needs_person(found: dict[str, Any]) -> bool:
    """Whether a person must look: something was refused, or left unknown though written, or no statute at all is understood."""
    silent = found["statutes_not_understood"]
    if len(silent) > 1 and sum(silent.values()) == found["read"]["statute"]:
        return True
    return bool(found["refused"]) or any(map(_asks, found["repaired"])) or not found["people"]


def _asks(repair: dict[str, str]) -> bool:
    """Whether what was said of a row or of the file needs a person."""
    return "left unknown" in repair["what"]


def disagrees(found: dict[str, Any]) -> bool:
    """Whether the file's own counts are not what was read."""
    return any(DISAGREES in each["what"] for each in found["repaired"])


def _some(rows: list[dict[str, str]], what: str, key: str, most: int | None, *, silent: bool = False) -> list[str]:
    """The rows with the same sentence told once, the most frequent first, so that no sentence hides another. `most` None: all of them."""
    if not rows:
        return [] if silent else [f"Nothing was {what}."]
    places: dict[str, list[str]] = {}
    for each in rows:
        places.setdefault(each[key] if most is None else _kind_of(each[key]), []).append(each["row"])
    several = sorted(places.items(), key=lambda each: -len(each[1]))
    if most is None:
        return [f"{len(rows):,} {what}:", *(f"  {len(found):>7,}  {said} ({found[0]})" for said, found in several)]
    shown = [f"  {_where(found)}: {said}" for said, found in several[:most]]
    rest = sum(len(found) for _, found in several[most:])
    more = [f"  ... and {rest:,} more (all of them with --json)"] if rest else []
    return [f"{len(rows):,} {what}:", *shown, *more]


def _kind_of(said: str) -> str:
    """A sentence without the cell it is about, where the same is said of very many: births read in the century before."""
    if said.endswith(CENTURY):
        return BIRTHS
    return re.sub(r' is ".*", ', " is ", said) if said.endswith(DAY_UNKNOWN) else said


def _where(places: list[str]) -> str:
    return places[0] if len(places) == 1 else f"{places[0]} and {len(places) - 1:,} more"


def _refused_rows(roster: Roster) -> int:
    return sum(1 for each in roster.refused if each.row[:4] in {"row ", "line"})
