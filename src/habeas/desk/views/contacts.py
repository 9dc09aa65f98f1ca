"""The contact log, and the standing script for the telephone."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from habeas.desk.forms.contacts import ASKED, call_from, typed
from habeas.desk.forms.moments import for_field
from habeas.desk.middleware import doing_of
from habeas.desk.models import Contact, Request, Script
from habeas.desk.services.contacts import contacts as log
from habeas.desk.services.contacts.contacts import FILTERS
from habeas.desk.services.contacts.grounds_to_tell import (
    FIXED_WORDS,
    NEVER_BY_TELEPHONE,
    basis_for,
    grounds,
    open_dispute,
)
from habeas.desk.views.common import here_of, saw, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.requests.vocabulary import FIELD_ACTS


def index(request: HttpRequest) -> HttpResponse:
    """The log, newest first, narrowed by what is chosen."""
    here_of(request)
    chosen = request.GET.get("only", "")
    rows = log.contacts().prefetch_related("told")
    if chosen in FILTERS:
        rows = rows.filter(FILTERS[chosen][1])
    if request.GET.get("way") in Contact.Way.values:
        rows = rows.filter(way=request.GET["way"])
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    saw(request, "list", "contacts", {"keys": [each.key for each in page]})
    context = {"page": page, "filters": FILTERS.items(), "chosen": chosen, "ways": Contact.Way.choices}
    return render(request, "desk/contacts/index.html", context | {"way": request.GET.get("way", "")})


def new(request: HttpRequest) -> HttpResponse:
    """Log a contact: on the telephone now, or written down later."""
    return _form(request, None)


def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Go on with a contact that was saved to be finished later."""
    contact = get_object_or_404(Contact.objects.select_related("request"), key=key)
    if contact.finished_at is not None:
        return redirect("contact", key)
    return _form(request, contact)


def _form(request: HttpRequest, contact: Contact | None) -> HttpResponse:
    here, doing = here_of(request), doing_of(request)
    if request.method == "POST":
        try:
            call, finish = call_from(request, here, doing.at), "later" not in request.POST
            made = log.go_on(contact, call, doing, finish=finish) if contact else log.log(call, doing, finish=finish)
        except RefusedError as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, "Written down." if finish else "Saved. It waits on your desk to be finished.")
            return redirect("contact", made.key)
    return render(request, "desk/contacts/form.html", _shown(request, contact, here))


def _shown(request: HttpRequest, contact: Contact | None, here: Any) -> dict[str, Any]:
    number = request.POST.get("request") or request.GET.get("request") or ""
    asked = _asked(contact.request.number if contact and contact.request else number)
    disputed = asked.disputed if asked else False  # type: ignore[attr-defined] # read with the request
    basis = basis_for(asked.booking if asked else None, asked, request.moment, disputed)  # type: ignore[attr-defined]
    key, number = (contact.key if contact else "new"), (asked.number if asked else "")
    saw(request, "contact", key, {"grounds": [asked.number] if asked else []}, number)
    began = contact.began_at if contact else request.moment  # type: ignore[attr-defined]
    ended, found = contact.ended_at if contact else None, grounds(basis, FIELD_ACTS, here)
    return {
        "contact": contact, "asked": asked, "number": request.POST.get("request", number),
        "typed": typed(contact, request), "ways": Contact.Way.choices,
        "picks": ASKED.items(), "picked": request.POST.getlist("asked"), "grounds": found,
        "told": request.POST.getlist("told") or (contact.told.values_list("field", flat=True) if contact else []),
        "began": request.POST.get("began_at") or for_field(began, here),
        "ended": request.POST.get("ended_at") or for_field(ended, here),
        "script": basis.script, "fixed_words": FIXED_WORDS, "never": NEVER_BY_TELEPHONE, "disputed": basis.disputed,
        "sayable": any(each.allowed for each in found),
    }  # fmt: skip


def _asked(number: str) -> Request | None:
    """The request called `number`, with whether its person is disputed."""
    found = Request.objects.select_related("person", "booking__person").defer("source", "match")
    return found.annotate(disputed=Exists(open_dispute(OuterRef("person")))).filter(number=number).first()


def show(request: HttpRequest, key: str) -> HttpResponse:
    """One contact as it was written down."""
    here_of(request)
    contact = get_object_or_404(log.contacts().select_related("looked_by"), key=key)
    told = list(contact.told.select_related("about__person", "decision__request", "script"))
    number = contact.request.number if contact.request else ""
    saw(request, "contact", contact.key, {"who": contact.who, "told": [each.field for each in told]}, number)
    context = {"contact": contact, "told": told, "asked": contact.request}
    return render(request, "desk/contacts/show.html", context)


def look(request: HttpRequest, key: str) -> HttpResponse:
    """A commander looked into what was told without a ground."""
    contact = get_object_or_404(Contact, key=key)
    words = request.POST.get("words", "") if request.method == "POST" else ""
    return tried(request, lambda: log.look(contact, words, doing_of(request)), "Written down.", "contact", key)


def kept(request: HttpRequest, key: str) -> HttpResponse:
    """What was promised is done."""
    contact = get_object_or_404(Contact, key=key)
    if request.method != "POST":
        return redirect("contact", key)
    return tried(request, lambda: log.keep_promise(contact, doing_of(request)), "Done, and written down.", "contact", key)  # fmt: skip


def scripts(request: HttpRequest) -> HttpResponse:
    """The standing scripts: the one that holds, those proposed, those that ended; and a new one."""
    here_of(request)
    if request.method == "POST":
        words, fields = request.POST.get("words", ""), request.POST.getlist("fields")
        done = "Proposed. It holds when another commander has confirmed it."
        return tried(request, lambda: log.make_script(words, fields, doing_of(request)), done, "scripts")
    rows = Script.objects.select_related("made_by", "confirmed_by").order_by("-made_at")[:30]
    saw(request, "list", "scripts", {"keys": [each.key for each in rows]})
    context = {"scripts": rows, "fields": FIELD_ACTS, "fixed_words": FIXED_WORDS}
    return render(request, "desk/contacts/scripts.html", context)


def script_confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Another commander confirms a script."""
    return _of_script(request, key, log.confirm_script, "Confirmed. It may be said from now on.")


def script_end(request: HttpRequest, key: str) -> HttpResponse:
    """A script ends."""
    return _of_script(request, key, log.end_script, "Ended. Nothing rests on it from now on.")


def _of_script(request: HttpRequest, key: str, act: Any, done: str) -> HttpResponse:
    script = get_object_or_404(Script, key=key)
    if request.method != "POST":
        return redirect("scripts")
    return tried(request, lambda: act(script, doing_of(request)), done, "scripts")
