"""Disputes: one button from any page; a commander settles, a second person confirms."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from habeas.desk.middleware import doing_of
from habeas.desk.models import Booking, Dispute, Person, Request
from habeas.desk.services.identity import disputes as service
from habeas.desk.services.identity.disputes import FOLLOWS, UPHELD
from habeas.desk.views.common import here_of, saw, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.table import table

ON_WORD: dict[str, str] = {
    "the person": "The person's own",
    "a relative or friend": "A relative or friend",
    "the attorney or designee": "The attorney, or whom the person named",
    "our own records": "Our own records",
    "somebody else": "Somebody else",
}
"""On whose word: the person's own is enough."""


def index(request: HttpRequest) -> HttpResponse:
    """Disputes: open ones first."""
    here_of(request)
    newest = Dispute.objects.select_related("person", "request", "raised_by").order_by("-raised_at")
    rows = sorted(newest[:200], key=lambda each: each.resolved_at is not None)
    saw(request, "list", "disputes", {"keys": [each.key for each in rows]})
    return render(request, "desk/disputes/index.html", {"disputes": rows})


def new(request: HttpRequest) -> HttpResponse:
    """Raise a dispute."""
    here_of(request)
    if request.method == "POST":
        try:
            person, about = _who(request)
            post = request.POST
            word = " ".join(filter(None, (post.get("on_word_of", ""), post.get("on_word_name", "").strip())))
            made = service.raise_dispute(
                person, post.get("says", ""), word, doing_of(request), about, post.get("words", "").strip()
            )
        except RefusedError as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, "Raised. Nothing is held, told or handed over until two people have settled it.")
            sees = request.user.role in table().capabilities["see_requests"].roles  # type: ignore[union-attr]
            return redirect("dispute", made.key) if sees else redirect("home")
    asked, named = _named(request)
    saw(request, "person", named.key if named else "nobody", {"identity": named is not None})
    context = {"says": Dispute.Says.choices, "words_of": ON_WORD.items(), "asked": asked, "person": named}
    return render(request, "desk/disputes/new.html", context | {"typed": request.POST})


def _named(request: HttpRequest) -> tuple[Request | None, Person | None]:
    """Whom the address names: a request by its number, or a person by key; shown only to roles that see people."""
    if request.user.role not in table().capabilities["see_people"].roles:  # type: ignore[union-attr]
        return None, None
    given = request.POST or request.GET
    asked = Request.objects.select_related("person", "booking").filter(number=given.get("request", "")).first()
    if asked is not None and asked.person is not None:
        return asked, asked.person
    return None, Person.objects.filter(key=given.get("person", "")).first()


def _who(request: HttpRequest) -> tuple[Person, Request | None]:
    """The person the form means. Raises RefusedError with what to type where it means nobody."""
    number = request.POST.get("number", "").strip()
    about = Request.objects.select_related("person").filter(number=request.POST.get("request") or number).first()
    if about is not None and about.person is not None:
        return about.person, about
    named = (
        Person.objects.filter(key=request.POST.get("person", "")).first()
        or Person.objects.filter(person_id=number).first()
    )
    if named is not None:
        return named, None
    found = list(Booking.objects.select_related("person").filter(booking_id=number)[:2]) if number else []
    if len(found) == 1:
        return found[0].person, None
    if about is not None:
        raise RefusedError(
            "Nobody is chosen for that request yet; give the booking number on the wrist band or the card."
        )
    raise RefusedError("That number is not known here: give the booking number, the person number or the request's.")


def show(request: HttpRequest, key: str) -> HttpResponse:
    """One dispute."""
    here_of(request)
    found = get_object_or_404(
        Dispute.objects.select_related("person", "request__booking", "raised_by", "resolved_by", "confirmed_by"),
        key=key,
    )
    service.seen_by_commander(found, doing_of(request))
    blocked = list(found.person.requests.filter(state="disputed").only("number", "before_dispute", "kind"))
    saw(request, "dispute", found.key, {"says": found.says, "words": found.words, "person": True})
    context = {
        "dispute": found, "blocked": blocked, "clock": found.clocks.order_by("id").first(),
        "follows": FOLLOWS[found.says], "mine": found.resolved_by_id == request.user.pk, "upheld": found.resolution == UPHELD,
        "booking": found.request.booking if found.request else found.person.bookings.order_by("-booked_at").first(),
    }  # fmt: skip
    return render(request, "desk/disputes/show.html", context)


def resolve(request: HttpRequest, key: str) -> HttpResponse:
    """A commander says how it ends."""
    found = get_object_or_404(Dispute, key=key)
    if request.method != "POST" or request.POST.get("upheld") not in {"yes", "no"}:
        messages.error(request, "Say whether it was right.")
        return redirect("dispute", key)
    upheld, evidence = request.POST["upheld"] == "yes", request.POST.get("evidence", "")
    done = "Written down. It goes on blocking until a second person confirms."
    return tried(request, lambda: service.resolve(found, upheld, evidence, doing_of(request)), done, "dispute", key)


def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """The second person confirms, or does not."""
    found = get_object_or_404(Dispute, key=key)
    if request.method != "POST":
        return redirect("dispute", key)
    if request.POST.get("agree") == "no":
        why = request.POST.get("why", "")
        done = "Not confirmed. It is open again."
        return tried(request, lambda: service.disagree(found, why, doing_of(request)), done, "dispute", key)
    return tried(request, lambda: service.confirm(found, doing_of(request)), "Settled by two people.", "dispute", key)
