"""Opening a file that somebody named: an ordinary file of bounded size, never a device or a pipe that never ends."""

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from habeas.common.errors import BadInputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MIB = 2**20
_KINDS: dict[int, str] = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}
_BUFFER = 2**17
MAX_LINE = 64 * MIB
"""Bytes of one line of a record: what was known of 13,000 people takes less."""


class _Ending(io.FileIO):
    """A file in which whatever has nothing to give now ends there: the system's own files may say neither bytes nor an end."""

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """As its parent's; 0 in place of None."""
        return super().readinto(buffer) or 0

    def readall(self) -> bytes:
        """As its parent's; no bytes in place of None."""
        return super().readall() or b""


def open_file(path: Path) -> BinaryIO:
    """Open an ordinary file for reading. BadInputError, without waiting, for a device, a pipe, a folder, or what cannot be opened."""
    try:
        _refuse_other_kinds(os.stat(path).st_mode, path)
        # not to be held here by a pipe that took the file's place meanwhile
        file = io.BufferedReader(_Ending(os.open(path, os.O_RDONLY | os.O_NONBLOCK)), _BUFFER)
    except (OSError, ValueError) as fault:
        raise BadInputError(f"{path.name} cannot be read: {reason(fault)}.") from None
    return file


def lines_of(file: BinaryIO, name: str, *, max_bytes: int = MAX_LINE) -> Iterator[bytes]:
    """The lines of an open file, each with its end. BadInputError, before the line is read whole, for one of more than `max_bytes`."""
    number = 0
    while line := file.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            raise BadInputError(
                f"{name}, line {number:,}: it is longer than {max_bytes // MIB} MB; no line of ours is, so this is not the file it was."
            )
        yield line


def read_file(path: Path, *, max_bytes: int, advice: str = "split it or send less") -> bytes:
    """Read an ordinary file whole. BadInputError where it is none, cannot be read, or holds more than `max_bytes`."""
    try:
        with open_file(path) as file:
            # a file of the system may say that it holds nothing and never end
            held = b"" if _size(file) > max_bytes else file.read(max_bytes + 1)
            too_large = len(held) > max_bytes or _size(file) > max_bytes
    except OSError as fault:
        raise BadInputError(f"{path.name} cannot be read: {reason(fault)}.") from None
    if too_large:
        raise BadInputError(f"{path.name} is larger than {max(max_bytes // MIB, 1)} MB; {advice}.")
    return held


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def reason(fault: Exception) -> str:
    """Why the system refused, in its own words, to stand inside a sentence."""
    said = getattr(fault, "strerror", None) or (str(fault) if isinstance(fault, ValueError) else "")
    return (said or "no reason given").lower()


def _refuse_other_kinds(mode: int, path: Path) -> None:
    kind = _KINDS.get(stat.S_IFMT(mode))
    if kind is not None:
        raise BadInputError(f"{path.name or path} is {kind}, not a file: save it as a file and name that.")
