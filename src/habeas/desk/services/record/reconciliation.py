"""The desk's tables held against the chain: rows without events, events without rows, rows that differ. Each finding is one sentence."""

from collections.abc import Iterator

import msgspec

from habeas.desk.models import Event
from habeas.desk.services.record.reconciliation_base import Finding, Findings, Heard, Part
from habeas.desk.services.record.reconciliation_bytes import BytesKept
from habeas.desk.services.record.reconciliation_rows import RowsTold
from habeas.desk.services.record.reconciliation_told import WordsOfEvents

PARTS: tuple[type[Part], ...] = (RowsTold, WordsOfEvents, BytesKept)
"""What is compared, each part by itself."""
_decode = msgspec.json.Decoder(Heard).decode


def heard() -> Iterator[Heard]:
    """Every event of the chain in order. One that cannot be read is left to the check of the chain itself."""
    bodies = Event.objects.order_by("seq").values_list("body", flat=True)
    for body in bodies.iterator(chunk_size=2_000):
        try:
            yield _decode(body)
        except (msgspec.MsgspecError, UnicodeError):
            continue


def reconciled() -> Findings:
    """Hold every table of the desk against the chain, in one pass over each."""
    found = Findings()
    parts = [part(found) for part in PARTS]
    for event in heard():
        for each in parts:
            each.hear(event)
    for each in parts:
        each.judge()
    return found


def reconcile() -> list[Finding]:
    """What in the desk's tables the chain does not say; nothing where all agrees."""
    return reconciled().rows
