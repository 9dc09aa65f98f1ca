"""Putting a backup back: its hashes, the database, the whole chain and the guards are verified before it gets the name it is served by."""

import hashlib
import os
import sqlite3
import tarfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from habeas.audit.chain import check_chain, read_rows
from habeas.audit.sql import guards_of_events, guards_query
from habeas.common.errors import BadInputError
from habeas.common.infiles import open_file
from habeas.common.whole_folder import check_free, put_in_place, scratch_folder
from habeas.desk.configure import bring_up_to_date, configure
from habeas.desk.services.upkeep.backup_leftovers import standing, sweep
from habeas.desk.services.upkeep.backup_names import MANIFEST, NOTE, POSTGRES, SQLITE, is_carried
from habeas.desk.services.upkeep.backup_signature import MOST, BackupSigner, check_signature

FORMAT, UNSIGNED = "habeas-backup/2", "habeas-backup/1"
"""The form of a backup: its manifest is signed; and the one before, which nobody signed."""
DESPITE = "To restore it anyway, give --despite-findings; it is logged."
_SHOWN_KEYS = {"format", "program", "made_at", "database", "site", "events", "head", "fault", "files"}


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back: the manifest, who signed it (None: nobody did), what the check of the whole record said, and the findings."""

    manifest: dict[str, Any]
    signer: BackupSigner | None
    sentences: list[str]
    findings: list[str]


@dataclass(frozen=True, slots=True)
class Trust:
    """Which backups are believed: those signed by the key of the public `line` (empty: by any), and `unsigned` ones where that is said.

    `despite`: also one of a desk whose record or tables do not hold; what was found then stands in the record until acknowledged.
    """

    line: str = ""
    unsigned: bool = False
    despite: bool = False


def restore(file: Path, target: Path, at: datetime, url: str = "", trust: Trust = Trust()) -> Restored:
    """Verify a backup and put it into the new or empty folder `target` (a PostgreSQL backup into the empty database at `url`).

    Starts Django on the copy, so a process restores once. Raises BadInputError in one sentence; `target` is then as it was.
    """
    check_free(target)
    sweep(target.absolute().parent)
    with scratch_folder(target) as folder, standing(folder):
        manifest, signer = _unpack(file, folder, trust)
        _check_store(manifest, url, file)
        if manifest["database"] == "sqlite":
            _check_copy(folder / SQLITE, manifest, trust)
        configure(folder, url=url)
        if manifest["database"] == "postgresql":
            _load_postgres(folder)
        sentences, findings = _check_whole(manifest, at, trust)
        put_in_place(folder, target)
    return Restored(manifest, signer, sentences, findings)


def _unpack(file: Path, folder: Path, trust: Trust) -> tuple[dict[str, Any], BackupSigner | None]:
    """Unpack a backup, each file held against the manifest, which comes first and is held against its signature."""
    try:
        with open_file(file) as source, tarfile.open(fileobj=source, mode="r:") as pack:
            first = pack.next()
            if first is None or first.name != MANIFEST or first.size > 2**20:
                raise BadInputError(f"{file.name} is no backup of Habeas: it does not begin with its manifest.")
            text = _content(pack, first).read()
            manifest = _manifest(text, file.name)
            signer = _signer(pack, manifest, hashlib.sha256(text).hexdigest(), file.name, trust)
            while (member := pack.next()) is not None:
                _unpack_one(pack, member, manifest["files"], folder, file.name)
    except (tarfile.TarError, EOFError) as fault:
        raise BadInputError(f"{file.name} is no whole backup of Habeas: {str(fault)[:80]}.") from None
    except OSError as fault:
        raise BadInputError(f"{file.name} cannot be read: {(fault.strerror or 'no reason given').lower()}.") from None
    missing = sorted(name for name in manifest["files"] if not (folder / name).is_file())
    if missing:
        raise BadInputError(f"{file.name} is not whole: {', '.join(missing)} is missing.")
    return manifest, signer


def _signer(
    pack: tarfile.TarFile, manifest: dict[str, Any], digest: str, name: str, trust: Trust
) -> BackupSigner | None:
    """Who signed the manifest; None for an older backup that nobody signed, where whoever restores says that it is to be believed."""
    if manifest["format"] == UNSIGNED:
        if trust.unsigned and not trust.line:
            return None
        raise BadInputError(
            f"{name} is not signed, so nobody can say who made it or whether it was changed. "
            "If it is an older one that you have kept yourself, give --unsigned."
        )
    member = pack.next()
    if member is None or member.name != NOTE or member.size > MOST:
        raise BadInputError(f"{name} does not hold the signature of its manifest; nothing was restored.")
    return check_signature(_content(pack, member).read(), digest, name, trust.line)


def _manifest(text: bytes, name: str) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("format") not in {FORMAT, UNSIGNED} or set(found) != _SHOWN_KEYS:
        raise BadInputError(f"{name} is no backup that this version of Habeas reads ({FORMAT}).")
    files = found["files"]
    fit = isinstance(files, dict) and all(
        is_carried(key) and isinstance(row, dict) and isinstance(row.get("bytes"), int) for key, row in files.items()
    )
    if not fit or found["database"] not in {"sqlite", "postgresql"}:
        raise BadInputError(f"{name} has a manifest that names files no backup has.")
    return found


def _unpack_one(pack: tarfile.TarFile, member: tarfile.TarInfo, files: dict[str, Any], folder: Path, name: str) -> None:
    row = files.get(member.name)
    if row is None or not member.isreg() or member.size != row["bytes"] or (folder / member.name).exists():
        raise BadInputError(f"{name} holds something its manifest does not name; nothing was restored.")
    digest, there = hashlib.sha256(), folder / member.name
    there.touch(mode=0o600)
    with _content(pack, member) as source, there.open("wb") as file:
        while block := source.read(2**20):
            digest.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    if digest.hexdigest() != row.get("sha256"):
        raise BadInputError(
            f"{name} was changed after it was made: {member.name} has another hash than its manifest says."
        )


def _content(pack: tarfile.TarFile, member: tarfile.TarInfo) -> Any:
    found = pack.extractfile(member) if member.isreg() else None
    if found is None:
        raise BadInputError("The backup holds something that is no file; nothing was restored.")
    return found


def _check_store(manifest: dict[str, Any], url: str, file: Path) -> None:
    if (manifest["database"] == "postgresql") != bool(url):
        needs = "set DATABASE_URL to an empty one" if not url else "leave DATABASE_URL out"
        raise BadInputError(f"{file.name} is a backup of {_NAMES[manifest['database']]}; {needs}.")


_NAMES = {"sqlite": "an SQLite database", "postgresql": "a PostgreSQL database"}


def _check_copy(path: Path, manifest: dict[str, Any], trust: Trust) -> None:
    """Check the copied SQLite file by itself, before anything is changed in it: whole, guarded, and the chain it says."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            broken = [row[0] for row in copy.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
            guards = {row[0] for row in copy.execute(guards_query("sqlite").replace("%s", "?"), ("desk_event",))}
            report = check_chain(read_rows(copy.execute("SELECT hash, body FROM desk_event ORDER BY seq")))
            head = copy.execute("SELECT site, seq, hash FROM desk_chainhead").fetchone()
    except sqlite3.Error as fault:
        raise BadInputError(f"The database in the backup cannot be opened: {fault}.") from None
    if broken:
        raise BadInputError("The database in the backup is damaged; nothing was restored.")
    _check_guards(sorted(guards_of_events("sqlite", "desk_event") - guards))
    if report.fault and not trust.despite:
        raise BadInputError(f"The record in the backup is broken and is not served. {report.fault.sentence} {DESPITE}")
    found = head if report.fault else (report.head.site or head[0], report.head.size, report.head.hash)
    if found != tuple(head) or found != (manifest["site"], manifest["events"], manifest["head"]):
        raise BadInputError("The record in the backup does not end where its manifest says; nothing was restored.")


