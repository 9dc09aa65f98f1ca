"""The one way a request moves: right, state, guards and event in one transaction; the loser of a race is told who was first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from habeas.desk.doing import Doing, staff_number
from habeas.desk.models import Account, Event, Request
from habeas.desk.record.writing import EventEntry, acting
from habeas.desk.workflow.errors import NotYoursError, RefusedError, TooLateError
from habeas.desk.workflow.guards import GUARDS, Shown, State
from habeas.desk.workflow.table import Capability, table


@dataclass(slots=True)
class Move:
    """A request on its way: the fresh row (locked), the event to fill in, and where it will go (`to` may be set for a dispute)."""

    request: Request
    entry: EventEntry
    to: str


@contextmanager
def moving(request: Request, name: str, doing: Doing, seen: int | None = None) -> Iterator[Move]:
    """Do what capability `name` says to `request`, all or nothing. `seen` is the version the actor was shown.

    Raises NotYoursError, TooLateError or RefusedError; then nothing has changed.
    """
    capability = needed(name)
    with acting(doing, capability.event, "request", request.key, request.number) as entry:
        fresh = _locked(request, seen)
        check_right(capability, doing.role, fresh.state)
        move = Move(fresh, entry, capability.to or fresh.state)
        entry.detail |= {"capability": name, "from": fresh.state}
        _check_guards(capability.first, State(fresh), doing)
        yield move
        _check_guards(capability.guards, State(fresh), doing)
        entry.detail["to"] = fresh.state = move.to
        fresh.version += 1
        fresh.save()
    request.refresh_from_db()


def needed(name: str) -> Capability:
    """The capability called `name`; KeyError where the table has none."""
    return table().capabilities[name]


def check_right(capability: Capability, role: str, state: str | None = None) -> None:
    """Raise NotYoursError where the role may not, RefusedError where the state does not allow it."""
    if role not in capability.roles:
        raise NotYoursError(f'Your role ({role.replace("_", " ")}) may not do this: "{capability.says}".')
    if not capability.open_to(role, state):
        words = table().states[state].words.lower() if state else "in no state"
        raise RefusedError(f'"{capability.says}" is not possible now: the request is {words}.')


def what_hinders(request: Request, name: str, doing: Doing, page: Shown | None = None) -> str | None:
    """Why `name` cannot be done to `request` now, in one sentence; None where it can. `page` is what a page has read of it already."""
    capability = needed(name)
    try:
        check_right(capability, doing.role, request.state)
        _check_guards(capability.first, State(request, page), doing)
    except RefusedError as fault:
        return str(fault)
    return None


def open_to(request: Request, doing: Doing) -> list[Capability]:
    """What the actor may do to the request now, by role and state, in the order of the table."""
    return [
        each for each in table().capabilities.values() if each.from_states and each.open_to(doing.role, request.state)
    ]


def _check_guards(names: tuple[str, ...], state: State, doing: Doing) -> None:
    for name in names:
        fault = GUARDS[name](state, doing)
        if fault:
            raise RefusedError(fault)


def _locked(request: Request, seen: int | None) -> Request:
    fresh = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if seen is not None and fresh.version != seen:
        raise TooLateError(*_last_hand(fresh))
    return fresh


def _last_hand(request: Request) -> tuple[str, datetime | None]:
    last = Event.objects.filter(kind="request", object=request.key).exclude(act="view").order_by("-seq").first()
    if last is None:
        return "Someone", None
    return name_of(last.actor), last.at


def name_of(actor: str) -> str:
    """The name of an actor as pages show it."""
    number = staff_number(actor)
    if number is not None:
        account = Account.objects.filter(pk=number).first()
        return account.shown if account else "A former member of staff"
    return "System" if actor == "system" else "A program of the jail"
