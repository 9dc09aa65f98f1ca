"""One peer of the matching task, run in the interpreter it is installed in: its verdicts as CSV, as it decides and held to the rule.

The standard library and the scripts of the task's folder (the working directory) are all it needs; Habeas need not be installed there.
"""

import json
import os
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

BUDGET = 1e-4
"""Wrong `one` allowed for a query when a threshold is chosen."""
APART = 1e4
"""What is taken off a score whose birth date disagrees, more than any peer's scores span."""

Scores = dict[str, list[tuple[float, str]]]


def held(scores: Scores, people: list[dict[str, Any]], queries: list[dict[str, Any]]) -> Scores:
    """Return the scores with the first candidate put out of reach of `one` where its birth date is another than the query's."""
    born = {each["id"]: each["dob"] for each in people}
    found: Scores = {}
    for query in queries:
        listed = scores.get(query["id"]) or []
        other = bool(listed) and bool(query["dob"]) and born[listed[0][1]] not in {"", query["dob"]}
        found[query["id"]] = [(score - APART, person) for score, person in listed] if other else listed
    return found


def run(tune: str, test: str, peer: str, out: Path) -> dict[str, Any]:
    """Write four files into `out` (as it decides and held, tuned elsewhere and in hindsight); returns its CPU ms a query."""
    common, scorer = import_module("common"), import_module("run").registry()[peer]
    taught, asked = ((common.roster(at), common.queries(at), common.truth(at)) for at in (tune, test))
    if hasattr(scorer, "fit"):
        scorer.fit(*taught)
    there = scorer(*taught[:2])
    start = _cpu()
    here = scorer(*asked[:2])
    spent = _cpu() - start
    ids = [each["id"] for each in asked[1]]
    both = (("as", there, here), ("held", held(there, *taught[:2]), held(here, *asked[:2])))
    for name, one, other in both:
        for when, scores, truth in (("tuned", one, taught[2]), ("hindsight", other, asked[2])):
            limits = common.tune(scores, truth, BUDGET)
            shown = {"low": common.tune(there, taught[2], BUDGET)["low"]}
            common.verdicts(here, ids, limits | shown, str(out / f"{name}_{when}.csv"))
    return {"ms": round(1000 * spent / max(1, len(ids)), 3)}


def _cpu() -> float:
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())  # the folder of the task, whose scripts are imported by name
    sys.stdout.write(json.dumps(run(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]))) + "\n")
