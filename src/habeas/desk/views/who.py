"""Who is meant: candidates with what agrees and what conflicts, side by side; a conflict waits for a second person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.middleware import doing_of
from habeas.desk.models import Booking, Person, Request
from habeas.desk.services import who as desk
from habeas.desk.services.people import find, with_disputed
from habeas.desk.views.common import here_of, saw, seen_version, tried
from habeas.desk.views.intake import request_with_paper
from habeas.desk.workflow.identity import open_conflicts, pair
from habeas.desk.workflow.machine import what_hinders

STRENGTHS = {
    "identifier": "A number agrees",
    "strong": "Name and birth date agree",
    "possible": "It may be",
    "weak": "Little speaks for it",
    "found": "Found by searching",
}
LOOKED_AT = (
    "The booking photograph beside the paper's",
    "Fingerprints",
    "A call to the sender by a number from our own book",
    "The person's own papers",
)
"""What a second person can have looked at."""
VERDICTS = {
    "one": "One person in custody fits, and nothing disagrees.",
    "ambiguous": "It is not certain who is meant. Compare each, or say that none of them is.",
    "none": "Nobody in custody fits what the paper says.",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One candidate as the page shows it."""

    person: Person
    strength: str
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]
    lines: tuple[desk.Line, ...]
    bookings: tuple[Booking, ...]
    disputed: bool
    contradiction: str = ""


def show(request: HttpRequest, number: str) -> HttpResponse:
    """The candidates."""
    return _page(request, number)


def _page(request: HttpRequest, number: str, asked_for: Mapping[str, str] | None = None) -> HttpResponse:
    here_of(request)
    asked = request_with_paper(number)
    rows = {row["person"]: row for row in (asked.match or {}).get("candidates", ())}
    people = _people(asked, rows, asked_for)
    shown = [_shown(asked, each, rows.get(each.person_id)) for each in people]
    saw(request, "request", asked.key, {"candidates": [each.key for each in people]}, asked.number)
    doing = doing_of(request)
    context = {
        "looked": LOOKED_AT, "asked": asked, "shown": shown, "searched": asked_for is not None, "strengths": STRENGTHS,
        "verdict": VERDICTS.get((asked.match or {}).get("verdict", ""), ""),
        "old": asked.match is not None and asked.match.get("asked") != desk.subject_sha256(asked),
        "conflicts": _standing(asked), "typed": asked_for or {}, "identifying": asked.state == "identifying",
        "hinders": what_hinders(asked, "confirm_person", doing) if asked.match_conflict else None,
    }  # fmt: skip
    return render(request, "desk/who/show.html", context)


def _people(asked: Request, rows: Mapping[str, Any], asked_for: Mapping[str, str] | None) -> list[Person]:
    if asked_for is not None:
        found = find(asked_for)
        return [each for each in (*found.people, *found.similar) if each.in_custody is not False][:12]
    ids = list(rows) or ([asked.person.person_id] if asked.person else [])
    people = (
        with_disputed(Person.objects.filter(person_id__in=ids)).exclude(in_custody=False).prefetch_related("bookings")
    )
    return sorted(people, key=lambda each: rows.get(each.person_id, {}).get("rank", 99))


def _shown(asked: Request, person: Person, row: Mapping[str, Any] | None) -> Shown:
    subject = asked.source.get("subject") or {}
    held = pair(subject, person.record) if row is None else None
    reasons, conflicts = (
        (held.reasons, held.conflicts)
        if held
        else (tuple(row["reasons"]), tuple(row["conflicts"]))
        if row
        else ((), ())
    )
    return Shown(
        person, row["strength"] if row else "found", reasons, conflicts, tuple(desk.beside(subject, person.record)),
        tuple(each for each in person.bookings.all() if each.released_at is None),
        bool(getattr(person, "disputed", False)), desk.contradiction(asked, person.record),
    )  # fmt: skip


def _standing(asked: Request) -> tuple[str, ...]:
    """What stands against the person chosen."""
    if not asked.match_conflict or asked.person is None:
        return ()
    rows = (asked.match or {}).get("candidates", ())
    noted = [words for row in rows if row["person"] == asked.person.person_id for words in row["conflicts"]]
    return tuple(dict.fromkeys((*open_conflicts(asked), *noted))) or (desk.NO_SUBJECT,)


@require_POST
def look(request: HttpRequest, number: str) -> HttpResponse:
    """Look again, or look somebody up by hand."""
    if any(request.POST.get(name, "").strip() for name in ("name", "number", "born")):
        return _page(request, number, {name: request.POST.get(name, "").strip() for name in ("name", "number", "born")})
    asked = request_with_paper(number)
    return tried(request, lambda: desk.propose(asked, doing_of(request)), "Looked again.", "who", number)


def _person(request: HttpRequest) -> Person:
    return get_object_or_404(Person, key=request.POST.get("person", ""))


@require_POST
def choose(request: HttpRequest, number: str) -> HttpResponse:
    """This is the person."""
    asked, person = request_with_paper(number), _person(request)
    booking = person.bookings.filter(key=request.POST.get("booking", "")).first()

    def act() -> None:
        desk.choose(asked, person, booking, doing_of(request), seen=seen_version(request))

    response = tried(request, act, "Noted.", "who", number)
    return response if asked.state == "identifying" else redirect("request", number)


@require_POST
def confirm(request: HttpRequest, number: str) -> HttpResponse:
    """The second person confirms against a conflict, with what was looked at."""
    asked, evidence = request_with_paper(number), request.POST.get("evidence", "")
    words = "; ".join(filter(None, (*request.POST.getlist("looked"), evidence.strip())))
    response = tried(
        request, lambda: desk.confirm_choice(asked, doing_of(request), words, seen_version(request)), "Confirmed.", "who", number
    )  # fmt: skip
    return response if asked.state == "identifying" else redirect("request", number)


@require_POST
def nobody(request: HttpRequest, number: str) -> HttpResponse:
    """Nobody in custody is meant."""
    asked, why = request_with_paper(number), request.POST.get("why", "")
    done = "Noted: nobody in custody is meant."
    return tried(
        request,
        lambda: desk.choose_nobody(asked, doing_of(request), why, seen_version(request)),
        done,
        "request",
        number,
    )


@require_POST
def never(request: HttpRequest, number: str) -> HttpResponse:
    """Never these two."""
    asked, person = request_with_paper(number), _person(request)
    why = request.POST.get("why", "")
    done = "Noted: this paper never means that person."
    return tried(
        request,
        lambda: desk.never_these(asked, person, why, doing_of(request), seen_version(request)),
        done,
        "who",
        number,
    )


@require_POST
def undo(request: HttpRequest, number: str) -> HttpResponse:
    """Take the choice back."""
    asked = request_with_paper(number)
    return tried(
        request, lambda: desk.unchoose(asked, doing_of(request), seen_version(request)), "Taken back.", "who", number
    )


@require_POST
def not_them(request: HttpRequest, number: str) -> HttpResponse:
    """The person says that it is not them: a dispute, at once."""
    asked, person, post = request_with_paper(number), _person(request), request.POST
    on_word_of = post.get("on_word_of", "") or "the person"
    done = "A dispute is open. A commander looks into it now; nothing is held, told or handed over."
    return tried(
        request, lambda: desk.says_not_them(asked, person, on_word_of, post.get("words", ""), doing_of(request)), done, "who", number
    )  # fmt: skip
