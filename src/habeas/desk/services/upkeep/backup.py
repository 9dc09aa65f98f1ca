"""A backup: one file with the whole database, the keys and a manifest, made while clerks work, whole or not there at all."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import tarfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from habeas import __version__
from habeas.audit.chain import check_chain, read_rows
from habeas.audit.last_signed import LAST_FILE
from habeas.audit.notes import SigningKey, VerifierKey
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.whole_folder import scratch_folder
from habeas.desk.doing import Doing
from habeas.desk.models import ChainHead
from habeas.desk.record.writing import acting
from habeas.desk.services.upkeep.backup_findings import findings_of_desk, told
from habeas.desk.services.upkeep.backup_leftovers import remember_place, standing, sweep
from habeas.desk.services.upkeep.backup_names import MANIFEST, NOTE, POSTGRES, SQLITE, is_carried, new_file
from habeas.desk.services.upkeep.backup_signature import KEY_FILE, backup_key, signed
from habeas.desk.services.upkeep.restore import FORMAT

MOST_SAID = 2_000
"""How much of the findings the manifest says."""
MINUTES = 60
"""How long `pg_dump` may take before it counts as hung."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was made: the file, its SHA-256, how many events it holds, what restore will find wrong with it, who signed it."""

    path: Path
    sha256: str
    events: int
    findings: list[str]
    key: VerifierKey


def back_up(target: Path, doing: Doing) -> Backup:
    """Copy the desk of this process into the new file `target` (mode 0600), with a manifest; that it was made is an event.

    An earlier file is never touched: a name that is taken is refused. Raises BadInputError in one sentence; nothing is left then.
    """
    if os.path.lexists(target):
        raise BadInputError(f"{target.name} is there already; a backup never replaces an earlier one. Give a new name.")
    sweep(target.absolute().parent)
    with scratch_folder(target) as folder, standing(folder):
        _copy_last_signed(folder)
        head = _copy_database(folder)
        _copy_keys(folder)
        findings = [*_chain_fault(folder), *findings_of_desk()[0]]
        fault = " ".join(findings)[:MOST_SAID] or None
        key = backup_key(Path(settings.DATA), head["site"])
        part = _packed(folder, manifest_of(folder, head, doing, fault), key, int(doing.at.timestamp()))
        digest = sha256_of_file(part)
        _put(part, target, digest, head | {"key": key.verifier.fingerprint, "findings": told(findings)}, doing)
    remember_place(target.absolute().parent)
    return Backup(target, digest, head["events"], findings, key.verifier)


def _copy_database(folder: Path) -> dict[str, Any]:
    copy = {"sqlite": _copy_sqlite, "postgresql": _copy_postgres}[connection.vendor]
    return copy(folder)


