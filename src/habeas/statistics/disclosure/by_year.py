"""What a release prints of whole years beside its requests: each series of classes rounded with its total, once and for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.statistics.disclosure.periods import FEWEST_BY_QUARTER
from habeas.statistics.disclosure.rounding import Cell, Margin, RoundingError, RoundingTask, rounded


@dataclass(frozen=True, slots=True)
class YearSeries:
    """One series of one year: its true counts by class. `parts` are the outcomes of requests that the classes part, where they do."""

    year: str
    name: str
    title: str
    says: str
    unit: str
    classes: Mapping[str, str]
    counts: Mapping[str, int]
    parts: tuple[str, ...] = ()

    @property
    def printed(self) -> bool:
        """Whether there is enough of it to be printed."""
        return sum(self.counts.values()) >= FEWEST_BY_QUARTER


def series_of(
    before: Iterable[Mapping[str, Any]],
    given: Iterable[YearSeries],
    years: Iterable[str],
    secret: bytes,
    barred: Mapping[Cell, frozenset[int]],
) -> list[dict[str, Any]]:
    """The series of a release: those printed before as they were, then each new one of a whole year that can be rounded."""
    found = [dict(each) for each in before]
    held, whole = {(each["year"], each["name"]) for each in found}, set(years)
    for each in given:
        if each.printed and each.year in whole and (each.year, each.name) not in held:
            found += _series(each, secret, barred)
    return sorted(found, key=lambda one: (one["year"], one["name"]))


def _series(series: YearSeries, secret: bytes, barred: Mapping[Cell, frozenset[int]]) -> list[dict[str, Any]]:
    """One series as the document holds it; none where no rounding of it fits."""
    cells = {name: (series.year, series.name, name) for name in series.classes}
    whole = Margin((series.year, series.name, ""), tuple(cells.values()), nearest=True)
    margins = (*(Margin(cell, (cell,)) for cell in cells.values()), whole)
    counts: dict[Cell, int] = {cells[name]: count for name, count in series.counts.items()}
    try:
        made = rounded(RoundingTask(counts, margins, secret, barred=barred))
    except RoundingError:
        return []
    return [{
        "year": series.year, "name": series.name, "title": series.title, "says": series.says, "unit": series.unit,
        "parts_outcomes": list(series.parts), "classes": [{"name": name, "words": words} for name, words in series.classes.items()],
        "cells": [[name, made.printed[cell]] for name, cell in cells.items()], "all": made.printed[whole.name],
        "mean_off_by": made.mean,
    }]  # fmt: skip
