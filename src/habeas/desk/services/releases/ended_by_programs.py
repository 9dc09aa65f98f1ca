"""Requests that ended because a program reported a release: a commander is told, and looks whether the person has left."""

from collections.abc import Iterable

from django.db.models import QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import ApiKey, EndedByProgram, Request
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError


def tell_of(ended: Iterable[Request], doing: Doing) -> None:
    """Put each request that a program's report ended before the commanders; nothing where a person reported it."""
    if doing.role != "program":
        return
    key = ApiKey.objects.get(key=doing.actor.removeprefix("program-"))
    for request in ended:
        with acting(doing, "release", "request", request.key, request.number) as entry:
            EndedByProgram.objects.create(request=request, api_key=key, at=doing.at)
            entry.detail |= {"step": "commanders told"}


def to_look_at() -> QuerySet[EndedByProgram]:
    """What no commander has looked at yet, the oldest first, each with its request and the program."""
    return (
        EndedByProgram.objects.filter(looked_at=None, undone_at=None)
        .select_related("request", "api_key", "by", "booking__person")
        .order_by("at", "pk")
    )


def look_at(key: str, doing: Doing) -> EndedByProgram:
    """A commander has looked whether the person has left. Raises RefusedError where another has, and for other roles."""
    account = doing.needed_account
    if account.role != "commander":
        raise RefusedError("A commander reviews what a program ended.")
    found = to_look_at().filter(key=key).first()
    if found is None:
        raise RefusedError("A commander reviewed this already.")
    about = (
        ("request", found.request.key, found.request.number)
        if found.request
        else ("booking", found.booking.key if found.booking else "", "")
    )
    with acting(doing, "release", *about) as entry:
        if not EndedByProgram.objects.filter(pk=found.pk, looked_at=None).update(looked_at=doing.at, looked_by=account):
            raise RefusedError("A commander reviewed this already.")
        entry.detail |= {"step": "looked at", "program": found.api_key.key if found.api_key else ""}
    return found
