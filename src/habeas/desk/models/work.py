"""A decision as it was made: facts, law and answer frozen together, what the office does act by act, and who signed."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Held, Keyed
from habeas.desk.models.custody import RosterImport
from habeas.desk.models.requests import Opinion, Request


class Decision(Keyed):
    """One decision on one request. Everything it rested on is stored with it; nothing is explained afterwards."""

    class State(models.TextChoices):
        """How far a decision has come."""

        DRAFT = "draft", "Drafted"
        TO_SIGN = "to_sign", "Awaiting approval"
        SETTLED = "settled", "In force"
        RETURNED = "returned", "Returned"
        REPLACED = "replaced", "Replaced by a later one"

    request = models.ForeignKey(Request, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    jurisdiction = models.CharField(max_length=120)
    as_of = models.DateField()
    inputs = models.JSONField(default=dict)
    """Everything it was decided on: request, person's record, recorded facts, register, place, day. Replay reads nothing else."""
    roster = models.ForeignKey(RosterImport, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.JSONField()
    """The decision as `habeas decide` prints it, or the answer as a whole for a class."""
    would_change = models.JSONField(default=list)
    reviews = models.JSONField(default=list)
    inputs_sha256 = models.CharField(max_length=64)
    law = models.JSONField(default=dict)
    program = models.CharField(max_length=20)
    drafted_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    returned_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["request", "number"], name="one_decision_a_number"),
            models.UniqueConstraint(
                fields=["request"],
                condition=models.Q(state__in=["draft", "to_sign", "settled"]),
                name="one_living_decision_a_request",
            ),
        ]


class LawText(models.Model):
    """The text of a law pack, kept once for all decisions that rest on it: replay reads it, whatever later packs say."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    pack = models.CharField(max_length=120)
    content = models.JSONField()
    """The pack in canonical JSON, as `habeas.law.model.encode` gives it."""
    kept_at = models.DateTimeField()


class ActChoice(Held):
    """What the office does about one act: the law's word where it is firm, a person's choice only inside `may`."""

    class Does(models.TextChoices):
        """What the office does."""

        COMPLIES = "complies", "Granted"
        REFUSES = "refuses", "Denied"
        WAITS = "waits", "Pending: a fact or counsel's answer is missing; not done"

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="choices")
    act = models.CharField(max_length=40)
    outcome = models.CharField(max_length=12)
    does = models.CharField(max_length=10, choices=Does.choices)
    ground = models.CharField(max_length=40, blank=True)
    """The listed ground of a choice inside `may`; `finding` where what two people found closes the act whatever else stands."""
    words = models.CharField(max_length=500, blank=True)
    opinion = models.ForeignKey(Opinion, models.PROTECT, null=True, blank=True, related_name="+")
    """Counsel's answer where the law is unsettled; without one nothing but waiting is possible there."""
    needs_second = models.BooleanField()
    until = models.DateTimeField(null=True, blank=True)
    effective_at = models.DateTimeField(null=True, blank=True)
    """When it took effect: at once for what needs no second person, at the signature for the rest."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["decision", "act", "outcome"], name="one_choice_an_act_and_outcome"),
            models.CheckConstraint(
                condition=models.Q(does="waits")
                | models.Q(does="refuses", ground="finding")
                | models.Q(outcome="may", ground__gt="")
                | models.Q(outcome="must", does="complies")
                | models.Q(outcome__in=["must_not", "silent"], does="refuses")
                | models.Q(outcome__in=["unresolved", "silent"], opinion__isnull=False),
                name="override_only_inside_may",
            ),
        ]


class Signature(Held):
    """One signature under a decision. The database itself refuses the same person twice."""

    class Door(models.IntegerChoices):
        """Who prepared it, the second person, and counsel where the kind of request goes to counsel first."""

        FIRST = 1, "Drafted"
        SECOND = 2, "Signed"
        COUNSEL = 3, "Signed off by counsel"

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="signatures")
    door = models.PositiveSmallIntegerField(choices=Door.choices)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    at = models.DateTimeField()
    factor = models.CharField(max_length=20)
    """How the person proved to be there: `session`, `totp`, `webauthn`, `paper`."""
    seen_sha256 = models.CharField(max_length=64)
    """Hash of what was shown to the signer."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["decision", "door"], name="one_signature_a_door"),
            models.UniqueConstraint(fields=["decision", "by"], name="never_the_same_person_twice"),
        ]


class PackageFile(Held):
    """One file of the answer as it will go out: made at the draft, shown before anybody signs, never made again."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="files")
    path = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["decision", "path"], name="one_file_a_path"),
        ]
