"""Stored bytes against their own hashes: papers received, files that go out, rosters, texts of the law, records of people."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError

from habeas.common.canonical import sha256_of
from habeas.desk.models import (
    LawText,
    LetterTemplate,
    OfficeSeal,
    PackageFile,
    Paper,
    Person,
    RosterFile,
    RosterImport,
    RosterProfile,
    RosterSample,
)
from habeas.desk.models.held import table_of
from habeas.desk.services.custody.custody import record_sha256
from habeas.desk.services.record.cells import FAULTS, UNREADABLE, Row, rows_of
from habeas.desk.services.record.reconciliation_base import Heard, Part

AT_ONCE = 50


def _sha256(content: Any) -> str:
    return hashlib.sha256(bytes(content)).hexdigest()


def _sha256_of_text(text: Any) -> str:
    return _sha256(str(text).encode())


STORED: tuple[tuple[Any, str, str, Callable[[Any], str], str], ...] = (
    (Paper, "sha256", "content", _sha256, "its bytes"),
    (PackageFile, "sha256", "content", _sha256, "its bytes"),
    (RosterFile, "roster__sha256", "content", _sha256, "its bytes"),
    (RosterSample, "sha256", "content", _sha256, "its bytes"),
    (RosterProfile, "sha256", "text", _sha256_of_text, "its text"),
    (LetterTemplate, "sha256", "text", _sha256_of_text, "its text"),
    (OfficeSeal, "sha256", "png", _sha256, "its picture"),
    (LawText, "sha256", "content", sha256_of, "its text"),
    (Person, "record_sha256", "record", record_sha256, "its record"),
)
"""What is kept with its hash beside it: the table, where the hash stands, what was hashed, how the hash is made, and in words."""


class BytesKept(Part):
    """Everything that is kept with a hash is hashed again; the hashes themselves are held with their rows."""

    def hear(self, event: Heard) -> None:
        """Nothing: events name these by the rows that hold their hashes."""

    def judge(self) -> None:
        """Hash everything again, some rows at a time, and miss the export of each roster that is gone."""
        for key in RosterImport.objects.filter(file=None).values_list("pk", flat=True):
            self.found.say("rosterfile", key, "the export of this roster was deleted beside the record")
        for model, said, of, hashed, what in STORED:
            try:
                for key, row in rows_of(model.objects, (said, of), at_once=AT_ONCE):
                    if wrong := _wrong(row, said, of, hashed, what):
                        self.found.say(table_of(model), key, wrong)
            except DatabaseError as fault:
                self.found.unread(table_of(model), fault)


def _wrong(row: Row | None, said: str, of: str, hashed: Callable[[Any], str], what: str) -> str:
    """What is wrong with one row, in words; nothing where its hash is that of its bytes."""
    if row is None:
        return UNREADABLE
    try:
        agrees = hashed(row[of]) == row[said]
    except FAULTS:
        return UNREADABLE
    return "" if agrees else f"{what} has another hash than stands beside it"
