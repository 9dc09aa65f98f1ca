"""Habeas and its peers measured in one run, each engine in a process of its own; a peer that is not installed is named and skipped."""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.bench.data import write_data
from habeas.bench.handwritten_baseline import BY_HAND
from habeas.bench.one import GROUNDS, HABEAS, STREAM
from habeas.bench.rule import DOOR, sample_cases
from habeas.law.engine.decide import decide as decide_case
from habeas.law.engine.evaluate import Evaluator
from habeas.law.engine.trace import trace_with


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer's script in the folder of peers: its name in the table, the package it measures, the most people it is asked for."""

    name: str
    package: str | None
    most: int = 2_000_000


PEERS = {
    "i_polars": Peer("Polars (peer)", "polars"),
    "i_numpy": Peer("numpy", "numpy"),
    "i_duckdb": Peer("DuckDB", "duckdb"),
    "i_openfisca": Peer("OpenFisca", "openfisca_core"),
    "i_cedar": Peer("Cedar", "cedarpy", 100_000),
    "i_zen": Peer("zen", "zen", 13_000),
    "i_rego": Peer("OPA (regopy)", "regopy", 13_000),
    "i_plain": Peer("plain Python (peer)", None, 1_000_000),
}
"""The peers by the names of their scripts. Beyond its most people a slow peer runs for minutes."""
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
    if peers is None:
        return
    for script, peer in PEERS.items():
        if size > peer.most:
            continue
        command = [sys.executable, str(peers / "bench_one.py"), script, "batch", str(size), str(min(repeats, 3))]
        row = _run(command, peer.name, size, {"PEERS_DATA": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}, peer.package)
        yield row if "skipped" in row else _as_ours(row, peer.name)


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


def _run(
    command: list[str], name: str, size: int, environment: dict[str, str] | None = None, package: str | None = None
) -> dict[str, Any]:
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
        return {"engine": name, "people": size, "skipped": _in_words(last[-1] if last else "", package)}
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


def _in_words(fault: str, package: str | None) -> str:
    """Why the script that measures `package` did not run, for a reader who does not know its insides."""
    missing = re.search(r"No module named '(\w+)", fault)
    if missing is None:
        return (
            "its script decides no single person" if "single_prepare" in fault else f"its script failed ({fault[:100]})"
        )
    if missing[1] == package:
        return f"not installed (the package {package})"
    if missing[1] in PEERS:
        return f"the folder holds no {missing[1]}.py"
    return f"its script needs the package {missing[1]}, which is not installed"


def decide_peers(peers: Path | None) -> Iterator[dict[str, Any]]:
    """Yield the latency of one decision of each peer, or why it was skipped."""
    if peers is None:
        return
    with tempfile.TemporaryDirectory() as temporary:
        write_data(Path(temporary), 1000)
        environment = {"PEERS_DATA": temporary, "PYTHONDONTWRITEBYTECODE": "1"}
        for script, peer in PEERS.items():
            command = [sys.executable, str(peers / "bench_one.py"), script, "single", "200", "3"]
            row = _run(command, peer.name, 1, environment, peer.package)
            yield (
                row
                if "skipped" in row
                else {"what": peer.name, "decisions": 200} | {k: row[k] for k in ("p50_ms", "p99_ms")}
            )
