"""A release that was logged against what stands: what stood, why it was logged all the same, by whom, and whether it was undone."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.db import migrations, models

MODEL = "endedbyprogram"


def _points_at(to: str, deleted: Any = django.db.models.deletion.PROTECT) -> models.ForeignKey:
    return models.ForeignKey(blank=True, null=True, on_delete=deleted, related_name="+", to=to)


NEW = {
    "booking": _points_at("desk.booking", django.db.models.deletion.CASCADE),
    "how": models.CharField(blank=True, default="", max_length=20),
    "against": models.JSONField(blank=True, default=list),
    "taken": models.JSONField(blank=True, default=dict),
    "by": _points_at("desk.account"),
    "undone_at": models.DateTimeField(blank=True, null=True),
}


class Migration(migrations.Migration):
    """The columns, and rows of a release that no program reported or that no request is about."""

    dependencies: ClassVar = [("desk", "0051_logged_entries_are_corrected")]
    operations: ClassVar = [
        *(migrations.AddField(model_name=MODEL, name=name, field=field) for name, field in NEW.items()),
        migrations.AlterField(
            model_name=MODEL,
            name="request",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="desk.request"
            ),
        ),
        migrations.AlterField(
            model_name=MODEL,
            name="api_key",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.apikey"
            ),
        ),
    ]
