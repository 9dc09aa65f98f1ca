"""A request: what arrived, from whom, when, who is meant, and how far the work has come."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account, ApiKey
from habeas.desk.models.base import Held, Keyed
from habeas.desk.models.custody import Booking, Person
from habeas.desk.models.papers import Paper
from habeas.requests.vocabulary import CHANNELS, KIND_WORDS


class Request(Keyed):
    """One request. `state` moves only by `workflow.machine`; overdue, blocked, stale and urgent are worked out, never stored."""

    number = models.CharField(max_length=30, unique=True)
    kind = models.CharField(max_length=40, choices=sorted(KIND_WORDS.items()), blank=True)
    state = models.CharField(max_length=20, db_index=True)
    before_dispute = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=0)
    """Counts every change: a writer that saw an older one is refused and told who was first."""

    source = models.JSONField(default=dict)
    """The request object (`FORMATS.md`) as confirmed so far."""
    channel = models.CharField(max_length=12, choices=[(each, each) for each in sorted(CHANNELS)], blank=True)
    received_at = models.DateTimeField()
    touched_at = models.DateTimeField(null=True, blank=True)
    entered_at = models.DateTimeField()
    received_by = models.CharField(max_length=120, blank=True)
    reply_by = models.DateTimeField(null=True, blank=True)
    sender_name = models.CharField(max_length=160, blank=True)
    sender_agency = models.CharField(max_length=160, blank=True)
    sender_verified = models.CharField(max_length=200, blank=True)
    """Through which known number or address the sender was called back; empty where nobody did."""
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="requests")
    pages = models.CharField(max_length=40, blank=True)
    duplicate_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="duplicates")
    packet = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    late_entry = models.BooleanField(default=False)

    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="requests")
    booking = models.ForeignKey(Booking, models.PROTECT, null=True, blank=True, related_name="requests")
    match = models.JSONField(null=True, blank=True)
    """The candidates with their reasons and conflicts, as the matching room gave them."""
    match_conflict = models.BooleanField(default=False)
    """A conflict stands between the paper and the record; nothing may be signed until two people resolved it."""
    chosen_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    conflict_cleared_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    """The second person who confirmed, against a conflict, that this is who is meant; never the one who chose."""
    conflict_cleared = models.JSONField(default=dict, blank=True)
    """For which person which conflicts were confirmed not to matter, word for word: another person or conflict stands again."""
    conflict_evidence = models.CharField(max_length=500, blank=True)
    nobody_near = models.JSONField(null=True, blank=True)
    """Who is near where somebody said that nobody in custody is meant, `[[person number, words]]`; None where nobody said so."""
    aside = models.JSONField(null=True, blank=True)
    """Why it was set aside: reason, words, to whom it was sent on, by whom and when."""

    assigned_to = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="assigned")
    assigned_role = models.CharField(max_length=20, blank=True)
    """The role whose people it was given to, where it was given to no one person."""
    stale = models.JSONField(null=True, blank=True)
    """What changed since the draft (facts, roster, law, paper); None where nothing did."""
    ended_how = models.CharField(max_length=60, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    lateness = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["state", "received_at"], name="requests_by_state")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(conflict_cleared_by=None)
                | (models.Q(chosen_by__isnull=False) & ~models.Q(conflict_cleared_by=models.F("chosen_by"))),
                name="two_people_clear_a_conflict",
            ),
        ]


class IdentityCheck(Keyed):
    """What was looked at besides a name before a person is held or handed over: another identifier, or a call to the sender."""

    class Way(models.TextChoices):
        """What was checked."""

        IDENTIFIER = "identifier", "A second identifier agrees"
        CALL_BACK = "call_back", "The sender was called back"

    request = models.ForeignKey(Request, models.PROTECT, related_name="identity_checks")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    way = models.CharField(max_length=12, choices=Way.choices)
    identifier = models.CharField(max_length=20, blank=True)
    value = models.CharField(max_length=80, blank=True)
    """What the sender or the paper gives for it; empty for fingerprints and a photograph."""
    spoke_with = models.CharField(max_length=160, blank=True)
    number = models.CharField(max_length=60, blank=True)
    """The number that was called, from our own directory."""
    words = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()


class Numbering(Held):
    """The last number given out in a year: the row that writers lock, so that a year's numbers have no gap and no double."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)


class Opinion(Keyed):
    """Counsel's answer to an unsettled question, dated; privileged text stays out of exports, the fact of it does not."""

    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="opinions")
    act = models.CharField(max_length=40)
    provision = models.CharField(max_length=120, blank=True)
    facts = models.JSONField(default=dict)
    outcome = models.CharField(max_length=12)
    """`may` or `must_not`: what counsel advises the office to treat the act as."""
    condition = models.CharField(max_length=500, blank=True, default="")
    """The condition under which the office may, in counsel's words; empty where there is none."""
    text = models.TextField()
    privileged = models.BooleanField(default=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    expires_on = models.DateField(null=True, blank=True)


class EndedByProgram(Keyed):
    """A request that ended because a program reported a release, or a release against what stood; for a commander to look at."""

    request = models.ForeignKey(Request, models.CASCADE, null=True, related_name="+")
    """None only for a release of somebody about whom no request is open."""
    api_key = models.ForeignKey(ApiKey, models.PROTECT, null=True, related_name="+")
    """Which program reported it; None where a person did (`by`)."""
    booking = models.ForeignKey("Booking", models.CASCADE, null=True, blank=True, related_name="+")
    """The stay that ended against what stood (`against`); None where a program's report just ended the request."""
    how = models.CharField(max_length=20, blank=True, default="")
    against = models.JSONField(default=list, blank=True)
    """What stood against it, a sentence each."""
    taken = models.JSONField(default=dict, blank=True)
    """Why it was logged all the same, and for a transfer who took the inmate, and on what."""
    by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
