"""Disputes: one button from any page; a commander settles, a second person confirms."""

from collections.abc import Sequence

from django.contrib import messages
from django.db.transaction import atomic
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request, request_and_person, request_called, request_with_paper
from habeas.desk.services.custody.people import Person, person_called
from habeas.desk.services.custody.picking import WhichError, ask_which
from habeas.desk.services.identity import disputes as service
from habeas.desk.services.identity.disputes import FOLLOWS, UPHELD, Says
from habeas.desk.services.identity.findings_told import FORMS, ended_by, letter_to_agency
from habeas.desk.services.intake.intake import ASIDE_REASONS, OF_A_CLAIM, documents_of, set_aside
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import OPEN_WORDS
from habeas.desk.workflow.table import table

ON_WORD: dict[str, str] = {
    "the person": "Inmate",
    "a relative or friend": "Relative or friend",
    "the attorney or designee": "Attorney or designee",
    "our own records": "Our own records",
    "somebody else": "Someone else",
}
"""On whose word: the person's own is enough."""


def index(request: HttpRequest) -> HttpResponse:
    """Disputes: open ones first."""
    here_of(request)
    rows = service.open_first()
    saw(request, "list", "disputes", {"keys": [each.key for each in rows]})
    return render(request, "desk/disputes/index.html", {"disputes": rows})


def new(request: HttpRequest) -> HttpResponse:
    """Raise a dispute."""
    here_of(request)
    choices: Sequence[Person] = ()
    if request.method == "POST":
        try:
            person, about = _who(request)
            post = request.POST
            word = " ".join(filter(None, (post.get("on_word_of", ""), post.get("on_word_name", "").strip())))
            made = _raised(request, person, about, word)
        except WhichError as which:
            messages.info(request, str(which))
            choices = which.people
        except RefusedError as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, f"Submitted. {OPEN_WORDS[made.says]}")
            sees = request.user.role in table().capabilities["see_requests"].roles  # type: ignore[union-attr]
            return redirect("dispute", made.key) if sees else redirect("home")
    asked, named = _named(request)
    shown: dict[str, object] = {"identity": named is not None}
    shown |= {"offered": [each.key for each in choices]} if choices else {}
    saw(request, "person", named.key if named else "nobody", shown)
    context = {"says": Says.choices, "words_of": ON_WORD.items(), "asked": asked, "person": named}
    return render(
        request,
        "desk/disputes/new.html",
        context | {"typed": request.POST, "choices": choices, "document": _document(request)},
    )


def _raised(request: HttpRequest, person: Person, about: Request | None, word: str) -> service.Dispute:
    """The claim, and the document that it was opened from put to it: both, or neither."""
    post, doing = request.POST, doing_of(request)
    asked = request_with_paper(post.get("document", "")) if post.get("document") else None
    with atomic():
        made = service.raise_dispute(person, post.get("says", ""), word, doing, about, post.get("words", "").strip())
        if asked is not None:
            set_aside(asked, post.get("what", ""), doing, claim=made.key)
    return made


def _document(request: HttpRequest) -> dict[str, str]:
    """The document that a claim is opened from, by its number, and what it is, where the address or the form names one."""
    given = request.POST or request.GET
    what = given.get("what", "")
    known = what in OF_A_CLAIM and request_called(given.get("document", "")) is not None
    return {"number": given.get("document", ""), "what": what, "words": ASIDE_REASONS[what]} if known else {}


def _named(request: HttpRequest) -> tuple[Request | None, Person | None]:
    """Whom the address names: a request by its number, or a person by key; shown only to roles that see people."""
    if request.user.role not in table().capabilities["see_people"].roles:  # type: ignore[union-attr]
        return None, None
    given = request.POST or request.GET
    asked = request_and_person(given.get("request", ""))
    if asked is not None and asked.person is not None:
        return asked, asked.person
    return None, person_called(given.get("person", ""))


def _who(request: HttpRequest) -> tuple[Person, Request | None]:
    """The person the form means. Raises RefusedError with what to type where it means nobody."""
    number = request.POST.get("number", "").strip()
    about = request_and_person(request.POST.get("request") or number)
    if about is not None and about.person is not None:
        return about.person, about
    named = person_called(request.POST.get("person", "")) or service.person_numbered(number)
    if named is not None:
        return named, None
    if about is not None:
        raise RefusedError(
            "No inmate is identified for that request yet; enter the booking number from the wristband or the card."
        )
    ask_which(number, doing_of(request))
    raise RefusedError(
        "That number is not known here: enter the booking number, the person number or the request number."
    )


def show(request: HttpRequest, key: str) -> HttpResponse:
    """One dispute."""
    here_of(request)
    found = or_404(service.dispute_called(key))
    service.seen_by_commander(found, doing_of(request))
    saw(request, "dispute", found.key, {"says": found.says, "words": found.words, "person": True})
    context = {
        "dispute": found, "blocked": service.blocked_by(found), "clock": service.clock_of(found),
        "follows": FOLLOWS[found.says], "mine": found.resolved_by_id == request.user.pk, "upheld": found.resolution == UPHELD,
        "booking": service.booking_of(found), "ended": ended_by(found), "documents": documents_of(found.key),
    }  # fmt: skip
    return render(request, "desk/disputes/show.html", context)


def letter(request: HttpRequest, key: str, number: str, form: str) -> HttpResponse:
    """The letter to the agency whose request the claim ended, as PDF or DOCX."""
    here_of(request)
    found, asked = or_404(service.dispute_called(key)), or_404(request_called(number))
    try:
        content = letter_to_agency(found, asked, form, doing_of(request))
    except RefusedError as fault:
        messages.error(request, str(fault))
        return redirect("dispute", key)
    response = HttpResponse(content, content_type=FORMS[form])
    response.headers["Content-Disposition"] = f'inline; filename="{asked.number}-finding.{form}"'
    return response


def resolve(request: HttpRequest, key: str) -> HttpResponse:
    """A commander says how it ends."""
    found = or_404(service.dispute_called(key))
    if request.method != "POST" or request.POST.get("upheld") not in {"yes", "no"}:
        messages.error(request, "Choose upheld or not upheld.")
        return redirect("dispute", key)
    upheld, evidence = request.POST["upheld"] == "yes", request.POST.get("evidence", "")
    done = "Finding saved. On hold pending second review."
    return tried(request, lambda: service.resolve(found, upheld, evidence, doing_of(request)), done, "dispute", key)


def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """The second person confirms, or does not."""
    found = or_404(service.dispute_called(key))
    if request.method != "POST":
        return redirect("dispute", key)
    seen = request.POST.get("seen", "")
    if request.POST.get("agree") == "no":
        why = request.POST.get("why", "")
        done = "Not confirmed. It is open again."
        return tried(request, lambda: service.disagree(found, seen, why, doing_of(request)), done, "dispute", key)
    return tried(
        request, lambda: service.confirm(found, seen, doing_of(request)), "Decided by two people.", "dispute", key
    )
