"""What an event of the record lets another system be told, and whether a call that is kept says just that."""

import json
from datetime import datetime

from habeas.desk.models import Event


def name_of(body: str) -> str:
    """The name of an event by the state that its request came to; empty where it came to none."""
    try:
        detail = json.loads(body)["detail"]
        moved = detail.get("to") if detail.get("to") != detail.get("from") else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""  # the check of the chain names it
    return f"request.{moved}" if isinstance(moved, str) else ""


def says_what_happened(seq: int, event: str, request: str, happened_at: datetime) -> bool:
    """Whether event `seq` of the record is the one that a call tells of: its name, its request, its time."""
    found = Event.objects.filter(seq=seq, kind="request").values_list("request", "at", "body").first()
    return found is not None and (request, happened_at, event) == (found[0], found[1], name_of(found[2]))
