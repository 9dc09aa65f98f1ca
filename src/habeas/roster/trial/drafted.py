"""A first profile of a sample, as tables a page can change, and a card for each column: proposal, reason, values with their counts."""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec

from habeas.common.errors import BadInputError
from habeas.common.tomlfiles import parse_toml
from habeas.roster.draft import ProfileDraft, draft_of
from habeas.roster.layout import FileLayout, holes
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.read import read_table
from habeas.roster.rows import RosterTable

MOST_VALUES = 60
"""Distinct values that a card shows, the most frequent first."""
_OLDER = {
    "%m/%d/%Y": "mm/dd/yyyy",
    "%m/%d/%Y %H:%M": "mm/dd/yyyy hh:mm",
    "%d-%b-%Y": "dd-MON-yyyy",
    "%Y%m%d": "yyyymmdd",
}
_DATES = ("date_of_birth", "booked_at", "released_at", "scheduled_release_on", "charge_disposed_on", "offense_on")


def drafted(data: bytes, name: str, layout: Mapping[str, Any]) -> dict[str, Any]:
    """A drafted profile: `tables` (as its TOML reads), `notes`, and `cards`, one a column of the file.

    `layout` is what a person said of the file, as under `[file]`; where it names a header, a separator or a sheet, the table is read so.
    Raises BadInputError where nothing can be told.
    """
    if layout.get("shape", "table") != "table":
        raise BadInputError(f"{name} is no table; describe its lines or its tree in a profile by hand.")
    table = _table(data, name, layout)
    if not any(table.columns) or not table.rows:
        raise BadInputError(
            f"{name} has no rows below that header: look at the lines again and say which row names the columns."
        )
    draft = draft_of(_as_csv(table), "export.csv")
    tables = _newer(parse_toml(draft.toml, name="the draft"))
    tables["file"] = {**tables.get("file", {}), "shape": "table", **layout}
    tables["expects"] = [column for column in table.columns if column]
    return {"tables": tables, "notes": list(draft.notes), "cards": _cards(table, tables, draft)}


def _table(data: bytes, name: str, layout: Mapping[str, Any]) -> RosterTable:
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


def _newer(tables: dict[str, Any]) -> dict[str, Any]:
    """A draft in the older words in the newer ones: its date forms stand by column."""
    forms = [_OLDER[each] for each in tables.pop("dates", ()) if each in _OLDER]
    tables.pop("format", None)
    tables.pop("title", None)
    chosen = [each for each in _DATES if each in tables.get("columns", {})]
    return tables | ({"forms": dict.fromkeys(chosen, forms)} if forms and chosen else {})


def _cards(table: RosterTable, tables: Mapping[str, Any], draft: ProfileDraft) -> list[dict[str, Any]]:
    meant = meanings(tables)
    return [_card(column, table, meant.get(column, "")) for column in table.columns if column]


def _card(column: str, table: RosterTable, plain: str) -> dict[str, Any]:
    counts = Counter(filled for row in table.rows if (filled := row.values.get(column, "").strip()))
    return {
        "source": column,
        "plain": plain,
        "why": "",
        "filled": counts.total(),
        "rows": len(table.rows),
        "distinct": len(counts),
        "values": [[value[:120], count] for value, count in counts.most_common(MOST_VALUES)],
    }


def meanings(tables: Mapping[str, Any]) -> dict[str, str]:
    """Which plain column each column of the export feeds, as the profile's tables say."""
    found: dict[str, str] = {}
    for plain, sources in tables.get("columns", {}).items():
        for source in [sources] if isinstance(sources, str) else sources:
            found |= dict.fromkeys(holes(source), plain)
    return found
