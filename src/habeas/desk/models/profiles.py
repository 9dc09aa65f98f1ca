"""A county's own profile of its jail's export: described at the desk by one person, vouched for by another, then offered by name."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Held, Keyed


class RosterProfile(Keyed):
    """One version of one profile. Once it is in use its text never changes: what was read through it can be read again."""

    class State(models.TextChoices):
        """How far a profile has come."""

        DRAFT = "draft", "Draft"
        PROPOSED = "proposed", "Awaiting second review"
        IN_USE = "in_use", "In use"
        ENDED = "ended", "Retired"
        GIVEN_UP = "given_up", "Abandoned"

    name = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=80)
    text = models.TextField(blank=True)
    """The profile as TOML."""
    sha256 = models.CharField(max_length=64, blank=True)
    """The hash of the text."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    hands = models.JSONField(default=list)
    """Every account that had a hand in it: none of them vouches for it."""
    confirmed = models.PositiveIntegerField(default=0)
    """How many people of the sample were found right on paper."""
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_at = models.DateTimeField(null=True, blank=True)
    vouched_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    vouched_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=300, blank=True)
    """Why it was sent back or ended."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["name", "version"], name="one_profile_a_name_and_version"),
        ]

    @property
    def called(self) -> str:
        """What an import names it by; a shipped profile has no point in its name."""
        return f"{self.name}.{self.version}"


class RosterSample(Held):
    """The sample that a profile is described with, and what was worked out from it: deleted once the profile is vouched for or given up."""

    profile = models.OneToOneField(RosterProfile, models.CASCADE, primary_key=True, related_name="sample")
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    taken_on = models.DateField()
    """The office's day when it was taken in: nobody in it is born later."""
    layout = models.JSONField(default=dict)
    """What a person said of the file's shape, as under `[file]`."""
    tables = models.JSONField(default=dict)
    """The profile as tables."""
    cards = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    tried = models.JSONField(default=dict)
    """What the profile read of the sample; empty once the profile was changed."""
    said = models.JSONField(default=dict)
    """By person's number: empty where the paper says the same, else what is wrong."""
