"""The ledger that public figures are made of: every request by the month it was received, its kind, and how it came out."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from habeas.desk.models import ActChoice, Decision, Event, Office, Request
from habeas.desk.services.office.office import local_day
from habeas.statistics.ledger.rows import UNCLASSED

NOUN = "requests received"
INCLUDES = (
    "each request under its own number, by the month it was received (the jail's local time)",
    "requests on paper, by mail, by telephone, in person and from the jail's own systems",
    "requests that were set aside or withdrawn, under their own headings",
)
EXCLUDES = (
    "the same request received again: it is counted once, under its first number",
    "calls and visits without a request, which are in the contact log",
    "months before the first day of the record: they were not recorded, which is not the same as none",
    "months that ended less than 60 days before the release",
)


def ledger(here: Office) -> dict[tuple[str, str, str], int]:
    """Every request counted once, by local month (2025-03), kind and outcome, as it stands now."""
    found: Counter[tuple[str, str, str]] = Counter()
    for received, kind, outcome in came_out(Request.objects.filter(duplicate_of=None)):
        found[f"{local_day(here, received):%Y-%m}", kind or UNCLASSED, outcome] += 1
    return dict(found)


def first_day(here: Office) -> date | None:
    """The first day of the record: that of its first event; None where there is none."""
    first = Event.objects.order_by("seq").values_list("at", flat=True).first()
    return None if first is None else local_day(here, first)


def outcomes_of(rows: QuerySet[Request]) -> list[tuple[str, str]]:
    """The kind of each request and how it came out, a name of `OUTCOMES` of the measures."""
    return [(kind, outcome) for _, kind, outcome in came_out(rows)]


def came_out(rows: QuerySet[Request]) -> list[tuple[datetime, str, str]]:
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
