"""The office's mail server: set it, try it, switch it on."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.middleware import doing_of
from habeas.desk.services.mail import rounds, trying
from habeas.desk.services.mail import settings as mail
from habeas.desk.views.common import here_of, saw
from habeas.desk.workflow.errors import RefusedError


def setting(request: HttpRequest) -> HttpResponse:
    """Show the setting; save it, or send a test message with what is saved."""
    here_of(request)
    given = request.POST
    if request.method == "POST":
        try:
            if given.get("do") == "test":
                trying.send_test(given.get("test_to", ""), doing_of(request))
                messages.success(request, "Sent: the mail server took the test message.")
            else:
                mail.set_mail(given, doing_of(request))
                messages.success(request, "Saved.")
        except RefusedError as fault:
            messages.error(request, str(fault))
            return _page(request, given=given)
        return redirect("manage_mail")
    return _page(request)


def _page(request: HttpRequest, given: object = None) -> HttpResponse:
    held = mail.mail_setting()
    waiting, given_up, why = rounds.troubled()
    saw(request, "office", "mail", {"on": held.on})
    typed = given if isinstance(given, dict) and given.get("do") != "test" else None
    recipients = [
        (role, words, typed.get(f"to_{role}", "") if typed else "\n".join(held.recipients.get(role, [])))
        for role, words in mail.ROLES.items()
    ]
    context: dict[str, Any] = {
        "held": typed or held,
        "has_password": bool(held.password),
        "recipients": recipients,
        "why": why,
    }
    context |= {
        "ways": type(held).Security.choices,
        "waiting": waiting,
        "given_up": given_up,
        "usable": bool(held.host),
    }
    return render(request, "desk/manage/mail.html", context)
