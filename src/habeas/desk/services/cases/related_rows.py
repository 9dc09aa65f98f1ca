"""What stands beside a request, read in one query: facts, questions, notices, contacts, events and the rest as plain rows.

A page that shows them all would need a query each; the rows are made into JSON by the database and read together.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from typing import Any

from django.db import connection
from django.db.models import CharField, Model, Q, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject

from habeas.desk.built_once import BuiltOnce, Given, given_key
from habeas.desk.models import (
    Account,
    ActChoice,
    Booking,
    Clock,
    Comment,
    Contact,
    Decision,
    Designee,
    Dispatch,
    Dispute,
    Event,
    Execution,
    FactRecord,
    FormDraft,
    IdentityCheck,
    Notice,
    Opinion,
    PackageFile,
    Paper,
    PaperPage,
    Person,
    Publication,
    Question,
    ReadField,
    Request,
    RosterImport,
    Service,
    Signature,
)  # fmt: skip

Row = dict[str, Any]
_KINDS: Mapping[str, tuple[type[Model], str]] = {
    "account": (Account, "id first_name last_name username role is_active unvouched_since"),
    "check": (
        IdentityCheck,
        "id key way identifier given=value spoke_with number words at by_id recorded_at person_id",
    ),
    "choice": (ActChoice, "id act outcome does ground words needs_second until effective_at"),
    "claim": (Dispute, "id key resolution resolved_at number=person__person_id on_record=person__record__citizenship"),
    "clock": (Clock, "id key kind says started_at ends_at rule calendar citation custody arithmetic met_at"),
    "comment": (Comment, "id key step words to_id to_role by_id at"),
    "contact": (Contact, "id key way who agency began_at asked note late_entry by_id"),
    "designee": (Designee, "id key name relation address named_at"),
    "dispatch": (
        Dispatch,
        "id key to way address address_verified files proof proof_file_id taken_by by_id at corrects_id why withdraws",
    ),
    "dispute": (Dispute, "id key says on_word_of words raised_at resolved_at resolution"),
    "draft": (FormDraft, "id account_id form content saved_at"),
    "event": (Event, "id seq at actor act body"),
    "execution": (
        Execution,
        "id key step agency officer badge place allowed_by at by_id recorded_at corrects_id why withdraws",
    ),
    "fact": (FactRecord, "id key fact value source said_at recorded_at by_id request_id corrects_id why withdraws"),
    "file": (PackageFile, "id path sha256"),
    "gone": (Booking, "id key booking_id release_reported_at number=person__person_id"),
    "notice": (Notice, "id key what citation blocks says due_at raised_at served_at excused designee_id"),
    "opinion": (Opinion, "id key act provision outcome condition text privileged by_id at expires_on"),
    "question": (
        Question,
        "id key fact ask of raised_at asked_at asked_how chased_at closed_at closed_why answered_id",
    ),
    "read_field": (ReadField, "id name value_read given=value unreadable confirmed_at page box"),
    "roster": (RosterImport, "id sha256 applied_at exported_at=as_of"),
    "sheet": (PaperPage, "id number width height"),
    "signature": (Signature, "id door by_id role at factor"),
    "similar": (
        ActChoice,
        "id act outcome does ground number=decision__request__number drafted_at=decision__drafted_at",
    ),
    "service": (
        Service,
        "id key notice_id result language interpreter place served_by answer note next_try_at by_id at corrects_id why withdraws",
    ),
    "shown": (Publication, "id field since until where evidence"),
}
"""Each kind of row: where it stands, and what is read of it."""

_JSON = frozenset({"value", "files", "arithmetic", "box"})
_DAYS = frozenset({"since", "until_day", "expires_on"})


@dataclass(frozen=True, slots=True)
class RelatedRows:
    """The rows beside one request, by kind, oldest first."""

    rows: Mapping[str, list[Row]]

    def of(self, kind: str) -> list[Row]:
        """The rows of one kind; none where there are none."""
        return self.rows.get(kind, [])

    def standing(self, kind: str) -> list[Row]:
        """The entries of a kind that stand: neither corrected nor undoing another."""
        rows = self.of(kind)
        corrected = {row["corrects_id"] for row in rows}
        return [row for row in rows if row["id"] not in corrected and not row["withdraws"]]

    def name(self, account_id: int | None) -> str:
        """The name of a member of staff as pages show it."""
        found = next((each for each in self.of("account") if each["id"] == account_id), None)
        if found is None:
            return "somebody"
        return f"{found['first_name']} {found['last_name']}".strip() or str(found["username"])


def staff() -> RelatedRows:
    """Every member of staff, so that a page can name them."""
    return RelatedRows(rows_of({"account": Q()}))


def beside(request: Request, kinds: Iterable[str], decision: Decision | None = None) -> RelatedRows:
    """Read the rows of `kinds` that stand beside `request` (those of a decision beside `decision`) in one query."""
    asked = _beside(kinds := _with_claims(kinds), decision is not None)
    if asked is None:
        return RelatedRows({})
    form = f"/requests/{request.number}/decide/#determination"
    found = asked(
        request=request.pk, number=request.number, kind=request.kind, form=form, person=request.person_id,
        paper=request.paper_id, decision=decision.pk if decision else None,
    )  # fmt: skip
    return RelatedRows(_by_kind(kinds, found))


def _with_claims(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds; with the roster come the claims of citizenship that may contradict it, and who left since."""
    wanted = frozenset(kinds)
    return wanted | {"claim", "gone"} if "roster" in wanted else wanted


