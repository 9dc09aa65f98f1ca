"""The open requests as the board shows them: one plain row each, read in one query that is built once a process."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from habeas.desk.built_once import BuiltOnce
from habeas.desk.models import ActChoice, Clock, Decision, Event, Notice, Question, Request
from habeas.desk.models.custody import NAME_COLUMNS, name_on_record
from habeas.desk.services.custody.annotations import counted
from habeas.desk.workflow.open_acts import has_open_draft
from habeas.desk.workflow.table import table


class NamedRequest(NamedTuple):
    """Somebody as the board names them."""

    pk: int
    shown: str
    key: str = ""


class Open(NamedTuple):
    """One open request: its own columns, those of its person, booking and whoever has it, and what waits beside it."""

    pk: int
    number: str
    kind: str
    state: str
    received_at: datetime
    stale: Any
    person_id: int | None
    family_name: str | None
    given_name: str | None
    middle_and_suffix: str | None
    released_at: datetime | None
    release_ready_at: datetime | None
    scheduled_release_on: date | None
    assigned_to_id: int | None
    first_name: str | None
    last_name: str | None
    username: str | None
    assigned_of: str | None
    """The role of whoever has it."""
    assigned_role: str
    """The role it was given to, where it was given to no one person."""
    person_key: str | None
    drafter: int | None
    """Who drafted the living decision."""
    owed: int
    owed_next: datetime | None
    """Notices owed, and when the next is due."""
    blocking: str | None
    """What a notice says that must be done first."""
    asked: int
    ask: str | None
    ask_of: str | None
    of_counsel: int
    """Open questions, the oldest with whom it is of, and how many are counsel's."""
    endless: bool
    """Whether somebody is held on it and no clock says until when."""
    last_act: datetime
    open_draft: bool
    """Whether the response is a draft in which an act is still open."""

    @property
    def person(self) -> NamedRequest | None:
        """Who is meant; None where nobody was chosen."""
        if self.person_id is None:
            return None
        name = name_on_record(self.family_name or "", self.given_name or "", self.middle_and_suffix or "")
        return NamedRequest(self.person_id, name, self.person_key or "")

    @property
    def assigned_to(self) -> NamedRequest | None:
        """In whose hands it was put."""
        if self.assigned_to_id is None:
            return None
        full = f"{self.first_name} {self.last_name}".strip()
        return NamedRequest(self.assigned_to_id, full or self.username or "")


_COLUMNS: dict[str, str] = {
    **{name: f"person__{name}" for name in NAME_COLUMNS},
    **{name: f"booking__{name}" for name in ("released_at", "release_ready_at", "scheduled_release_on")},
    **{name: f"assigned_to__{name}" for name in ("first_name", "last_name", "username")},
    "assigned_of": "assigned_to__role",
    "person_key": "person__key",
}
"""Which columns of a row stand with something else than the request."""


def open_now() -> list[Open]:
    """Every request that is not closed, the oldest first."""
    return [Open(*row) for row in _ROWS()]


def _rows() -> QuerySet[Any, Any]:
    closed = [name for name, state in table().states.items() if state.closed]
    living = Decision.objects.filter(request=OuterRef("pk"), state__in=["draft", "to_sign", "settled"])
    owed = Notice.objects.filter(request=OuterRef("pk"), served_at=None, excused="").order_by("due_at")
    asked = Question.objects.filter(request=OuterRef("pk"), closed_at=None).order_by("raised_at")
    acts = Event.objects.filter(request=OuterRef("number")).exclude(act__in=["view", "clock"]).order_by("-seq")
    beside = Request.objects.exclude(state__in=closed).annotate(
        drafter=Subquery(living.values("drafted_by_id")[:1]),
        owed=counted(owed, "request"),
        owed_next=Subquery(owed.values("due_at")[:1]),
        blocking=Subquery(owed.exclude(blocks="").values("says")[:1]),
        asked=counted(asked, "request"),
        ask=Subquery(asked.values("ask")[:1]),
        ask_of=Subquery(asked.values("of")[:1]),
        of_counsel=counted(asked.filter(of__icontains="counsel"), "request"),
        endless=_held() & ~Exists(Clock.objects.filter(request=OuterRef("pk"), kind="hold_end")),
        open_draft=has_open_draft(),
        last_act=Coalesce(Subquery(acts.values("at")[:1]), F("entered_at")),
    )
    return beside.order_by("received_at").values_list(*(_COLUMNS.get(name, name) for name in Open._fields))


_ROWS = BuiltOnce(_rows)


def _held() -> Exists:
    """Whether a decision in force holds somebody."""
    settled = {"decision__request": OuterRef("pk"), "decision__state": Decision.State.SETTLED}
    return Exists(ActChoice.objects.filter(**settled, act="hold", does="complies"))
