"""Accounts are read by a manager of our own; nothing in the database changes."""

from django.db import migrations


class Migration(migrations.Migration):
    """The manager of accounts."""

    dependencies = [("desk", "0028_pages_stay_quick_over_a_long_record")]
    operations = [migrations.AlterModelManagers(name="account", managers=[])]
