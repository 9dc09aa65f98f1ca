"""Invented ledgers: requests a year, by month, kind and outcome, drawn from a seed."""

import random
from datetime import date

from habeas.statistics.disclosure.release import Names, ReleaseOrder

KINDS = {"detainer": 70, "notification": 12, "list": 2, "interview": 9, "judicial_warrant": 4, "subpoena": 3}
OUTCOMES = ("complied", "refused", "waits", "open", "aside")
CHANCE = {"detainer": (6, 84, 4, 2, 4), "notification": (25, 55, 10, 5, 5), "list": (10, 60, 20, 10, 0)}
OTHERS = (40, 45, 5, 5, 5)
NAMES = Names("alder", "Alder County", {each: each for each in KINDS}, {each: each for each in OUTCOMES})


def months(count, start=2024):
    return [f"{start + each // 12}-{each % 12 + 1:02d}" for each in range(count)]


def ledger(a_year, seed=1, count=24):
    chance, found = random.Random(seed), {}  # noqa: S311 - chance is no secret
    for _ in range(a_year * count // 12):
        kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
        outcome = chance.choices(OUTCOMES, CHANCE.get(kind, OTHERS))[0]
        cell = (chance.choice(months(count)), kind, outcome)
        found[cell] = found.get(cell, 0) + 1
    return found


def order(counts, **more):
    given = {
        "first": date(2024, 1, 1),
        "last": date(2025, 12, 31),
        "on": date(2026, 6, 1),
        "secret": b"a secret",
    } | more
    return ReleaseOrder(NAMES, counts, **given)


def sums(counts):
    """What is printed of a ledger, truly: every sum over some of its dimensions by month, quarter and year."""

    def of(period, kind, outcome, alone):
        return sum(
            value
            for (month, a, b), value in counts.items()
            if _in(month, period) and (not kind or (a == kind if kind in alone else kind == "other" and a not in alone))
            and (not outcome or b == outcome)
        )  # fmt: skip

    return of


def _in(month, period):
    if "Q" in period:
        return month[:4] == period[:4] and (int(month[5:]) + 2) // 3 == int(period[-1])
    return month.startswith(period)
