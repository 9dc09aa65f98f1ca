"""Checking a whole log: the chain, the tree, the signed heads, the anchors, the names beside it. What was found, in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.audit.chain import ChainReport, FaultyLogError, Walk
from habeas.audit.checkpoint import Anchor, Checkpoint, read_checkpoint
from habeas.audit.cosign_reading import HeldHead
from habeas.audit.event import Event
from habeas.audit.merkle import EMPTY_ROOT, grow, root_of
from habeas.audit.notes import NoteSigner, SignedNote, VerifierKey, signers
from habeas.audit.sealed import Sealed
from habeas.common.errors import BadInputError


@dataclass(frozen=True)
class LogEvidence:
    """What a log is held against: signed heads kept with it, heads that outsiders hold, keys, anchors, names beside the log."""

    checkpoints: tuple[SignedNote, ...] = ()
    anchored: tuple[HeldHead, ...] = ()
    keys: tuple[VerifierKey, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    beside: Iterable[Sealed] | None = None


@dataclass(frozen=True)
class HeadFinding:
    """One head held against the log: its `size`, `what` it is, its `fault` in words or None; `signed`, or from our own list."""

    size: int
    what: str
    fault: str | None
    signed: bool = True

    @property
    def sentence(self) -> str:
        """The finding as one sentence."""
        return f"{self.what} of {self.size:,} events {self.fault or 'agrees with the log'}."


@dataclass(frozen=True)
class LogReport:
    """What was found. `covered` is how many events the largest signed head that holds names; `untrue` names changed beside rows."""

    chain: ChainReport
    root: bytes
    heads: tuple[HeadFinding, ...]
    covered: int
    refs: int = 0
    kept: int = 0
    untrue: tuple[str, ...] = ()
    sentences: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many events are whole and in order."""
        return self.chain.head.size

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong: a log without any signed head holds too, but only as a chain."""
        return self.chain.fault is None and not self.untrue and all(head.fault is None for head in self.heads)


def verify_log(events: Iterable[Event], evidence: LogEvidence | None = None) -> LogReport:
    """Walk the events once and hold them against the evidence. Faults are in the report; nothing is raised for them."""
    evidence = evidence or LogEvidence()
    heads = [
        *(_of_note(note, evidence.keys, "The checkpoint") for note in evidence.checkpoints),
        *(_of_held(each, evidence.keys) for each in evidence.anchored),
    ]
    heads += [
        _Head(f"The head handed to {each.to}", each.size, _root(each), None, signed=False) for each in evidence.anchors
    ]
    walked = roots_of(events, {head.size for head in heads}, labels=evidence.beside is not None)
    found = tuple(_finding(head, walked) for head in heads)
    covered = max((each.size for each in found if each.fault is None and each.signed), default=0)
    kept, untrue = _beside(evidence.beside or (), walked.refs)
    return _told(LogReport(walked.chain, walked.root, found, covered, len(walked.refs), kept, untrue))


@dataclass(frozen=True)
class Walked:
    """A walk over a log: the chain's report, the root at the end and at each size asked for, and the digests it refers to."""

    chain: ChainReport
    root: bytes
    roots: dict[int, bytes]
    refs: frozenset[str]


def roots_of(events: Iterable[Event], sizes: Iterable[int] = (), *, labels: bool = False) -> Walked:
    """Walk a chain up to its first fault, with the tree beside it; `labels` collects the digests of sealed values as well."""
    wanted, walk, frontier, refs = frozenset(sizes), Walk(), list[bytes](), set[str]()
    roots, fault, size = {0: EMPTY_ROOT}, None, 0
    try:
        for event in events:
            fault = walk.step(event)
            if fault:
                break
            grow(frontier, size, walk.entry)
            size += 1
            if size in wanted:
                roots[size] = root_of(frontier)
            if labels:
                refs.update(event.refs.values())
    except FaultyLogError as broken:
        fault = broken.fault
    return Walked(walk.report(fault), root_of(frontier), roots, frozenset(refs))


