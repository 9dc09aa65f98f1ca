"""Who has access and uses it: each account with its second factors and how often it looked, for the review of access."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import CharField, Count, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat

from habeas.desk.models import Account, Event
from habeas.desk.services.office.managing import factors_set_up

LOOKED_WITHIN = timedelta(days=30)


def accounts_in_use(at: datetime) -> list[tuple[Account, int]]:
    """Every account, the open ones first, with its second factors (`factors`), and how many pages it looked at in the month before `at`."""
    actor: Any = Concat(Value("staff-"), Cast(OuterRef("pk"), CharField()))
    looked = Event.objects.filter(act="view", at__gte=at - LOOKED_WITHIN, actor=actor).order_by().values("act")
    seen = Subquery(looked.annotate(times=Count("id")).values("times"))
    rows = Account.objects.annotate(factors=factors_set_up(), seen=seen).order_by("-is_active", "role", "last_name")
    return [(each, each.seen or 0) for each in rows]
