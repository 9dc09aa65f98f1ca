"""A service of notice, a transmittal and a custody action that were logged wrongly are corrected by another entry: both stay."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

ENTRIES = ("dispatch", "service", "execution")


def _corrects(model: str) -> migrations.AddField:
    field = models.OneToOneField(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="correction",
        to=f"desk.{model}",
    )
    return migrations.AddField(model_name=model, name="corrects", field=field)


def _why(model: str) -> migrations.AddField:
    field = models.CharField(blank=True, default="", max_length=300)
    return migrations.AddField(model_name=model, name="why", field=field)


def _withdraws(model: str) -> migrations.AddField:
    return migrations.AddField(model_name=model, name="withdraws", field=models.BooleanField(default=False))


class Migration(migrations.Migration):
    """Which entry each corrects, why, and whether nothing stands in its place."""

    dependencies: ClassVar = [("desk", "0049_events_go_out")]
    operations: ClassVar = [made(model) for model in ENTRIES for made in (_corrects, _why, _withdraws)]
