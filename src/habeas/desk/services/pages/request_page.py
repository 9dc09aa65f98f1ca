"""What the page of one request shows: its cards, facts, questions, papers and history, read in three queries and written in words."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from habeas.audit.acts import said_of
from habeas.common.articles import with_article
from habeas.common.errors import BadInputError
from habeas.desk.built_once import BuiltOnce, given_key
from habeas.desk.doing import staff_number
from habeas.desk.models import Decision, Office, Request
from habeas.desk.services.cases.cards import Card, cards_of, effects, other_duties
from habeas.desk.services.cases.decision_inputs import InputSources, asks_roster, sources_of
from habeas.desk.services.cases.related_rows import RelatedRows, Row, beside
from habeas.desk.services.decisions.draft_answer import DraftAnswer, answer_json, changes_of, work
from habeas.desk.services.pages.code_words import code_words
from habeas.desk.workflow.guards import TAKES_A_PERSON
from habeas.desk.workflow.open_acts import OPEN_NEXT
from habeas.desk.workflow.table import table
from habeas.law.model.facts import FACTS, FactKind
from habeas.requests.vocabulary import EXECUTED, ISSUER_WORDS

DECIDABLE = frozenset({"reading", "identifying", "deciding", "disputed"})
"""States in which a request without a living decision is worked out when its page is looked at."""

LIVING = (Decision.State.DRAFT, Decision.State.TO_SIGN, Decision.State.SETTLED)


@dataclass(frozen=True, slots=True)
class RequestStanding:
    """One request as its page shows it. `why_not` says why nothing could be worked out."""

    request: Request
    decision: Decision | None
    rows: RelatedRows
    sources: InputSources
    answer: Mapping[str, Any]
    cards: list[Card]
    duties: list[Mapping[str, Any]]
    effects: Mapping[str, Any]
    live: bool
    why_not: str = ""

    @property
    def questions(self) -> list[Row]:
        """The open questions, each with how it can be answered and what each answer leads to."""
        stored = {(row["fact"], row["ask"]): row for row in self.rows.of("question") if row["closed_at"] is None}
        asked = [(each["fact"], each["ask"], each["of"]) for each in self.answer.get("questions", ()) if self.cards]
        fresh = [
            {"key": f"new-{number}", "fact": fact, "ask": words, "of": of}
            for number, (fact, words, of) in enumerate(asked)
            if (fact, words) not in stored and self.live
        ]
        return [
            {**row, **answering(row["fact"]), "effects": self.effects.get(f"{row['fact']} {row['ask']}", [])}
            for row in [*stored.values(), *fresh]
        ]

    @property
    def open_disputes(self) -> list[Row]:
        """Disputes about the person that nobody has settled."""
        return [row for row in self.rows.of("dispute") if row["resolved_at"] is None]

    @property
    def notices_due(self) -> list[Row]:
        """Notices that are neither served nor excused."""
        return [row for row in self.rows.of("notice") if row["served_at"] is None and not row["excused"]]


KINDS_OF_ROW = (
    "account", "check", "clock", "comment", "contact", "dispatch", "dispute", "event", "execution", "fact", "notice", "opinion", "question",
    "service", "shown",
)  # fmt: skip


def living_of(request: Request) -> Decision | None:
    """The living decision with what a page shows of it; its inputs stay where they are."""
    found: Decision | None = _LIVING.first(request=request.pk)
    if found is not None:
        found.request = request
    return found


def _living() -> QuerySet[Decision]:
    found = Decision.objects.filter(request=given_key("request", Request), state__in=LIVING)
    return found.defer("inputs").order_by("-number").select_related("drafted_by")


_LIVING = BuiltOnce(_living)


def standing(request: Request, here: Office, at: datetime) -> RequestStanding:
    """Read and, where no decision lives, work out what the page of a request shows. A class is worked out only on its own page."""
    decision = living_of(request)
    kinds = {*KINDS_OF_ROW, "choice", "file", "signature"} | ({"roster"} if asks_roster(request) else set())
    rows = beside(request, kinds, decision)
    sources = sources_of(request, rows, here)
    if decision is not None:
        return _shown(request, decision, rows, sources, decision.answer, decision.would_change)
    if request.state not in DECIDABLE or not request.kind or request.kind == "list_request":
        return _shown(request, None, rows, sources, {}, [])
    try:
        worked = work(request, at, sources)
    except BadInputError as fault:
        return _shown(request, None, rows, sources, {}, [], why_not=str(fault))
    return _shown(request, None, rows, sources, answer_json(worked), changes_of(worked), acts_of(worked))


def acts_of(worked: DraftAnswer) -> list[str]:
    """The acts an answer speaks of."""
    return [act.value for act in worked.outcomes()]


def _shown(
    request: Request,
    decision: Decision | None,
    rows: RelatedRows,
    sources: InputSources,
    answer: Mapping[str, Any],
    changes: list[Any],
    acts: list[str] | None = None,
    why_not: str = "",
) -> RequestStanding:
    choices = rows.of("choice")
    asked = acts if acts is not None else [row["act"] for row in choices]
    cards = cards_of(answer, asked, changes, choices)
    return RequestStanding(
        request,
        decision,
        rows,
        sources,
        answer,
        cards,
        other_duties(answer, cards),
        effects(changes),
        decision is None and bool(answer),
        why_not,
    )


def answering(fact: str) -> dict[str, Any]:
    """How a fact can be answered on the page: `flag`, `code` with its values, `date`, `text`, `counsel`, or not at all."""
    known = FACTS.get(fact)
    if fact == "law" or (known and known.of == "county counsel"):
        return {"way": "counsel" if fact == "law" else "flag", "values": []}
    if known is None or known.entity == "charge":
        return {"way": "", "values": []}
    ways = {
        FactKind.FLAG: "flag",
        FactKind.CODE: "code",
        FactKind.DATE: "date",
        FactKind.TIME: "time",
        FactKind.NUMBER: "number",
    }
    return {"way": ways.get(known.kind, ""), "values": sorted(known.values)}


def fact_words(fact: str) -> str:
    """A fact in words."""
    known = FACTS.get(fact)
    return known.says if known else fact.replace("_", " ").replace(".", ": ")


def value_words(value: Any) -> str:
    """A recorded value in words."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return code_words(value)


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the history: when, who and what."""

    at: datetime | None
    who: str
    said: str
    quiet: bool = False
    """A line of the machinery: a deadline set, a paper printed."""


def history(rows: RelatedRows) -> list[Moment]:
    """The events of a request in words, newest first, with the names of staff in place of their numbers.

    What the program did is told as the program's, and one act that left several like events is told once.
    """
    return list(dict.fromkeys(_moment(row, rows) for row in reversed(rows.of("event"))))


def _moment(row: Row, rows: RelatedRows) -> Moment:
    body = json.loads(row["body"])
    said = said_of(row["act"], body["detail"])
    who = "Habeas" if said.by_program else actor_words(row["actor"], rows)
    quiet = said.by_program or row["act"] in {"clock", "print"}
    return Moment(row["at"], who, f"{said.words} {_thing(body['object']['kind'], said.words)}", quiet)


def _thing(kind: str, said: str) -> str:
    """What it was done to: this request, also where the words already name the other thing ("logged a contact about")."""
    noun = kind.replace("_", " ")
    return "this request" if kind in {"request", "clock"} or noun in said else with_article(noun)


def actor_words(actor: str, rows: RelatedRows) -> str:
    """Who did it: the name of a member of staff, the system, or a program."""
    number = staff_number(actor)
    if number is not None:
        return rows.name(number)
    return "System" if actor == "system" else "A program of the jail"


LODGE_NEXT = "Lodge the hold with the agency that has the warrant; no response goes to the court"
LEAVES_NEXT = "Log the transfer of custody when the inmate is taken"


def next_words(asked: Request, choices: Iterable[Row]) -> str:
    """What has to be done next: for a court's warrant that is obeyed its own steps, else what the state of the request says."""
    rows = list(choices)
    does = {row["act"] for row in rows if row["does"] == "complies"}
    if asked.kind in EXECUTED and does & TAKES_A_PERSON:
        own = {"ready": LODGE_NEXT, "watching": LEAVES_NEXT}.get(asked.state)
        if own:
            return own
    if asked.state == "ready" and any(row["does"] == "waits" for row in rows):
        return OPEN_NEXT
    return table().states[asked.state].next


def sender_words(asked: Request) -> str:
    """Who sent it: what was confirmed from the paper counts, then what was written at intake, then the issuer's kind; one line."""
    confirmed = asked.source.get("from")
    given = confirmed if isinstance(confirmed, Mapping) else {}
    court = asked.source.get("court") if asked.source.get("issuer") == "court" else ""
    agency = (
        given.get("agency")
        or asked.sender_agency
        or court
        or ISSUER_WORDS.get(str(asked.source.get("issuer") or ""), "")
    )
    return ", ".join(str(each) for each in (agency, given.get("name") or asked.sender_name) if each) or "not known"