def _copy_sqlite(folder: Path) -> dict[str, Any]:
    """SQLite's own online copy, in one step: a moment of the database, while writers go on."""
    target = new_file(folder, SQLITE)
    source = f"file:{settings.DATABASES['default']['NAME']}?mode=ro"
    try:
        with closing(sqlite3.connect(source, uri=True)) as here, closing(sqlite3.connect(target)) as there:
            here.backup(there)
            there.execute("PRAGMA journal_mode=DELETE")
            broken = [row[0] for row in there.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
            row = there.execute("SELECT site, seq, hash FROM desk_chainhead").fetchone()
    except sqlite3.Error as fault:
        raise BadInputError(f"The database cannot be copied: {fault}.") from None
    if broken or row is None:
        raise BadInputError(
            "The copy of the database is damaged or holds no office; the earlier backups are as they were."
        )
    return {"site": row[0], "events": row[1], "head": row[2]}


def _copy_postgres(folder: Path) -> dict[str, Any]:
    """`pg_dump` on one snapshot, from which the head of the chain is read too."""
    if shutil.which("pg_dump") is None:
        raise BadInputError("pg_dump is not installed; install PostgreSQL's client programs of the server's version.")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        head = ChainHead.objects.values_list("site", "seq", "hash").get()
        run_tool("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}",
                 f"--file={new_file(folder, POSTGRES)}")  # fmt: skip
    return {"site": head[0], "events": head[1], "head": head[2]}


def run_tool(program: str, *given: str) -> None:
    """Run one of PostgreSQL's programs on our database. The password goes by the environment, never on a command line."""
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    params = connection.get_connection_params()
    env = {name: str(params[key]) for key, name in names.items() if params.get(key)}
    try:
        subprocess.run(  # noqa: S603 - a program named here, with arguments made here
            [shutil.which(program) or program, *given], check=True, capture_output=True, text=True, timeout=MINUTES * 60,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", **env},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as fault:
        said = (getattr(fault, "stderr", "") or type(fault).__name__).strip().splitlines()
        raise BadInputError(f"{program} could not do it: {said[0][:200] if said else 'no reason given'}.") from None


def _copy_last_signed(folder: Path) -> None:
    """The file of the head signed last, before the database: a copy of the database then never holds less than the file knows."""
    source = Path(settings.DATA) / LAST_FILE
    if source.exists():
        new_file(folder, LAST_FILE).write_bytes(source.read_bytes())


def _copy_keys(folder: Path) -> None:
    """The keys of the data folder: without them the copy could sign no head and prove nothing that was shown."""
    data = Path(settings.DATA)
    for path in sorted({*data.glob("*.key"), *data.glob("*.secret")} - {data / KEY_FILE}):
        new_file(folder, path.name).write_bytes(path.read_bytes())


def _chain_fault(folder: Path) -> list[str]:
    """The first fault of the copied chain; a backup of a broken record is made all the same, and says so."""
    if connection.vendor != "sqlite":
        return []
    with closing(sqlite3.connect(f"file:{folder / SQLITE}?mode=ro", uri=True)) as copy:
        report = check_chain(read_rows(copy.execute("SELECT hash, body FROM desk_event ORDER BY seq")))
    return [report.fault.sentence] if report.fault else []


def manifest_of(folder: Path, head: dict[str, Any], doing: Doing, fault: str | None) -> dict[str, Any]:
    """What a backup says of itself."""
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": sha256_of_file(path)}
        for path in sorted(folder.iterdir())
        if is_carried(path.name)
    }
    return {
        "format": FORMAT, "program": f"habeas {__version__}", "made_at": doing.at.isoformat(),
        "database": connection.vendor, **head, "fault": fault, "files": files,
    }  # fmt: skip


def _packed(folder: Path, manifest: dict[str, Any], key: SigningKey, at: int) -> Path:
    """The folder as one file, the manifest first and its signature behind it; on the disk before it gets its name."""
    text = readable_json(manifest).encode()
    new_file(folder, MANIFEST).write_bytes(text)
    new_file(folder, NOTE).write_text(signed(hashlib.sha256(text).hexdigest(), key), encoding="utf-8")
    part = folder.with_suffix(".packed")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as pack:
                for name in (MANIFEST, NOTE, *manifest["files"]):
                    _add(pack, folder / name, at)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _add(pack: tarfile.TarFile, path: Path, at: int) -> None:
    member = tarfile.TarInfo(path.name)
    member.size, member.mode, member.mtime = path.stat().st_size, 0o600, at
    with path.open("rb") as file:
        pack.addfile(member, file)


def _put(part: Path, target: Path, digest: str, head: dict[str, Any], doing: Doing) -> None:
    """Give the file its name, and write the event: both or neither."""
    try:
        with acting(doing, "backup", "backup", digest[:24]) as entry:
            entry.detail |= {"sha256": digest, "events": head["events"], "head": head["head"], "key": head["key"]}
            entry.detail |= {"findings": head["findings"]} if head["findings"] else {}
            os.link(part, target)  # fails where the name was taken meanwhile: nothing is ever replaced
            _sync(target.absolute().parent)
    except FileExistsError:
        raise BadInputError(f"{target.name} is there already; a backup never replaces an earlier one.") from None
    except BaseException:
        if target.exists() and part.exists() and target.samefile(part):
            target.unlink()
        raise
    finally:
        part.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Make the new name durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of_file(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
