"""The staff site's addresses, made from the table of addresses; nothing else is served but the log-in's own."""

from importlib import import_module
from typing import Any

from django.urls import include, path

from habeas.desk.api.operations import addresses as api_addresses
from habeas.desk.permissions import converters  # noqa: F401 - registers `<whole:name>`
from habeas.desk.permissions.addresses import ADDRESSES


def _view(dotted: str) -> Any:
    module, name = dotted.rsplit(".", 1)
    return getattr(import_module(f"habeas.desk.views.{module}"), name)


urlpatterns = [
    *(path(each.path, _view(each.view), name=each.name) for each in ADDRESSES),
    path("api/", include(api_addresses())),
    path("account/", include("allauth.urls")),
]

handler400 = "habeas.desk.views.errors.unreadable"
handler403 = "habeas.desk.views.errors.refused"
handler404 = "habeas.desk.views.errors.missing"
handler500 = "habeas.desk.views.errors.broken"
