"""Handing the log to an outsider: a folder that opens and checks itself without Habeas. See docs/audit.md for each file.

The whole log, or a selection of events each with the proof that it stands in the signed log: a court that is owed the events of one
case is not handed those of everybody else.
"""

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

import msgspec

from habeas.audit.chain import FaultyLogError, Walk
from habeas.audit.checkpoint import Anchor, Checkpoint, signed_checkpoint
from habeas.audit.event import Event, stamp
from habeas.audit.files import MANIFEST
from habeas.audit.merkle import Tree
from habeas.audit.nodes import NodeFile
from habeas.audit.notes import SignedNote, VerifierKey
from habeas.audit.sealed import Sealed
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.whole_folder import whole_folder

FORMAT = "habeas-audit-export/1"
"""What the manifest says it is."""

VERIFIER = "verify_habeas.py"
"""The verifier's name in an export."""


@dataclass(frozen=True)
class Export:
    """What goes with the events: checkpoints, keys, anchors, the rows beside the log that may be handed over, the time and the program."""

    made_at: datetime
    program: str
    checkpoints: tuple[SignedNote, ...] = ()
    keys: tuple[VerifierKey, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    beside: Iterable[Sealed] = ()
    remarks: str = ""


@dataclass
class _Out:
    """The folder being written, and what has been found out on the way."""

    folder: Path
    digests: set[str] = field(default_factory=set)
    site: str = ""
    size: int = 0
    head: str = ""
    written: int = 0


def verifier_text() -> str:
    """The stand-alone verifier, as it goes into each export."""
    return files("habeas.audit.standalone").joinpath(VERIFIER).read_text(encoding="utf-8")


def export_log(events: Iterable[Event], target: Path, export: Export) -> dict[str, Any]:
    """Write the whole log to the new or empty folder `target`; the manifest. BadInputError, and nothing written, for a broken chain."""
    with _folder(target) as out:
        with _file(out, "events.jsonl") as file:
            for event in _walked(events, out):
                _put(out, file, event)
        if not out.size:
            raise BadInputError("The log holds no event; nothing was written.")
        return _finish(out, export, "whole", out.size)


def export_selection(
    events: Iterable[Event], target: Path, export: Export, wanted: Callable[[Event], bool]
) -> dict[str, Any]:
    """Write the events that `wanted` picks, each with its proof against the newest checkpoint that one of the keys signed.

    BadInputError where there is none, where the log does not agree with it, or where a wanted event came after it.
    """
    heads = [signed_checkpoint(note, export.keys) for note in export.checkpoints]
    if not heads:
        raise BadInputError("A selection needs a signed checkpoint to be proved against; sign one first.")
    newest = max(heads, key=lambda head: head.size)
    with _folder(target) as out, tempfile.TemporaryDirectory() as scratch, NodeFile(Path(scratch) / "nodes") as nodes:
        tree, places = Tree(nodes), list[int]()
        with _file(out, "events.jsonl") as file:
            for event in _walked(events, out, tree):
                if wanted(event):
                    _put(out, file, event)
                    places.append(event.seq)
        _check_selection(tree, newest, places)
        with _file(out, "proofs.jsonl") as file:
            for place in places:
                proof = [step.hex() for step in tree.inclusion_proof(place, newest.size)]
                file.write(msgspec.json.encode(proof) + b"\n")
        return _finish(out, export, "selection", newest.size)


def _check_selection(tree: Tree, newest: Checkpoint, places: list[int]) -> None:
    if newest.size > tree.size or tree.root(newest.size) != newest.root:
        raise BadInputError(f"The log does not agree with its checkpoint of {newest.size:,} events; verify it first.")
    if not places:
        raise BadInputError("No event of the log was picked; nothing was written.")
    if places[-1] >= newest.size:
        raise BadInputError(
            f"Event {places[-1]} came after the newest checkpoint, of {newest.size:,} events; sign a newer one first."
        )


def _walked(events: Iterable[Event], out: _Out, tree: Tree | None = None) -> Iterator[Event]:
    """The events, each checked to follow from the last and put into the tree; BadInputError at the first fault."""
    walk = Walk()
    try:
        for event in events:
            fault = walk.step(event)
            if fault:
                raise FaultyLogError(fault)
            if tree is not None:
                tree.append(walk.entry)
            yield event
    except FaultyLogError as broken:
        raise BadInputError(f"The log is broken and was not exported. {broken.fault.sentence}") from None
    out.site, out.size, out.head = walk.head.site, walk.head.size, walk.head.hash


def _put(out: _Out, file: IO[bytes], event: Event) -> None:
    file.write(event.canonical + b"\n")
    out.written += 1
    out.digests.update(event.refs.values(), filter(None, [event.shown]))


def _finish(out: _Out, export: Export, kind: str, size: int) -> dict[str, Any]:
    """Write all that goes beside the events, and last the manifest."""
    _beside(out, export.beside)
    _text(out, "checkpoints.txt", "\n".join(note.written for note in export.checkpoints))
    _text(out, "keys.txt", "".join(f"{key.text}\n" for key in export.keys))
    _text(out, "anchors.jsonl", "".join(msgspec.json.encode(each).decode() + "\n" for each in export.anchors))
    _text(out, VERIFIER, verifier_text())
    _text(out, "README.txt", _readme(out, export, kind, size))
    manifest = {
        "format": FORMAT, "kind": kind, "site": out.site, "size": size, "head": out.head, "written": out.written,
        "made_at": stamp(export.made_at), "program": export.program,
        "files": {path.name: _measured(path) for path in sorted(out.folder.iterdir())},
    }  # fmt: skip
    _text(out, MANIFEST, readable_json(manifest))
    return manifest


def _beside(out: _Out, rows: Iterable[Sealed]) -> None:
    """Write the rows that exported events refer to, and no other; none, no file."""
    kept = [row for row in rows if row.digest in out.digests]
    changed = sum(not row.true for row in kept)
    if changed:
        raise BadInputError(f"{changed} names beside the log were changed after they were sealed; nothing was written.")
    _text(out, "beside.jsonl", "".join(msgspec.json.encode(row).decode() + "\n" for row in kept))


def _text(out: _Out, name: str, text: str) -> None:
    """Write a file; one that would be empty is left out."""
    if text:
        with _file(out, name) as file:
            file.write(text.encode())


def _measured(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


@contextmanager
def _file(out: _Out, name: str) -> Iterator[IO[bytes]]:
    with (out.folder / name).open("wb") as file:
        yield file


@contextmanager
def _folder(target: Path) -> Iterator[_Out]:
    """A folder beside `target` that takes its place when all went well, and is gone when not."""
    with whole_folder(target) as folder:
        yield _Out(folder)


def _readme(out: _Out, export: Export, kind: str, size: int) -> str:
    """What the expert reads first."""
    what = {
        "whole": f"This folder holds the whole audit log of {out.site}: {out.written:,} events.",
        "selection": f"This folder holds {out.written:,} of the {size:,} events of the audit log of {out.site}, each with its proof.",
    }[kind]
    digest = hashlib.sha256(verifier_text().encode()).hexdigest()
    names = "" if (out.folder / "beside.jsonl").exists() else " None was included in this export."
    return _README.format(
        what=what, digest=digest, names=names, program=export.program, at=stamp(export.made_at), remarks=export.remarks
    )


_README = """AUDIT LOG OF A JAIL'S REQUEST DESK

{what}
Written by {program} on {at} (UTC). {remarks}

HOW TO CHECK IT
    python3 verify_habeas.py .
needs Python 3.8 or later and no network. It says in sentences what was checked and what was found.

Do not take our word for the verifier. Its SHA-256 is {digest}.
It is one file of under 400 lines that imports nothing but Python's own library: read it, or write your own from docs/audit.md.

WHAT MAKES IT A PROOF
A log that proves itself can still have been written anew as a whole by whoever keeps it. What they cannot change is a checkpoint that
left the building earlier. If you, a court, an inspector or another agency received one, check the log against it:
    python3 verify_habeas.py . --checkpoint THE_FILE_YOU_RECEIVED --key "THE KEY LINE YOU RECEIVED"

FILES
manifest.json     the size and SHA-256 of every file
events.jsonl      one event a line: who did what to which record, when, in which role, on which provisions and law packs
proofs.jsonl      only in a selection: for each event the hashes that lead from it to the root of the signed log
beside.jsonl      names and other words that the events refer to by digest, with their salts.{names}
                  A court's order to erase is obeyed by deleting such a row; the log still verifies.
checkpoints.txt   signed checkpoints of the log (c2sp.org/tlog-checkpoint)
keys.txt          the public keys they were signed with (Ed25519)
anchors.jsonl     where checkpoints were filed, when and how
verify_habeas.py  the verifier
Events name people by opaque numbers only.
"""
