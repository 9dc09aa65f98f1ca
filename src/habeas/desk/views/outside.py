"""Who outside can look in, and tellings that no desk sends."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.common.numbers import whole_number
from habeas.desk.forms.local_times import typed_date, typed_moment
from habeas.desk.middleware import doing_of
from habeas.desk.services.contacts import external_accounts as outside
from habeas.desk.services.contacts import incidental_disclosures as tellings
from habeas.desk.services.contacts.external_accounts import GivenAccount, OutsideAccount
from habeas.desk.services.contacts.incidental_disclosures import Sent
from habeas.desk.services.custody.people import booking_called
from habeas.desk.services.office.office import for_field, local_day
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError


def index(request: HttpRequest) -> HttpResponse:
    """The list of outside accounts, each with why it must be looked at."""
    here = here_of(request)
    law, day = outside.law_now(here), local_day(here, request.moment)  # type: ignore[attr-defined]
    rows = [outside.standing(each, day, law) for each in outside.accounts()]
    saw(request, "list", "outside", {"keys": [each.account.key for each in rows]})
    context = {"rows": rows, "kinds": outside.Kind.choices, "due": sum(bool(each.why) for each in rows)}
    return render(request, "desk/outside/index.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """Write an account into the list."""
    if request.method != "POST":
        return redirect("outside")
    return tried(request, lambda: outside.record(_given(request), doing_of(request)), "Added.", "outside")


def _given(request: HttpRequest) -> GivenAccount:
    post = request.POST
    opened = typed_date(request, "opened_on", "Open since", here_of(request))
    if opened is None:
        raise RefusedError("Enter the start date, such as 11/25/2026.")
    return GivenAccount(
        post.get("kind", ""), post.get("holder", ""), post.get("system", ""), post.get("purpose", ""), opened
    )


def act(request: HttpRequest, key: str) -> HttpResponse:
    """Review, revoke, or record the last use of one account."""
    account = or_404(outside.account_called(key))
    doing, what = doing_of(request), request.POST.get("what", "")
    if request.method != "POST":
        return redirect("outside")
    if what == "review":
        return tried(request, lambda: outside.review(account, doing), "Reviewed under the law of today.", "outside")
    if what == "revoke":
        return tried(request, lambda: outside.revoke(account, doing), "Marked revoked.", "outside")
    return tried(request, lambda: _used(request, account), "Last use logged.", "outside")


def _used(request: HttpRequest, account: OutsideAccount) -> None:
    at = typed_moment(request, "at", "Last used", here_of(request))
    if at is None:
        raise RefusedError("Enter when it was last used.")
    rows = request.POST.get("rows", "").strip()
    count = whole_number(rows, most=2**31 - 1)
    if rows and count is None:
        raise RefusedError("Enter the number of rows viewed, or leave it empty.")
    outside.used(account, at, count, doing_of(request))


def telling(request: HttpRequest, key: str) -> HttpResponse:
    """Record what left about one booking without the desk: fingerprints at booking, a query by hand."""
    here = here_of(request)
    booking = or_404(booking_called(key))
    if request.method == "POST":
        try:
            tellings.record(booking, _sent(request), doing_of(request))
        except RefusedError as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, "Logged, separate from the office's responses.")
            return redirect("telling", key)
    rows = list(tellings.of_person(booking.person))
    saw(request, "booking", booking.key, {"tellings": [each.key for each in rows]})
    context = {
        "booking": booking, "person": booking.person, "tellings": rows, "kinds": tellings.Kind.choices,
        "typed": request.POST, "now": for_field(request.moment, here),  # type: ignore[attr-defined]
    }  # fmt: skip
    return render(request, "desk/tellings/new.html", context)


def _sent(request: HttpRequest) -> Sent:
    post, here = request.POST, here_of(request)
    sent_at = typed_moment(request, "sent_at", "Sent", here)
    if sent_at is None:
        raise RefusedError("Enter when it was sent.")
    return Sent(
        post.get("kind", ""), sent_at, post.get("to", ""), post.get("transaction", ""), post.get("ori", ""),
        post.get("purpose", ""), post.get("reason", ""), post.get("answer", ""),
        typed_moment(request, "answered_at", "Answered", here),
    )  # fmt: skip
