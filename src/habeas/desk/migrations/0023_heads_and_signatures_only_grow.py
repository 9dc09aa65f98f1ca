"""Signed heads, where they went, and signatures under decisions are only added to: the database refuses the rest, whoever asks."""

from typing import Any

from django.db import migrations

from habeas.audit.sql import guard_rows, lift_guards

TABLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "desk_checkpoint": (("id",), ("site", "size")),
    "desk_anchor": (("id",),),
    "desk_signature": (("id",), ("decision_id", "door"), ("decision_id", "by_id")),
}


def guard(apps: Any, schema_editor: Any) -> None:
    """Put the guards on the three tables."""
    vendor = schema_editor.connection.vendor
    for table, keys in TABLES.items():
        for statement in guard_rows(vendor, table, keys):
            schema_editor.execute(statement, params=None)


def lift(apps: Any, schema_editor: Any) -> None:
    """Take them away again (a migration back)."""
    vendor = schema_editor.connection.vendor
    for table in TABLES:
        for statement in lift_guards(vendor, table):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Guards."""

    dependencies = [("desk", "0022_a_choice_an_act_and_outcome")]
    operations = [migrations.RunPython(guard, lift)]
