"""The list of requests and the page of one: what the law says of each act, what is known, what is open, what to do next."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from habeas.answers.records_law import due_on
from habeas.desk.doing import Doing
from habeas.desk.forms.local_times import typed_date, typed_moment
from habeas.desk.middleware import doing_of
from habeas.desk.permissions.addresses import capability_of
from habeas.desk.services.cases.assigning import working_roles
from habeas.desk.services.cases.questions import Question, raise_questions, still_open
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.decisions import closing as ending
from habeas.desk.services.decisions import signing
from habeas.desk.services.decisions.act_choices import answered_by_counsel, rows_read
from habeas.desk.services.decisions.draft_answer import asks_of, work
from habeas.desk.services.decisions.facts import record_asked, record_fact
from habeas.desk.services.decisions.list_work import is_list
from habeas.desk.services.identity.cancelling import TOLD
from habeas.desk.services.office.office import for_field, local_day, zone
from habeas.desk.services.pages.listing import DEADLINES, SORTS, listed
from habeas.desk.services.pages.request_page import (
    DECIDABLE,
    RequestStanding,
    answering,
    fact_words,
    history,
    next_words,
    standing,
)
from habeas.desk.services.pages.saved_views import views_of
from habeas.desk.views.common import here_of, request_of, saw, seen_version, tried
from habeas.desk.views.forms_given import moment_given
from habeas.desk.views.list_work import list_job
from habeas.desk.views.refreshing import refreshed
from habeas.desk.workflow import entitled
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import blocks, closed_words, closing
from habeas.desk.workflow.guards import TAKES_A_PERSON, Shown, is_cancelled, open_about_request
from habeas.desk.workflow.identity import pair
from habeas.desk.workflow.kinds import KINDS_SAID
from habeas.desk.workflow.machine import open_to, what_hinders
from habeas.desk.workflow.open_acts import DRAFT_WORDS
from habeas.desk.workflow.table import table
from habeas.law.model.facts import FACTS, FactKind
from habeas.requests.vocabulary import CHANNELS, COUNSEL_FIRST, EXECUTED

PAGES: dict[str, str] = {
    "register": "request_intake",
    "set_aside": "request_intake",
    "confirm_set_aside": "request_intake",
    "confirm_fields": "read",
    "confirm_class": "read",
    "choose_person": "who",
    "choose_nobody": "who",
    "confirm_nobody": "who",
    "send_to_counsel": "deciding",
    "sign_off": "sign_off",
    "end_hold": "cancels",
    "lodge_hold": "lodge",
    "record_hand_over": "hand_over_of",
    "settle": "deciding",
    "send_to_sign": "deciding",
    "sign": "sign",
    "dispatch": "send",
    "send_again": "send",
    "give_opinion": "counsel",
    "serve_notice": "notices",
}
"""Acts that have a page of their own: capability -> address."""

AGAIN = frozenset({"send_again"})
"""Acts that repeat what was done: they stand last, and never as the button of what is to be done."""

FORMS = frozenset(
    {
        "withdraw_draft",
        "decide_open",
        "decide_anew",
        "duties_met",
        "start_watch",
        "end",
        "withdrawn_by_sender",
        "close",
        "reopen",
    }
)
"""Acts done on the request's own page."""


def index(request: HttpRequest) -> HttpResponse:
    """Requests by tab and filter, the most urgent first."""
    found = listed(request.GET.dict(), request.user, request.moment)  # type: ignore[arg-type, attr-defined]
    saw(request, "list", "requests", {"numbers": [each.number for each in found.page]})
    context = {
        "found": found,
        "kinds": sorted(KINDS_SAID.items(), key=lambda pair: pair[1]),
        "states": table().states.values(),
        "channels": sorted(CHANNELS),
        "deadlines": [(name, words) for name, (words, _) in DEADLINES.items()],
        "chosen": request.GET,
        "sorts": [(name, words) for name, (words, _) in SORTS.items()],
        "views": views_of(request.user, "requests"),  # type: ignore[arg-type]
    }
    return render(request, "desk/requests/index.html", context)


