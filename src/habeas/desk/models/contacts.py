"""Every word with federal authorities, with or without a request; and the tellings that no desk sends."""

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed
from habeas.desk.models.custody import Booking
from habeas.desk.models.requests import Request


class Contact(Keyed):
    """One contact: a call, a door, a mail, a log-in. Late entries are allowed and carry both times."""

    class Way(models.TextChoices):
        """How the contact came about."""

        CALL_IN = "call_in", "They called"
        CALL_OUT = "call_out", "We called"
        DOOR = "door", "At the door"
        MAIL = "mail", "Mail or e-mail"
        LOGIN = "login", "Log-in to one of our systems"
        VOICEMAIL = "voicemail", "Voicemail"

    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="contacts")
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


class ContactField(models.Model):
    """One field that was told in a contact."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="told")
    field = models.CharField(max_length=40)
    about = models.ForeignKey(Booking, models.PROTECT, null=True, blank=True, related_name="+")
    ground = models.CharField(max_length=60)
    """The standing script, the signed decision, or `public`."""


class Telling(Keyed):
    """A telling of the third kind: fingerprints that reach federal systems by themselves, or a query sent by hand."""

    class Kind(models.TextChoices):
        """How the telling happened."""

        FINGERPRINT = "fingerprint", "Fingerprints sent at booking"
        HAND_QUERY = "hand_query", "Query sent by hand"

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="tellings")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    sent_at = models.DateTimeField()
    to = models.CharField(max_length=120)
    transaction = models.CharField(max_length=80, blank=True)
    purpose = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()
