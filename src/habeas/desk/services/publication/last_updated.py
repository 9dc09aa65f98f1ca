"""When what the public site shows was last changed: the schedule of what is public, the office, its seal."""

from datetime import datetime

from habeas.desk.models import Event

SHOWN = ("publish", "configure")
"""The acts that change what the public site shows."""


def last_updated() -> datetime | None:
    """The time of the last change; None where there was none."""
    return Event.objects.filter(act__in=SHOWN).order_by("-seq").values_list("at", flat=True).first()
