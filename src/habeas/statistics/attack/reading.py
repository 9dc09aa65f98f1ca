"""What a release and a register say, as claims: read from the printed files alone, as anybody outside would read them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.common.csvfiles import csv_rows
from habeas.common.errors import BadInputError
from habeas.statistics.attack.claims import Claim, Selector, selector

STATE = "habeas-state-figures/1"
"""The format of a state's release."""
NEEDED_COLUMNS = ("source", "office", "periods", "kinds", "outcomes", "least", "most")
REGISTER_COLUMNS = (*NEEDED_COLUMNS, "table")
"""The columns of the register of everything printed: empty kinds and outcomes mean all of them; `+` joins several. `table` is empty for
requests by kind and outcome, else the name of a series, whose classes stand as outcomes; a file without that column has none of these."""
NO_END = "more"
"""In the column `most`: the number is of a part, so that the whole is at least that, and nobody says how much more."""


Opened = Mapping[tuple[str, str], Sequence[int]]
"""The versions in which a month of an office was counted anew, by office and month."""


def opened_months(releases: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    """Which months of which offices were counted anew, in which versions, as the releases say. Raises BadInputError."""
    found: dict[tuple[str, str], set[int]] = {}
    for name, text in releases:
        try:
            held = json.loads(text)
            for period, version, _ in held.get("reopened", []):
                for month in months_of(period, name):
                    found.setdefault((held["site"], month), set()).add(version)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise BadInputError(f"{name} is no release of figures that can be read.") from None
    return {key: sorted(versions) for key, versions in found.items()}


def release_claims(text: str, name: str, opened: Opened | None = None) -> list[Claim]:
    """What one release says: each number with how far it says itself that it may be off. Raises BadInputError.

    A month that a later version counted anew is another month here, since it was another count.
    """
    try:
        held = json.loads(text)
        return list(_of_state(held, name) if held.get("format") == STATE else _printed(held, name, opened or {}))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise BadInputError(f"{name} is no release of figures that can be read.") from None


def _of_state(held: Mapping[str, Any], name: str) -> Iterator[Claim]:
    """What a state's release says of its offices: every kind together, an empty office for all of them that are counted."""
    for office, period, outcome, value in held["cells"]:
        off = held["off_by"] if office or period or outcome else held["totals_off_by"]
        months = [month for each in ([period] if period else held["periods"]) for month in months_of(each, name)]
        where = selector(office or held["offices"], months, "", outcome)
        yield Claim(where, max(0, value - off), value + off, f"the state, {name}", (office, period, "", outcome), value)


def _printed(held: Mapping[str, Any], name: str, opened: Opened) -> Iterator[Claim]:
    source = f"{held['site']} release {held['version']}"
    rest = [each["name"] for each in held["merged"]]
    wide = {each[0] for each in held.get("reopened", [])}
    for period, kind, outcome, value in held["cells"]:
        off = held["totals_off_by"] if not (period or kind or outcome) else held["off_by"]
        if period and any(each.startswith(period) for each in wide):
            off = held["off_by_reopened"]
        months = [month for each in ([period] if period else held["periods"]) for month in months_of(each, name)]
        months = [_then(month, opened.get((held["site"], month), ()), held["version"]) for month in months]
        where = selector(held["site"], months, (rest or kind) if kind == "other" else kind, outcome)
        yield Claim(where, max(0, value - off), value + off, source, (held["site"], period, kind, outcome), value)


def _then(month: str, versions: Iterable[int], version: int) -> str:
    """A month as a version counted it: by its name where no later version counted it anew."""
    later = [each for each in versions if each > version]
    return f"{month} before release {min(later)}" if later else month


def mean_limits(text: str, name: str) -> dict[str, float]:
    """How far all counts of a release may be from the true ones together, by its source, where it says so. Raises BadInputError."""
    try:
        held = json.loads(text)
        mean = held.get("mean_off_by")
        source = f"the state, {name}" if held.get("format") == STATE else f"{held['site']} release {held['version']}"
        return {} if mean is None else {source: float(mean) * len(held["cells"])}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadInputError(f"{name} is no release of figures that can be read.") from None


@dataclass(frozen=True, slots=True)
class SeriesClaims:
    """What a release says of one series of a year: its claims, and whose sum over requests by outcome it is, where it is one."""

    name: str
    claims: tuple[Claim, ...]
    whole: Selector
    parted: Selector | None
    limits: Mapping[str, float]
    """How far its counts may be off together, by source."""


def series_claims(text: str, name: str) -> list[SeriesClaims]:
    """What one release says of its years' series, each under an office of its own name. Raises BadInputError."""
    try:
        held = json.loads(text)
        return [_of_series(held, each, name) for each in held.get("series", [])]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise BadInputError(f"{name} is no release of figures that can be read.") from None


def _of_series(held: Mapping[str, Any], series: Mapping[str, Any], name: str) -> SeriesClaims:
    office, months = f"{held['site']} {series['name']}", months_of(series["year"], name)
    source, off, all_off = f"{held['site']} release {held['version']}", held["off_by"], held["totals_off_by"]
    rows = [(each, value, off) for each, value in series["cells"]] + [("", series["all"], all_off)]
    claims = [
        Claim(
            selector(office, months, "", each), max(0, value - away), value + away, source,
            (held["site"], series["year"], series["name"], each), value,
        )
        for each, value, away in rows
    ]  # fmt: skip
    parts = series["parts_outcomes"]
    parted = selector(held["site"], months, "", parts) if parts else None
    mean = series.get("mean_off_by")
    limits = {} if mean is None else {source: float(mean) * len(rows)}
    return SeriesClaims(office, tuple(claims), selector(office, months, "", ""), parted, limits)


def months_of(period: str, name: str) -> list[str]:
    """The months of a month (2025-03), a quarter (2025-Q1), a year (2025) or a span of months (2025-01..2025-06)."""
    first, _, last = period.partition("..")
    if last:
        return _span(months_of(first, name)[0], months_of(last, name)[-1])
    year, _, part = period.partition("-")
    if not year.isdigit() or len(year) != 4:
        raise BadInputError(f'{name}: "{period}" is no month, quarter or year; write 2025-03, 2025-Q1 or 2025.')
    if not part:
        return [f"{year}-{month:02d}" for month in range(1, 13)]
    if part in {"Q1", "Q2", "Q3", "Q4"}:
        start = 3 * int(part[1]) - 2
        return [f"{year}-{month:02d}" for month in range(start, start + 3)]
    if not part.isdigit() or not 1 <= int(part) <= 12:
        raise BadInputError(f'{name}: "{period}" is no month, quarter or year; write 2025-03, 2025-Q1 or 2025.')
    return [f"{year}-{int(part):02d}"]


def _span(first: str, last: str) -> list[str]:
    low, high = (int(each[:4]) * 12 + int(each[5:]) - 1 for each in (first, last))
    return [f"{each // 12}-{each % 12 + 1:02d}" for each in range(low, high + 1)]


def register_claims(text: str, name: str) -> list[Claim]:
    """What others have printed, from a CSV with the columns of `REGISTER_COLUMNS`. Raises BadInputError with the line."""
    columns, rows = csv_rows(text, name)
    lacking = [each for each in NEEDED_COLUMNS if each not in columns]
    if lacking:
        raise BadInputError(f"{name} lacks the column {lacking[0]}; it needs {', '.join(NEEDED_COLUMNS)}.")
    return [_row(row, f"{name}, line {number}") for number, row in enumerate(rows, 2)]


def _row(row: Mapping[str, str | None], name: str) -> Claim:
    cells = {key: (row.get(key) or "").strip() for key in REGISTER_COLUMNS}
    if not cells["periods"] or not cells["office"]:
        raise BadInputError(f"{name} names no office or no period.")
    months = [month for each in _several(cells["periods"]) for month in months_of(each, name)]
    table, low = cells["table"], _count(cells["least"], name)
    offices = [f"{each} {table}".strip() for each in _several(cells["office"])]
    where = selector(offices, months, [] if table else _several(cells["kinds"]), _several(cells["outcomes"]))
    high = None if cells["most"] == NO_END else _count(cells["most"] or cells["least"], name)
    if high is not None and high < low:
        raise BadInputError(f"{name}: most is less than least.")
    return Claim(where, low, high, cells["source"] or name, table=table)


def _several(text: str) -> Sequence[str]:
    return [each.strip() for each in text.split("+") if each.strip()]


def _count(text: str, name: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise BadInputError(f'{name}: "{text}" is no count.')
    return int(text)
