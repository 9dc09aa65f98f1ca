"""Signing the head of the record on a schedule, writing down where heads went, and the proof of a single event."""

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from django.db import DatabaseError

from habeas.audit.belonging import LAST_GONE
from habeas.audit.checkpoint import Checkpoint as SignedHead
from habeas.audit.checkpoint import read_checkpoint, sign_checkpoint
from habeas.audit.event import stamp
from habeas.audit.extending import Extension, check_named, first_walk, follow, tree_of
from habeas.audit.last_signed import LAST_FILE, LastSigned, signing_alone, write_last
from habeas.audit.merkle import Tree, verify_inclusion
from habeas.audit.nodes import NodeFile, NodeView
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
    ("paper", "Paper, delivered or mailed"),
    ("hand", "On a disk or USB drive, delivered"),
    ("witness", "Cosigned by a witness"),
    ("folder", "Folder that another office reads"),
)
"""How a head can leave the building."""


def tick(at: datetime) -> Checkpoint | None:
    """Sign a head if an hour has passed or 1,000 events came since the last one, and anything came but its own event.

    Else what came is looked at, and the file beside the key says how far. While another process does either, nothing is done here.
    """
    with signing_alone(ledger.beside_key(ledger.LOCK_FILE), wait=False) as mine:
        head = ledger.chain_end()
        if head is None or not mine:
            return None
        last = ledger.last_signed()
        if _is_due(last, head.size, at):
            return _sign(last, head.size, by_system(at))
        if last is not None:
            _look(last, head.size)
        return None


def _is_due(last: LastSigned | None, size: int, at: datetime) -> bool:
    if last is None or last.pending:
        return size > 1
    fresh = size - last.size
    return fresh > 1 and (fresh >= EVERY_EVENTS or at - datetime.fromisoformat(last.at) >= EVERY)


def _look(last: LastSigned, size: int) -> None:
    """Follow the record from the last signed head, and write down how far it reached: nothing before that can be cut unseen."""
    found = follow(ledger.events_since, last, size)
    if found.head.size > last.seen:
        _keep(msgspec.structs.replace(last, seen=found.head.size, seen_hash=found.head.hash))


def _keep(last: LastSigned) -> LastSigned:
    write_last(ledger.beside_key(LAST_FILE), last)
    return last


def sign_head(doing: Doing) -> Checkpoint:
    """Sign the head of the record, which must go on from the head signed last. What was signed already is given again.

    Reads what came since, outside any lock of the store. Raises BadInputError where the record does not go on from what stands
    beside the key; then nothing is signed.
    """
    with signing_alone(ledger.beside_key(ledger.LOCK_FILE), wait=True):
        head = ledger.chain_end()
        if head is None:
            raise BadInputError("There is no record here yet, so there is nothing to sign.")
        return _sign(ledger.last_signed(), head.size, doing)


def _sign(last: LastSigned | None, size: int, doing: Doing) -> Checkpoint:
    if spoiled := ledger.unreadable():
        raise BadInputError(f"{spoiled[0]} No checkpoint is signed.")
    if last is None and (gone := ledger.head_without_file()):
        raise BadInputError(f"{LAST_GONE.format(gone.size, gone.seq)} No checkpoint is signed.")
    with NodeFile(ledger.beside_key(ledger.NODE_FILE)) as nodes:
        tree = tree_of(nodes, last, ledger.events_between)
        found = follow(ledger.events_since, last, size, tree) if last else _first(size, tree)
        check_named(found.named, tree)
        if last is not None and last.pending:
            return _recorded(last, doing)
        nodes.flush()
        return _recorded(_keep(_signed(found, tree, doing.at)), doing)


def _first(size: int, tree: Tree) -> Extension:
    """The whole record, where no file stands beside the key yet: held against every head it has a row of."""
    found = first_walk(ledger.events_between, size, tree)
    for each in map(read_checkpoint, ledger.heads()):
        if each.size > tree.size or tree.root(each.size) != each.root:
            raise BadInputError(
                f"The record does not agree with its checkpoint of {each.size:,} events. No checkpoint is signed."
            )
    return found


def _signed(found: Extension, tree: Tree, at: datetime) -> LastSigned:
    """The head of the tree, signed."""
    key = ledger.signing_key(found.head.site or ledger.site(), None)
    size, root, site = found.head.size, tree.root(), found.head.site or ledger.site()
    note = sign_checkpoint(SignedHead(key.name, size, root), key)
    return LastSigned(
        site=site, size=size, root=root.hex(), hash=found.head.hash, note=note, at=stamp(at), seen=size,
        seen_hash=found.head.hash,
    )  # fmt: skip


def _recorded(last: LastSigned, doing: Doing) -> Checkpoint:
    """Keep the row of a signed head with its event, where they are not kept yet, and write down that they are."""
    kept = Checkpoint.objects.filter(site=last.site, size=last.size).first()
    if kept is None:
        with acting(doing, "checkpoint", "log", last.site) as entry:
            kept = Checkpoint.objects.create(
                site=last.site, size=last.size, root=last.root, note=last.note, at=doing.at
            )
            entry.detail |= {"size": last.size, "root": last.root}
    if kept.root != last.root:
        raise BadInputError(
            f"The row of the checkpoint of {last.size:,} events is not the one that was signed. Verify the record."
        )
    head = ChainHead.objects.get()
    _keep(msgspec.structs.replace(last, seen=head.seq, seen_hash=head.hash))
    return kept


def hand_out(checkpoint: Checkpoint, to: str, way: str, receipt: str, at: datetime, doing: Doing) -> Anchor:
    """Write down that a head left the building: to whom, how, when, and what they gave for it. Raises RefusedError."""
    if not to.strip() or way not in dict(WAYS):
        raise RefusedError("Enter with whom the checkpoint was filed, and choose the method.")
    if at > doing.at or at < checkpoint.at:
        raise RefusedError("A checkpoint is filed after it was signed and not later than now; correct the time.")
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
    """The proof of event `seq` against the newest head, from the kept nodes: it reads about as many as the record's size has digits.

    Raises BadInputError where no head names it yet, the nodes are being built again, or the record disagrees.
    """
    newest = Checkpoint.objects.order_by("-size").first()
    if newest is None or seq >= newest.size or seq < 0:
        raise BadInputError(f"No signed checkpoint covers event {seq} yet; sign one first.")
    row = EventRow.objects.get(site=newest.site, seq=seq)
    entry, root = bytes.fromhex(row.hash), bytes.fromhex(newest.root)
    with NodeView(ledger.beside_key(ledger.NODE_FILE)) as nodes:
        tree = Tree(nodes)
        if tree.size < newest.size:
            raise BadInputError("The tree of the record is being built again; ask for the proof in some minutes.")
        steps = tree.inclusion_proof(seq, newest.size)
    if not verify_inclusion(entry, seq, newest.size, steps, root):
        raise BadInputError(
            f"The record does not agree with its checkpoint of {newest.size:,} events; verify it first."
        )
    return HeadProof(seq, row.body, row.hash, newest, tuple(each.hex() for each in steps))


def tick_quietly(at: datetime) -> str | None:
    """One round of the schedule for the ticking thread: a fault is given as its sentence and never ends the clocks."""
    try:
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
