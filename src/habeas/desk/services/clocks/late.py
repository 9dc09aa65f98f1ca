"""When something is late: one rule for every page, list, count and query."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from habeas.common.dates_read import time_left


def is_late(ends: datetime | None, at: datetime) -> bool:
    """Whether a time has come: what ends now is late now; what has no end never is."""
    return ends is not None and ends <= at


def late_by(column: str, at: Any) -> Q:
    """The rows whose time has come at `at`, a moment or what stands for one in a query."""
    return Q(**{f"{column}__lte": at})


def in_time_by(column: str, at: Any) -> Q:
    """The rows whose time has not come, and those without one."""
    return Q(**{column: None}) | Q(**{f"{column}__gt": at})


def left_words(ends: datetime | None, at: datetime) -> str:
    """Time left in words: `2 h 05 min left`, `overdue 35 min`; empty where nothing is due."""
    if ends is None:
        return ""
    return f"overdue {time_left(at - ends)}" if is_late(ends, at) else f"{time_left(ends - at)} left"
