"""What law has counted and no other act tells: bail, interviews, task forces, costs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from habeas.audit.event import Event, decode_event
from habeas.common.numbers import whole_number
from habeas.desk.doing import Doing
from habeas.desk.models import Event as EventRow
from habeas.desk.models import Request
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.office.office import local_day, office
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed

KINDS: dict[str, tuple[str, str]] = {
    "bail": ("bail", "Bail posted (criminal)"),
    "interview_asked": ("interview", "Interview asked for"),
    "interview_consented": ("interview", "Interview: inmate consented in writing"),
    "interview_refused": ("interview", "Interview: inmate refused"),
    "interview_held": ("interview", "Interview took place"),
    "task_force": ("task_force", "Joint task force, with its arrests"),
    "cost": ("cost", "Cost or staff hours"),
    "rate": ("rate", "Average cost of a day in custody, from this day on"),
    "begins": ("begins", "First day of the record"),
}
"""What may be entered: its noun in the ledger, and its words."""
NEEDS: dict[str, tuple[str, ...]] = {
    "bail": ("request",), "task_force": ("what", "agencies"), "cost": ("what",), "rate": ("dollars",),
    **dict.fromkeys(("interview_asked", "interview_consented", "interview_refused", "interview_held"), ("request",)),
}  # fmt: skip
"""What each needs besides its time."""
PRINTED = "printed"
"""Numbers that somebody printed are entries of a register of their own."""
LIST_WORDS = "Sender's list"
WORDS = {
    "request": "the request number",
    "what": "what it is",
    "agencies": "the agencies",
    "dollars": "the amount in dollars",
}
_MONEY = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class CountEntry:
    """One entry as the page lists it: its key, kind in words, time, request, what was given, and whether another stands in its place."""

    key: str
    kind: str
    at: str
    request: str
    given: str
    replaced: bool


def enter(kind: str, at: datetime, given: Mapping[str, str], doing: Doing, corrects: str = "") -> str:
    """Record one entry; its key. `given` holds text by name: request, what, agencies, dollars, hours, arrests, immigration_arrests.

    With `corrects` it stands in the place of that earlier entry. Raises RefusedError in one sentence; then nothing is kept.
    """
    check_right(needed("keep_counts"), doing.role)
    if kind not in KINDS:
        raise RefusedError("Choose what to enter from the list.")
    if at > doing.at:
        raise RefusedError("The time entered is in the future; enter the actual time.")
    for name in NEEDS.get(kind, ()):
        if not given.get(name, "").strip():
            raise RefusedError(f"{KINDS[kind][1]}: enter {WORDS[name]}.")
    if corrects and corrects not in {each.key for each in entries() if each.kind != LIST_WORDS}:
        raise RefusedError("The entry to correct is not in the list; a sender's list is corrected by loading it again.")
    about, key = _request(given.get("request", "")), new_key()
    with acting(doing, "tally", "tally", key, about.number if about else "") as entry:
        entry.detail |= {"key": key, "noun": KINDS[kind][0], "step": kind, "at": at.isoformat(), "corrects": corrects}
        entry.detail |= {"facts": _facts(kind, at, given), "amounts": _amounts(given)}
        if about is not None:
            entry.detail |= {
                "person": about.person.key if about.person else "",
                "booking": about.booking.key if about.booking else "",
            }
    return key


def _request(number: str) -> Request | None:
    if not number.strip():
        return None
    found = Request.objects.filter(number=number.strip().upper()).select_related("person", "booking").first()
    if found is None:
        raise RefusedError("There is no request with this number.")
    return found


def _facts(kind: str, at: datetime, given: Mapping[str, str]) -> dict[str, str]:
    day = local_day(office(), at).isoformat()
    named = {
        "bail": {}, "task_force": {"purpose": given.get("what", "")[:200], "agencies": given.get("agencies", "")[:300]},
        "cost": {"what": given.get("what", "")[:200]}, "rate": {"since": day}, "begins": {"day": day},
    }  # fmt: skip
    return named[kind] if kind in named else {"step": kind.removeprefix("interview_")}


def _amounts(given: Mapping[str, str]) -> dict[str, int]:
    found = {"cents": _hundredths(given.get("dollars", ""), 100), "minutes": _hundredths(given.get("hours", ""), 60)}
    for name in ("arrests", "immigration_arrests"):
        text = given.get(name, "").strip()
        number = whole_number(text) if text else None
        if text and number is None:
            raise RefusedError(f"{name.replace('_', ' ').capitalize()}: enter a whole number.")
        found[name] = number
    return {name: number for name, number in found.items() if number is not None}


def _hundredths(text: str, times: int) -> int | None:
    """An amount such as 12.50 in its smallest part, None where nothing is written."""
    if not text.strip():
        return None
    if not _MONEY.fullmatch(text.strip()):
        raise RefusedError("Enter an amount such as 12.50, without signs or commas.")
    return round(Decimal(text.strip()) * times)


def entries() -> list[CountEntry]:
    """Every entry there ever was, the newest first, read from the record."""

    found = [each for body in _rows() if (each := decode_event(body.encode())).detail.get("noun") != PRINTED]
    replaced = {str(each.detail.get("corrects")) for each in found}
    return [_shown(each, replaced) for each in found]


def _rows() -> list[str]:
    return list(EventRow.objects.filter(act="tally").order_by("-seq").values_list("body", flat=True))


def _shown(event: Event, replaced: set[str]) -> CountEntry:
    detail = event.detail
    facts, amounts = detail.get("facts") or {}, detail.get("amounts") or {}
    given = [*facts.values(), *(f"{name.replace('_', ' ')} {value}" for name, value in amounts.items())]
    step, key = str(detail.get("step", "")), str(detail.get("key", ""))
    words = KINDS[step][1] if step in KINDS else LIST_WORDS if step == "list" else step
    if isinstance(detail.get("list"), list):
        given = [str(detail.get("sender", "")), f"{len(detail['list'])} rows"]
    return CountEntry(
        key,
        words,
        str(detail.get("at", "")),
        str(detail.get("request", "")),
        "; ".join(map(str, given)),
        key in replaced,
    )
