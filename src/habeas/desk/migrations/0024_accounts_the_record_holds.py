"""Accounts are read by a manager of our own; nothing in the database changes."""

from django.db import migrations


class Migration(migrations.Migration):
    """The manager of accounts."""

    dependencies = [("desk", "0023_heads_and_signatures_only_grow")]
    operations = [migrations.AlterModelManagers(name="account", managers=[])]
