"""Figures for anyone: requests by month, small cells left out and the rest rounded, with what is counted and what is not.

The rule is the simple one of OpenSAFELY: a count of 1 to 7 is not shown, any other is rounded to the nearest 5. No total is shown, since
a total would give a hidden cell away; and since both tables count the same requests, a month's outcomes are left out where the two rows
together would say more of a hidden count than "1 to 7". This is no audit against other tables that others hold; the page says so.
"""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from habeas import __version__
from habeas.common.canonical import readable_json
from habeas.desk.models import ActChoice, Decision, Event, Office, Request
from habeas.desk.services.office.office import local_day
from habeas.requests.vocabulary import KIND_WORDS

SMALL, BASE = 7, 5
NOT_SHOWN = "not shown"
NOT_RECORDED = "not recorded"
"""What stands for a month that ended before the office's record began: no record is not none."""
LAG_DAYS = 14
MONTHS = 24
OUTCOMES: dict[str, str] = {
    "complied": "At least one action granted",
    "refused": "All actions denied",
    "waits": "Response sent; an action awaits a fact or counsel",
    "open": "No response yet",
    "withdrawn": "Withdrawn or canceled by the sender before a response",
    "hold_ended": "A cancellation: the hold it names was ended",
    "ended": "Ended for another reason before a response",
    "aside": "Set aside: not a request, or misdirected",
}
"""How a request came out, in words."""

