"""What left and who was told: dispatch with proof, notices due, service on the person, designees and attorneys."""

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed
from habeas.desk.models.custody import Person
from habeas.desk.models.papers import Paper
from habeas.desk.models.requests import Request
from habeas.desk.models.work import Decision


class LoggedEntry(Keyed):
    """An entry that somebody logged by hand: where it was wrong, another stands in its place, or none; both stay."""

    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="correction")
    why = models.CharField(max_length=300, blank=True, default="")
    withdraws = models.BooleanField(default=False)
    """Whether nothing stands in the place of the entry that it corrects."""

    class Meta:
        abstract = True


class Dispatch(LoggedEntry):
    """One sending of an answer by a person. The program sends nothing itself; this records who did, how, and the proof."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="dispatches")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="dispatches")
    to = models.CharField(max_length=200)
    way = models.CharField(max_length=20)
    address = models.CharField(max_length=200)
    address_verified = models.CharField(max_length=200, blank=True)
    files = models.JSONField(default=list)
    """Path and SHA-256 of each file that went."""
    proof = models.CharField(max_length=300)
    proof_file = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="proofs")
    """The receipt itself, where one was kept."""
    taken_by = models.CharField(max_length=160, blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Designee(Keyed):
    """An attorney or another whom the person named to be told."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="designees")
    name = models.CharField(max_length=160)
    relation = models.CharField(max_length=60)
    address = models.CharField(max_length=300)
    named_at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")


class Notice(Keyed):
    """One notice due to a person (or their designee): what, on which law, in which language, by when."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="notices")
    person = models.ForeignKey(Person, models.PROTECT, related_name="notices")
    designee = models.ForeignKey(Designee, models.PROTECT, null=True, blank=True, related_name="notices")
    what = models.CharField(max_length=40)
    citation = models.CharField(max_length=200)
    blocks = models.CharField(max_length=40, blank=True)
    says = models.CharField(max_length=400, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    raised_at = models.DateTimeField()
    served_at = models.DateTimeField(null=True, blank=True)
    """When a service succeeded (a refusal to sign is a service; a failure is not)."""
    excused = models.CharField(max_length=300, blank=True)


class Service(LoggedEntry):
    """One try to tell the person: a duty to tell ends with this event, never with a PDF."""

    class Result(models.TextChoices):
        """How the try ended."""

        SERVED = "served", "Served"
        REFUSED = "refused", "Served; refused to accept or sign"
        FAILED = "failed", "Unable to serve"

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="services")
    result = models.CharField(max_length=10, choices=Result.choices)
    language = models.CharField(max_length=10)
    interpreter = models.CharField(max_length=160, blank=True)
    place = models.CharField(max_length=120, blank=True)
    served_by = models.CharField(max_length=160, blank=True, default="")
    """Who handed it over, where that is not who logs it."""
    answer = models.CharField(max_length=10, blank=True, default="")
    """What the inmate said to an offer (consular notification): yes, no, none; empty where the notice asks nothing."""
    note = models.CharField(max_length=300, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()


class Execution(LoggedEntry):
    """One step by which a court's warrant is carried out or an inmate leaves: the hold was lodged, or the inmate was handed over."""

    class Step(models.TextChoices):
        """Which step."""

        LODGED = "lodged", "Hold lodged"
        HANDED_OVER = "handed_over", "Inmate transferred"

    request = models.ForeignKey(Request, models.PROTECT, related_name="executions")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    step = models.CharField(max_length=12, choices=Step.choices)
    agency = models.CharField(max_length=160)
    officer = models.CharField(max_length=160)
    badge = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=160, blank=True)
    allowed_by = models.CharField(max_length=300)
    """Which record or which order allowed it, in words."""
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
