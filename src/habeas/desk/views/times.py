"""What was typed in a box for a day or time, said back before the form is sent."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from habeas.common.dates_read import day_read, moment_read
from habeas.desk.forms.local_times import day_wanted, moment_wanted, read_day, read_moment
from habeas.desk.services.office.office import Office, style_of, zone
from habeas.desk.views.common import here_of

PLAIN = "text/plain; charset=utf-8"


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """The day or time as it is read, or the sentence that asks for another (422)."""
    here, text, now = here_of(request), request.POST.get("text", "")[:60], request.moment  # type: ignore[attr-defined]
    day = request.POST.get("kind") == "day"
    try:
        found = _day_said(text, here, now) if day else _moment_said(text, here, now)
    except ValueError:
        wanted = day_wanted if day else moment_wanted
        return HttpResponse(wanted("", text, here, now), status=422, content_type=PLAIN)
    return HttpResponse(f"Read as {found}", content_type=PLAIN)


def _day_said(text: str, here: Office, now: datetime) -> str:
    return day_read(read_day(text, here, now), style_of(here))


def _moment_said(text: str, here: Office, now: datetime) -> str:
    return moment_read(read_moment(text, here, now), zone(here), style_of(here))
