"""Where a tree's nodes are kept: in memory, or in one file that is only ever added to. Both can be built again from the log."""

import os
from pathlib import Path
from types import TracebackType

from habeas.audit.merkle import leaves_of, nodes_of
from habeas.common.errors import BadInputError

_WIDTH = 32


def _private(path: str, flags: int) -> int:
    """Open a file that, where it is made, is its owner's alone."""
    return os.open(path, flags, 0o600)


class NodeList:
    """Nodes in memory."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def read(self, position: int) -> bytes:
        """The 32 bytes at `position`."""
        return bytes(self._bytes[position * _WIDTH : (position + 1) * _WIDTH])

    def add(self, node: bytes) -> None:
        """Put 32 bytes at the next position."""
        self._bytes += node

    def count(self) -> int:
        """How many nodes there are."""
        return len(self._bytes) // _WIDTH


class NodeFile:
    """Nodes in a file of 32 bytes each. What a killed writer left unfinished is cut off when the file is opened; `flush` makes it last.

    Raises BadInputError where the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = open(path, "a+b", opener=_private)  # noqa: SIM115 - closed by `close`
        except OSError as fault:
            raise BadInputError(
                f"{path.name} cannot be opened: {(fault.strerror or 'no reason given').lower()}."
            ) from None
        whole = nodes_of(leaves_of(os.fstat(self._file.fileno()).st_size // _WIDTH))
        self._file.truncate(whole * _WIDTH)
        self._stored, self._waiting = whole, bytearray()

    def read(self, position: int) -> bytes:
        """The 32 bytes at `position`."""
        place = position - self._stored
        if place >= 0:
            return bytes(self._waiting[place * _WIDTH : (place + 1) * _WIDTH])
        return os.pread(self._file.fileno(), _WIDTH, position * _WIDTH)

    def add(self, node: bytes) -> None:
        """Put 32 bytes at the next position; they are written in runs."""
        self._waiting += node
        if len(self._waiting) >= 1 << 16:
            self._write()

    def count(self) -> int:
        """How many nodes there are."""
        return self._stored + len(self._waiting) // _WIDTH

    def cut(self, count: int) -> None:
        """Keep the first `count` nodes and no other."""
        self._write()
        self._file.truncate(count * _WIDTH)
        self._stored = min(self._stored, count)

    def flush(self) -> None:
        """Write what waits and wait until it is on the disk."""
        self._write()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Flush and close."""
        self.flush()
        self._file.close()

    def __enter__(self) -> "NodeFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _write(self) -> None:
        self._file.write(self._waiting)
        self._file.flush()
        self._stored += len(self._waiting) // _WIDTH
        self._waiting.clear()


class NodeView:
    """The nodes of a file, to be read only. A file that is not there has none."""

    def __init__(self, path: Path) -> None:
        try:
            self._bytes = path.open("rb")
        except OSError:
            self._bytes = open(os.devnull, "rb")  # noqa: SIM115 - closed with the view

    def read(self, position: int) -> bytes:
        """The 32 bytes at `position`; fewer where the file was cut meanwhile."""
        return os.pread(self._bytes.fileno(), _WIDTH, position * _WIDTH)

    def add(self, node: bytes) -> None:
        """A view takes nothing."""
        raise BadInputError("These nodes are open to be read only.")

    def count(self) -> int:
        """How many nodes belong to whole leaves."""
        return nodes_of(leaves_of(os.fstat(self._bytes.fileno()).st_size // _WIDTH))

    def __enter__(self) -> "NodeView":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bytes.close()
