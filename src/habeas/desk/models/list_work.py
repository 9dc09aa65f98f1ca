"""The determination of a list being worked out beside the pages: what was asked for, by whom, and what came of it."""

from typing import Any, ClassVar

from django.db import models

from habeas.audit.event import stamp
from habeas.common.canonical import sha256_of
from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed
from habeas.desk.models.requests import Request
from habeas.desk.models.work import Decision
from habeas.desk.seals import fits


class ListWork(Keyed):
    """One asking: to work a list out as these choices would have it (`show`), or to make the response so (`make`)."""

    class Step(models.TextChoices):
        """What was asked for."""

        SHOW = "show", "Working out the list"
        MAKE = "make", "Generating the response"

    request = models.ForeignKey(Request, models.CASCADE, related_name="+")
    step = models.CharField(max_length=6, choices=Step.choices)
    rests_on = models.CharField(max_length=64, db_index=True)
    """The hash of the inputs, the day and the law: what was worked out on other inputs is not shown."""
    choices = models.JSONField(default=list)
    """`[act, complies, ground, words]` of each choice."""
    added = models.TextField(blank=True)
    """Paragraphs added to the letter."""
    shown = models.CharField(max_length=64, blank=True)
    """For `make`: the hash of the response as it was shown; another one is not made."""
    version = models.PositiveIntegerField(null=True, blank=True)
    """For `make`: the version of the request that was shown."""
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    seal = models.CharField(max_length=64, blank=True, default="")
    """Made with the desk's key: what somebody wrote into the store, or changed there, is not carried out."""
    result = models.JSONField(null=True, blank=True)
    """What the page shows of it, once it is worked out."""
    decision = models.ForeignKey(Decision, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["request", "-id"], name="list_works_of_a_request")]

    @property
    def said_of_seal(self) -> tuple[object, ...]:
        """What the seal is on."""
        asked = sha256_of([self.choices, self.added, self.rests_on, self.shown, self.version])
        return ("list work", self.key, self.request_id, self.step, asked, self.by_id, stamp(self.asked_at))

    @property
    def is_ours(self) -> bool:
        """Whether this desk asked for it, as it stands."""
        return fits(self.seal, *self.said_of_seal)
