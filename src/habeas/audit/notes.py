"""Signed notes in the form of C2SP (c2sp.org/signed-note, tlog-cosignature): keys, signature lines, checking them.

Only Ed25519 is known here: type 1, the log's own signature, and type 4, a witness's cosignature with its time. Lines of other keys
are let stand and prove nothing.
"""

import base64
import binascii
import hashlib
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.outfiles import check_new, whole_file

ED25519, COSIGNATURE = 1, 4
"""The types of signature: a note's own, and a witness's with its time."""

_DASH = "— "
_PRIVATE = "PRIVATE+KEY+"
_MOST_SIGNATURES = 100


@dataclass(frozen=True)
class VerifierKey:
    """A public key with its owner's `name`, its `kind` (1 or 4) and its 32 bytes."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """The four bytes that stand before each signature: of SHA-256 over name, newline, kind, key."""
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    @property
    def text(self) -> str:
        """The key as one line: name, id, and kind with key in base64, joined by +."""
        return f"{self.name}+{self.id.hex()}+{_base64(bytes([self.kind]) + self.public)}"

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the line, hexadecimal: short enough to read out on the telephone."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True)
class SigningKey:
    """A private key with its owner's `name` and its 32 bytes of seed. Its text is a secret; it is never shown."""

    name: str
    seed: bytes

    def __repr__(self) -> str:
        return f"SigningKey({self.name!r})"

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        return VerifierKey(
            self.name, ED25519, Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        )


@dataclass(frozen=True)
class NoteSignature:
    """One signature line: the signer's `name`, the four bytes `key_id`, the signature's own `value`."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        """The line as it stands under a note, without its newline."""
        return f"{_DASH}{self.name} {_base64(self.key_id + self.value)}"


@dataclass(frozen=True)
class SignedNote:
    """A text with the signatures under it. Nothing in it may be believed before `signers` has checked one."""

    text: str
    signatures: tuple[NoteSignature, ...]

    @property
    def written(self) -> str:
        """The note as it is kept and handed out."""
        return self.text + "\n" + "".join(f"{each.line}\n" for each in self.signatures)


@dataclass(frozen=True)
class NoteSigner:
    """A key that signed a note, and for a cosignature when."""

    key: VerifierKey
    at: datetime | None


def read_note(written: str) -> SignedNote:
    """Read a signed note; BadInputError says what is wrong with its form."""
    head, parted, tail = written.rpartition("\n\n")
    if not parted or not tail.endswith("\n") or any(ord(sign) < 32 and sign != "\n" for sign in written):
        raise BadInputError("The checkpoint is no signed note: a text, an empty line, and signature lines are wanted.")
    lines = tail[:-1].split("\n")
    if len(lines) > _MOST_SIGNATURES:
        raise BadInputError(f"The checkpoint carries more than {_MOST_SIGNATURES} signatures.")
    return SignedNote(head + "\n", tuple(map(_read_line, lines)))


def read_notes(text: str) -> list[SignedNote]:
    """Read a file of notes, one after another: a note ends with its last signature line; empty lines between them do not matter."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if blocks[-1] and blocks[-1][-1].startswith(_DASH) and not line.startswith(_DASH):
            blocks.append([])
        if line or blocks[-1]:
            blocks[-1].append(line)
    whole = ["\n".join(block) + "\n" for block in blocks if block]
    if whole and not text.endswith("\n"):  # the last line was cut: such a note is none
        whole[-1] = whole[-1][:-1]
    return [read_note(each) for each in whole]


def sign(text: str, key: SigningKey) -> SignedNote:
    """Sign a text, which must end with a newline."""
    value = Ed25519PrivateKey.from_private_bytes(key.seed).sign(text.encode())
    return SignedNote(text, (NoteSignature(key.name, key.verifier.id, value),))


def signers(note: SignedNote, keys: Iterable[VerifierKey]) -> list[NoteSigner]:
    """Which of `keys` signed the note. BadInputError where a line that bears one of these keys does not hold: then none may be believed."""
    known = {(key.name, key.id): key for key in keys}
    pairs = [(known.get((each.name, each.key_id)), each) for each in note.signatures]
    return [_checked(note, key, each) for key, each in pairs if key is not None]


