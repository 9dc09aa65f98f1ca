"""Whether what lies beside a log is all there: each head and anchor that an event names, the names, the count, the file beside the key.

Whoever owns the database can delete rows beside the log; the log still says that they were there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from habeas.audit.evidence import LogEvidence
from habeas.audit.last_signed import LastSigned
from habeas.audit.walking import Walked

_NAMED_AT_MOST = 5


def disagreements(
    walked: Walked, evidence: LogEvidence, heads: Iterable[tuple[int, bytes]], kept: set[str]
) -> list[str]:
    """What is wrong with what lies beside the log, a sentence each. `heads` are those kept with it, `kept` the digests still there."""
    found = list(evidence.wrong)
    if evidence.every:
        found += [*_heads(walked, evidence, dict(heads)), *_anchors(walked, evidence)]
    if evidence.end is not None:
        found += [*_end(walked, evidence), *_names(walked, kept)]
    if evidence.last is not None:
        found += _last(walked, evidence.last)
    elif evidence.keeps_last and (head := walked.told.signed_since):
        found.append(LAST_GONE.format(head.size, head.seq))
    return found


LAST_GONE = (
    "audit.head, the file beside the key that says which head was signed last, is gone, and event {1} says that a head of {0:,} events "
    "was signed: somebody took it away, or the folder is another one. Put it back; or go on without it: habeas audit give-up --reason."
)


def _heads(walked: Walked, evidence: LogEvidence, roots: dict[int, bytes]) -> Iterator[str]:
    """Each head that an event names must be kept, with that root; of a desk, each kept head must have its event."""
    for each in walked.told.heads:
        if each.size not in roots:
            yield f"The head of {each.size:,} events, which event {each.seq} names, is gone: its row was deleted."
        elif roots[each.size].hex() != each.root:
            yield f"The head of {each.size:,} events has another root than event {each.seq} names: one of the two was changed."
    if evidence.end is not None and walked.chain.fault is None:
        waiting = {evidence.last.size} if evidence.last and evidence.last.pending else set[int]()
        for size in sorted(roots.keys() - {each.size for each in walked.told.heads} - waiting):
            yield f"No event names the head of {size:,} events: its row was put in, or its event was taken out."


def _anchors(walked: Walked, evidence: LogEvidence) -> Iterator[str]:
    kept = Counter((each.size, each.to) for each in evidence.anchors)
    for seq, size, to in walked.told.sent:
        if not kept[size, to]:
            yield f"That the head of {size:,} events went to {to}, which event {seq} says, is gone: its row was deleted or changed."
        else:
            kept[size, to] -= 1
    if evidence.end is not None and walked.chain.fault is None:
        for (size, to), more in kept.items():
            if more:
                yield f"No event says that the head of {size:,} events went to {to}: its row was put in or changed."


def _end(walked: Walked, evidence: LogEvidence) -> Iterator[str]:
    end, head = evidence.end, walked.chain.head
    if end is not None and walked.chain.fault is None and end.size == head.size > 0 and end.site != head.site:
        yield "The desk's own count of events names another site than the log: it was changed."
    if (
        end is not None
        and walked.chain.fault is None
        and (end.size, end.hash) != (head.size, head.hash)
        and end.size + head.size
    ):
        yield (
            f"The desk's own count ends after {end.size:,} events with the hash {end.hash}, and the log does not: "
            "its last events were deleted, or the count was changed."
        )


def _names(walked: Walked, kept: set[str]) -> Iterator[str]:
    """Digests whose row is gone although no order to erase names them."""
    if walked.chain.fault is None and (gone := sorted(walked.refs - kept - walked.told.erased)):
        more = f" and {len(gone) - _NAMED_AT_MOST:,} more" if len(gone) > _NAMED_AT_MOST else ""
        yield (
            f"{len(gone):,} names beside the log were deleted without an order, for no expunge event names them: "
            f"{', '.join(gone[:_NAMED_AT_MOST])}{more}."
        )


def _last(walked: Walked, last: LastSigned) -> Iterator[str]:
    """The log must go on from the head signed last and reach as far as it was seen to."""
    size, fault = walked.chain.head.size, walked.chain.fault
    if fault is None and size < last.seen:
        yield (
            f"The file beside the key knows {last.seen:,} events, and {size:,} are there: "
            "the log was put back to an older copy, or its end was cut off."
        )
    if size >= last.size and walked.roots.get(last.size, b"").hex() != last.root:
        yield f"The log does not agree with the head of {last.size:,} events that stands beside the key: it was written anew."
    elif size >= last.size > 0 and walked.hashes.get(last.size, last.hash) != last.hash:
        yield f"The file beside the key names another event {last.size - 1} than the log has under the same head: the file was changed."
    elif size >= last.seen and walked.hashes.get(last.seen, last.seen_hash) != last.seen_hash:
        yield f"The log was written anew after its event {last.size - 1}: it was seen to go on otherwise."
