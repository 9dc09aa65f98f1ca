"""The desk's tables held against the chain: rows without events, events without rows, rows that differ. Each finding is one sentence."""

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from habeas.desk.models import Event
from habeas.desk.services.record.cells import FAULTS, rows_of, short
from habeas.desk.services.record.reconciliation_base import Finding, Findings, Heard, Part
from habeas.desk.services.record.reconciliation_bytes import BytesKept
from habeas.desk.services.record.reconciliation_calls import CallsTold
from habeas.desk.services.record.reconciliation_events import EventsSealed
from habeas.desk.services.record.reconciliation_factors import FactorsTold
from habeas.desk.services.record.reconciliation_foreign import ForeignParts
from habeas.desk.services.record.reconciliation_people import PeopleTold
from habeas.desk.services.record.reconciliation_rows import RowsTold
from habeas.desk.services.record.reconciliation_seals import EndedTold, Seals
from habeas.desk.services.record.reconciliation_told import WordsOfEvents

PARTS: tuple[type[Part], ...] = (
    RowsTold, WordsOfEvents, BytesKept, Seals, EndedTold, FactorsTold, ForeignParts, EventsSealed, PeopleTold, CallsTold,
)  # fmt: skip
"""What is compared, each part by itself."""
_decode = msgspec.json.Decoder(Heard).decode


def heard() -> Iterator[Heard]:
    """Every event of the chain in order. One that cannot be read is left to the check of the chain itself."""
    for _, row in rows_of(Event.objects, ("body",), "seq"):
        try:
            yield _decode(row["body"] if row else "")
        except (msgspec.MsgspecError, UnicodeError, TypeError):
            continue


def reconciled() -> Findings:
    """Hold every table of the desk against the chain, in one pass over each. What cannot be read is named, and the rest is held."""
    found = Findings()
    parts = [part(found) for part in PARTS]
    for event in heard():
        for each in parts:
            _guarded(found, "event", event.seq, partial(each.hear, event))
    for each in parts:
        _guarded(found, "every table", "any", each.judge)
    return found


def _guarded(found: Findings, table: str, record: object, step: Callable[[], None]) -> None:
    try:
        step()
    except FAULTS as fault:
        found.say(table, record, f"it was not held against the record: {short(fault)}")


def reconcile() -> list[Finding]:
    """What in the desk's tables the chain does not say; nothing where all agrees."""
    return reconciled().rows
