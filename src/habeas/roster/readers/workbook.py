"""What the parts of a workbook say beside its cells: which part is which sheet, what is hidden, where a formula left nothing."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from habeas.common.errors import BadInputError

Parts = Mapping[str, bytes]
"""The parts of the zip by their names."""
_UNUSUAL = re.compile(rb"""<[A-Za-z]\w*:|<!|<c(?:\s(?![^>]*\br=")[^>]*)?>|<row(?:\s(?![^>]*\br=")[^>]*)?>|\s=|=\s|='""")
"""Ways to write the same sheet that the patterns here do not read: another prefix, single quotes, no references, comments."""
_ROW_HIDDEN = re.compile(rb'<row\b(?=[^>]*\br="(\d+)")[^>]*\bhidden="(?:1|true)"')
_ERROR = re.compile(
    rb'<c\b(?=[^>]*\bt="e")(?=[^>]*\br="([A-Z]{1,3})(\d+)")[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL
)
"""A cell whose formula failed: the library that opens the workbook reads it as empty."""
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>[^<]|<is\b")
_STORED_EMPTY = re.compile(rb'\bt="str"')
_COL = re.compile(rb"<col\b[^>]*>")


def parser() -> etree.XMLParser:
    """A parser that loads nothing and stops at what is too deep or too large."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def sheet_part(parts: Parts, sheet: str) -> bytes:
    """The part that holds the sheet called `sheet`, written in the usual way; empty where there is none."""
    try:
        root = etree.fromstring(parts["xl/workbook.xml"], parser())
        found = next((each for each in root.iter() if _local(each) == "sheet" and each.get("name") == sheet), None)
        wanted = _relation(found) if found is not None else ""
        target = _targets(parts).get(wanted, "")
    except etree.XMLSyntaxError:
        return b""
    return usual(parts.get(target, b""))


def _relation(sheet: etree._Element) -> str:
    return next((str(value) for key, value in sheet.items() if str(key).endswith("}id")), "")


def _targets(parts: Parts) -> dict[str, str]:
    """Relation to part, as the workbook's own list has them."""
    root = etree.fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"), parser())
    return {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/xl", each.get("Target", ""))).lstrip("/")
        for each in root.iter()
        if each.get("Target")
    }


def usual(part: bytes) -> bytes:
    """A sheet written as Excel does - no prefix, double quotes, every cell with its place - so that patterns can read it."""
    if not _UNUSUAL.search(part):
        return part
    try:
        root = etree.fromstring(part, parser())
    except etree.XMLSyntaxError:
        return b""
    row = 0
    for element in root.iter():
        element.tag = _local(element)
        if element.tag == "row":
            row = int(element.get("r") or row + 1)
            element.set("r", str(row))
            _place_cells(element, row)
    etree.cleanup_namespaces(root)
    return etree.tostring(root)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _place_cells(row: etree._Element, number: int) -> None:
    column = 0
    for cell in row:
        given = re.match(r"[A-Z]{1,3}", cell.get("r") or "")
        column = column_number(given[0].encode()) if given else column + 1
        cell.set("r", f"{_letters(column)}{number}")


def _letters(number: int) -> str:
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(letters: bytes) -> int:
    """The number of a column from its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def errors_in(sheet: bytes) -> Iterator[tuple[int, int, str]]:
    """Each cell that shows an error: its row, its column, and what it shows (`#N/A`, `#REF!`)."""
    for letters, number, shown in _ERROR.findall(sheet):
        yield int(number), column_number(letters), shown.decode(errors="replace")


def valueless(sheet: bytes) -> Iterator[tuple[int, int, str]]:
    """Each cell with a formula and no stored value: its row, its column, its name. An empty text that is stored is a value."""
    end = 0
    while (place := sheet.find(b"<f", end)) >= 0:
        begins, end = sheet.rfind(b"<c ", 0, place), sheet.find(b"</c>", place)
        end = len(sheet) if end < 0 else end
        if sheet[place + 2 : place + 3] not in b" />" or begins < 0:
            end = place + 2
            continue
        cell = sheet[begins:end]
        stored = _VALUE.search(cell) or (_STORED_EMPTY.search(cell.split(b">", 1)[0]) and b"<v" in cell)
        found = _REFERENCE.search(cell)
        if found and not stored:
            yield int(found[2]), column_number(found[1]), (found[1] + found[2]).decode()


def hidden_sheets(parts: Parts) -> list[str]:
    """The names of hidden sheets."""
    try:
        root = etree.fromstring(parts["xl/workbook.xml"], parser())
    except etree.XMLSyntaxError:
        return []
    sheets = [each for each in root.iter() if _local(each) == "sheet"]
    return [each.get("name", "") for each in sheets if (each.get("state") or "").lower() in {"hidden", "veryhidden"}]


def hidden_rows(sheet: bytes) -> list[int]:
    """The numbers of hidden rows."""
    return [int(number) for number in _ROW_HIDDEN.findall(sheet)]


def hidden_columns(sheet: bytes) -> Iterator[tuple[int, int]]:
    """First and last number of each run of hidden columns."""
    for found in _COL.findall(sheet):
        run = dict(re.findall(rb'(\w+)="([^"]*)"', found))
        if run.get(b"hidden") in {b"1", b"true"} and run.get(b"min", b"").isdigit() and run.get(b"max", b"").isdigit():
            yield int(run[b"min"]), int(run[b"max"])


def refuse_doctype(parts: Parts, name: str) -> None:
    """Raise BadInputError where a part declares a document type, wherever in it and in whatever encoding."""
    if any(b"<!DOCTYPE" in each or b"<!ENTITY" in each for part in parts.values() for each in _as_ascii(part)):
        raise BadInputError(f"{name} declares a document type inside, which no workbook needs: save it again as .xlsx.")


def _as_ascii(part: bytes) -> Iterator[bytes]:
    yield part
    if part[:2] in {b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<"}:
        yield part.replace(b"\x00", b"")
