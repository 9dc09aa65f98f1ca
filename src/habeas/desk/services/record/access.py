"""Who has access and uses it: each account with its second factors and how often it looked, for the review of access."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import CharField, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat

from habeas.desk.models import Account, Checkpoint, Event
from habeas.desk.services.office.managing import factors_set_up

LOOKED_WITHIN = timedelta(days=30)
COUNTED = 100
"""What is counted at most: beyond it the page says "or more", and takes no longer however much somebody looked."""


class _CountOf(Subquery):
    """How many rows a sliced query gives."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted_rows)"
    output_field = IntegerField()


def accounts_in_use(at: datetime) -> list[tuple[Account, int]]:
    """Every account, the open ones first, with its second factors (`factors`), and how many pages it looked at in the month before `at`.

    `COUNTED` stands for that many or more.
    """
    actor: Any = Concat(Value("staff-"), Cast(OuterRef("pk"), CharField()))
    since = at - LOOKED_WITHIN
    looked = Event.objects.filter(act="view", actor=actor, seq__gte=_before(since), at__gte=since)
    seen = _CountOf(looked.order_by("-seq").values("pk")[:COUNTED])
    rows = (
        Account.objects.select_related("excused_by")
        .annotate(factors=factors_set_up(), seen=seen)
        .order_by("-is_active", "role", "last_name")
    )
    return [(each, each.seen or 0) for each in rows]


def _before(since: datetime) -> int:
    """The number of an event before which all are older than `since`, by the last head that was signed until then."""
    return Checkpoint.objects.filter(at__lte=since).order_by("-at").values_list("size", flat=True).first() or 0
