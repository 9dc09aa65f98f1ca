"""Requests by their number, each with what the pages that ask for it show: one query, and None where there is no such request."""

from django.db.models import CharField, QuerySet

from habeas.desk.built_once import BuiltOnce, Given
from habeas.desk.models import Request


def request_called(number: str) -> Request | None:
    """The request with what its own page shows."""
    return _CALLED.first(number=number)


def _called() -> QuerySet[Request]:
    rows = Request.objects.select_related("person", "booking", "paper", "assigned_to").defer("paper__content")
    return rows.filter(number=Given("number", CharField())).order_by("pk")


_CALLED = BuiltOnce(_called)


def request_with_paper(number: str) -> Request | None:
    """The request with its paper, but not the paper's bytes, and what it came with."""
    rows = Request.objects.select_related(
        "person", "booking", "paper", "duplicate_of", "packet", "chosen_by", "conflict_cleared_by"
    )
    without = ("paper__content", "duplicate_of__source", "duplicate_of__match", "packet__source", "packet__match")
    return rows.defer(*without).filter(number=number).first()


def request_and_person(number: str) -> Request | None:
    """The request with whom it is about, and where that person was booked."""
    return Request.objects.select_related("person", "booking__person").filter(number=number).first()


def request_key(number: str) -> str | None:
    """The key of the request, and nothing else of it."""
    return Request.objects.filter(number=number).values_list("key", flat=True).first()


def requests_before(number: str | None, most: int) -> tuple[list[Request] | None, str | None]:
    """One page of requests, the newest first: those filed before the request `number`, with the number to ask the next page by.

    The page is None where no request has that number; the number is None on the last page.
    """
    rows = Request.objects.select_related("duplicate_of").order_by("-pk")
    if number is not None:
        last = Request.objects.filter(number=number).values_list("pk", flat=True).first()
        if last is None:
            return None, None
        rows = rows.filter(pk__lt=last)
    found = list(rows[: most + 1])
    page = found[:most]
    return page, page[-1].number if len(found) > most else None
