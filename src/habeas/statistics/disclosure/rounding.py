"""The rounding of one ledger as a whole: every printed count a multiple of 5, every table a sum over one rounded copy.

Small-count rounding after Heldal (2017) and Langsrud and Heldal (2018), as one integer program (HiGHS): the rounded copy of the ledger is
searched whose margins all lie next to the true ones, so that printed tables add up and nothing is blank. Which way a count goes is
drawn from a secret of the office: the same secret gives the same bytes, and nobody without it can tell why a count went up or down.
"""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

from habeas.common.errors import HabeasError
from habeas.common.quiet import quietly

BASE = 5
FURTHEST = BASE - 1
"""No printed count is further than this from the true one."""
MEANS_AT_MOST = (1.35, 1.45)
"""How far the printed counts may lie from the true ones on average, tried in turn; where none can be met, as near as they can be."""
STEERED = 2.0
"""How much it costs that a year so far is off by one multiple, against the draw of one count."""
HELD = 50.0
"""How much it costs to move a printed count by a multiple because another was corrected."""
FURTHEST_CORRECTED = 2 * FURTHEST
"""No printed count of a corrected period is further than this from the true one: it stayed within 4, and the count moved by 4 at most."""
NUDGE = 0.1
"""How much the draw weighs where the distance from the true counts is what is made small."""

Cell = tuple[str, ...]
"""One cell of the ledger, by the value of each dimension: period, kind, outcome."""


@dataclass(frozen=True, slots=True)
class Margin:
    """One count that is printed: its name in a table, and the cells of the ledger it adds up."""

    name: Cell
    cells: tuple[Cell, ...]
    nearest: bool = False
    """Whether it must go to the nearest multiple: off by 2 at most."""


@dataclass(frozen=True, slots=True)
class RoundingTask:
    """What is to be rounded, and what stands already."""

    counts: Mapping[Cell, int]
    margins: tuple[Margin, ...]
    secret: bytes
    frozen: Mapping[Cell, int] = field(default_factory=dict)
    """Margins that were printed before, as they were printed."""
    barred: Mapping[Cell, frozenset[int]] = field(default_factory=dict)
    """Values that a margin may not be printed with, since an attack on them succeeded."""
    loose: Mapping[Cell, int] = field(default_factory=dict)
    """Margins of a period that is corrected and that hardly moved, as they were printed: they move a step where tables add up by it."""
    begun: tuple[Margin, ...] = ()
    """Sums that are not printed yet and will be, a year so far: kept near the true ones where that costs little."""
    means: tuple[float, ...] = MEANS_AT_MOST
    """Limits of the mean distance to try; with none, every count goes as near as it can, and the release claims no mean."""


class RoundingError(HabeasError):
    """No rounding of this ledger keeps every margin close: it must be made coarser."""

    exit_status = 1


@dataclass(frozen=True, slots=True)
class Rounded:
    """Each margin's printed count, and the limit of the mean distance that they keep; None where none could be kept."""

    printed: dict[Cell, int]
    mean: float | None


def rounded(task: RoundingTask) -> Rounded:
    """Each margin's printed count. Raises RoundingError where no rounded ledger fits."""
    for mean in task.means:
        try:
            return Rounded(_solved(task, mean), mean)
        except RoundingError:
            continue
    return Rounded(_solved(task, None), None)


def true_count(counts: Mapping[Cell, int], margin: Margin) -> int:
    """What a margin really is."""
    return sum(counts.get(cell, 0) for cell in margin.cells)


def _solved(task: RoundingTask, mean: float | None) -> dict[Cell, int]:
    """The rounding that the draw prefers among those that are near enough on average; without a mean, the nearest there is."""
    grid = sorted({cell for each in task.margins for cell in each.cells})
    place = {cell: number for number, cell in enumerate(grid)}
    model, drawn, away = _model(len(grid), 0.3 if mean else 0.02), np.zeros(len(grid)), np.zeros(len(grid))
    for margin in task.margins:
        columns = np.array([place[cell] for cell in margin.cells], dtype=np.int32)
        model.addRow(*_ends(task, margin), len(columns), columns, np.ones(len(columns)))
        drawn[columns] += _weight(task, margin)
        away[columns] += _slope(task, margin)
    every = np.arange(len(grid), dtype=np.int32)
    if mean:
        model.addRow(-highspy.kHighsInf, mean * len(task.margins) - _away_when_down(task), len(grid), every, away)
    model.changeColsCost(len(grid), every, drawn if mean else away + NUDGE * drawn)
    for margin, target, cost in _kept_near(task):
        _keep_near(model, np.array([place[cell] for cell in margin.cells]), target, cost)
    model.run()
    if model.getModelStatus() not in {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kSolutionLimit}:
        raise RoundingError(
            "These counts cannot be rounded so that every table adds up: publish them by longer periods."
        )
    units = np.rint(np.array(model.getSolution().col_value[: len(grid)])).astype(int)
    return {each.name: BASE * int(sum(units[place[cell]] for cell in each.cells)) for each in task.margins}


