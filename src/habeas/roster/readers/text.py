"""Bytes into text: which encoding, what was repaired, which lines could not be read."""

import re

from habeas.common.errors import BadInputError
from habeas.roster.records import Repair

_PICTURE = "a picture or another file of bytes, whatever its name says: export the data itself"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file: save it as .xlsx without a password"),
    (b"%PDF", "a PDF: export the data itself"),
    (b"BZh", "a bzip2 archive: unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive: unpack it first"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"BM", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"\x00\x00\x00", _PICTURE),
)
_SEPARATES = {1, 28, 29, 30, 31}
"""Control characters that programs put between cells and records."""
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27, *_SEPARATES} | {127})
_MOST_CONTROL = 0.02
"""The share of control bytes in the beginning of a file past which it is no text; a damaged export has one here and there."""
_HTML = re.compile(rb"^\s*<(?:!doctype\s+html|html|table)", re.IGNORECASE)
LONGEST_LINE = 10_000_000


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raise BadInputError where the bytes are plainly another kind of file than text."""
    for magic, what in _MAGIC:
        if data.startswith(magic) and not (magic == b"BM" and b"\x00" not in data[:64]):
            raise BadInputError(f"{name} is {what}.")
    if _HTML.match(data[:512]):
        raise BadInputError(f"{name} is a web page, whatever its name says: export the data as CSV or XLSX.")


def kept_as_text(head: str) -> bool:
    """Whether cells are written `="00123"`, as programs do so that a spreadsheet keeps the zeros."""
    return len(_FORMULA.findall(head)) > 1


def without_formulas(text: str) -> str:
    """A text, or one line of it, with each cell `="00123"` as the quoted text that it shows."""
    return _FORMULA.sub(lambda found: f'"{found[1] if found[1] is not None else found[2]}"', text)


_FORMULA = re.compile(r'(?:(?<=[,;\t|\n])|^)(?:="([^"\n]*)"|"=""([^"\n]*)""")(?=[,;\t|\r\n]|$)', re.MULTILINE)


def decode(data: bytes, name: str, encoding: str = "") -> tuple[str, tuple[Repair, ...]]:
    """Return the text with line ends made one kind, and what was repaired. `encoding`: as the profile names it; found where empty.

    UTF-8 (with or without a mark) and UTF-16 are read as they are; a line that is neither is read as Windows-1252 and said.
    """
    refuse_other_kinds(data, name)
    if encoding:
        return _as_named(data, name, encoding), ()
    sixteen = _utf16(data, name)
    if sixteen is not None:
        return _one_line_end(sixteen), (Repair("whole file", "read as UTF-16"),)
    _refuse_control(data[:4096], name)
    try:
        return _one_line_end(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError:
        return _line_by_line(data)


def _refuse_control(head: bytes, name: str) -> None:
    if head and len(head) - len(head.translate(None, _CONTROL)) > _MOST_CONTROL * len(head):
        raise BadInputError(f"{name} is {_PICTURE}.")


def plain_head(head: bytes, name: str) -> bool:
    """Whether a file that begins so is text in one byte a letter or UTF-8. Raises BadInputError for another kind of file."""
    refuse_other_kinds(head, name)
    if _sixteen(head[:2000]) is not None:
        return False
    _refuse_control(head[:4096], name)
    return True


def _as_named(data: bytes, name: str, encoding: str) -> str:
    """The text in the encoding the profile names. Windows-1252 has five bytes without a letter: they are marks of nothing."""
    errors = "replace" if encoding.lower().replace("-", "") in {"windows1252", "cp1252"} else "strict"
    try:
        return _one_line_end(data.decode(encoding, errors=errors).lstrip("\ufeff"))
    except UnicodeDecodeError as fault:
        raise BadInputError(
            f"{name} is not {encoding}, as its profile says (byte {fault.start + 1}); leave encoding out."
        ) from None


def _utf16(data: bytes, name: str) -> str | None:
    """UTF-16 by its mark, or by NULs in every second byte of the beginning."""
    order = _sixteen(data[:2000])
    if order is None:
        return None
    try:
        return data.decode(order).lstrip("\ufeff")
    except UnicodeDecodeError:
        raise BadInputError(f"{name} looks like UTF-16 but is broken: save it again as UTF-8.") from None


def _sixteen(head: bytes) -> str | None:
    """Which UTF-16 a file that begins so is in; None where in none."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(head) > 20 and head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    return "utf-16-be" if len(head) > 20 and head[::2].count(0) > len(head) // 4 else None


def _line_by_line(data: bytes) -> tuple[str, tuple[Repair, ...]]:
    lines, repaired = [], []
    for number, line in enumerate(re.split(rb"\r\n|\r|\n", data), start=1):
        try:
            lines.append(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", errors="replace"))
            repaired.append(Repair(f"line {number}", "not UTF-8: read as Windows-1252"))
    return "\n".join(lines), tuple(repaired)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
