"""Exact bounds of a sum over cells, given claims: the least and the most it can be in any ledger of whole numbers that fits them all.

Each solution is a whole ledger that fits, and speaks for every target at once: a target is safe when two solutions that differ enough are
known, and only what stays narrow is worked out to its ends. HiGHS is the solver; the bench repeats it with another (CP-SAT).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

from habeas.common.quiet import quietly
from habeas.statistics.attack.claims import Claim, Place, Selector

WIDE = 4
"""A count whose possible values differ by this much, five values, is not narrowed further."""
ROUNDS = 12
NODES = 20_000
WHOLE = 1e-6
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Columns = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Bound:
    """What one target can be. `exact` where the ends are the true ends; else it is at least this wide."""

    low: int
    high: int
    exact: bool

    @property
    def known(self) -> bool:
        """Whether the count is given away."""
        return self.exact and self.low == self.high


@dataclass(slots=True)
class Search:
    """One set of claims as an integer program, with every ledger found so far."""

    places: list[Place]
    claims: Sequence[Claim]
    limits: Mapping[str, float] = field(default_factory=dict)
    """How far what a source printed may be from the ledger, all of its counts together."""
    ledgers: list[Numbers] = field(default_factory=list)
    having: list[dict[str, Flags]] = field(init=False)
    """For each dimension, which cells have a value of it."""
    found: dict[Selector, Columns] = field(default_factory=dict)
    """The cells of each selector that was asked for."""
    model: highspy.Highs = field(init=False)
    loose: highspy.Highs = field(init=False)
    """The same without whole numbers: quick, and right wherever its end is reached by a ledger already found."""

    def __post_init__(self) -> None:
        self.having = [
            {value: np.array([each == value for each in values]) for value in set(values)}
            for values in zip(*self.places, strict=True)
        ]
        self.model, self.loose = _model(len(self.places), whole=True), _model(len(self.places), whole=False)
        for claim in self.claims:
            columns = self.columns(claim.where)
            top = highspy.kHighsInf if claim.high is None else claim.high
            for each in (self.model, self.loose):
                each.addRow(claim.low, top, len(columns), columns, np.ones(len(columns)))
        for source, most in self.limits.items():
            self._limit([each for each in self.claims if each.source == source and each.value is not None], most)

    def _limit(self, printed: Sequence[Claim], most: float) -> None:
        """Hold the distances of one release's counts together under its limit: a column each, at least as large either way."""
        for model in (self.model, self.loose):
            first = model.getNumCol()
            model.addVars(len(printed), np.zeros(len(printed)), np.full(len(printed), highspy.kHighsInf))
            for at, claim in enumerate(printed, first):
                columns, value = np.append(self.columns(claim.where), np.int32(at)), claim.value or 0
                ones = np.ones(len(columns))
                model.addRow(-highspy.kHighsInf, value, len(columns), columns, np.append(ones[:-1], -1))
                model.addRow(value, highspy.kHighsInf, len(columns), columns, ones)
            every = np.arange(first, first + len(printed), dtype=np.int32)
            model.addRow(-highspy.kHighsInf, most, len(every), every, np.ones(len(every)))

    def columns(self, where: Selector) -> Columns:
        """The cells that a selector means."""
        if where not in self.found:
            meant = np.ones(len(self.places), dtype=bool)
            for wanted, having in zip(where, self.having, strict=True):
                if wanted:
                    meant &= np.any(
                        [having[each] for each in wanted if each in having] or [np.zeros_like(meant)], axis=0
                    )
            self.found[where] = np.flatnonzero(meant).astype(np.int32)
        return self.found[where]

    def ledger(self, cost: Numbers, *, to_the_end: bool) -> Numbers | None:
        """A ledger that fits and makes `cost` small, smallest where `to_the_end`; None where the search gave up or nothing fits."""
        size = len(self.places)
        self.model.setOptionValue("mip_rel_gap", 0.0 if to_the_end else 0.5)
        self.model.changeColsCost(size, np.arange(size, dtype=np.int32), cost)
        self.model.run()
        status = self.model.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            found: Numbers = np.rint(np.array(self.model.getSolution().col_value[:size]))
            self.ledgers.append(found)
            return found
        return None

    def least(self, cost: Numbers) -> float | None:
        """What `cost` cannot go below, parts of people allowed; None where it has no end. Whole numbers met on the way are kept."""
        size = len(self.places)
        self.loose.changeColsCost(size, np.arange(size, dtype=np.int32), cost)
        self.loose.run()
        if self.loose.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found: Numbers = np.array(self.loose.getSolution().col_value[:size])
        if np.abs(found - np.rint(found)).max() < WHOLE:
            self.ledgers.append(np.rint(found))
        return float(self.loose.getInfo().objective_function_value)

    def at_least(self, column: int, value: float) -> None:
        """Hold one cell at `value` or more."""
        for each in (self.model, self.loose):
            each.changeColBounds(column, value, highspy.kHighsInf)


