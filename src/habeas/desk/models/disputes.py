"""A dispute: anyone may raise it, on the person's own word too; it blocks hold, notice and hand-over at once."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed
from habeas.desk.models.custody import Person
from habeas.desk.models.requests import Request


class Dispute(Keyed):
    """One dispute about one person, with or without a request."""

    class Says(models.TextChoices):
        """What is said."""

        NOT_ME = "not_me", "This is not me"
        CITIZEN = "citizen", "I am a citizen"
        DATE_PAST = "date_past", "My release date has passed"
        WRONG_RECORD = "wrong_record", "Our own records disagree with the document"
        OTHER = "other", "Something else"

    person = models.ForeignKey(Person, models.PROTECT, related_name="disputes")
    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="disputes")
    says = models.CharField(max_length=14, choices=Says.choices)
    on_word_of = models.CharField(max_length=120)
    words = models.CharField(max_length=500, blank=True)
    raised_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    told_commander_at = models.DateTimeField(null=True, blank=True)
    proposed_at = models.DateTimeField(null=True, blank=True)
    """When a commander said how it ends; it goes on blocking until a second person confirms (`resolved_at`)."""
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolution = models.CharField(max_length=20, blank=True)
    """`upheld` or `not_upheld`."""
    evidence = models.CharField(max_length=500, blank=True)
    resolved_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    """The second person; never the first."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None) | ~models.Q(confirmed_by=models.F("resolved_by")),
                name="two_people_resolve_a_dispute",
            ),
        ]
