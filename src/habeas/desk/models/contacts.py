"""Every word with federal authorities, with or without a request; and the tellings that no desk sends."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Held, Keyed
from habeas.desk.models.custody import Booking
from habeas.desk.models.requests import Request
from habeas.desk.models.work import Decision


class Contact(Keyed):
    """One contact: a call, a door, a mail, a log-in. Late entries are allowed and carry both times."""

    class Way(models.TextChoices):
        """How the contact came about."""

        CALL_IN = "call_in", "Incoming call"
        CALL_OUT = "call_out", "Outgoing call"
        DOOR = "door", "In person"
        MAIL = "mail", "Mail or e-mail"
        LOGIN = "login", "Log-in to one of our systems"
        VOICEMAIL = "voicemail", "Voicemail"

    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="contacts")
    about = models.ForeignKey(Booking, models.PROTECT, null=True, blank=True, related_name="+")
    """The booking that was spoken of, also where nothing was disclosed."""
    way = models.CharField(max_length=10, choices=Way.choices)
    who = models.CharField(max_length=160)
    agency = models.CharField(max_length=120)
    badge = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    asked = models.TextField()
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    late_entry = models.BooleanField(default=False)
    finished_at = models.DateTimeField(null=True, blank=True)
    """None while it is saved not finished later."""
    promised = models.CharField(max_length=200, blank=True)
    """What we said we would do, such as call back."""
    promised_for = models.DateTimeField(null=True, blank=True)
    promise_kept_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    """When a commander looked into fields that were told without a ground."""
    looked_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    looked_words = models.CharField(max_length=300, blank=True)


class Script(Keyed):
    """What may be said on the telephone under a standing decision of two people: the words, and the fields they give away."""

    words = models.TextField()
    fields = models.JSONField(default=list)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None) | ~models.Q(confirmed_by=models.F("made_by")),
                name="two_people_make_a_script",
            ),
        ]


class ContactField(Held):
    """One field that was told in a contact."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="told")
    field = models.CharField(max_length=40)
    about = models.ForeignKey(Booking, models.PROTECT, null=True, blank=True, related_name="+")
    ground = models.CharField(max_length=60)
    """`public`, `script`, `decision` or `none`: what it rested on, worked out when it was recorded."""
    script = models.ForeignKey(Script, models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    allowed = models.BooleanField(default=False)
    why = models.CharField(max_length=300, blank=True)
    """Why the ground allows it, or why it does not: worked out when it was recorded."""


class Telling(Keyed):
    """A telling of the third kind: fingerprints that reach federal systems by themselves, or a query sent by hand."""

    class Kind(models.TextChoices):
        """How the telling happened."""

        FINGERPRINT = "fingerprint", "Fingerprints sent at booking"
        HAND_QUERY = "hand_query", "Manual database query"

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="tellings")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    sent_at = models.DateTimeField()
    to = models.CharField(max_length=120)
    transaction = models.CharField(max_length=80, blank=True)
    ori = models.CharField(max_length=20, blank=True)
    """The agency's own number under which a query went."""
    purpose = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()
