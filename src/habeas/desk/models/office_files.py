"""What an office uploads of itself: the seal that its public site shows. Each upload is kept; one is in use."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed


class OfficeSeal(Keyed):
    """One seal, drawn anew as PNG by the limited child: what was uploaded is never shown."""

    png = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    wide = models.PositiveSmallIntegerField()
    high = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    in_use = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["in_use"], condition=models.Q(in_use=True), name="one_seal_in_use"),
        ]
