"""Every fault at length, one after another, within the minutes given; a table at the end, the same as JSON, status 1 for any fault."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Planned:
    """One part: its name, its store, how much is wanted, and its share of the time."""

    name: str
    store: str
    wanted: int
    share: float


WHOLE = (
    Planned("kills", "sqlite", 5_000, 0.25),
    Planned("kills", "postgres", 5_000, 0.3),
    Planned("powercut", "sqlite", 10_500, 0.2),
    Planned("served", "sqlite", 50, 0.1),
    Planned("disks", "sqlite", 60, 0.1),
    Planned("clocks", "sqlite", 300, 0.05),
)
"""What one run at length does."""


def main(given: list[str]) -> int:
    """Run the parts and print what they came to."""
    asked = _arguments().parse_args(given)
    until = time.monotonic() + asked.minutes * 60
    planned = [
        each for each in WHOLE if not asked.only or f"{each.name}-{each.store}" in asked.only or each.name in asked.only
    ]
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="soak-") as root:
        for place, each in enumerate(planned):
            left = (until - time.monotonic()) * each.share / sum(other.share for other in planned[place:])
            rows.append(_run(each, Path(root) / f"{place}", max(20.0, left), asked.seed))
            say(lines_of(rows[-1]))
    Path(asked.out).write_text(json.dumps(rows, indent=1) + "\n")
    faults = sum(len(found) for row in rows for found in row["faults"].values())
    say(["", f"{faults} faults" if faults else "Nothing lost, nothing doubled, nothing half, every chain whole."])
    return 1 if faults else 0


def _arguments() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="make soak", description="Faults at length.")
    known.add_argument("--minutes", type=float, default=240)
    known.add_argument("--only", action="append", default=[], help="Only these parts (may be given again).")
    known.add_argument("--out", default="soak.json", help="The figures as JSON.")
    known.add_argument("--seed", type=int, default=int(time.time()))
    return known


def _run(each: Planned, root: Path, seconds: float, seed: int) -> dict[str, Any]:
    """Run one part; one that falls over is a fault by itself."""
    command = [sys.executable, "-m", "tools.soak.part", each.name, "--store", each.store, "--root", str(root)]
    command += ["--wanted", str(each.wanted), "--seconds", f"{seconds:.0f}", "--seed", str(seed)]
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        found: dict[str, Any] = json.loads((root / "tally.json").read_text())
    except OSError:
        found = {
            "name": f"{each.name}, {each.store}",
            "figures": {},
            "faults": {"fell over": done.stderr.splitlines()[-5:] or ["no word"]},
        }
    found["wanted"], found["seed"] = each.wanted, seed
    if not tried(found):
        found["faults"]["nothing"] = ["nothing was tried in the time given"]
    return found


def tried(row: dict[str, Any]) -> int:
    """How many kills, images or bad disks a part came to."""
    figures = row["figures"]
    return int(sum(figures.get(name, 0) for name in ("kills", "images", "full", "readonly", "unsynced", "filled")))


def lines_of(row: dict[str, Any]) -> list[str]:
    """One part's figures and faults as lines of the table."""
    short = "" if tried(row) >= row["wanted"] else f" (of {row['wanted']:,} wanted; the time was over)"
    head = f"{row['name']:<32}" + " · ".join(f"{name} {value:,}" for name, value in row["figures"].items()) + short
    return [head, *(f"    {kind}: {len(found)}, such as {found[:3]}" for kind, found in row["faults"].items())]


def say(lines: list[str]) -> None:
    """Print lines at once: a run at length is watched."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
