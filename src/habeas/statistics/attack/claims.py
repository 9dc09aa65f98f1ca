"""What somebody knows of a ledger: each printed number as a sum over cells that lies between two numbers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

Place = tuple[str, ...]
"""One cell that is not known: office, period, kind, outcome."""
Selector = tuple[tuple[str, ...], ...]
"""Which cells: for each dimension the values meant, or none for all of them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The sum over the cells of a selector is at least `low` and, where it is known, at most `high`."""

    where: Selector
    low: int
    high: int | None
    source: str
    cell: tuple[str, ...] = ()
    """The cell of the release that says so: office, period, kind, outcome; empty where a release does not."""
    value: int | None = None
    """What the release printed there: what its distance is counted from, where it says how far its counts are off on average."""
    table: str = ""
    """Which table it is of: empty for requests by kind and outcome, else a series of a year, after which its office is named too."""

    def holds_at(self, place: Place) -> bool:
        """Whether a cell is one of those that are added up."""
        return all(not wanted or value in wanted for wanted, value in zip(self.where, place, strict=True))

    def words(self) -> str:
        """The claim's cells as a person reads them."""
        said = self.cell or tuple("+".join(each) for each in self.where)
        return ", ".join(filter(None, said)) or "the whole"


def grid_of(claims: Iterable[Claim]) -> list[Place]:
    """Every cell that the claims can speak of: each value of a dimension with each of the others."""
    held = list(claims)
    if not held:
        return []
    wide = len(held[0].where)
    values = [sorted({value for claim in held for value in claim.where[at]}) or [""] for at in range(wide)]
    found: list[Place] = [()]
    for each in values:
        found = [(*place, value) for place in found for value in each]
    return found


def selector(*values: str | Sequence[str]) -> Selector:
    """A selector from one name, several names, or an empty text for all, a dimension each."""
    return tuple(((each,) if each else ()) if isinstance(each, str) else tuple(each) for each in values)


def together(claims: Sequence[Claim]) -> tuple[list[Claim], Callable[[Place], Place]]:
    """The same claims with values that always stand together made one, so that no cell is looked for that nobody speaks of.

    With them, what a cell is called now.
    """
    wide = len(claims[0].where) if claims else 0
    names = [_classes([claim.where[at] for claim in claims]) for at in range(wide)]

    def known_as(place: Place) -> Place:
        return tuple(by.get(value, "") for value, by in zip(place, names, strict=True))

    return [replace(claim, where=_renamed(claim.where, names)) for claim in claims], known_as


def _classes(wanted: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """Each value by the first of those that no claim tells apart from it."""
    held: dict[str, list[int]] = {}
    for number, values in enumerate(wanted):
        for value in values:
            held.setdefault(value, []).append(number)
    first: dict[tuple[int, ...], str] = {}
    return {value: first.setdefault(tuple(held[value]), value) for value in sorted(held)}


def _renamed(where: Selector, names: Sequence[dict[str, str]]) -> Selector:
    return tuple(tuple(dict.fromkeys(by[value] for value in each)) for each, by in zip(where, names, strict=True))
