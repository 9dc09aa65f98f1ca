"""Clocks with their arithmetic, and the hand-over from one shift to the next."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Held, Keyed
from habeas.desk.models.custody import Booking
from habeas.desk.models.disputes import Dispute
from habeas.desk.models.outgoing import Notice
from habeas.desk.models.requests import Opinion, Request


class Clock(Keyed):
    """One running clock: trigger, rule, calendar, result and arithmetic, as worked out when it started. None can be paused.

    The database refuses any change of what was worked out: a clock is warned of, passed on and met, and nothing else.
    """

    slot = models.CharField(max_length=90, unique=True, null=True, editable=False)
    """What it is the clock of, so that the same event starts it once however often it is told."""
    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="clocks")
    dispute = models.ForeignKey(Dispute, models.PROTECT, null=True, blank=True, related_name="clocks")
    notice = models.ForeignKey(Notice, models.PROTECT, null=True, blank=True, related_name="clocks")
    booking = models.ForeignKey(Booking, models.PROTECT, null=True, blank=True, related_name="clocks")
    opinion = models.ForeignKey(Opinion, models.PROTECT, null=True, blank=True, related_name="clocks")
    kind = models.CharField(max_length=30)
    says = models.CharField(max_length=200)
    trigger = models.CharField(max_length=120)
    started_at = models.DateTimeField()
    rule = models.CharField(max_length=300)
    calendar = models.CharField(max_length=120)
    ends_at = models.DateTimeField(db_index=True)
    arithmetic = models.JSONField(default=list)
    citation = models.CharField(max_length=200, blank=True)
    custody = models.BooleanField(default=False)
    """Whether somebody is held while it runs."""
    warned_at = models.DateTimeField(null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    met_how = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["met_at", "ends_at"], name="clocks_running")]


class CalendarKey(Held):
    """The secret with which one person's calendar program fetches deadlines without names; only its digest is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="calendar_keys")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)


class Handover(Keyed):
    """What one watch hands to the next: generated, and initialled by both."""

    made_at = models.DateTimeField()
    role = models.CharField(max_length=20, blank=True)
    """Whose shift it is: the role of whoever passed it on; empty on those of before, which were watch commanders'."""
    body = models.JSONField()
    outgoing = models.ForeignKey(Account, models.PROTECT, related_name="+")
    incoming = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(incoming=None) | ~models.Q(incoming=models.F("outgoing")),
                name="two_people_hand_over",
            ),
        ]
