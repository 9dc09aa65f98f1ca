"""A recorded fact is corrected by another, with its reason: both stay."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Which record a fact corrects, why, and whether nothing stands in its place."""

    dependencies: ClassVar = [("desk", "0048_findings_close_and_counsel_sets_a_condition")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="factrecord",
            name="corrects",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="correction",
                to="desk.factrecord",
            ),
        ),
        migrations.AddField(
            model_name="factrecord", name="why", field=models.CharField(blank=True, default="", max_length=300)
        ),
        migrations.AddField(model_name="factrecord", name="withdraws", field=models.BooleanField(default=False)),
    ]
