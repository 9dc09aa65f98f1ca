"""A state's release: counts of many offices by period and outcome, rounded as one hierarchy, so that offices add up to the state."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.common.canonical import readable_json
from habeas.statistics.disclosure.release import TOTALS_OFF
from habeas.statistics.disclosure.rounding import (
    BASE,
    FURTHEST,
    Cell,
    Margin,
    Rounded,
    RoundingTask,
    margins_of,
    rounded,
)

STATE_FORMAT = "habeas-state-figures/1"
SHAPES = (
    (True, True, False), (True, False, True), (True, False, False), (False, True, True), (False, True, False), (False, False, True),
)  # fmt: skip
"""What is printed: of each office its periods, its outcomes and its total; of the state its periods by outcome, periods and outcomes."""


@dataclass(frozen=True, slots=True)
class StateOrder:
    """What a state's release is made of: counts by office, period and outcome, and of which offices nothing is counted in a period."""

    report: str
    item: str
    counts: Mapping[Cell, int]
    missing: tuple[tuple[str, str], ...]
    on: date
    secret: bytes
    barred: Mapping[Cell, frozenset[int]] = field(default_factory=dict)


def make_state_release(order: StateOrder) -> str:
    """The document of a state's release. Raises RoundingError where no rounding fits."""
    grid = sorted(order.counts)
    whole = Margin(("", "", ""), tuple(grid), nearest=True)
    task = RoundingTask(order.counts, (*margins_of(grid, SHAPES), whole), order.secret, barred=order.barred)
    return readable_json(_document(order, rounded(task)))


def _document(order: StateOrder, made: Rounded) -> dict[str, Any]:
    offices, periods, outcomes = (sorted({cell[at] for cell in order.counts}) for at in range(3))
    return {
        "format": STATE_FORMAT, "report": order.report, "item": order.item, "made_on": str(order.on), "version": 1,
        "base": BASE, "off_by": FURTHEST, "totals_off_by": TOTALS_OFF, "mean_off_by": made.mean,
        "offices": offices, "periods": periods, "outcomes": outcomes,
        "not_counted": [list(each) for each in order.missing], "cells": [[*name, value] for name, value in sorted(made.printed.items())],
    }  # fmt: skip
