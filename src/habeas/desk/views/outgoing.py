"""Going out: what goes to whom by which checked way, with which proof; and how a warrant is lodged and an inmate handed over."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.doing import Doing
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.related_rows import RelatedRows, beside
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.decisions.act_choices import rows_read
from habeas.desk.services.office.office import for_field
from habeas.desk.services.outgoing.executing import Execution, Taken, executions, grounds, hand_over, lodge_hold
from habeas.desk.services.outgoing.outgoing import (
    LATE,
    VERIFIED,
    WAYS,
    Dispatch,
    SendingProof,
    dispatch,
    dispatch_called,
    package_zip,
    times_sent,
)
from habeas.desk.services.outgoing.whose_paper import agencies_of, other_agency, takes_by_rule
from habeas.desk.services.pages.answer_files import files_leaving
from habeas.desk.services.pages.request_page import Decision, living_of
from habeas.desk.views.common import here_of, or_404, request_of, saw, seen_version, tried
from habeas.desk.views.forms_given import moment_given
from habeas.desk.workflow import entitled
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import blocks, findings_about
from habeas.desk.workflow.guards import Shown, is_cancelled
from habeas.desk.workflow.identity import pair
from habeas.desk.workflow.machine import what_hinders


def send(request: HttpRequest, number: str) -> HttpResponse:
    """The files that go, and the form that records to whom, how, and the proof."""
    if request.method == "POST":
        return _record(request, number)
    asked, here_ = request_of(number), here_of(request)
    decision = living_of(asked)
    rows = beside(asked, {"file", "choice", "dispatch", "account", "dispute"}, decision)
    choices = rows_read(rows.of("choice"))
    page = Shown(
        decision, choices, any(row["resolved_at"] is None and blocks(row["says"], asked) for row in rows.of("dispute"))
    )
    name = "dispatch" if asked.state not in {"answered", "watching"} else "send_again"
    saw(request, "request", asked.key, {"files": [row["sha256"] for row in rows.of("file")]}, asked.number)
    context = {
        "asked": asked,
        "office": here_,
        "files": files_leaving(rows.of("file")),
        "sent": rows.of("dispatch"),
        "rows": rows,
        "ways": WAYS,
        "verified": {name: words for name, words in VERIFIED.items() if name != "paper_only"},
        "late": LATE if asked.reply_by and request.moment > asked.reply_by and name == "dispatch" else {},  # type: ignore[attr-defined]
        "why": what_hinders(asked, name, doing_of(request), page),
        "again": name == "send_again",
    }
    return render(request, "desk/outgoing/send.html", context)


def _record(request: HttpRequest, number: str) -> HttpResponse:
    asked, given = request_of(number), request.POST

    def act() -> Dispatch:
        return dispatch(
            asked,
            doing_of(request),
            given.get("to", ""),
            given.get("way", ""),
            given.get("address", ""),
            SendingProof(
                given.get("proof", ""),
                given.get("verified", ""),
                given.get("taken_by", ""),
                request.FILES.get("receipt"),
                given.get("late", ""),
            ),
            seen_version(request),
        )

    before = times_sent(asked)
    answer = tried(request, act, "Transmittal logged.", "request", number)
    return answer if times_sent(asked) > before else redirect("send", number)


def receipt(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """The receipt of one sending, as it was kept: always a file to save, never shown inside the desk's own pages."""
    found = or_404(dispatch_called(number, key))
    if found.proof_file is None:
        raise Http404
    saw(request, "dispatch", found.key, {"receipt": found.proof_file.sha256}, number)
    response = HttpResponse(bytes(found.proof_file.content), content_type=found.proof_file.media_type)
    ending = "pdf" if found.proof_file.media_type == "application/pdf" else "bin"
    response.headers["Content-Disposition"] = f'attachment; filename="{number}-receipt.{ending}"'
    return response


