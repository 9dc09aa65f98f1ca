"""Measure what the attacker takes from releases of invented ledgers: `python tools/attack_figures.py 57 244 484 --seeds 3`.

For each size (requests a year, 24 months): a first release of 22 months and two that each add a month, attacked all together as outsider
and as insider (every request that was really made), with what others print beside: `nothing`; `totals`, the exact yearly totals by kind
and by outcome and the exact monthly totals; `state`, the same requests by quarter and outcome, rounded by another; `crossed`, the exact
table of the first year's kinds by outcome; `federal`, the exact number of each month's detainers, as the sender's own file has it.
Prints one line of JSON a run. `no less than` is the mean error of each count by itself at its nearest multiple of 5: no rounding to
multiples of 5 has a smaller one.
`--second N`: CP-SAT (the bench group) works out the bounds of N of the small counts again, narrow ones first.
`--peer`: pytauargus, where it is installed, hides cells of the first year's months by kind and of its quarters by kind and outcome.
"""

import argparse
import json
import random
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.statistics.ledgers import KINDS, OUTCOMES, ledger, months, order, sums

from habeas.common.errors import HabeasError
from habeas.statistics.attack.audit import SMALL_PRINTED, audit
from habeas.statistics.attack.bounds import WIDE, Search, bounds
from habeas.statistics.attack.claims import Claim, grid_of, selector, together
from habeas.statistics.attack.reading import release_claims
from habeas.statistics.disclosure.release import NothingToReleaseError
from habeas.statistics.publishing import audited_release

KINDS_SENT = "detainer"
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


def crossed(counts: dict) -> list[Claim]:
    """The exact table of the first year's kinds by outcome, as a statutory report prints it."""
    year, found = months(12), []
    for kind in KINDS:
        for outcome in OUTCOMES:
            value = sum(v for (month, a, b), v in counts.items() if month in year and (a, b) == (kind, outcome))
            found.append(Claim(selector("alder", year, kind, outcome), value, value, "published table"))
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


def federal(counts: dict) -> list[Claim]:
    """What the sender's own file tells of each jail: every month's detainers exactly, whatever became of them."""
    found = []
    for month in months(24):
        value = sum(v for (at, kind, _), v in counts.items() if (at, kind) == (month, KINDS_SENT))
        found.append(Claim(selector("alder", month, KINDS_SENT, ""), value, value, "the sender's file"))
    return found


OTHERS = {
    "nothing": lambda counts, seed: [],
    "totals": lambda counts, seed: totals(counts),
    "state": state,
    "crossed": lambda counts, seed: crossed(counts),
    "federal": lambda counts, seed: federal(counts),
}
"""What others print, by name."""


def run(counts: dict, others: list[Claim], second: int = 0) -> dict:
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
    least = [min(true % 5, -true % 5) for p, k, o, _ in data["cells"] if p for true in [of(p, k, o, alone)]]
    whole = [
        month for month in months(24) if any(period in month or _quarter(month) == period for period in data["periods"])
    ]
    total = sum(v for cell, v in counts.items() if cell[0] in whole)
    return {
        "unit": data["unit"], "cells": len(off), "mean error": round(sum(off) / len(off), 2), "most": max(off),
        "no less than": round(sum(least) / len(least), 2),
        "total off": abs(total - next(v for p, k, o, v in data["cells"] if not (p or k or o))), "releases": len(made),
        "tries": tries, "targets": verdict.targets, "exact": len(verdict.falls), "narrow": verdict.narrow,
        "narrow without us": verdict.narrow_without, "pairs": verdict.pairs, "changed": len(verdict.changed),
        "cpu s made and attacked": round(protect, 1), "cpu s last attack": round(time.process_time() - attack, 1),
        **(by_second_solver(made, others, second) if second else {}),
    }  # fmt: skip


def by_second_solver(made: list, others: list[Claim], wanted: int) -> dict:
    """The bounds of small counts by HiGHS and by CP-SAT: how many were held against each other, and how many disagree."""
    claims, _ = together([*(claim for name, text in made for claim in release_claims(text, name)), *others])
    own = [
        each for each in claims if each.cell and each.low < SMALL_PRINTED and (each.high or 0) <= SMALL_PRINTED + WIDE
    ]
    targets = list(dict.fromkeys(each.where for each in own))
    search = Search(grid_of(claims), claims)
    found = sorted(zip(bounds(search, targets), targets, strict=True), key=lambda pair: pair[0].high - pair[0].low)
    differ = 0
    for bound, where in found[:wanted]:
        low, high = cp_sat_ends(search, where)
        differ += (low, high) != (bound.low, bound.high) if bound.exact else not low <= bound.low <= bound.high <= high
    return {"held against CP-SAT": len(found[:wanted]), "CP-SAT differs": differ}


