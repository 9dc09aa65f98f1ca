"""Reading a head that somebody outside kept: a note, a request to a witness, what a scanner made of the printed square, or typed figures.

A scanner may lose line ends, turn the dash into other signs, or type blanks; a person types the size and the root. What is read is
compared with the record: a word read wrongly makes a true head false, and never a false one true.
"""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from habeas.audit.checkpoint import Checkpoint, read_checkpoint
from habeas.audit.cosign import read_submission
from habeas.audit.notes import SignedNote, read_note, read_notes
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text

FOLDER_NAMES = ("habeas-head-*.txt", "habeas-cosigned-*.txt")
"""What the files of a witness's folder are called."""

_DASHES = ("â€”", "\u0432\u0402\u201d", "—", "–", "―", "--", "-", "?")
_CONFUSED = str.maketrans({"o": "0", "l": "1", "i": "1"})
_GROUPING = re.compile(r"[,.'’_\u00a0\u202f]")


@dataclass(frozen=True, slots=True)
class HeldHead:
    """A head somebody outside kept: `what` to call it, its `head`, the signed `note` (None where it was typed without), or its `fault`."""

    what: str
    head: Checkpoint | None
    note: SignedNote | None = None
    fault: str | None = None


def read_held(text: str) -> tuple[HeldHead, ...]:
    """Read a head from what was scanned, pasted or typed. BadInputError where it is none."""
    for read in (_notes, _request, _loose_note, _typed):
        found = read(text.removeprefix("\ufeff"))
        if found:
            return found
    raise BadInputError(
        "This is no head: the whole text of one is wanted, or its size and the 64 letters and digits of its root."
    )


def held_in(given: str) -> tuple[HeldHead, ...]:
    """The heads in a file, in a witness's folder, or typed in place of a file's name. BadInputError where there is none."""
    if "\n" in given or _typed(given):
        return read_held(given)
    path = Path(given)
    if path.is_dir():
        return _of_folder(path)
    try:
        return read_held(read_text(path))
    except BadInputError as fault:
        text = str(fault)
        raise BadInputError(text if text.startswith(path.name) else f"{path.name}: {text}") from None


def heads_in(folder: Path) -> list[Path]:
    """The files of heads and of cosigned heads in a witness's folder, by name; names beginning with a dot are unfinished."""
    return sorted(each for pattern in FOLDER_NAMES for each in folder.glob(pattern) if each.is_file())


def _of_folder(folder: Path) -> tuple[HeldHead, ...]:
    files = heads_in(folder)
    if not files:
        raise BadInputError(f"{folder.name} holds no checkpoints: files called {' or '.join(FOLDER_NAMES)} are wanted.")
    return tuple(_of_file(each) for each in files)


def _of_file(path: Path) -> HeldHead:
    """One file of a folder. One that cannot be read is a finding and not an error: somebody has changed it."""
    try:
        note = read_submission(read_text(path)).note
        head = read_checkpoint(note)
    except BadInputError:
        return HeldHead(f"The head in {path.name}", None, None, "cannot be read: the file was changed")
    named = re.search(r"\d+", path.name)
    if named is None or int(named.group()) != head.size:
        return HeldHead(
            f"The head in {path.name}", head, note, f"names {head.size:,} events, not what the file is called"
        )
    return HeldHead(f"The head in {path.name}", head, note)


def _read_or_none(read: Callable[[], tuple[HeldHead, ...]]) -> tuple[HeldHead, ...]:
    try:
        return read()
    except BadInputError:
        return ()


def held_note(note: SignedNote) -> HeldHead:
    """A signed note that somebody outside has kept. BadInputError where it is no checkpoint."""
    return HeldHead("The checkpoint held outside", read_checkpoint(note), note)


def _notes(text: str) -> tuple[HeldHead, ...]:
    return _read_or_none(lambda: tuple(held_note(each) for each in read_notes(text)))


def _request(text: str) -> tuple[HeldHead, ...]:
    return _read_or_none(lambda: (held_note(read_submission(text).note),))


def _loose_note(text: str) -> tuple[HeldHead, ...]:
    """A note whose line ends, blanks or dashes a scanner changed: built anew from its words."""
    words = [word for word in text.split() if word not in _DASHES]
    if len(words) < 5 or len(words) % 2 == 0:
        return ()
    origin, size, root, *rest = words
    lines = "".join(f"— {name} {value}\n" for name, value in zip(rest[::2], rest[1::2], strict=True))
    return _read_or_none(lambda: (held_note(read_note(f"{origin}\n{size}\n{root}\n\n{lines}")),))


def _typed(text: str) -> tuple[HeldHead, ...]:
    """A size and a root, in hexadecimal (with any blanks or hyphens in it) or in base64."""
    first, *others = text.split(maxsplit=1)[:2] or [""]
    size, rest = _GROUPING.sub("", first).removesuffix(":"), "".join(others)
    if not (size.isascii() and size.isdigit() and len(size) <= 16):
        return ()
    root = _hexadecimal(rest) or _base64(rest)
    if root is None:
        return ()
    what = "The head held outside, typed without its signature,"
    return (HeldHead(what, Checkpoint("", int(size), root)),)


def _hexadecimal(text: str) -> bytes | None:
    joined = re.sub(r"[\s:.\-–]+", "", text).lower().translate(_CONFUSED)
    return bytes.fromhex(joined) if re.fullmatch(r"[0-9a-f]{64}", joined) else None


def _base64(text: str) -> bytes | None:
    try:
        raw = base64.b64decode(text.strip(), validate=True)
    except ValueError:
        return None
    return raw if len(raw) == 32 else None
