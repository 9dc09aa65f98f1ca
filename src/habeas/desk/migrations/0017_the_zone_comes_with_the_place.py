"""An office's time zone is that of its place, or one that was given: no zone is supposed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0020_rosters_two_people_confirm_and_undo")]

    operations = [
        migrations.AlterField("office", "time_zone", models.CharField(max_length=40)),
    ]
