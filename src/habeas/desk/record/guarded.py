"""The tables of the record and of signatures, each with its guards: what the migrations put on them, and what `habeas doctor` asks for."""

from collections.abc import Callable

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from habeas.audit.sql import guard_beside, guard_events, guard_head, guard_rows, guard_texts, guards_query

GROWING: dict[str, tuple[tuple[str, ...], ...]] = {
    "desk_checkpoint": (("id",), ("site", "size")),
    "desk_anchor": (("id",), ("route_id", "checkpoint_id")),
    "desk_signature": (("id",), ("decision_id", "door"), ("decision_id", "by_id")),
    "desk_comment": (("id",), ("key",)),
}
"""The tables whose rows are neither changed nor deleted, with all the sets of columns that are unique in each."""

_GUARDED: dict[str, Callable[[str], list[str]]] = {
    "desk_event": lambda vendor: guard_events(vendor, "desk_event"),
    "desk_beside": lambda vendor: guard_beside(vendor, "desk_beside"),
    "desk_chainhead": lambda vendor: guard_head(vendor, "desk_chainhead", "desk_event"),
}
GUARDED = (*_GUARDED, *GROWING)
"""Every table that bears guards."""


def guards_of(vendor: str, table: str) -> list[str]:
    """The statements that guard one of these tables."""
    return _GUARDED[table](vendor) if table in _GUARDED else guard_rows(vendor, table, GROWING[table])


def missing_guards() -> list[str]:
    """The names of the guards that do not stand on the open database, or stand with another text, in order."""
    missing = list[str]()
    for table in GUARDED:
        with connection.cursor() as cursor:
            cursor.execute(guards_query(connection.vendor), [table])
            standing = dict(cursor.fetchall())
        wanted = guard_texts(guards_of(connection.vendor, table))
        missing += [name for name, text in wanted.items() if standing.get(name) != text]
    return sorted(missing)


def lost_guards() -> list[str]:
    """As `missing_guards`, for a database of this version; nothing for an earlier one, which bears the guards of its own day."""
    return [] if steps_to_come() else missing_guards()


def steps_to_come() -> int:
    """How many steps of this version were not applied to the open database."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
