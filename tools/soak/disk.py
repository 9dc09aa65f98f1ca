"""A disk as its notes tell it: what is durable, what waits for a sync, and what a power cut could leave of it."""

import posixpath
import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HEAD = struct.Struct("<cHqq")
WITH_DATA = frozenset("WARL")


@dataclass(frozen=True, slots=True)
class Note:
    """One change: created, written, truncated, synced, unlinked, renamed, linked; or something acknowledged outside (`A`)."""

    op: str
    name: str
    offset: int
    data: bytes


def notes(path: Path) -> Iterator[Note]:
    """The notes that the shim wrote, in order; a last one that was cut off is left out."""
    with path.open("rb") as file:
        while len(head := file.read(HEAD.size)) == HEAD.size:
            op, named, offset, length = HEAD.unpack(head)
            name = file.read(named).decode()
            data = file.read(length) if op.decode() in WITH_DATA else b""
            if op.decode() in WITH_DATA and len(data) < length:
                return
            yield Note(op.decode(), name, offset, data)


@dataclass(slots=True, eq=False)
class Kept:
    """The content of one file: what is durable, and the changes that wait for its sync, oldest first (data None: cut to that length)."""

    durable: bytearray
    waits: list[tuple[int, bytes | None]] = field(default_factory=list)
    _whole: bytes | None = None

    def sync(self) -> None:
        """All that waited is durable."""
        for change in self.waits:
            _apply(self.durable, change)
        self.waits.clear()
        self._whole = None

    def left(self, way: "Way", rng: random.Random) -> bytes:
        """What a power cut leaves of it."""
        if not self.waits or way.name == "none":
            self._whole = bytes(self.durable) if self._whole is None else self._whole
            return self._whole
        content = bytearray(self.durable)
        for change in way.kept(self.waits, rng):
            _apply(content, change)
        return bytes(content)


def _apply(content: bytearray, change: tuple[int, bytes | None]) -> None:
    offset, data = change
    if data is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


Changes = list[tuple[int, bytes | None]]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which unsynced changes are lost: none kept, all, some, the first, the last, or sectors of each."""

    name: str
    sector: int = 0

    def kept(self, waits: Changes, rng: random.Random) -> Changes:
        """The changes, or pieces of them, that reached the disk."""
        if self.name == "all":
            return waits
        if self.name == "first":
            return waits[: rng.randrange(len(waits) + 1)]
        if self.name == "last":
            return waits[rng.randrange(len(waits) + 1) :]
        if self.name == "some":
            return [each for each in waits if rng.random() < 0.5]
        return [piece for each in waits for piece in self._pieces(each, rng)]

    def _pieces(self, change: tuple[int, bytes | None], rng: random.Random) -> Changes:
        """The sectors of one write that arrived; the file may have grown to its end without them."""
        offset, data = change
        if data is None:
            return [change] if rng.random() < 0.5 else []
        odds, end, found = rng.choice((0.1, 0.5, 0.9)), offset + len(data), []
        at = offset
        while at < end:
            upto = min(end, (at // self.sector + 1) * self.sector)
            if rng.random() < odds:
                found.append((at, data[at - offset : upto - offset]))
            at = upto
        return found


WAYS = (
    Way("none"), Way("torn", 512), Way("some"), Way("torn", 4096), Way("first"), Way("last"), Way("all"),
)  # fmt: skip
"""The ways, in the order in which cuts take them in turn."""


class Disk:
    """The files of one folder as the notes go on; names are durable once their folder was synced, in their order."""

    def __init__(self, base: Path) -> None:
        paths = [path for path in base.rglob("*") if path.is_file() and not path.name.endswith("-shm")]
        self.now = {path.relative_to(base).as_posix(): Kept(bytearray(path.read_bytes())) for path in paths}
        self._durable = dict(self.now)
        self._waits: list[tuple[str, Kept | None]] = []

    def take(self, note: Note) -> None:
        """Go on by one note."""
        name = note.name
        if note.op == "C":
            self._name(name, Kept(bytearray()))
        elif note.op == "W":
            self.now[name].waits.append((note.offset, note.data))
        elif note.op == "T":
            self.now[name].waits.append((note.offset, None))
        elif note.op == "S":
            self._sync(name)
        elif note.op == "U":
            self._name(name, None)
        elif note.op in "RL":
            self._name(note.data.decode(), self.now[name])
            if note.op == "R":
                self._name(name, None)

    def _name(self, name: str, kept: Kept | None) -> None:
        self._waits.append((name, kept))
        _rename(self.now, name, kept)

    def _sync(self, name: str) -> None:
        if name in self.now:
            self.now[name].sync()
            return
        mine = [each for each in self._waits if (posixpath.dirname(each[0]) or ".") == name]
        for each in mine:
            _rename(self._durable, *each)
        self._waits = [each for each in self._waits if each not in mine]

    def cut(self, way: Way, rng: random.Random) -> dict[str, bytes]:
        """The files that a power cut leaves, by name."""
        names = dict(self._durable)
        held = {"none": 0, "all": len(self._waits)}.get(way.name, rng.randrange(len(self._waits) + 1))
        for each in self._waits[:held]:
            _rename(names, *each)
        return {name: kept.left(way, rng) for name, kept in names.items()}


def _rename(names: dict[str, Kept], name: str, kept: Kept | None) -> None:
    if kept is None:
        names.pop(name, None)
    else:
        names[name] = kept
