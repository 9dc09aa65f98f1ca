"""The years of birth as a drawing made by hand, and as rows for a table: a birth that was read wrong stands far from the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WIDE, HIGH, FOOT = 560, 120, 18
STEP = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its years, how many people, and where it stands."""

    years: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class BirthsDrawn:
    """The whole drawing."""

    bars: tuple[Bar, ...]
    unknown: int
    first: str = ""
    last: str = ""
    wide: int = WIDE
    high: int = HIGH + FOOT
    foot: int = HIGH


def drawn(births: Mapping[str, Any]) -> BirthsDrawn:
    """Draw the years of birth in steps of five years, from the earliest to the latest."""
    counts: dict[int, int] = {}
    for year, count in births["years"]:
        counts[year - year % STEP] = counts.get(year - year % STEP, 0) + count
    if not counts:
        return BirthsDrawn((), births["unknown"])
    steps = range(min(counts), max(counts) + 1, STEP)
    width, most = WIDE / len(steps), max(counts.values())
    bars = tuple(_bar(place, year, counts.get(year, 0), width, most) for place, year in enumerate(steps))
    return BirthsDrawn(bars, births["unknown"], bars[0].years, bars[-1].years)


def _bar(place: int, year: int, count: int, width: float, most: int) -> Bar:
    height = round(count / most * (HIGH - 10), 1)
    return Bar(
        f"{year}–{year + STEP - 1}",
        count,
        round(place * width + 1, 1),
        round(HIGH - height, 1),
        round(max(width - 2, 1), 1),
        height,
    )
