"""The statements that make a table of events append-only, for SQLite and PostgreSQL, as data for the desk's migration.

The guards stop the program, its faults, and anybody with the program's password. They do not stop whoever owns the database: against
that stand the chain and the checkpoints that left the building. Both databases report a refusal as a broken constraint.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from habeas.audit.event import START
from habeas.common.errors import BadInputError

VENDORS = ("sqlite", "postgresql")
"""The databases there are statements for, by Django's names."""

_Choice = TypeVar("_Choice")
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")
_KEYS: tuple[tuple[str, ...], ...] = (("id",), ("site", "seq"), ("hash",))
_NEVER = "The audit log only grows: an event is never changed or deleted."
_TAKEN = "The audit log only grows: this event is there already."
_KEPT = "This table only grows: a row of it is never changed or deleted."
_END = "The row that says where the record ends says what its last event says, and is never deleted."
_GAP = "The audit log has no gaps: the event does not follow from the last one of its site."


def guard_events(vendor: str, table: str, keys: Sequence[Sequence[str]] = _KEYS) -> list[str]:
    """The statements that make `table` append-only and gapless. It needs the columns site, seq, prev, hash.

    `keys` are all the sets of columns that are unique in it: on SQLite, REPLACE deletes the row that holds one of them
    without asking the delete trigger, so an insert that meets one is refused beforehand.
    """
    _named(table, *[column for key in keys for column in key])
    return _pick(vendor, {"sqlite": _sqlite_events, "postgresql": _postgres_events})(table, keys)


def guard_beside(vendor: str, table: str, keys: Sequence[Sequence[str]] = (("digest",),)) -> list[str]:
    """The statements for the table of names beside the log: never changed, but a row may be deleted (an order to erase)."""
    _named(table, *[column for key in keys for column in key])
    return _pick(vendor, {"sqlite": _sqlite_beside, "postgresql": _postgres_beside})(table, keys)


def guard_rows(vendor: str, table: str, keys: Sequence[Sequence[str]] = (("id",),)) -> list[str]:
    """The statements that make any table one that only grows: signed heads, where they went, signatures. `keys` as in `guard_events`."""
    _named(table, *[column for key in keys for column in key])
    return _pick(vendor, {"sqlite": _sqlite_rows, "postgresql": _postgres_rows})(table, keys)


def guard_head(vendor: str, table: str, events: str, keys: Sequence[Sequence[str]] = (("id",), ("site",))) -> list[str]:
    """The statements for the row that says where the record of a site ends: it says what the last event says, or is not written.

    It needs the columns id, site, seq (the number the next event gets) and hash. It is never deleted. `keys` as in `guard_events`.
    """
    _named(table, events, *[column for key in keys for column in key])
    return _pick(vendor, {"sqlite": _sqlite_head, "postgresql": _postgres_head})(table, events, keys)


def lift_guards(vendor: str, table: str) -> list[str]:
    """The statements that take all guards of `table` away: for a migration back, and for a test that empties its database."""
    _named(table)
    if _known(vendor) == "sqlite":
        return [
            f"DROP TRIGGER IF EXISTS {table}_{guard}" for guard in ("no_update", "no_delete", "no_replace", "in_order")
        ]
    names = [
        f"DROP TRIGGER IF EXISTS {table}_{guard} ON {table}"
        for guard in ("no_update", "no_delete", "no_empty", "in_order")
    ]
    return [*names, *(f"DROP FUNCTION IF EXISTS {table}_{each}()" for each in ("refuse", "follow", "move"))]


def limit_role(role: str, table: str, *, may_delete: bool = False) -> list[str]:
    """PostgreSQL: leave `role` only reading and inserting, and deleting where a table allows it. It must exist and not own the table."""
    _named(role, table)
    rights = "SELECT, INSERT, DELETE" if may_delete else "SELECT, INSERT"
    return [
        f"REVOKE ALL ON {table} FROM PUBLIC",
        f"REVOKE ALL ON {table} FROM {role}",
        f"GRANT {rights} ON {table} TO {role}",
    ]


