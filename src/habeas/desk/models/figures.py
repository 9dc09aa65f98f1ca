"""Public figures as they were frozen: each release once, its bytes never changed."""

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed


class FiguresRelease(Keyed):
    """One release. `text` is what anyone may read; `counted` is the ledger it was rounded from and never leaves the office."""

    version = models.PositiveIntegerField(unique=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    counted = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