def package(request: HttpRequest, number: str) -> HttpResponse:
    """Everything that goes out, as one ZIP with its sums; the same bytes every time."""
    asked = request_of(number)
    try:
        packed = package_zip(asked, doing_of(request))
    except RefusedError as fault:
        messages.error(request, str(fault))
        return redirect("answer", number)
    response = HttpResponse(packed, content_type="application/zip")
    practice = "PRACTICE-" if here_of(request).demonstration else ""
    response.headers["Content-Disposition"] = f'attachment; filename="{practice}{asked.number}.zip"'
    return response


def lodge(request: HttpRequest, number: str) -> HttpResponse:
    """Record that a court's warrant is lodged as a hold."""
    return _execute(request, number, "lodge_hold", lodge_hold)


def hand_over_of(request: HttpRequest, number: str) -> HttpResponse:
    """Record that the inmate was handed over: to whom, with which badge, where, when, and what allowed it."""
    return _execute(request, number, "record_hand_over", hand_over)


DONE: dict[str, str] = {
    "lodge_hold": "Logged: hold lodged.",
    "record_hand_over": "Logged: inmate transferred.",
}


def shown_in(asked: Request, decision: Decision | None, rows: RelatedRows) -> Shown:
    """What the guards need to know of a request that is only shown, of rows that were read already."""
    facts = [(row["fact"], row["value"]) for row in rows.standing("fact") if row["request_id"]]
    person = asked.person
    alone = person is not None and all(row["person_id"] != person.pk for row in rows.of("check"))
    return Shown(
        decision,
        rows_read(rows.of("choice")),
        any(row["resolved_at"] is None and blocks(row["says"], asked) for row in rows.of("dispute")),
        is_cancelled(asked, facts),
        bool(person and alone and pair(asked.source.get("subject") or {}, person.record).name_alone),
        tuple(findings_about(person)),
        True,
        entitled.words_in(rows.standing("fact")),
        entitled.signed_in(rows.of("signature")),
    )


def entitled_asked(rows: RelatedRows, why: str, doing: Doing) -> dict[str, Any]:
    """What the page asks where the word that the inmate is entitled to release is missing, or a second person's; else nothing."""
    if entitled.ASK_FIRST not in why and entitled.SECOND not in why:
        return {}
    said = [row for row in rows.standing("fact") if row["fact"] == entitled.ENTITLED and row["request_id"] is None]
    last = said[-1] if said else None
    mine = bool(last and doing.account and last["value"] is True and last["by_id"] == doing.account.pk)
    return {"fact": entitled.ENTITLED, "last": last, "mine": mine}


def _execute(request: HttpRequest, number: str, name: str, act: Callable[..., Execution]) -> HttpResponse:
    asked, here = request_of(number), here_of(request)
    doing, given = doing_of(request), request.POST

    def record() -> Execution:
        words = {
            key: given.get(key, "").strip() for key in ("agency", "officer", "badge", "place", "allowed_by", "why")
        }
        return act(asked, Taken(at=moment_given(request, "at"), **words), doing, seen_version(request))

    if request.method == "POST":
        before = executions(asked)
        answer = tried(request, record, DONE[name], "request", number)
        if executions(asked) > before:
            return answer
        if not other_agency(asked, given.get("agency", "")):
            return redirect(request.path)
    decision = living_of(asked)
    rows = beside(asked, {"execution", "account", "choice", "dispute", "fact", "check", "signature"}, decision)
    saw(request, "request", asked.key, {"executions": [row["key"] for row in rows.of("execution")]}, asked.number)
    why = what_hinders(asked, name, doing, shown_in(asked, decision, rows)) or ""
    context = {
        "asked": asked, "rows": rows, "step": name, "grounds": grounds(asked, decision) if decision else [],
        "why": why, "entitled": entitled_asked(rows, why, doing), "local_now": given.get("at") or for_field(doing.at, here), "given": given,
        "differs": other_agency(asked, given.get("agency", "")) if given and name == "record_hand_over" else "",
        "named": agencies_of(asked),
        "by_rule": takes_by_rule(asked),
    }  # fmt: skip
    return render(request, "desk/outgoing/execute.html", context)
