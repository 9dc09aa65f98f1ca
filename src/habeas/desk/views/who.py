"""Who is meant: candidates with what agrees and what conflicts, side by side; a conflict waits for a second person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.doing import Doing
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.custody.booking_card import BookingCard, booking_card
from habeas.desk.services.custody.checking import IDENTIFIERS, Looked, check_identity
from habeas.desk.services.custody.looking import UNREAD, asked_sha256
from habeas.desk.services.custody.people import (
    Booking,
    Person,
    in_custody_among,
    people_numbered,
    person_called,
    stay_called,
)
from habeas.desk.services.custody.picking import search
from habeas.desk.services.identity import identification as desk
from habeas.desk.services.office.office import for_field
from habeas.desk.views.common import here_of, or_404, paper_of, saw, seen_version, tried
from habeas.desk.views.forms_given import moment_given
from habeas.desk.views.intake import request_with_paper
from habeas.desk.workflow.identity import (
    NAME_ALONE,
    attached_to_another,
    open_conflicts,
    pair,
    ruled_by_finding,
    unchecked,
)
from habeas.desk.workflow.machine import what_hinders
from habeas.matching.unread import unread_words

STRENGTHS = {
    "identifier": "Number matches",
    "strong": "Name and DOB match",
    "possible": "Possible match",
    "weak": "Weak match",
    "found": "Search result",
}
COMPARED = {"Booking photograph against the document's": "photograph", "Fingerprints": "fingerprints"}
"""What of it counts as a second identifier, as approval asks for one."""
LOOKED_AT = (
    *COMPARED,
    "A call to the sender at a number from our own directory",
    "The inmate's own documents",
)
"""What a second person can have looked at."""
VERDICTS = {
    "one": "One inmate matches, with no conflict.",
    "conflict": "The inmate found differs from the document in sex, birth date or a number. A second person must review it, with a reason.",
    "ambiguous": "More than one possible match. Compare each, or record no match.",
    "none": "No inmate matches the document.",
}
ONE_DOUBTFUL = "One possible match, on too little to be sure. Compare it, or record no match."


@dataclass(frozen=True, slots=True)
class ShownCandidate:
    """One candidate as the page shows it."""

    person: Person
    strength: str
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]
    lines: tuple[desk.ComparedLine, ...]
    bookings: tuple[Booking, ...]
    disputed: bool
    contradiction: str = ""
    alone: bool = False
    """Whether nothing but a name agrees: a second person is then needed whatever else agrees."""

    @property
    def card(self) -> BookingCard | None:
        """What the roster says of the stay: charges, holds, the scheduled release."""
        return booking_card(self.person)


def show(request: HttpRequest, number: str) -> HttpResponse:
    """The candidates."""
    return _page(request, number)


def _page(request: HttpRequest, number: str, asked_for: Mapping[str, str] | None = None) -> HttpResponse:
    here = here_of(request)
    asked = request_with_paper(number)
    rows, near = {row["person"]: row for row in (asked.match or {}).get("candidates", ())}, _near_now(asked)
    people = _people(asked, rows, asked_for, doing_of(request))
    shown = [_shown(asked, each, rows.get(each.person_id)) for each in people]
    saw(request, "request", asked.key, {"candidates": [each.key for each in people]}, asked.number)
    doing = doing_of(request)
    context = {
        "looked": LOOKED_AT, "asked": asked, "shown": shown, "searched": asked_for is not None, "strengths": STRENGTHS,
        "verdict": _verdict(asked.match or {}),
        "old": asked.match is not None and asked.match.get("asked") != asked_sha256(asked),
        "conflicts": _standing(asked), "only_name": _standing(asked) == (NAME_ALONE,),
        "typed": asked_for or {}, "identifying": asked.state == "identifying",
        "hinders": _hinders(asked, doing), "nobody_near": _near(asked, near), "rows_near": _rows_near(near), "seen": _seen(asked),
        "beside": paper_of(request, asked),
        "identifiers": IDENTIFIERS, "alone": unchecked(asked), "local_now": for_field(doing.at, here),
    }  # fmt: skip
    return render(request, "desk/who/show.html", context)


def _verdict(match: Mapping[str, Any]) -> str:
    """What the roster says to the paper; where refused rows may be about the person, which."""
    rows = tuple(match.get("unread", ()))
    if rows:
        return f"{unread_words(rows)}."
    alone = match.get("verdict") == "ambiguous" and len(match.get("candidates", ())) == 1
    return ONE_DOUBTFUL if alone else VERDICTS.get(match.get("verdict", ""), "")


def _hinders(asked: Request, doing: Doing) -> str | None:
    if asked.nobody_near:
        return what_hinders(asked, "confirm_nobody", doing)
    return what_hinders(asked, "confirm_person", doing) if asked.match_conflict else None


def _near_now(asked: Request) -> list[Any]:
    """Who is near now, while the word that nobody is meant waits for a second person; where nobody is any more, who was then."""
    if not asked.nobody_near or asked.state != "identifying":
        return []
    return list(desk.near_to(asked) or asked.nobody_near)


def _seen(asked: Request) -> str:
    """The hash of what a second person is shown, where one is waited for."""
    if asked.state != "identifying":
        return ""
    if asked.nobody_near:
        return desk.shown_nobody(asked)
    return desk.shown_choice(asked) if asked.match_conflict else ""


def _near(asked: Request, near: list[Any]) -> list[tuple[Person, str]]:
    """The people of those who are near, each with what is said of them."""
    words = {str(person_id): str(said) for person_id, said in near}
    return [(each, words[each.person_id]) for each in people_numbered(words)] if words else []


def _rows_near(near: list[Any]) -> str:
    """What is said of the refused rows of the roster; empty where there are none."""
    return next((str(said) for person_id, said in near if person_id == UNREAD), "")


def _people(asked: Request, rows: Mapping[str, Any], asked_for: Mapping[str, str] | None, doing: Doing) -> list[Person]:
    if asked_for is not None:
        found = search(asked_for, doing)
        return [each for each in (*found.people, *found.similar) if each.in_custody is not False][:12]
    ids = list(rows) or ([asked.person.person_id] if asked.person else [])
    return sorted(in_custody_among(ids), key=lambda each: rows.get(each.person_id, {}).get("rank", 99))


def _shown(asked: Request, person: Person, row: Mapping[str, Any] | None) -> ShownCandidate:
    subject = asked.source.get("subject") or {}
    held = pair(subject, person.record)
    reasons, conflicts = (tuple(row["reasons"]), tuple(row["conflicts"])) if row else (held.reasons, held.conflicts)
    ruled = ruled_by_finding(asked, person) if getattr(person, "upheld", True) else ()
    conflicts = tuple(dict.fromkeys((*conflicts, *held.conflicts, *attached_to_another(asked.source), *ruled)))
    return ShownCandidate(
        person, row["strength"] if row else "found", reasons, conflicts, tuple(desk.beside(subject, person.record)),
        tuple(each for each in person.bookings.all() if each.released_at is None),
        bool(getattr(person, "disputed", False)), desk.contradiction(asked, person.record), held.name_alone,
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
    return tried(request, lambda: desk.propose(asked, doing_of(request)), "Search complete.", "who", number)


def _person(request: HttpRequest) -> Person:
    return or_404(person_called(request.POST.get("person", "")))


@require_POST
def choose(request: HttpRequest, number: str) -> HttpResponse:
    """Confirm identity."""
    asked, person = request_with_paper(number), _person(request)
    booking = stay_called(person, request.POST.get("booking", ""))

    def act() -> None:
        desk.choose(asked, person, booking, doing_of(request), seen=seen_version(request))

    response = tried(request, act, "Inmate selected.", "who", number)
    return response if asked.state == "identifying" else redirect("request", number)


def evidence_given(request: HttpRequest) -> str:
    """What the second person looked at, from the boxes and in words."""
    return "; ".join(filter(None, (*request.POST.getlist("looked"), request.POST.get("evidence", "").strip())))


@require_POST
def confirm(request: HttpRequest, number: str) -> HttpResponse:
    """The second person confirms against a conflict, with what was looked at."""
    asked, words = request_with_paper(number), evidence_given(request)
    compared = [COMPARED[each] for each in request.POST.getlist("looked") if each in COMPARED]

    def act() -> None:
        desk.confirm_compared(asked, request.POST.get("seen", ""), doing_of(request), words, compared)

    response = tried(request, act, "Confirmed.", "who", number)
    return response if asked.state == "identifying" else redirect("request", number)


@require_POST
def nobody(request: HttpRequest, number: str) -> HttpResponse:
    """No match – not in custody."""
    asked, why = request_with_paper(number), request.POST.get("why", "")
    done = "Saved: no match – not in custody."
    response = tried(
        request,
        lambda: desk.choose_nobody(asked, doing_of(request), why, seen_version(request)),
        done,
        "who",
        number,
    )
    return response if asked.state == "identifying" else redirect("request", number)


@require_POST
def confirm_nobody(request: HttpRequest, number: str) -> HttpResponse:
    """The second person confirms that none of those who are near is meant."""
    asked = request_with_paper(number)
    words = evidence_given(request)
    return tried(
        request,
        lambda: desk.confirm_nobody(asked, request.POST.get("seen", ""), doing_of(request), words),
        "Confirmed: no match – not in custody.",
        "request" if words else "who",
        number,
    )


@require_POST
def check(request: HttpRequest, number: str) -> HttpResponse:
    """Record a second identifier that agrees, or a call-back to the sender."""
    asked, post = request_with_paper(number), request.POST

    def act() -> None:
        names = ("value", "spoke_with", "number", "words")
        looked = Looked(
            moment_given(request, "at"),
            post.get("identifier", ""),
            **{name: post.get(name, "").strip() for name in names},
        )
        check_identity(asked, looked, doing_of(request), seen_version(request))

    return tried(request, act, "Saved. The signer will see it.", "who", number)


@require_POST
def never(request: HttpRequest, number: str) -> HttpResponse:
    """Not the same person (do not match again)."""
    asked, person = request_with_paper(number), _person(request)
    why = request.POST.get("why", "")
    done = "Saved: not the same person."
    return tried(
        request,
        lambda: desk.never_these(asked, person, why, doing_of(request), seen_version(request)),
        done,
        "who",
        number,
    )


@require_POST
def undo(request: HttpRequest, number: str) -> HttpResponse:
    """Undo identification."""
    asked = request_with_paper(number)
    return tried(
        request, lambda: desk.unchoose(asked, doing_of(request), seen_version(request)), "Undone.", "who", number
    )


@require_POST
def not_them(request: HttpRequest, number: str) -> HttpResponse:
    """The person says that it is not them: a dispute, at once."""
    asked, person, post = request_with_paper(number), _person(request), request.POST
    on_word_of = post.get("on_word_of", "") or "the inmate"
    done = "Dispute raised. Watch commander reviews it now; no hold, disclosure or transfer meanwhile."
    return tried(
        request, lambda: desk.says_not_them(asked, person, on_word_of, post.get("words", ""), doing_of(request)), done, "who", number
    )  # fmt: skip
