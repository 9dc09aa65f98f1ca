"""A first profile of a sample, as tables a page can change, and a card for each column: proposal, reason, values with their counts."""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from habeas.common.errors import BadInputError
from habeas.common.tomlfiles import parse_toml
from habeas.roster.draft import ProfileDraft, draft_of
from habeas.roster.drafting.cells import Judge
from habeas.roster.layout import FileLayout, holes
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.read import read_table
from habeas.roster.rows import SEVERAL, RosterTable

MOST_VALUES = 200
"""Distinct values that a card shows, the most frequent first."""
_HOLD = "hold"
Tables = dict[str, Any]


def drafted(data: bytes, name: str, layout: Mapping[str, Any], judge: Judge, today: date) -> Tables:
    """A drafted profile: `tables` (as its TOML reads), `notes`, and `cards`, one a column of the file.

    `layout` is what a person said of a table, as under `[file]`; empty, or of another shape, the program finds it by itself.
    `judge`: whether a text is a statute; `today`: the export's day. Raises BadInputError where nothing can be told.
    """
    if not layout or layout.get("shape", "table") != "table":
        draft = draft_of(data, name, judge=judge, today=today)
        tables = _tables(draft)
        return _told(tables, draft, _table_of(data, name, tables))
    table = _read(data, name, layout)
    if not any(table.columns) or not table.rows:
        raise BadInputError(
            f"{name} has no rows below that header: look at the lines again, and say which row names the columns."
        )
    draft = draft_of(_as_csv(table), "export.csv", judge=judge, today=today)
    tables = _tables(draft)
    tables["file"] = {**_found_in(tables), **layout, "shape": "table"}
    tables["expects"] = [column for column in table.columns if column]
    return _told(tables, draft, table)


def _told(tables: Tables, draft: ProfileDraft, table: RosterTable | None) -> Tables:
    cards = _cards_of_rows(table, tables, draft) if table else _cards_of_proposals(tables, draft)
    return {"tables": tables, "notes": list(draft.notes[:-1]), "cards": cards}


def _tables(draft: ProfileDraft) -> Tables:
    """The draft as tables, without columns it leaves for a person to name; a report's cells are called by place."""
    tables = parse_toml(draft.toml, name="the draft")
    tables.pop(
        "make_sure", None
    )  # whoever describes it at the desk sees it as notes, looks at each column and compares ten people
    tables["columns"] = {plain: source for plain, source in tables.get("columns", {}).items() if source}
    return _by_place(tables) if tables.get("lines") else tables


def _found_in(tables: Tables) -> Tables:
    """What a draft of the table's cells found that no header row says."""
    return {key: value for key, value in tables.get("file", {}).items() if key == "repeats"}


def _by_place(tables: Tables) -> Tables:
    """A report's ruler with cells named by line and place, so that a card can give each another meaning; `hold` stays what it is."""
    called: dict[str, str] = {}
    for rule in tables["lines"]:
        of = rule["is"].removeprefix("more of ")
        for plain, place in rule.get("ruler", {}).items():
            if plain != _HOLD:
                called.setdefault(plain, f"{of} {place}")
    lines = [
        {**rule, "ruler": {called.get(plain, plain): place for plain, place in rule.get("ruler", {}).items()}}
        for rule in tables["lines"]
    ]
    columns = {
        plain: called.get(source, source) if isinstance(source, str) else source
        for plain, source in tables["columns"].items()
    }
    own = {plain: name for plain, name in called.items() if plain not in columns}
    rules = [
        {**rule, "when": {called.get(key, key): words for key, words in rule["when"].items()}}
        for rule in tables.get("rows", ())
    ]
    return tables | {"lines": lines, "columns": {**own, **columns}} | ({"rows": rules} if rules else {})


def _table_of(data: bytes, name: str, tables: Tables) -> RosterTable | None:
    """The rows of a table as the draft lays it out; None for a report or a tree, whose cards are the draft's own."""
    if tables["file"]["shape"] != "table":
        return None
    return _read(data, name, tables["file"])


def _read(data: bytes, name: str, layout: Mapping[str, Any]) -> RosterTable:
    try:
        file = msgspec.convert(dict(layout), FileLayout)
    except msgspec.ValidationError as fault:
        raise BadInputError(f"The shape cannot be used: {fault}.") from None
    return read_table(data, Profile(name="sample", file=file), ReadLimits(), name)


def _as_csv(table: RosterTable) -> bytes:
    """The table as it reads under the layout a person chose, in the plainest file there is."""
    out = io.StringIO()
    writer = csv.writer(out)
    columns = [column for column in table.columns if column]
    writer.writerow(columns)
    writer.writerows([row.values.get(column, "") for column in columns] for row in table.rows)
    return out.getvalue().encode()


def _cards_of_rows(table: RosterTable, tables: Tables, draft: ProfileDraft) -> list[Tables]:
    meant, why = meanings(tables), {each.source: each.why for each in draft.columns}
    made = []
    for column in filter(None, table.columns):
        counts = Counter(filled for row in table.rows if (filled := row.values.get(column, "").strip()))
        values = counts.most_common(MOST_VALUES)
        made.append(
            _card(column, meant.get(column, ""), why.get(column, ""), values, len(counts))
            | {"rows": len(table.rows), "filled": counts.total()}
        )
    return made


def _cards_of_proposals(tables: Tables, draft: ProfileDraft) -> list[Tables]:
    """The cards of a report or a tree: what the draft counted."""
    by_source = {source: plain for plain, source in tables["columns"].items() if isinstance(source, str)}
    called = {plain: source for source, plain in by_source.items()} if tables.get("lines") else {}
    meant = meanings(tables)
    made = []
    for each in draft.columns:
        source = called.get(each.plain or each.source, each.source)
        if called and source not in meant:  # a place that no line's ruler holds cannot be read
            continue
        card = _card(source, meant.get(source, ""), each.why, each.counts[:MOST_VALUES], len(each.counts))
        made.append(card | {"rows": 0, "filled": sum(count for _, count in each.counts)})
    return made


def _card(source: str, plain: str, why: str, values: list[tuple[str, int]], distinct: int) -> Tables:
    return {
        "source": source,
        "plain": plain,
        "why": why,
        "distinct": distinct,
        "values": [[value[:120].replace(SEVERAL, "; "), count] for value, count in values],
    }


def meanings(tables: Mapping[str, Any]) -> dict[str, str]:
    """Which plain column each column of the export feeds, as the profile's tables say."""
    found: dict[str, str] = {}
    for plain, sources in tables.get("columns", {}).items():
        for source in [sources] if isinstance(sources, str) else sources:
            found |= dict.fromkeys(holes(source), plain)
    return found
