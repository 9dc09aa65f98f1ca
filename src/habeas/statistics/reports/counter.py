"""The office's requests against the sender's own list: every row of either side that has no other side is named, with the rule.

A row of the sender's list is a request of ours where it names our number; else where one of the same kind lies nearest within
`DAYS`, each used once. What is left over is explained by the first rule that fits; the last rule always does, and says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.statistics.ledger.rows import Ledger, LedgerRow, LeftOut

DAYS = timedelta(days=7)
"""How far the day of the sender's row may lie from the day of receipt."""


@dataclass(slots=True)
class Sides:
    """Both sides of a period, widened so that a row just beyond its edge is found, and which rows have met."""

    ours: list[LedgerRow]
    theirs: list[LedgerRow]
    met: dict[str, LedgerRow]
    """The key of the sender's row → the request of ours."""


def counter_rows(ledger: Ledger, first: date, last: date, kind: str = "detainer") -> Iterator[tuple[str, ...]]:
    """The rows of reconcile.csv: both counts, how many met, and each unmatched row with its rule."""
    sides = _sides(ledger, first, last, kind)
    ours = [row for row in sides.ours if _within(row, "received", first, last)]
    theirs = [row for row in sides.theirs if _within(row, "at", first, last)]
    used = {row.key: theirs_key for theirs_key, row in sides.met.items()}
    days = {row.key: row.day("at") for row in sides.theirs}
    yield "ours", f"requests received ({kind})", "", str(len(ours))
    yield "theirs", "rows on the sender's list", "", str(len(theirs))
    both = [row for row in ours if row.key in used and _is_in(days[used[row.key]], first, last)]
    yield "both", "met one to one", "", str(len(both))
    told, met = 0, {row.key for row in both}
    for row in ours:
        if row.key not in met:
            told += 1
            yield "ours alone", _why_ours(row, used, days), row.key, "1"
    again = list(ledger.left_out)
    for row in theirs:
        if row.key not in sides.met or not _within(sides.met[row.key], "received", first, last):
            told += 1
            yield "theirs alone", _why_theirs(row, sides, ledger, again, kind), row.key, "1"
    rest = len(ours) + len(theirs) - 2 * len(both) - told
    yield "unexplained", "rows of either side without a rule", "", str(rest)


def _sides(ledger: Ledger, first: date, last: date, kind: str) -> Sides:
    wide = (first - DAYS, last + DAYS)
    ours = [row for row in ledger.of("request") if row.facts["kind"] == kind and _within(row, "received", *wide)]
    theirs = [row for row in ledger.of("sent") if row.facts["kind"] in {kind, ""} and _within(row, "at", *wide)]
    sides = Sides(ours, theirs, {})
    _meet_by_number(sides)
    _meet_by_day(sides)
    return sides


def _meet_by_number(sides: Sides) -> None:
    known = {row.key: row for row in sides.ours}
    for row in sides.theirs:
        if row.facts["ours"] in known:
            sides.met[row.key] = known.pop(row.facts["ours"])


def _meet_by_day(sides: Sides) -> None:
    """Pair what is left by the nearest day: the pairs that lie nearest first, then the oldest."""
    taken = {row.key for row in sides.met.values()}
    pairs = sorted(
        (_apart(mine, row), row.key, mine.key, row, mine)
        for row in sides.theirs
        if row.key not in sides.met and not row.facts["ours"]
        for mine in sides.ours
        if mine.key not in taken and _apart(mine, row) <= DAYS
    )  # fmt: skip
    for _, key, mine_key, _, mine in pairs:
        if key not in sides.met and mine_key not in taken:
            sides.met[key] = mine
            taken.add(mine_key)


def _apart(mine: LedgerRow, row: LedgerRow) -> timedelta:
    ours, theirs = mine.day("received"), row.day("at")
    return abs(ours - theirs) if ours and theirs else timedelta.max


def _why_ours(row: LedgerRow, used: dict[str, str], days: dict[str, date | None]) -> str:
    if row.key in used:
        return f"the sender dates it {days[used[row.key]]}, outside the period"
    if row.facts["outcome"] == "aside":
        return "received here and set aside: the sender's list has none"
    if row.facts["ended"] in {"withdrawn", "cancelled"}:
        return "received here and withdrawn by the sender, whose list has none"
    return f"received here; the sender's list has none of this kind within {DAYS.days} days"


def _why_theirs(row: LedgerRow, sides: Sides, ledger: Ledger, left: list[LeftOut], kind: str) -> str:
    if row.key in sides.met:
        return f"received here on {sides.met[row.key].day('received')} as {sides.met[row.key].key}, outside the period"
    again = _same_again(row, left)
    if again is not None:
        left.remove(again)
        return f"received here as {again.key}, the same request again: counted once, under {again.counted}"
    named = row.facts["ours"]
    other = next((each for each in ledger.of("request") if each.key == named), None) if named else None
    if other is not None:
        return f"received here as {other.key}, as another kind: {other.facts['kind'] or 'not classified'}, not {kind}"
    return f"no document of this kind, and no number, stands in our record within {DAYS.days} days: not received, or not logged"


def _same_again(row: LedgerRow, left_out: list[LeftOut]) -> LeftOut | None:
    day = row.day("at")
    named = next((each for each in left_out if each.key == row.facts["ours"]), None)
    near = (each for each in left_out if day and abs(each.at.astimezone(row.zone).date() - day) <= DAYS)
    return named or (None if row.facts["ours"] else next(near, None))


def _within(row: LedgerRow, name: str, first: date, last: date) -> bool:
    return _is_in(row.day(name), first, last)


def _is_in(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last
