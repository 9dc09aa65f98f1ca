"""One fault at length, in a process of its own: `python -m tools.soak.part NAME --store sqlite --root DIR`; its tally is written as JSON."""

import argparse
import json
import os
import shutil
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

from tools.soak.desk import Desk, build, start_django
from tools.soak.kills import Tally, kills
from tools.soak.sessions import Plan, preload


def main(given: list[str]) -> int:
    """Run one part; 1 where it found a fault."""
    asked = _arguments().parse_args(given)
    root, until = Path(asked.root), time.monotonic() + asked.seconds
    root.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    tally = PARTS[asked.name](asked, root, until)
    tally.figures["seconds"] = round(time.monotonic() - began)
    write_tally(root, tally)
    return 1 if tally.faults else 0


def write_tally(root: Path, tally: Tally) -> None:
    """Write what a part came to."""
    (root / "tally.json").write_text(json.dumps(asdict(tally), indent=1) + "\n")


def _arguments() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="soak.part")
    known.add_argument("name", choices=sorted(PARTS))
    known.add_argument("--root", required=True, help="A new folder for everything that is made.")
    known.add_argument("--store", choices=("sqlite", "postgres"), default="sqlite")
    known.add_argument("--wanted", type=int, default=100, help="How many kills, images or rounds.")
    known.add_argument("--seconds", type=float, default=3600, help="When to stop, whatever was wanted.")
    known.add_argument("--seed", type=int, default=1)
    known.add_argument("--built", default="", help="A desk that was built before, to be copied.")
    known.add_argument("--plant", default="", help="A fault to plant, by which the harness itself is tested.")
    return known


def prepared(root: Path, url: str, built: str = "", *, loaded: bool = True) -> Desk:
    """A desk in `root`, ready for sessions to be forked: built (or copied) by a child, so that this process holds no connection."""
    root.mkdir(parents=True, exist_ok=True)
    data, secret = root / "desk", root / "secret"
    if built:
        shutil.copytree(built, data)
    start_django(data, url)
    pid = os.fork()
    if pid == 0:
        _build(data, url, secret, ready=bool(built))
    if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
        raise RuntimeError("the desk could not be built")
    if loaded:
        preload(drawing=not built)
    journal = root / "journal.jsonl"
    journal.touch()
    return Desk(data, url, secret.read_text(), journal)


def _build(data: Path, url: str, secret: Path, *, ready: bool) -> None:
    """In a child: build the desk, or make what a copied one lacks."""
    status = 1
    try:
        secret.write_text(build(data, url, ready=ready))
        status = 0
    finally:
        os._exit(status)


def _kills(asked: argparse.Namespace, root: Path, until: float) -> Tally:
    if asked.store == "postgres":
        return _postgres_kills(asked, root, until)
    desk = prepared(root, "", asked.built)
    return kills("kills, SQLite", desk, _plan(asked), asked.wanted, until, asked.seed)


def _plan(asked: argparse.Namespace) -> Plan:
    """The usual sessions; on a desk that was built before (the harness's own tests) without drawn letters."""
    return replace(Plan(plant=asked.plant), drawn=0) if asked.built else Plan(plant=asked.plant)


def _postgres_kills(asked: argparse.Namespace, root: Path, until: float) -> Tally:
    from tools.soak.server import Struck

    server = Struck()
    server.start()
    try:
        desk = prepared(root, server.url)
        tally = kills("kills, PostgreSQL", desk, Plan(), asked.wanted, until, asked.seed, server.strike)
        tally.figures |= server.figures
        return tally
    finally:
        server.end()


def _powercut(asked: argparse.Namespace, root: Path, until: float) -> Tally:
    from tools.soak.powercut import powercuts

    made = prepared(root / "watch", "", asked.built, loaded=False)
    desk = replace(made, journal=root / "journal.jsonl")
    desk.journal.touch()
    return powercuts(desk, root, asked, until)


def _disks(asked: argparse.Namespace, root: Path, until: float) -> Tally:
    from tools.soak.disks import disks, small_disk

    with small_disk(root / "watch") as small:
        desk = replace(prepared(root / "watch", "", asked.built, loaded=False), journal=root / "journal.jsonl")
        desk.journal.touch()
        disks(desk, root, asked.wanted, until - time.monotonic(), asked.seed)
    tally = Tally(**json.loads((root / "tally.json").read_text()))
    tally.figures["a real small disk"] = int(small)
    return tally


def _clocks(asked: argparse.Namespace, root: Path, until: float) -> Tally:
    from tools.soak.clocks import let_pages_see, stepped

    desk = prepared(root, "", asked.built)
    let_pages_see()
    return kills(
        "clocks set back and forward", desk, replace(_plan(asked), clock=stepped), asked.wanted, until, asked.seed
    )


def _served(asked: argparse.Namespace, root: Path, until: float) -> Tally:
    from tools.soak.served import server_kills

    return server_kills(prepared(root, "", asked.built, loaded=False), asked.wanted, until, asked.seed)


PARTS = {"clocks": _clocks, "disks": _disks, "kills": _kills, "powercut": _powercut, "served": _served}
"""What can be run, by name."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
