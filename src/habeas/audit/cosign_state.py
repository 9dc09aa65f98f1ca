"""What a witness remembers: for each log its key and the last head that was cosigned. One file, locked while a head is judged.

The file is written and made to last before a cosignature leaves the program: a crash between the two loses a cosignature, which can be
asked for again, and never the memory of one.
"""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from habeas.audit.checkpoint import Checkpoint, signed_checkpoint
from habeas.audit.notes import VerifierKey, read_key
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.outfiles import write_whole


class _Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    key: str
    note: str
    at: str


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: Literal["habeas-witness/1"]
    logs: dict[str, _Row]


@dataclass(frozen=True, slots=True)
class CosignedHead:
    """The last head of a log that was cosigned: the log's `key`, the signed `note`, and when it was cosigned (`at`, UTC)."""

    key: VerifierKey
    note: str
    at: str

    @property
    def head(self) -> Checkpoint:
        """The head; BadInputError where the note is not signed by the log's key."""
        return signed_checkpoint(self.note, (self.key,))


class WitnessMemory:
    """The open file: what was cosigned last, by the log's name. `keep` makes a newer head last."""

    def __init__(self, path: Path, logs: Mapping[str, CosignedHead]) -> None:
        self._path, self._logs = path, dict(logs)

    def last(self, origin: str) -> CosignedHead | None:
        """The last head of the log called `origin`; None where none was cosigned."""
        return self._logs.get(origin)

    def keep(self, origin: str, cosigned: CosignedHead) -> None:
        """Write a newer head down, all or nothing. Raises BadInputError where the file cannot be written."""
        self._logs[origin] = cosigned
        rows = {name: {"key": each.key.text, "note": each.note, "at": each.at} for name, each in self._logs.items()}
        text = readable_json({"format": "habeas-witness/1", "logs": rows})
        write_whole(self._path, f"{text}\n", replace=True)


@contextmanager
def open_memory(path: Path) -> Iterator[WitnessMemory]:
    """The memory in `path`, locked against another run; empty where there is no file. BadInputError where it is damaged."""
    try:
        handle = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as fault:
        raise BadInputError(f"{path.name} cannot be locked: {(fault.strerror or 'no reason given').lower()}.") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield WitnessMemory(path, _read(path) if path.exists() else {})
    finally:
        os.close(handle)


def _read(path: Path) -> dict[str, CosignedHead]:
    """What the file says, each head checked against the log's key: a smaller size cannot be written into it by hand."""
    try:
        kept = msgspec.json.decode(read_text(path), type=_File)
        found = {name: CosignedHead(read_key(row.key), row.note, row.at) for name, row in kept.logs.items()}
        whole = all(each.head.origin == name == each.key.name for name, each in found.items())
    except (msgspec.DecodeError, BadInputError, RecursionError):
        whole = False
    if not whole:
        raise BadInputError(f"{path.name} is no whole memory of a witness; put back the last good copy of it.")
    return found