def _kept_near(task: RoundingTask) -> Iterator[tuple[Margin, float, float]]:
    """Each sum that is to stay near a number (in units), and what a unit away from it costs."""
    yield from ((each, true_count(task.counts, each) / BASE, STEERED) for each in task.begun)
    yield from ((each, task.loose[each.name] / BASE, HELD) for each in task.margins if each.name in task.loose)


def _keep_near(model: highspy.Highs, columns: NDArray[np.int32], target: float, cost: float) -> None:
    """Make it cost something to print a sum away from a number, in either direction."""
    distance = model.getNumCol()
    model.addVar(0, highspy.kHighsInf)
    model.changeColCost(distance, cost)
    every = np.append(columns, distance).astype(np.int32)
    ones = np.ones(len(columns))
    model.addRow(-highspy.kHighsInf, target, len(every), every, np.append(ones, -1))
    model.addRow(target, highspy.kHighsInf, len(every), every, np.append(ones, 1))


def _slope(task: RoundingTask, margin: Margin) -> int:
    """By how much further up is from the true count than down; a count printed before goes nowhere."""
    rest = true_count(task.counts, margin) % BASE
    return 0 if not rest or _stands(task, margin) is not None else BASE - 2 * rest


def _stands(task: RoundingTask, margin: Margin) -> int | None:
    """What a margin was printed as, where it is to stay so; None where it is free."""
    return task.frozen.get(margin.name, task.loose.get(margin.name))


def _away_when_down(task: RoundingTask) -> int:
    """What the row of distances lacks: how far all counts are from the true ones, less the slope of each times its units."""
    found = 0
    for margin in task.margins:
        true = true_count(task.counts, margin)
        stands = _stands(task, margin)
        if stands is not None:
            found += abs(stands - true)
        else:
            found += true % BASE - _slope(task, margin) * (true // BASE)
    return found


def _model(size: int, gap: float) -> highspy.Highs:
    """An integer program without rows: one column a cell, in units of 5. No clock stops it, so the same task gives the same answer."""
    model = quietly(highspy.Highs)
    for name, value in (("output_flag", False), ("threads", 1), ("random_seed", 1), ("mip_rel_gap", gap)):
        model.setOptionValue(name, value)
    every = np.arange(size, dtype=np.int32)
    model.addVars(size, np.zeros(size), np.full(size, highspy.kHighsInf))
    model.changeColsIntegrality(size, every, np.full(size, highspy.HighsVarType.kInteger))
    return model


def _ends(task: RoundingTask, margin: Margin) -> tuple[float, float]:
    """The least and the most units a margin may be printed with."""
    if margin.name in task.frozen:
        units = task.frozen[margin.name] // BASE
        return units, units
    true = true_count(task.counts, margin)
    if margin.name in task.loose:
        steps = [task.loose[margin.name] + step for step in (-BASE, 0, BASE)]
        near = [each // BASE for each in steps if each >= 0 and abs(each - true) <= FURTHEST_CORRECTED]
        return min(near), max(near)
    wanted = {true // BASE, -(-true // BASE)}
    if margin.nearest:
        wanted = {(true + BASE // 2) // BASE}
    left = wanted - {value // BASE for value in task.barred.get(margin.name, ())}
    if len(wanted) == 1:
        left = wanted
    if not left:
        raise RoundingError(f"{' '.join(filter(None, margin.name))} cannot be printed without giving a count away.")
    return min(left), max(left)


def _weight(task: RoundingTask, margin: Margin) -> float:
    """What it costs to go up: the draw of this margin."""
    if not true_count(task.counts, margin) % BASE or _stands(task, margin) is not None:
        return 0.0
    return draw(task.secret, margin.name)


def draw(secret: bytes, name: Iterable[str]) -> float:
    """A number from -1 to 1 that only who holds the secret can work out."""
    drawn = hmac.new(secret, "\0".join(name).encode(), hashlib.sha256).digest()
    return int.from_bytes(drawn[:8], "big") / 2**63 - 1


def margins_of(cells: Iterable[Cell], shapes: Iterable[tuple[bool, ...]]) -> list[Margin]:
    """The margins of a ledger, one family a shape: a dimension that is False in it is added up, and is empty in the name."""
    grid = sorted(set(cells))
    made: list[Margin] = []
    for shape in shapes:
        groups: dict[Cell, list[Cell]] = defaultdict(list)
        for cell in grid:
            groups[tuple(value if kept else "" for value, kept in zip(cell, shape, strict=True))].append(cell)
        made += [Margin(name, tuple(found)) for name, found in groups.items()]
    return made
