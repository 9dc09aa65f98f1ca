"""What a file is before anybody opens it, and what in a PDF a careful person would want to know."""

import re
from collections.abc import Iterator
from typing import Any

from habeas.common.errors import BadInputError
from habeas.paper.files.limits import MAX_FIELDS, MAX_OBJECTS

PICTURES = {"a JPEG picture": "JPEG", "a PNG picture": "PNG", "a TIFF picture": "TIFF"}
"""Pictures that are read, with the name of their reader."""
UNKNOWN, _PACKED_FILE = "no file of a kind that Habeas reads", "a ZIP archive or an Office document"
MAY_BE_WORDS = frozenset({UNKNOWN, _PACKED_FILE})
"""What a file of words looks like by its first bytes."""
_OLD_OFFICE = "an old Office document"
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", _PACKED_FILE),
    (b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"#!", "a script"),
    (b"{\\rtf", "a rich text document"),
    (b"%!PS", "a PostScript file"),
)
_HEIC = "a HEIC picture"
_APPLE = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif"})
"""The brands of the pictures that telephones keep, which Habeas does not open."""
_HTML = re.compile(rb"^\s*(?:<!--.*?-->\s*)?<(?:!doctype|html|head|body|script|svg|\?xml)", re.IGNORECASE | re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PACKED = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.DOTALL)
"""The packed parts of a PDF; what is named inside them is found by walking the opened file."""
_TAIL = re.compile(rb"PK\x03\x04|<html|<script|MZ\x90|\x7fELF", re.IGNORECASE)
_ACTIVE: tuple[tuple[bytes, str], ...] = (
    (rb"/JavaScript\b|/JS\b", "It carries a script (JavaScript); nothing of it was run."),
    (rb"/Launch\b", "It asks to start a program when opened (Launch); nothing was started."),
    (rb"/OpenAction\b", "It asks for something to happen when it is opened (OpenAction); nothing was done."),
    (rb"/EmbeddedFiles?\b|/FileAttachment\b", "It carries other files inside; they were not opened."),
    (rb"/XFA\b", "It carries a second form inside (XFA) that other programs may show instead of this one."),
    (rb"/RichMedia\b|/Flash\b", "It carries moving pictures or a player; nothing was played."),
    (rb"/SubmitForm\b|/ImportData\b", "It asks to send or fetch what is filled in; nothing was sent."),
    (rb"/GoToR\b|/GoToE\b", "It points into other files; none was opened."),
)


def what_it_is(data: bytes) -> str:
    """Say what the file is by its first bytes: `a PDF`, a picture, or what it is instead."""
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    if data[4:8] == b"ftyp" and data[8:12] in _APPLE:
        return _HEIC
    if _HTML.match(data[:2048]):
        return "a web page (HTML)"
    if b"%PDF-" in data[:1024] and not data[: data.index(b"%PDF-")].strip(b"\x00\xef\xbb\xbf \t\r\n"):
        return "a PDF"
    if b"%PDF-" in data[:1024]:
        return "another file with a PDF hidden in it"
    return UNKNOWN


def refuse_other_files(data: bytes) -> str:
    """Return what the file is, `a PDF` or a picture. Raises BadInputError for anything else."""
    kind = what_it_is(data)
    if kind == _HEIC:
        raise BadInputError(f"is {kind}, as iPhones keep photographs; save it as a JPEG or a PDF and send that.")
    if kind == _OLD_OFFICE:
        raise BadInputError(
            f"is {kind} (.doc, .msg), which is not opened; save it as .docx or .eml, or print it to a PDF."
        )
    if kind != "a PDF" and kind not in PICTURES:
        raise BadInputError(f"is {kind}, not a PDF or a picture of a paper; ask for the paper itself.")
    return kind


def open_quietly(data: bytes) -> Any:
    """Open a PDF with pypdf. Raises BadInputError where it is locked, has no pages, or is too damaged."""
    import io  # noqa: PLC0415 - kept beside the reader that needs it

    from pypdf import PdfReader  # noqa: PLC0415 - loads after the limits are bound
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, NotImplementedError):
        return None
    except RecursionError:
        raise BadInputError("is built in a circle that no honest program writes, so reading was stopped.") from None
    if locked:
        raise BadInputError("is locked with a password; ask the sender for it without one.")
    if count == 0:
        raise BadInputError("has no pages; ask for it to be sent again.")
    _refuse_circles(reader)
    return reader


