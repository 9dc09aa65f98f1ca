"""Statements of a database (`INSERT INTO inmates (…) VALUES (…), (…);`) as tables: each table a CSV of its own."""

import csv
import io
import re
from collections.abc import Iterator

_INSERT = re.compile(
    r"INSERT\s+(?:IGNORE\s+)?INTO\s+([\w.\[\]`\"]+)\s*(?:\(([^()]*)\))?\s*(?:OVERRIDING \w+ VALUE\s*)?VALUES\s*",
    re.IGNORECASE,
)
_CREATE = re.compile(
    r"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.\[\]`\"]+)\s*\((.*?)\n\s*\)", re.IGNORECASE | re.DOTALL
)
_COLUMN = re.compile(r"\s*[`\"\[]?(\w+)[`\"\]]?\s+\w+", re.IGNORECASE)
_NO_COLUMN = frozenset({"PRIMARY", "UNIQUE", "KEY", "CONSTRAINT", "FOREIGN", "INDEX", "CHECK"})
_TEXT = re.compile(r"[Nn]?'((?:[^'\\]|''|\\.)*)'")
_BARE = re.compile(r"[^,()']+")
_ESCAPED = re.compile(r"''|\\(.)")
_BETWEEN = re.compile(r"[\s,]*")


def is_sql(data: bytes) -> bool:
    """Whether the bytes are statements that put rows into tables, at the beginning of some line."""
    return re.search(rb"^\s*INSERT\s+(?:IGNORE\s+)?INTO\s", data[:2_000_000], re.IGNORECASE | re.MULTILINE) is not None


def tables_of_sql(text: str) -> dict[str, bytes]:
    """The tables that the statements fill, each as a CSV called after it; a value that is no text or number is kept as written."""
    columns = {_named(found[1]): _columns(found[2]) for found in _CREATE.finditer(text)}
    rows: dict[str, list[list[str]]] = {}
    for found in _INSERT.finditer(text):
        table = _named(found[1])
        own = [_named(each) for each in found[2].split(",")] if found[2] else columns.get(table, [])
        made = rows.setdefault(table, [own])
        made += _rows(text, found.end())
    return {f"{table}.csv": _csv(made) for table, made in rows.items() if len(made) > 1}


def _named(text: str) -> str:
    return re.sub(r"[`\"\[\]\s]", "", text).rpartition(".")[2]


def _columns(body: str) -> list[str]:
    found = (_COLUMN.match(line) for line in body.split("\n"))
    return [each[1] for each in found if each and each[1].upper() not in _NO_COLUMN]


def _rows(text: str, at: int) -> Iterator[list[str]]:
    """The rows of one statement, from its first bracket to the mark that ends it."""
    while at < len(text) and text[at] == "(":
        cells, at = _row(text, at + 1)
        yield cells
        found = _BETWEEN.match(text, at)
        at = found.end() if found else at


def _row(text: str, at: int) -> tuple[list[str], int]:
    """The values of one row, and where it ends."""
    cells, cell, depth = [], "", 0
    while at < len(text):
        letter = text[at]
        found = _TEXT.match(text, at)
        if found:
            cell = (
                cell if depth and cell else _ESCAPED.sub(lambda each: each[1] or "'", found[1])
            )  # of a function its first text
            at = found.end()
        elif letter == "(":
            cell, depth, at = "", depth + 1, at + 1  # the name of a function (TO_DATE) is no value
        elif letter == ")" and depth:
            depth, at = depth - 1, at + 1
        elif letter in ",)":
            if not depth:
                cells.append("" if cell.upper() == "NULL" else cell)
                cell = ""
            at += 1
            if letter == ")":
                return cells, at
        else:
            bare = _BARE.match(text, at)
            words = bare[0].strip() if bare else ""
            cell = cell if cell else words
            at = bare.end() if bare else at + 1
    return [*cells, cell], at


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()
