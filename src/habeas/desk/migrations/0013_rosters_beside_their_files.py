"""The bytes of an export move into a row of their own."""

import django.db.models.deletion
from django.db import migrations, models

COPY = """
INSERT INTO desk_rosterfile (roster_id, detail, content) SELECT id, detail, content FROM desk_rosterimport
"""


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0012_release_dates"),
    ]

    operations = [
        migrations.CreateModel(
            name="RosterFile",
            fields=[
                (
                    "roster",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="file",
                        serialize=False,
                        to="desk.rosterimport",
                    ),
                ),
                ("detail", models.JSONField(default=dict)),
                ("content", models.BinaryField()),
            ],
        ),
        migrations.RunSQL(COPY, migrations.RunSQL.noop),
    ]
