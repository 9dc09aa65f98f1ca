"""Lines whose cells stand at places under a head (`[file] starts`) as the text of a table: what runs over a place is no cell."""

import csv
import io
from collections.abc import Collection, Iterable


def table_of_places(lines: Iterable[str], starts: list[int], wraps: Collection[str] = ()) -> bytes:
    """The lines as CSV, a line each. A line with a letter before a place that is not its own stays whole: it has one cell.

    `wraps`: the columns whose cell goes on in the next line, where that line's first cell is blank.
    """
    rows = [cells_at(line, starts) if line.strip() else [] for line in lines]
    if wraps:
        _unwrap(rows, wraps)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _unwrap(rows: list[list[str]], wraps: Collection[str]) -> None:
    """Put what goes on in the lines below into the row above; a line with nothing else is none."""
    head = next((row for row in rows if {*wraps} <= {*row}), [])
    places = [place for place, name in enumerate(head) if name in wraps]
    above: list[str] = []
    for row in rows:
        if len(row) != len(head) or row == head:
            continue
        if row[0]:
            above = row
        for place in places if above and not row[0] else ():
            above[place], row[place] = f"{above[place]} {row[place]}".strip(), ""
        if not any(row):
            row.clear()


def cells_at(line: str, starts: list[int]) -> list[str]:
    """The cells of one line; the line alone where a word of it runs over a place."""
    places = [each - 1 for each in starts]
    if any(runs_over(line, at) for at in places):
        return [line.strip()]
    ends = [*places[1:], None]
    return [line[at:end].strip() for at, end in zip(places, ends, strict=True)]


def runs_over(line: str, at: int) -> bool:
    """Whether a word of the line stands on both sides of a place; or, of the first place, before it."""
    return 0 < at < len(line) and not line[at - 1].isspace() and not line[at].isspace()
