"""The record that proves itself: events in a hash chain, names beside it, checkpoints and where they went."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.base import Held, Keyed


class Event(models.Model):
    """One act or one view. Written once in the transaction of what it records; triggers refuse any change."""

    site = models.CharField(max_length=40)
    seq = models.PositiveBigIntegerField()
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    act = models.CharField(max_length=40, db_index=True)
    kind = models.CharField(max_length=30)
    object = models.CharField(max_length=40)
    request = models.CharField(max_length=40, blank=True, db_index=True)
    body = models.TextField()
    """The canonical JSON that was hashed."""

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["site", "seq"], name="one_event_a_number")]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["kind", "object", "seq"], name="events_of_an_object"),
            models.Index(fields=["seq"], name="events_by_number"),
            models.Index(fields=["act", "seq"], name="events_of_an_act"),
            models.Index(fields=["actor", "seq"], name="events_of_an_actor"),
            models.Index(fields=["actor", "act", "seq"], name="events_of_an_actors_act"),
            models.Index(fields=["request", "seq"], name="events_of_a_request"),
            models.Index(fields=["object", "act", "seq"], name="events_of_an_objects_act"),
        ]
        """One for each question that pages ask, in the order they show: none reads the whole record, however long it is."""


class ChainHead(models.Model):
    """The last event of a site: the row that writers lock, so that numbers have no gap."""

    site = models.CharField(max_length=40, unique=True)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)


class Beside(models.Model):
    """A name or number an event refers to by a salted hash. An expungement order deletes this row; the chain stands."""

    digest = models.CharField(max_length=64, unique=True)
    salt = models.CharField(max_length=64)
    value = models.TextField()
    kind = models.CharField(max_length=30)


class Checkpoint(Held):
    """A signed head of the chain (C2SP checkpoint)."""

    site = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["site", "size"], name="one_head_a_size")]


class HeadRoute(Keyed):
    """A way by which signed heads leave the building, as the office chose it."""

    class Kind(models.TextChoices):
        """How heads go out."""

        PAPER = "paper", "Printed sheet"
        MAIL = "mail", "Mailed file"
        FOLDER = "folder", "Folder that another office reads"
        WITNESS = "witness", "Cosigned by a witness"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    sent_to = models.CharField(max_length=160)
    folder = models.CharField(max_length=300, blank=True)
    line = models.CharField(max_length=300, blank=True)
    """The witness's public line."""
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)
    """Why the last head could not go out this way, or what was found in the folder; empty where all is well."""
    trouble_at = models.DateTimeField(null=True, blank=True)
    """Since when."""


class Anchor(Held):
    """Where a checkpoint was sent outside the building, and when: without one the operator could rewrite the whole."""

    checkpoint = models.ForeignKey(Checkpoint, models.PROTECT, related_name="anchors")
    sent_to = models.CharField(max_length=160)
    way = models.CharField(max_length=40)
    at = models.DateTimeField()
    proof = models.CharField(max_length=200, blank=True)
    route = models.ForeignKey(HeadRoute, models.PROTECT, null=True, blank=True, related_name="anchors")
    cosignature = models.CharField(max_length=400, null=True, blank=True)
    """The line with which a witness cosigned the head. Both may be null, so that SQLite adds them without making the table anew."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["route", "checkpoint"],
                condition=models.Q(route__isnull=False),
                name="one_hand_out_of_a_head_a_route",
            )
        ]


class RecordCheck(Keyed):
    """One check of the whole record, asked for on a page: by whom, against which head held outside, and what was found."""

    by = models.ForeignKey("desk.Account", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    held = models.TextField(blank=True)
    """The head that somebody outside holds, as it was typed or scanned."""
    ended_at = models.DateTimeField(null=True, blank=True)
    holds = models.BooleanField(null=True)
    size = models.PositiveBigIntegerField(default=0)
    sentences = models.JSONField(default=list)
