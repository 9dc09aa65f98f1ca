"""What is wrong with the store, in words a person can act on: away, damaged, of another version, or with something taken out of it."""

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from habeas.desk.store_trouble import Trouble, trouble_of

_AWAY = {
    Trouble.BUSY: "the database is held by others for longer than may be waited; try again",
    Trouble.FULL: "the disk of the database is full; make room, then try again",
    Trouble.READ_ONLY: "the database cannot be written; it stands read-only",
    Trouble.DOWN: "the database cannot be reached or opened; see that it runs and is the one that was named",
}
_DAMAGED_NAMES = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"}
_DAMAGED_STATES = {"XX001", "XX002"}
_LACKING_STATES, _RIGHT = {"42P01", "42703"}, "42501"
"""SQLSTATE (PostgreSQL's manual, appendix A): damaged data or index; no such table or column; a right that the role lacks."""


def store_words(fault: BaseException) -> str:
    """What keeps the store from being read or written, one clause without an end; empty where `fault` is something else."""
    trouble = trouble_of(fault)
    if trouble:
        return _AWAY[trouble]
    if not isinstance(fault, DatabaseError | InterfaceError):
        return ""
    cause = fault.__cause__
    state, name = getattr(cause, "sqlstate", None), (getattr(cause, "sqlite_errorname", None) or "")
    if state in _DAMAGED_STATES or any(name.startswith(each) for each in _DAMAGED_NAMES):
        return f"the database is damaged ({first_line(fault)}); stop the desk and restore the last backup into a new folder"
    if state == _RIGHT:
        return f"the role that the database was opened with may not do this ({first_line(fault)})"
    if state in _LACKING_STATES or str(fault).startswith(("no such table", "no such column")):
        return _lacking(fault)
    return ""


def _lacking(fault: BaseException) -> str:
    """Whether a table or a column was taken away, or belongs to another version."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        known = set(
            executor.loader.disk_migrations
        )  # a new store's one step stands for many, and bears their names too
        newer = {each for each in MigrationRecorder(connection).applied_migrations() if each[0] == "desk"} - known
    except (DatabaseError, InterfaceError):
        return f"it lacks something ({first_line(fault)}), and which version wrote it cannot be read"
    if missing or newer:
        return f"it is of another version of Habeas ({first_line(fault)}): use the version that wrote it, or `habeas desk migrate`"
    return f"something was taken out of the database ({first_line(fault)}), though every step of this version was applied to it"


def first_line(fault: BaseException) -> str:
    """The first words of a fault, short."""
    return str(fault).splitlines()[0][:120].rstrip(".") if str(fault) else type(fault).__name__
