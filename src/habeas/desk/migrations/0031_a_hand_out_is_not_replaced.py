"""A head goes out by a route once: a REPLACE that meets that row would delete it without asking, and is refused beforehand."""

from typing import Any

from django.db import migrations

from habeas.audit.sql import guard_rows, lift_guards

TABLE = "desk_anchor"
BEFORE = (("id",),)
NOW = (("id",), ("route_id", "checkpoint_id"))


def _guard(schema_editor: Any, keys: tuple[tuple[str, ...], ...]) -> None:
    vendor = schema_editor.connection.vendor
    for statement in (*lift_guards(vendor, TABLE), *guard_rows(vendor, TABLE, keys)):
        schema_editor.execute(statement, params=None)


def guard(apps: Any, schema_editor: Any) -> None:
    """Put the guards on the table anew, with the columns by which a head goes out once."""
    _guard(schema_editor, NOW)


def before(apps: Any, schema_editor: Any) -> None:
    """As they were (a migration back)."""
    _guard(schema_editor, BEFORE)


class Migration(migrations.Migration):
    """Guards."""

    dependencies = [("desk", "0030_heads_go_out")]
    operations = [migrations.RunPython(guard, before)]
