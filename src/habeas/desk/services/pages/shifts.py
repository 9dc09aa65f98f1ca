"""The hand-over of a shift: generated from what is open, initialled by both commanders, never by one person twice. It holds no names."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import Contact, Decision, Dispute, Handover, Notice, Question
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.clocks.clock_rules import RULES
from habeas.desk.services.clocks.clocks import running
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.table import table

AHEAD = timedelta(hours=12)
"""Clocks that end within this are handed over one by one; later ones are counted."""


def prepare(doing: Doing) -> Handover:
    """Generate the hand-over of the watch that ends: the outgoing commander's initial is the making of it."""
    check_right(needed("hand_over"), doing.role)
    key = new_key()
    with acting(doing, "hand_over", "handover", key) as entry:
        body = _body(doing.at)
        entry.detail |= {
            "step": "prepared",
            "lines": sum(len(rows) for rows in body.values() if isinstance(rows, list)),
        }
        return Handover.objects.create(key=key, made_at=doing.at, body=body, outgoing=doing.needed_account)


def take(handover: Handover, doing: Doing) -> Handover:
    """The incoming commander initials it. Raises RefusedError for the one who made it, and where it is taken already."""
    check_right(needed("hand_over"), doing.role)
    with acting(doing, "hand_over", "handover", handover.key) as entry:
        fresh = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
        if fresh.incoming_id is not None:
            raise RefusedError("This shift was accepted already.")
        if fresh.outgoing_id == doing.needed_account.pk:
            raise RefusedError("You passed this shift on; the next commander accepts it.")
        fresh.incoming, fresh.taken_at = doing.needed_account, doing.at
        fresh.save(update_fields=["incoming", "taken_at"])
        entry.detail["step"] = "taken"
    handover.refresh_from_db()
    return handover


def _body(at: datetime) -> dict[str, Any]:
    """What is open, as JSON values: request numbers, opaque keys and fixed words only."""
    return {
        "clocks": _clocks(at),
        "later": running().filter(ends_at__gt=at + AHEAD).exclude(kind="notice").count(),
        "disputes": _disputes(),
        "drafts": _drafts(),
        "waiting": _waiting(),
        "notices": _notices(),
        "promised": _promised(),
    }


def _clocks(at: datetime) -> list[dict[str, Any]]:
    rows = running().filter(ends_at__lte=at + AHEAD).exclude(kind="notice").select_related("request")
    rows = rows.order_by("-custody", "ends_at")  # notices stand in a list of their own
    return [
        {
            "key": each.key,
            "request": each.request.number if each.request else "",
            "what": RULES[each.kind].says,
            "ends_at": each.ends_at.isoformat(),
            "custody": each.custody,
            "overdue": each.ends_at <= at,
        }
        for each in rows
    ]


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


def promises(keys: Iterable[str]) -> dict[str, str]:
    """What was promised in these contacts, by key, in words; a hand-over itself holds none."""
    wanted = list(keys)
    return dict(Contact.objects.filter(key__in=wanted).values_list("key", "promised")) if wanted else {}
