"""Reading the intake forms: what arrived, how, when and from whom; nothing typed is lost."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from habeas.common.numbers import whole_number
from habeas.desk.forms.local_times import typed_moment
from habeas.desk.services.office.office import Office
from habeas.desk.workflow.errors import RefusedError

WORDS = ("received_by", "sender_name", "sender_agency", "sender_verified", "paper_form")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the form says about how something arrived."""

    channel: str
    received_at: datetime
    touched_at: datetime | None
    received_by: str
    sender: dict[str, str]
    late: bool
    paper_form: str


def arrival_from(request: HttpRequest, here: Office, at: datetime) -> Arrival:
    """The arrival as typed. An empty time of receipt is now, but never for what was worked on paper before."""
    post = {name: request.POST.get(name, "").strip() for name in ("channel", "late", *WORDS)}
    received = typed_moment(request, "received_at", "Received", here)
    if received is None and post["late"]:
        raise RefusedError("Received: enter when it was received; it was worked on paper first.")
    return Arrival(
        post["channel"],
        received or at,
        typed_moment(request, "touched_at", "First handled", here),
        post["received_by"],
        {name: post[name] for name in ("sender_name", "sender_agency", "sender_verified")},
        bool(post["late"]),
        post["paper_form"],
    )


def uploaded(request: HttpRequest, name: str = "file") -> tuple[bytes, str] | None:
    """The file sent with the form and its name, None where none was. Raises RefusedError for one that is too large to take."""
    found = request.FILES.get(name)
    if found is not None:
        return found.read(), str(found.name or "file")
    if (whole_number(request.META.get("CONTENT_LENGTH")) or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 2**20
        raise RefusedError(f"The file is larger than {most} MB; split it, or scan it smaller.")
    return None
