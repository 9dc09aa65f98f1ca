"""What two people found closes an act whatever else stands; counsel answers with a condition in words."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """An act refused on a finding (`ground` is `finding`), and the condition of an opinion."""

    dependencies: ClassVar = [("desk", "0047_figures_releases")]
    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="actchoice", name="override_only_inside_may"),
        migrations.AddConstraint(
            model_name="actchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(does="waits")
                | models.Q(does="refuses", ground="finding")
                | models.Q(outcome="may", ground__gt="")
                | models.Q(outcome="must", does="complies")
                | models.Q(outcome__in=["must_not", "silent"], does="refuses")
                | models.Q(outcome__in=["unresolved", "silent"], opinion__isnull=False),
                name="override_only_inside_may",
            ),
        ),
        migrations.AddField(
            model_name="opinion", name="condition", field=models.CharField(blank=True, default="", max_length=500)
        ),
    ]
