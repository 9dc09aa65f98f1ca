"""What several models share: an opaque key for addresses, so that no number of a person ever stands in one; rows the record holds."""

import secrets

from django.db import models

from habeas.desk.models.held import HeldQuerySet


def new_key() -> str:
    """A key nobody can guess or count up from."""
    return secrets.token_urlsafe(9)


class Held(models.Model):
    """A row whose every write is noted for the next event of its transaction."""

    objects = HeldQuerySet.as_manager()

    class Meta:
        abstract = True


class Keyed(Held):
    """A row that pages and programs name by an opaque key."""

    key = models.CharField(max_length=16, unique=True, default=new_key, editable=False)

    class Meta:
        abstract = True
