"""The paper itself, known by its content, and each field with what was read and what a person confirmed."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Held, Keyed


class Paper(Keyed):
    """One file as it arrived. The same paper twice is the same row: known by its SHA-256."""

    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    media_type = models.CharField(max_length=60)
    name = models.CharField(max_length=160)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    arrived_at = models.DateTimeField()
    reading = models.JSONField(null=True, blank=True)
    """What `habeas read` found, as it found it."""
    reading_failed = models.CharField(max_length=300, blank=True)


class PaperPage(models.Model):
    """One page drawn as a picture in the limited child, kept so that looking at it opens no stranger's file again."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="drawn")
    number = models.PositiveSmallIntegerField()
    png = models.BinaryField()
    """With the desk's seal before it."""
    width = models.FloatField()
    height = models.FloatField()
    """Size in PDF points, as the boxes of the reading are."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["paper", "number"], name="one_picture_a_page"),
        ]


class ReadField(Held):
    """One field of a request: what was read (and where), and what a person confirmed. Both are kept."""

    request = models.ForeignKey("desk.Request", models.CASCADE, related_name="read_fields")
    name = models.CharField(max_length=60)
    value_read = models.TextField(blank=True)
    words = models.TextField(blank=True)
    page = models.PositiveSmallIntegerField(null=True, blank=True)
    box = models.JSONField(null=True, blank=True)
    confidence = models.CharField(max_length=10, blank=True)
    value = models.TextField(blank=True)
    unreadable = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["request", "name"], name="one_row_a_field"),
        ]
