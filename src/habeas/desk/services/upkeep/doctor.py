"""What is wrong with a desk as it stands: one check a line of a table, each finding a sentence that says what to mend."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

from habeas.audit.chain import WAIT
from habeas.desk.models import Account, ChainHead, Event, Office
from habeas.desk.record.guarded import missing_guards
from habeas.desk.seals import BEFORE
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import witness_age
from habeas.desk.services.record.cells import FAULTS, short
from habeas.desk.services.record.reconciliation import reconciled
from habeas.desk.services.upkeep.backup_findings import of_last_backup
from habeas.desk.services.upkeep.backup_leftovers import last_place, leftovers
from habeas.desk.store_words import first_line, store_words

BACKUP_EVERY = timedelta(hours=26)
ROOM = 2**30
SHOWN = 10
"""Rows that differ from the record and are named one by one."""
WANTED: dict[str, tuple[Any, str]] = {
    "journal_mode": ("wal", "readers and writers block each other"),
    "synchronous": (2, "a power cut loses decisions that were acknowledged"),
    "foreign_keys": (1, "rows can point to nothing"),
    "busy_timeout": (20_000, "a clerk's act is refused while another writes"),
}
"""SQLite's settings on a connection of this program, and what goes wrong without each."""


LONG = ("verify", "replay", "import", "backup", "restore", "export")
"""Work that may take minutes and tells when it began: its event stands after those that were written meanwhile."""


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """One thing that was looked at: `about` it, what is `wrong` with it in a sentence (empty: nothing)."""

    about: str
    wrong: str = ""


def examine(at: datetime) -> list[DoctorFinding]:
    """Look at everything there is to look at, at the moment `at`. One finding or more for each check, faults included."""
    found = []
    for about, check in CHECKS:
        faults = _faults(check, at)
        found += [DoctorFinding(about, fault) for fault in faults] or [DoctorFinding(about)]
    return found


def _faults(check: Callable[[datetime], Iterator[str]], at: datetime) -> list[str]:
    """What one check finds; that the store cannot be read for it is a finding as well."""
    try:
        return list(check(at))
    except (DatabaseError, InterfaceError) as fault:
        return [f"This could not be looked at: {store_words(fault) or first_line(fault)}."]
    except FAULTS as fault:
        return [f"This could not be looked at, for what it reads was changed: {short(fault)}."]


def _pragmas(at: datetime) -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    for name, (wanted, without) in WANTED.items():
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {name}")
            is_now = cursor.fetchone()[0]
        if is_now != wanted:
            yield f"SQLite's {name} is {is_now}, not {wanted}: {without}."


def _pages(at: datetime) -> Iterator[str]:
    """On SQLite: whether every page of the file can be read and fits its neighbors."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        said = cursor.fetchone()[0]
    if said != "ok":
        yield f"The database's file is damaged ({said[:80]}): stop the desk and restore the last backup into a new folder."


def _role(at: datetime) -> Iterator[str]:
    """On PostgreSQL: whether the program's own role could change the record."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, has_table_privilege('desk_event', 'UPDATE'), has_table_privilege('desk_event', 'DELETE') "
            "FROM pg_roles WHERE rolname = current_user"
        )
        superuser, update, delete = cursor.fetchone()
    if superuser or update or delete:
        yield "The role Habeas logs in with may change the record; give it one limited by `habeas desk migrate --limit`."


def _guards(at: datetime) -> Iterator[str]:
    missing = missing_guards()
    if missing:
        yield (
            f"The record is not guarded: {', '.join(missing)} is missing or was changed. "
            "Restore a backup, and find out who took it away."
        )


