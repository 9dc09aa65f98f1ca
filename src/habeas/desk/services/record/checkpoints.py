"""Signing the head of the record on a schedule, writing down where heads went, and the proof of a single event."""

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, transaction

from habeas.audit.checkpoint import next_checkpoint, read_checkpoint
from habeas.audit.merkle import Tree
from habeas.audit.nodes import NodeList
from habeas.audit.verify import roots_of
from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing, by_system
from habeas.desk.models import Anchor, ChainHead, Checkpoint
from habeas.desk.models import Event as EventRow
from habeas.desk.record.writing import acting
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.workflow.errors import RefusedError

EVERY_EVENTS = 1_000
EVERY = timedelta(hours=1)
WAYS: tuple[tuple[str, str], ...] = (
    ("mail", "E-mail"),
    ("paper", "Paper, handed over or sent"),
    ("hand", "On a disk or stick, handed over"),
    ("witness", "A witness's server"),
)
"""How a head can leave the building."""


def tick(at: datetime) -> Checkpoint | None:
    """Sign a head if an hour has passed or 1,000 events came since the last one, and anything came but its own event."""
    head = ChainHead.objects.first()
    if head is None:
        return None
    last = Checkpoint.objects.order_by("-size").first()
    fresh = head.seq - (last.size if last else 0)
    due = last is None or fresh >= EVERY_EVENTS or at - last.at >= EVERY
    return sign_head(by_system(at)) if due and fresh > 1 else None


def sign_head(doing: Doing) -> Checkpoint:
    """Hold the record against every head signed before, and sign its head.

    Raises BadInputError where the record is broken or disagrees with an earlier head; then nothing is signed.
    """
    site = ledger.site()
    key = ledger.signing_key(site, None)
    earlier = [read_checkpoint(each) for each in ledger.heads()]
    walked = roots_of(ledger.events(), {each.size for each in earlier})
    if walked.chain.fault:
        raise BadInputError(f"The record is broken; no head was signed. {walked.chain.fault.sentence}")
    size = walked.chain.head.size
    known = Checkpoint.objects.filter(site=site, size=size).first()
    if known:
        return known
    note = next_checkpoint(walked.roots | {size: walked.root}, size, earlier, key, key.name)
    with acting(doing, "checkpoint", "log", site) as entry:
        made = Checkpoint.objects.create(site=site, size=size, root=walked.root.hex(), note=note, at=doing.at)
        entry.detail |= {"size": size, "root": made.root}
    return made


def hand_out(checkpoint: Checkpoint, to: str, way: str, receipt: str, at: datetime, doing: Doing) -> Anchor:
    """Write down that a head left the building: to whom, how, when, and what they gave for it. Raises RefusedError."""
    if not to.strip() or way not in dict(WAYS):
        raise RefusedError("Say to whom the head went and by which of the listed ways.")
    if at > doing.at or at < checkpoint.at:
        raise RefusedError("The head went out after it was signed and not later than now; mend the time.")
    with acting(doing, "anchor", "log", checkpoint.site) as entry:
        made = Anchor.objects.create(
            checkpoint=checkpoint, sent_to=to.strip()[:160], way=way, at=at, proof=receipt.strip()[:200]
        )
        entry.detail |= {"size": checkpoint.size, "to": made.sent_to, "way": way}
    return made


@dataclass(frozen=True, slots=True)
class HeadProof:
    """That one event stands in the signed record: its place, the head, and the hashes that lead from one to the other."""

    seq: int
    body: str
    hash: str
    checkpoint: Checkpoint
    steps: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """The proof as JSON values, with the event and the signed head: whoever has the key's line needs nothing else."""
        return {
            "format": "habeas-inclusion/1",
            "event": self.body,
            "hash": self.hash,
            "index": self.seq,
            "size": self.checkpoint.size,
            "root": base64.b64encode(bytes.fromhex(self.checkpoint.root)).decode(),
            "proof": list(self.steps),
            "checkpoint": self.checkpoint.note,
        }


def prove(seq: int) -> HeadProof:
    """The proof of event `seq` against the newest head. Raises BadInputError where no head names it yet or the record disagrees."""
    newest = Checkpoint.objects.order_by("-size").first()
    if newest is None or seq >= newest.size or seq < 0:
        raise BadInputError(f"No signed head names event {seq} yet; sign one first.")
    row = EventRow.objects.get(seq=seq)
    tree = Tree(NodeList())
    for event in ledger.events():
        if tree.size == newest.size:
            break
        tree.append(bytes.fromhex(event.hash))
    if tree.root().hex() != newest.root:
        raise BadInputError(f"The record does not agree with its head of {newest.size:,} events; verify it first.")
    return HeadProof(
        seq, row.body, row.hash, newest, tuple(each.hex() for each in tree.inclusion_proof(seq, newest.size))
    )


def tick_quietly(at: datetime) -> str | None:
    """One round of the schedule for the ticking thread: a fault is given as its sentence and never ends the clocks."""
    try:
        with transaction.atomic():
            tick(at)
    except BadInputError as fault:
        return str(fault)
    except (DatabaseError, OSError) as fault:  # a full disk, a store that is busy: the next round tries again
        return f"The store or the key could not be used ({type(fault).__name__})."
    return None


def chain_head() -> ChainHead | None:
    """Where the record ends now; None before its first event."""
    return ChainHead.objects.first()


def newest_heads(most: int = 20) -> list[Checkpoint]:
    """The newest signed heads."""
    return list(Checkpoint.objects.order_by("-size")[:most])


def head_of(size: int) -> Checkpoint | None:
    """The signed head over so many events."""
    return Checkpoint.objects.filter(size=size).first()


def newest_anchors(most: int = 20) -> list[Anchor]:
    """Where heads went last."""
    return list(Anchor.objects.select_related("checkpoint").order_by("-at")[:most])
