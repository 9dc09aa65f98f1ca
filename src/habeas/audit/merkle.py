"""The Merkle tree of RFC 9162, section 2.1: its root names a whole log in 32 bytes; short proofs say what it holds and that it only grew.

The entry of leaf n is the 32 bytes of the hash of event n. Nodes are stored in the order in which they are finished, each once and for
good, so appending never rewrites and a proof reads about log2(n) of them.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Protocol

from habeas.common.errors import BadInputError

EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of a log without entries."""

_sha256 = hashlib.sha256


class Nodes(Protocol):
    """Where nodes are kept: a list, a file, a table. Positions count from 0 and are only ever added."""

    def read(self, position: int) -> bytes:
        """The 32 bytes at `position`."""

    def add(self, node: bytes) -> None:
        """Put 32 bytes at the next position."""

    def count(self) -> int:
        """How many nodes there are."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of a leaf: SHA-256 of 0x00 and the entry."""
    return _sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: SHA-256 of 0x01 and its two children."""
    return _sha256(b"\x01" + left + right).digest()


def position(level: int, index: int) -> int:
    """Where the `index`-th node of `level` (0 for leaves) is stored: after all that was finished before its last leaf, and `level` more."""
    last_leaf = ((index + 1) << level) - 1
    return nodes_of(last_leaf) + level


def nodes_of(size: int) -> int:
    """How many nodes a tree of `size` leaves stores: twice the leaves less one for each full subtree still open to the right."""
    return 2 * size - size.bit_count()


def leaves_of(count: int) -> int:
    """How many whole leaves stand in the first `count` stored nodes: a writer that was killed may have left half of the last one."""
    low = count // 2
    while nodes_of(low + 1) <= count:
        low += 1
    return low


class Tree:
    """A tree over stored nodes. Appending and proving read and write through `nodes`; only the frontier is held in memory."""

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self.size = leaves_of(nodes.count())
        if nodes_of(self.size) != nodes.count():
            raise BadInputError("The stored tree ends in the middle of a leaf; build it again from the log.")
        self._frontier = [self._node(level, index) for level, index in _peaks(self.size)]

    def append(self, entry: bytes) -> int:
        """Add an entry and give its place."""
        place, node = self.size, _sha256(b"\x00" + entry).digest()
        add, frontier = self.nodes.add, self._frontier
        add(node)
        full = place
        while full & 1:
            node = _sha256(b"\x01" + frontier.pop() + node).digest()
            add(node)
            full >>= 1
        frontier.append(node)
        self.size = place + 1
        return place

    def extend(self, entries: Iterable[bytes]) -> int:
        """Add entries in order; the size after it."""
        for entry in entries:
            self.append(entry)
        return self.size

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` entries, of all where left out."""
        if size is None or size == self.size:
            return root_of(self._frontier)
        self._check(0 <= size <= self.size, size)
        return root_of([self._node(level, index) for level, index in _peaks(size)])

    def inclusion_proof(self, index: int, size: int | None = None) -> list[bytes]:
        """The proof that entry `index` is in the tree of the first `size` entries (RFC 9162, 2.1.3.1)."""
        size = self.size if size is None else size
        self._check(0 <= index < size <= self.size, size)
        return self._path(index, 0, size)

    def consistency_proof(self, old: int, size: int | None = None) -> list[bytes]:
        """The proof that the tree of `size` entries begins with that of `old` (RFC 9162, 2.1.4.1); empty for 0 and equal sizes."""
        size = self.size if size is None else size
        self._check(0 <= old <= size <= self.size, size)
        return [] if old in (0, size) else self._subproof(old, 0, size, whole=True)

    def _path(self, index: int, start: int, end: int) -> list[bytes]:
        """The siblings on the way from leaf `index` up to the root of leaves `start` to `end`, the lowest first."""
        found = []
        while end - start > 1:
            middle = start + _split(end - start)
            if index < middle:
                found.append(self._range(middle, end))
                end = middle
            else:
                found.append(self._range(start, middle))
                start = middle
        return found[::-1]

    def _subproof(self, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
        """SUBPROOF of the RFC, from the root down, turned round at the end: its own order is from the leaves up."""
        found = []
        while start + old != end:
            middle = start + _split(end - start)
            if start + old <= middle:
                found.append(self._range(middle, end))
                end = middle
            else:
                found.append(self._range(start, middle))
                old, start, whole = old - (middle - start), middle, False
        if not whole:
            found.append(self._range(start, end))
        return found[::-1]

    def _range(self, start: int, end: int) -> bytes:
        """The root of the leaves from `start` to `end`, where `start` begins a subtree: of its full parts, each stored."""
        return root_of([self._node(level, (start >> level) + index) for level, index in _peaks(end - start)])

    def _node(self, level: int, index: int) -> bytes:
        return self.nodes.read(position(level, index))

    def _check(self, holds: bool, size: int) -> None:
        if not holds:
            raise BadInputError(f"The tree has {self.size} entries; there is no such place in its first {size}.")


def root_of(peaks: Sequence[bytes]) -> bytes:
    """The root of a tree from the roots of its full subtrees, the largest first."""
    if not peaks:
        return EMPTY_ROOT
    node = peaks[-1]
    for left in reversed(peaks[:-1]):
        node = node_hash(left, node)
    return node


def frontier_root(entries: Iterable[bytes], stop: Iterable[int] = ()) -> tuple[int, dict[int, bytes]]:
    """Walk entries once, keeping only the frontier: the size, and the root at each size in `stop` that was reached and at the end."""
    wanted, frontier, size = frozenset(stop), list[bytes](), 0
    roots = {0: EMPTY_ROOT}
    for entry in entries:
        grow(frontier, size, entry)
        size += 1
        if size in wanted:
            roots[size] = root_of(frontier)
    roots[size] = root_of(frontier)
    return size, roots


def grow(frontier: list[bytes], size: int, entry: bytes) -> None:
    """Add one entry to the roots of the full subtrees of a tree of `size` entries, in place."""
    node = _sha256(b"\x00" + entry).digest()
    while size & 1:
        node = _sha256(b"\x01" + frontier.pop() + node).digest()
        size >>= 1
    frontier.append(node)


def verify_inclusion(entry: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether `proof` shows that `entry` is at `index` of the tree of `size` entries with that root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, node = index, size - 1, leaf_hash(entry)
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            node = node_hash(sibling, node)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and node == root


def verify_consistency(old: int, size: int, old_root: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether `proof` shows that the tree of `size` entries begins with that of `old` (RFC 9162, 2.1.4.2)."""
    if old == size:
        return not proof and old_root == root
    if not 0 < old < size:
        return old == 0 and not proof and old_root == EMPTY_ROOT
    steps = list(proof) if old & (old - 1) else [old_root, *proof]
    if not steps:
        return False
    place, last = old - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    return _both_roots(place, last, steps) == (old_root, root)


def _both_roots(place: int, last: int, steps: list[bytes]) -> tuple[bytes, bytes] | None:
    """The two roots that a consistency proof gives; None where it is too long or too short."""
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, step)
        place, last = place >> 1, last >> 1
    return (before, after) if last == 0 else None


def entries_of(hashes: Iterable[str]) -> Iterable[bytes]:
    """The entries for the hashes of events in hexadecimal."""
    return map(bytes.fromhex, hashes)


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def _peaks(size: int) -> list[tuple[int, int]]:
    """The full subtrees of a tree of `size` leaves as (level, index in that level), the largest first."""
    found, start = [], 0
    for level in range(size.bit_length() - 1, -1, -1):
        if size >> level & 1:
            found.append((level, start >> level))
            start += 1 << level
    return found