def _model(size: int, *, whole: bool) -> highspy.Highs:
    model = quietly(highspy.Highs)
    for name, value in (("output_flag", False), ("threads", 1), ("random_seed", 7), ("mip_max_nodes", NODES)):
        model.setOptionValue(name, value)
    model.addVars(size, np.zeros(size), np.full(size, highspy.kHighsInf))
    if whole:
        every = np.arange(size, dtype=np.int32)
        model.changeColsIntegrality(size, every, np.full(size, highspy.HighsVarType.kInteger))
    return model


def bounds(search: Search, targets: Sequence[Selector]) -> list[Bound | None]:
    """The bounds of each target; None where no ledger fits the claims, which says that a claim is wrong."""
    matrix = membership(search, targets)
    if search.ledger(np.zeros(len(search.places)), to_the_end=False) is None:
        return [None] * len(targets)
    widen(search, matrix)
    low, high = seen(search, matrix)
    exact = {int(at): ends(search, matrix[at]) for at in np.flatnonzero(high - low < WIDE)}
    low, high = seen(search, matrix)
    return [Bound(int(a), int(b), exact.get(at, False)) for at, (a, b) in enumerate(zip(low, high, strict=True))]


def membership(search: Search, targets: Sequence[Selector]) -> Numbers:
    """A row a target, a column a cell: 1 where the target adds it up."""
    matrix: Numbers = np.zeros((len(targets), len(search.places)))
    for row, where in enumerate(targets):
        matrix[row, search.columns(where)] = 1
    return matrix


def seen(search: Search, matrix: Numbers) -> tuple[Numbers, Numbers]:
    """The least and the most of each target in the ledgers found so far."""
    values = np.array(search.ledgers) @ matrix.T
    return values.min(axis=0), values.max(axis=0)


def widen(search: Search, matrix: Numbers, rounds: int = ROUNDS, wide: int = WIDE) -> None:
    """Look for ledgers that pull many narrow targets apart at once."""
    chance = np.random.default_rng(11)
    for _ in range(rounds):
        low, high = seen(search, matrix)
        narrow = high - low < wide
        if not narrow.any():
            return
        weights = np.where(narrow, chance.uniform(0.2, 1, len(narrow)) * chance.choice([-1, 1], len(narrow)), 0)
        for sign in (1, -1):
            search.ledger(sign * (weights @ matrix), to_the_end=False)


def ends(search: Search, row: Numbers) -> bool:
    """Work out both ends of one target; False where the search gave up before it was sure, so that it stays what was seen."""
    return all(_end(search, sign * row) for sign in (1, -1))


def _end(search: Search, cost: Numbers) -> bool:
    """One end: that of the loose program where a ledger reaches it, else that of the whole one."""
    nearest = min(float(each @ cost) for each in search.ledgers)
    loose = search.least(cost)
    if loose is not None and nearest <= loose + 1 - WHOLE:
        return True
    return search.ledger(cost, to_the_end=True) is not None
