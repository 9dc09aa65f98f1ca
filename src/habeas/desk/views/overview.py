"""How the office does, in pictures for whoever runs it; and for the administrator, whether the machine and the record are well."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from habeas.common.charts import svg_of
from habeas.desk.services.pages import overview as pictures
from habeas.desk.services.upkeep.health import health_at
from habeas.desk.views.common import here_of, saw


def overview(request: HttpRequest) -> HttpResponse:
    """Requests, times, notices, deadlines, questions and queues, each a chart with the same numbers in a table below it."""
    here_of(request)
    period = request.GET.get("days", "")
    period = period if period in pictures.PERIODS else "90"
    charts = pictures.charts(period, request.moment)  # type: ignore[attr-defined]
    drawn = [(each, mark_safe(svg_of(each))) for each in charts]  # noqa: S308 - drawn by us, every text escaped
    saw(request, "list", "overview", {each.name: [list(row[1]) for row in each.rows] for each in charts})
    return render(
        request, "desk/overview.html", {"charts": drawn, "period": period, "periods": pictures.PERIODS.items()}
    )


def health(request: HttpRequest) -> HttpResponse:
    """Backup, record, heads outside, disk and work behind the pages: each in a line, with what to do where it is not well."""
    here_of(request)
    return render(request, "desk/health.html", {"lines": health_at(request.moment)})  # type: ignore[attr-defined]
