"""The head that was signed last, in a file beside the key: what the next one must extend, whatever the database says by then.

Whoever owns the database does not own this file. It is written whole before a head's row is, so a kill between the two leaves a head
that the next round records, and never a row that the file does not know.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from habeas.audit.checkpoint import read_checkpoint
from habeas.audit.notes import read_note
from habeas.common.errors import BadInputError
from habeas.common.outfiles import sync_folder

FORMAT = "habeas-last-signed/1"
LAST_FILE = "audit.head"
"""The file beside the key of a desk."""


class LastSigned(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The head signed last: of `site`, over `size` events, `root` and `hash` of the last of them (hexadecimal), its `note`, when.

    `seen` and `seen_hash` are where the record ended when it was last looked at; `seen` is `size` until the head's row is kept.
    """

    site: str
    size: int
    root: str
    hash: str
    note: str
    at: str
    seen: int
    seen_hash: str
    format: str = FORMAT

    @property
    def pending(self) -> bool:
        """Whether the head was signed and nobody knows yet that its row is kept."""
        return self.seen == self.size


def read_last(path: Path) -> LastSigned | None:
    """Read the file; None where there is none. BadInputError where it is damaged: then nothing may be signed."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=LastSigned)
        head = read_checkpoint(read_note(found.note))
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise BadInputError(f"{path.name} cannot be read: {(fault.strerror or 'no reason given').lower()}.") from None
    except (msgspec.MsgspecError, UnicodeError, RecursionError, BadInputError):
        raise BadInputError(_DAMAGED.format(path.name)) from None
    agrees = (head.size, head.root.hex()) == (found.size, found.root) and found.seen >= found.size >= 0
    if found.format != FORMAT or not agrees:
        raise BadInputError(_DAMAGED.format(path.name))
    return found


_DAMAGED = "{} is damaged: it no longer says which head was signed last. Nothing is signed until that is cleared up."


def write_last(path: Path, last: LastSigned) -> None:
    """Put `last` in the file's place, all or nothing, and on the disk. OSError where it cannot be: the file is then as it was."""
    part = path.with_name(f".{path.name}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(last)) + b"\n")
            file.flush()
            os.fsync(handle)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


@contextmanager
def signing_alone(path: Path, *, wait: bool) -> Iterator[bool]:
    """Hold the lock file `path` against every other thread and process that signs; False where it is taken and `wait` is not.

    The lock goes with the process, so one that was killed leaves none.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
    finally:
        os.close(handle)
