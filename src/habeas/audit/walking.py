"""One walk over a whole log: its chain, its tree at the sizes asked for, and what its events say of heads, anchors and erased names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.audit.chain import ChainReport, FaultyLogError, Walk
from habeas.audit.checkpoint import NamedHead, head_named_by
from habeas.audit.event import Event
from habeas.audit.merkle import EMPTY_ROOT, grow, root_of


@dataclass
class Told:
    """What events say: `heads` signed, where heads were `sent` as (event, size, to whom), digests `erased` by an order."""

    heads: list[NamedHead] = field(default_factory=list)
    sent: list[tuple[int, int, str]] = field(default_factory=list)
    erased: set[str] = field(default_factory=set)

    def hear(self, event: Event) -> None:
        """Take what one event says."""
        head = head_named_by(event)
        if head is not None:
            self.heads.append(head)
        size, to = event.detail.get("size"), event.detail.get("to")
        if event.act == "anchor" and isinstance(size, int) and isinstance(to, str):
            self.sent.append((event.seq, size, to))
        digests = event.detail.get("digests")
        if event.act == "expunge" and isinstance(digests, list):
            self.erased.update(each for each in digests if isinstance(each, str))


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


_TELLING = frozenset({"checkpoint", "anchor", "expunge"})
