"""People: found by a search that leaves nothing in an address, the page of one in four parts, and the release watch."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.forms.local_times import typed_moment
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases import about_person as about
from habeas.desk.services.custody import picking
from habeas.desk.services.custody.people import (
    MOST,
    SEEN_AT_ONCE,
    Booking,
    FoundPerson,
    Person,
    booking_called,
    bookings_of,
    page_of,
    seen_by,
    staff_names,
    stays_of,
)
from habeas.desk.services.office.office import for_field, local_day
from habeas.desk.services.pages.board_orders import words_of
from habeas.desk.services.publication import register
from habeas.desk.services.releases import release_watch
from habeas.desk.services.releases.released_against import (
    ASKS,
    AheadOfDateError,
    Confirmed,
    StandsAgainstError,
    ahead_of_date,
    alerts,
    on_red_list,
)
from habeas.desk.services.releases.standing_orders import orders_and_unmatched, standing_for
from habeas.desk.services.releases.undoing import undo_release
from habeas.desk.services.upkeep import jobs
from habeas.desk.views.common import here_of, or_404, saw
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import needed


def search(request: HttpRequest) -> HttpResponse:
    """Search by name, number or birth date: by POST, so that no address, log or history holds what was asked."""
    here_of(request)
    typed = {name: request.POST.get(name, "").strip() for name in ("name", "number", "born")}
    found: FoundPerson | None = None
    if request.method == "POST":
        try:
            found = picking.search(typed, doing_of(request))
        except RefusedError as fault:
            messages.error(request, str(fault))
    return render(request, "desk/people/search.html", {"found": found, "typed": typed, "most": MOST})


def _person(request: HttpRequest, key: str, part: str) -> tuple[Person, dict[str, Any]]:
    here = here_of(request)
    person = or_404(page_of(key))
    saw(request, "person", person.key, {"part": part, "record": person.record_sha256})
    return person, {"person": person, "part": part, "office": here}


def show(request: HttpRequest, key: str) -> HttpResponse:
    """Custody: bookings, charges, what anybody can see today."""
    person, context = _person(request, key, "custody")
    day = local_day(context["office"], request.moment)  # type: ignore[attr-defined]
    stays = stays_of(person)
    rows = [(each, stays.get(each["booking_id"])) for each in bookings_of(person)]
    return render(
        request,
        "desk/people/custody.html",
        context
        | {"rows": rows, "stay": rows[0][1] if rows else None, "shown": register.today(day), "record": person.record},
    )


def requests(request: HttpRequest, key: str) -> HttpResponse:
    """Requests, notices and disputes."""
    person, context = _person(request, key, "requests")
    rows = about.notices_and_disputes(person)
    context |= {"asked_of": about.requests_about(person), "notices": rows.notices, "disputes": rows.disputes}
    return render(request, "desk/people/requests.html", context)


def contacts(request: HttpRequest, key: str) -> HttpResponse:
    """Every word about the person with federal authorities, and the tellings that no desk sends."""
    person, context = _person(request, key, "contacts")
    context |= {"contacts": about.contacts_about(person), "tellings": about.tellings_about(person)}
    context |= {"newest": {"key": getattr(person, "newest_booking", None)}}
    return render(request, "desk/people/contacts.html", context)


def views(request: HttpRequest, key: str) -> HttpResponse:
    """Who looked, the newest first; older ones by the link at the end."""
    person, context = _person(request, key, "views")
    rows = seen_by(person, whole_number(request.GET.get("before", "")))
    names = staff_names([each.actor for each in rows])
    shown = [(each.at, names.get(each.actor, "The desk, or a program of the jail")) for each in rows]
    older = rows[-1].seq if len(rows) == SEEN_AT_ONCE else None
    return render(request, "desk/people/views.html", context | {"rows": shown, "older": older})


def releases(request: HttpRequest) -> HttpResponse:
    """Who leaves today and soon, the most urgent first. Nothing here may delay any of them."""
    here = here_of(request)
    found = release_watch.watch(here, request.moment)  # type: ignore[attr-defined]
    if found.waiting:
        jobs.queue("work_out_dates", found.waiting, doing_of(request))
    shown = [each.booking.key for each in found.rows] + [each.key for each in found.gone]
    saw(request, "list", "releases", {"bookings": shown})
    people = {each.booking.person_id for each in found.rows}
    orders, unmatched = orders_and_unmatched(people, request.moment)  # type: ignore[attr-defined]
    groups = [(words, found.group(why), found.count(why)) for why, words in release_watch.WHY.items()]
    context = {
        "groups": groups,
        "total": len(found.rows),
        "left": found.left,
        "gone": found.gone,
        "orders": orders,
        "reported": on_red_list(alerts(), request.moment),  # type: ignore[attr-defined]
        "names": {each.booking.person_id: each.booking.person.shown for each in found.rows},
        "unmatched": unmatched,
        "waiting": found.waiting,
        "soon_days": release_watch.SOON_DAYS,
    }
    return render(request, "desk/people/releases.html", context)


def _booking(key: str) -> Booking:
    return or_404(booking_called(key))


def release(request: HttpRequest, key: str) -> HttpResponse:
    """Report that somebody left, or when they may go."""
    here, booking = here_of(request), _booking(key)
    if request.method == "POST" and request.POST.get("undo") == "yes":
        return _undone(request, booking)
    if request.method == "POST":
        try:
            return _report(request, booking, "left_at")
        except StandsAgainstError as fault:
            return _release_page(request, booking, here, fault)
    return _release_page(request, booking, here, None)


def _release_page(request: HttpRequest, booking: Booking, here: Any, fault: StandsAgainstError | None) -> HttpResponse:
    """The form; with what stands against the release that was entered, and the boxes that ask for the reason."""
    saw(request, "person", booking.person.key, {"part": "release"})
    given, asked = request.POST if fault else {}, list(release_watch.open_about(booking))
    context = {
        "person": booking.person, "booking": booking, "ways": release_watch.LEAVES.items(),
        "now": for_field(request.moment, here),  # type: ignore[attr-defined]
        "open": asked, "against": fault.against if fault else (), "given": given, "ahead": isinstance(fault, AheadOfDateError),
        "stops": bool(fault and fault.stops),
        "asks_order": bool(fault and ahead_of_date(booking, given.get("how", ""), _moment_or(request, "left_at", here))),
        "left_at": given.get("left_at", ""), "taken": [(name, words, given.get(name, "")) for name, words in ASKS.items()],
        "transfers": [each for each in asked if each.state in needed("record_hand_over").from_states],
    }  # fmt: skip
    return render(request, "desk/people/release.html", context, status=fault.status if fault else None)


def _moment_or(request: HttpRequest, name: str, here: Any) -> Any:
    """The moment that a form gives, now where it gives none or none that can be read."""
    try:
        return typed_moment(request, name, "Time", here) or doing_of(request).at
    except (RefusedError, BadInputError):
        return doing_of(request).at


def _undone(request: HttpRequest, booking: Booking) -> HttpResponse:
    """A release that was reported wrongly is undone; what goes on is named, and in red what is not as it was."""
    try:
        undone = undo_release(booking, request.POST.get("why", ""), doing_of(request))
    except RefusedError as fault:
        messages.error(request, str(fault))
    else:
        more = f" What ended with it goes on as before: {', '.join(undone.requests)}." if undone.requests else ""
        messages.success(request, f"Undone: the inmate is in custody.{more}")
        for line in (*map(_ran_out, undone.ran_out), *undone.told):
            messages.error(request, line)
    return redirect("booking_release", booking.key)


def _ran_out(clock: Any) -> str:
    return f"This deadline ran out while the release was on record: {clock.says}. Call the watch commander and county counsel now."


def ready(request: HttpRequest, key: str) -> HttpResponse:
    """Report that the jail says somebody may go."""
    booking = _booking(key)
    here_of(request)
    return _report(request, booking, "ready_at") if request.method == "POST" else redirect("booking_release", key)


def _report(request: HttpRequest, booking: Booking, name: str) -> HttpResponse:
    here, doing = here_of(request), doing_of(request)

    given = Confirmed(**{each: request.POST.get(each, "") for each in ("why", "ordered_by", *ASKS)})

    def act() -> None:
        at = typed_moment(request, name, "Time", here) or doing.at
        if name == "ready_at":
            release_watch.report_ready(booking, at, doing)
        else:
            release_watch.report_release(booking, at, request.POST.get("how", ""), doing, given)

    try:
        act()
    except StandsAgainstError:
        raise
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("booking_release", booking.key)
    if name == "ready_at":
        _say_ready(request, booking, here)
    else:
        messages.success(request, "Saved: released.")
    return redirect("releases")


def _say_ready(request: HttpRequest, booking: Booking, here: Any) -> None:
    """That the jail's word is saved; and in red what stands against the release, where anything does."""
    orders, perhaps = standing_for(booking.person, request.moment)  # type: ignore[attr-defined]
    if not orders and not perhaps:
        messages.success(request, "Saved: ready for release. The release waits for nothing.")
        return
    found = [words_of(orders, here)] if orders else []
    found += [
        f"Court document {each.number} may be about this inmate: call the watch commander now." for each in perhaps
    ]
    messages.error(request, f"Saved: ready for release. {' '.join(found)}")