def guards_query(vendor: str) -> str:
    """A query with one parameter, the table's name, for the name and the text of each guard that stands on it, for `habeas doctor`."""
    return _pick(vendor, _GUARDS_QUERIES)


def guards_of_events(vendor: str, table: str) -> frozenset[str]:
    """The names that `guards_query` must give for a guarded table of events."""
    return frozenset(guard_texts(guard_events(vendor, table)))


def guard_texts(statements: Sequence[str]) -> dict[str, str]:
    """Name and text of each guard that statements of this module make, as `guards_query` gives them.

    A trigger of the right name that refuses nothing has another text.
    """
    bodies = {each.split()[4].removesuffix("()"): each.split("$$")[1] for each in statements if "$$" in each}
    found = {}
    for each in statements:
        if each.startswith("CREATE TRIGGER "):
            function = each.rpartition(" EXECUTE FUNCTION ")[2].removesuffix("()")
            found[each.split()[2]] = each + bodies.get(function, "")
    return found


_GUARDS_QUERIES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE lower(type) = 'trigger' AND tbl_name = %s",
    "postgresql": (
        "SELECT tgname, pg_get_triggerdef(pg_trigger.oid, true) || prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
        "WHERE tgrelid = to_regclass(%s) AND NOT tgisinternal AND tgenabled = 'A'"
    ),
}


def _pick(vendor: str, table: Mapping[str, _Choice]) -> _Choice:
    return table[_known(vendor)]


def _known(vendor: str) -> str:
    if vendor not in VENDORS:
        raise BadInputError(f"There are no guards for the database {vendor[:20]}; use {' or '.join(VENDORS)}.")
    return vendor


def _named(*names: str) -> None:
    """Refuse a name that would have to be quoted: what is put into SQL is never anybody's text."""
    for name in names:
        if not _NAME.fullmatch(name):
            raise BadInputError(
                f'"{name[:40]}" cannot name a table, column or role here; use small letters, digits and _.'
            )


def _raise(name: str, table: str, when: str, text: str, where: str = "") -> str:
    """One trigger of SQLite that refuses with `text`."""
    return f"CREATE TRIGGER {table}_{name} BEFORE {when} ON {table} {where} BEGIN SELECT RAISE(ABORT, '{text}'); END"


def _sqlite_no_replace(table: str, keys: Sequence[Sequence[str]], text: str = _TAKEN) -> str:
    same = " OR ".join("(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")" for key in keys)
    found = f"SELECT 1 FROM {table} WHERE {same}"  # noqa: S608 - names only, and _named has let through plain ones
    return _raise("no_replace", table, "INSERT", text, f"WHEN EXISTS ({found})")


def _sqlite_events(table: str, keys: Sequence[Sequence[str]]) -> list[str]:
    return [
        _raise("no_update", table, "UPDATE", _NEVER),
        _raise("no_delete", table, "DELETE", _NEVER),
        _sqlite_no_replace(table, keys),
        _raise("in_order", table, "INSERT", _GAP, f"WHEN NOT ({_follows(table)})"),
    ]


def _sqlite_beside(table: str, keys: Sequence[Sequence[str]]) -> list[str]:
    return [_raise("no_update", table, "UPDATE", _NEVER), _sqlite_no_replace(table, keys)]


def _sqlite_rows(table: str, keys: Sequence[Sequence[str]]) -> list[str]:
    return [
        _raise("no_update", table, "UPDATE", _KEPT),
        _raise("no_delete", table, "DELETE", _KEPT),
        _sqlite_no_replace(table, keys, "This table only grows: this row is there already."),
    ]


