"""Power cuts on SQLite: the writes of real sessions are noted, and the disk is cut at every point with unsynced writes lost or torn."""

import argparse
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from tools.soak.checks import check_store, verify_whole
from tools.soak.desk import Desk, read_desk, start_django
from tools.soak.disk import WAYS, Disk, Note, notes
from tools.soak.journal import Acknowledged
from tools.soak.kills import Tally
from tools.soak.sessions import MUCH_BESIDE, Crowd, Plan, preload, warm

_MEMORY = Path("/dev/shm")  # noqa: S108 - images are made and thrown away by the thousand: not on the disk
NOTES_AN_ACT = 120
"""Writes and syncs that one act comes to, about: so many fewer acts than images, and the power is cut at every point."""
RECORD_SECONDS = 240.0


def compiled(folder: Path) -> Path:
    """The shim, made by the system's C compiler; RuntimeError where there is none."""
    made = folder / "shim.so"
    source = Path(__file__).with_name("shim.c")
    command = ["cc", "-O2", "-shared", "-fPIC", "-o", str(made), str(source), "-ldl", "-lpthread"]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        raise RuntimeError("shim.c could not be compiled; install a C compiler")
    return made


def noted_run(desk: Desk, root: Path, acts: int, seed: int, plant: str) -> Path:
    """Let sessions work on the desk in a process whose writes are noted; where the notes are. The folder as it was lies beside."""
    log, outside = root / "notes", root / "notes.desk"
    shutil.copytree(desk.data.parent, root / "base")
    outside.write_text(desk.written())
    environment = os.environ | {
        "LD_PRELOAD": str(compiled(root)), "SOAK_WATCH": str(desk.data.parent), "SOAK_LOG": str(log), "SOAK_JOURNAL": str(desk.journal),
    }  # fmt: skip
    command = [sys.executable, "-m", "tools.soak.powercut", str(outside), str(acts), str(seed), plant]
    subprocess.run(command, check=True, env=environment)
    return log


def work_noted(desk: Desk, acts: int, seed: int, plant: str) -> None:
    """In the process whose writes are noted: eight sessions until so many acts were acknowledged."""
    if "normal" in plant:
        from habeas.desk import database

        database.SQLITE_PRAGMAS = database.SQLITE_PRAGMAS.replace("synchronous=FULL", "synchronous=NORMAL")
    start_django(desk.data, "")
    preload(drawing=False)
    warm(desk, seed)
    crowd = Crowd(desk, Plan(mix=MUCH_BESIDE, drawn=0), seed)
    crowd.fill()
    until = time.monotonic() + RECORD_SECONDS
    while crowd.said.counts.get("done", 0) < acts and time.monotonic() < until and not crowd.fell:
        time.sleep(0.05)
        crowd.listen()
    crowd.close()


