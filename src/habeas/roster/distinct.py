"""What a column holds: each distinct value with its count; and the first lines of a report under a ruler."""

import difflib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from habeas.common.errors import BadInputError
from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.draft import looks_like_statute
from habeas.roster.drafting import tree
from habeas.roster.drafting.grid import grid_of
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.read import read_bytes, read_table
from habeas.roster.readers.lines import text_lines
from habeas.roster.readers.tree import load_tree
from habeas.roster.rows import SEVERAL

SHOWN = 60
"""How many lines stand under a ruler."""
Counts = list[tuple[str, int]]


def values_of(path: Path, column: str, profile: Profile | None = None, *, sheet: str | None = None) -> Counts:
    """Each distinct value of a column of the file (with a profile also of a plain column), the most frequent first.

    BadInputError where the file has no such column, with those it has.
    """
    data = read_bytes(path, ReadLimits())
    if profile is not None:
        return _through(data, column, profile, path.name, sheet)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"[", b"{", b"<"}:
        document, _ = load_tree(data, Profile(name="draft"), ReadLimits(), path.name)
        cells = tree.shape_of(document, path.name, looks_like_statute).cells
        return _counted(each for each in _of(cells, column, path.name))
    grid = grid_of(data, path.name, sheet)
    by_name = {name: grid.cells(place, len(grid.rows)) for place, name in enumerate(grid.names) if name}
    return _counted(_of(by_name, column, path.name))


def _through(data: bytes, column: str, profile: Profile, name: str, sheet: str | None) -> Counts:
    table = read_table(data, profile, ReadLimits(), name, sheet)
    sources = profile.sources(column) if column in COLUMNS or column == FULL_NAME else ()
    known = {each: None for row in table.rows[:1000] for each in row.values} | dict.fromkeys(table.columns)
    if not sources and column not in known:
        raise _no_column(column, known, name)
    return _counted(row.values.get(each, "") for row in table.rows for each in sources or (column,))


def _of(cells: dict[str, list[str]], column: str, name: str) -> list[str]:
    if column not in cells:
        raise _no_column(column, cells, name)
    return cells[column]


def _no_column(column: str, known: Iterable[str], name: str) -> BadInputError:
    there = [each for each in known if each]
    close = difflib.get_close_matches(column, there, 1, 0.5)
    hint = f'did you mean "{close[0]}"?' if close else f"it has {', '.join(there[:40])}."
    return BadInputError(f'{name} has no column "{column}"; {hint}')


def _counted(values: Iterable[str]) -> Counts:
    return Counter(part.strip() for each in values for part in each.split(SEVERAL)).most_common()


def ruled(path: Path) -> str:
    """The first lines of a report, numbered, under a ruler whose figures are the letters' places."""
    lines, _ = text_lines(read_bytes(path, ReadLimits()), path.name)
    while lines and not lines[-1]:
        lines.pop()
    width = min(max((len(line) for line in lines[:SHOWN]), default=0), 200)
    tens = "".join(f"{at:>10}" for at in range(10, width + 10, 10))[:width]
    ones = "".join(str(at % 10) for at in range(1, width + 1))
    shown = [f"{number:>4} |{line[:200]}" for number, line in enumerate(lines[:SHOWN], start=1)]
    return "\n".join([f"     |{tens}", f"     |{ones}", *shown])
