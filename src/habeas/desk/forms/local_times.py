"""Times that people type: local to the jail, read once, refused with a sentence that says how to write one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from habeas.common.moments import typed_time
from habeas.desk.services.office.office import Office
from habeas.desk.workflow.errors import RefusedError


def typed_moment(request: HttpRequest, name: str, words: str, here: Office) -> datetime | None:
    """The time in field `name`, None where it is empty. Raises RefusedError that names the field by its `words`."""
    text = request.POST.get(name, "").strip()
    if not text:
        return None
    try:
        typed = typed_time(text)
    except ValueError:
        raise RefusedError(f"{words}: enter the date and time, such as 11/25/2026 0305.") from None
    return typed if typed.tzinfo else typed.replace(tzinfo=ZoneInfo(here.time_zone))


def for_field(moment: datetime | None, here: Office) -> str:
    """A moment as a field for a local time holds it."""
    return moment.astimezone(ZoneInfo(here.time_zone)).strftime("%Y-%m-%dT%H:%M") if moment else ""
