"""The hand-over of a shift: generated from what is open, accepted by the next watch, never by one person twice.

What is stored holds no names; whom a line is about is read when the sheet is shown (`shift_sheet`). Whoever accepts it takes over
what was in the hands of whoever passed it on.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from habeas.desk.doing import Doing
from habeas.desk.models import Account, Clock, Comment, Contact, Decision, Dispute, Handover, Notice, Question, Request
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.assigning import pass_on
from habeas.desk.services.clocks.clock_rules import RULES
from habeas.desk.services.clocks.clocks import running
from habeas.desk.services.pages.board_orders import AGAINST
from habeas.desk.services.pages.shift_releases import leaving, left_out, orders, standing
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.second_acts import demand_shown, shown_of
from habeas.desk.workflow.table import table

AHEAD = timedelta(hours=12)
"""Clocks that end within this are handed over one by one; later ones are counted."""


def prepare(doing: Doing) -> Handover:
    """Generate the hand-over of the watch that ends: the making of it is the initial of whoever passes it on."""
    check_right(needed("hand_over"), doing.role)
    key = new_key()
    with acting(doing, "hand_over", "handover", key) as entry:
        body = _body(doing.at) | {"assigned": _assigned(doing), "calls": _calls(doing)}
        entry.detail |= {
            "step": "prepared",
            "lines": sum(len(rows) for rows in body.values() if isinstance(rows, list)),
        }
        return Handover.objects.create(
            key=key, made_at=doing.at, role=doing.role, body=body, outgoing=doing.needed_account
        )


def shown(handover: Handover) -> str:
    """The hash of what the next watch is shown."""
    return shown_of("take_shift", handover)


def take(handover: Handover, seen: str, doing: Doing) -> Handover:
    """The next watch accepts it, and takes over what was assigned to whoever passed it on. `seen`: the hash of what the page showed.

    Raises RefusedError for the one who made it, where it was accepted already, and for another role than whose shift it is.
    """
    check_right(needed("hand_over"), doing.role)
    with acting(doing, "hand_over", "handover", handover.key) as entry:
        fresh = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
        if fresh.incoming_id is not None:
            raise RefusedError("This shift was accepted already.")
        if fresh.outgoing_id == doing.needed_account.pk:
            raise RefusedError("You passed this shift on; the next watch accepts it.")
        if doing.role not in {fresh.role or Account.Role.COMMANDER, Account.Role.COMMANDER}:
            raise RefusedError("This is the watch commander’s shift; a watch commander accepts it.")
        demand_shown(seen, shown(fresh), entry)
        fresh.incoming, fresh.taken_at = doing.needed_account, doing.at
        fresh.save(update_fields=["incoming", "taken_at"])
        entry.detail["step"] = "taken"
        entry.detail["assigned"] = [each.number for each in _take_over(fresh, doing)]
    handover.refresh_from_db()
    return handover


def _take_over(handover: Handover, doing: Doing) -> list[Request]:
    """Give the next watch what is still assigned to whoever passed the shift on, each with its event."""
    wanted = [row["request"] for row in handover.body.get("assigned", ())]
    rows = list(_in_hands(handover.outgoing_id).filter(number__in=wanted))
    for each in rows:
        pass_on(each, doing)
    return rows


def _in_hands(account: int) -> QuerySet[Request]:
    """The open requests that are assigned to one person."""
    closed = [name for name, state in table().states.items() if state.closed]
    return Request.objects.filter(assigned_to=account).exclude(state__in=closed).order_by("received_at")


def _assigned(doing: Doing) -> list[dict[str, Any]]:
    """What is in the hands of whoever passes the shift on, each with the last note about it by its key."""
    notes = Comment.objects.filter(request=OuterRef("pk")).exclude(words="").order_by("-at", "-pk").values("key")[:1]
    rows = _in_hands(doing.needed_account.pk).annotate(note=Subquery(notes)).values_list("number", "state", "note")
    return [{"request": number, "state": state, "note": note} for number, state, note in rows]


def _calls(doing: Doing) -> list[dict[str, Any]]:
    """The contacts that whoever passes the shift on did not finish."""
    rows = Contact.objects.filter(finished_at=None, by=doing.needed_account).order_by("began_at")
    return [{"key": each.key, "since": each.began_at.isoformat()} for each in rows]


def _body(at: datetime) -> dict[str, Any]:
    """What is open, as JSON values: request numbers, opaque keys and fixed words only."""
    stands = standing(at)
    return {
        "orders": orders(stands),
        "leaving": leaving(at),
        "leaving_more": left_out(at),
        "clocks": _clocks(at, {each.person_id for each in stands}),
        "later": running().filter(ends_at__gt=at + AHEAD).exclude(kind="notice").count(),
        "disputes": _disputes(),
        "drafts": _drafts(),
        "waiting": _waiting(),
        "notices": _notices(),
        "promised": _promised(),
    }


def _clocks(at: datetime, against: set[int | None]) -> list[dict[str, Any]]:
    rows = running().filter(ends_at__lte=at + AHEAD).exclude(kind="notice").select_related("request", "booking")
    rows = rows.order_by("-custody", "ends_at")  # notices stand in a list of their own
    return [
        {
            "key": each.key,
            "request": each.request.number if each.request else "",
            "what": _says(each, against),
            "ends_at": each.ends_at.isoformat(),
            "custody": each.custody,
            "overdue": each.ends_at <= at,
        }
        for each in rows
    ]


def _says(clock: Clock, against: set[int | None]) -> str:
    """A deadline in the words of its rule; of a release that something stands against, that it comes second."""
    stands = clock.kind == "release" and clock.booking is not None and clock.booking.person_id in against
    return AGAINST if stands else RULES[clock.kind].says


def _disputes() -> list[dict[str, Any]]:
    rows = Dispute.objects.filter(resolved_at=None).select_related("request").order_by("raised_at")
    return [
        {
            "key": each.key,
            "request": each.request.number if each.request else "",
            "what": each.get_says_display(),
            "since": each.raised_at.isoformat(),
            "stands": "awaiting second review" if each.proposed_at else "no decision yet",
        }
        for each in rows
    ]


def _drafts() -> list[dict[str, Any]]:
    rows = Decision.objects.filter(state=Decision.State.TO_SIGN).select_related("request", "drafted_by")
    return [
        {"request": each.request.number, "by": each.drafted_by.shown, "since": each.drafted_at.isoformat()}
        for each in rows.order_by("drafted_at")
    ]


def _waiting() -> list[dict[str, Any]]:
    """Questions that are open, each with who can say; a closed request's are not."""
    closed = [name for name, state in table().states.items() if state.closed]
    rows = Question.objects.filter(closed_at=None).exclude(request__state__in=closed).select_related("request")
    return [
        {
            "request": each.request.number,
            "of": each.of,
            "asked_at": each.asked_at.isoformat() if each.asked_at else None,
            "how": each.asked_how,
        }
        for each in rows.order_by("raised_at")[:100]
    ]


