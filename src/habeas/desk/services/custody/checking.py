"""What is checked besides a name before somebody is held or handed over: a second identifier that agrees, or a call to the sender."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from habeas.desk.doing import Doing
from habeas.desk.models import IdentityCheck, Person, Request
from habeas.desk.services.custody.birth_dates import day_of_birth
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.identity import pair
from habeas.desk.workflow.machine import moving

IDENTIFIERS: dict[str, str] = {
    "date_of_birth": "Date of birth",
    "a_number": "A-number",
    "fbi_number": "FBI number",
    "state_id": "State number",
    "booking_id": "Booking number",
    "fingerprints": "Fingerprints compared",
    "photograph": "Photograph compared",
}
"""What can be recorded as a second identifier."""
BY_EYE = frozenset({"fingerprints", "photograph"})
"""Identifiers that a person compares and no text holds."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was checked: `identifier` with its value and words, or with whom at which number of our own directory; and when."""

    at: datetime
    identifier: str = ""
    value: str = ""
    spoke_with: str = ""
    number: str = ""
    words: str = ""


def check_identity(request: Request, looked: Looked, doing: Doing, seen: int | None = None) -> IdentityCheck:
    """Record a second identifier that agrees with the inmate chosen, or a call-back to the sender.

    Raises RefusedError where nobody is chosen, where the identifier does not agree with the record, or where who was called, at
    which number, or the time is missing.
    """
    way = IdentityCheck.Way.IDENTIFIER if looked.identifier else IdentityCheck.Way.CALL_BACK
    _check(request, looked, doing)
    with moving(request, "check_identity", doing, seen) as move:
        if move.request.person is None:
            raise RefusedError("Select the inmate first, then log what was checked.")
        if looked.identifier and looked.identifier not in BY_EYE:
            _check_agrees(move.request.person, looked)
        made = IdentityCheck.objects.create(
            request=move.request, person=move.request.person, way=way, identifier=looked.identifier, value=looked.value[:80],
            spoke_with=looked.spoke_with[:160], number=looked.number[:60], words=looked.words[:300], at=looked.at,
            by=doing.needed_account, recorded_at=doing.at,
        )  # fmt: skip
        move.entry.detail |= {"step": "identity checked", "way": way.value, "identifier": looked.identifier}
        move.entry.detail["check"] = made.key
        move.entry.sealed |= {"value": looked.value, "spoke_with": looked.spoke_with, "number": looked.number}
    return made


def _check(request: Request, looked: Looked, doing: Doing) -> None:
    called = bool(looked.spoke_with.strip() and looked.number.strip())
    theirs = request.source.get("phone")
    faults = (
        (bool(looked.identifier) and looked.identifier not in IDENTIFIERS, "Choose one of the listed identifiers."),
        (
            bool(looked.identifier) and looked.identifier not in BY_EYE and not looked.value.strip(),
            "Enter the identifier as given by the sender.",
        ),
        (
            looked.identifier in BY_EYE and not looked.words.strip(),
            "Enter what was compared, and by whom.",
        ),
        (
            not looked.identifier and not called,
            "Enter whom you spoke with, and the number you called from our own directory.",
        ),
        (
            not looked.identifier and _digits(looked.number) == _digits(str(theirs or "")) != "",
            "That is the number on the document: call back at a number from our own directory.",
        ),
        (looked.at > doing.at, "The time entered is in the future; enter the actual time."),
    )
    for wrong, sentence in faults:
        if wrong:
            raise RefusedError(sentence)


def _check_agrees(person: Person, looked: Looked) -> None:
    value = day_of_birth(looked.value).isoformat() if looked.identifier == "date_of_birth" else looked.value
    held = pair(_names_of(person) | {looked.identifier: value}, person.record)
    if held.name_alone or held.conflicts:
        words = IDENTIFIERS[looked.identifier].lower()
        raise RefusedError(
            f"This {words} does not match the inmate's record; compare the document and the record again."
        )


def _names_of(person: Person) -> dict[str, Any]:
    return {"family_name": person.family_name, "given_name": person.given_name}


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def missing(subject: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    """Which identifiers could not be compared, in words: those the paper or the record lacks."""
    found = []
    for name in ("date_of_birth", "a_number", "fbi_number", "state_id"):
        where = [words for words, given in (("the document", subject), ("our record", record)) if not given.get(name)]
        if where:
            found.append(f"{IDENTIFIERS[name]}: not on {' or '.join(where)}")
    return found
