"""The unsent words of a long form, saved as one types and discarded on request."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from habeas.desk.middleware import doing_of
from habeas.desk.services.office.drafts import discard_draft, save_draft


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the fields of the form named `draft`."""
    doing = doing_of(request)
    fields = dict(request.POST.lists())
    save_draft(doing.needed_account, request.POST.get("draft", ""), fields, doing.at)
    return HttpResponse(status=204)


@require_POST
def discard(request: HttpRequest) -> HttpResponse:
    """Forget the unsent words of the form named `draft`, and go back to its page."""
    form = request.POST.get("draft", "")
    discard_draft(doing_of(request).needed_account, form)
    messages.success(request, "Discarded.")
    path = form.partition("#")[0]
    return redirect(path if url_has_allowed_host_and_scheme(path, None) else "home")
