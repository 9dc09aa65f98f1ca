"""What a signer must check, and nothing more: who it is, the paper, the outcome, the facts it turns on, the deadline, what differs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from habeas.answers.added import GENERATED, differences
from habeas.desk.models import Decision, Office, Request
from habeas.desk.services.cases.cards import Card, cards_of
from habeas.desk.services.cases.decision_inputs import InputSources, asks_roster, sources_of
from habeas.desk.services.cases.freshness import what_changed
from habeas.desk.services.cases.related_rows import RelatedRows, Row, beside
from habeas.desk.services.custody.checking import missing
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.pages.key_facts import KeyFact, key_facts
from habeas.desk.workflow.findings import Finding
from habeas.desk.workflow.guards import TAKES_A_PERSON
from habeas.desk.workflow.identity import pair

LETTER = "outgoing/letter.txt"


@dataclass(frozen=True, slots=True)
class ListToCheck:
    """What whoever approves a list must know of it beside the counts of its answer."""

    answer: Mapping[str, Any]
    roster_at: datetime | None
    """The hour of the roster that it was made from."""
    left: int
    """How many stays on that roster had ended when it was made: they are not on it."""
    since: int
    """How many were reported as ended since."""


@dataclass(frozen=True, slots=True)
class ToCheck:
    """What the signer is shown of one waiting decision."""

    decision: Decision
    rows: RelatedRows
    cards: list[Card]
    """The acts that are done once it is signed."""
    others: list[Card]
    """The acts that need no signature: they took effect when the draft was made."""
    facts: list[KeyFact]
    deadline: datetime | None
    differs: list[str]
    similar: str
    changed: list[str]
    seen: str
    findings: tuple[Finding, ...] = ()
    """What two people found about the person that bears on this."""
    unchecked: bool = False
    """Whether nothing but a name agrees, and nothing more was checked."""
    uncertain: list[str] = field(default_factory=list)
    """What speaks against this being the person, and which identifiers could not be compared."""
    of_list: "ListToCheck | None" = None
    """Of a list: what leaves, what does not, from which roster; None of a request about one person."""
    letter: list[tuple[str, str]] = field(default_factory=list)
    """Where somebody added to the letter: its lines that differ from what was generated, and those next to them."""

    @property
    def alone(self) -> bool:
        """Whether somebody would be held or handed over of whom only a name agrees, and nothing more was checked."""
        done = {row["act"] for row in self.rows.of("choice") if row["does"] == "complies"}
        return self.unchecked and bool(done & TAKES_A_PERSON)

    @property
    def overrides(self) -> list[Card]:
        """Choices inside what the law leaves open, or on counsel's answer."""
        return [card for card in (*self.cards, *self.others) if card.choice and card.choice["ground"]]


KINDS_OF_ROW = (
    "account", "check", "choice", "clock", "dispute", "fact", "file", "notice", "opinion", "shown", "signature", "similar",
    "read_field", "sheet",
)  # fmt: skip


def to_check(request: Request, decision: Decision, here: Office, at: datetime) -> ToCheck:
    """Read what the signer must check, and whether it still rests on what is true now."""
    rows = beside(request, {*KINDS_OF_ROW} | ({"roster"} if asks_roster(request) else set()), decision)
    choices = rows.of("choice")
    cards = cards_of(decision.answer, [row["act"] for row in choices], decision.would_change, choices)
    signed = [card for card in cards if card.choice and card.choice["needs_second"]]
    similar, sources = rows.of("similar"), sources_of(request, rows, here)
    return ToCheck(
        decision,
        rows,
        signed,
        [card for card in cards if card not in signed],
        key_facts(signed, decision.answer, rows, request),
        min((each for each in (*(row["ends_at"] for row in rows.of("clock")), request.reply_by) if each), default=None),
        _differs(choices, similar),
        similar[0]["number"] if similar else "",
        what_changed(request, decision, at, sources),
        shown_sha256(decision, rows),
        tuple(sources.findings),
        *_who(request, rows),
        of_list=_of_list(request, decision, sources),
        letter=_letter_changes(rows, decision),
    )


def _of_list(request: Request, decision: Decision, now: InputSources) -> ListToCheck | None:
    if request.kind != "list_request" or "disclosed" not in decision.answer:
        return None
    hour, gone = decision.inputs.get("roster_at"), decision.inputs.get("gone") or []
    since = [each for each in now.gone if each not in gone]
    return ListToCheck(decision.answer, datetime.fromisoformat(hour) if hour else None, len(gone), len(since))


def _letter_changes(rows: RelatedRows, decision: Decision) -> list[tuple[str, str]]:
    if GENERATED not in {row["path"] for row in rows.of("file")}:
        return []
    kept = decision.files.filter(path__in=[GENERATED, LETTER]).values_list("path", "content")
    texts = {path: bytes(content).decode() for path, content in kept}
    return differences(texts[GENERATED], texts[LETTER])


def _who(request: Request, rows: RelatedRows) -> tuple[bool, list[str]]:
    """Whether only a name agrees and nothing was checked; what is uncertain or missing."""
    if request.person is None:
        return False, []
    subject, record = request.source.get("subject") or {}, request.person.record
    held = pair(subject, record)
    checked = [row for row in rows.of("check") if row["person_id"] == request.person_id]
    return held.name_alone and not checked, [*held.against, *missing(subject, record)]


def _differs(now: list[Row], then: list[Row]) -> list[str]:
    """Act by act what is otherwise than in the last similar decision: `act: then … now …`, in fixed words."""
    before = {row["act"]: row for row in then}
    return [row["act"] for row in now if row["act"] in before and _other(row, before[row["act"]])]


def _other(now: Mapping[str, Any], then: Mapping[str, Any]) -> bool:
    return (now["outcome"], now["does"]) != (then["outcome"], then["does"])
