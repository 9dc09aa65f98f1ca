"""A sheet or table in bands: a person's block of rows, each kind of row under a head of its own or with labels in its cells."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from habeas.roster.columns import FULL_NAME
from habeas.roster.drafting.cells import Cells, Judge, dates_of
from habeas.roster.drafting.columns import propose
from habeas.roster.drafting.grid import Record
from habeas.roster.drafting.headers import MEANINGLESS, meant, words_of
from habeas.roster.drafting.joined import is_bare
from habeas.roster.drafting.numbers import STANDS_FOR
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.drafting.write import quoted
from habeas.roster.hold_lines import HELD, text_is
from habeas.roster.ruler import Place, cut
from habeas.roster.speaks import value_speaks

TAB = "\t"
_LABEL = re.compile(r"([A-Z][\w#./&'() -]{0,28}?) ?:(?=\s|$)", re.IGNORECASE)
_LEAST = 3
"""How often a kind of row stands in a table in bands."""
_SHAPES = 3
"""In how many shapes the first cell of a booking's row may be written."""
_WHO = {"booking_id", "person_id", FULL_NAME, "family_name", "date_of_birth"}
_OF_CHARGE = {"statute", "charge_description"}


@dataclass
class _Band:
    """Rows of one kind: how many empty cells they begin with, what heads them, and what their cells are."""

    blank: int
    rows: list[list[str]]
    head: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    is_: str = ""


@dataclass
class RowBands:
    """A table in bands as it seems to be laid out."""

    toml: list[str]
    skip: list[str]
    totals: list[str]
    proposals: list[Proposal]


def bands_of(records: list[Record], separator: str, judge: Judge, today: date | None) -> RowBands | None:
    """The bands of a table; None where its rows are of one kind, or no kind is a booking's or a charge's."""
    rows = [[cell.strip() for cell in cells] for _, cells in records]
    heads = [row for row in rows if _is_head(row)]
    bands, rest = _found(rows, heads, separator)
    for band in bands:
        _propose(band, judge, today, separator)
    _kinds(bands)
    bookings, charges = ([each for each in bands if each.is_ == kind] for kind in ("booking", "charge"))
    if len(bookings) != 1 or not charges:
        return None
    told = [each for each in bands if each.is_]
    toml = [line for band in sorted(told, key=_order) for line in _toml(band, separator)]
    left = [*heads, *rest]
    totals = [separator.join(filter(None, row)) for row in rest if _is_total(row)]
    skip = dict.fromkeys(
        _start(row, separator)
        for row in left
        if not _is_total(row) and (row in heads or not value_speaks(" ".join(row)))
    )
    return RowBands(toml, [each for each in skip if each], totals, [one for each in told for one in each.proposals])


def _blank(row: list[str]) -> int:
    return next((place for place, cell in enumerate(row) if cell), 0)


def _is_head(row: list[str]) -> bool:
    """Whether a row names columns: several words, none of them a number or date, most of a meaning that is known."""
    filled = [cell for cell in row if cell]
    if len(filled) < _LEAST or any(cell.endswith(":") or re.search(r"\d", cell) for cell in filled):
        return False
    told = [cell for cell in filled if meant(words_of(cell), spelled_out(cell)) or MEANINGLESS.search(cell)]
    return len(told) >= 0.6 * len(filled)


def _labels_in(row: list[str]) -> list[str]:
    """The labels of a row: cells with a colon at their end, or that begin with one."""
    found = [_LABEL.match(cell) for cell in row if cell]
    return [each[1] for each in found if each]


def _found(rows: list[list[str]], heads: list[list[str]], separator: str) -> tuple[list[_Band], list[list[str]]]:
    """The kinds of rows that stand often enough, by their labels or by the head over them; and the rows of no kind."""
    bands: dict[tuple[int, str], _Band] = {}
    under: dict[int, list[str]] = {}
    latest: list[str] = []
    for row in rows:
        labels, blank = _labels_in(row), _blank(row)
        if row in heads:
            under[blank] = latest = row
        elif any(row):
            first = next(filter(None, row))
            named = len(labels) >= (0.25 if _LABEL.match(first) else 0.4) * sum(map(bool, row))
            # rows that count their charges begin a cell before their head does
            head = [] if named else under.get(blank) or (latest if _blank(latest) == blank + 1 else [])
            latest = [] if named else latest
            key = (blank, f"{labels[0]}:" if named else separator.join(head))
            bands.setdefault(key, _Band(blank, [], head)).rows.append(row)
    often = [each for key, each in bands.items() if len(each.rows) >= _LEAST and key[1]]
    apart = {(band.blank, bool(band.head)) for band in often}
    if len(apart) < 2 and len({separator.join(band.head) for band in often}) < 2:
        return [], []
    rest = [row for key, band in bands.items() if band not in often for row in band.rows]
    return often, rest


