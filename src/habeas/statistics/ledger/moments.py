"""Moments as an event's detail writes them: with a zone, or they are no moment."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any


def moment_in(detail: Mapping[str, Any], name: str) -> datetime | None:
    """The moment called `name`; None where none stands there, or one without a zone."""
    try:
        at = datetime.fromisoformat(str(detail.get(name) or ""))
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
