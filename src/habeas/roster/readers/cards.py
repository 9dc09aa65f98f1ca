"""A web page of cards - one after the other, labels with values, a small table each - as pairs of a label and its value."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from habeas.roster.readers.gathered import RECORDS, Pair, gathered, key_of
from habeas.roster.readers.html import page_root, rows_of_table

_LABELS = re.compile(r"lab|lbl|key|term|caption|\bth\b|\bdt\b|\bb\b|strong|field-?name|heading|title", re.IGNORECASE)
"""In the name or class of an element: its text says what the next one is."""
_BOTH = re.compile(r"([^:\d][^:]{0,40}):\s+(\S.*)", re.DOTALL)
_LEFT_OUT = frozenset({"script", "style", "head", "noscript", "template", "option", "button"})
_LEAST = 2


def document_of_page(data: bytes, name: str) -> dict[str, Any]:
    """The page as a document of records; nothing where no label opens two of them. BadInputError where it cannot be read."""
    root = page_root(data, name)
    if root is None:
        return {}
    texts = [*_texts(root)]
    found = gathered(_paired(texts))
    return found if len(found.get(RECORDS, ())) >= _LEAST else {}


Text = tuple[str, Any]
"""The name of an element with its class, and its text, or the rows of a table."""


def _texts(element: etree._Element) -> Iterator[Text]:
    """The texts of a page in their order, each with its element; a table that holds no other is one."""
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
        return
    if element.tag == "table" and element.find(".//table") is None:
        yield from _of_table(element)
        return
    name = _name(element)
    if text := _words(element.text):
        yield name, text
    for child in element:
        yield from _texts(child)
        if text := _words(child.tail):
            yield f"{name} text", text


def _name(element: etree._Element) -> str:
    classes = (element.get("class") or "").split()
    return " ".join([str(element.tag), *classes[:2]])


def _words(text: str | None) -> str:
    return " ".join((text or "").replace("\xa0", " ").split())


def _of_table(table: etree._Element) -> Iterator[Text]:
    """A table: rows of labels and values, or a head and the rows below it."""
    rows = rows_of_table(table)
    first = next(iter(table.iter("tr")), None)
    headed = first is not None and len(first) > 1 and all(cell.tag == "th" for cell in first)
    if not headed and all(_is_labeled(row) for row in rows):
        for row in rows:
            for place in range(0, len(row) - 1, 2):
                if row[place].strip():
                    yield "dt", f"{row[place].strip().rstrip(':')}:"
                    yield "dd", row[place + 1] or " "
        return
    if rows:
        heads = [key_of(cell) if cell.strip() else f"column {place}" for place, cell in enumerate(rows[0], start=1)]
        yield " ".join(heads[:4]), [dict(zip(heads, row, strict=False)) for row in rows[1:]]


def _is_labeled(row: list[str]) -> bool:
    """Whether a row is labels with their values: two cells, or a colon behind each other one."""
    return len(row) == _LEAST or (
        len(row) % 2 == 0 and all(cell.strip().endswith(":") for cell in row[::2] if cell.strip())
    )


def _paired(texts: list[Text]) -> Iterator[Pair]:
    """Each value under its label: written before it with a colon, or in an element whose texts are labels; else under its element."""
    labels, place = _label_elements(texts), 0
    while place < len(texts):
        name, text = texts[place]
        place += 1
        if not isinstance(text, str):
            yield name, text
            continue
        following = texts[place][1] if place < len(texts) else ""
        begins = isinstance(following, str) and following.startswith(":")
        if both := _BOTH.fullmatch(text):
            yield both[1], both[2]
        elif text.endswith(":") or name in labels or begins:
            value, place = _value(texts, place, labels)
            yield text.rstrip(":"), value
        else:
            yield name, text


def _value(texts: list[Text], place: int, labels: set[str]) -> tuple[str, int]:
    """The text behind a label, and where what follows begins; nothing where another label or a table follows."""
    if place >= len(texts):
        return "", place
    name, text = texts[place]
    if not isinstance(text, str) or name in labels or (text.endswith(":") and len(text) > 1) or _BOTH.fullmatch(text):
        return "", place
    told = text.removeprefix(":").strip()
    return (told, place + 1) if told or place + 1 >= len(texts) or text != ":" else _value(texts, place + 1, labels)


def _label_elements(texts: list[Text]) -> set[str]:
    """The elements whose texts are labels: few different ones, each of them again and again, and a name that says so."""
    found: dict[str, Counter[str]] = {}
    for name, text in texts:
        if isinstance(text, str):
            found.setdefault(name, Counter())[text] += 1
    return {
        name
        for name, there in found.items()
        if _LABELS.search(name) and len(there) <= 0.5 * there.total() and min(there.values()) > 1
    }
