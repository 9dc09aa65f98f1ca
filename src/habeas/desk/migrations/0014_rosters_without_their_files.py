"""What moved is taken out; a migration of its own, as PostgreSQL alters no table while rows wait to be checked."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0013_rosters_beside_their_files"),
    ]

    operations = [
        migrations.RemoveField(model_name="rosterimport", name="content"),
        migrations.RemoveField(model_name="rosterimport", name="detail"),
    ]
