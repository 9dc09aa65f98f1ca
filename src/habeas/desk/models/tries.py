"""What is counted where somebody has to prove who they are, and the devices and addresses from which somebody did."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account


class Tries(models.Model):
    """How often something was tried in the time that runs now. What was tried, and from where, stands only as a keyed digest."""

    bucket = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)
    """When the count begins anew."""


class KnownPlace(models.Model):
    """A device or an address from which an account was logged in; a keyed digest, so that no address is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    place = models.CharField(max_length=64)
    sessions_ended = models.PositiveIntegerField()
    """The account's own count at that log-in: ending all its sessions makes every place unknown again."""
    last_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["account", "place"], name="one_row_a_known_place"),
        ]
