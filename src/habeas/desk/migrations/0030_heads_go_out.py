"""Heads leave the building by routes the office chooses; a check of the record is kept with what it found."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import habeas.desk.models.base


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0029_accounts_the_record_holds"),
    ]

    operations = [
        migrations.CreateModel(
            name="HeadRoute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("paper", "Printed sheet"),
                            ("mail", "Mailed file"),
                            ("folder", "Folder that another office reads"),
                            ("witness", "Cosigned by a witness"),
                        ],
                        max_length=10,
                    ),
                ),
                ("sent_to", models.CharField(max_length=160)),
                ("folder", models.CharField(blank=True, max_length=300)),
                ("line", models.CharField(blank=True, max_length=300)),
                ("opened_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("trouble", models.CharField(blank=True, max_length=300)),
                ("trouble_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecordCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("held", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("holds", models.BooleanField(null=True)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("sentences", models.JSONField(default=list)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="anchor",
            name="cosignature",
            field=models.CharField(blank=True, max_length=400, null=True),
        ),
        migrations.AddField(
            model_name="office",
            name="head_days",
            field=models.PositiveSmallIntegerField(
                default=7, help_text="How old the last signed head outside the building may be before the desk warns."
            ),
        ),
        migrations.AddField(
            model_name="anchor",
            name="route",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="anchors",
                to="desk.headroute",
            ),
        ),
        migrations.AddConstraint(
            model_name="anchor",
            constraint=models.UniqueConstraint(
                condition=models.Q(("route__isnull", False)),
                fields=("route", "checkpoint"),
                name="one_hand_out_of_a_head_a_route",
            ),
        ),
        migrations.AddField(
            model_name="recordcheck",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
    ]