@dataclass(frozen=True)
class _Head:
    """A head to be held against the log; `fault` is what was already wrong with it on its own."""

    what: str
    size: int
    root: bytes
    fault: str | None
    signed: bool = True


def _of_note(note: SignedNote, keys: Iterable[VerifierKey], what: str) -> _Head:
    try:
        head = read_checkpoint(note)
    except BadInputError:
        return _Head(what, 0, b"", "is no checkpoint at all")
    return _Head(what, head.size, head.root, _signature_fault(note, keys, head))


def _of_held(held: HeldHead, keys: Iterable[VerifierKey]) -> _Head:
    """A head as somebody outside gave it; one that was typed bears no signature, and stands for what its holder knows of it."""
    if held.head is None:
        return _Head(held.what, 0, b"", held.fault or "is no checkpoint at all", signed=False)
    fault = held.fault or (_signature_fault(held.note, keys, held.head) if held.note else None)
    return _Head(held.what, held.head.size, held.head.root, fault, signed=held.note is not None)


def _signature_fault(note: SignedNote, keys: Iterable[VerifierKey], head: Checkpoint) -> str | None:
    try:
        found: list[NoteSigner] = signers(note, keys)
    except BadInputError:
        return "bears a signature that does not fit it: one of the two was changed"
    log = any(each.at is None and each.key.name == head.origin for each in found)
    return None if log else "is not signed by a known key of the log it names"


def _root(anchor: Anchor) -> bytes:
    try:
        return bytes.fromhex(anchor.root)
    except ValueError:
        return b""


def _finding(head: _Head, walked: Walked) -> HeadFinding:
    return HeadFinding(head.size, head.what, head.fault or _against(head, walked), head.signed)


def _against(head: _Head, walked: Walked) -> str | None:
    """What is wrong with a head that is signed as it should be, held against the log."""
    size, fault = walked.chain.head.size, walked.chain.fault
    if head.size > size and fault:
        return f"cannot be reached: the log is broken at event {fault.seq}"
    if head.size > size:
        return f"names more than the {size:,} events that are there: the end of the log was cut off"
    if walked.roots[head.size] != head.root:
        return "does not agree with the log: what it names was changed or written anew"
    return None


def _beside(rows: Iterable[Sealed], refs: frozenset[str]) -> tuple[int, tuple[str, ...]]:
    """How many of the digests the log refers to are still kept beside it, and which rows were changed."""
    kept, untrue = set(), []
    for row in rows:
        kept.add(row.digest)
        if not row.true:
            untrue.append(row.digest)
    return len(kept & refs), tuple(untrue)


def _told(report: LogReport) -> LogReport:
    """The report with its sentences."""
    chain, told = report.chain, report.sentences
    if chain.fault:
        told.append(f"The chain is broken. {chain.fault.sentence} Before it, {report.size:,} events are whole.")
    else:
        told.append(
            f"{report.size:,} events form one whole chain of {chain.head.site or 'no site'}; its last hash is {chain.head.hash}."
        )
    if chain.clock_back:
        told.append(
            f"The clock ran backwards {chain.clock_back:,} times, first at event {chain.first_back}; the order is that of the numbers."
        )
    told += [head.sentence for head in report.heads]
    told.append(_coverage(report))
    if report.refs or report.untrue:
        told.append(
            f"Of {report.refs:,} sealed values {report.kept:,} are still kept beside the log; the others were erased or are held back."
        )
    if report.untrue:
        told.append(
            f"{len(report.untrue):,} rows beside the log do not fit their digests: they were changed after they were sealed."
        )
    return report


def _coverage(report: LogReport) -> str:
    if not any(head.signed for head in report.heads):
        return "No signed head was given: a cut end, or a log written anew as a whole, could not have been noticed."
    open_tail = report.size - report.covered
    return f"Signed heads that hold name the first {report.covered:,} events; {open_tail:,} after them are held by the chain alone."
