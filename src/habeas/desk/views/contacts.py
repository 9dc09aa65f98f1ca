"""The contact log, and the standing script for the telephone."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.forms.contacts import ASKED, call_from, typed
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.contacts import contacts as log
from habeas.desk.services.contacts.contacts import FILTERS, Contact, Way
from habeas.desk.services.contacts.grounds_to_tell import (
    FIXED_WORDS,
    NEVER_BY_TELEPHONE,
    basis_for,
    grounds,
)
from habeas.desk.services.custody.people import Person
from habeas.desk.services.custody.picking import WhichError
from habeas.desk.services.office.office import for_field
from habeas.desk.views.common import here_of, or_404, saw, take_query, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.requests.vocabulary import FIELD_ACTS


def index(request: HttpRequest) -> HttpResponse:
    """The log, newest first, narrowed by what is chosen."""
    here_of(request)
    chosen = request.GET.get("only", "")
    page = Paginator(log.narrowed(chosen, request.GET.get("way", "")), 50).get_page(request.GET.get("page"))
    saw(request, "list", "contacts", {"keys": [each.key for each in page]})
    context = {"page": page, "filters": FILTERS.items(), "chosen": chosen, "ways": Way.choices}
    return render(
        request,
        "desk/contacts/index.html",
        context | {"way": request.GET.get("way", ""), "take_query": take_query(request, "only", "way")},
    )


def new(request: HttpRequest) -> HttpResponse:
    """Log a contact: on the telephone now, or written down later."""
    return _form(request, None)


def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Go on with a contact that was saved not finished later."""
    contact = or_404(log.contact_called(key))
    if contact.finished_at is not None:
        return redirect("contact", key)
    return _form(request, contact)


def _form(request: HttpRequest, contact: Contact | None) -> HttpResponse:
    here, doing = here_of(request), doing_of(request)
    choices: Sequence[Person] = ()
    if request.method == "POST":
        try:
            call, finish = call_from(request, here, doing), "later" not in request.POST
            made = log.go_on(contact, call, doing, finish=finish) if contact else log.log(call, doing, finish=finish)
        except WhichError as which:
            messages.info(request, str(which))
            choices = which.people
        except RefusedError as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, "Saved." if finish else "Saved. It waits on your desk not finished.")
            return redirect("contact", made.key)
    return render(request, "desk/contacts/form.html", _shown(request, contact, here) | {"choices": choices})


def _shown(request: HttpRequest, contact: Contact | None, here: Any) -> dict[str, Any]:
    number = request.POST.get("request") or request.GET.get("request") or ""
    asked = log.request_spoken_of(contact.request.number if contact and contact.request else number)
    disputed = asked.disputed if asked else False  # type: ignore[attr-defined] # read with the request
    basis = basis_for(asked.booking if asked else None, asked, request.moment, disputed)  # type: ignore[attr-defined]
    key, number = (contact.key if contact else "new"), (asked.number if asked else "")
    saw(request, "contact", key, {"grounds": [asked.number] if asked else []}, number)
    began = contact.began_at if contact else request.moment  # type: ignore[attr-defined]
    ended, found = contact.ended_at if contact else None, grounds(basis, FIELD_ACTS, here)
    return {
        "contact": contact, "asked": asked, "number": request.POST.get("request", number),
        "typed": _filled(request, contact, asked), "ways": Way.choices,
        "picks": ASKED.items(), "picked": request.POST.getlist("asked"), "grounds": found,
        "told": request.POST.getlist("told") or (log.fields_told(contact) if contact else []),
        "began": request.POST.get("began_at") or for_field(began, here),
        "ended": request.POST.get("ended_at") or for_field(ended, here),
        "script": basis.script, "fixed_words": FIXED_WORDS, "never": NEVER_BY_TELEPHONE, "disputed": basis.disputed,
        "sayable": any(each.allowed for each in found),
    }  # fmt: skip


def _filled(request: HttpRequest, contact: Contact | None, asked: Request | None) -> dict[str, str]:
    """What stands in the boxes: what was typed or saved; for a new contact about a request, who sent it."""
    fresh = asked is not None and contact is None and request.method != "POST"
    return typed(contact, request) | (log.caller_of(asked) if fresh and asked else {})


def show(request: HttpRequest, key: str) -> HttpResponse:
    """One contact as it was written down."""
    here_of(request)
    contact = or_404(log.contact_shown(key))
    told = log.told_in(contact)
    number = contact.request.number if contact.request else ""
    saw(request, "contact", contact.key, {"who": contact.who, "told": [each.field for each in told]}, number)
    context = {"contact": contact, "told": told, "asked": contact.request}
    return render(request, "desk/contacts/show.html", context)


def look(request: HttpRequest, key: str) -> HttpResponse:
    """A commander looked into what was told without a ground."""
    contact = or_404(log.contact_called(key))
    words = request.POST.get("words", "") if request.method == "POST" else ""
    return tried(request, lambda: log.look(contact, words, doing_of(request)), "Saved.", "contact", key)


def kept(request: HttpRequest, key: str) -> HttpResponse:
    """What was promised is done."""
    contact = or_404(log.contact_called(key))
    if request.method != "POST":
        return redirect("contact", key)
    return tried(request, lambda: log.keep_promise(contact, doing_of(request)), "Saved.", "contact", key)  # fmt: skip


def scripts(request: HttpRequest) -> HttpResponse:
    """The standing scripts: the one that holds, those proposed, those that ended; and a new one."""
    here_of(request)
    if request.method == "POST":
        words, fields = request.POST.get("words", ""), request.POST.getlist("fields")
        done = "Proposed. It takes effect when another commander confirms it."
        return tried(request, lambda: log.make_script(words, fields, doing_of(request)), done, "scripts")
    rows = log.newest_scripts()
    saw(request, "list", "scripts", {"keys": [each.key for each in rows]})
    context = {"scripts": rows, "fields": FIELD_ACTS, "fixed_words": FIXED_WORDS}
    return render(request, "desk/contacts/scripts.html", context)


def script_confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Another commander confirms a script."""
    seen = request.POST.get("seen", "")
    return _of_script(
        request, key, lambda script, doing: log.confirm_script(script, seen, doing), "Confirmed. It is in effect."
    )


def script_end(request: HttpRequest, key: str) -> HttpResponse:
    """A script ends."""
    return _of_script(request, key, log.end_script, "Ended.")


def _of_script(request: HttpRequest, key: str, act: Any, done: str) -> HttpResponse:
    script = or_404(log.script_called(key))
    if request.method != "POST":
        return redirect("scripts")
    return tried(request, lambda: act(script, doing_of(request)), done, "scripts")
