"""The insider: somebody who knows any one request, and whether a printed count becomes exact by that."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from habeas.statistics.attack.bounds import WHOLE, Numbers, Search, membership
from habeas.statistics.attack.claims import Claim, Place, Selector

REACHES = 20


@dataclass(frozen=True, slots=True)
class Attack:
    """What is known, what of it without the releases under attack, what is attacked, and where there is a request to know."""

    search: Search
    others: Sequence[Claim]
    targets: Sequence[Claim]
    real: Collection[Place] | None = None

    def alone(self) -> Search:
        """What is known without the releases under attack. Where others leave a count without an end, one is set far away."""
        whole: Selector = tuple(() for _ in self.search.places[0])
        far = Claim(whole, 0, 10 * sum(each.high or 0 for each in self.others) + 1000, "no more than that")
        return Search(self.search.places, [*self.others, far], _theirs(self.search.limits, self.others))


def _theirs(limits: Mapping[str, float], others: Sequence[Claim]) -> dict[str, float]:
    """The limits of releases that were out already."""
    sources = {each.source for each in others}
    return {source: most for source, most in limits.items() if source in sources}


def columns_of(attack: Attack) -> list[int]:
    """The cells of which somebody may know a request."""
    places = attack.search.places
    return [at for at, place in enumerate(places) if attack.real is None or place in attack.real]


def given_away(attack: Attack, targets: Sequence[Claim]) -> Iterator[tuple[Place, Claim, int]]:
    """Each count that is exact to whoever knows one request of a cell, by this release: the cell, the count, and what it is."""
    if not targets:
        return
    columns, pairs = (
        columns_of(attack),
        _Pairs(attack.search, membership(attack.search, [each.where for each in targets])),
    )
    _all_at_once(attack.search, columns, pairs.matrix)
    _reach(attack.search, columns)
    alone = _Pairs(attack.alone(), pairs.matrix) if attack.others else None
    for column in columns:
        for row, value in pairs.stuck(column, range(len(targets))).items():
            if alone is None or row not in alone.stuck(column, [row]):
                yield attack.search.places[column], targets[row], value


class _Pairs:
    """Every pair of a cell and a target: whether two ledgers are known that hold a request of the cell and differ in the target."""

    def __init__(self, search: Search, matrix: Numbers) -> None:
        self.search, self.matrix = search, matrix
        self.ledgers: Numbers = np.zeros((0, len(search.places)))
        self.values: Numbers = np.zeros((0, len(matrix)))

    def stuck(self, column: int, rows: Sequence[int]) -> dict[int, int]:
        """The targets that have one value only, in whatever ledger has a request of the cell."""
        waiting = self._alike(column, rows)
        if not waiting:
            return {}
        self.search.at_least(column, 1)
        try:
            if self.search.least(np.zeros(len(self.search.places))) is None:
                return {}
            return {row: found for row in waiting if (found := self._only(column, row)) is not None}
        finally:
            self.search.at_least(column, 0)

    def _only(self, column: int, row: int) -> int | None:
        """The one value of a target, None where there are two: by the loose program where that suffices, else by the whole one."""
        if not self._alike(column, [row]):
            return None
        cost = self.matrix[row]
        ends = [self.search.least(sign * cost) for sign in (1, -1)]
        low, high = (None if end is None else end * sign for end, sign in zip(ends, (1, -1), strict=True))
        if low is not None and high is not None and np.ceil(low - WHOLE) >= np.floor(high + WHOLE):
            return int(np.ceil(low - WHOLE))
        return self._only_whole(column, row)

    def _only_whole(self, column: int, row: int) -> int | None:
        for sign in (1, -1):
            if self._alike(column, [row]):
                self.search.ledger(sign * self.matrix[row], to_the_end=True)
        held = self._of(column)
        return int(held[0, row]) if len(held) and self._alike(column, [row]) else None

    def _alike(self, column: int, rows: Sequence[int]) -> list[int]:
        held = self._of(column)[:, list(rows)]
        if not len(held):
            return list(rows)
        return [row for row, same in zip(rows, held.max(axis=0) == held.min(axis=0), strict=True) if same]

    def _of(self, column: int) -> Numbers:
        """The targets' values in each ledger that holds a request of the cell."""
        fresh = self.search.ledgers[len(self.ledgers) :]
        if fresh:
            self.ledgers = np.vstack([self.ledgers, *fresh])
            self.values = np.vstack([self.values, np.array(fresh) @ self.matrix.T])
        return self.values[self.ledgers[:, column] >= 1]


def _all_at_once(search: Search, columns: Sequence[int], matrix: Numbers) -> None:
    """Ledgers that hold a request of every cell at once, and pull the targets apart: each speaks for every pair. There may be none."""
    chance, first = np.random.default_rng(17), len(search.ledgers)
    for column in columns:
        search.at_least(column, 1)
    try:
        found = search.ledger(np.zeros(len(search.places)), to_the_end=False)
        for _ in range(REACHES if found is not None else 0):
            values = np.array(search.ledgers[first:]) @ matrix.T
            alike = values.max(axis=0) == values.min(axis=0)
            if not alike.any():
                return
            weights = np.where(alike, chance.uniform(0.2, 1, len(alike)) * chance.choice([-1, 1], len(alike)), 0)
            for sign in (1, -1):
                search.ledger(sign * (weights @ matrix), to_the_end=False)
    finally:
        for column in columns:
            search.at_least(column, 0)


def _reach(search: Search, columns: Sequence[int]) -> None:
    """Find ledgers in which each cell is at least one, wherever the claims allow it."""
    chance, mine = np.random.default_rng(13), np.zeros(len(search.places))
    mine[list(columns)] = 1
    for _ in range(REACHES):
        empty = mine * (np.array(search.ledgers).max(axis=0) < 1)
        if not empty.any():
            return
        search.ledger(-(empty * chance.uniform(0.5, 1, len(empty))), to_the_end=False)
