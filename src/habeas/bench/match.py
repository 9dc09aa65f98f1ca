"""Who is meant, measured: Habeas and the peers that are installed, on one invented task, in one run.

The task, the scorer and the peers are scripts in a folder that the user names (`gen.py`, `score.py`, `run.py`); none is part of Habeas.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.bench.match_orders import ORDERS, other_middle
from habeas.matching import Index, Query
from habeas.matching.files import read_queries, write_out
from habeas.roster.profile import load_profile
from habeas.roster.read import read_roster

PEER_NAMES = (
    "fellegi_sunter_by_hand",
    "rapidfuzz_wratio_dob_ids_guarded",
    "hmpps_style_ladder",
    "exact_name_dob",
    "splink5_tf_guarded",
    "recordlinkage_logistic_guarded",
    "learned_judge_ceiling",
)
"""The peers that are run where they are installed; the others of the folder can be named with --peer."""
TEACH = (3, 4)
"""Seeds of the labelled queries that a learned peer is taught on; neither may be the one that is reported."""
_TIMEOUT = 1_500


@dataclass(frozen=True, slots=True)
class Task:
    """What is measured: the peers' folder, the seed thresholds are tuned on, the seed that is reported, and the sizes."""

    folder: Path
    tune: int = 1
    test: int = 2
    people: int = 13_000
    queries: int = 30_000
    peers: tuple[str, ...] = PEER_NAMES
    pythons: tuple[str, ...] = (sys.executable,)
    """Interpreters in which peers may be installed; each peer is tried in each until one runs it."""


def match_bench(task: Task) -> Iterator[dict[str, Any]]:
    """Yield a row for Habeas by each way a name is given, the product's own first, then rows for each peer.

    A peer is shown as it decides and held to the rule, or with the word why it was skipped.

    Wrong `one` is per 10,000 queries. Held to the rule, a near birth date is a conflict and never `one`.
    """
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        learned = any(peer.startswith("learned") for peer in task.peers)
        for seed in {task.tune, task.test, *(TEACH if learned else ())}:
            _made(task, seed, base)
        yield from _ours(task, base / f"t{task.test}")
        for peer in task.peers:
            yield from _theirs(task, peer, base)


def _made(task: Task, seed: int, base: Path) -> None:
    sizes = ["--roster", str(task.people), "--queries", str(task.queries)]
    command = [sys.executable, "gen.py", "--seed", str(seed), *sizes, "--out", str(base / f"t{seed}")]
    _run(command, task.folder)


def _ours(task: Task, data: Path) -> Iterator[dict[str, Any]]:
    roster, asked = read_roster(data / "roster.csv", load_profile("plain")), read_queries(data / "queries.csv")
    start = time.process_time()
    index = Index.build(roster.people)
    built = time.process_time() - start
    for name, order in ORDERS.items():
        row = _in_order(f"Habeas, {name}", index, [order(query) for query in asked.queries], data, task)
        yield row | {"build_s": round(built, 2)} | other_middle(index, roster.people, order, task.test)


def _in_order(engine: str, index: Index, queries: list[Query], data: Path, task: Task) -> dict[str, Any]:
    answers, times = [], []
    for query in queries:
        start = time.process_time()
        answers.append((query, index.match(query)))
        times.append(time.process_time() - start)
    out = Path(tempfile.mkdtemp(dir=data)) / "out.csv"  # one folder an order: an answer is never written over another
    write_out(out, answers)
    times.sort()
    return _scored(engine, out, data, task) | {
        "ms": round(1000 * sum(times) / max(1, len(times)), 3),
        "p99_ms": round(1000 * times[int(len(times) * 0.99)], 3) if times else None,
    }


def _theirs(task: Task, peer: str, base: Path) -> Iterator[dict[str, Any]]:
    last = "not installed in any interpreter given"
    data, driver = base / f"t{task.test}", str(Path(__file__).with_name("match_peer.py"))
    taught = {"JUDGE_TASKS": ":".join(str(base / f"t{seed}") for seed in TEACH)}
    for python in task.pythons:
        try:
            done = _run([python, driver, str(base / f"t{task.tune}"), str(data), peer, str(base)], task.folder, taught)
        except subprocess.TimeoutExpired:
            last = f"took more than {_TIMEOUT} s"
            continue
        except subprocess.CalledProcessError as fault:
            last = _why(fault.stderr or "")
            continue
        spent = json.loads(done.strip().splitlines()[-1])
        for column, what in PEER_COLUMNS.items():
            out = base / f"{column}.csv"
            if column.startswith("held"):
                hold_to_rule(out, data)
            yield _scored(f"{peer}, {what}", out, data, task) | spent
        return
    yield {"engine": peer, "skipped": last}


