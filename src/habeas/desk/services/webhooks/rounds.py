"""One round of calls: find what is new for each address, call, try again later what was not taken."""

from collections.abc import Iterator
from datetime import datetime
from functools import reduce
from itertools import islice
from operator import or_

from django.db import transaction
from django.db.models import Max, Q

from habeas.desk.models import Event, Webhook, WebhookCall
from habeas.desk.services.mail.tries import KEPT, Try, tried
from habeas.desk.services.webhooks.calling import NotTakenError, call
from habeas.desk.services.webhooks.hooks import is_ours, standing
from habeas.desk.services.webhooks.told import name_of, says_what_happened

BAND = 500
"""How many calls one round queues for one address."""
AT_ONCE = 20
State = WebhookCall.State


def webhook_round(at: datetime) -> int:
    """Queue and call. How many calls were taken; without an address that two people stand for, nothing is done."""
    hooks = [each for each in standing() if is_ours(each)]
    for each in hooks:
        _queue(each, at)
    _forget(at)
    waiting = WebhookCall.objects.filter(state=State.WAITING, not_before__lte=at, hook__in=hooks).order_by("seq", "pk")
    return sum(tried(_try(each, at), at) for each in waiting.select_related("hook")[:AT_ONCE])


def _queue(hook: Webhook, at: datetime) -> None:
    """A call for each event since the last that the address was told of, each once."""
    last = hook.calls.aggregate(last=Max("seq"))["last"]
    after = max(hook.from_seq, -1 if last is None else last)
    with transaction.atomic():
        for seq, event, number, happened_at in list(islice(_new(hook, after), BAND)):
            WebhookCall.objects.get_or_create(
                hook=hook, seq=seq,
                defaults={"event": event, "request": number, "happened_at": happened_at, "not_before": at},
            )  # fmt: skip


def _new(hook: Webhook, after: int) -> Iterator[tuple[int, str, str, datetime]]:
    """The events that the address is told of: their number, name, request and time, and nothing else that they say."""
    rows = Event.objects.filter(_speaks_of(hook), seq__gt=after, kind="request").exclude(request="").order_by("seq")
    found = rows.values_list("seq", "request", "at", "body")
    for seq, number, happened_at, body in found.iterator(chunk_size=BAND):  # however many stand between are passed over
        name = name_of(body)
        if name in hook.events:
            yield seq, name, number, happened_at


def _speaks_of(hook: Webhook) -> Q:
    """Events whose words name a state that the address is told of; which of them came to it is read then."""
    states = (each.removeprefix("request.") for each in hook.events)
    return reduce(or_, (Q(body__contains=f'"to":"{state}"') for state in states), Q(pk=None))


def _forget(at: datetime) -> None:
    """Calls that ended long ago are not kept; the newest of an address says how far it was told."""
    newest = Webhook.objects.annotate(last=Max("calls__pk")).values("last")
    WebhookCall.objects.filter(ended_at__lt=at - KEPT).exclude(pk__in=newest).delete()


def _try(row: WebhookCall, at: datetime) -> Try:
    return Try(row, lambda: _call(row, at), "webhook", row.hook.key, {"told": row.event, "tries": row.tries + 1})


def _call(row: WebhookCall, at: datetime) -> None:
    """Make a call that says what its event says. Raises NotTakenError for one that somebody wrote into the store, or changed there."""
    if not says_what_happened(row.seq, row.event, row.request, row.happened_at):
        raise NotTakenError("it is not what the record says")
    call(row, at)


def troubled() -> tuple[int, int, str]:
    """Of the addresses that stand: how many calls wait after a try, how many were given up in the last days, and why."""
    rows = WebhookCall.objects.filter(hook__ended_at=None).exclude(trouble="")
    newest = rows.order_by("-pk").values_list("trouble", flat=True).first() or ""
    return rows.filter(state=State.WAITING).count(), rows.filter(state=State.GIVEN_UP).count(), newest