def _migrations(at: datetime) -> Iterator[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        yield f"{len(plan)} steps of the database are not applied; back up, then start `habeas serve`, which applies them."


def _chain(at: datetime) -> Iterator[str]:
    if not _is_open():
        yield "No office is open; start with `habeas desk open`."
        return
    report = ledger.verify()
    yield from (*report.faults, *(each.sentence for each in report.restores))


def _is_open() -> bool:
    """Whether there is a record, or an office: one of the two without the other is no desk that was never opened."""
    return ChainHead.objects.exists() or Event.objects.exists() or Office.objects.exists()


def _tables(at: datetime) -> Iterator[str]:
    """The desk's tables against the record; nothing where no office is open."""
    if _is_open():
        found = reconciled()
        yield from (each.sentence for each in found.rows[:SHOWN])
        if len(found.rows) > SHOWN:
            yield f"{len(found.rows) + found.more - SHOWN:,} more rows differ; `habeas audit verify` names them."


def _clock(at: datetime) -> Iterator[str]:
    last = Event.objects.order_by("-seq").values_list("at", flat=True).first()
    if last is not None and last > at + timedelta(seconds=2):
        yield "The clock stands before the last event of the record; set it by NTP."
    acts = Event.objects.exclude(act__in=LONG).order_by("-seq")
    recent = list(acts.values_list("at", flat=True)[:5_000])
    back = sum(earlier - later > WAIT for later, earlier in pairwise(recent))
    if back:
        yield f"The clock was set back {back} times in the last {len(recent):,} events; keep it by NTP, which slews."


def _modes(at: datetime) -> Iterator[str]:
    data = Path(settings.DATA)
    if stat.S_IMODE(data.stat().st_mode) & 0o077:
        yield "The data folder can be entered by others; chmod 700 it."
    if (data / BEFORE).exists():
        yield f"{BEFORE} is still there: a key in it opens and seals what it did before; start the desk once, then delete it."
    for path in sorted([*data.glob("*.key"), *data.glob("*.secret"), *data.glob(BEFORE)]):
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield f"{path.name} can be read by others; chmod 600 it, and make a new one if others were here."
    store = data / "habeas.sqlite3"
    if store.exists() and stat.S_IMODE(store.stat().st_mode) & 0o077:
        yield f"{store.name} can be read by others; chmod 600 it: it holds who is in custody."


def _room(at: datetime) -> Iterator[str]:
    free, wanted = shutil.disk_usage(Path(settings.DATA)).free, room_wanted()
    if free < wanted:
        yield (
            f"{free // 2**20:,} MB are free where the data is; keep {wanted // 2**20:,} MB: "
            "where an event cannot be written, nothing can be done."
        )


def room_wanted() -> int:
    """How many bytes should be free where the data is: three times the store, and never less than `ROOM`."""
    store = Path(settings.DATA) / "habeas.sqlite3"
    return max(ROOM, 3 * store.stat().st_size if store.exists() else 0)


def _served(at: datetime) -> Iterator[str]:
    if not settings.TLS:
        yield "Plain HTTP is allowed (HABEAS_TLS=0): passwords and names cross the network unhidden."
    if "*" in settings.ALLOWED_HOSTS:
        yield "Every host name is served; name the desk's own in HABEAS_HOSTS."
    elif set(settings.ALLOWED_HOSTS) <= {"localhost", "127.0.0.1"}:
        yield "Only this machine's own names are served; name the desk's in HABEAS_HOSTS."


def _accounts(at: datetime) -> Iterator[str]:
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    with_second = Authenticator.objects.filter(type__in=kinds).values("user")
    without = Account.objects.filter(is_active=True).exclude(pk__in=with_second).count()
    if without:
        yield f"{without} active accounts have no second factor; each sets one up on its own page."
    if not Account.objects.filter(is_active=True, role=Account.Role.COMMANDER).exists():
        yield "There is no active commander: nothing can be approved."


def _demonstration(at: datetime) -> Iterator[str]:
    if Office.objects.filter(demonstration=True).exists():
        yield "This is a demonstration: its people are made up and its passwords are printed."


def _backup(at: datetime) -> Iterator[str]:
    last = Event.objects.filter(act="backup").order_by("-seq").values_list("at", flat=True).first()
    if last is None:
        yield "No backup was ever made; run `habeas backup` each night, and carry the file off."
    elif at - last > BACKUP_EVERY:
        yield f"The last backup is {_age(at - last)} old; run `habeas backup` each night."
    yield from of_last_backup()


def _leftovers(at: datetime) -> Iterator[str]:
    places = {place.absolute() for place in (last_place(), Path(settings.DATA).absolute().parent) if place}
    for each in sorted(each for place in places for each in leftovers(place)):
        yield (
            f"A backup or restore that was killed left {each.name} behind, with the whole database in it; "
            "the next one there takes it away."
        )


def _anchor(at: datetime) -> Iterator[str]:
    yield from witness_age.warnings(at)


def _age(since: timedelta) -> str:
    hours = int(since.total_seconds() // 3600)
    return f"{hours} hours" if hours < 72 else f"{hours // 24} days"


def _identity(at: datetime) -> Iterator[str]:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield "This runs as root; run Habeas as a user of its own."


CHECKS: tuple[tuple[str, Callable[[datetime], Iterator[str]]], ...] = (
    ("The store's settings", _pragmas),
    ("The pages of the database's file", _pages),
    ("The role at the database", _role),
    ("The guards of the record", _guards),
    ("The steps of the database", _migrations),
    ("The record", _chain),
    ("The tables against the record", _tables),
    ("The clock", _clock),
    ("The folder and its keys", _modes),
    ("The room on the disk", _room),
    ("How it is served", _served),
    ("The user it runs as", _identity),
    ("The accounts", _accounts),
    ("Demonstration or real", _demonstration),
    ("The last backup", _backup),
    ("What killed backups left", _leftovers),
    ("The last filed checkpoint", _anchor),
)
"""What is looked at, in order."""