def cp_sat_ends(search: Search, where: tuple) -> tuple[int, int]:
    """The least and the most of a sum by CP-SAT."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - only where it is installed

    most, ends = 10 * max(each.high or 0 for each in search.claims) + 100, []
    for sign in (1, -1):
        model = cp_model.CpModel()
        cells = [model.new_int_var(0, most, str(at)) for at in range(len(search.places))]
        for each in search.claims:
            total = sum(cells[at] for at in search.columns(each.where))
            model.add_linear_constraint(total, each.low, most * len(cells) if each.high is None else each.high)
        model.minimize(sign * sum(cells[at] for at in search.columns(where)))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.random_seed = 1, 1
        if solver.solve(model) != cp_model.OPTIMAL:
            raise HabeasError("CP-SAT found no end.")
        ends.append(round(sign * solver.objective_value))
    return ends[0], ends[1]


def by_peer(counts: dict) -> list[dict]:
    """How much pytauargus hides of the first year (optimal suppression, frequencies below 8), one table a line."""
    import pandas  # noqa: PLC0415 - only where it is installed

    rows = [(*cell, 1.0) for cell, count in counts.items() for _ in range(count) if cell[0] in months(12)]
    frame = pandas.DataFrame(rows, columns=["month", "kind", "outcome", "one"])
    return [
        hidden(frame, table, "OPT(1)")
        for table in (["month", "kind"], ["month", "outcome"], ["month", "kind", "outcome"])
    ]


def state_by_peer(counts: dict) -> dict:
    """The same for 254 offices by quarter and outcome, by the method that is quick enough for it."""
    import pandas  # noqa: PLC0415 - only where it is installed

    rows = [(*cell, 1.0) for cell, count in counts.items() for _ in range(count)]
    return hidden(
        pandas.DataFrame(rows, columns=["office", "quarter", "outcome", "one"]),
        ["office", "quarter", "outcome"],
        "MOD(1)",
    )


def hidden(frame: object, table: list[str], method: str) -> dict:
    """One table protected by pytauargus: the share of its cells that are blank, and the seconds it took."""
    from pytauargus import protect  # noqa: PLC0415 - only where it is installed

    start = time.process_time()
    with TemporaryDirectory() as folder:
        made = protect(frame, table, response="one", safety_rules="FREQ(8,30)", suppress=method, workdir=folder)
    status = [each for each in made.tables[0].dataframe().status if each != "E"]
    blank = sum(each in {"U", "M"} for each in status)
    return {"peer": method, "table": " x ".join(table), "cells": len(status), "blank": round(blank / len(status), 2),
            "cpu s": round(time.process_time() - start, 1)}  # fmt: skip


def state_of_offices(seed: int, offices: int = 254) -> dict:
    """An invented state: counts by office, quarter and outcome."""
    chance, found = random.Random(seed), {}  # noqa: S311 - chance is no secret
    for office in range(offices):
        for quarter in range(1, 5):
            for outcome in OUTCOMES[:4]:
                found[f"office-{office:03d}", f"2025-Q{quarter}", outcome] = int(chance.expovariate(1 / 12))
    return found


def _quarter(month: str) -> str:
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def main() -> None:
    """Run every size and seed that is asked for, every size of one seed before the next seed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("sizes", nargs="*", type=int, default=[5, 57, 244, 484, 995, 1236, 5000])
    asked.add_argument("--seeds", type=int, default=1)
    asked.add_argument("--first", type=int, default=1)
    asked.add_argument("--others", default=",".join(OTHERS))
    asked.add_argument("--second", type=int, default=0)
    asked.add_argument("--peer", action="store_true")
    given = asked.parse_args()
    if given.peer:
        tell({"state": "254 x 4 x 4", **state_by_peer(state_of_offices(1))})
    for seed in range(given.first, given.first + given.seeds):
        for size in given.sizes:
            counts = ledger(size, seed)
            for said in by_peer(counts) if given.peer else ():
                tell({"a year": size, "seed": seed, **said})
            for name in given.others.split(","):
                try:
                    said = run(counts, OTHERS[name](counts, seed), given.second)
                except HabeasError as fault:
                    said = {"not released": str(fault)[:300]}
                tell({"a year": size, "seed": seed, "others print": name, **said})


def tell(said: dict) -> None:
    """Print one run as a line of JSON, at once."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
