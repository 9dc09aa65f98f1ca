"""One walk over a whole log: its chain, its tree at the sizes asked for, and what its events say of heads, anchors and erased names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.audit.chain import ChainReport, FaultyLogError, Walk
from habeas.audit.checkpoint import NamedHead, head_named_by
from habeas.audit.event import Event
from habeas.audit.merkle import EMPTY_ROOT, grow, root_of


@dataclass(frozen=True)
class PutBack:
    """That the record goes on from an older copy since event `seq` at `at`; `given_up` is the signed checkpoint left behind, if known."""

    seq: int
    at: str
    given_up: int | None
    despite: int = 0
    """How many findings of the copy were known when it was put back all the same."""

    @property
    def sentence(self) -> str:
        """What it means for whoever holds a head."""
        known = (
            f"the signed checkpoint of {self.given_up:,} events"
            if self.given_up
            else "every head signed after the copy was made"
        )
        despite = (
            f" It was put back despite {self.despite:,} findings, which that event tells of." if self.despite else ""
        )
        return (
            f"Since event {self.seq} ({self.at[:16]}Z) the record goes on from an older copy: {known} is given up, and no longer "
            f"agrees for whoever holds it.{despite} Nobody has acknowledged that yet: habeas audit acknowledge {self.seq}."
        )


@dataclass
class Told:
    """What events say: `heads` signed, where heads were `sent` as (event, size, to whom), digests `erased` by an order.

    `restores` are the older copies that the record goes on from and nobody has acknowledged, by the number of the event; `given_up` is
    the last event that gave a head up, or went on from a restored copy.
    """

    heads: list[NamedHead] = field(default_factory=list)
    sent: list[tuple[int, int, str]] = field(default_factory=list)
    erased: set[str] = field(default_factory=set)
    restores: dict[int, PutBack] = field(default_factory=dict)
    given_up: int = -1

    @property
    def signed_since(self) -> NamedHead | None:
        """The last head that was signed since the one before was given up on purpose, if any: its file must lie beside the key."""
        last = self.heads[-1] if self.heads else None
        return last if last and last.seq > self.given_up else None

    def hear(self, event: Event) -> None:
        """Take what one event says."""
        head = head_named_by(event)
        if head is not None:
            self.heads.append(head)
        size, to = event.detail.get("size"), event.detail.get("to")
        if event.act == "anchor" and isinstance(size, int) and isinstance(to, str):
            self.sent.append((event.seq, size, to))
        if event.act == "restore":
            self._hear_restore(event)
        digests = event.detail.get("digests")
        if event.act == "expunge" and isinstance(digests, list):
            self.erased.update(each for each in digests if isinstance(each, str))

    def _hear_restore(self, event: Event) -> None:
        left, known = event.detail.get("gives_up"), event.detail.get("acknowledged")
        if isinstance(left, dict):
            self.given_up = event.seq
            size = left.get("size")
            told = event.detail.get("despite")
            despite = told.get("count") if isinstance(told, dict) else 0
            self.restores[event.seq] = PutBack(
                event.seq, event.at, size if isinstance(size, int) else None, despite if isinstance(despite, int) else 0
            )
        if isinstance(known, int):
            self.restores.pop(known, None)


@dataclass(frozen=True)
class Walked:
    """A walk over a log: the chain's report, the root the root and the last hash at each size asked for, the digests referred to."""

    chain: ChainReport
    root: bytes
    roots: dict[int, bytes]
    refs: frozenset[str]
    hashes: dict[int, str] = field(default_factory=dict)
    told: Told = field(default_factory=Told)


def roots_of(events: Iterable[Event], sizes: Iterable[int] = (), *, labels: bool = False) -> Walked:
    """Walk a chain up to its first fault, with the tree beside it; `labels` collects the digests of sealed values as well."""
    wanted, walk, frontier, refs, told = frozenset(sizes), Walk(), list[bytes](), set[str](), Told()
    roots, hashes, fault, size = {0: EMPTY_ROOT}, dict[int, str](), None, 0
    try:
        for event in events:
            fault = walk.step(event)
            if fault:
                break
            grow(frontier, size, walk.entry)
            size += 1
            if size in wanted:
                roots[size], hashes[size] = root_of(frontier), walk.head.hash
            if labels:
                refs.update(event.refs.values())
            if event.act in _TELLING:
                told.hear(event)
    except FaultyLogError as broken:
        fault = broken.fault
    return Walked(walk.report(fault), root_of(frontier), roots, frozenset(refs), hashes, told)


_TELLING = frozenset({"checkpoint", "anchor", "expunge", "restore"})