@cache
def _beside(kinds: frozenset[str], decided: bool) -> BuiltOnce | None:
    """The query for these kinds of rows; None where nothing is asked."""
    wanted = {kind: condition for kind, condition in _OF_REQUEST.items() if kind in kinds}
    wanted |= {kind: Q(decision=_DECISION) for kind in _OF_DECISION if decided and kind in kinds}
    return BuiltOnce(partial(_together, wanted)) if wanted else None


def rows_of(wanted: Mapping[str, Q]) -> dict[str, list[Row]]:
    """Read several kinds of rows (by the names of the kinds table) in one query, each oldest first: those that fit its condition."""
    return _by_kind(wanted, _together(wanted)) if wanted else {}


def _together(wanted: Mapping[str, Q]) -> QuerySet[Any]:
    asked = [_projection(kind).filter(condition) for kind, condition in wanted.items()]
    return asked[0].union(*asked[1:], all=True)


def _by_kind(kinds: Iterable[str], rows: Iterable[tuple[str, Any]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {kind: [] for kind in kinds}
    for kind, row in rows:
        found[kind].append(_typed(row if isinstance(row, dict) else json.loads(row)))
    return {kind: sorted(rows, key=lambda row: row["id"]) for kind, rows in found.items()}


@cache
def _projection(kind: str) -> QuerySet[Any]:
    """What is read of a kind of row, as `[kind, JSON]`; built once a process, as the building costs more than the reading."""
    model, fields = _KINDS[kind]
    return model._default_manager.order_by().values_list(Value(kind), JSONObject(**dict(_named(fields))))


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


_REQUEST, _PERSON, _DECISION = (
    given_key("request", Request),
    given_key("person", Person),
    given_key("decision", Decision),
)
_NUMBER, _KIND, _FORM = (Given(name, CharField()) for name in ("number", "kind", "form"))


def _last_similar() -> QuerySet[Decision]:
    """Decisions in force about other requests of the same kind in the same place, newest first."""
    settled = Decision.objects.filter(request__kind=_KIND, state=Decision.State.SETTLED).exclude(request=_REQUEST)
    return settled.order_by("-drafted_at", "-id")


def _newest_export() -> QuerySet[RosterImport]:
    """The roster in use, by the hour it was exported."""
    return RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id")


_OF_REQUEST: Mapping[str, Q] = {
    "account": Q(),
    "check": Q(request=_REQUEST),
    "claim": Q(says=Dispute.Says.CITIZEN),
    "clock": Q(request=_REQUEST, met_at=None),
    "comment": Q(request=_REQUEST),
    "contact": Q(request=_REQUEST),
    "designee": Q(person=_PERSON),
    "dispatch": Q(request=_REQUEST),
    "dispute": Q(person=_PERSON),
    "draft": Q(form=_FORM),
    "event": Q(request=_NUMBER) & ~Q(act="view"),
    "execution": Q(request=_REQUEST),
    "fact": Q(request=_REQUEST) | Q(person=_PERSON, request=None),
    "gone": Q(released_at__isnull=False, release_reported_at__gte=Subquery(_newest_export().values("as_of")[:1])),
    "notice": Q(request=_REQUEST),
    "opinion": Q(request=_REQUEST),
    "question": Q(request=_REQUEST),
    "read_field": Q(request=_REQUEST),
    "roster": Q(state=RosterImport.State.APPLIED),
    "sheet": Q(paper=given_key("paper", Paper)),
    "similar": Q(decision=Subquery(_last_similar().values("pk")[:1])),
    "service": Q(notice__request=_REQUEST),
    "shown": Q(),
}
"""Which rows of a kind stand beside a request: for facts, those recorded for the request and, without a request, for its person."""
_OF_DECISION = ("choice", "signature", "file")
