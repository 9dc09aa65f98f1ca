"""What several models share: an opaque key for addresses, so that no number of a person ever stands in one."""

import secrets

from django.db import models


def new_key() -> str:
    """A key nobody can guess or count up from."""
    return secrets.token_urlsafe(9)


class Keyed(models.Model):
    """A row that pages and programs name by an opaque key."""

    key = models.CharField(max_length=16, unique=True, default=new_key, editable=False)

    class Meta:
        abstract = True
