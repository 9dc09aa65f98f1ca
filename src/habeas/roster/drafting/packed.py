"""A table with a column whose cells hold charges of several parts: the parts as columns of charges."""

from dataclasses import dataclass

from habeas.roster.drafting.cells import Cells, Judge
from habeas.roster.drafting.grid import Grid
from habeas.roster.drafting.write import array, quoted
from habeas.roster.readers.packed import marks_of, objects_in
from habeas.roster.readers.paths import paths_in
from habeas.roster.readers.tree import CHARGES


@dataclass(frozen=True, slots=True)
class Packed:
    """The column whose cells hold charges, and the marks between charges and parts; none where the cells are JSON."""

    column: str
    marks: tuple[str, str] | None

    def words(self) -> dict[str, str]:
        """What the profile says of it under `[file]`."""
        return {"charges": quoted(self.column)} | ({"packed": array([*self.marks])} if self.marks else {})


def packed_in(grid: Grid) -> Packed | None:
    """The one column of a table whose cells hold charges of several parts; None where none does, or several do."""
    found = []
    for place, name in enumerate(grid.names) if grid.header else ():
        are, marks = marks_of(grid.cells(place))
        found += [Packed(name, marks)] if are and name else []
    return found[0] if len(found) == 1 else None


def without_packed(columns: list[Cells], packed: Packed, judge: Judge) -> list[Cells]:
    """The columns, the packed one as a column of charges for each of its parts."""
    own = next(each for each in columns if each.source == packed.column)
    charges = [one for cell in own.all if cell for one in _objects(cell, packed)]
    texts = [dict(paths_in(each)) for each in charges]
    keys = dict.fromkeys(key for each in texts for key in each)
    parts = [
        Cells(
            f"{CHARGES}{key}", [each.get(key, "") for each in texts], judge, " " if packed.marks else key, of="charge"
        )
        for key in keys
    ]
    return [*(each for each in columns if each is not own), *parts]


def _objects(cell: str, packed: Packed) -> list[object]:
    try:
        return objects_in(cell, packed.marks)
    except (ValueError, RecursionError):
        return []
