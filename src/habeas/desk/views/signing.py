"""Another person checks a few things, gives the second factor and signs, or returns it with a listed reason; counsel first where needed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.common.errors import BadInputError
from habeas.desk.accounts.factors import check_factor
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.custody.booking_card import booking_card
from habeas.desk.services.decisions.act_choices import rows_read
from habeas.desk.services.decisions.signing import RETURN_REASONS, draft_to_sign, send_back, sign, sign_off
from habeas.desk.services.pages.signing_doubts import demand_call_back, demand_record_read, doubts_of
from habeas.desk.services.pages.signing_page import ToCheck, to_check
from habeas.desk.views.common import here_of, paper_of, request_of, saw, seen_version, tried
from habeas.desk.views.requests import class_counts, class_words
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import blocks
from habeas.desk.workflow.guards import Shown, is_cancelled
from habeas.desk.workflow.machine import what_hinders

SUSPENDED = "A claim of the inmate is open: approval is suspended until two people have decided the claim."


def second_door(request: HttpRequest, number: str) -> HttpResponse:
    """What the second person must check; the form signs."""
    return _door(request, number, "sign", "to_sign")


def counsel_signs(request: HttpRequest, number: str) -> HttpResponse:
    """What counsel must check; the form signs off."""
    return _door(request, number, "sign_off", "to_counsel")


def _door(request: HttpRequest, number: str, name: str, state: str) -> HttpResponse:
    if request.method == "POST" and (done := _sign(request, number, name)) is not None:
        return done
    asked, here, doing = request_of(number), here_of(request), doing_of(request)
    decision = draft_to_sign(asked)
    if decision is None or asked.state != state:
        messages.info(request, SUSPENDED if asked.state == "disputed" else "Nothing here awaits your signature.")
        return redirect("request", number)
    found = to_check(asked, decision, here, doing.at)
    why = what_hinders(asked, name, doing, _shown(asked, found)) or ""
    saw(request, "decision", decision.key, {"seen": found.seen, "changed": found.changed}, asked.number)
    context = {
        "asked": asked,
        "found": found,
        "reasons": RETURN_REASONS,
        "doubts": doubts_of(asked, found.rows, doing.at),
        "why": "" if why.startswith("Enter your second factor") else why,
        "signers": _signers(found, "counsel" if name == "sign_off" else "commander"),
        "approval": name,
        "given": request.POST,
        "beside": paper_of(request, asked, found.rows),
        "booking_card": booking_card(asked.person, asked.booking),
    }
    if found.of_list is not None:
        answer = found.of_list.answer
        context |= {"answer": answer, "class_words": class_words(asked), "class_counts": class_counts(answer)}
        context |= {"class_shown": found.rows.of("shown")}
    return render(request, "desk/deciding/sign.html", context)


def _sign(request: HttpRequest, number: str, name: str) -> HttpResponse | None:
    """Sign, and go to the request; None where it was refused and the page is shown again, with what was typed."""
    asked, post = request_of(number), request.POST

    def act() -> None:
        doing = doing_of(request, check_factor(request))
        demand_call_back(asked, post.get("no_call_back", ""))
        read = demand_record_read(asked, post.get("record_says", ""))
        why = post.get("no_call_back", "").strip()
        (sign_off if name == "sign_off" else sign)(asked, doing, post.get("seen", ""), seen_version(request), why, read)

    try:
        act()
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return None
    messages.success(request, "Signed. It is in effect." if name == "sign" else "Signed off as counsel.")
    return redirect("request", number)


def _shown(asked: Request, found: ToCheck) -> Shown:
    choices = rows_read(found.rows.of("choice"))
    facts = [(row["fact"], row["value"]) for row in found.rows.standing("fact") if row["request_id"]]
    disputed = any(row["resolved_at"] is None and blocks(row["says"], asked) for row in found.rows.of("dispute"))
    return Shown(found.decision, choices, disputed, is_cancelled(asked, facts), found.unchecked, found.findings)


def _signers(found: ToCheck, role: str) -> list[str]:
    """Who of the role whose signature is needed can give it: never who prepared it."""
    others = [
        row
        for row in found.rows.of("account")
        if row["role"] == role and row["is_active"] and not row["unvouched_since"]
    ]
    return [found.rows.name(row["id"]) for row in others if row["id"] != found.decision.drafted_by_id]


@require_POST
def return_it(request: HttpRequest, number: str) -> HttpResponse:
    """Return the draft with a listed reason; "Counsel should review it" is one of them."""
    asked, reason, words = request_of(number), request.POST.get("reason", ""), request.POST.get("words", "")
    return tried(
        request,
        lambda: send_back(asked, doing_of(request), reason, words[:250], seen_version(request)),
        "Returned with your reason.",
        "request",
        number,
    )