def _propose(band: _Band, judge: Judge, today: date | None, separator: str) -> None:
    """What the cells of a band are: by the head over them, or by their labels."""
    told = [row for row in band.rows if not _is_held(row, band.blank)] or band.rows
    if band.head:
        columns = [
            Cells(f"cell {place + 1}", [row[place] if place < len(row) else "" for row in told], judge, name)
            for place, name in enumerate(band.head)
            if name
        ]
    else:
        lines = [_line(row, separator) for row in band.rows]
        counts = Counter(label for row in band.rows for label in dict.fromkeys(_labels_in(row)))
        band.labels = [label for label, count in counts.items() if count >= 0.5 * len(band.rows)]
        places = {f"after {label}:": Place(label=f"{label}:") for label in band.labels}
        cells = [cut(line, places, separator) for line in lines]
        columns = [
            Cells(source, [each.get(source, "") for each in cells], judge, place.label.strip(":"))
            for source, place in places.items()
        ]
    band.proposals = propose(columns, today)


def _kinds(bands: list[_Band]) -> None:
    """What the rows of each band are: the one that most says who somebody is begins a booking."""
    own = [each for band in bands for each in band.proposals if each.plain == "booking_id"]
    for each in own if any(STANDS_FOR not in each.why for each in own) else []:
        if STANDS_FOR in each.why:
            each.plain, each.why = "person_id", "its label reads so"
    plain = [{each.plain for each in band.proposals} for band in bands]
    who = max(range(len(bands)), key=lambda at: len(plain[at] & _WHO), default=-1)
    for at, band in enumerate(bands):
        if at == who and plain[at] & _WHO:
            band.is_ = "booking"
        elif plain[at] & _OF_CHARGE:
            band.is_ = "charge"
        elif plain[at] - {""}:
            band.is_ = "more of booking"


def _order(band: _Band) -> tuple[bool, bool]:
    """Rows with labels are told first, then those whose first cell has a shape of its own; any other cell is tried last."""
    return (bool(band.head), band.is_ == "charge")


def _line(row: list[str], separator: str) -> str:
    return separator.join(row).rstrip(separator + " ")


def _toml(band: _Band, separator: str) -> list[str]:
    """The `[[lines]]` of a band, holds among its charges first, with the reasons as comments."""
    ruler = ", ".join(
        f'{"hold" if each.plain == "holds" and band.is_ == "charge" else each.plain} = "{each.source}"'
        for each in band.proposals
        if each.plain
    )
    made = _holds(band, separator) if band.is_ == "charge" else []
    made += ["", *(f"# {each.plain}: {each.why}" for each in band.proposals if each.plain)]
    made += [f"# {each.head or each.source} could not be told: {each.why}" for each in band.proposals if not each.plain]
    for begins in _begins(band, separator):
        made += ["[[lines]]", f'is = "{band.is_}"', f"begins = {quoted(begins)}", f"ruler = {{ {ruler} }}", ""]
    return made


def _begins(band: _Band, separator: str) -> list[str]:
    """How the rows of a band begin: their label, or the shape of their first cell where it is a booking's."""
    empty = separator * band.blank
    if not band.head:
        label = _labels_in(band.rows[0])[0]
        return [f"{empty}{label}:"]
    shapes = Counter(re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", row[band.blank])) for row in band.rows)
    known = band.is_ == "booking" and len(shapes) <= _SHAPES and all(re.search("9", each) for each in shapes)
    return [f"{empty}{each}{separator}" for each in shapes] if known else [f"{empty}."]


def _holds(band: _Band, separator: str) -> list[str]:
    """Rows among charges that are holds, by the word they begin with; who holds stands there, or in the next cell."""
    made: list[str] = []
    rows = [row for row in band.rows if _is_held(row, band.blank)]
    for word in dict.fromkeys(row[band.blank].split()[0] for row in rows if text_is(row[band.blank]) in HELD):
        own = [row for row in rows if row[band.blank].startswith(word)]
        place = band.blank + (2 if all(is_bare(row[band.blank]) for row in own) else 1)
        begins = quoted(separator * band.blank + word)
        made += ["", "[[lines]]", 'is = "hold"', f"begins = {begins}", f'ruler = {{ hold = "cell {place}" }}']
    return made


def _is_held(row: list[str], blank: int) -> bool:
    """Whether one of the first two cells says that the row is a hold."""
    return any(text_is(cell) in HELD for cell in row[blank : blank + 2] if cell)


def _is_total(row: list[str]) -> bool:
    text = " ".join(filter(None, row))
    return re.search(r"total|count\b|listed", text, re.IGNORECASE) is not None and re.search(r"\d", text) is not None


def _start(row: list[str], separator: str) -> str:
    """How a row that is nobody's begins: its words up to a digit; empty where they may begin somebody's row."""
    text = re.split(r"\d", _line(row, separator))[0]
    return text if re.search(r"[A-Za-z]{3}", text) and dates_of([text.strip()]) is None else ""
