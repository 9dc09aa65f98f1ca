"""What tables a store has, in a form that two stores can be held against: columns in any order, everything else by its definition."""

import re

SQLITE = {
    "index": "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "trigger": "SELECT name || ' ' || sql FROM sqlite_master WHERE type IN ('trigger', 'view')",
    "table": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
}
POSTGRES = {
    "column": "SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable, "
    "column_default, identity_generation) FROM information_schema.columns WHERE table_schema = 'public'",
    "index": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "constraint": "SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) "
    "FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "trigger": "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "function": "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
}


def schema() -> list[str]:
    """Every column, index, constraint, trigger and function of the open database, a line each."""
    from django.db import connection

    with connection.cursor() as cursor:
        return sorted(_sqlite(cursor) if connection.vendor == "sqlite" else _listed(cursor, POSTGRES))


def _listed(cursor, asked):
    for kind, query in asked.items():
        cursor.execute(query)
        for (line,) in cursor.fetchall():
            yield f"{kind} {line}"


def _sqlite(cursor):
    yield from _listed(cursor, SQLITE)
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for table, sql in cursor.fetchall():
        for part in _parts(sql):
            yield f"column {table} {part}"


def _parts(sql):
    """The columns and constraints between a table's outer brackets."""
    inside, depth, part = sql[sql.index("(") + 1 : sql.rindex(")")], 0, ""
    for sign in inside + ",":
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            yield re.sub(r"\s+", " ", part).strip()
            part = ""
        else:
            part += sign
