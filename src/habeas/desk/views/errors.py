"""Pages for what went wrong: one plain sentence, and what to do next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def refused(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Not allowed."""
    why = "This page is not open to you, or the form was too old. Go back and try again."
    return render(request, "desk/errors/refused.html", {"why": why}, status=403)


def missing(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """No such page."""
    return render(request, "desk/errors/missing.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """An error inside Habeas; nothing half-done was kept."""
    return render(request, "desk/errors/broken.html", status=500)
