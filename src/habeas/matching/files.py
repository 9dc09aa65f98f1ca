"""Queries and a human's "never these two" read from files, and the answers written. What cannot be read is said by row; nothing is lost."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.outfiles import whole_file
from habeas.common.tomlfiles import MOST_KEYS, load_toml
from habeas.matching.dates import parse_date
from habeas.matching.query import Match, Query
from habeas.matching.table import MOST_BYTES, Row, read_rows
from habeas.matching.unread import unread_words

COLUMNS = tuple(each.name for each in fields(Query) if each.name != "unreadable")
OUT_COLUMNS = ("query_id", "verdict", "candidate_id", "rank", "strength", "reasons", "conflicts")
_COMPARED = tuple(
    name for name in COLUMNS if name not in {"query_id", "photo_seen", "country_of_birth", "suffix", "sex"}
)
_FLAGS = {"": None, "true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
LONGEST_CELL = 2_000
MOST_QUERIES = 500_000


@dataclass(frozen=True, slots=True)
class Queries:
    """The queries of a file in its order, and by row what could not be read as it stands. No value of a row is repeated."""

    queries: tuple[Query, ...]
    said: tuple[str, ...] = ()


def read_queries(path: Path) -> Queries:
    """Read a CSV of queries. Raises BadInputError where the file as a whole cannot be used; a bad row is said and still answered."""
    found: list[Query] = []
    said: list[str] = []
    seen: set[str] = set()
    for row in _rows(path):
        if len(found) == MOST_QUERIES:
            raise BadInputError(f"{path.name} holds more than {MOST_QUERIES:,} queries; split it.")
        query, faults = _query(row)
        if query.query_id in seen:
            faults.append("its query_id stands on an earlier row too")
        seen.add(query.query_id)
        found.append(query)
        said += [f"{path.name}, row {row.number}: {fault}." for fault in faults]
    if not found:
        raise BadInputError(f"{path.name} asks about nobody: it needs a row for each query below its first row.")
    return Queries(tuple(found), tuple(said))


def _rows(path: Path) -> Iterator[Row]:
    names, rows = read_rows(path)
    if "query_id" not in names or not set(names) & set(_COMPARED):
        raise BadInputError(
            f"{path.name} needs a first row with query_id and at least one of {', '.join(_COMPARED)}; nothing was written."
        )
    return rows


def _query(row: Row) -> tuple[Query, list[str]]:
    """One row as a query, with its faults; a field that cannot be read keeps the query from ever being answered `one`."""
    faults: list[str] = []
    unreadable: list[str] = []
    if row.misfits:
        faults.append("it has another number of cells than the first row")
        unreadable.append("row")
    cells = {name: row.cells.get(name, "") for name in COLUMNS}
    for name in [name for name in row.damaged if name in cells]:
        faults.append(f"{name} holds a NUL or another sign that nobody writes: the file is damaged here")
        unreadable.append(name)
    for name in [name for name, cell in cells.items() if len(cell) > LONGEST_CELL]:
        faults.append(f"{name} is longer than {LONGEST_CELL:,} letters and was left out")
        unreadable.append(name)
        cells[name] = ""
    born = _date(cells.pop("date_of_birth"), faults, unreadable)
    seen = _flag(cells.pop("photo_seen"), faults)
    if not cells["query_id"]:
        faults.append(f"it has no query_id; it is answered as row-{row.number}")
        cells["query_id"] = f"row-{row.number}"
    if not born and not any(cells[name] for name in _COMPARED if name in cells):
        faults.append("it says nothing that could be looked for")
    unread = tuple(dict.fromkeys(unreadable))
    return Query(**cells, date_of_birth=born, photo_seen=seen, unreadable=unread), faults


def _date(text: str, faults: list[str], unreadable: list[str]) -> date | None:
    if not text:
        return None
    try:
        return parse_date(text)
    except ValueError:
        faults.append("date_of_birth is no date like 1979-04-02 or 4/2/1979; the row was answered without it")
        unreadable.append("date_of_birth")
        return None


def _flag(text: str, faults: list[str]) -> bool | None:
    if text.lower() not in _FLAGS:
        faults.append("photo_seen is neither true nor false; it was taken as not said")
    return _FLAGS.get(text.lower())


def read_never(path: Path) -> dict[str, frozenset[str]]:
    """Read a human's "never these two": CSV with query_id and person_id, or TOML with [[never]] tables of the same two.

    Raises BadInputError where an entry cannot be read, or there is none: a ruling is never lost in silence.
    """
    pairs = _never_toml(path) if path.suffix.lower() == ".toml" else _never_csv(path)
    found: dict[str, set[str]] = {}
    for place, query, person in pairs:
        if not (isinstance(query, str) and isinstance(person, str) and query.strip() and person.strip()):
            raise BadInputError(
                f"{path.name}, entry {place}: a ruling needs query_id and person_id; nothing was written."
            )
        found.setdefault(query.strip(), set()).add(person.strip())
    if not found:
        raise BadInputError(f"{path.name} holds no ruling; leave --never out where there is none.")
    return {query: frozenset(people) for query, people in found.items()}


def _never_csv(path: Path) -> list[tuple[int, Any, Any]]:
    """The entries of a CSV; one that is damaged or misfits has no person, and is refused with its number."""
    _, rows = read_rows(path)
    return [
        (row.number, row.cells.get("query_id"), None if row.damaged or row.misfits else row.cells.get("person_id"))
        for row in rows
    ]


def _never_toml(path: Path) -> list[tuple[int, Any, Any]]:
    listed = load_toml(path, max_bytes=MOST_BYTES, most=10 * MOST_KEYS).get("never", [])
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise BadInputError(f"{path.name}: write each ruling as [[never]] with query_id and person_id.")
    return [(place, each.get("query_id"), each.get("person_id")) for place, each in enumerate(listed, 1)]


def out_rows(answers: Iterable[tuple[Query, Match]]) -> Iterator[tuple[str, ...]]:
    """The rows of OUT.csv: one for each candidate, and one without a candidate where there is none."""
    yield OUT_COLUMNS
    for query, match in answers:
        verdict = match.verdict.value
        if not match.candidates:
            why = unread_words(match.unread) if match.unread else ""
            yield (_cell(query.query_id), verdict, "", "", "", why, "")
        for each in match.candidates:
            reasons = "; ".join((*each.reasons, f"step: {each.step}"))
            yield (
                _cell(query.query_id),
                verdict,
                _cell(each.person_id),
                str(each.rank),
                each.strength.value,
                reasons,
                "; ".join(each.conflicts),
            )


def _cell(text: str) -> str:
    """A number as text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in set("=+-@\t\r") else text


def write_out(path: Path, answers: Iterable[tuple[Query, Match]]) -> None:
    """Write OUT.csv whole or not at all."""
    with whole_file(path) as part, part.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(out_rows(answers))
