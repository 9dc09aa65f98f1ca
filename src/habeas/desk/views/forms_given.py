"""What forms give, read once: moments and days on the jail's clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from habeas.common.moments import typed_day, typed_time
from habeas.desk.services.office.office import zone
from habeas.desk.views.common import here_of
from habeas.desk.workflow.errors import RefusedError


def local_now(zone_name: str, at: datetime) -> str:
    """The moment as a form's date and time field takes it, on the jail's clock."""
    return at.astimezone(ZoneInfo(zone_name)).strftime("%Y-%m-%dT%H:%M")


def moment_given(request: HttpRequest, name: str) -> datetime:
    """A past date and time from a form; the moment itself where the field was left empty. RefusedError where it cannot be."""
    found = any_moment(request, name)
    moment: datetime = request.moment  # type: ignore[attr-defined]
    if found is not None and found > moment:
        raise RefusedError("The time entered is in the future; enter the actual time.")
    return found or moment


def any_moment(request: HttpRequest, name: str) -> datetime | None:
    """A date and time from a form on the jail's clock; None where the field was left empty. RefusedError where it cannot be read."""
    text = request.POST.get(name, "").strip()
    if not text:
        return None
    try:
        found = typed_time(text)
    except ValueError:
        raise RefusedError(f'"{text[:25]}" is not a date and time; enter it as 11/25/2026 0305.') from None
    return found if found.tzinfo else found.replace(tzinfo=zone(here_of(request)))


def day_given(request: HttpRequest, name: str) -> date | None:
    """A day from a form; None where the field was left empty."""
    text = request.POST.get(name, "").strip()
    if not text:
        return None
    try:
        return typed_day(text)
    except ValueError:
        raise RefusedError(f'"{text[:25]}" is not a date; enter it as 11/25/2026.') from None
