"""The demonstration as a desk: built once a day of a program's text, copied fresh for each start."""

import hashlib
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import habeas
from habeas.demo.history import MONTHS
from habeas.desk.configure import bring_up_to_date, configure

KEPT = 3
"""How many prepared desks are kept."""


def prepared(people: int, now: datetime, place: str) -> Path:
    """The folder of a prepared desk of `people` in `place`, as of the day of `now`; built where it is not there yet."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "habeas" / "demo"
    folder = home / f"{now:%Y-%m-%d}-{place}-{people}-{program_sha256()[:16]}"
    if not (folder / "complete").exists():
        _build(folder, people, now, place)
    _drop_old(home, folder)
    return folder


def fresh_desk(target: Path, people: int, now: datetime, place: str) -> Path:
    """Put a fresh copy of the desk prepared for `place` into `target` and return it."""
    shutil.copytree(prepared(people, now, place), target, dirs_exist_ok=True)
    return target


def program_sha256() -> str:
    """The hash of the program's own text: another program prepares another desk."""
    digest = hashlib.sha256()
    root = Path(habeas.__file__).parent
    for path in sorted(each for each in root.rglob("*") if each.suffix in {".py", ".toml", ".html", ".txt"}):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _build(folder: Path, people: int, now: datetime, place: str) -> None:
    """Fill a desk in a process of its own, so that this one may open another; a half-built one is never taken for whole."""
    shutil.rmtree(folder, ignore_errors=True)
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            _fill(folder, people, now, place)
            status = 0
        finally:
            os._exit(status)
    if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != 0:
        raise RuntimeError("the demonstration could not be built")
    (folder / "complete").touch()


def _fill(folder: Path, people: int, now: datetime, place: str) -> None:
    configure(folder, tls=False, url="")
    bring_up_to_date()
    from django.db import connection  # noqa: PLC0415 - only after Django is set up

    from habeas.demo.desk import fill_desk  # noqa: PLC0415 - it needs the models

    fill_desk(people, now, MONTHS, place)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _drop_old(home: Path, keep: Path) -> None:
    found = sorted((each for each in home.iterdir() if each != keep), key=lambda each: each.stat().st_mtime)
    for each in found[: -(KEPT - 1)]:
        shutil.rmtree(each, ignore_errors=True)


def told(url: str, codes: dict[str, str]) -> list[str]:
    """What a person who tries it has to know: the address, the accounts, the second factors."""
    from habeas.demo.desk import PASSWORD, STAFF  # noqa: PLC0415 - it needs the models
    from habeas.desk.services.office.office import office  # noqa: PLC0415

    lines = [
        f"The desk of the {office().agency} is served at {url}",
        f"Accounts, each with the password {PASSWORD}:",
    ]
    lines += [f"  {name:12} {role.replace('_', ' '):16} {words}" for name, role, words in STAFF]
    lines += [
        f"  second factor of {name}: {secret} (an authenticator app; the page shows the code too)"
        for name, secret in codes.items()
    ]
    return [*lines, "Stop it with Ctrl-C."]


def today() -> datetime:
    """Now, for the shell."""
    return datetime.now(UTC)  # clock: the shell's edge
