"""An older password, an ended session, work that nobody asked for and a key nobody vouched for are known; the end of the record has guards.

What stands is sealed anew once in the life of a desk, and only what bears the seal it had: a file beside the key says that it was done.
"""

from typing import Any

from django.db import migrations, models

from habeas.audit.sql import guard_head, lift_guards
from habeas.desk.models.accounts import said_of_key
from habeas.desk.models.jobs import said_of_work
from habeas.desk.seals import SEALED_ANEW, fits, seal, sealed_before

HEAD = "desk_chainhead"


def seal_what_stands(apps: Any, schema_editor: Any) -> None:
    """Seal what stands, unless that was done before."""
    if not sealed_before(SEALED_ANEW):
        seal_passwords(apps)
        seal_keys(apps)
        seal_work(apps)


def seal_passwords(apps: Any) -> None:
    """Each password whose seal fits gets one on its account's number and its own."""
    accounts = apps.get_model("desk", "Account").objects
    for row in accounts.only("username", "password", "password_seal", "password_turn"):
        if fits(row.password_seal, "password", row.username, row.password):
            made = seal("password", row.pk, row.username, row.password_turn, row.password)
            accounts.filter(pk=row.pk).update(password_seal=made)


def seal_keys(apps: Any) -> None:
    """The keys that somebody vouched for."""
    keys = apps.get_model("desk", "ApiKey").objects
    for row in keys.exclude(vouched_at=None):
        keys.filter(pk=row.pk).update(seal=seal(*said_of_key(row)))


def seal_work(apps: Any) -> None:
    """The work that waits or is being done."""
    work = apps.get_model("desk", "Job").objects
    for row in work.filter(state__in=("waiting", "running")):
        work.filter(pk=row.pk).update(seal=seal(*said_of_work(row)))


def guard(apps: Any, schema_editor: Any) -> None:
    """Put the guards on the row that says where the record ends."""
    for statement in guard_head(schema_editor.connection.vendor, HEAD, "desk_event"):
        schema_editor.execute(statement, params=None)


def lift(apps: Any, schema_editor: Any) -> None:
    """Take them away again (a migration back)."""
    for statement in lift_guards(schema_editor.connection.vendor, HEAD):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Numbers and seals of what could be put back."""

    dependencies = [("desk", "0033_exports_described_at_the_desk")]
    operations = [
        migrations.AddField("account", "password_turn", models.PositiveIntegerField(default=0)),
        migrations.AddField("apikey", "seal", models.CharField(blank=True, default="", max_length=64)),
        migrations.AddField("job", "seal", models.CharField(blank=True, default="", max_length=64)),
        migrations.AddIndex("event", models.Index(fields=["object", "act", "seq"], name="events_of_an_objects_act")),
        migrations.RemoveIndex("event", "events_by_object"),
        migrations.RunPython(seal_what_stands, migrations.RunPython.noop),
        migrations.RunPython(guard, lift),
    ]
