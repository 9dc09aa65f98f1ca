"""Who is in custody, as the jail's exports said it: people, bookings, imports, and what the jail shows to anyone."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Held, Keyed


class RosterImport(Keyed):
    """One export read: kept whole, so that a decision can be replayed on what it saw."""

    class State(models.TextChoices):
        """How far an import has come."""

        PREVIEW = "preview", "Previewed, not yet applied"
        APPLIED = "applied", "Applied"
        DROPPED = "dropped", "Discarded"
        UNDONE = "undone", "Undone"

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=120)
    profile = models.CharField(max_length=60, default="plain")
    as_of = models.DateTimeField()
    received_at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREVIEW)
    applied_at = models.DateTimeField(null=True, blank=True)
    report = models.JSONField(default=dict)
    """What was read, refused and repaired, how many are new, changed and gone, and why it cannot be right (`doubts`)."""
    asked_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    """Who says that a doubtful roster is right; somebody else must say so too before it is applied."""
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_why = models.CharField(max_length=300, blank=True)
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_why = models.CharField(max_length=300, blank=True)
    keeps_before = models.BooleanField(default=False)
    """Whether the state before it was kept (RosterBefore): only then can it be undone."""
    undone_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["sha256", "as_of"], name="one_roster_a_file_and_time"),
        ]


class RosterBefore(models.Model):
    """One person and their bookings as they stood before a roster touched them: what undoing it puts back."""

    roster = models.ForeignKey(RosterImport, models.CASCADE, related_name="before")
    person_id = models.CharField(max_length=60)
    content = models.BinaryField()
    """Compressed JSON of the row and its bookings, empty where the roster brought the person; with the desk's seal before it."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["roster", "person_id"], name="one_state_before_a_person"),
        ]


class RosterFile(Held):
    """What is large about an import, in a row of its own: who asks for the newest import walks past no export's bytes."""

    roster = models.OneToOneField(RosterImport, models.CASCADE, primary_key=True, related_name="file")
    detail = models.JSONField(default=dict)
    """Person by person: new, changed (in what) and gone, read by the page of one import; and who the refused rows may be about."""
    content = models.BinaryField()
    """The export as it came."""


class ReleaseDates(models.Model):
    """The release dates worked out for one roster on one day: made beside the pages, read by the release watch."""

    roster = models.ForeignKey(RosterImport, models.CASCADE, related_name="dates")
    day = models.DateField()
    rows = models.JSONField(default=list)
    """`[person number, booking number, verdict, date, days, other grounds]` of everybody with a date or past one."""
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["roster", "day"], name="dates_once_a_day"),
        ]


NAME_COLUMNS = ("family_name", "given_name", "middle_and_suffix")
"""The columns of a person that a shown name is made of."""


def name_on_record(family_name: str, given_name: str, middle_and_suffix: str = "") -> str:
    """A name as pages show it, family name first: a middle name or Jr. may be all that tells two inmates apart."""
    given = " ".join(part for part in (given_name, middle_and_suffix) if part)
    return ", ".join(part for part in (family_name, given) if part) or "no name on record"


class Person(Keyed):
    """One person as the jail's exports know them. `record` is the roster room's person, raw text beside each coded value."""

    person_id = models.CharField(max_length=60, unique=True)
    family_name = models.CharField(max_length=200, blank=True, db_index=True)
    given_name = models.CharField(max_length=200, blank=True)
    middle_and_suffix = models.CharField(max_length=200, blank=True, default="")
    sex = models.CharField(max_length=20, blank=True, default="")
    date_of_birth = models.DateField(null=True, blank=True, db_index=True)
    language = models.CharField(max_length=60, blank=True)
    record = models.JSONField()
    record_sha256 = models.CharField(max_length=64)
    first_seen = models.ForeignKey(RosterImport, models.PROTECT, related_name="+")
    last_seen = models.ForeignKey(RosterImport, models.PROTECT, related_name="+")
    in_custody = models.BooleanField(null=True, default=True, db_index=True)
    """None where a release is written that could not be read."""
    absent_since = models.DateTimeField(null=True, blank=True)
    """Absent from the newest roster since then: flagged, and never silently a release."""

    @property
    def shown(self) -> str:
        """The name as the record has it, family name first."""
        return name_on_record(self.family_name, self.given_name, self.middle_and_suffix)


class Booking(Keyed):
    """One stay in custody, as far as lists and clocks need it; the whole stands in the person's record."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="bookings")
    booking_id = models.CharField(max_length=60, db_index=True)
    booked_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    scheduled_release_on = models.DateField(null=True, blank=True, db_index=True)
    release_ready_at = models.DateTimeField(null=True, blank=True)
    """When the jail said the person was entitled to go: reported, never computed."""
    release_reported_at = models.DateTimeField(null=True, blank=True)
    """When a release was reported at this desk or by the jail's own system; an export drawn before does not undo it."""
    release_reason = models.CharField(max_length=120, blank=True)
    facility = models.CharField(max_length=120, blank=True)
    housing = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["person", "booking_id"], name="one_booking_a_number"),
        ]


class NeverThese(Held):
    """A human's word that two records are not one person, or that a paper does not mean a person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="never")
    other = models.CharField(max_length=120)
    """The other person's number, or the SHA-256 of the identifiers on the paper."""
    why = models.CharField(max_length=200)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["person", "other"], name="never_said_once")]


class Publication(Keyed):
    """A field the jail shows to anyone: since when, where, with what evidence. A dated practice, not a property of a person."""

    field = models.CharField(max_length=40)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    where = models.CharField(max_length=200)
    evidence = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
