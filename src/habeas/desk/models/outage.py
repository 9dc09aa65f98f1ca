"""Blank forms printed for the hours without a program: each has a number of its own, so that what was worked on paper can be found."""

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Held


class PaperForm(Held):
    """One blank form that was printed. Its number is given out once and never again."""

    class Kind(models.TextChoices):
        """What the form is for."""

        INTAKE = "intake", "Intake"
        CONTACT = "contact", "Contact log"
        SERVICE = "service", "Service of notice"
        DECISION = "decision", "Decision, with both signatures"

    number = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    printed_at = models.DateTimeField()
    printed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
