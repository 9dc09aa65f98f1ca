"""Who served a notice, what the inmate answered to an offer of consular notification, and whom a contact was about."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns of a service and one of a contact."""

    dependencies: ClassVar[list[Any]] = [("desk", "0043_seals_of_offices_and_drafts_of_forms")]
    operations: ClassVar[list[Any]] = [
        migrations.AddField("service", "served_by", models.CharField(max_length=160, blank=True, default="")),
        migrations.AddField("service", "answer", models.CharField(max_length=10, blank=True, default="")),
        migrations.AddField(
            "contact",
            "about",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.booking"
            ),
        ),
    ]
