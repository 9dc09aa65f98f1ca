"""The list of requests and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.desk.models import Request
from habeas.desk.views.common import request_of, saw


def index(request: HttpRequest) -> HttpResponse:
    """Requests, newest first."""
    rows = Request.objects.order_by("-received_at")[:50]
    saw(request, "list", "requests", {"numbers": [each.number for each in rows]})
    return render(request, "desk/requests/index.html", {"requests": rows})


def show(request: HttpRequest, number: str) -> HttpResponse:
    """One request."""
    asked = request_of(number)
    saw(request, "request", asked.key, {"state": asked.state, "version": asked.version}, asked.number)
    return render(request, "desk/requests/show.html", {"asked": asked})
