"""Facts with their source and time, never overwritten; and the questions still open."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed
from habeas.desk.models.custody import Person
from habeas.desk.models.requests import Request


class FactRecord(Keyed):
    """One fact somebody recorded: what, on whose word, when. A later record of the same fact stands beside it, not over it."""

    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="facts")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="facts")
    fact = models.CharField(max_length=60)
    value = models.JSONField(null=True)
    """None records that it is not known: an answer as well."""
    source = models.CharField(max_length=200)
    said_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="correction")
    """The record that this one stands in the place of: it was entered in error."""
    why = models.CharField(max_length=300, blank=True, default="")
    withdraws = models.BooleanField(default=False)
    """Nothing stands in its place: it should not have been recorded."""

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["person", "fact", "id"], name="facts_of_a_person")]


STANDS: Mapping[str, Any] = {"correction": None, "withdraws": False}
"""Which facts stand, as a condition of a query: neither corrected nor withdrawing another."""


class Question(Keyed):
    """One open fact: who can say, when and how they were asked, and what they answered."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="questions")
    fact = models.CharField(max_length=60)
    ask = models.TextField()
    of = models.CharField(max_length=120)
    raised_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_how = models.CharField(max_length=120, blank=True)
    chased_at = models.DateTimeField(null=True, blank=True)
    answered = models.ForeignKey(FactRecord, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_why = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["request", "fact", "ask"], condition=models.Q(closed_at=None), name="asked_once_at_a_time"
            ),
        ]
