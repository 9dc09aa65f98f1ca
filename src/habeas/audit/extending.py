"""Extending a signed tree by the events that came since: what is read and checked are those, not all since the beginning."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from habeas.audit.chain import FaultyLogError, Head, Walk
from habeas.audit.checkpoint import NamedHead, head_named_by
from habeas.audit.event import Event
from habeas.audit.last_signed import LastSigned
from habeas.audit.merkle import Tree, nodes_of
from habeas.audit.nodes import NodeFile
from habeas.common.errors import BadInputError

Events = Callable[[int, int], Iterable[Event]]
"""Gives the events from a number up to before another, each read from its whole row."""


@dataclass(frozen=True)
class Extension:
    """What came since the last signed head: the `head` of the chain now, and the heads that events among them say were signed."""

    head: Head
    named: list[NamedHead] = field(default_factory=list)


def follow(events: Events, last: LastSigned, size: int, tree: Tree | None = None) -> Extension:
    """Walk from the last signed head to `size`, into `tree` as well where one is given.

    BadInputError where the record does not go on from what stands beside the key: shorter, broken, or written anew since.
    """
    if size < last.seen:
        raise BadInputError(
            f"The record holds {size:,} events, and the file beside the key knows {last.seen:,}: it was put back to an "
            "older copy, or its end was cut off. No head is signed."
        )
    return _walked(events, Walk(Head(last.site, last.size, last.hash)), last, size, tree)


def tree_of(nodes: NodeFile, last: LastSigned | None, events: Events) -> Tree:
    """The tree of the last signed head from the nodes kept; where they do not give its root, built again from the events.

    BadInputError where the events do not give it either: then nothing may be signed.
    """
    size = last.size if last else 0
    nodes.cut(min(nodes.count(), nodes_of(size)))
    tree = Tree(nodes)
    if last is None or (tree.size == size and tree.root().hex() == last.root):
        return tree
    nodes.cut(0)
    tree = Tree(nodes)
    found = _walked(events, Walk(), last, size, tree)
    if (tree.root().hex(), found.head.hash) != (last.root, last.hash):
        raise BadInputError(
            f"The record does not agree with the head of {size:,} events that stands beside the key: it was changed or "
            "written anew. No head is signed."
        )
    return tree


def first_walk(events: Events, size: int, tree: Tree) -> Extension:
    """Walk a record that has no signed head beside the key yet, from its beginning to `size`; BadInputError where it is broken."""
    return _walked(events, Walk(), None, size, tree)


def check_named(named: Iterable[NamedHead], tree: Tree) -> None:
    """BadInputError where an event says that a head was signed whose root the tree does not have."""
    for each in named:
        if not 0 <= each.size <= tree.size or tree.root(each.size).hex() != each.root:
            raise BadInputError(
                f"The record does not agree with the head of {each.size:,} events that event {each.seq} names. No head is signed."
            )


def _walked(events: Events, walk: Walk, last: LastSigned | None, size: int, tree: Tree | None) -> Extension:
    named = list[NamedHead]()
    try:
        for event in events(walk.head.size, size):
            fault = walk.step(event)
            if fault:
                raise FaultyLogError(fault)
            if tree is not None:
                tree.append(walk.entry)
            if (head := head_named_by(event)) is not None:
                named.append(head)
            _as_seen(walk, last)
    except FaultyLogError as broken:
        raise BadInputError(f"The record is broken; no head is signed. {broken.fault.sentence}") from None
    if walk.head.size != size:
        raise BadInputError(f"The record is broken; no head is signed. Event {walk.head.size} is missing.")
    return Extension(walk.head, named)


def _as_seen(walk: Walk, last: LastSigned | None) -> None:
    """BadInputError where the walk comes to the end as it was seen last and finds another event there."""
    if last is not None and walk.head.size == last.seen and walk.head.hash != last.seen_hash:
        raise BadInputError(
            f"The record was written anew after its event {last.size - 1}: its event {last.seen - 1} is not the one that "
            "stood there when it was last looked at. No head is signed."
        )
