"""Every backup that was made meanwhile is restored: it verifies, and it is the record as it was at or before the moment."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tools.soak.checks import ask_postgres, ask_sqlite
from tools.soak.desk import Desk


def restored(desk: Desk, lines: Iterable[dict[str, Any]]) -> tuple[int, list[str]]:
    """Restore each backup that was acknowledged, or that lies there whole; how many, and what is wrong with which."""
    wanted = {row["token"] for row in lines if row["what"] == "done" and row["token"].startswith("file-")}
    folder = desk.data.parent / "backups"
    there = sorted(folder.glob("*.habeas")) if folder.is_dir() else []
    faults = [f"{name}: the file is gone" for name in sorted(wanted - {path.stem for path in there})]
    hashes = _hashes(desk)
    for path in there:
        faults += _one(desk, path, hashes)
    return len(there), faults


def _hashes(desk: Desk) -> dict[int, str]:
    ask, close = ask_postgres(desk.url) if desk.url else ask_sqlite(desk.data / "habeas.sqlite3")
    try:
        return {int(seq): str(digest) for seq, digest in ask("SELECT seq, hash FROM desk_event")}
    finally:
        close()


def _one(desk: Desk, path: Path, hashes: dict[int, str]) -> list[str]:
    with tarfile.open(path) as pack:
        manifest = json.load(pack.extractfile("manifest.json"))  # type: ignore[arg-type]
    faults = []
    if hashes.get(manifest["events"] - 1) != manifest["head"]:
        faults.append(f"{path.name}: its head over {manifest['events']} events is not one that the record had")
    target = desk.data.parent / "restored"
    done = subprocess.run(_command(path, target), check=False, capture_output=True, text=True, env=_environment(desk))
    if done.returncode:
        faults.append(f"{path.name}: restore ended with {done.returncode}: {done.stderr.strip()[-200:]}")
    shutil.rmtree(target, ignore_errors=True)
    return faults


def _command(path: Path, target: Path) -> list[str]:
    return [str(Path(sys.executable).with_name("habeas")), "restore", str(path), "--data", str(target)]


def _environment(desk: Desk) -> dict[str, str]:
    from tests.postgres import fresh_database

    kept = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    return kept | ({"DATABASE_URL": fresh_database(desk.url)} if desk.url else {})
