"""What somebody put into the database that acts by itself: triggers, views and rules that no step of the database makes.

A trigger of a stranger changes a row inside an honest act, before the event tells of the row: the event would vouch for the forgery.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import UniqueConstraint

from habeas.audit.sql import guard_texts
from habeas.common.articles import with_article
from habeas.desk.record.guarded import GUARDED, guards_of

CLOCK_GUARD = "desk_clock_no_move"
"""The one trigger on a table that is not only added to: it keeps the end of a clock where it was set."""
_ASKED = {
    "sqlite": {
        "trigger": "SELECT name, tbl_name FROM sqlite_master WHERE lower(type) = 'trigger'",
        "view": "SELECT name, name FROM sqlite_master WHERE lower(type) = 'view'",
    },
    "postgresql": {
        "trigger": (
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            "WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace"
        ),
        "rule": "SELECT rulename, tablename FROM pg_rules WHERE schemaname = current_schema()",
        "view": "SELECT viewname, viewname FROM pg_views WHERE schemaname = current_schema()",
        "policy": "SELECT policyname, tablename FROM pg_policies WHERE schemaname = current_schema()",
    },
}
_UNIQUE = {
    "sqlite": (
        "SELECT m.name, l.name, l.partial, i.name FROM sqlite_master m JOIN pragma_index_list(m.name) l "
        "JOIN pragma_index_info(l.name) i WHERE m.type = 'table' AND l.\"unique\" "
        "UNION ALL SELECT m.name, 'the primary key', 0, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND c.pk"
    ),
    "postgresql": (
        "SELECT t.relname, n.relname, i.indpred IS NOT NULL, a.attname FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid "
        "JOIN pg_class n ON n.oid = i.indexrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey) "
        "WHERE i.indisunique AND i.indisvalid AND t.relnamespace = current_schema()::regnamespace"
    ),
}
"""Each column of each rule that rows are unique: the table, the rule, whether it holds for some rows only, the column."""


@dataclass(frozen=True, slots=True)
class ForeignPart:
    """Something in the database that acts by itself and is none of ours: of what `kind`, its `name`, and the table it is on."""

    kind: str
    name: str
    table: str

    @property
    def sentence(self) -> str:
        """What it is, in words."""
        return f"{with_article(self.kind)} that no step of the database makes stands on it ({self.name[:60]})"


def foreign_parts() -> list[ForeignPart]:
    """Everything of the kind that stands in the open database, in order."""
    ours = _own_triggers()
    found = [
        ForeignPart(kind, name, table)
        for kind, question in _ASKED[connection.vendor].items()
        for name, table in _rows(question)
        if (name, table) not in ours
    ]
    return sorted(found, key=lambda each: (each.table, each.name))


def lost_constraints() -> list[tuple[str, tuple[str, ...]]]:
    """The sets of columns that must be unique and are not any more: the table, and its columns. A table that is not there has none."""
    rules, lost = _unique_rules(), []
    with connection.cursor() as cursor:
        standing = {each.name for each in connection.introspection.get_table_list(cursor)}
    for model in apps.get_app_config("desk").get_models():
        if (table := model._meta.db_table) in standing:
            whole = {columns for partial, columns in rules[table].values() if not partial}
            lost += [(table, each) for each in _unique_sets(model) if frozenset(each) not in whole]
            lost += [(table, columns) for name, columns in _unique_where(model) if name not in rules[table]]
    return sorted(lost)


def _unique_rules() -> dict[str, dict[str, tuple[bool, frozenset[str]]]]:
    """By table and rule: whether it holds for some rows only, and its columns."""
    found: dict[str, dict[str, tuple[bool, frozenset[str]]]] = defaultdict(dict)
    for table, rule, partial, column in _rows(_UNIQUE[connection.vendor]):
        _, before = found[table].get(rule, (False, frozenset()))
        found[table][rule] = (bool(partial), before | {column})
    return found


def _unique_sets(model: type) -> list[tuple[str, ...]]:
    meta = model._meta  # type: ignore[attr-defined]
    of_rules = [tuple(meta.get_field(name).column for name in each.fields) for each in meta.total_unique_constraints]
    return [*of_rules, *((each.column,) for each in meta.concrete_fields if each.unique)]


def _unique_where(model: type) -> list[tuple[str, tuple[str, ...]]]:
    """The rules that hold for some rows only, by name: a database tells their columns, and not for which rows."""
    rules = (each for each in model._meta.constraints if isinstance(each, UniqueConstraint))  # type: ignore[attr-defined]
    return [(each.name, tuple(each.fields)) for each in rules if each.condition is not None]


def _own_triggers() -> set[tuple[str, str]]:
    guards = {(name, table) for table in GUARDED for name in guard_texts(guards_of(connection.vendor, table))}
    return guards | {(CLOCK_GUARD, "desk_clock")}


def _rows(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())
