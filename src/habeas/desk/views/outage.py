"""The outage kit: made on a page, handed out as one ZIP."""

import io
import zipfile

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.common.numbers import whole_number
from habeas.desk.middleware import doing_of
from habeas.desk.services.outage import outage as desk
from habeas.desk.workflow.errors import RefusedError

_EPOCH = (1980, 1, 1, 0, 0, 0)


def kit(request: HttpRequest) -> HttpResponse:
    """Show what the kit is; by POST make one."""
    if request.method == "POST":
        try:
            return _made(request)
        except RefusedError as fault:
            messages.error(request, str(fault))
            return redirect("outage_kit")
    return render(request, "desk/outage/index.html", {"each": desk.EACH, "most": desk.MOST, "back": desk.came_back()})


def _made(request: HttpRequest) -> HttpResponse:
    each = whole_number(request.POST.get("each", ""))
    if each is None:
        raise RefusedError("Enter how many forms of each kind.")
    made = desk.make_kit(doing_of(request), each)
    answer = HttpResponse(_zipped(made.files), content_type="application/zip")
    answer.headers["Content-Disposition"] = 'attachment; filename="outage-kit.zip"'
    return answer


def _zipped(files: dict[str, bytes]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in files.items():
            pack.writestr(zipfile.ZipInfo(f"outage-kit/{name}", _EPOCH), content)
    return found.getvalue()
