"""Measure what the attacker takes from releases of invented ledgers: `python tools/attack_figures.py 57 244 484 --seeds 3`.

For each size (requests a year, 24 months): a first release of 22 months and two that each add a month, attacked all together, first
with nothing else known, then with the exact yearly totals by kind and by outcome and the exact monthly totals that others print; then
with a state that prints the same requests by quarter and outcome. Prints one line of JSON a run. CP-SAT, where installed, works out the
bounds again.
"""

import argparse
import json
import random
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.statistics.ledgers import KINDS, OUTCOMES, ledger, months, order, sums

from habeas.common.errors import HabeasError
from habeas.statistics.attack.audit import audit
from habeas.statistics.attack.claims import Claim, selector
from habeas.statistics.disclosure.release import NothingToReleaseError
from habeas.statistics.publishing import audited_release

ENDS = (date(2025, 10, 31), date(2025, 11, 30), date(2025, 12, 31))


def totals(counts: dict) -> list[Claim]:
    """What others print exactly: each year's kinds and outcomes, each month's total."""
    found = []
    for year in ("2024", "2025"):
        mine = [each for each in months(24) if each.startswith(year)]
        for at, names in ((1, KINDS), (2, OUTCOMES)):
            for name in names:
                value = sum(v for cell, v in counts.items() if cell[0].startswith(year) and cell[at] == name)
                where = selector("alder", mine, name if at == 1 else "", name if at == 2 else "")
                found.append(Claim(where, value, value, "statutory report"))
    for month in months(24):
        value = sum(v for cell, v in counts.items() if cell[0] == month)
        found.append(Claim(selector("alder", month, "", ""), value, value, "statutory report"))
    return found


def state(counts: dict, seed: int) -> list[Claim]:
    """What a state prints of the same office by quarter and outcome, rounded to a neighbor by its own draw."""
    chance, found = random.Random(seed), []  # noqa: S311 - chance is no secret
    for at in range(0, 24, 3):
        quarter = months(24)[at : at + 3]
        for outcome in OUTCOMES:
            true = sum(v for cell, v in counts.items() if cell[0] in quarter and cell[2] == outcome)
            value = 5 * (true // 5 + (1 if true % 5 and chance.random() < true % 5 / 5 else 0))
            found.append(Claim(selector("alder", quarter, "", outcome), max(0, value - 4), value + 4, "state"))
    return found


def run(a_year: int, seed: int, others: list[Claim], counts: dict) -> dict:
    """Three releases one after another, then the attack on all of them together."""
    made, before, tries, protect = [], None, 0, time.process_time()
    for last in ENDS:
        try:
            found = audited_release(order(counts, last=last, before=before), list(made), others)
        except NothingToReleaseError:
            continue
        before, tries = found.release, tries + found.tries
        made.append((f"release {len(made) + 1}", before.text))
    made, protect, attack = list(dict(made).items()), time.process_time() - protect, time.process_time()
    verdict = audit(made, others, requests=[("alder", *cell) for cell in counts])
    data, of = before.data, sums(counts)
    alone = [each["name"] for each in data["kinds"] if each["name"] != "other"]
    off = [abs(v - of(p, k, o, alone)) for p, k, o, v in data["cells"] if p]
    whole = [
        month for month in months(24) if any(period in month or _quarter(month) == period for period in data["periods"])
    ]
    total = sum(v for cell, v in counts.items() if cell[0] in whole)
    return {
        "unit": data["unit"], "cells": len(off), "mean error": round(sum(off) / len(off), 2), "most": max(off),
        "total off": abs(total - next(v for p, k, o, v in data["cells"] if not (p or k or o))), "releases": len(made),
        "tries": tries, "targets": verdict.targets, "exact": len(verdict.falls), "narrow": verdict.narrow,
        "narrow without us": verdict.narrow_without, "pairs": verdict.pairs, "changed": len(verdict.changed),
        "cpu s made and attacked": round(protect, 1), "cpu s last attack": round(time.process_time() - attack, 1),
    }  # fmt: skip


def _quarter(month: str) -> str:
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def main() -> None:
    """Run every size and seed that is asked for."""
    asked = argparse.ArgumentParser()
    asked.add_argument("sizes", nargs="*", type=int, default=[5, 57, 244, 484, 995, 1236, 5000])
    asked.add_argument("--seeds", type=int, default=1)
    given = asked.parse_args()
    for size in given.sizes:
        for seed in range(1, given.seeds + 1):
            counts = ledger(size, seed)
            for name, others in (("nothing", []), ("totals", totals(counts)), ("state", state(counts, seed))):
                try:
                    said = run(size, seed, others, counts)
                except HabeasError as fault:
                    said = {"not released": str(fault)[:300]}
                sys.stdout.write(json.dumps({"a year": size, "seed": seed, "others print": name, **said}) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
