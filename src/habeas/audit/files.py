"""Reading what lies beside a log file: names, checkpoints, keys, anchors. Each fault is one sentence that names the file and the line."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from habeas.audit.checkpoint import Anchor, read_anchors
from habeas.audit.cosign_reading import HeldHead
from habeas.audit.evidence import LogEvidence
from habeas.audit.notes import SignedNote, VerifierKey, read_keys, read_notes
from habeas.audit.sealed import Sealed
from habeas.common.errors import BadInputError
from habeas.common.infiles import MIB, lines_of, open_file
from habeas.common.jsonfiles import load_json, read_text

_Read = TypeVar("_Read")
MANIFEST = "manifest.json"
"""What names every other file of an export with its SHA-256; `habeas.audit.export` writes it last."""


def read_beside(path: Path) -> Iterator[Sealed]:
    """Read the rows beside a log, one JSON object a line; BadInputError names the line that is none."""
    decode = msgspec.json.Decoder(Sealed).decode
    try:
        with open_file(path) as file:
            for number, line in enumerate(lines_of(file, path.name), 1):
                try:
                    yield decode(line)
                except (msgspec.DecodeError, UnicodeError, RecursionError):
                    raise BadInputError(
                        f"{path.name}, line {number}: this is no row of digest, salt and value."
                    ) from None
    except OSError as fault:
        raise BadInputError(f"{path.name} cannot be read: {(fault.strerror or 'no reason given').lower()}.") from None


def read_proofs(path: Path) -> Iterator[list[str]]:
    """Read the proofs of a selection, a list of hashes a line; BadInputError names the line that is none."""
    decode = msgspec.json.Decoder(list[str]).decode
    for number, line in enumerate(read_text(path).splitlines(), 1):
        try:
            yield decode(line)
        except (msgspec.DecodeError, RecursionError):
            raise BadInputError(f"{path.name}, line {number}: this is no list of hashes.") from None


def checkpoints_in(path: Path) -> list[SignedNote]:
    """Read a file of checkpoints, one signed note after another."""
    return _named(path, lambda: read_notes(read_text(path)))


def keys_in(path: Path) -> list[VerifierKey]:
    """Read a file of public keys, one a line."""
    return _named(path, lambda: read_keys(read_text(path)))


def anchors_in(path: Path) -> list[Anchor]:
    """Read a list of anchors, one JSON object a line."""
    return _named(path, lambda: read_anchors(line.encode() for line in read_text(path).split("\n")))


def evidence_of(
    checkpoints: Path | None,
    keys: Path | None,
    anchors: Path | None = None,
    anchored: tuple[HeldHead, ...] = (),
    beside: Path | None = None,
    folder: Path | None = None,
) -> LogEvidence:
    """Gather what a log is held against from the files that are given, and the heads `anchored` outside.

    What is not given comes from an export's `folder`. A file of it that was changed is no bad input: it is what is wrong with the log.
    """
    wrong = manifest_faults(folder) if folder else []
    heads = checkpoints_in(checkpoints) if checkpoints else _own(folder, "checkpoints.txt", checkpoints_in, wrong)
    known = keys_in(keys) if keys else _own(folder, "keys.txt", keys_in, wrong)
    sent = anchors_in(anchors) if anchors else _own(folder, "anchors.jsonl", anchors_in, wrong)
    names = beside or (folder / "beside.jsonl" if folder and (folder / "beside.jsonl").is_file() else None)
    return LogEvidence(
        checkpoints=tuple(heads),
        keys=tuple(known),
        anchors=tuple(sent),
        anchored=anchored,
        beside=read_beside(names) if names else None,
        every=folder is not None and checkpoints is None and anchors is None,
        wrong=tuple(wrong),
    )


def manifest_faults(folder: Path) -> list[str]:
    """What in an export's folder is not as its manifest says, a sentence each: a file more, missing, or of other bytes; or no manifest."""
    try:
        manifest = load_json(folder / MANIFEST)
    except BadInputError as fault:
        return [f"The export was changed: {fault}"]
    named = manifest.get("files") if isinstance(manifest, dict) else None
    if not isinstance(named, dict) or not all(isinstance(each, dict) for each in named.values()):
        return [f"The export was changed: {MANIFEST} names no files."]
    there = {each.name for each in folder.iterdir()} - {MANIFEST, "__pycache__"}
    faults = [f"{name} is {'not in the manifest' if name in there else 'missing'}" for name in there ^ named.keys()]
    changed = (name for name in there & named.keys() if _digest(folder / name) != named[name].get("sha256"))
    faults += [f"{name} is not the file that the manifest names" for name in changed]
    return [f"The export was changed: {each}." for each in sorted(faults)]


def _digest(path: Path) -> str:
    made = hashlib.sha256()
    with open_file(path) as file:
        while part := file.read(MIB):
            made.update(part)
    return made.hexdigest()


def _own(folder: Path | None, name: str, read: Callable[[Path], list[_Read]], wrong: list[str]) -> list[_Read]:
    """What a file of an export's folder holds; what is wrong with it is added to `wrong`."""
    if folder is None or not (folder / name).is_file():
        return []
    try:
        return read(folder / name)
    except BadInputError as fault:
        wrong.append(f"The export was changed. {fault}")
        return []


def _named(path: Path, read: Callable[[], list[_Read]]) -> list[_Read]:
    try:
        return read()
    except BadInputError as fault:
        text = str(fault)
        raise BadInputError(text if text.startswith(path.name) else f"{path.name}: {text}") from None
