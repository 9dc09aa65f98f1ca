"""The smallest Django page there is, for comparison: one view, no session, no database."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from habeas.desk.server.threads import ThreadServer
from habeas.desk.serving import THREADS


def hello(request: HttpRequest) -> HttpResponse:
    """Say hello."""
    return HttpResponse("hello")


if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="only for measuring")  # noqa: S106 - signs nothing

urlpatterns = [path("", hello), path("account/login/", hello)]
application = ThreadServer(get_wsgi_application(), THREADS, "127.0.0.1")
