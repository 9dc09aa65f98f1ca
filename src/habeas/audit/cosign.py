"""Cosigning a head with a second key (c2sp.org/tlog-cosignature, cosignature/v1), asked for in the form of c2sp.org/tlog-witness.

A witness says two things: that the log signed this head, and that the head extends the last one the witness cosigned. Whoever keeps the
log cannot show the witness one history and somebody else another.
"""

import base64
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from habeas.audit.checkpoint import Checkpoint, read_checkpoint
from habeas.audit.merkle import verify_consistency
from habeas.audit.notes import COSIGNATURE, NoteSignature, SignedNote, SigningKey, VerifierKey, read_note, signers
from habeas.common.errors import BadInputError, HabeasError

_MOST_STEPS = 63
_LAST_SECOND = 2**63 - 1


class RefusedHeadError(HabeasError):
    """A head that a witness does not cosign, with the reason in one sentence (exit status 1: a person must look)."""

    exit_status = 1


@dataclass(frozen=True, slots=True)
class Submission:
    """A head for a witness: the note, and the proof that it extends the tree of `old` entries."""

    note: SignedNote
    old: int = 0
    proof: tuple[bytes, ...] = ()

    @property
    def head(self) -> Checkpoint:
        """What the note says. BadInputError where it is no checkpoint."""
        return read_checkpoint(self.note)

    @property
    def written(self) -> str:
        """The request in the form of tlog-witness: the old size, the hashes of the proof, an empty line, the signed checkpoint."""
        steps = "".join(f"{base64.b64encode(each).decode()}\n" for each in self.proof)
        return f"old {self.old}\n{steps}\n{self.note.written}"


def read_submission(text: str) -> Submission:
    """Read a request to a witness, or a bare signed checkpoint. BadInputError says what is wrong with its form."""
    if not text.startswith("old "):
        return Submission(read_note(text))
    asked, parted, note = text.partition("\n\n")
    first, *steps = asked.split("\n")
    old = first.removeprefix("old ")
    if not parted or not _plain_number(old) or len(steps) > _MOST_STEPS:
        raise BadInputError(
            "The request is in no known form: `old` and a size, hashes, an empty line, the signed checkpoint."
        )
    return Submission(read_note(note), int(old), tuple(map(_step, steps)))


def check_extends(submission: Submission, last: Checkpoint | None, log: VerifierKey) -> Checkpoint:
    """The head of a submission, where the log's key signed it and it extends `last` (None: the first head of this log).

    Raises RefusedHeadError for a head of another log, a fork, a roll-back, or one without its proof.
    """
    head = submission.head
    if head.origin != log.name:
        raise RefusedHeadError(f"This is a head of {head.origin}, not of {log.name}; it was not cosigned.")
    _check_signed(submission.note, log)
    if last is not None:
        _check_step(submission, head, last)
    return head


def _check_signed(note: SignedNote, log: VerifierKey) -> None:
    try:
        found = signers(note, (log,))
    except BadInputError as fault:
        raise RefusedHeadError(f"{fault} It was not cosigned.") from None
    if not found:
        raise RefusedHeadError(f"The key known for {log.name} did not sign this head; it was not cosigned.")


def _check_step(submission: Submission, head: Checkpoint, last: Checkpoint) -> None:
    if head.size < last.size:
        raise RefusedHeadError(
            f"This head names {head.size:,} events, the last one cosigned {last.size:,}: the record was rolled back, "
            "or this is an old head. It was not cosigned."
        )
    if head.size == last.size:
        if head.root != last.root:
            raise RefusedHeadError(
                f"Two different heads of {head.size:,} events are signed with one key: the log has two histories. "
                "It was not cosigned; keep both heads."
            )
        return
    if submission.old != last.size:
        raise RefusedHeadError(
            f"This head comes with a proof from {submission.old:,} events; the last one cosigned has {last.size:,}. "
            f"Ask the desk for the request from {last.size}."
        )
    if not verify_consistency(last.size, head.size, last.root, head.root, submission.proof):
        raise RefusedHeadError(
            f"The proof does not show that this head of {head.size:,} events extends the one of {last.size:,} that was cosigned: "
            "the log was written anew, or the request was changed. It was not cosigned; keep both heads."
        )


def witness_line(key: SigningKey) -> VerifierKey:
    """The public key that cosignatures of `key` are checked with (type 4)."""
    return VerifierKey(key.name, COSIGNATURE, key.verifier.public)


def cosign(note: SignedNote, key: SigningKey, seconds: int) -> SignedNote:
    """The note with the cosignature of `key` at `seconds` since 1970 added. It checks nothing: `check_extends` comes first."""
    if not 0 <= seconds <= _LAST_SECOND:
        raise BadInputError("The time of a cosignature lies outside what its form can hold.")
    value = Ed25519PrivateKey.from_private_bytes(key.seed).sign(_signed_text(note.text, seconds))
    line = NoteSignature(key.name, witness_line(key).id, seconds.to_bytes(8, "big") + value)
    others = [each for each in note.signatures if (each.name, each.key_id) != (line.name, line.key_id)]
    return replace(note, signatures=(*others, line))


def _signed_text(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def _plain_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 19 and (text == "0" or text[0] != "0")


def _step(line: str) -> bytes:
    try:
        raw = base64.b64decode(line, validate=True)
    except ValueError:
        raw = b""
    if len(raw) != 32:
        raise BadInputError("A line of the request's proof is no hash: 32 bytes in base64 are wanted.")
    return raw
