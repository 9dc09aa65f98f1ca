"""Files of words: an e-mail with what is attached to it, a Word document, a plain text; each becomes pages that are read like a paper's.

Anybody can type the words of an order: whoever reads a page of these never takes it for a court's paper.
Sources: RFC 5322 and 2045 (e-mail), ECMA-376 part 1 (Word documents).
"""

import io
import re
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree, html

from habeas.common.errors import BadInputError

EMAIL, WORD_DOCUMENT, TEXT_FILE = "an e-mail", "a Word document", "a text file"
MOST_LETTERS = 60_000
"""Letters of a file of words that are read: some twenty pages."""
_MOST_UNPACKED = 30_000_000
_MOST_IN_CELL = 200
"""Letters of a cell of a table that tells; a longer one lays out a page."""
_HEAD_LINE = re.compile(rb"[!-9;-~]{1,70}:[ \t]*\S?")
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset({"script", "style", "head", "title", "template"})
_ENDS_LINE = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr"})

_CELL = "\ue000"
"""A letter of no script: it stands before each cell of a row of an HTML table, until rows are made of the lines."""

Row = tuple[str, ...]
"""A line of one text, or the cells of a row of a table."""


def kind_of_words(data: bytes) -> str | None:
    """Which kind of a file of words this is; None where it is none."""
    if data.startswith(b"PK\x03\x04"):
        return WORD_DOCUMENT if _is_word(data) else None
    text = _decoded(data)
    if text is None or len(re.findall(r"[^\W\d_]{2,}", text[:20_000])) < 3:
        return None
    return EMAIL if _is_email(data) else TEXT_FILE


def rows_of_text(data: bytes) -> list[Row]:
    """The lines of a text file."""
    return [(line,) for line in _wrapped(_decoded(data) or "")]


def email_of(data: bytes) -> EmailMessage:
    """The e-mail as the standard library reads it; what of it is damaged is read as far as it goes."""
    return message_from_bytes(data, policy=policy.default)


def rows_of_email(message: EmailMessage) -> list[Row]:
    """The head as a printed e-mail shows it, then its body, as plain text where there is one."""
    head = [(f"{'Sent' if name == 'Date' else name}: {_header(message, name)}",) for name in _SHOWN if message[name]]
    return [*head, ("",), *(_row(line) for line in _wrapped(_body(message)))]


def _row(line: str) -> Row:
    return tuple(line[1:].split(_CELL)) if line.startswith(_CELL) else (line,)


def attachments_of(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Each attached file: its name, and its bytes; an attached e-mail as its own bytes. What is shown inside the text is left out."""
    for part in message.iter_attachments():
        inside = part.get_content() if part.get_content_type() == "message/rfc822" else None
        name = str(part.get_filename() or "")
        if isinstance(inside, EmailMessage):
            yield name or "an e-mail", inside.as_bytes()
        elif part.get_content_disposition() == "attachment" or name:
            content = part.get_payload(decode=True)
            yield name or "a file without a name", content if isinstance(content, bytes) else b""


def rows_of_word(data: bytes) -> tuple[list[Row], list[str]]:
    """The paragraphs and tables of a Word document, and what a person must know of it. Raises BadInputError for a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
            parts = [*_beside(names, "header"), *_beside(names, "document")[:1], *_beside(names, "footer")]
            trees = [_tree(packed, each) for each in parts]
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, etree.XMLSyntaxError, NotImplementedError):
        raise BadInputError(
            "is a Word document that is damaged and cannot be read; ask for it to be sent again."
        ) from None
    rows = [row for tree in trees for row in _blocks(tree)]
    return rows, list(_to_know(trees, names))


