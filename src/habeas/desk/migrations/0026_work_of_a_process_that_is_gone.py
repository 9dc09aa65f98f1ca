"""Work names the process that took it up, and when it is tried again where the store was away."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Three columns of work."""

    dependencies = [("desk", "0025_two_people_for_keys_and_limits_apart")]
    operations = [
        migrations.AddField("job", "worker", models.CharField(blank=True, default="", max_length=120)),
        migrations.AddField("job", "not_before", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("job", "tries", models.PositiveSmallIntegerField(default=0)),
    ]
