"""What stands beside a request, read in one query: facts, questions, notices, contacts, events and the rest as plain rows.

A page that shows them all would need a query each; the rows are made into JSON by the database and read together.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject

from habeas.desk.models import (
    Account,
    ActChoice,
    Clock,
    Contact,
    Decision,
    Designee,
    Dispatch,
    Dispute,
    Event,
    FactRecord,
    Notice,
    Opinion,
    PackageFile,
    Publication,
    Question,
    Request,
    RosterImport,
    Service,
    Signature,
)  # fmt: skip

Row = dict[str, Any]
_FIELDS: Mapping[str, str] = {
    "account": "id first_name last_name username role is_active",
    "choice": "id act outcome does ground words needs_second until effective_at",
    "clock": "id key kind says started_at ends_at rule calendar citation custody arithmetic met_at",
    "contact": "id key way who agency began_at asked note late_entry by_id",
    "designee": "id key name relation address named_at",
    "dispatch": "id key to way address address_verified files proof taken_by by_id at",
    "dispute": "id key says on_word_of words raised_at resolved_at resolution",
    "event": "id seq at actor act body",
    "fact": "id key fact value source said_at recorded_at by_id request_id",
    "file": "id path sha256",
    "notice": "id key what citation blocks says due_at raised_at served_at excused designee_id",
    "opinion": "id key act provision outcome text privileged by_id at expires_on",
    "question": "id key fact ask of raised_at asked_at asked_how chased_at closed_at closed_why answered_id",
    "roster": "id sha256 applied_at",
    "signature": "id door by_id role at factor",
    "similar": "id act outcome does ground number=decision__request__number drafted_at=decision__drafted_at",
    "service": "id key notice_id result language interpreter place note next_try_at by_id at",
    "shown": "id field since until where evidence",
}
"""What is read of each kind of row."""

_JSON = frozenset({"value", "files", "arithmetic"})
_DAYS = frozenset({"since", "until_day", "expires_on"})


@dataclass(frozen=True, slots=True)
class Beside:
    """The rows beside one request, by kind, oldest first."""

    rows: Mapping[str, list[Row]]

    def of(self, kind: str) -> list[Row]:
        """The rows of one kind; none where there are none."""
        return self.rows.get(kind, [])

    def name(self, account_id: int | None) -> str:
        """The name of a member of staff as pages show it."""
        found = next((each for each in self.of("account") if each["id"] == account_id), None)
        if found is None:
            return "somebody"
        return f"{found['first_name']} {found['last_name']}".strip() or str(found["username"])


def beside(request: Request, kinds: Iterable[str], decision: Decision | None = None) -> Beside:
    """Read the rows of `kinds` that stand beside `request` (those of a decision beside `decision`) in one query."""
    makers = {
        **{kind: maker(request) for kind, maker in _OF_REQUEST.items() if kind in set(kinds)},
        **{kind: maker(decision) for kind, maker in _OF_DECISION.items() if decision and kind in set(kinds)},
    }
    return Beside(rows_of(makers))


def rows_of(sources: Mapping[str, QuerySet[Any]]) -> dict[str, list[Row]]:
    """Read several kinds of rows (by the names of the fields table) in one query, each oldest first."""
    asked = [
        query.order_by().values_list(Value(kind), JSONObject(**dict(_named(_FIELDS[kind]))))
        for kind, query in sources.items()
    ]
    found: dict[str, list[Row]] = {kind: [] for kind in sources}
    if asked:
        for kind, row in asked[0].union(*asked[1:], all=True):
            found[kind].append(_typed(row if isinstance(row, dict) else json.loads(row)))
    return {kind: sorted(rows, key=lambda row: row["id"]) for kind, rows in found.items()}


def _named(fields: str) -> Iterable[tuple[str, str]]:
    """Each field's name in the row and its path in the model: `name`, or `name=path`."""
    return ((name, path or name) for name, _, path in (each.partition("=") for each in fields.split()))


def _typed(row: Row) -> Row:
    return {name: _value(name, value) for name, value in row.items()}


def _value(name: str, value: Any) -> Any:
    if name in _JSON:  # SQLite keeps JSON as text inside JSON
        return json.loads(value) if connection.vendor == "sqlite" and isinstance(value, str) else value
    if isinstance(value, str) and (name == "at" or name.endswith("_at")):
        return moment(value)
    return date.fromisoformat(value) if value and name in _DAYS else value


def moment(text: str | None) -> datetime | None:
    """A time as the database wrote it, in UTC where it names no zone."""
    if not text:
        return None
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def facts_about(request: Request) -> QuerySet[FactRecord]:
    """The facts recorded for the request and, without a request, for its person."""
    about = Q(request=request)
    if request.person_id:
        about |= Q(person=request.person_id, request=None)
    return FactRecord.objects.filter(about)


def last_similar(request: Request) -> QuerySet[Decision]:
    """Decisions in force about other requests of the same kind in the same place, newest first."""
    return (
        Decision.objects.filter(request__kind=request.kind, state=Decision.State.SETTLED)
        .exclude(request=request)
        .order_by("-drafted_at", "-id")
    )


_OF_REQUEST: Mapping[str, Any] = {
    "account": lambda request: Account.objects.all(),
    "clock": lambda request: Clock.objects.filter(request=request, met_at=None),
    "contact": lambda request: Contact.objects.filter(request=request),
    "designee": lambda request: Designee.objects.filter(person=request.person_id),
    "dispatch": lambda request: Dispatch.objects.filter(request=request),
    "dispute": lambda request: Dispute.objects.filter(person=request.person_id),
    "event": lambda request: Event.objects.filter(request=request.number).exclude(act="view"),
    "fact": facts_about,
    "notice": lambda request: Notice.objects.filter(request=request),
    "opinion": lambda request: Opinion.objects.filter(request=request),
    "question": lambda request: Question.objects.filter(request=request),
    "roster": lambda request: RosterImport.objects.filter(state=RosterImport.State.APPLIED),
    "similar": lambda request: ActChoice.objects.filter(decision=Subquery(last_similar(request).values("pk")[:1])),
    "service": lambda request: Service.objects.filter(notice__request=request),
    "shown": lambda request: Publication.objects.all(),
}
_OF_DECISION: Mapping[str, Any] = {
    "choice": lambda decision: ActChoice.objects.filter(decision=decision),
    "signature": lambda decision: Signature.objects.filter(decision=decision),
    "file": lambda decision: PackageFile.objects.filter(decision=decision),
}
