"""What the second person must check, and nothing more: outcome, the facts it turns on, the deadline, what differs from last time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from habeas.desk.models import Decision, Office, Request
from habeas.desk.services.beside import Beside, Row, beside
from habeas.desk.services.cards import Card, cards_of
from habeas.desk.services.casework import asks_roster, held_of
from habeas.desk.services.deciding import shown_sha256
from habeas.desk.services.freshness import what_changed

FACTS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ToCheck:
    """What the signer is shown of one waiting decision."""

    decision: Decision
    rows: Beside
    cards: list[Card]
    """The acts that are done once it is signed."""
    others: list[Card]
    """The acts that need no signature: they took effect when the draft was made."""
    facts: list[tuple[str, str]]
    deadline: datetime | None
    differs: list[str]
    similar: str
    changed: list[str]
    seen: str

    @property
    def overrides(self) -> list[Card]:
        """Choices inside what the law leaves open, or on counsel's answer."""
        return [card for card in (*self.cards, *self.others) if card.choice and card.choice["ground"]]


KINDS_OF_ROW = (
    "account", "choice", "clock", "dispute", "fact", "file", "notice", "opinion", "shown", "signature", "similar",
)  # fmt: skip


def to_check(request: Request, decision: Decision, here: Office, at: datetime) -> ToCheck:
    """Read what the signer must check, and whether it still rests on what is true now."""
    rows = beside(request, {*KINDS_OF_ROW} | ({"roster"} if asks_roster(request) else set()), decision)
    choices = rows.of("choice")
    cards = cards_of(decision.answer, [row["act"] for row in choices], decision.would_change, choices)
    signed = [card for card in cards if card.choice and card.choice["needs_second"]]
    turns = list(dict.fromkeys(fact for card in signed for fact in card.turns_on))
    similar = rows.of("similar")
    return ToCheck(
        decision,
        rows,
        signed,
        [card for card in cards if card not in signed],
        turns[:FACTS_SHOWN],
        min((each for each in (*(row["ends_at"] for row in rows.of("clock")), request.reply_by) if each), default=None),
        _differs(choices, similar),
        similar[0]["number"] if similar else "",
        what_changed(request, decision, at, held_of(request, rows, here)),
        shown_sha256(decision, rows),
    )


def _differs(now: list[Row], then: list[Row]) -> list[str]:
    """Act by act what is otherwise than in the last similar decision: `act: then … now …`, in fixed words."""
    before = {row["act"]: row for row in then}
    return [row["act"] for row in now if row["act"] in before and _other(row, before[row["act"]])]


def _other(now: Mapping[str, Any], then: Mapping[str, Any]) -> bool:
    return (now["outcome"], now["does"]) != (then["outcome"], then["does"])
