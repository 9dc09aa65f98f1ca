"""Requests that ended because a program reported a release: a commander looks whether the person has left."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.desk.middleware import doing_of
from habeas.desk.services.releases.ended_by_programs import look_at, to_look_at
from habeas.desk.views.common import here_of, saw, tried


def endings(request: HttpRequest) -> HttpResponse:
    """What programs ended and nobody has looked at; the form says that the person has left."""
    here_of(request)
    if request.method == "POST":
        key = request.POST.get("ending", "")
        return tried(request, lambda: look_at(key, doing_of(request)), "Saved: reviewed.", "program_endings")
    rows = list(to_look_at())
    saw(request, "list", "program endings", {"requests": [each.request.number for each in rows if each.request]})
    return render(request, "desk/releases/program_endings.html", {"rows": rows})
