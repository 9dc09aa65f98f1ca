"""Who served a notice, where that is not who logs it, and what the inmate answered to an offer of consular notification."""

from typing import Any, ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns of a service."""

    dependencies: ClassVar[list[Any]] = [("desk", "0040_comments_views_and_assigned_roles")]
    operations: ClassVar[list[Any]] = [
        migrations.AddField("service", "served_by", models.CharField(max_length=160, blank=True, default="")),
        migrations.AddField("service", "answer", models.CharField(max_length=10, blank=True, default="")),
    ]
