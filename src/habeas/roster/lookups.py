"""Tables of codes in a file or sheet of their own: what a code of a row means there stands beside it, in columns called `name.Column`."""

from collections.abc import Iterable
from dataclasses import replace

from habeas.roster.records import Repair
from habeas.roster.rows import RosterRow, RosterTable

SHOWN = 3


def looked_up(table: RosterTable, name: str, codes: RosterTable, on: tuple[str, str], file: str) -> RosterTable:
    """The table with the columns of the table of codes. `name`: what it is called; `on`: its column and the first table's; `file`: where.

    A code that it does not tell, or tells in two ways, is left unknown and said.
    """
    theirs, ours = on
    columns = tuple(f"{name}.{each}" for each in codes.columns if each)
    known = _by_code(codes.rows, theirs)
    rows, untold = [], dict[str, None]()
    for row in table.rows:
        code = row.values.get(ours, "").strip()
        told = known.get(_plain(code)) if code else None
        if code and told is None:
            untold[code] = None
        cells = {f"{name}.{column}": cell for column, cell in told.items()} if told else {}
        rows.append(replace(row, values={**row.values, **cells}))
    what = ", ".join(f'"{each}"' for each in [*untold][:SHOWN])
    said = [Repair("whole file", f'{len(untold):,} codes of "{ours}" are not told in {file} ({what}): left unknown')]
    return replace(
        table,
        columns=(*table.columns, *columns),
        rows=tuple(rows),
        repaired=(*table.repaired, *(said if untold else ())),
    )


def _by_code(rows: Iterable[RosterRow], column: str) -> dict[str, dict[str, str] | None]:
    """Each code with what it means; None for one that stands there twice and means two things."""
    known: dict[str, dict[str, str] | None] = {}
    for row in rows:
        code, told = _plain(row.values.get(column, "")), dict(row.values)
        if code:
            known[code] = None if code in known and known[code] != told else told
    return known


def _plain(code: str) -> str:
    """A code in the form in which it is compared: `01` and `1` are one, for a spreadsheet takes zeros away."""
    return code.strip().casefold().lstrip("0") or "0"
