"""The record only grows: triggers on both databases, and the row that numbers are taken from."""

from typing import Any

from django.db import migrations

from habeas.audit.sql import guard_beside, guard_events, lift_guards


def guard(apps: Any, schema_editor: Any) -> None:
    """Put the guards on the events and on the names beside them."""
    vendor = schema_editor.connection.vendor
    for statement in (*guard_events(vendor, "desk_event"), *guard_beside(vendor, "desk_beside")):
        schema_editor.execute(statement, params=None)


def lift(apps: Any, schema_editor: Any) -> None:
    """Take them away again (a migration back)."""
    vendor = schema_editor.connection.vendor
    for table in ("desk_event", "desk_beside"):
        for statement in lift_guards(vendor, table):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Guards."""

    dependencies = [("desk", "0001_initial")]
    operations = [migrations.RunPython(guard, lift)]
