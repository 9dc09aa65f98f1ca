"""Checking a whole log: the chain, the tree, the signed checkpoints, the anchors, the names beside it. What was found, in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.audit.belonging import disagreements
from habeas.audit.chain import ChainReport
from habeas.audit.checkpoint import Anchor, Checkpoint, read_checkpoint
from habeas.audit.cosign_reading import HeldHead
from habeas.audit.event import Event
from habeas.audit.evidence import KeptHead, LogEvidence
from habeas.audit.notes import NoteSigner, SignedNote, VerifierKey, read_note, signers
from habeas.audit.sealed import Sealed
from habeas.audit.walking import PutBack, Walked, roots_of
from habeas.common.errors import BadInputError


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
    """What was found. `covered` is how many events the largest signed head that holds names; `untrue` names changed beside rows.

    `wrong` says what lies beside the log and does not agree with it, or is gone from there. `restores` are older copies that the log
    goes on from and nobody has acknowledged: no fault of the log, and a person is needed.
    """

    chain: ChainReport
    root: bytes
    heads: tuple[HeadFinding, ...]
    covered: int
    refs: int = 0
    kept: int = 0
    untrue: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    restores: tuple[PutBack, ...] = ()
    sentences: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many events are whole and in order."""
        return self.chain.head.size

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong: a log without any signed checkpoint holds too, but only as a chain."""
        return not self.faults

    @property
    def faults(self) -> list[str]:
        """What is wrong, a sentence each."""
        heads = [head.sentence for head in self.heads if head.fault]
        return [*filter(None, [self.broken]), *heads, *filter(None, [self.changed]), *self.wrong]

    @property
    def broken(self) -> str:
        """Where the chain is broken, in a sentence; nothing where it is whole."""
        fault = self.chain.fault
        return f"The chain is broken. {fault.sentence} Before it, {self.size:,} events are whole." if fault else ""

    @property
    def changed(self) -> str:
        """How many rows beside the log were changed, in a sentence; nothing where none was."""
        words = "rows beside the log do not fit their digests: they were changed after they were sealed."
        return f"{len(self.untrue):,} {words}" if self.untrue else ""


def verify_log(events: Iterable[Event], evidence: LogEvidence | None = None) -> LogReport:
    """Walk the events once and hold them against the evidence. Faults are in the report; nothing is raised for them."""
    evidence = evidence or LogEvidence()
    heads = [
        *(_of_kept(each, evidence.keys, "The checkpoint") for each in evidence.checkpoints),
        *(_of_held(each, evidence.keys) for each in evidence.anchored),
    ]
    heads += [
        _Head(f"The head handed to {each.to}", each.size, _root(each), None, signed=False) for each in evidence.anchors
    ]
    ends = [evidence.last.size, evidence.last.seen] if evidence.last else []
    walked = roots_of(events, {*ends, *(head.size for head in heads)}, labels=evidence.beside is not None)
    found = tuple(_finding(head, walked) for head in heads)
    covered = max((each.size for each in found if each.fault is None and each.signed), default=0)
    kept, untrue = _beside(evidence.beside or ())
    own = [(head.size, head.root) for head in heads[: len(evidence.checkpoints)]]
    wrong = tuple(disagreements(walked, evidence, own, kept))
    still = len(kept & walked.refs)
    restores = tuple(walked.told.restores.values())
    return _told(LogReport(walked.chain, walked.root, found, covered, len(walked.refs), still, untrue, wrong, restores))


@dataclass(frozen=True)
class _Head:
    """A head to be held against the log; `fault` is what was already wrong with it on its own."""

    what: str
    size: int
    root: bytes
    fault: str | None
    signed: bool = True


def _of_kept(kept: SignedNote | KeptHead, keys: Iterable[VerifierKey], what: str) -> _Head:
    """A head as it is kept; of a row, the note must be one and the columns must say what it says."""
    if isinstance(kept, SignedNote):
        return _of_note(kept, keys, what)
    try:
        found = _of_note(read_note(kept.written), keys, what)
    except BadInputError:
        return _Head(what, kept.size, b"", "is no signed note any more: what is kept of it was changed")
    if (found.size, found.root.hex()) != (kept.size, kept.root):
        return _Head(what, kept.size, found.root, "has another size or root in its row than in its note")
    return found


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


def _beside(rows: Iterable[Sealed]) -> tuple[set[str], tuple[str, ...]]:
    """The digests that are still kept beside the log, and those of rows that were changed."""
    kept, untrue = set[str](), []
    for row in rows:
        kept.add(row.digest)
        if not row.true:
            untrue.append(row.digest)
    return kept, tuple(untrue)


def _told(report: LogReport) -> LogReport:
    """The report with its sentences."""
    chain, told = report.chain, report.sentences
    if chain.fault:
        told.append(report.broken)
    else:
        told.append(
            f"{report.size:,} events form one whole chain of {chain.head.site or 'no site'}; its last hash is {chain.head.hash}."
        )
    if chain.clock_back:
        told.append(
            f"The time runs backwards {chain.clock_back:,} times by more than a wait for the turn to write explains, first at event "
            f"{chain.first_back}: a clock was set back, or long work wrote when it began; the order is that of the numbers."
        )
    told += [head.sentence for head in report.heads]
    told.append(_coverage(report))
    if report.refs or report.untrue:
        told.append(
            f"Of {report.refs:,} sealed values {report.kept:,} are still kept beside the log; the others were erased or are held back."
        )
    told += [*filter(None, [report.changed]), *report.wrong, *(each.sentence for each in report.restores)]
    return report


def _coverage(report: LogReport) -> str:
    if not any(head.signed for head in report.heads) and (report.heads or report.faults):
        return "No signed checkpoint was given: beyond what is said here, a cut end or a log written anew could go unnoticed."
    if not any(head.signed for head in report.heads):
        return (
            "No signed checkpoint was given: a cut end, or a log written anew as a whole, could not have been noticed."
        )
    open_tail = report.size - report.covered
    return f"Signed checkpoints that hold name the first {report.covered:,} events; {open_tail:,} after them are held by the chain alone."