def _refuse_circles(reader: Any) -> None:
    """Raise BadInputError where the fields of a form stand in a circle: what draws them would walk it by all its ways."""
    met, left = 0, [_plain(_plain(reader.trailer.get("/Root")), "/AcroForm")]
    while left:
        each = _plain(left.pop())
        met += 1
        if met > MAX_FIELDS:
            raise BadInputError("is built in a circle that no honest program writes, so reading was stopped.")
        for key in ("/Fields", "/Kids"):
            listed = _plain(each, key)
            left.extend(listed if isinstance(listed, list) else [])


def _plain(value: Any, key: str = "") -> Any:
    """The object behind a reference, or under a key of it; None where the file is damaged there."""
    try:
        value = value.get_object() if hasattr(value, "get_object") else value
        return value if not key else _plain(value[key]) if isinstance(value, dict) and key in value else None
    except Exception:  # a damaged file raises whatever its reader stumbles over; what it draws is told elsewhere
        return None


def refuse_bombs(data: bytes) -> None:
    """Raises BadInputError where the file says it has more objects than a paper needs."""
    sizes = [int(each) for each in re.findall(rb"/Size\s+(\d{1,10})", data)]
    written = len(re.findall(rb"\b\d+\s+\d+\s+obj\b", data))
    if max([written, *(each for each in sizes if each < 10**9)], default=0) > MAX_OBJECTS:
        raise BadInputError("has more parts than a paper needs, so reading was stopped.")


def warnings_of(data: bytes, reader: Any) -> list[str]:
    """What a careful person would want to know about the file itself, in sentences."""
    # packed bytes hold any short word by chance; where nobody can open the file, they are all there is to look at
    outside = data if reader is None else _PACKED.sub(b"", data)
    plain = _ESCAPED.sub(lambda hit: bytes([int(hit[1], 16)]), outside)
    names = plain + b"\n" + b"\n".join(_names_inside(reader))
    said = [sentence for pattern, sentence in _ACTIVE if re.search(pattern, names)]
    if not data.startswith(b"%PDF-"):
        said.append("Something stands before the beginning of the PDF.")
    if b"%%EOF" not in data[-2048:] and b"%%EOF" not in data:
        said.append("The file is cut off: its end is missing, and pages or entries may be lost.")
    if _TAIL.search(data[data.rfind(b"%%EOF") :] if b"%%EOF" in data else b""):
        said.append("Something that is no PDF hangs on the end of the file.")
    if reader is not None and reader.is_encrypted:
        said.append(
            "The sender limited what may be done with the file (printing, copying); it opens without a password."
        )
    return said + list(_changes(data))


def _names_inside(reader: Any) -> Iterator[bytes]:
    """Names of things that hide in compressed parts of the file: actions of the document, the pages and their notes."""
    if reader is None:
        return
    seen: set[int] = set()
    left = [reader.trailer.get("/Root")]
    while left and len(seen) < 4000:
        each = left.pop()
        each = each.get_object() if hasattr(each, "get_object") else each
        if id(each) in seen:
            continue
        seen.add(id(each))
        if isinstance(each, dict):
            yield from (str(key).encode("utf-8", "replace") for key in each)
            yield from (str(value).encode("utf-8", "replace") for value in each.values() if isinstance(value, str))
            left.extend(value for key, value in each.items() if key not in {"/Parent", "/P", "/Contents", "/Resources"})
        elif isinstance(each, list):
            left.extend(each[:500])


def revisions(data: bytes) -> list[int]:
    """Where each saved state of the file ends, oldest first. A file made ready for the web has one end more that counts for nothing."""
    ends = [hit.end() for hit in re.finditer(rb"%%EOF[\r\n]*", data)]
    linear = b"/Linearized" in data[:1024]
    return ends[1:] if linear and len(ends) > 1 else ends


def _changes(data: bytes) -> Iterator[str]:
    ends = revisions(data)
    signed = [
        int(hit[1]) + int(hit[2])
        for hit in re.finditer(rb"/ByteRange\s*\[\s*\d+\s+\d+\s+(\d{1,12})\s+(\d{1,12})\s*\]", data)
    ]
    if signed and max(signed) < len(data.rstrip()):
        yield "The file was changed after it was signed electronically: look at what was added."
    elif len(ends) > 1:
        yield "The file was changed after it was first saved."
