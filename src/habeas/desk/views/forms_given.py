"""What forms give, read once: moments and days on the jail's clock, none of them in the future where it says what was done."""

from datetime import date, datetime

from django.http import HttpRequest

from habeas.desk.forms.local_times import typed_date, typed_moment
from habeas.desk.views.common import here_of
from habeas.desk.workflow.errors import RefusedError


def moment_given(request: HttpRequest, name: str) -> datetime:
    """A past date and time from a form; the moment itself where the field was left empty. RefusedError where it cannot be."""
    found = any_moment(request, name)
    moment: datetime = request.moment  # type: ignore[attr-defined]
    if found is not None and found > moment:
        raise RefusedError("The time entered is in the future; enter the actual time.")
    return found or moment


def any_moment(request: HttpRequest, name: str) -> datetime | None:
    """A date and time from a form on the jail's clock; None where the field was left empty. RefusedError where it cannot be read."""
    return typed_moment(request, name, "Time", here_of(request))


def day_given(request: HttpRequest, name: str) -> date | None:
    """A day from a form; None where the field was left empty."""
    return typed_date(request, name, "Date", here_of(request))
