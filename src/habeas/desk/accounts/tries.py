"""Counting what is tried, in the database and before it is tried: many at a time count as many, and no flood pushes a count out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from habeas.desk.models import Tries

FORGOTTEN = timedelta(days=1)
"""How long after its end a count is thrown away."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so often within so long."""

    most: int
    within: timedelta


def take(bucket: str, limit: Limit, at: datetime) -> bool:
    """Count one try; False, and nothing counted, where the limit was reached before."""
    return take_counted(bucket, limit, at) > 0


def take_counted(bucket: str, limit: Limit, at: datetime) -> int:
    """Count one try; how many were left, this one included. 0, and nothing counted, where the limit was reached before."""
    with transaction.atomic():
        began = {"count": 0, "ends_at": at + limit.within}
        row, made = Tries.objects.select_for_update().get_or_create(bucket=_digest(bucket), defaults=began)
        if made:
            Tries.objects.filter(ends_at__lt=at - FORGOTTEN).delete()
        if row.ends_at <= at or row.ends_at > at + limit.within:  # over; or the clock was set back meanwhile
            row.count, row.ends_at = 0, at + limit.within
        left = max(0, limit.most - row.count)
        if left:
            row.count += 1
            row.save(update_fields=["count", "ends_at"])
    return left


def is_full(bucket: str, limit: Limit, at: datetime) -> bool:
    """Whether nothing more may be tried now."""
    return Tries.objects.filter(bucket=_digest(bucket), count__gte=limit.most, ends_at__gt=at).exists()


def give_back(bucket: str) -> None:
    """Take one try off the count: it was no failure."""
    Tries.objects.filter(bucket=_digest(bucket), count__gt=0).update(count=F("count") - 1)


def forget(bucket: str) -> None:
    """Begin the count anew."""
    Tries.objects.filter(bucket=_digest(bucket)).delete()


def _digest(bucket: str) -> str:
    return salted_hmac("habeas.tries", bucket, algorithm="sha256").hexdigest()
