"""The first lines of an export as they stand: what a person looks at to say where its header is and what stands between columns."""

import csv
import io
import json
from itertools import islice
from typing import Any

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.readers.lines import text_lines
from habeas.roster.readers.pdf import PDF
from habeas.roster.readers.text import decode
from habeas.roster.readers.tree import load_tree
from habeas.roster.readers.xlsx import look_into

SHOWN, WIDEST, LONGEST = 60, 40, 80
"""Lines, cells and letters of a cell that are shown."""
SEPARATORS = ",;\t|"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def look_at(data: bytes, name: str, *, shape: str = "", separator: str = "", sheet: str = "") -> dict[str, Any]:
    """The first lines of a file: `shape` (`table`, `lines`, `tree`), `rows` of `[number, cells]` or of `[number, [line]]`, `sheets`.

    What is handed in counts; what is not is told from the bytes. Raises BadInputError where the file cannot be opened.
    """
    if data[:4] in _ZIP:
        looked = look_into(data, ReadLimits(), name, sheet or None)
        return _shown("table", looked.records, looked.sheets, "")
    begins = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    told = shape or ("tree" if begins in {b"[", b"{", b"<"} else "lines" if data.startswith(PDF) else "")
    if told == "tree":
        return _shown("tree", [(number, [line]) for number, line in enumerate(_tree(data, name), start=1)], [], "")
    if told != "lines":
        text, _ = decode(data, name)
        mark = separator or _separator(text)
        if mark or told == "table":
            return _shown("table", _records(text, mark or ","), [], mark)
    lines, _ = text_lines(data, name)
    return _shown("lines", [(number, [line]) for number, line in enumerate(lines, start=1)], [], "")


def _shown(shape: str, rows: Any, sheets: list[str], separator: str) -> dict[str, Any]:
    most = LONGEST if shape == "table" else 200
    shown = [[number, [cell[:most] for cell in cells[:WIDEST]]] for number, cells in islice(rows, SHOWN)]
    return {"shape": shape, "rows": shown, "sheets": sheets, "separator": separator}


def _separator(text: str) -> str:
    """The mark that stands equally often, twice or more, in most of the first lines; empty where none does."""
    lines = [line for line in text[:200_000].split("\n") if line.strip()][:SHOWN]
    found = {mark: [line.count(mark) for line in lines] for mark in SEPARATORS}
    best, share = "", 0.5
    for mark, counts in found.items():
        usual = max(set(counts), key=counts.count) if counts else 0
        if usual > 1 and counts.count(usual) / len(lines) > share:
            best, share = mark, counts.count(usual) / len(lines)
    return best


def _records(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """The first records that are not blank, each with the line it begins on, as the readers number them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    made, begins = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                made.append((begins, cells))
            begins = reader.line_num + 1
            if len(made) >= SHOWN:
                break
    except csv.Error as fault:
        raise BadInputError(f"The file cannot be cut into columns at line {begins}: {fault}.") from None
    return made


def _tree(data: bytes, name: str) -> list[str]:
    """The beginning of a tree, one value a line."""
    document, _ = load_tree(data, Profile(name="sample"), ReadLimits(), name)
    return json.dumps(_beginning(document), ensure_ascii=False, indent=1).split("\n")


def _beginning(node: Any, depth: int = 0) -> Any:
    """A tree without all but the first objects of each list, so that its kinds are seen and not its length."""
    if isinstance(node, list):
        return [_beginning(each, depth + 1) for each in node[:2]]
    if isinstance(node, dict):
        return {key: _beginning(value, depth + 1) for key, value in islice(node.items(), 60)}
    return node
