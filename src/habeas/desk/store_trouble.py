"""What keeps the desk from its store, told apart by the database's own codes: each has a page, and is no error of the program."""

import errno
import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from django.db import DatabaseError, InterfaceError, OperationalError


class Trouble(StrEnum):
    """Why nothing can be read or written at this moment, though nothing is wrong with what was asked."""

    BUSY = "busy"
    """Others write, or hold what is needed, for longer than the caller may wait."""
    FULL = "full"
    READ_ONLY = "read_only"
    DOWN = "down"
    """The database does not answer, or its file cannot be opened or read."""


_SQLITE = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_PROTOCOL: Trouble.BUSY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_IOERR: Trouble.DOWN,
    sqlite3.SQLITE_CANTOPEN: Trouble.DOWN,
}
_POSTGRES = {
    "40001": Trouble.BUSY,  # could not serialize
    "40P01": Trouble.BUSY,  # deadlock
    "55P03": Trouble.BUSY,  # a lock was not to be had in time
    "57014": Trouble.BUSY,  # a statement took too long
    "53300": Trouble.BUSY,  # too many connections
    "53100": Trouble.FULL,
    "25006": Trouble.READ_ONLY,
    "57P01": Trouble.DOWN,
    "57P02": Trouble.DOWN,
    "57P03": Trouble.DOWN,
}
"""By SQLSTATE, as PostgreSQL's manual lists them (appendix A); class 08 is a lost connection."""
_SYSTEM = {errno.ENOSPC: Trouble.FULL, errno.EDQUOT: Trouble.FULL, errno.EROFS: Trouble.READ_ONLY}


def trouble_of(fault: BaseException | None) -> Trouble | None:
    """What keeps the store away where `fault` says so, or what it came from; None where something else went wrong."""
    for each in _causes(fault):
        if found := _own(each):
            return found
    return None


def _causes(fault: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield fault
        fault = fault.__cause__ or fault.__context__


def _own(fault: BaseException) -> Trouble | None:
    if isinstance(fault, sqlite3.Error):
        return _SQLITE.get((getattr(fault, "sqlite_errorcode", None) or 0) & 0xFF)
    if isinstance(fault, OSError):
        return _SYSTEM.get(fault.errno or 0)
    if isinstance(fault, DatabaseError | InterfaceError):
        return _said(fault)
    return _by_code(fault) if _is_drivers(fault) else None  # closing a cursor is not wrapped by Django


def _said(fault: Exception) -> Trouble | None:
    """By the text where the desk's own store raised it; on PostgreSQL by its code, and without one the connection is gone."""
    if str(fault) == "database is locked":
        return Trouble.BUSY
    cause = fault.__cause__
    if cause is None or not _is_drivers(cause):
        return None
    if getattr(cause, "sqlstate", None) is None and not isinstance(fault, OperationalError | InterfaceError):
        return None
    return _by_code(cause)


def _is_drivers(fault: BaseException) -> bool:
    return type(fault).__module__.partition(".")[0] == "psycopg"


def _by_code(fault: BaseException) -> Trouble | None:
    code = getattr(fault, "sqlstate", None)
    if code is None:
        gone = {each.__name__ for each in type(fault).__mro__} & {"OperationalError", "InterfaceError"}
        return Trouble.DOWN if gone else None
    return Trouble.DOWN if code.startswith("08") else _POSTGRES.get(code)
