"""What a second person was shown: every form by which one approves carries a hash of it, and is refused where it changed meanwhile.

Without it a first person could show one thing, change it while the second reads, and have the second's name under another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.common.canonical import sha256_of
from habeas.desk.record.writing import EventEntry
from habeas.desk.workflow.errors import RefusedError

CHANGED = "This changed while the page was open, or the form does not say what was shown. Review it again."


@dataclass(frozen=True, slots=True)
class SecondAct:
    """A step by which a second person stands for what a first one did: the form's address, and the columns of the row that it shows.

    Without columns the service that does the step has a hash of its own (`held_by`).
    """

    address: str
    columns: tuple[str, ...] = ()
    held_by: str = ""


SECOND_ACTS: dict[str, SecondAct] = {
    "verify_account": SecondAct("vouch", (
        "username", "first_name", "last_name", "employee_number", "unit", "title", "badge", "provider_subject", "role", "unvouched_since",
        "sessions_ended",
    )),
    "approve_key": SecondAct("vouch", ("key", "name", "scopes", "expires_at", "made_by_id", "made_at")),
    "approve_webhook": SecondAct("approve_webhook", ("key", "name", "address", "events", "made_by_id", "made_at")),
    "confirm_place": SecondAct(
        "office_place", ("jurisdiction", "time_zone", "place_proposed", "place_proposed_by_id", "place_proposed_at")
    ),
    "confirm_policy": SecondAct("office_policy", (
        "jurisdiction", "policy", "policy_proposed", "policy_proposed_why", "policy_proposed_by_id", "policy_proposed_at",
    )),
    "confirm_finding": SecondAct("dispute_confirm", (
        "key", "person_id", "request_id", "says", "on_word_of", "words", "resolution", "evidence", "resolved_by_id", "proposed_at",
    )),
    "confirm_script": SecondAct("script_confirm", ("key", "words", "fields", "made_by_id", "made_at")),
    "confirm_roster": SecondAct("roster_apply", (
        "key", "sha256", "profile", "as_of", "state", "report", "asked_by_id", "asked_at", "asked_why",
    )),
    "confirm_identity": SecondAct("who_confirm", held_by="identification.shown_choice"),
    "confirm_nobody": SecondAct("who_confirm_nobody", held_by="identification.shown_nobody"),
    "confirm_set_aside": SecondAct("request_confirm_set_aside", ("key", "state", "kind", "version", "aside")),
    "sign": SecondAct("sign", held_by="decision_store.shown_sha256"),
    "take_shift": SecondAct("shift_take", ("key", "body", "role", "outgoing_id", "made_at")),
    "approve_layout": SecondAct("profile_vouch", held_by="RosterProfile.sha256"),
    "approve_letter": SecondAct("letters_decide", held_by="LetterTemplate.sha256"),
    "approve_report": SecondAct("report_decide", held_by="ReportVersion.digest"),
}  # fmt: skip
"""Every such step. A test walks it, and holds every service that turns a first person away to it."""


def shown_of(act: str, row: Any, **beside: Any) -> str:
    """The hash of what a step of `SECOND_ACTS` shows of a row, and of what its page shows beside it."""
    return hash_of({name: getattr(row, name) for name in SECOND_ACTS[act].columns} | beside)


def hash_of(shown: Mapping[str, Any]) -> str:
    """The hash of what a page shows: texts and numbers as they are, moments as they are written."""
    return sha256_of({name: _plain(value) for name, value in shown.items()})


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def demand_shown(seen: str, shown: str, entry: EventEntry) -> None:
    """Raise RefusedError where the form names another hash than that of what stands now; the event keeps the hash."""
    if seen != shown:
        raise RefusedError(CHANGED)
    entry.detail["seen"] = seen
