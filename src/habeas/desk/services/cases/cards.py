"""One card for each act a request asks for, made from the decision as it is stored (or as it would be stored now): what pages show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from habeas.desk.services.cases.related_rows import moment
from habeas.law.engine.proof_told import proof_told_in

Data = Mapping[str, Any]

SAFE_SAYS: Mapping[str, str] = {
    "hold": "The inmate is not held past release.",
    "notify": "The release date is not disclosed.",
    "transfer": "The inmate is not transferred.",
    "arrest": "No arrest on a civil warrant.",
    "interview": "No interview takes place.",
    "delay_release": "The release is not delayed.",
    "share_status": "Citizenship and status are not disclosed.",
    "share_public": "Nothing is sent; what is public stays public.",
    "share_personal": "No personal information is disclosed.",
    "share_criminal_history": "No criminal history is disclosed.",
    "list": "No list is provided.",
    "access_facility": "No access to non-public areas.",
    "agree_287g": "No agreement is made.",
}
"""The safe act: what stands until somebody signs, and where a fact or counsel's answer is missing."""


@dataclass(frozen=True, slots=True)
class CardReason:
    """One rule that carries the answer: its sentence, where it stands, how sure its reading is, and why its conditions hold."""

    sentence: str
    citation: str
    address: str
    sureness: str
    layer: str
    outcome: str
    trace: list[Data]


@dataclass(frozen=True, slots=True)
class CardChange:
    """One open fact, and what the act would come to with each answer."""

    fact: str
    ask: str
    of: str
    results: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Card:
    """One asked act as a page shows it."""

    act: str
    outcome: str
    sentence: str
    reasons: list[CardReason]
    until: datetime | None
    until_says: str
    duties: list[Data]
    questions: list[Data]
    would_change: list[CardChange]
    changes_on: list[tuple[date, str]]
    choice: Data | None = None
    also: list[CardReason] = field(default_factory=list)
    """Rules that speak but do not carry the answer."""
    opened_by: list[str] = field(default_factory=list)
    """The charge and the item of the statute that opened a permission, in words."""

    @property
    def safe(self) -> str:
        """What stands until somebody signs or chooses."""
        return SAFE_SAYS.get(self.act, "Not done.")

    @property
    def leaves(self) -> list[tuple[str, str, str]]:
        """The facts the answer turns on: each by its name, in words, and what was given, once."""
        return list(dict.fromkeys(leaf for reason in self.reasons for node in reason.trace for leaf in _leaves(node)))


SILENT_SAYS = "No rule was found, so it is not done."


def cards_of(answer: Data, asked: Iterable[str], changes: Iterable[Data], choices: Iterable[Data] = ()) -> list[Card]:
    """The cards of one person's (or the office's) decision, in the order of the law's own acts.

    `answer` is the decision as `habeas decide` prints it, `asked` the acts the answer speaks of, `changes` what would change it.
    """
    chosen = {each["act"]: each for each in choices}
    wanted = set(asked)
    trying = list(changes)
    return [
        _card(act, made, answer, trying, chosen.get(act))
        for act, made in answer.get("acts", {}).items()
        if act in wanted
    ]


def _card(act: str, made: Data, answer: Data, changes: list[Data], choice: Data | None) -> Card:
    because = made["because"]
    reasons = [_reason(each) for each in because if each.get("controls")]
    rules = {each["provision"] for each in because if each.get("controls")}
    return Card(
        act,
        made["outcome"],
        reasons[0].sentence if reasons else SILENT_SAYS,
        reasons,
        moment(made["until"]),
        made["until_says"] or "",
        [due for due in duties_of(answer) if due["provision"] in rules or due["blocks"] == act],
        list(made["questions"]),
        list(_changes(act, changes)),
        [(date.fromisoformat(each["date"]), each["to"]) for each in answer.get("changes_on", ()) if each["act"] == act],
        choice,
        [_reason(each) for each in because if not each.get("controls")],
        [opener_words(each) for each in made.get("opened_by") or ()],
    )


def opener_words(row: Any) -> str:
    """One cause of a permission in words: the charge and the item of the statute."""
    if isinstance(row, str):
        return row
    return ", ".join(str(value) for key, value in row.items() if value and key != "provision")


def _reason(row: Data) -> CardReason:
    trace = row.get("trace", {})
    nodes = [node for node in (trace.get("when"), trace.get("unless")) if node]
    return CardReason(
        row["sentence"], row["citation"], row["address"], row["sureness"], row["layer"], row["outcome"], nodes
    )


def _changes(act: str, changes: Iterable[Data]) -> Iterator[CardChange]:
    for each in changes:
        results = [(value, outcomes[act]) for value, outcomes in each["if"].items() if act in outcomes]
        if results:
            yield CardChange(each["fact"], each["ask"], each["of"], results)


def _leaves(node: Data) -> Iterator[tuple[str, str, str]]:
    """The facts under a condition: its name and words, and what was given."""
    if node.get("fact") and not str(node["fact"]).startswith("request.kind"):
        about = f"{node['says']} ({node['charge']})" if node.get("charge") else str(node["says"])
        yield str(node["fact"]), about, str(node.get("given") or node["is"])
    for each in node.get("because", ()):
        yield from _leaves(each)


def other_duties(answer: Data, cards: Iterable[Card]) -> list[Data]:
    """The duties that belong to no card: they bind whatever is answered."""
    shown = [due for card in cards for due in card.duties]
    return [due for due in duties_of(answer) if due not in shown]


def duties_of(answer: Data) -> list[Data]:
    """The duties of a decision, however old: whom proof of citizenship is told follows what the law of the place says of telling it."""
    return [proof_told_in(due, answer) for due in answer.get("duties", ())]


def effects(changes: Iterable[Data]) -> dict[str, list[tuple[str, list[tuple[str, str]]]]]:
    """For each open question (by fact and words): each answer with what the acts then come to."""
    return {
        f"{each['fact']} {each['ask']}": [(value, list(outcomes.items())) for value, outcomes in each["if"].items()]
        for each in changes
    }
