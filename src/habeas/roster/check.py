"""What was read and what was not, row by row: as JSON and as words."""

from collections import Counter
from datetime import date
from typing import Any

from habeas.roster.read import people_in_custody
from habeas.roster.records import Roster

SHOWN = 20
"""How many refused and repaired rows the words show; the JSON has them all."""


def check(roster: Roster, as_of: date | None) -> dict[str, Any]:
    """Return the account of a roster as `habeas roster check --json` prints it (`FORMATS.md`)."""
    bookings = [booking for person in roster.people for booking in person.bookings]
    charges = [charge for booking in bookings for charge in booking.charges]
    citizenship = Counter(
        "unknown" if p.citizenship is None else "us" if p.citizenship == "US" else "not_us" for p in roster.people
    )
    return {
        "people": len(roster.people),
        "bookings": len(bookings),
        "charges": len(charges),
        "rows": roster.rows,
        "in_custody": len(people_in_custody(roster, as_of)),
        "read": {
            "rows": roster.rows - _refused_rows(roster),
            "holds": sum(len(each.holds) for each in bookings),
            "citizenship_on_record": {key: citizenship[key] for key in ("us", "not_us", "unknown")},
            "scheduled_release_on": sum(each.scheduled_release_on is not None for each in bookings),
            "statute": sum(each.statute is not None for each in charges),
        },
        "refused": [{"row": each.row, "why": each.why} for each in roster.refused],
        "repaired": [{"row": each.row, "what": each.what} for each in roster.repaired],
        "unknown_columns": list(roster.unknown_columns),
        "sha256": roster.sha256,
    }


def report(found: dict[str, Any]) -> str:
    """Say the account in words."""
    lines = [
        f"{found['people']:,} people, {found['bookings']:,} bookings, {found['charges']:,} charges from {found['rows']:,} rows; "
        f"{found['in_custody']:,} people in custody.",
        "Citizenship: the record says United States for {us:,}, another country for {not_us:,}, nothing readable for {unknown:,}.".format(
            **found["read"]["citizenship_on_record"]
        ),
    ]
    if found["unknown_columns"]:
        lines.append(f"Columns the profile does not know (kept, not used): {', '.join(found['unknown_columns'])}.")
    lines += _some(found["refused"], "refused", "why") + _some(found["repaired"], "read otherwise than written", "what")
    return "\n".join(lines) + "\n"


def needs_person(found: dict[str, Any]) -> bool:
    """Whether a person must look: something was refused, or left unknown though written."""
    return bool(found["refused"]) or any("left unknown" in each["what"] for each in found["repaired"])


def _some(rows: list[dict[str, str]], what: str, key: str) -> list[str]:
    if not rows:
        return [f"Nothing was {what}."]
    shown = [f"  {each['row']}: {each[key]}" for each in rows[:SHOWN]]
    more = [f"  ... and {len(rows) - SHOWN:,} more (all of them with --json)"] if len(rows) > SHOWN else []
    return [f"{len(rows):,} {what}:", *shown, *more]


def _refused_rows(roster: Roster) -> int:
    return sum(1 for each in roster.refused if each.row[:4] in {"row ", "line"})
