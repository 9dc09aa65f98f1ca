"""Habeas and its peers measured in one run, each engine in a process of its own; a peer that is not installed is named and skipped."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from habeas.bench.byhand import BY_HAND
from habeas.bench.data import write_data
from habeas.bench.one import GROUNDS, HABEAS, STREAM
from habeas.bench.rule import DOOR, sample_cases
from habeas.law.decide import decide as decide_case
from habeas.law.evaluate import Evaluator
from habeas.law.trace import trace_with

PEERS = {
    "i_polars": "Polars (peer)",
    "i_numpy": "numpy",
    "i_duckdb": "DuckDB",
    "i_openfisca": "OpenFisca",
    "i_cedar": "Cedar",
    "i_zen": "zen",
    "i_rego": "OPA (regopy)",
    "i_plain": "plain Python (peer)",
}
"""The peers' scripts, where their folder is beside us, with the names of the table."""
SLOW = {"i_cedar": 100_000, "i_zen": 13_000, "i_rego": 13_000, "i_plain": 1_000_000}
"""The most people each slow peer is asked for: beyond it a run takes minutes."""
_TIMEOUT = 900


def batch(people: list[int], peers: Path | None, *, repeats: int = 5) -> Iterator[dict[str, Any]]:
    """Yield one row for each engine and size: seconds of wall and of all cores, megabytes, and whether the counts agree."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for size in people:
            write_data(folder, size)
            wanted: dict[str, int] = {}
            for row in (*_ours(folder, size, repeats), *_theirs(folder, size, peers, repeats)):
                wanted = wanted or row.get("counts", {})
                yield row | ({"agrees": row["counts"] == wanted} if "counts" in row else {})


def _ours(folder: Path, size: int, repeats: int) -> Iterator[dict[str, Any]]:
    most = {STREAM: 10**9, GROUNDS: 2_000_000, HABEAS: 2_000_000, "Polars by hand": 2_000_000, "plain Python": 100_000}
    for engine in (GROUNDS, HABEAS, STREAM, *BY_HAND):
        if size > most[engine]:
            continue
        times = 1 if engine in (STREAM, "plain Python") else repeats
        yield _run([sys.executable, "-m", "habeas.bench.one", engine, str(folder), str(size), str(times)], engine, size)


def _theirs(folder: Path, size: int, peers: Path | None, repeats: int) -> Iterator[dict[str, Any]]:
    if peers is None or size > 2_000_000:
        return
    for script, name in PEERS.items():
        if size > SLOW.get(script, size):
            continue
        command = [sys.executable, str(peers / "bench_one.py"), script, "batch", str(size), str(min(repeats, 3))]
        row = _run(command, name, size, {"PEERS_DATA": str(folder), "PYTHONDONTWRITEBYTECODE": "1"})
        yield row if "skipped" in row else _as_ours(row, name)


def _as_ours(row: dict[str, Any], name: str) -> dict[str, Any]:
    found = row.get("check", {})
    words = {"T": "true", "F": "false", "U": "unknown"}
    return {
        "engine": name,
        "people": row["n"],
        "wall_s": row["median_s"],
        "cpu_s": row["cpu_s"],
        "mb_above_start": row["rss_mb"] - row["rss_before_mb"],
        "counts": {words[key]: value for key, value in found.items() if key in words},
    }


def _run(command: list[str], name: str, size: int, environment: dict[str, str] | None = None) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, or the peers' folder the user named
            command,
            capture_output=True,
            text=True,
            timeout=_TIMEOUT,
            env=os.environ | (environment or {}),
            check=True,
        )
    except subprocess.TimeoutExpired:
        return {"engine": name, "people": size, "skipped": f"took more than {_TIMEOUT} s"}
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "").strip().splitlines()
        return {"engine": name, "people": size, "skipped": _in_words(last[-1] if last else "")}
    row: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return row


def decide(cases: list[Any], *, repeats: int = 5) -> Iterator[dict[str, Any]]:
    """Yield the latency of one decision: the rule with its reasons, and a whole jurisdiction with all acts."""
    people = sample_cases(300)
    yield _latency(
        "the 7282.5 rule with its reasons",
        people,
        lambda case: trace_with(DOOR, Evaluator(case)),
        repeats,
    )
    yield _latency("a whole jurisdiction, all acts, with reasons", cases, decide_case, repeats)


def _latency(what: str, cases: list[Any], run: Any, repeats: int) -> dict[str, Any]:
    halves, high = [], []
    for _ in range(repeats + 1):
        times = []
        for case in cases:
            start = time.perf_counter()
            run(case)
            times.append((time.perf_counter() - start) * 1000)
        times.sort()
        halves.append(times[len(times) // 2])
        high.append(times[int(len(times) * 0.99)])
    return {
        "what": what,
        "decisions": len(cases),
        "p50_ms": round(statistics.median(halves[1:]), 4),
        "p99_ms": round(statistics.median(high[1:]), 4),
        "best_p50_ms": round(min(halves[1:]), 4),
    }


def _in_words(fault: str) -> str:
    """Why a peer's script did not run, for a reader who does not know its insides."""
    known = {"ModuleNotFoundError": "not installed", "single_prepare": "its script decides no single person"}
    return next((words for mark, words in known.items() if mark in fault), f"its script failed ({fault[:100]})")


def decide_peers(peers: Path | None) -> Iterator[dict[str, Any]]:
    """Yield the latency of one decision of each peer, or why it was skipped."""
    if peers is None:
        return
    with tempfile.TemporaryDirectory() as temporary:
        write_data(Path(temporary), 1000)
        environment = {"PEERS_DATA": temporary, "PYTHONDONTWRITEBYTECODE": "1"}
        for script, name in PEERS.items():
            row = _run(
                [sys.executable, str(peers / "bench_one.py"), script, "single", "200", "3"], name, 1, environment
            )
            yield (
                row
                if "skipped" in row
                else {"what": name, "decisions": 200} | {k: row[k] for k in ("p50_ms", "p99_ms")}
            )
