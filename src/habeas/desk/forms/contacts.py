"""Reading the contact form: pick-lists first, free text second, nothing typed is lost."""

from datetime import datetime, timedelta

from django.http import HttpRequest

from habeas.desk.doing import Doing
from habeas.desk.forms.local_times import typed_moment
from habeas.desk.services.cases.requests import Request, request_and_person
from habeas.desk.services.contacts.contacts import Call, Contact
from habeas.desk.services.custody.people import Booking, bookings_numbered
from habeas.desk.services.custody.picking import ask_which
from habeas.desk.services.office.office import Office
from habeas.desk.workflow.errors import RefusedError

ASKED: dict[str, str] = {
    "in_custody": "Whether someone is in custody",
    "release_date": "Release date",
    "longer": "Hold past release",
    "hand_over": "Transfer of an inmate",
    "speak": "Interview",
    "let_in": "Facility access",
    "records": "Copies, records or a list",
    "address": "Home or work address",
    "paper": "Whether their document was received",
}
"""What is mostly asked; anything else in words."""

ON_THE_LINE = frozenset({"call_in", "call_out", "door"})
JUST_NOW = timedelta(hours=1)


def call_from(request: HttpRequest, here: Office, doing: Doing) -> Call:
    """The contact as the form has it. Raises RefusedError for a time, a request or a booking that cannot be read, WhichError for a name."""
    post = request.POST
    asked = [ASKED[each] for each in post.getlist("asked") if each in ASKED]
    words = post.get("asked_words", "").strip()
    about_request = _request(post.get("request", "").strip())
    began = typed_moment(request, "began_at", "Began", here) or doing.at
    told = tuple(post.getlist("told"))
    return Call(
        way=post.get("way", ""),
        who=post.get("who", "").strip(),
        agency=post.get("agency", "").strip(),
        badge=post.get("badge", "").strip(),
        number=post.get("number", "").strip(),
        began_at=began,
        ended_at=_ended(request, here, began, doing.at),
        asked="; ".join([*asked, *([words] if words else [])]),
        note=post.get("note", "").strip(),
        request=about_request,
        told=told,
        about=_booking(post.get("chosen", "") or post.get("booking", "").strip(), about_request, doing),
        promised=post.get("promised", "").strip(),
        promised_for=typed_moment(request, "promised_for", "Promised for", here),
    )


def _ended(request: HttpRequest, here: Office, began: datetime, at: datetime) -> datetime | None:
    """The end as typed; a call or a door that began within the hour and is finished now ends now."""
    typed = typed_moment(request, "ended_at", "Ended", here)
    live = request.POST.get("way") in ON_THE_LINE and at - began <= JUST_NOW and "later" not in request.POST
    return typed or (max(began, at) if live else None)


def _request(number: str) -> Request | None:
    if not number:
        return None
    found = request_and_person(number)
    if found is None:
        raise RefusedError("There is no request with that number; leave it empty if there is none.")
    return found


def _booking(number: str, request: Request | None, doing: Doing) -> Booking | None:
    if not number:
        return request.booking if request else None
    found = bookings_numbered(number)
    if not found:
        ask_which(number, doing)
    if len(found) != 1:
        raise RefusedError(
            "No inmate of the roster has that name or booking number. Check it; if the person is not here, empty the box and write the name"
            " under Other request."
        )
    return found[0]


def typed(contact: Contact | None, request: HttpRequest) -> dict[str, str]:
    """What a form shows in its fields again: what was just typed, or what was saved."""
    if request.method == "POST":
        return {key: str(value) for key, value in request.POST.items()}
    if contact is None:
        return {"way": "call_in"}
    names = ("way", "who", "agency", "badge", "number", "note", "promised")
    about = contact.about.booking_id if contact.about else ""
    return {name: getattr(contact, name) for name in names} | {"asked_words": contact.asked, "booking": about}