def _check_guards(missing: list[str]) -> None:
    if missing:
        raise BadInputError(
            f"The guards of the record are missing in the backup ({', '.join(missing)}); it is not served."
        )


def _load_postgres(folder: Path) -> None:
    from django.db import connection  # noqa: PLC0415 - Django stands only after `configure`

    from habeas.desk.services.upkeep.backup import run_tool  # noqa: PLC0415

    if connection.introspection.table_names():
        raise BadInputError("The database at DATABASE_URL is not empty; make a new one.")
    run_tool("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error",
             f"--dbname={connection.settings_dict['NAME']}", str(folder / POSTGRES))  # fmt: skip
    (folder / POSTGRES).unlink()


def _check_whole(manifest: dict[str, Any], at: datetime, trust: Trust) -> tuple[list[str], list[str]]:
    """Bring the copy up to date, check the whole record with all that lies beside it, and write that it was restored.

    Gives what there is to say, and the findings despite which it was put back.
    """
    from django.db import connections  # noqa: PLC0415

    bring_up_to_date()
    from habeas.desk.doing import by_system  # noqa: PLC0415
    from habeas.desk.record.guarded import missing_guards  # noqa: PLC0415
    from habeas.desk.record.writing import acting  # noqa: PLC0415
    from habeas.desk.services.upkeep.backup_findings import findings_of_desk, told  # noqa: PLC0415

    _check_guards(missing_guards())
    findings, said = findings_of_desk()
    if findings and not trust.despite:
        raise BadInputError(
            f"The record in the backup or its tables do not hold and are not served. {' '.join(findings)[:400]} {DESPITE}"
        )
    _check_end(manifest)
    with acting(by_system(at), "restore", "backup", manifest["head"][:24]) as entry:
        entry.detail |= {"events": manifest["events"], "head": manifest["head"], "made_at": manifest["made_at"]}
        entry.detail |= {"despite": told(findings)} if findings else {}
        entry.detail["gives_up"] = {}  # heads signed after the copy was made: which, is not known here
    connections.close_all()
    return said, findings


def _check_end(manifest: dict[str, Any]) -> None:
    """Raise BadInputError unless the record ends where the manifest says."""
    from habeas.desk.models import ChainHead  # noqa: PLC0415 - models exist only after `configure`

    if list(ChainHead.objects.values_list("seq", "hash")) != [(manifest["events"], manifest["head"])]:
        raise BadInputError("The record in the backup does not end where its manifest says; nothing was restored.")
