"""Checkpoints: the head of the log as a signed note (c2sp.org/tlog-checkpoint), and the list of where heads were handed out.

A head that lies with a court or an inspector cannot be called back. Held against the log, it shows a tail that was cut and a chain
that was written anew, which the chain alone cannot show.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from habeas.audit.event import Event
from habeas.audit.notes import SignedNote, SigningKey, VerifierKey, read_note, sign, signers
from habeas.common.errors import BadInputError


@dataclass(frozen=True)
class Checkpoint:
    """A head: `origin` names the log, `size` counts its events, `root` is their Merkle root (32 bytes)."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that is signed: three lines."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


class Anchor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a head went: its `size` and `root` (hexadecimal), `at` in UTC, `to` whom, `how` (mail, paper, hand), their `receipt` if any."""

    size: int
    root: str
    at: str
    to: str
    how: str
    receipt: str = ""


def sign_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> str:
    """The checkpoint as a signed note, ready to be kept and handed out. BadInputError where its origin is empty or runs over a line."""
    if not checkpoint.origin or "\n" in checkpoint.origin or checkpoint.origin.startswith("— "):
        raise BadInputError("A checkpoint's origin is one line that names the log, like jail.example.gov/log.")
    return sign(checkpoint.text, key).written


def next_checkpoint(
    roots: dict[int, bytes], size: int, earlier: Iterable[Checkpoint], key: SigningKey, origin: str
) -> str:
    """Sign the head at `size`. `roots` has the log's roots at that size and at each earlier one.

    BadInputError where the log no longer agrees with a checkpoint signed before: to sign then would be to sign two histories.
    """
    for old in earlier:
        if old.origin == origin and roots.get(old.size) != old.root:
            raise BadInputError(
                f"The log does not agree with its checkpoint of {old.size} events; nothing is signed before that is cleared up."
            )
    return sign_checkpoint(Checkpoint(origin, size, roots[size]), key)


def read_checkpoint(note: SignedNote) -> Checkpoint:
    """Read a note's text as a checkpoint, without checking who signed it; lines after the third are let stand."""
    lines = note.text.split("\n")
    try:
        root = base64.b64decode(lines[2], validate=True)
        if lines[1] != str(int(lines[1])) or len(root) != 32 or not lines[0] or "" in lines[:-1] or int(lines[1]) < 0:
            raise ValueError
    except (ValueError, IndexError, binascii.Error):
        raise BadInputError("A note is no checkpoint: origin, size and root are wanted, a line each.") from None
    return Checkpoint(lines[0], int(lines[1]), root)


def signed_checkpoint(written: str | SignedNote, keys: Iterable[VerifierKey]) -> Checkpoint:
    """Read a checkpoint that one of `keys` signed as the log; BadInputError where none did or a signature does not hold."""
    note = read_note(written) if isinstance(written, str) else written
    found = [each for each in signers(note, keys) if each.at is None]
    if not found:
        raise BadInputError("A checkpoint is signed by none of the keys that are known.")
    return read_checkpoint(note)


@dataclass(frozen=True)
class NamedHead:
    """A head as the event says that records its signing: event `seq` says that a head of `size` events has `root` (hexadecimal)."""

    seq: int
    size: int
    root: str


def head_named_by(event: Event) -> NamedHead | None:
    """The head whose signing an event records; None for any other event."""
    if event.act != "checkpoint":
        return None
    size, root = event.detail.get("size"), event.detail.get("root")
    whole = isinstance(size, int) and not isinstance(size, bool) and isinstance(root, str)
    return NamedHead(event.seq, size, root) if whole else None  # type: ignore[arg-type] # `whole` says what they are


def read_anchors(lines: Iterable[bytes]) -> list[Anchor]:
    """Read a list of anchors, one JSON object a line; BadInputError names the line that is none."""
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            found.append(_decoded(line, Anchor, f"Line {number} of the anchors"))
    return found


def _decoded(line: bytes, kind: Any, name: str) -> Any:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise BadInputError(f"{name} is not in the form that docs/audit.md gives.") from None