def _decoded(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if any(ord(each) < 32 and each not in "\t\n\r\f" for each in text) else text
    return None


def _wrapped(text: str) -> Iterator[str]:
    """Its lines, a longer one than any letter has in pieces."""
    for line in text.splitlines():
        yield from (line[start : start + 2000] for start in range(0, max(len(line), 1), 2000))


def _is_email(data: bytes) -> bool:
    """Whether it begins with a head that says from whom, and when, as mail programs write it."""
    lines = data[:4000].removeprefix(b"\xef\xbb\xbf").splitlines()
    if not lines or not _HEAD_LINE.match(lines[0]):
        return False
    message = email_of(data)
    try:
        sent = parsedate_to_datetime(str(message["Date"])) if message["Date"] else None
    except ValueError:
        sent = None
    return bool(message["From"]) and (sent is not None or bool(message["Message-ID"] or message["Received"]))


def _header(message: EmailMessage, name: str) -> str:
    value = str(message[name])
    if name != "Date":
        return " ".join(value.split())
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return value
    return f"{at:%A, %B} {at.day}, {at.year} {at:%H:%M}"


def _body(message: EmailMessage) -> str:
    """Its plain text; the page beside it where that says much more (`This message needs an HTML viewer.`)."""
    plain, page = (_part(message, each) for each in ("plain", "html"))
    return page if len(page.split()) > 3 * len(plain.split()) else plain


def _part(message: EmailMessage, subtype: str) -> str:
    part = message.get_body(preferencelist=(subtype,))
    if part is None:
        return ""
    try:
        content = str(part.get_content())
    except (LookupError, UnicodeError, KeyError):  # a character set nobody knows
        content = (part.get_payload(decode=True) or b"").decode("latin-1")  # type: ignore[union-attr]
    content = content.replace(_CELL, " ")
    return _text_of_html(content) if subtype == "html" else content


def _text_of_html(written: str) -> str:
    """The words of a web page as they stand, cells of a row wide apart."""
    try:
        root = html.document_fromstring(
            written.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", no_network=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    said = "".join(_said(root))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in said.split("\n")))


def _said(root: Any) -> Iterator[str]:
    """Its words in their order, without climbing: a page can be nested a hundred thousand deep."""
    skipped = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment")):
        tag = node.tag if isinstance(node.tag, str) else ""
        row = _row_of_cells(node) if tag == "tr" else []
        if event == "start":
            yield f"\n{_CELL}{_CELL.join(row)}\n" if row and not skipped else ""
            skipped += tag in _SKIPPED or bool(row)
            yield from _opened(tag, node, skipped)
        else:
            skipped -= event == "end" and (tag in _SKIPPED or bool(row))
            yield "\n" if tag in _ENDS_LINE and event == "end" else ""
            yield re.sub(r"\s+", " ", node.tail or "") if not skipped else ""


def _row_of_cells(row: Any) -> list[str]:
    """The cells of a row that holds several and no table of its own; none of another: a table may lay out the whole page."""
    cells = [" ".join("".join(each.itertext()).split()) for each in row if each.tag in {"td", "th"}]
    plain = sum(map(bool, cells)) > 1 and row.find(".//table") is None
    return cells if plain and max(map(len, cells)) < _MOST_IN_CELL else []


def _opened(tag: str, node: Any, skipped: int) -> Iterator[str]:
    yield "\n" if tag in _ENDS_LINE else "     " if tag in {"td", "th"} else ""
    yield re.sub(r"\s+", " ", node.text or "") if not skipped else ""


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return bool(_beside(set(packed.namelist()), "document"))
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _beside(names: set[str], what: str) -> list[str]:
    return sorted(each for each in names if re.fullmatch(rf"word/{what}\d*\.xml", each))


def _tree(packed: zipfile.ZipFile, name: str) -> Any:
    with packed.open(name) as opened:
        content = opened.read(_MOST_UNPACKED + 1)  # what the archive says of its own sizes is not believed
    if len(content) > _MOST_UNPACKED:
        raise BadInputError("asks for more memory or time than a paper needs, so reading was stopped.")
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))


def _blocks(node: Any) -> Iterator[Row]:
    for child in node:
        if child.tag == f"{_W}p":
            yield from ((line,) for line in _paragraph(child).split("\n"))
        elif child.tag == f"{_W}tr":
            yield tuple(_cell(each) for each in child.iter(f"{_W}tc") if _row_of(each) is child)
        elif child.tag not in {f"{_W}del", f"{_W}moveFrom", f"{_W}sectPr", f"{_W}tblPr", f"{_W}tblGrid", f"{_W}sdtPr"}:
            yield from _blocks(child)


def _cell(node: Any) -> str:
    return "\n".join("     ".join(row) for row in _blocks(node)).strip()


def _row_of(cell: Any) -> Any:
    """The row a cell belongs to; a control of a form may stand between them."""
    return next(cell.iterancestors(f"{_W}tr"), None)


_PRINTED = {f"{_W}tab": "     ", f"{_W}p": "\n", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def _paragraph(node: Any) -> str:
    """The words of a paragraph as they print: what is struck is left out, a box of a form is checked or empty."""
    return "".join(_printed(each) for each in node.iter() if each is not node and not _struck(each, node))


def _printed(each: Any) -> str:
    if each.tag == f"{_W}t":
        return each.text or ""
    if each.tag == f"{_W}checkBox":
        state = each.find(f"{_W}checked")
        state = each.find(f"{_W}default") if state is None else state
        return "☒ " if state is not None and state.get(f"{_W}val", "1") not in {"0", "false"} else "☐ "
    return _PRINTED.get(each.tag, "")


def _struck(each: Any, top: Any) -> bool:
    """Whether it stands in a part that does not print: deleted, moved away, or the older drawing of a box of text."""
    while each is not top and each is not None:
        if each.tag in {f"{_W}del", f"{_W}moveFrom"} or str(each.tag).endswith("}Fallback"):
            return True
        each = each.getparent()
    return False


def _to_know(trees: list[Any], names: set[str]) -> Iterator[str]:
    if any(next(tree.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom"), None) is not None for tree in trees):
        yield "The Word document carries tracked changes; it was read as if all were accepted."
    if any(each.startswith("word/media/") for each in names):
        yield "The Word document holds pictures, which were not read: open it where that is safe and look at them."
    if any("vbaProject" in each for each in names):
        yield "The Word document carries a program (macros); nothing of it was run."