def _sqlite_head(table: str, events: str, keys: Sequence[Sequence[str]]) -> list[str]:
    moves = f"NEW.id = OLD.id AND NEW.site = OLD.site AND {_is_end(events)}"
    return [
        _raise("no_update", table, "UPDATE", _END, f"WHEN NOT ({moves})"),
        _raise("no_delete", table, "DELETE", _END),
        _sqlite_no_replace(table, keys, _END),
        _raise("in_order", table, "INSERT", _END, f"WHEN NOT ({_is_end(events)})"),
    ]


def _is_end(events: str) -> str:
    """True where NEW says the number after the last event of its site, and that event's hash."""
    last = f"FROM {events} WHERE site = NEW.site ORDER BY seq DESC LIMIT 1"
    return f"NEW.seq = COALESCE((SELECT seq + 1 {last}), 0) AND NEW.hash = COALESCE((SELECT hash {last}), '{START}')"


def _follows(table: str) -> str:
    """True where NEW is the next event of its site: the next number, naming the hash of the last one."""
    last = f"FROM {table} WHERE site = NEW.site ORDER BY seq DESC LIMIT 1"
    return f"NEW.seq = COALESCE((SELECT seq + 1 {last}), 0) AND NEW.prev = COALESCE((SELECT hash {last}), '{START}')"


def _refusal(function: str, condition: str, text: str) -> str:
    """A trigger function of PostgreSQL that refuses with `text`, as a broken constraint, where `condition` holds."""
    return (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN "
        f"RAISE EXCEPTION '{text}' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW; END $$"
    )


def _trigger(table: str, name: str, when: str, each: str, function: str) -> list[str]:
    """A trigger of PostgreSQL that fires always: also in a session that calls itself a replica."""
    return [
        f"CREATE TRIGGER {table}_{name} BEFORE {when} ON {table} FOR EACH {each} EXECUTE FUNCTION {table}_{function}()",
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_{name}",
    ]


def _postgres_events(table: str, keys: Sequence[Sequence[str]]) -> list[str]:
    return [
        _refusal(f"{table}_refuse", "true", _NEVER),
        _refusal(f"{table}_follow", f"NOT ({_follows(table)})", _GAP),
        *_trigger(table, "no_update", "UPDATE", "STATEMENT", "refuse"),
        *_trigger(table, "no_delete", "DELETE", "STATEMENT", "refuse"),
        *_trigger(table, "no_empty", "TRUNCATE", "STATEMENT", "refuse"),
        *_trigger(table, "in_order", "INSERT", "ROW", "follow"),
    ]


def _postgres_beside(table: str, keys: Sequence[Sequence[str]]) -> list[str]:
    return [
        _refusal(f"{table}_refuse", "true", _NEVER),
        *_trigger(table, "no_update", "UPDATE", "STATEMENT", "refuse"),
        *_trigger(table, "no_empty", "TRUNCATE", "STATEMENT", "refuse"),
    ]


def _postgres_rows(table: str, keys: Sequence[Sequence[str]]) -> list[str]:
    return [
        _refusal(f"{table}_refuse", "true", _KEPT),
        *_trigger(table, "no_update", "UPDATE", "STATEMENT", "refuse"),
        *_trigger(table, "no_delete", "DELETE", "STATEMENT", "refuse"),
        *_trigger(table, "no_empty", "TRUNCATE", "STATEMENT", "refuse"),
    ]


def _postgres_head(table: str, events: str, keys: Sequence[Sequence[str]]) -> list[str]:
    moves = f"NEW.id = OLD.id AND NEW.site = OLD.site AND {_is_end(events)}"
    return [
        _refusal(f"{table}_refuse", "true", _END),
        _refusal(f"{table}_follow", f"NOT ({_is_end(events)})", _END),
        _refusal(f"{table}_move", f"NOT ({moves})", _END),
        *_trigger(table, "no_update", "UPDATE", "ROW", "move"),
        *_trigger(table, "no_delete", "DELETE", "STATEMENT", "refuse"),
        *_trigger(table, "no_empty", "TRUNCATE", "STATEMENT", "refuse"),
        *_trigger(table, "in_order", "INSERT", "ROW", "follow"),
    ]