@refreshed
def show(request: HttpRequest, number: str) -> HttpResponse:
    """One request."""
    asked, here, doing = request_of(number), here_of(request), doing_of(request)
    found = standing(asked, here, doing.at)
    saw(request, "request", asked.key, shown_fields(found), asked.number)
    context = {
        "asked": asked,
        "found": found,
        "history": history(found.rows),
        "acts": acts_open(found, doing),
        "unclear": open_about_request(asked) if asked.state not in {"ended", "closed"} else (),
        "told": TOLD,
        "draft_words": DRAFT_WORDS,
        "draft_only": asked.state == "ready" and any(row["does"] == "waits" for row in found.rows.of("choice")),
        "next": next_words(asked, found.rows.of("choice")),
        "ends": {how: words for how, words in ending.ENDS.items() if how not in ending.BY_CANCELLATION},
        "reopen_reasons": ending.REOPEN_REASONS,
        "local_now": for_field(doing.at, here),
        "recordable": recordable(),
        "signers": signers(found),
        "class_words": class_words(asked),
        "class_shown": found.rows.of("shown"),
        "class_counts": class_counts(found.answer),
        "list_job": list_job(asked) if is_list(asked) and found.decision is None else None,
        "colleagues": colleagues_in(found),
        "aside_open": asked.state != "received"
        and any(each.name == "set_aside" for each in open_to(asked, doing))
        and not _hinders(asked, "set_aside", doing, shown_of(found)),
        "respond_by": due_on(
            asked.kind, here.jurisdiction, local_day(here, asked.received_at), local_day(here, doing.at)
        ),
        "still_open": not table().states[asked.state].closed,
        "found_citizen": found_citizen_in(found),
        "second_word": second_word_in(found, doing.at),
    }
    return render(request, "desk/requests/show.html", context)


def recordable() -> list[tuple[str, str]]:
    """The yes-or-no facts that can be recorded by hand, in words."""
    found = [
        (key, fact_words(key)) for key, fact in FACTS.items() if fact.entity != "charge" and fact.kind is FactKind.FLAG
    ]
    return sorted(found, key=lambda pair: pair[1])


def signers(found: RequestStanding) -> list[str]:
    """The commanders who can sign: every one but the person who prepared it."""
    first = found.decision.drafted_by_id if found.decision else None
    return [
        found.rows.name(row["id"])
        for row in found.rows.of("account")
        if row["role"] == "commander" and row["is_active"] and not row["unvouched_since"] and row["id"] != first
    ]


def colleagues_in(found: RequestStanding) -> list[tuple[str, str]]:
    """To whom the request can be given: the roles that work on requests, then every open account of one, with its role."""
    roles = working_roles()
    rows = [row for row in found.rows.of("account") if row["role"] in roles and row["is_active"]]
    people = sorted(
        (found.rows.name(row["id"]), roles[row["role"]], str(row["id"])) for row in rows if not row["unvouched_since"]
    )
    everyone = [(value, f"Any {words.lower()}") for value, words in roles.items()]
    return everyone + [(number, f"{name}, {words}") for name, words, number in people]


def class_words(asked: Request) -> str:
    """The class a list asks for, in the request's own words."""
    wanted = asked.source.get("class")
    return str((wanted.get("words") if isinstance(wanted, dict) else wanted) or asked.source.get("text") or "")


