"""The form of the desk's SQLite store, held against the form that its steps make: tables, columns, rules, indexes, guards, by their text.

Whoever owns the file can write into `sqlite_master` itself: a rule made always true, an index that covers no row, a trigger whose kind
is spelled `Trigger`, which SQLite obeys and a search for `trigger` does not find. So nothing is searched for: all that stands is compared.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from django.db import connection

from habeas.common.articles import with_article

PINNED = "sqlite_form.json"
"""What the steps make, by kind and name, each part with a digest of its text; `python -m tests.desk.store_form_pin` writes it."""
_OF_SQLITE = frozenset({"table sqlite_stat1", "table sqlite_stat4"})
"""What SQLite itself keeps where it has counted its rows."""
_BESIDE_STEPS = frozenset({"table desk_cache", "index desk_cache_expires", "index sqlite_autoindex_desk_cache_1"})
"""What is made when a desk is brought up to date, beside its steps."""
_END = 2**53

Form = dict[str, list[str]]
"""By kind (in small letters) and name: its parts, each `label digest`, sorted, since an upgrade puts columns elsewhere."""


def form_of_store() -> Form:
    """The form of the open store."""
    found = {}
    for kind, name, text in _rows("SELECT lower(type), name, coalesce(sql, '') FROM sqlite_master"):
        found[f"{kind} {name}"] = sorted(_part(each) for each in (_parts(text) if kind == "table" else [text]))
    return {key: found[key] for key in sorted(found)}


def form_of_steps() -> Form:
    """The form that the steps of this version make."""
    text = files("habeas.desk.record").joinpath(PINNED).read_text(encoding="utf-8")
    return dict(json.loads(text))


def changed_form() -> list[tuple[str, str]]:
    """What in the open store's form no step makes, is gone, or says something else: the table, and what, in words."""
    stands, ours = form_of_store(), form_of_steps()
    tables = {
        f"{kind} {name}": table for kind, name, table in _rows("SELECT lower(type), name, tbl_name FROM sqlite_master")
    }
    found = [(tables[each], _stranger(each)) for each in stands if each not in ours and each not in _OF_SQLITE]
    found += [
        (each.split(" ", 1)[1], f"the {each.split(' ', 1)[0]} {each.split(' ', 1)[1][:80]} is gone")
        for each in ours
        if each not in stands and each not in _BESIDE_STEPS
    ]
    found += [
        (tables[each], _said(each, stands[each], ours[each]))
        for each in ours
        if each in stands and stands[each] != ours[each]
    ]
    return sorted({*found, *_at_their_end()})


def unsound() -> list[str]:
    """What SQLite finds where it holds every page, row, index and rule of the file against each other; nothing where all agrees."""
    return [str(row[0])[:100] for row in _rows("PRAGMA integrity_check(3)") if row[0] != "ok"]


def _stranger(key: str) -> str:
    kind, name = key.split(" ", 1)
    return f"{with_article(kind)} that no step of the database makes stands on it ({name[:60]})"


def _said(key: str, stands: Sequence[str], ours: Sequence[str]) -> str:
    kind, name = key.split(" ", 1)
    labels = sorted({each.rpartition(" ")[0] for each in {*stands} ^ {*ours}})
    named = ", ".join(filter(None, labels[:6]))
    return f"the {kind} {name[:80]} says something else than its step makes{f' ({named})' if named else ''}"


def _at_their_end() -> Iterator[tuple[str, str]]:
    for table, last in _rows("SELECT name, seq FROM sqlite_sequence"):
        if not isinstance(last, int) or last > _END:
            yield str(table), "its numbers were moved to their end: no row can be added to it"


def _part(text: str) -> str:
    plain = re.sub(r"\s+", " ", text).strip()
    label = re.match(r'(?:CONSTRAINT )?"?(\w+)"?', plain)
    return f"{label[1] if label else ''} {hashlib.sha256(plain.encode()).hexdigest()[:16]}"


def _parts(text: str) -> Iterator[str]:
    """What stands before the outer brackets of a table's text, each column and rule between them, and what stands behind."""
    start, end = text.find("("), text.rfind(")")
    if not 0 <= start < end:
        yield text
        return
    yield f"{text[:start]}|{text[end + 1 :]}"
    depth, part, quoted = 0, "", ""
    for sign in text[start + 1 : end] + ",":
        quoted = "" if sign == quoted else quoted or (sign if sign in "'\"`" else "")
        depth += 0 if quoted else (sign == "(") - (sign == ")")
        if sign == "," and not depth and not quoted:
            yield part
            part = ""
        else:
            part += sign


def _rows(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())
