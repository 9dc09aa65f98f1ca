"""Deciding: choose only where the law leaves it, see the answer as it will go out, then make it or send it to the second person."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.answers.added import paragraphs_of
from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.cards import Card, cards_of
from habeas.desk.services.cases.decision_inputs import asks_roster, sources_of
from habeas.desk.services.cases.grounds import GROUNDS
from habeas.desk.services.cases.related_rows import RelatedRows, beside
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.custody.booking_card import booking_card
from habeas.desk.services.decisions.act_choices import BY_COUNSEL, Choice
from habeas.desk.services.decisions.deciding import Preview, demand_looked, make, preview
from habeas.desk.services.decisions.draft_answer import DraftAnswer, answer_json, changes_of, work
from habeas.desk.services.decisions.signing import Decision, waits_for_signature
from habeas.desk.services.pages.answer_files import OUT, SIGNED, file_of, files_leaving, letter_of
from habeas.desk.services.pages.request_page import acts_of
from habeas.desk.views.common import PAPER_ROWS, here_of, or_404, paper_of, request_of, saw, seen_version
from habeas.desk.views.requests import class_counts, class_words
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import what_hinders


def deciding(request: HttpRequest, number: str) -> HttpResponse:
    """The page of deciding; its form shows the answer with the choices, and makes it once it was shown so."""
    asked, here, doing = request_of(number), here_of(request), doing_of(request)
    rows = beside(
        asked, {"fact", "shown", "opinion", "account", *PAPER_ROWS} | ({"roster"} if asks_roster(asked) else set())
    )
    try:
        worked = work(asked, doing.at, sources_of(asked, rows, here))
    except BadInputError as fault:
        messages.error(request, str(fault))
        return redirect("request", number)
    why, found = _preview(asked, worked, request, doing)
    if request.method == "POST" and request.POST.get("do") == "make" and found and not why:
        answer = _make(request, asked, found, doing)
        if answer is not None:
            return answer
    saw(
        request,
        "request",
        asked.key,
        {"state": asked.state, "version": asked.version, "acts": acts_of(worked)},
        asked.number,
    )
    return render(request, "desk/deciding/decide.html", _context(request, asked, worked, found, why, rows))


def _preview(asked: Request, worked: DraftAnswer, request: HttpRequest, doing: Any) -> tuple[str, Preview | None]:
    choices = choices_given(request.POST, acts_of(worked)) if request.method == "POST" else []
    try:
        return "", preview(asked, worked, choices, doing, paragraphs_of(request.POST.get("added", "")))
    except (RefusedError, BadInputError) as fault:
        return str(fault), None


def choices_given(given: Mapping[str, str], acts: list[str]) -> list[Choice]:
    """The choices of a form: `do-<act>` says complies or refuses, `ground-<act>` on which listed ground, `words-<act>` in whose words."""
    return [
        Choice(
            act, given[f"do-{act}"] == "complies", given.get(f"ground-{act}", ""), given.get(f"words-{act}", "")[:500]
        )
        for act in acts
        if given.get(f"do-{act}") in {"complies", "refuses"}
    ]


def _make(request: HttpRequest, asked: Request, found: Preview, doing: Any) -> HttpResponse | None:
    """Generate response, if what was shown is what would be made; None shows it again."""
    if request.POST.get("shown") != shown_hash(found):
        messages.warning(request, "Your choices change the response: review it below, then generate it.")
        return None
    choices = choices_given(request.POST, [each.act for each in found.rows])
    try:
        made = make(asked, choices, doing, seen_version(request), paragraphs_of(request.POST.get("added", "")))
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("request", asked.number)
    messages.success(request, _done(made))
    return redirect("answer", asked.number)


def _done(made: Decision) -> str:
    if made.request.state == "to_counsel":
        return "Submitted to counsel. Nothing takes effect until counsel has signed off."
    if waits_for_signature(made):
        return "Submitted for approval. What needs no approval took effect now."
    return "The response is in effect. Send it, and log the transmittal."


def shown_hash(found: Preview) -> str:
    """The hash of the answer as the page showed it: the letter and what the office does."""
    return sha256_of([found.letter, [[row.act, row.outcome, row.does, row.ground, row.words] for row in found.rows]])


def _context(
    request: HttpRequest, asked: Request, worked: DraftAnswer, found: Preview | None, why: str, rows: RelatedRows
) -> dict[str, Any]:
    answer = answer_json(worked)
    opinions = {row["act"]: row for row in rows.of("opinion")}
    chosen = request.POST if request.method == "POST" else {}
    acts = acts_of(worked)
    cards = cards_of(answer, acts, changes_of(worked))
    outcomes = {
        act.value: [each.value for each in (outcome, *worked.beside(act, outcome))]
        for act, outcome in worked.outcomes().items()
    }
    return {
        "asked": asked,
        "choosable": [_choosable(act, outcomes[act], cards, opinions, chosen) for act in acts],
        "cards": cards,
        "grounds": GROUNDS,
        "why": why,
        "hindered": what_hinders(asked, "settle", doing_of(request)) or _not_looked(asked),
        "preview": found,
        "added": request.POST.get("added", ""),
        "shown": shown_hash(found) if found else "",
        "answer": answer,
        "is_class": worked.answer.request.about_a_class,
        "nobody": worked.answer.nobody_here,
        "class_words": class_words(asked),
        "class_counts": class_counts(answer),
        "class_shown": rows.of("shown"),
        "beside": paper_of(request, asked, rows),
        "booking_card": booking_card(asked.person, asked.booking),
    }


def _not_looked(asked: Request) -> str:
    """Why "not in our custody" cannot be answered yet; empty where it can."""
    try:
        demand_looked(asked)
    except RefusedError as fault:
        return str(fault)
    return ""


def _choosable(
    act: str, outcomes: list[str], cards: list[Card], opinions: Mapping[str, Any], chosen: Mapping[str, str]
) -> dict[str, Any]:
    """One act with what can be chosen about it: both ways inside `may`, what counsel opened where the law is unsettled, else nothing.

    `outcomes` are those of everybody it is about, the gravest first.
    """
    card = next((each for each in cards if each.act == act), None)
    outcome = next((each for each in outcomes if each == "may" or each in BY_COUNSEL), outcomes[0])
    opinion = opinions.get(act) if outcome in BY_COUNSEL else None
    ways: tuple[str, ...] = ("complies", "refuses") if outcome == "may" else ()
    if opinion is not None:
        ways = ("complies", "refuses") if opinion["outcome"] == "may" else ("refuses",)
    return {
        "act": act,
        "outcome": outcome,
        "outcomes": outcomes,
        "card": card,
        "ways": ways,
        "opinion": opinion,
        "needs_counsel": any(each in BY_COUNSEL for each in outcomes) and act not in opinions,
        "ask": card.questions[0]["ask"] if card and card.questions else "",
        "do": chosen.get(f"do-{act}", ""),
        "ground": chosen.get(f"ground-{act}", "counsel_advice" if opinion else ""),
        "words": chosen.get(f"words-{act}", ""),
    }


def answer(request: HttpRequest, number: str) -> HttpResponse:
    """Response preview (or went): the letter in words, every file with its hash, who prepared and who signed."""
    asked = request_of(number)
    here_of(request)
    letter = or_404(letter_of(asked))
    decision = letter.decision
    rows = beside(asked, {"file", "choice", "account", "signature"}, decision)
    out = files_leaving(rows.of("file"))
    saw(request, "decision", decision.key, {"files": [row["sha256"] for row in rows.of("file")]}, asked.number)
    context = {
        "asked": asked,
        "decision": decision,
        "letter": bytes(letter.content).decode(),
        "outgoing": out,
        "internal": [row for row in rows.of("file") if row not in out],
        "choices": rows.of("choice"),
        "signatures": rows.of("signature"),
        "rows": rows,
    }
    return render(request, "desk/deciding/answer.html", context)


TYPES: dict[str, str] = {
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def answer_file(request: HttpRequest, number: str, file: int) -> HttpResponse:
    """One file of the answer, kept nowhere: PDF and text open in the browser, the rest is saved."""
    asked = request_of(number)
    kept = or_404(file_of(asked, file))
    saw(request, "file", kept.sha256[:24], {"sha256": kept.sha256}, asked.number)
    name = (
        kept.path.rsplit("/", 1)[-1]
        if kept.path.startswith((OUT, SIGNED))
        else f"{asked.number}-{kept.pk}.{_end(kept.path)}"
    )
    response = HttpResponse(bytes(kept.content), content_type=TYPES.get(_end(kept.path), "application/octet-stream"))
    way = "inline" if _end(kept.path) in {"pdf", "txt"} else "attachment"
    response.headers["Content-Disposition"] = f'{way}; filename="{name}"'
    return response


def _end(path: str) -> str:
    return path.rsplit(".", 1)[-1] if "." in path else ""
