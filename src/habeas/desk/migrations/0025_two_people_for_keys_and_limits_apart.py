"""Keys of programs that a second person vouches for, first passwords that are changed, limits that nobody else uses up."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import habeas.desk.models.base


def part_doubled_subjects(apps: Any, _: Any) -> None:
    """Two accounts with one subject: nobody can tell whose it is, so neither logs in that way until an administrator says."""
    account = apps.get_model("desk", "Account")
    named = account.objects.exclude(provider_subject="").values("provider_subject")
    doubled = named.annotate(held=models.Count("pk")).filter(held__gt=1).values_list("provider_subject", flat=True)
    account.objects.filter(provider_subject__in=list(doubled)).update(provider_subject="")


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("desk", "0023_heads_and_signatures_only_grow"),
    ]

    operations = [
        migrations.CreateModel(
            name="EndedByProgram",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                    ),
                ),
                ("at", models.DateTimeField()),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KnownPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=64)),
                ("sessions_ended", models.PositiveIntegerField()),
                ("last_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Tries",
            fields=[
                ("bucket", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField(default=0)),
                ("ends_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.AddField(
            model_name="account",
            name="excused_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="excused_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="account",
            name="excused_why",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="account",
            name="first_password",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="apikey",
            name="vouched_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="apikey",
            name="vouched_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(part_doubled_subjects, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                condition=models.Q(("provider_subject", ""), _negated=True),
                fields=("provider_subject",),
                name="one_account_a_subject",
            ),
        ),
        migrations.AddField(
            model_name="endedbyprogram",
            name="api_key",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.apikey"),
        ),
        migrations.AddField(
            model_name="endedbyprogram",
            name="looked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="endedbyprogram",
            name="request",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="desk.request"),
        ),
        migrations.AddField(
            model_name="knownplace",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="knownplace",
            constraint=models.UniqueConstraint(fields=("account", "place"), name="one_row_a_known_place"),
        ),
    ]
