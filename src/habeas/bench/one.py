"""One engine measured in a process of its own: `python -m habeas.bench.one ENGINE FOLDER PEOPLE REPEATS`, one JSON line out."""

import gc
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl

from habeas.bench.handwritten_baseline import BY_HAND
from habeas.bench.rule import decide, frames
from habeas.law.engine.columns.stream import write_slices

STREAM = "Habeas, streamed to Parquet"
STATUS = Path("/proc/self/status")
"""Where Linux tells the peak of one process."""
GROUNDS = "Habeas: outcome, provision, grounds"
HABEAS = "Habeas: and the open facts"


def _habeas(folder: Path, people: int) -> pl.DataFrame:
    return decide(*frames(folder, people))


def _grounds(folder: Path, people: int) -> pl.DataFrame:
    return decide(*frames(folder, people), explain=False)


def _streamed(folder: Path, people: int) -> pl.DataFrame:
    persons, charges = frames(folder, people)
    with tempfile.TemporaryDirectory() as temporary:
        theirs, who = Path(temporary) / "charges.parquet", Path(temporary) / "people.parquet"
        persons.sink_parquet(who)
        charges.sink_parquet(theirs)
        out = Path(temporary) / "out.parquet"
        write_slices(who, theirs, out, lambda some, own: decide(some, own if own is not None else charges))
        return pl.read_parquet(out, columns=["id", "notify.outcome"])


ENGINES: dict[str, Callable[[Path, int], pl.DataFrame]] = {
    GROUNDS: _grounds,
    HABEAS: _habeas,
    STREAM: _streamed,
    **BY_HAND,
}


def counts(frame: pl.DataFrame) -> dict[str, int]:
    """How many are true, false and unknown, whatever the engine calls them."""
    if "notify.outcome" in frame.columns:
        words = {"may": "true", "silent": "false", "unknown": "unknown", "unresolved": "unknown"}
        result = frame.get_column("notify.outcome").replace_strict(words)
    else:
        result = frame.get_column("result").replace_strict({True: "true", False: "false"}, default="unknown")
    return {row["r"]: row["count"] for row in result.alias("r").value_counts().sort("r").iter_rows(named=True)}


def measure(engine: str, folder: Path, people: int, repeats: int) -> dict[str, Any]:
    """Run `engine` once to warm and `repeats` times to measure; seconds of wall and of all cores, megabytes above the start."""
    run = ENGINES[engine]
    before = _megabytes()
    made = run(folder, people)
    walls, cores = [], []
    for _ in range(repeats):
        del made
        gc.collect()
        wall, core = time.perf_counter(), time.process_time()
        made = run(folder, people)
        walls.append(time.perf_counter() - wall)
        cores.append(time.process_time() - core)
    return {
        "engine": engine,
        "people": people,
        "wall_s": round(statistics.median(walls), 3),
        "cpu_s": round(statistics.median(cores), 3),
        "mb_above_start": round(_megabytes() - before),
        "counts": counts(made),
    }


def _megabytes() -> float:
    """The most memory this process itself has held. `ru_maxrss` will not do: a child begins with its parent's peak."""
    for line in STATUS.read_text(encoding="ascii").splitlines() if STATUS.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    _, name, where, size, times = sys.argv
    print(json.dumps(measure(name, Path(where), int(size), int(times))))  # noqa: T201 - the measurement is the output
