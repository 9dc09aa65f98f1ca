"""The office's seal for its public site, and the last change of its settings taken back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from habeas.desk.forms.intake import uploaded
from habeas.desk.middleware import doing_of
from habeas.desk.services.office import managing
from habeas.desk.services.office.seal_image import keep_seal, seal_picture, take_back_seal
from habeas.desk.views.common import here_of, tried
from habeas.desk.workflow.errors import RefusedError


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Put an uploaded picture in use, or take the last one back."""

    def act() -> None:
        if request.POST.get("do") == "undo":
            take_back_seal(doing_of(request))
            return
        file = uploaded(request)
        if file is None:
            raise RefusedError("Choose a picture first.")
        keep_seal(file[0], doing_of(request))

    return tried(request, act, "Seal saved.", "manage_office")


@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """The seal in use."""
    found = seal_picture()
    if found is None:
        raise Http404
    return HttpResponse(found, content_type="image/png")


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the last change of the office's settings."""
    here = here_of(request)
    return tried(request, lambda: managing.undo_office(here, doing_of(request)), "Undone.", "manage_office")
