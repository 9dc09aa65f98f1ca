"""Addresses of other systems that are told that a request moved on, and what waits to be told: an event's name, a number and a time."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed


class Webhook(Keyed):
    """An address that an administrator registered; it is told nothing before a second person approved it."""

    name = models.CharField(max_length=80)
    address = models.CharField(max_length=300)
    secret = models.TextField()
    """What calls are signed with, encrypted under the desk's key together with the address it is for."""
    events = models.JSONField(default=list)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    vouched_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    vouched_at = models.DateTimeField(null=True, blank=True)
    from_seq = models.BigIntegerField(default=-1)
    """The last event of the record when it was approved: it is told what comes after."""
    seal = models.CharField(max_length=64, blank=True, default="")
    """Made with the desk's key when somebody approved: an address that was changed in the store has none that fits."""
    ended_at = models.DateTimeField(null=True, blank=True)

    @property
    def said_of_seal(self) -> tuple[object, ...]:
        """What the seal is on: the address, what it is told, who registered it and who approved."""
        return ("webhook", self.key, self.address, self.events, self.vouched_by_id, self.made_by_id)


class WebhookCall(models.Model):
    """One thing that one address is to be told: no name, number or fact of anybody."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        GIVEN_UP = "given_up", "Given up"

    hook = models.ForeignKey(Webhook, models.PROTECT, related_name="calls")
    seq = models.BigIntegerField()
    """The number of the event in the record that it tells of."""
    event = models.CharField(max_length=40)
    request = models.CharField(max_length=40)
    happened_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["hook", "seq"], name="one_call_of_an_event_a_hook")
        ]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["state", "not_before"], name="calls_waiting")]