def read_key(text: str) -> VerifierKey:
    """Read a public key from its one line; BadInputError where it is none of a kind known here."""
    name, _, rest = text.strip().partition("+")
    digest, _, coded = rest.partition("+")
    raw = _unbase64(coded)
    if not _plain_name(name) or len(raw) != 33 or raw[0] not in {ED25519, COSIGNATURE}:
        raise BadInputError("A line of the keys is no Ed25519 key: name+id+base64 is wanted.")
    key = VerifierKey(name, raw[0], raw[1:])
    if key.id.hex() != digest:
        raise BadInputError(
            f"The key of {name} does not have the id {digest[:8]} that it claims; a letter was changed."
        )
    return key


def read_keys(text: str) -> list[VerifierKey]:
    """Read public keys, one a line; lines that begin with # are remarks."""
    return [read_key(line) for line in text.splitlines() if line.strip() and not line.startswith("#")]


def new_key(name: str) -> SigningKey:
    """Make a fresh private key; BadInputError where the name is empty or has a blank or + in it."""
    if not _plain_name(name):
        raise BadInputError("A key's name is like jail.example.gov/log: neither empty nor with a blank or +.")
    return SigningKey(name, Ed25519PrivateKey.generate().private_bytes_raw())


def save_key(key: SigningKey, path: Path, told: Callable[[], None] = lambda: None) -> None:
    """Write a private key, readable by its owner alone; BadInputError where there is a file already or it cannot be written.

    `told` says the public line: where that cannot be said, no key is kept that nobody knows.
    """
    text = f"{_PRIVATE}{key.name}+{key.verifier.id.hex()}+{_base64(bytes([ED25519]) + key.seed)}\n"
    check_new(path)
    with whole_file(path) as part:
        part.write_bytes(text.encode())
        told()


def load_key(path: Path) -> SigningKey:
    """Read a private key; BadInputError where it is none, or where others than its owner may read it."""
    text = read_text(path, max_bytes=4096)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise BadInputError(
            f"{path.name} can be read by others than its owner; set its rights to 600 and make a new key if others had it."
        )
    name, _, rest = text.strip().removeprefix(_PRIVATE).partition("+")
    digest, _, coded = rest.partition("+")
    raw = _unbase64(coded)
    if not text.startswith(_PRIVATE) or not _plain_name(name) or len(raw) != 33 or raw[0] != ED25519:
        raise BadInputError(f"{path.name} is no private key of this program.")
    key = SigningKey(name, raw[1:])
    if key.verifier.id.hex() != digest:
        raise BadInputError(f"{path.name} is damaged: its id is not that of its key.")
    return key


def _checked(note: SignedNote, key: VerifierKey, signature: NoteSignature) -> NoteSigner:
    """The signer of one line, or BadInputError."""
    text, value, at = note.text.encode(), signature.value, None
    if key.kind == COSIGNATURE:
        seconds, value = int.from_bytes(value[:8], "big"), value[8:]
        text = f"cosignature/v1\ntime {seconds}\n".encode() + text
        at = datetime.fromtimestamp(min(seconds, 253402300799), UTC)
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(value, text)
    except (InvalidSignature, ValueError):
        raise BadInputError(
            f"A signature of {key.name} does not fit its checkpoint: one of the two was changed."
        ) from None
    return NoteSigner(key, at)


def _read_line(line: str) -> NoteSignature:
    parts = line.removeprefix(_DASH).split(" ")
    raw = _unbase64(parts[-1])
    if not line.startswith(_DASH) or len(parts) != 2 or not _plain_name(parts[0]) or len(raw) < 5:
        raise BadInputError("The checkpoint has a signature line that is none: a dash, a name, and base64 are wanted.")
    return NoteSignature(parts[0], raw[:4], raw[4:])


def _plain_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(sign.isspace() for sign in name)


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _unbase64(text: str) -> bytes:
    """The bytes, or none where it is not base64 in its one right form."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return raw if _base64(raw) == text else b""
