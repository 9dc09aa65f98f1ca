"""What waits for a second person beside the requests: a roster that cannot be right, and a change of the office that counsel confirms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from habeas.desk.built_once import BuiltOnce
from habeas.desk.models import Account, Office, RosterImport
from habeas.desk.services.custody.roster_confirming import held

Role = Account.Role


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for a second person: what it is, since when, and the page where it is looked at, if this role has one."""

    what: str
    since: datetime | None
    address: str = ""
    key: str = ""


SEES_ROSTERS = frozenset({Role.CLERK.value, Role.COMMANDER.value})
OFFICE_PAGES: Mapping[str, str] = {
    Role.COMMANDER.value: "",
    Role.COUNSEL.value: "office_policy",
    Role.ADMINISTRATOR.value: "manage_office",
}
"""Who is told of a change of the office, and on which page that role looks at it; a commander has none."""


def waiting_for(role: str, here: Office, *, rosters: bool) -> list[Waiting]:
    """What the board of `role` shows of it. `rosters` is whether any is in preview: only then is there a query."""
    return (held_rosters() if rosters and role in SEES_ROSTERS else []) + office_changes(here, role)


def held_rosters() -> list[Waiting]:
    """Rosters that are held until two people, each with a reason, said that they are right; the oldest first."""
    rows = [each for each in _PREVIEWED() if held(each)]
    return [Waiting(f"A roster is held: {_half(each)}.", each.received_at, "roster", each.key) for each in rows]


def previewed() -> QuerySet[RosterImport]:
    """Rosters in preview, the oldest first."""
    return RosterImport.objects.filter(state=RosterImport.State.PREVIEW).order_by("received_at")


_PREVIEWED = BuiltOnce(previewed)


def _half(kept: RosterImport) -> str:
    if kept.asked_by_id is None:
        return "two people must confirm it, or it is discarded"
    return "one person said that it is right; a second must confirm it, or it is discarded"


def office_changes(here: Office, role: str) -> list[Waiting]:
    """Changes of the office that are proposed, and in force only once counsel has confirmed them; nothing for other roles."""
    changes = (
        ("place or time zone", here.place_proposed, here.place_proposed_at),
        ("policy", here.policy_proposed, here.policy_proposed_at),
    )
    return [
        Waiting(f"Another {what} of the office is proposed: counsel must confirm it.", at, OFFICE_PAGES[role])
        for what, proposed, at in changes
        if proposed is not None and role in OFFICE_PAGES
    ]