class Cutter:
    """Walks the notes once, and makes and checks the images that are this process's share."""

    def __init__(self, root: Path, wanted: int, seed: int, share: int, of: int) -> None:
        self.disk, self.said = Disk(root / "base"), Acknowledged()
        self.points = sum(1 for _ in notes(root / "notes"))
        self.notes, self.share, self.of = root / "notes", share, of
        self.each, self.rng = wanted / max(1, self.points), random.Random(seed + share)
        self.tally, self.images, self.ways = Tally("power cuts, SQLite"), 0, Counter[str]()

    def run(self, until: float) -> None:
        """Cut at every point, as often as it takes to come to the number wanted."""
        made = 0.0
        for point, note in enumerate(notes(self.notes)):
            self._take(note)
            made += self.each
            while made >= 1:
                made -= 1
                self._image(point, until)

    def _take(self, note: Note) -> None:
        if note.op == "A":
            for line in note.data.decode().splitlines():
                self.said.take(json.loads(line))
        else:
            self.disk.take(note)

    def _image(self, point: int, until: float) -> None:
        self.images += 1
        if self.images % self.of != self.share or time.monotonic() > until:
            return
        way = WAYS[(self.images // self.of) % len(WAYS)]
        self.ways[f"{way.name} {way.sector or ''}".strip()] += 1
        files = self.disk.cut(way, self.rng)
        with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
            self._check(files, Path(folder), f"cut after note {point}, {way.name}")

    def _check(self, files: dict[str, bytes], folder: Path, where: str) -> None:
        for name, content in files.items():
            if name.startswith("desk/"):
                (folder / Path(name).name).write_bytes(content)
                (folder / Path(name).name).chmod(0o600)
        found = check_store(folder, "", self.said)
        for kind, rows in found.faults.items():
            self.tally.fault(kind, [f"{row} ({where})" for row in rows])
        self.tally.fault("chain", [f"{said} ({where})" for said in _started_again(folder)])
        self._backups(files, folder, where)

    def _backups(self, files: dict[str, bytes], folder: Path, where: str) -> None:
        """A backup that is in the record has its file."""
        with closing(sqlite3.connect(folder / "habeas.sqlite3")) as store:
            backups = {row[0] for row in store.execute("SELECT object FROM desk_event WHERE act = 'backup'")}
        if backups:
            held = {_digest(content)[:24] for name, content in files.items() if name.endswith(".habeas")}
            self.tally.fault("lost", [f"the file of backup {each} ({where})" for each in backups - held])


@lru_cache(maxsize=64)
def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _started_again(folder: Path) -> list[str]:
    """What the desk says of an image as a whole, when it is started on it: the record with its signed heads, and that the next is signed."""
    from django.conf import settings
    from django.db import connection

    settings.DATA, connection.settings_dict["NAME"] = folder, folder / "habeas.sqlite3"
    try:
        return verify_whole()
    except Exception as fault:  # whatever it is: the desk does not go on after this power cut
        return [f"{type(fault).__name__}: {fault}"]
    finally:
        connection.close()


def powercuts(desk: Desk, root: Path, asked: argparse.Namespace, until: float) -> Tally:
    """Note the work of sessions on `desk` and cut the power `asked.wanted` times; the images are shared by two processes."""
    acts = max(20, asked.wanted // NOTES_AN_ACT)
    noted_run(desk, root, acts, asked.seed, asked.plant)
    shares = [_forked(root, asked, share, until) for share in range(2)]
    tally = Tally("power cuts, SQLite")
    for pid, path in shares:
        os.waitpid(pid, 0)
        _add(
            tally,
            json.loads(path.read_text()) if path.exists() else {"faults": {"fell over": [path.name]}, "figures": {}},
        )
    return tally


def _forked(root: Path, asked: argparse.Namespace, share: int, until: float) -> tuple[int, Path]:
    path = root / f"share{share}.json"
    pid = os.fork()
    if pid == 0:
        try:
            cutter = Cutter(root, asked.wanted, asked.seed, share, 2)
            cutter.run(until)
            figures: dict[str, Any] = {"images": sum(cutter.ways.values()), **cutter.ways, "points": cutter.points}
            figures |= {"acknowledged": cutter.said.counts.get("done", 0)}
            path.write_text(json.dumps({"figures": figures, "faults": cutter.tally.faults}))
        except BaseException as fault:
            path.write_text(json.dumps({"figures": {}, "faults": {"fell over": [f"{type(fault).__name__}: {fault}"]}}))
        finally:
            os._exit(0)
    return pid, path


def _add(tally: Tally, share: dict[str, Any]) -> None:
    for kind, rows in share["faults"].items():
        tally.fault(kind, rows)
    for name, value in share["figures"].items():
        same = name in {"points", "acknowledged"}
        tally.figures[name] = value if same else tally.figures.get(name, 0) + value


if __name__ == "__main__":
    work_noted(read_desk(Path(sys.argv[1]).read_text()), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
