"""Deciding: choose only where the law leaves it, see the answer as it will go out, then make it or send it to the second person."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.answers.added import paragraphs_of
from habeas.common.errors import BadInputError
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.cards import Card, cards_of
from habeas.desk.services.cases.decision_inputs import asks_roster, sources_of
from habeas.desk.services.cases.grounds import GROUNDS
from habeas.desk.services.cases.related_rows import RelatedRows, beside
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.custody.booking_card import booking_card
from habeas.desk.services.decisions.act_choices import BY_COUNSEL
from habeas.desk.services.decisions.deciding import demand_looked, make, preview
from habeas.desk.services.decisions.draft_answer import DraftAnswer, work
from habeas.desk.services.decisions.list_work import WorkedOut, is_list, worked_out
from habeas.desk.services.pages.answer_files import OUT, SIGNED, file_of, files_leaving, letter_of
from habeas.desk.services.pages.request_page import acts_of
from habeas.desk.views.choices_given import choices_given, done_words
from habeas.desk.views.common import PAPER_ROWS, here_of, or_404, paper_of, request_of, saw, seen_version
from habeas.desk.views.list_work import deciding_list
from habeas.desk.views.requests import class_counts, class_words
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import what_hinders


def deciding(request: HttpRequest, number: str) -> HttpResponse:
    """The page of deciding; its form shows the answer with the choices, and makes it once it was shown so."""
    asked, here, doing = request_of(number), here_of(request), doing_of(request)
    kinds = {"fact", "shown", "opinion", "account", "draft", *PAPER_ROWS}
    rows = beside(asked, kinds | ({"roster"} if asks_roster(asked) else set()))
    sources = sources_of(asked, rows, here)
    try:
        if is_list(asked):
            return deciding_list(request, asked, sources, partial(_shown, request, asked, rows))
        worked = work(asked, doing.at, sources)
    except BadInputError as fault:
        messages.error(request, str(fault))
        return redirect("request", number)
    found = _preview(asked, worked, request, doing)
    if request.method == "POST" and request.POST.get("do") == "make" and not found.why:
        answer = _make(request, asked, found, doing)
        if answer is not None:
            return answer
    return _shown(request, asked, rows, found)


def _shown(
    request: HttpRequest, asked: Request, rows: RelatedRows, found: WorkedOut, chosen: Any = None
) -> HttpResponse:
    """The page of what was worked out; `chosen` are the choices of its form."""
    shown = {"state": asked.state, "version": asked.version, "acts": list(found.outcomes)}
    saw(request, "request", asked.key, shown, asked.number)
    given = chosen if chosen is not None else request.POST if request.method == "POST" else {}
    return render(request, "desk/deciding/decide.html", _context(request, asked, found, rows, given))


def _preview(asked: Request, worked: DraftAnswer, request: HttpRequest, doing: Any) -> WorkedOut:
    choices = choices_given(request.POST, acts_of(worked)) if request.method == "POST" else []
    try:
        added = paragraphs_of(request.POST.get("added", ""))
        return worked_out(worked, preview(asked, worked, choices, doing, added))
    except (RefusedError, BadInputError) as fault:
        return worked_out(worked, None, str(fault))


def _make(request: HttpRequest, asked: Request, found: WorkedOut, doing: Any) -> HttpResponse | None:
    """Generate response, if what was shown is what would be made; None shows it again."""
    if request.POST.get("shown") != found.shown:
        messages.warning(request, "Your choices change the response: review it below, then generate it.")
        return None
    choices = choices_given(request.POST, [each.act for each in found.rows])
    try:
        made = make(asked, choices, doing, seen_version(request), paragraphs_of(request.POST.get("added", "")))
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("request", asked.number)
    messages.success(request, done_words(made))
    return redirect("answer", asked.number)


def _context(
    request: HttpRequest, asked: Request, found: WorkedOut, rows: RelatedRows, chosen: Mapping[str, str]
) -> dict[str, Any]:
    opinions = {row["act"]: row for row in rows.of("opinion")}
    cards = cards_of(found.answer, list(found.outcomes), found.changes)
    return {
        "asked": asked,
        "choosable": [_choosable(act, found.outcomes[act], cards, opinions, chosen) for act in found.outcomes],
        "cards": cards,
        "grounds": GROUNDS,
        "why": found.why,
        "hindered": what_hinders(asked, "settle", doing_of(request)) or ("" if found.is_class else _not_looked(asked)),
        "preview": None if found.why else found,
        "added": chosen.get("added", ""),
        "shown": "" if found.why else found.shown,
        "answer": found.answer,
        "is_class": found.is_class,
        "nobody": found.nobody,
        "class_words": class_words(asked),
        "class_counts": class_counts(found.answer),
        "class_shown": rows.of("shown"),
        "drafts": rows.of("draft"),
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
        "draft_only": any(row["does"] == "waits" for row in rows.of("choice")),
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
