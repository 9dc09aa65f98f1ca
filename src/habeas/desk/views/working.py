"""Working together: comments on a request, in whose hands it is, and one's own saved views of a list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from habeas.desk.middleware import doing_of
from habeas.desk.services.cases import assigning
from habeas.desk.services.pages import saved_views
from habeas.desk.views.common import request_of, tried


@require_POST
def comment(request: HttpRequest, number: str) -> HttpResponse:
    """Add a comment."""
    found, words = request_of(number), request.POST.get("words", "")
    return tried(
        request, lambda: assigning.comment(found, words, doing_of(request)), "Comment added.", "request", number
    )


@require_POST
def assign(request: HttpRequest, number: str) -> HttpResponse:
    """Take a request, give it to a person or a role, or hand it back."""
    found, given = request_of(number), request.POST
    note, doing = given.get("note", ""), doing_of(request)
    acts = {
        "take": (lambda: assigning.take(found, doing), "Assigned to you."),
        "back": (lambda: assigning.hand_back(found, note, doing), "Handed back."),
    }
    assigned = (lambda: assigning.assign(found, given.get("to", ""), note, doing), "Assigned.")
    act, done = acts.get(given.get("do", ""), assigned)
    return tried(request, act, done, "request", number)


@require_POST
def keep_view(request: HttpRequest) -> HttpResponse:
    """Keep the filter and order of a list under a name."""
    of, name, query = (request.POST.get(each, "") for each in ("of", "name", "query"))
    to = of if of in saved_views.KNOWN else "home"
    response = tried(request, lambda: saved_views.keep(of, name, query, doing_of(request)), "View saved.", to)
    response.headers["Location"] = f"{reverse(to)}?{query}" if _plain(query) else reverse(to)
    return response


def _plain(query: str) -> bool:
    """Whether an address made with this query leads to the same list."""
    return query.isascii() and query.isprintable() and len(query) < 300


@require_POST
def drop_view(request: HttpRequest, key: str) -> HttpResponse:
    """Remove one of one's own views."""
    to = request.POST.get("of", "")
    if to not in saved_views.KNOWN:
        return redirect("home")
    return tried(request, lambda: saved_views.drop(key, doing_of(request)), "View removed.", to)
