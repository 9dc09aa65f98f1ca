"""Templates of letters: written by county counsel, approved by a second person, one in use for each kind of request."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed


class LetterTemplate(Keyed):
    """One version of one template. Its text never changes: another text is another version."""

    class State(models.TextChoices):
        """How far a template has come."""

        PROPOSED = "proposed", "Waiting for approval"
        IN_USE = "in_use", "In use"
        ENDED = "ended", "Replaced"
        TURNED_DOWN = "turned_down", "Rejected"

    kind = models.CharField(max_length=40, blank=True)
    """The kind of request it answers; empty: every kind that has none of its own."""
    version = models.PositiveIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PROPOSED)
    proposed_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    """Who approved or rejected it."""
    decided_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["kind", "version"], name="one_template_a_kind_and_version"),
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(state="in_use"), name="one_template_in_use_a_kind"
            ),
        ]
