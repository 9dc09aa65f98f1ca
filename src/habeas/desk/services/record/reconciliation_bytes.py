"""Stored bytes against their own hashes: papers received, files that go out, rosters, texts of the law, records of people."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from habeas.common.canonical import sha256_of
from habeas.desk.models import LawText, PackageFile, Paper, Person, RosterFile
from habeas.desk.services.custody.custody import record_sha256
from habeas.desk.services.record.reconciliation_base import Heard, Part

AT_ONCE = 50


def _sha256(content: Any) -> str:
    return hashlib.sha256(bytes(content)).hexdigest()


Row = tuple[int, str, Any]
"""A row's number, the hash it is known by, and what was hashed."""
STORED: tuple[tuple[str, Callable[[], Any], Callable[[Any], str], str], ...] = (
    ("paper", lambda: Paper.objects.values_list("pk", "sha256", "content"), _sha256, "its bytes"),
    ("packagefile", lambda: PackageFile.objects.values_list("pk", "sha256", "content"), _sha256, "its bytes"),
    ("rosterfile", lambda: RosterFile.objects.values_list("pk", "roster__sha256", "content"), _sha256, "its bytes"),
    ("lawtext", lambda: LawText.objects.values_list("pk", "sha256", "content"), sha256_of, "its text"),
    ("person", lambda: Person.objects.values_list("pk", "record_sha256", "record"), record_sha256, "its record"),
)
"""What is kept with its hash beside it: the table, its rows, how the hash is made, and what was hashed, in words."""


class BytesKept(Part):
    """Everything that is kept with a hash is hashed again; the hashes themselves are held with their rows."""

    def hear(self, event: Heard) -> None:
        """Nothing: events name these by the rows that hold their hashes."""

    def judge(self) -> None:
        """Hash everything again, some rows at a time."""
        for table, rows, hashed, what in STORED:
            for record, said, content in self._of(rows()):
                if hashed(content) != said:
                    self.found.say(table, record, f"{what} has another hash than stands beside it")

    @staticmethod
    def _of(rows: Any) -> Iterator[Row]:
        yield from rows.order_by("pk").iterator(chunk_size=AT_ONCE)
