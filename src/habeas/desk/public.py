"""What surrounds the public pages: they may be kept for a few minutes, and know the office and nobody else."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.desk.models import Office, OfficeSeal


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Only GET and HEAD are answered; no cookie is ever set; a page may be kept for five minutes."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponse("Only reading is possible here.", status=405, content_type="text/plain")
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "public, max-age=300")
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.cookies.clear()
        return response

    return middleware


def context(request: HttpRequest) -> dict[str, Any]:
    """The office, its seal without the picture, and the moment of the page."""
    seal = OfficeSeal.objects.filter(in_use=True).defer("png").first()
    moment = getattr(request, "moment", None)
    return {"office": Office.objects.first(), "seal": seal, "moment": moment, "at": request.resolver_match}
