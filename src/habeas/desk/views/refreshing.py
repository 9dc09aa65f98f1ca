"""Pages that refresh themselves: asked again with the mark of what is shown, they answer 304 where nothing was done since."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.desk.accounts.lock import REFRESH
from habeas.desk.services.pages.fresh import mark_of_now

HEADER = REFRESH
"""What the page's own script sends; such a visit is no sign of anybody being there (`accounts.lock`)."""
View = Callable[..., HttpResponse]


def refreshed(view: View) -> View:
    """Give a page its mark; a script that shows it already gets 304, and no view is logged, as nothing was shown."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if HEADER not in request.headers:
            return view(request, *args, **kwargs)
        mark = f'"{mark_of_now(request.user, request.get_full_path(), request.moment)}"'  # type: ignore[arg-type, attr-defined]
        if request.headers.get("If-None-Match") == mark:
            return HttpResponse(status=304, headers={"ETag": mark})
        response = view(request, *args, **kwargs)
        response["ETag"] = mark
        return response

    return marked
