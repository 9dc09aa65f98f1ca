"""Comments on a request (only added to), each person's saved views, and requests given to a role."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import habeas.desk.models.base
from habeas.audit.sql import guard_rows, lift_guards

TABLE = "desk_comment"


def guard(apps: Any, schema_editor: Any) -> None:
    """Comments are only added to."""
    for statement in guard_rows(schema_editor.connection.vendor, TABLE, (("id",), ("key",))):
        schema_editor.execute(statement, params=None)


def lift(apps: Any, schema_editor: Any) -> None:
    """Take the guards away again (a migration back)."""
    for statement in lift_guards(schema_editor.connection.vendor, TABLE):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Tables and guards."""

    dependencies = [
        ("desk", "0042_lists_worked_out_beside_the_pages"),
    ]

    operations = [
        migrations.AddField(
            model_name="request",
            name="assigned_role",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("comment", "Comment"),
                            ("assigned", "Assigned"),
                            ("taken", "Taken"),
                            ("handed_back", "Handed back"),
                        ],
                        default="comment",
                        max_length=12,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=1000)),
                ("to_role", models.CharField(blank=True, max_length=20)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="desk.request"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                    ),
                ),
                ("of", models.CharField(choices=[("home", "Desk"), ("requests", "Requests")], max_length=12)),
                ("name", models.CharField(max_length=60)),
                ("query", models.CharField(max_length=300)),
                ("made_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="views", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "of", "name"), name="one_view_a_name")],
            },
        ),
        migrations.RunPython(guard, lift),
    ]
