"""Checking a selection: single events, each with the proof that it stands in the signed log. See `habeas.audit.export`."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from habeas.audit.chain import ChainFault, FaultyLogError
from habeas.audit.checkpoint import Checkpoint
from habeas.audit.event import Event
from habeas.audit.merkle import verify_inclusion


def verify_selection(events: Iterable[Event], proofs: Iterable[Sequence[str]], head: Checkpoint) -> ChainFault | None:
    """Give the first event (its place in the selection) that its proof does not show to stand in the log that `head` names, or None.

    `proofs` are the hashes of each inclusion proof in hexadecimal, in the order of the events; `head` must be known to be signed.
    """
    last = -1
    try:
        for place, (event, proof) in enumerate(zip_longest(events, proofs)):
            fault = _fault(event, proof, head, last)
            if fault:
                return ChainFault(place, fault)
            last = event.seq
    except FaultyLogError as broken:
        return broken.fault
    return None


def _fault(event: Event | None, proof: Sequence[str] | None, head: Checkpoint, last: int) -> str | None:
    if event is None or proof is None:
        return "there is not one proof for each event"
    try:
        steps = [bytes.fromhex(step) for step in proof]
    except (ValueError, TypeError):
        return "its proof is not in the form of one"
    if event.seq <= last:
        return "it is out of order"
    if not verify_inclusion(bytes.fromhex(event.hash), event.seq, head.size, steps, head.root):
        return f"it is not the one that the signed checkpoint of {head.size:,} events names"
    return None
