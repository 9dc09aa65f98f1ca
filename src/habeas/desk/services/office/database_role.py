"""On PostgreSQL the program logs in as a role that owns nothing: it works with every table, and can only add to the record."""

from collections.abc import Iterator

from django.db import connection, transaction

from habeas.audit.sql import limit_role
from habeas.common.errors import BadInputError

ONLY_GROW: dict[str, bool] = {
    "desk_event": False,
    "desk_beside": True,
    "desk_checkpoint": False,
    "desk_anchor": False,
    "desk_signature": False,
}
"""The tables that only grow; in those beside, an order to erase may delete a row."""
ONLY_READ = ("django_migrations",)


def limit(role: str) -> int:
    """Give `role` what the program needs and no more, as the owner of the tables; how many tables it may work with.

    Raises BadInputError on SQLite (there are no roles), and where the role does not exist, owns a table, or is a superuser.
    """
    if connection.vendor != "postgresql":
        raise BadInputError("SQLite has no roles; there the folder's mode and the guards stand for them.")
    _check(role)
    tables = connection.introspection.table_names()
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in _statements(role, tables):
            cursor.execute(statement)
    return len(tables)


def _check(role: str) -> None:
    limit_role(role, "desk_event")  # refuses a name that would have to be quoted
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolname = current_user FROM pg_roles WHERE rolname = %s", [role])
        found = cursor.fetchone()
    if found is None:
        raise BadInputError(f"There is no role {role}; make it first: CREATE ROLE {role} LOGIN PASSWORD '…'.")
    if any(found):
        raise BadInputError(
            f"{role} is a superuser or the owner itself; nothing can be held from it. Make another role."
        )


def _statements(role: str, tables: list[str]) -> Iterator[str]:
    schema = "public"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {role}"
    yield f"REVOKE CREATE ON SCHEMA {schema} FROM {role}"
    for table in tables:
        if table not in ONLY_GROW:
            yield f"REVOKE ALL ON {table} FROM {role}"
            yield f"GRANT {'SELECT' if table in ONLY_READ else 'SELECT, INSERT, UPDATE, DELETE'} ON {table} TO {role}"
    for table, may_delete in ONLY_GROW.items():
        yield from limit_role(role, table, may_delete=may_delete)
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role}"
