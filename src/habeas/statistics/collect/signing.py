"""The signature of a return: which report an office hands in, signed with the key that signs the heads of its record."""

import hashlib
from datetime import date
from pathlib import Path

from habeas.audit.notes import SigningKey, VerifierKey, read_note, sign, signers
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.outfiles import write_whole
from habeas.statistics.reports.folder import SIGNATURE
from habeas.statistics.reports.proof import read_manifest

HEADING = "habeas return"


def sign_return(folder: Path, key: SigningKey, on: date) -> str:
    """Sign the report in `folder` as of a day; what was signed. Raises BadInputError where it holds no report."""
    read_manifest(folder)
    text = f"{HEADING}\n{_sha256(folder)}\n{on.isoformat()}\n"
    write_whole(folder / SIGNATURE, sign(text, key).written, rights=0o644, replace=True)
    return text


def signed_on(folder: Path, key: VerifierKey) -> date:
    """The day on which the owner of `key` signed this very return. Raises BadInputError, in words that follow the office's name."""
    path = folder / SIGNATURE
    if not path.is_file():
        raise BadInputError("is not signed")
    note = read_note(read_text(path))
    if not any(each.key == key for each in signers(note, [key])):
        raise BadInputError("is not signed with the key of this office")
    return _day(note.text, folder)


def _day(text: str, folder: Path) -> date:
    lines = text.split("\n")
    if len(lines) != 4 or lines[0] != HEADING:
        raise BadInputError("has a signature that is of no return")
    if lines[1] != _sha256(folder):
        raise BadInputError("was changed after it was signed: manifest.json is another one")
    try:
        return date.fromisoformat(lines[2])
    except ValueError:
        raise BadInputError("has a signature without a day") from None


def _sha256(folder: Path) -> str:
    path = folder / "manifest.json"
    if not path.is_file():
        raise BadInputError(f"{folder.name} holds no report: there is no manifest.json in it.")
    return hashlib.sha256(path.read_bytes()).hexdigest()