NOUN = "requests received"
INCLUDES = (
    "each request under its own number, by the month it was received (the jail's local time)",
    "requests on paper, by mail, by telephone, in person and from the jail's own systems",
    "requests that were set aside, under their own heading",
)
EXCLUDES = (
    "the same request received again: it is counted once, under its first number",
    "documents not yet classified, in the table by kind",
    "calls and visits without a request, which are in the contact log",
    f"months that ended less than {LAG_DAYS} days ago",
    f"months before the first day of this record, which are “{NOT_RECORDED}”: they are not zero",
)


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """One table: its name, what its columns are, and for each month each cell as it is shown."""

    name: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def shown(count: int) -> str:
    """A count as anyone may see it: 0, a range for 1 to 7, or the nearest 5."""
    if count == 0:
        return "0"
    return f"1 to {SMALL}" if count <= SMALL else str(BASE * ((count + BASE // 2) // BASE))


def pair_shown(first: Iterable[int], second: Iterable[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two rows that split the same requests in two ways, as they are shown: the second is left out where both together tell too much."""
    left, right = tuple(map(shown, first)), tuple(map(shown, second))
    tells = _tells_more(left, right) or _tells_more(right, left)
    return left, (NOT_SHOWN,) * len(right) if tells else right


def _tells_more(cells: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether what the other row adds up to narrows a hidden cell: each may lie anywhere in what its text allows."""
    own, total = [_range(each) for each in cells], [_range(each) for each in others]
    least, most = sum(low for low, _ in total), sum(high for _, high in total)
    for place, text in enumerate(cells):
        if text == shown(1):
            rest = own[:place] + own[place + 1 :]
            low, high = least - sum(each[1] for each in rest), most - sum(each[0] for each in rest)
            if low > 1 or high < SMALL:
                return True
    return False


def _range(text: str) -> tuple[int, int]:
    """The counts that are shown by this text."""
    if text == shown(1):
        return 1, SMALL
    count = int(text)
    return (0, 0) if count == 0 else (max(SMALL + 1, count - BASE // 2), count + BASE // 2)


def tables(here: Office, at: datetime) -> tuple[FiguresTable, ...]:
    """The tables as they stand at a moment."""
    months = _months(local_day(here, at))
    kinds, outcomes = _counted(here, months)
    used = [(name, KIND_WORDS[name]) for name in KIND_WORDS if any(kinds[month, name] for month in months)]
    begins = first_month(here)
    rows = {
        month: _not_recorded(len(used))
        if begins is None or month < begins
        else pair_shown((kinds[month, name] for name, _ in used), (outcomes[month, name] for name in OUTCOMES))
        for month in months
    }
    return (
        FiguresTable("requests-by-kind", "Requests by kind", tuple(used), tuple((each, rows[each][0]) for each in months)),
        FiguresTable(
            "requests-by-outcome", "Requests by outcome", tuple(OUTCOMES.items()),
            tuple((each, rows[each][1]) for each in months),
        ),
    )  # fmt: skip


def _not_recorded(kinds: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (NOT_RECORDED,) * kinds, (NOT_RECORDED,) * len(OUTCOMES)


def first_month(here: Office) -> str | None:
    """The month of the first day of the record, by the jail's local time; None where nothing is recorded yet."""
    at = Event.objects.order_by("seq").values_list("at", flat=True).first()
    return f"{local_day(here, at):%Y-%m}" if at else None


def _months(today: date) -> list[str]:
    """The last whole months, oldest first, each ended at least LAG_DAYS ago."""
    last = (today - timedelta(days=LAG_DAYS)).replace(day=1)
    count = last.year * 12 + last.month - 1
    return [f"{each // 12}-{each % 12 + 1:02d}" for each in range(count - MONTHS, count)]


def _counted(here: Office, months: list[str]) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    kinds, outcomes, wanted = Counter[tuple[str, str]](), Counter[tuple[str, str]](), frozenset(months)
    for received, kind, outcome in _came_out(Request.objects.filter(duplicate_of=None)):
        month = f"{local_day(here, received):%Y-%m}"
        if month in wanted:
            kinds[month, kind] += 1
            outcomes[month, outcome] += 1
    return kinds, outcomes


def outcomes_of(rows: QuerySet[Request]) -> list[tuple[str, str]]:
    """The kind of each request and how it came out, a name of `OUTCOMES`."""
    return [(kind, outcome) for _, kind, outcome in _came_out(rows)]


def _came_out(rows: QuerySet[Request]) -> list[tuple[datetime, str, str]]:
    """When each request was received, its kind, and how it came out."""
    living = Decision.objects.filter(request=OuterRef("pk"), state=Decision.State.SETTLED).order_by("-number")
    with_decision = rows.annotate(decision=Subquery(living.values("pk")[:1]))
    found = list(with_decision.values_list("received_at", "kind", "aside", "state", "ended_how", "decision"))
    does = _does(each[5] for each in found if each[5] is not None)
    return [
        (received, kind, _outcome(aside, state, how, does.get(decision, frozenset())))
        for received, kind, aside, state, how, decision in found
    ]


def _does(decisions: Iterable[int]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for decision, does in ActChoice.objects.filter(decision__in=list(decisions)).values_list("decision_id", "does"):
        found.setdefault(decision, set()).add(does)
    return {key: frozenset(values) for key, values in found.items()}


_ENDED = {"withdrawn": "withdrawn", "cancelled": "withdrawn", "replaced": "withdrawn", "hold_ended": "hold_ended"}
"""How a request that ended before any decision came out; every other way is another reason."""


def _outcome(aside: Any, state: str, how: str, does: frozenset[str]) -> str:
    if state == "set_aside" or (aside and not does):
        return "aside"
    if not does:
        return _ENDED.get(how, "ended") if state in {"ended", "closed"} else "open"
    return "complied" if "complies" in does else "waits" if "waits" in does else "refused"


def table_csv(table: FiguresTable) -> str:
    """A table as CSV, one cell a row: month, what, shown."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["month", "what", "requests_received"])
    for month, cells in table.rows:
        rows.writerows([month, column, cell] for (column, _), cell in zip(table.columns, cells, strict=True))
    return out.getvalue()


def datapackage(here: Office, found: tuple[FiguresTable, ...]) -> str:
    """The description of the files as a Frictionless data package."""
    return readable_json(
        {
            "name": f"{here.site}-requests",
            "title": f"{here.agency}: {NOUN}, by month",
            "description": rules(),
            "version": __version__,
            "resources": [_resource(table) for table in found],
        }
    )


def rules() -> str:
    """What is counted, and how it is hidden, as one paragraph."""
    return (
        f"Counted: {'; '.join(INCLUDES)}. Not counted: {'; '.join(EXCLUDES)}. "
        f"A count of 1 to {SMALL} is not shown; any other is rounded to the nearest {BASE}; no totals are shown; "
        "a month's outcomes are left out where both tables together would give a hidden count away."
    )


def _resource(table: FiguresTable) -> dict[str, Any]:
    content = table_csv(table).encode()
    fields = [
        {"name": "month", "type": "yearmonth", "description": "The month in which the request was received."},
        {"name": "what", "type": "string", "constraints": {"enum": [name for name, _ in table.columns]}},
        {
            "name": "requests_received",
            "type": "string",
            "description": f"0, “1 to {SMALL}”, the nearest {BASE}, “{NOT_SHOWN}”, or “{NOT_RECORDED}”.",
        },
    ]
    return {
        "name": table.name, "path": f"{table.name}.csv", "title": table.title, "format": "csv", "encoding": "utf-8",
        "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": fields, "primaryKey": ["month", "what"]},
    }  # fmt: skip
