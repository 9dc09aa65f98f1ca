"""Profiles that exports are read through: those that ship, and the county's own, each vouched for by a second person."""

import hashlib
from functools import cache

from django.db.models import QuerySet

from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.models import RosterProfile
from habeas.roster.profile import load_profile, shipped_profiles

State = RosterProfile.State
READABLE = (State.IN_USE, State.ENDED)
"""States in which something may have been read through a profile: its text stays, so that it can be read again."""


def offered() -> list[tuple[str, str]]:
    """The profiles that a roster may be imported through now, each with its title: the county's own first."""
    own = RosterProfile.objects.filter(state=State.IN_USE).order_by("name", "-version")
    return [*((each.called, each.title) for each in own), *_shipped()]


@cache
def _shipped() -> tuple[tuple[str, str], ...]:
    return tuple((each, load_profile(each).title) for each in shipped_profiles())


def demand_offered(called: str) -> None:
    """A browser or a program names a profile that is offered; a path is never opened, whatever stands there. Raises BadInputError."""
    if called in shipped_profiles():
        return
    found = _own(called)
    if found is None or found.state != State.IN_USE:
        raise _unknown()


def text_of(called: str) -> str:
    """The text of a county's own profile, empty for one that ships. Raises BadInputError for any other word, or an altered text."""
    if called in shipped_profiles():
        return ""
    found = _own(called)
    if found is None or found.state not in READABLE:
        raise _unknown()
    if hashlib.sha256(found.text.encode()).hexdigest() != found.sha256:
        raise BadInputError(f"The layout {called} is not the text that was approved; nothing is read with it.")
    return found.text


def _unknown() -> BadInputError:
    return BadInputError(f"No profile has that name; choose one of {', '.join(name for name, _ in offered())}.")


def _own(called: str) -> RosterProfile | None:
    name, _, last = called.rpartition(".")
    version = whole_number(last, least=1, most=999_999)
    return RosterProfile.objects.filter(name=name, version=version).first() if name and version else None


def newest_first() -> QuerySet[RosterProfile]:
    """Every profile that was described here, those that wait first, with who had it in hand."""
    people = ("made_by", "proposed_by", "vouched_by", "ended_by")
    return RosterProfile.objects.exclude(state=State.GIVEN_UP).select_related(*people).order_by("-made_at", "-pk")


def profile_called(key: str) -> RosterProfile | None:
    """One profile with who had it in hand."""
    return (
        RosterProfile.objects.select_related("made_by", "proposed_by", "vouched_by", "ended_by").filter(key=key).first()
    )
