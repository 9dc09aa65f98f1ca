"""Tables drawn with strokes (a database's own print: `| a | b |`, `a | b` over `---+---`) and workbooks in XML, as the text of a table."""

import csv
import io
import re

from lxml import etree

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.xml import parse_xml

_RULE = re.compile(rb"^\s*[+|]?-{2,}(?:[+|]-{2,})+[+|]?\s*$", re.MULTILINE)
_LINE = re.compile(r"\s*[+|]?-{2,}(?:[+|]-{2,})+[+|]?\s*")
_WORKBOOK = b"urn:schemas-microsoft-com:office:spreadsheet"
_INDEX = "Index"


def is_drawn(data: bytes) -> bool:
    """Whether the bytes are a table drawn with strokes, or a workbook in XML."""
    head = data[:4000]
    return (_RULE.search(head) is not None and head.count(b"|") > 3) or (
        head.lstrip(b"\xef\xbb\xbf")[:1] == b"<" and _WORKBOOK in head
    )


def table_of_drawn(data: bytes, name: str) -> bytes:
    """The table as CSV; lines outside it stay rows of one cell. BadInputError where a workbook in XML has no rows."""
    rows = _of_workbook(data, name) if _WORKBOOK in data[:4000] else _of_strokes(data)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _of_strokes(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("windows-1252", errors="replace")
    rows = []
    for line in text.splitlines():
        if line.strip() and not _LINE.fullmatch(line):
            boxed = line.strip().startswith("|")
            inside = line.strip().removeprefix("|").removesuffix("|") if boxed else line
            rows.append([cell.strip() for cell in inside.split("|")] if "|" in line else [line.strip()])
    return rows


def _of_workbook(data: bytes, name: str) -> list[list[str]]:
    """The rows of the first sheet; a cell that says its own place stands there."""
    root = parse_xml(data, ReadLimits(), name)
    sheet = next((each for each in root.iter() if _tag(each) == "Worksheet"), None)
    rows = [_cells(each) for each in sheet.iter() if _tag(each) == "Row"] if sheet is not None else []
    if not any(map(any, rows)):
        raise BadInputError(f"{name} is a workbook in XML without rows: export the data as CSV or XLSX.")
    return [row for row in rows if any(row)]


def _cells(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for cell in (each for each in row if _tag(each) == "Cell"):
        place = next((value for key, value in cell.attrib.items() if str(key).rpartition("}")[2] == _INDEX), "")
        cells += [""] * (int(place) - 1 - len(cells) if str(place).isdecimal() else 0)
        cells.append(" ".join("".join(map(str, cell.itertext())).split()))
    return cells


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