PEER_COLUMNS = {
    "as_tuned": "as it decides, tuned on the other seed",
    "as_hindsight": "as it decides, in hindsight",
    "held_tuned": "held to the rule, tuned on the other seed",
    "held_hindsight": "held to the rule, in hindsight",
}
"""The columns of a peer: as it decides, and with every `one` whose birth date disagrees turned into ambiguous."""


def hold_to_rule(out: Path, data: Path) -> None:
    """Turn every `one` in OUT.csv whose birth date is another than the roster's into `ambiguous`, in place."""
    born, asked = _dates(data)
    with out.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names, rows = list(reader.fieldnames or []), list(reader)
    for row in rows:
        mine, theirs = asked[row["query_id"]], born.get(row["candidate_id"], "")
        if row["verdict"] == "one" and mine and theirs and mine != theirs:
            row["verdict"] = "ambiguous"
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _scored(engine: str, out: Path, data: Path, task: Task) -> dict[str, Any]:
    done = _run([sys.executable, "score.py", str(out), str(data / "truth.csv"), "--json"], task.folder)
    row = _row(engine, json.loads(done))
    for name, shares in reached(out, data).items():
        if name in row["groups"]:
            row["groups"][name] |= shares
    return row | reached(out, data, together=True)["all"]


def _why(errors: str) -> str:
    """The word that says why a peer did not run, in the last lines it wrote."""
    lines = [line for line in errors.strip().splitlines() if line.strip()]
    missing = [line for line in lines if "No module named" in line]
    return (missing or lines or ["did not run"])[-1][:120]


def _row(engine: str, scored: dict[str, Any]) -> dict[str, Any]:
    return {
        "engine": engine,
        "queries": scored["queries"],
        "wrong": scored["wrong_one"],
        "wrong_per_10k": scored["wrong_one_per_10k"],
        "correct_one": scored["correct_one_rate"],
        "missed": scored["missed_rate"],
        "clerk_share": scored["clerk_share"],
        "gap": scored["group_gap_correct_one"],
        "groups": {
            name: {"correct_one": each["correct_one_rate"], "wrong": each["wrong_one"]}
            for name, each in scored["by_group"].items()
        },
        "contract_broken": scored["contract_broken"],
    }


def reached(out: Path, data: Path, *, together: bool = False) -> dict[str, dict[str, float]]:
    """By group of names (or `all` together): the `ceiling` under the rule, and the share of what is `reachable` that is answered `one`.

    Reachable is a query with one answer in whose true pair no birth date disagrees. Names and numbers decide nothing here.
    """
    born, asked = _dates(data)
    with out.open(encoding="utf-8", newline="") as file:
        ones = {(row["query_id"], row["candidate_id"]) for row in csv.DictReader(file) if row["verdict"] == "one"}
    found: dict[str, list[int]] = {}
    with (data / "truth.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["verdict"] != "one":
                continue
            mine, theirs = asked[row["query_id"]], born[row["person_ids"]]
            fair = not mine or not theirs or mine == theirs
            tally = found.setdefault("all" if together else row["group"], [0, 0, 0])
            tally[0] += 1
            tally[1] += fair
            tally[2] += fair and (row["query_id"], row["person_ids"]) in ones
    return {
        name: {"ceiling": round(fair / every, 4), "reached": round(right / max(1, fair), 4)}
        for name, (every, fair, right) in found.items()
    }


def _dates(data: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The birth dates of the roster by person, and of the queries by query."""
    with (data / "roster.csv").open(encoding="utf-8", newline="") as file:
        born = {row["person_id"]: row["date_of_birth"] for row in csv.DictReader(file)}
    with (data / "queries.csv").open(encoding="utf-8", newline="") as file:
        return born, {row["query_id"]: row["date_of_birth"] for row in csv.DictReader(file)}


def _run(command: list[str], folder: Path, more: dict[str, str] | None = None) -> str:
    return subprocess.run(  # noqa: S603 - our own program, or the peers' folder the user named
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=_TIMEOUT,
        check=True,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | (more or {}),
    ).stdout


def large(task: Task, people: int, queries: int = 300) -> dict[str, Any]:
    """Measure a long roster: seconds to build, milliseconds a query, and the most memory this process ever held."""
    from habeas.bench.longroster import stream_people  # noqa: PLC0415 - read only where a long roster is measured

    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        _made(Task(task.folder, people=people, queries=queries), task.test, base)
        data = base / f"t{task.test}"
        start = time.process_time()
        index = Index.build(stream_people(data / "roster.csv"))
        built = time.process_time() - start
        times = []
        for query in read_queries(data / "queries.csv").queries:
            start = time.process_time()
            index.match(query)
            times.append(time.process_time() - start)
    times.sort()
    return {
        "engine": "Habeas",
        "people": len(index),
        "build_s": round(built, 1),
        "ms": round(1000 * sum(times) / len(times), 2),
        "p99_ms": round(1000 * times[int(len(times) * 0.99)], 2),
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
