"""Every list as a file and as a page to print: the same rows for whoever may open the list, and each time a view in the record."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.answers.tables import csv_bytes
from habeas.common.canonical import sha256_of
from habeas.desk.middleware import check_right_of_page, check_vouched
from habeas.desk.permissions.addresses import capability_of
from habeas.desk.services.pages.list_tables import LISTS, PRINTED, ListTable, read
from habeas.desk.views.common import here_of, or_404, saw


def as_csv(request: HttpRequest, name: str) -> HttpResponse:
    """The list as a CSV in which nothing runs as a formula."""
    table, rows = _read(request, name, "csv")
    response = HttpResponse(csv_bytes(table.columns, rows), content_type="text/csv; charset=utf-8")
    practice = "PRACTICE-" if here_of(request).demonstration else ""
    response["Content-Disposition"] = f'attachment; filename="{practice}{name.replace("_", "-")}.csv"'
    return response


def to_print(request: HttpRequest, name: str) -> HttpResponse:
    """The list to print: a line each, every page with its number."""
    table, rows = _read(request, name, "print")
    context = {
        "table": table,
        "rows": rows[:PRINTED],
        "count": len(rows),
        "more": len(rows) > PRINTED,
        "name": name,
        "query": urlencode(request.GET.dict()),
    }
    return render(request, "desk/list.html", context)


def _read(request: HttpRequest, name: str, way: str) -> tuple[ListTable, list[list[str]]]:
    """The list called `name` as this role may see it. Raises NotYoursError for another's; 404 where there is none."""
    table, capability = or_404(LISTS.get(name)), or_404(capability_of(name))
    check_right_of_page(capability, request)
    check_vouched(capability, request)
    rows = read(table, request.user, request.GET.dict(), here_of(request), request.moment)  # type: ignore[arg-type, attr-defined]
    saw(request, "list", name, {way: sha256_of(rows), "columns": list(table.columns), "lines": len(rows)})
    return table, rows
