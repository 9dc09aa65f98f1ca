"""Statutory reports: what is due, a preview, two people's signatures, versions with corrections, and what stands behind a cell."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from habeas.audit.acts import said_of
from habeas.common.errors import BadInputError
from habeas.common.moments import typed_day
from habeas.desk.accounts.factors import check_factor
from habeas.desk.middleware import doing_of
from habeas.desk.services.custody.people import staff_names
from habeas.desk.services.office.office import local_day
from habeas.desk.services.record import office_reports as desk
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.law.model.vocabulary import Sureness
from habeas.statistics.reports.build import Report
from habeas.statistics.reports.catalog import catalog
from habeas.statistics.reports.certificate import certificate_sentences
from habeas.statistics.reports.due import due_reports
from habeas.statistics.reports.render import notes


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What is due to whom and when; every version there is; the form for a preview."""
    here = here_of(request)
    rows = desk.versions()
    saw(request, "list", "office_reports", {"keys": [each.key for each in rows]})
    day = local_day(here, request.moment)  # type: ignore[attr-defined]
    offered = [each for each in catalog().values() if here.jurisdiction and each.holds_in(here.jurisdiction)]
    context = {
        "due": due_reports(here.jurisdiction, day) if here.jurisdiction else [], "rows": [(each, _title(each.name)) for each in rows],
        "offered": offered, "unread": [each.name for each in offered if each.source and each.source.sureness is not Sureness.VERIFIED],
        "names": _names(rows),
    }  # fmt: skip
    return render(request, "desk/reports/index.html", context)


@require_GET
def preview(request: HttpRequest) -> HttpResponse:
    """A report over a period, counted now; nothing is kept."""
    try:
        name, first, last = _asked(request.GET)
        report = desk.counted(name, first, last)
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("reports")
    saw(request, desk.KIND, name, {"from": str(first), "to": str(last), "events": report.ledger.size})
    over = desk.is_over(last, request.moment)  # type: ignore[attr-defined]
    context = _shown(report) | {"digest": desk.digest_of(report), "over": over}
    context["not_yet"] = frozenset() if over else desk.not_yet(report)
    return render(request, "desk/reports/preview.html", context)


@require_POST
def prepare(request: HttpRequest) -> HttpResponse:
    """Prepare what the preview showed, for another person to approve."""
    try:
        key = desk.prepare(*_asked(request.POST), request.POST.get("seen", ""), doing_of(request))
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("reports")
    messages.success(request, "Prepared. Another person approves it before it can leave.")
    return redirect("report", key)


@require_GET
def show(request: HttpRequest, key: str) -> HttpResponse:
    """One version: its figures, its signatures, what it corrects."""
    version = or_404(desk.version_called(key))
    saw(request, desk.KIND, key, {"version": version.version, "digest": version.digest})
    context: dict[str, Any] = {"version": version, "title": _title(version.name), "names": _names([version])}
    context["mine"] = doing_of(request).actor == version.prepared_by
    try:
        report = desk.report_of(version)
        context |= _shown(report) | {"changes": [each.row for each in desk.changes_of(version, report)]}
    except (RefusedError, BadInputError) as fault:
        context["refusal"] = str(fault)
    return render(request, "desk/reports/show.html", context)


@require_POST
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """Approve a version that waits, or return it."""
    version, post = or_404(desk.version_called(key)), request.POST
    accept = post.get("answer") == "accept"

    def act() -> None:
        desk.decide(
            version, post.get("seen", ""), post.get("why", ""), doing_of(request, check_factor(request)), accept=accept
        )

    return tried(request, act, "Approved. It can be downloaded." if accept else "Returned.", "report", key)


@require_GET
def download(request: HttpRequest, key: str) -> HttpResponse:
    """An approved version as a ZIP."""
    version = or_404(desk.version_called(key))
    try:
        packed = desk.zip_of(version, doing_of(request))
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("report", key)
    response = HttpResponse(packed, content_type="application/zip")
    name = f"{version.name}-{version.first}-{version.last}-v{version.version}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
def cell(request: HttpRequest, key: str) -> HttpResponse:
    """What stands behind one cell: each fact that counts, with its events; that an inspector looked is a view."""
    version, name = or_404(desk.version_called(key)), request.GET.get("cell", "")
    try:
        facts = desk.behind(version, name)
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("report", key)
    events = [(fact, [(each, said_of(each.act, each.detail).words) for each in found]) for fact, found in facts]
    saw(request, desk.KIND, key, {"cell": name, "facts": [fact for fact, _ in facts]})
    names = staff_names({each.actor for _, found in facts for each in found})
    context = {"version": version, "title": _title(version.name), "cell": name, "facts": events, "names": names}
    return render(request, "desk/reports/cell.html", context)


def _asked(given: Any) -> tuple[str, date, date]:
    """The report's name and both days of a form. Raises RefusedError for what is no day."""
    name = given.get("name", "")
    if name not in catalog():
        raise RefusedError("Choose a report from the list.")
    return name, _day(given.get("from", ""), "First day"), _day(given.get("to", ""), "Last day")


def _day(text: str, words: str) -> date:
    try:
        return typed_day(text)
    except ValueError:
        raise RefusedError(f"{words}: enter the date as month/day/year, such as 03/26/2018.") from None


def _shown(report: Report) -> dict[str, Any]:
    """What a page shows of a report: its cells, its other tables, its notes, its certificate."""
    lists = [
        (name, header, rows[:200], len(rows)) for name, (header, rows) in report.tables.items() if name != "table.csv"
    ]
    return {
        "kind": report.kind, "first": report.first, "last": report.last, "notes": notes(report), "tables": lists,
        "cells": [(each, each.row) for each in report.cells],
        "unsettled": sum(bool(each.count and each.count.unknown) for each in report.cells), "certificate": certificate_sentences(report),
    }  # fmt: skip


def _title(name: str) -> str:
    return catalog()[name].title if name in catalog() else name


def _names(rows: list[desk.ReportVersion]) -> dict[str, str]:
    return staff_names({each for row in rows for each in (row.prepared_by, row.decided_by) if each})
