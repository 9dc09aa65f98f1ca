"""Addresses of other systems that are told of events, and the calls that wait for them."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import habeas.desk.models.base


class Migration(migrations.Migration):
    """Two new tables; nothing that stands is touched."""

    dependencies: ClassVar = [("desk", "0050_a_recorded_fact_is_corrected")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Webhook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("address", models.CharField(max_length=300)),
                ("secret", models.TextField()),
                ("events", models.JSONField(default=list)),
                ("made_at", models.DateTimeField()),
                ("vouched_at", models.DateTimeField(blank=True, null=True)),
                ("from_seq", models.BigIntegerField(default=-1)),
                ("seal", models.CharField(blank=True, default="", max_length=64)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vouched_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="WebhookCall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.BigIntegerField()),
                ("event", models.CharField(max_length=40)),
                ("request", models.CharField(max_length=40)),
                ("happened_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("sent", "Sent"), ("given_up", "Given up")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("not_before", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("trouble", models.CharField(blank=True, max_length=120)),
                (
                    "hook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="desk.webhook"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "not_before"], name="calls_waiting")],
                "constraints": [models.UniqueConstraint(fields=("hook", "seq"), name="one_call_of_an_event_a_hook")],
            },
        ),
    ]
