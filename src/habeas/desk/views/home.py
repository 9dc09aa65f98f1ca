"""The first screen: what must be done now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    """The desk."""
    return render(request, "desk/home.html")
