"""What helps staff to work together: comments on a request, which only grow, and each person's own saved views of a list."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed
from habeas.desk.models.requests import Request


class Comment(Keyed):
    """One note of a member of staff on a request: said by itself, or with an assignment. Never changed, deleted or sent out."""

    class Step(models.TextChoices):
        """What the note was written with."""

        COMMENT = "comment", "Comment"
        ASSIGNED = "assigned", "Assigned"
        TAKEN = "taken", "Taken"
        HANDED_BACK = "handed_back", "Handed back"

    request = models.ForeignKey(Request, models.PROTECT, related_name="comments")
    step = models.CharField(max_length=12, choices=Step.choices, default=Step.COMMENT)
    words = models.CharField(max_length=1000, blank=True)
    to = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    to_role = models.CharField(max_length=20, blank=True)
    """To whom it was assigned: a person, or everybody of a role."""
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class SavedView(Keyed):
    """A filter and an order of a list that one person keeps under a name."""

    class Of(models.TextChoices):
        """Which list it is a view of: the name of its address."""

        BOARD = "home", "Desk"
        REQUESTS = "requests", "Requests"

    account = models.ForeignKey(Account, models.CASCADE, related_name="views")
    of = models.CharField(max_length=12, choices=Of.choices)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=300)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["account", "of", "name"], name="one_view_a_name"),
        ]