def class_counts(answer: Mapping[str, Any]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Act by act how many people have each outcome."""
    return [(act, list(counts.items())) for act, counts in answer.get("counts", {}).items() if act != "citizenship"]


def shown_of(found: RequestStanding) -> Shown:
    """What the guards need to know of a request that is only shown."""
    choices = rows_read(found.rows.of("choice"))
    facts = [(row["fact"], row["value"]) for row in found.rows.standing("fact") if row["request_id"]]
    return Shown(
        found.decision,
        choices,
        any(blocks(row["says"], found.request) for row in found.open_disputes),
        is_cancelled(found.request, facts),
        unchecked_in(found),
        tuple(found.sources.findings),
        gone_out_in(found),
        entitled.words_in(found.rows.standing("fact")),
        entitled.signed_in(found.rows.of("signature")),
    )


def found_citizen_in(found: RequestStanding) -> str:
    """What two people found of the inmate's citizenship, where it closes this request: nobody is sent to find it out again."""
    finding = closing(found.request, (each for each in found.sources.findings if each.certain))
    return closed_words(finding) if finding is not None else ""


def second_word_in(found: RequestStanding, at: datetime) -> str:
    """Why nobody is handed over yet on the word that the inmate is entitled to release, where a transfer is asked; else empty."""
    page = shown_of(found)
    if all(card.act != "transfer" for card in found.cards):
        return ""
    return entitled.second_missing(page.entitled or (), page.signed, found.request.booking, at) or ""


def gone_out_in(found: RequestStanding) -> bool:
    """Whether anything was sent, served, lodged or handed over on the request."""
    logged = found.rows.standing("dispatch") + found.rows.standing("execution")
    return bool(logged) or any(row["served_at"] for row in found.rows.of("notice"))


def unchecked_in(found: RequestStanding) -> bool:
    """Whether nothing but a name agrees with the person chosen, and nothing more was checked."""
    person = found.request.person
    if person is None or any(row["person_id"] == person.pk for row in found.rows.of("check")):
        return False
    return pair(found.request.source.get("subject") or {}, person.record).name_alone


def shown_fields(found: RequestStanding) -> dict[str, Any]:
    """What the view event says was shown."""
    return {
        "state": found.request.state,
        "version": found.request.version,
        "decision": found.decision.key if found.decision else "",
        "acts": {card.act: card.outcome for card in found.cards},
        "facts": [row["key"] for row in found.rows.of("fact")],
    }


def _page_of_step(address: str, found: RequestStanding) -> str:
    """The address of a step's page: for service, the first notice of this request that is due, whose page lists the others."""
    due = next((row for row in found.rows.of("notice") if row["served_at"] is None and not row["excused"]), None)
    if address == "notices" and due is not None:
        return reverse("notice", args=[due["key"]])
    return reverse(address) if address in {"notices", "counsel"} else reverse(address, args=[found.request.number])


def acts_open(found: RequestStanding, doing: Doing) -> list[dict[str, Any]]:
    """The buttons of the page: what the role may do now, each with its page or form, and what hinders it."""
    asked, page = found.request, shown_of(found)
    made: dict[str, dict[str, Any]] = {}
    for each in open_to(asked, doing):
        address = PAGES.get(each.name, "")
        if not _belongs(each.name, found) or (each.name == "set_aside" and asked.state != "received"):
            continue  # the way to undo an upload is no step of the work: it stands under the other actions
        if address and capability_of(address):
            link = _page_of_step(address, found)
            step = {"says": each.says, "link": link, "why": _hinders(asked, each.name, doing, page)}
            made.setdefault(link, step | {"quiet": each.name in AGAIN})
        elif each.name in FORMS:
            action = reverse(f"request_{each.name}", args=[asked.number])
            why = _hinders(asked, each.name, doing, page)
            made[each.name] = {"says": each.says, "form": each.name, "action": action, "why": why}
    return sorted(
        made.values(), key=lambda step: bool(step.get("quiet"))
    )  # what must be done stands before what may be repeated


def _belongs(name: str, found: RequestStanding) -> bool:
    """Whether a step belongs to this request at all: counsel's to what goes to counsel, lodging to a court's warrant that is obeyed."""
    kind, does = found.request.kind, {row["act"] for row in found.rows.of("choice") if row["does"] == "complies"}
    lodged = kind in EXECUTED and bool(does & TAKES_A_PERSON)
    belongs = {
        "serve_notice": bool(found.notices_due),
        "settle": kind not in COUNSEL_FIRST,
        "send_to_sign": kind not in COUNSEL_FIRST,
        "send_to_counsel": kind in COUNSEL_FIRST,
        "confirm_nobody": bool(found.request.nobody_near),
        "lodge_hold": lodged,
        "dispatch": not lodged,
        "send_again": not lodged,
        "decide_anew": bool(found.request.stale),
        "decide_open": any(row["does"] == "waits" for row in found.rows.of("choice")),
        "record_hand_over": "transfer" in does,
    }
    return belongs.get(name, True)


def _hinders(asked: Request, name: str, doing: Doing, page: Shown) -> str:
    why = what_hinders(asked, name, doing, page) or ""
    return "" if name in {"sign", "sign_off"} and why.startswith("Enter your second factor") else why


@require_POST
def fact(request: HttpRequest, number: str) -> HttpResponse:
    """Record a fact: yes, no, unknown, or one of the listed values; on whose word; when."""
    asked = request_of(number)

    def act() -> None:
        at, source = moment_given(request, "said_at"), request.POST.get("source", "")
        record_fact(asked, request.POST.get("fact", ""), value_given(request), source, at, doing_of(request))

    return tried(request, act, "Fact saved.", back_to(request, "request"), *back_args(request, number))


VALUES: dict[str, Any] = {"yes": True, "no": False, "unknown": None}
TYPED: dict[str, Any] = {"date": typed_date, "time": typed_moment}
"""How the value of a fact is read that is a day or a time."""


def value_given(request: HttpRequest) -> Any:
    """The value of a recorded fact from its form."""
    text = request.POST.get("value", "").strip()
    if not text:
        raise RefusedError("Choose yes, no or unknown, or one of the values.")
    way = answering(request.POST.get("fact", ""))["way"]
    if text in VALUES or way not in TYPED:
        return VALUES.get(text, text)
    found = TYPED[way](request, "value", "What", here_of(request))
    return (found.astimezone(zone(here_of(request))) if way == "time" else found).isoformat()


def back_to(request: HttpRequest, name: str) -> str:
    """The address to go back to after a form: the page where it came from, where that is not the request's own."""
    back = request.POST.get("back", "")
    return back if back in {"questions", "hand_over_of"} else name


def back_args(request: HttpRequest, number: str) -> tuple[str, ...]:
    """The arguments of that address."""
    return () if request.POST.get("back") == "questions" else (number,)


@require_POST
def asked_of(request: HttpRequest, number: str) -> HttpResponse:
    """Record that somebody was asked, or asked again."""
    found = request_of(number)

    def act() -> None:
        question = question_of(found, request.POST, doing_of(request))
        if question is None:
            raise RefusedError("This question is closed.")
        record_asked(question, request.POST.get("how", ""), doing_of(request))

    return tried(
        request, act, "Saved: the question was asked.", back_to(request, "request"), *back_args(request, number)
    )


def question_of(found: Request, given: Mapping[str, str], doing: Doing) -> Question | None:
    """The open question a form means; one that the page worked out but nobody raised yet is raised now."""
    fact, words = given.get("fact", ""), given.get("ask", "")
    held = still_open(found, fact, words)
    if held is None and found.state in DECIDABLE:
        raise_questions(found, asks_of(work(found, doing.at), answered_by_counsel(found, doing.at)), doing)
        held = still_open(found, fact, words)
    return held


def _step(request: HttpRequest, number: str, act: Any, done: str) -> HttpResponse:
    found = request_of(number)
    return tried(request, lambda: act(found, doing_of(request), seen_version(request)), done, "request", number)


@require_POST
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """Withdraw the draft."""
    return _step(request, number, signing.withdraw, "The draft was withdrawn.")


@require_POST
def decide_open(request: HttpRequest, number: str) -> HttpResponse:
    """Take the answer back to decide what it leaves open."""
    return _step(request, number, ending.decide_open, "Decide what is open, then generate the response again.")


@require_POST
def decide_anew(request: HttpRequest, number: str) -> HttpResponse:
    """Decide again what rested on a fact that was corrected."""
    return _step(request, number, ending.decide_anew, "Decide again, then generate the corrected response.")


@require_POST
def go_on(request: HttpRequest, number: str) -> HttpResponse:
    """Move it on where nothing holds it any more."""
    return _step(request, number, ending.step_on, "Saved.")


@require_POST
def watch(request: HttpRequest, number: str) -> HttpResponse:
    """All notices served: watch."""
    return _step(request, number, ending.step_on, "Saved.")


@require_POST
def end(request: HttpRequest, number: str) -> HttpResponse:
    """Log how it ended."""
    how = request.POST.get("how", "")
    return _step(
        request, number, lambda found, doing, seen: ending.end(found, how, doing, seen), "Saved: how it ended."
    )


@require_POST
def sender_withdrew(request: HttpRequest, number: str) -> HttpResponse:
    """Withdrawn by sender."""
    words = request.POST.get("words", "")
    return _step(
        request,
        number,
        lambda found, doing, seen: ending.withdrawn_by_sender(found, words, doing, seen),
        "Recorded: withdrawn.",
    )


@require_POST
def close(request: HttpRequest, number: str) -> HttpResponse:
    """Close it."""
    return _step(request, number, ending.close, "Closed.")


@require_POST
def reopen(request: HttpRequest, number: str) -> HttpResponse:
    """Open it again."""
    reason = request.POST.get("reason", "")
    return _step(request, number, lambda found, doing, seen: ending.reopen(found, reason, doing, seen), "Opened again.")
