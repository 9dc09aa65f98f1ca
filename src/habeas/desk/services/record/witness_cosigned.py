"""What a witness asks for and gives back: the request with its proof, and the cosignature, checked before it counts."""

from dataclasses import replace
from datetime import timedelta

from habeas.audit.cosign import Submission
from habeas.audit.cosign_reading import read_held
from habeas.audit.merkle import Tree, verify_consistency
from habeas.audit.nodes import NodeView
from habeas.audit.notes import NoteSigner, SignedNote, read_note, signers
from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.doing import Doing
from habeas.desk.models import Anchor, Checkpoint, HeadRoute
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record.witness_routes import last_by, sent_by, witnesses
from habeas.desk.workflow.errors import RefusedError

AHEAD = timedelta(days=1)
"""How far a witness's clock may stand before ours."""


def submission_of(head: Checkpoint, old: int) -> Submission:
    """A head for whoever kept the one of `old` events, with the proof that it extends that one (0: whoever has none).

    Raises BadInputError where `old` is larger, the nodes are being built again, or they do not agree with the head.
    """
    note = read_note(head.note)
    if not 0 <= old <= head.size:
        raise BadInputError(f"The checkpoint has {head.size:,} events; a proof can only start from fewer.")
    if old in {0, head.size}:
        return Submission(note, old)
    with NodeView(ledger.beside_key(ledger.NODE_FILE)) as nodes:
        tree = Tree(nodes)
        if tree.size < head.size:
            raise BadInputError("The tree of the record is being built again; ask again in some minutes.")
        start, proof = tree.root(old), tuple(tree.consistency_proof(old, head.size))
    if not verify_consistency(old, head.size, start, bytes.fromhex(head.root), proof):
        raise BadInputError(f"The record does not agree with its checkpoint of {head.size:,} events; verify it first.")
    return Submission(note, old, proof)


def take_in(text: str, size: int | None, doing: Doing) -> tuple[Anchor, ...]:
    """Check a cosigned head, or a cosignature's line for the head of `size`, and keep it as what stands outside.

    Raises RefusedError for one by no known witness, on another head, of another log, kept already, or older than what was kept.
    """
    note = _note_of(text, size)
    head = _head_of(note)
    kept = []
    for route, signer in _cosigners(note):
        _check_new(route, head)
        _check_time(signer, doing)
        line = next(each for each in note.signatures if (each.name, each.key_id) == (signer.key.name, signer.key.id))
        if not sent_by(route, head, f"cosigned {signer.at:%Y-%m-%dT%H:%M:%SZ}", doing, line.line):
            raise RefusedError(f"The cosignature of {route.sent_to} on this checkpoint is kept already.")
        kept.append(Anchor.objects.get(route=route, checkpoint=head))
    return tuple(kept)


def _note_of(text: str, size: int | None) -> SignedNote:
    """The cosigned note: as it came, or the bare line put under our own head."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    bare = bool(lines) and all(len(line.split()) in {2, 3} and not line.split()[0].isalnum() for line in lines)
    try:
        found = None if bare else read_held(text)[0].note
        if found is not None:
            return found
        head = Checkpoint.objects.filter(size=-1 if size is None else size).first()
        if not bare or head is None:
            raise BadInputError(
                "This is not a cosigned checkpoint: enter everything the witness returned, and choose the checkpoint."
            )
        added = read_note(
            read_note(head.note).text + "\n" + "".join(f"— {' '.join(each.split()[-2:])}\n" for each in lines)
        )
    except BadInputError as fault:
        raise RefusedError(str(fault)) from None
    own = read_note(head.note)
    return replace(own, signatures=(*own.signatures, *added.signatures))


def _head_of(note: SignedNote) -> Checkpoint:
    """Our own head that the note is over, word for word. Raises RefusedError where there is none."""
    origin, written, *_ = note.text.split("\n")
    size = whole_number(written)
    ours = ledger.origin_of(ledger.site())
    if origin != ours:
        raise RefusedError(f"This is a checkpoint of {origin}, not of {ours}.")
    if size is None:
        raise RefusedError("The checkpoint does not state in plain digits how many events it covers.")
    head = Checkpoint.objects.filter(size=size).first()
    if head is None:
        raise RefusedError(
            f"This record has signed no checkpoint of {size:,} events. If the line below it is truly the witness's, "
            "the record was rolled back or rewritten: keep what was received, and verify the record."
        )
    if read_note(head.note).text != note.text:
        raise RefusedError(
            f"The witness cosigned a different checkpoint of {size:,} events: there are two histories. Keep what was "
            "received, and verify the record."
        )
    return head


def _cosigners(note: SignedNote) -> list[tuple[HeadRoute, NoteSigner]]:
    known = witnesses()
    try:
        found = signers(note, [*(key for _, key in known.values()), *ledger.known_keys(ledger.site())])
    except BadInputError as fault:
        raise RefusedError(str(fault)) from None
    pairs = [(known[each.key.text][0], each) for each in found if each.at is not None]
    if not pairs:
        raise RefusedError(
            "No witness known to this office has cosigned this checkpoint; add the witness's line first."
        )
    return pairs


def _check_new(route: HeadRoute, head: Checkpoint) -> None:
    last = last_by(route)
    if last is not None and last.size == head.size:
        raise RefusedError(f"The cosignature of {route.sent_to} on this checkpoint is kept already.")
    if last is not None and last.size > head.size:
        raise RefusedError(
            f"This is an old cosignature: {route.sent_to} has cosigned a checkpoint of {last.size:,} events since. Nothing was kept."
        )


def _check_time(signer: NoteSigner, doing: Doing) -> None:
    if signer.at is not None and signer.at > doing.at + AHEAD:
        raise RefusedError(
            f"The cosignature says {signer.at:%Y-%m-%d %H:%M} UTC, which is in the future: the witness's clock is wrong. Nothing was kept."
        )
