"""What whoever owns a database can do with the desk's guards, on both kinds: take them all away, and put them back as they were."""

from collections.abc import Callable

from django.db import connection

_SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_POSTGRES = (
    "SELECT tgname, tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger "
    "WHERE NOT tgisinternal ORDER BY tgrelid, tgname"
)


def lift() -> Callable[[], None]:
    """Drop every guard of the open database; what is returned puts them back. No key of another row is asked for meanwhile."""
    with connection.cursor() as cursor:
        return _lift_sqlite(cursor) if connection.vendor == "sqlite" else _lift_postgres(cursor)


def _lift_sqlite(cursor) -> Callable[[], None]:
    cursor.execute("PRAGMA defer_foreign_keys = ON")
    cursor.execute(_SQLITE)
    guards = cursor.fetchall()
    _run(f"DROP TRIGGER {name}" for name, _ in guards)
    return lambda: _run(text for _, text in guards)


def _lift_postgres(cursor) -> Callable[[], None]:
    cursor.execute(
        "SET CONSTRAINTS ALL IMMEDIATE"
    )  # what waits for the end of the transaction keeps a trigger from going
    cursor.execute(_POSTGRES)
    guards = cursor.fetchall()
    _run(f"DROP TRIGGER {name} ON {table}" for name, table, _ in guards)
    cursor.execute(
        "SET session_replication_role = replica"
    )  # as its owner can; the guards that stand again fire all the same

    def put_back() -> None:
        _run(["SET session_replication_role = origin", "SET CONSTRAINTS ALL DEFERRED"])
        _run(text for _, _, text in guards)
        _run(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}" for name, table, _ in guards)

    return put_back


def _run(statements) -> None:
    with connection.cursor() as cursor:
        for each in statements:
            cursor.execute(each)
