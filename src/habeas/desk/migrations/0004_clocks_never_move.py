"""What a clock was worked out to is never changed afterwards: the database itself refuses, whoever asks."""

from typing import Any

from django.db import migrations

FROZEN = ("slot", "kind", "trigger", "started_at", "rule", "calendar", "ends_at", "arithmetic", "citation", "custody")
SAYS = "A clock is never moved, paused or extended."


def guard(apps: Any, schema_editor: Any) -> None:
    """Put the trigger on the clocks."""
    for statement in _STATEMENTS[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def lift(apps: Any, schema_editor: Any) -> None:
    """Take it away again (a migration back)."""
    for statement in _LIFTED[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


_SQLITE_CHANGED = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in FROZEN)
_POSTGRES_CHANGED = " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in FROZEN)
_STATEMENTS = {
    "sqlite": [
        f"CREATE TRIGGER desk_clock_no_move BEFORE UPDATE ON desk_clock WHEN {_SQLITE_CHANGED} "
        f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
    ],
    "postgresql": [
        "CREATE FUNCTION desk_clock_stand() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER desk_clock_no_move BEFORE UPDATE ON desk_clock FOR EACH ROW WHEN ({_POSTGRES_CHANGED}) "
        "EXECUTE FUNCTION desk_clock_stand()",
    ],
}
_LIFTED = {
    "sqlite": ["DROP TRIGGER IF EXISTS desk_clock_no_move"],
    "postgresql": [
        "DROP TRIGGER IF EXISTS desk_clock_no_move ON desk_clock",
        "DROP FUNCTION IF EXISTS desk_clock_stand()",
    ],
}


class Migration(migrations.Migration):
    """Guards."""

    dependencies = [("desk", "0003_clocks_scripts_and_calendars")]
    operations = [migrations.RunPython(guard, lift)]
