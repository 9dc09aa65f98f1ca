"""A web page whose table is the roster, as the text of a table: nothing is run or loaded, a cell over several rows stands in each."""

import csv
import io
import re

from lxml import etree

from habeas.common.errors import BadInputError

_PAGE = re.compile(rb"^[\s\xef\xbb\xbf]*<(?:!doctype\s+html|html|table)", re.IGNORECASE)
_KEPT = re.compile(r'="([^"]*)"')
"""A formula that does no more than keep a number as it is written (`="0042"`)."""
_LEAST_COLUMNS = 3
_MOST_SPAN = 2000
_MOST_WIDE = 60
_SEVERAL = "holds several tables that name other columns"


def is_page(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    return _PAGE.match(data[:512]) is not None


def table_of_page(data: bytes, name: str) -> bytes:
    """The table of a page as CSV. BadInputError where it has none, or several that name other columns.

    Tables of one and the same head, one below the other, are one.
    """
    tables = [
        rows
        for table in _tables(data, name)
        if len(rows := rows_of_table(table)) > 1 and len(rows[0]) >= _LEAST_COLUMNS
    ]
    if not tables:
        raise BadInputError(f"{name} is a web page, whatever its name says: export the data as CSV or XLSX.")
    head = next(row for row in tables[0] if len({*filter(None, row)}) >= _LEAST_COLUMNS or row is tables[0][-1])
    if any(head not in rows for rows in tables[1:]):
        raise BadInputError(f"{name} is a web page and {_SEVERAL}: export the data as CSV or XLSX.")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(tables[0])
    writer.writerows(row for rows in tables[1:] for row in rows[rows.index(head) + 1 :])
    return text.getvalue().encode()


def _tables(data: bytes, name: str) -> list[etree._Element]:
    """The tables of a page that hold no other table."""
    root = page_root(data, name)
    return [] if root is None else [each for each in root.iter("table") if each.find(".//table") is None]


def page_root(data: bytes, name: str) -> etree._Element | None:
    """The root of a page; None where it is empty. BadInputError where it cannot be read."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, huge_tree=False, encoding=_encoding(data))
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise BadInputError(f"{name} is a web page that cannot be read: export the data as CSV or XLSX.") from fault


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "windows-1252"
    return "utf-8"


def rows_of_table(table: etree._Element) -> list[list[str]]:
    """The rows with every cell in its column; a cell that stands over several rows or columns stands in each of its rows."""
    rows: list[list[str]] = []
    waiting: dict[int, tuple[int, str]] = {}
    for line in table.iter("tr"):
        row: list[str] = []
        for cell in line.iterchildren("td", "th"):
            _fill(row, waiting)
            text, wide = text_of_cell(cell), _span(cell, "colspan")
            if (down := _span(cell, "rowspan") - 1) > 0:
                waiting[len(row)] = (down, text)
            row += [text, *([""] * (wide - 1))]
        _fill(row, waiting)
        rows += [row] if any(row) else []
    return rows


def _fill(row: list[str], waiting: dict[int, tuple[int, str]]) -> None:
    """Put the cells of rows above that reach down here in their places."""
    while len(row) in waiting:
        left, text = waiting.pop(at := len(row))
        if left > 1:
            waiting[at] = (left - 1, text)
        row.append(text)


def _span(cell: etree._Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(1, int(text)), _MOST_SPAN if name == "rowspan" else _MOST_WIDE) if text.isdecimal() else 1


def text_of_cell(cell: etree._Element) -> str:
    """The words of a cell as they are seen: breaks and paragraphs are lines, nothing of scripts and styles."""
    parts: list[str] = []
    for part in cell.iter():
        if part.tag in {"br", "p", "div", "li"} and part is not cell:
            parts.append("\n")
        if part.tag not in {"script", "style"} and isinstance(part.tag, str):
            parts.append(part.text or "")
        parts.append(part.tail or "" if part is not cell else "")
    lines = [" ".join(line.split()) for line in "".join(parts).replace("\xa0", " ").split("\n")]
    text = "\n".join(filter(None, lines))
    return kept[1] if (kept := _KEPT.fullmatch(text)) else text