def _notices() -> list[dict[str, Any]]:
    """Notices that are owed, one line a request: what, and the earliest time."""
    found: dict[str, dict[str, Any]] = {}
    rows = Notice.objects.filter(served_at=None, excused="").select_related("request").order_by("due_at", "id")
    for each in rows:
        due = each.due_at.isoformat() if each.due_at else None
        line = found.setdefault(each.request.number, {"request": each.request.number, "what": [], "due_at": due})
        line["what"].append(each.what)
    return list(found.values())


def _promised() -> list[dict[str, Any]]:
    """What was promised in a contact: the time and the contact's key; the words stand with the contact."""
    rows = Contact.objects.filter(promise_kept_at=None).exclude(promised="").select_related("request")
    return [
        {
            "key": each.key,
            "request": each.request.number if each.request else "",
            "for": each.promised_for.isoformat() if each.promised_for else None,
        }
        for each in rows.order_by("promised_for")
    ]


def handovers() -> QuerySet[Handover]:
    """Every hand-over, the newest first."""
    return Handover.objects.select_related("outgoing", "incoming").order_by("-made_at", "-id")


def next_change(starts: str, local: datetime) -> datetime:
    """The next change of the watch after `local` (a time with its zone)."""
    found = []
    for text in starts.split():
        try:
            change = datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a time of day; the zone is that of `local`
        except ValueError:
            continue
        for day in (0, 1):
            found.append(datetime.combine(local.date() + timedelta(days=day), change, tzinfo=local.tzinfo))
    return min((each for each in found if each > local), default=local + timedelta(hours=8))


def handover_called(key: str) -> Handover | None:
    """One hand-over."""
    return handovers().filter(key=key).first()
