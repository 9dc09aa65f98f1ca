"""The office's own mail server, and the mails that wait for it: counts and the address of the desk, never a name, number or fact."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.base import Held


class MailSetting(Held):
    """How mail leaves: one row, made when an administrator sets it."""

    class Security(models.TextChoices):
        """How the way to the server is closed to others."""

        STARTTLS = "starttls", "STARTTLS (usually port 587)"
        TLS = "tls", "TLS from the start (usually port 465)"
        NONE = "none", "None (a server on this machine only)"

    one = models.BooleanField(default=True, unique=True, editable=False)
    on = models.BooleanField(default=False)
    host = models.CharField(max_length=120, blank=True)
    port = models.PositiveIntegerField(default=587)
    security = models.CharField(max_length=10, choices=Security.choices, default=Security.STARTTLS)
    username = models.CharField(max_length=120, blank=True)
    password = models.TextField(blank=True)
    """Encrypted under the desk's key together with the server it is for; empty: the server asks for none."""
    sender = models.CharField(max_length=160, blank=True)
    desk_address = models.CharField(max_length=200, blank=True)
    """The address under which staff open the desk: the only link in a mail."""
    recipients = models.JSONField(default=dict)
    """Addresses by role."""
    hours_before = models.PositiveSmallIntegerField(default=2)
    """How long before a deadline a mail is sent."""


class Mail(models.Model):
    """One mail that waits, was sent, or was given up. It holds no text: that is made from its kind and count when it is sent."""

    class Kind(models.TextChoices):
        """What it is about."""

        DEADLINE = "deadline", "A deadline is coming"
        SIGNATURE = "signature", "A signature is waiting"

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        GIVEN_UP = "given_up", "Given up"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    role = models.CharField(max_length=20)
    count = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=120, blank=True)
    """What kept it from being sent, in fixed words; never what the server said."""

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["state", "not_before"], name="mails_waiting")]
