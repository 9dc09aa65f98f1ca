"""What stands in the way of the street when somebody is to be released: a judge's warrant or writ, and a hold the law requires.

Nothing here orders or delays anything: it says what the court's order or the law requires, and whom to call where that is not settled.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery

from habeas.common.articles import with_article
from habeas.desk.built_once import BuiltOnce, given_key
from habeas.desk.models import STANDS, ActChoice, Clock, Decision, FactRecord, Person, ReadField, Request
from habeas.desk.services.releases import suspended_holds
from habeas.desk.workflow.findings import FEDERAL_JUDGES, brings_warrant, courts_own
from habeas.desk.workflow.guards import TAKES_A_PERSON, is_cancelled
from habeas.desk.workflow.table import table
from habeas.requests.vocabulary import EXECUTED

COURTS = EXECUTED | {"court_order"}
OVER = ("ended", "closed", "set_aside")
JUDGES = (*sorted(FEDERAL_JUDGES), "state_judge")
UNMATCHED = ("received", "reading", "identifying")
LIVING = ("draft", "to_sign", "settled")
DECIDED = {
    "state": "living__state",
    "answer": "living__answer",
    "act": "living__choices__act",
    "outcome": "living__choices__outcome",
    "does": "living__choices__does",
    "until": "living__choices__until",
}
"""What is read of a request's living decision, and of each of its acts."""
MARSHALS = "the U.S. Marshals Service"
CALL = "Call the watch commander and county counsel NOW, before this inmate leaves"


@dataclass(frozen=True, slots=True)
class StandingOrder:
    """One document that bears on a release: what it is, what it requires or what is not settled, by what law, by whom signed."""

    number: str
    person_id: int | None
    court: bool
    settled: bool
    heading: str
    requires: str
    signed: str
    law: tuple[str, ...] = ()
    until: datetime | None = None
    decide_by: datetime | None = None
    """When the finding is due that ends a suspension."""
    open_law: tuple[str, ...] = ()
    """By what law a hold that nobody has determined can be required."""

    @property
    def keeps(self) -> bool:
        """Whether it bears on the door now: a court's document, or a hold that was approved; nothing else keeps anybody."""
        return self.court or self.settled


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the office does about one act under the living decision."""

    act: str
    outcome: str
    does: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class _Decided:
    """The living decision of a request: how far it came, its answer, and what the office does act by act."""

    state: str
    answer: dict[str, Any]
    choices: list[_Chosen]


def orders_about(people: Iterable[int], at: datetime) -> list[StandingOrder]:
    """What stands against a release of these people (by row), a court's first; nothing for documents that can hold nobody."""
    return _orders(_open(Q(person__in=list(people))).defer("match"), at)


def orders_and_unmatched(people: Iterable[int], at: datetime) -> tuple[list[StandingOrder], list[Request]]:
    """What stands against a release of these people, and a court's documents of which nobody has said who is meant, in one query."""
    rows = list(_open(Q(person__in=list(people)) | _nobody_yet()).defer("match"))
    return _orders([each for each in rows if each.person_id is not None], at), _nobodys(rows)


def standing_for(person: Person, at: datetime) -> tuple[list[StandingOrder], list[Request]]:
    """What stands against a release of one person, and a court's documents not matched yet that may be about them, in one query."""
    rows = _STANDING(person=person.pk)
    perhaps = [each for each in _nobodys(rows) if person.person_id in _proposed(each)]
    return _orders([each for each in rows if each.person_id is not None], at), perhaps


def _orders(rows: Iterable[Any], at: datetime) -> list[StandingOrder]:
    asked: dict[int, tuple[Request, list[Any]]] = {}
    for row in rows:
        asked.setdefault(row.pk, (row, []))[1].append(row)
    open_now = [(request, _decided(parts)) for request, parts in asked.values() if not _taken_back(request)]
    found = [order for request, made in open_now if (order := _order_of(request, made, at)) is not None]
    return sorted(found, key=lambda each: (not each.court, each.number))


def _decided(rows: list[Any]) -> _Decided | None:
    """What the office does act by act under the living decision, of which each row brings one act."""
    first = rows[0]
    choices = [_Chosen(row.its_act, row.its_outcome, row.its_does, row.its_until) for row in rows if row.its_act]
    return _Decided(first.its_state, first.its_answer or {}, choices) if choices else None


def unmatched() -> list[Request]:
    """A court's documents of which nobody has said yet who is meant: anybody who leaves may be the one."""
    return _nobodys(_open(_nobody_yet()).defer("match"))


def _nobodys(rows: Iterable[Request]) -> list[Request]:
    once = {each.pk: each for each in rows if each.person_id is None}
    return [each for each in once.values() if _perhaps_a_courts(each) and not _taken_back(each)]


def _nobody_yet() -> Q:
    return Q(person=None, state__in=UNMATCHED) & (Q(kind__in=COURTS) | Q(_warrant_came()))


def _warrant_came() -> Exists:
    """A judge's warrant was read in the same file, confirmed by a person or not yet: until then nobody knows that it is none."""
    signers = ReadField.objects.filter(request=OuterRef("pk"), name="attached_signer")
    return Exists(signers.filter(Q(value_read__in=JUDGES, confirmed_at=None) | Q(value__in=JUDGES)))


def _perhaps_a_courts(request: Request) -> bool:
    return request.kind not in COURTS or courts_own(request.kind, request.source)


def _proposed(request: Request) -> set[str]:
    return {str(row.get("person")) for row in (request.match or {}).get("candidates", ())}


def _open(about: Q) -> Any:
    """Open requests that may hold somebody, a row for each act of their living decision, read with it in one query."""
    must = ActChoice.objects.filter(
        decision__request=OuterRef("pk"), decision__state__in=("to_sign", "settled"), act="hold", outcome="must"
    )
    said = FactRecord.objects.filter(request=OuterRef("pk"), fact="request.cancelled", **STANDS).order_by("-id")
    rows: Any = Request.objects.exclude(state__in=OVER).filter(about, _may_hold(must))
    ends = Clock.objects.filter(request=OuterRef("pk"), kind="hold_end", met_at=None).order_by("ends_at")
    rows = rows.annotate(
        hold_ends=Subquery(ends.values("ends_at")[:1]),
        **suspended_holds.claim_columns(),
        taken_back=Subquery(said.values("value")[:1]),
        living=FilteredRelation("decisions", condition=Q(decisions__state__in=LIVING)),
    )
    return rows.annotate(**{f"its_{name}": F(path) for name, path in DECIDED.items()}).order_by(
        "id", "living__choices__id"
    )


def _may_hold(must: Any) -> Any:
    """A court's document, a judge's warrant that came with another one, or a hold that the law requires, also one that a claim stopped."""
    return (
        suspended_holds.asks_hold()
        | Q(kind__in=COURTS)
        | Q(source__attached_signer__in=sorted(FEDERAL_JUDGES))
        | _warrant_came()
        | Exists(must)
    )


_STANDING = BuiltOnce(lambda: _open(Q(person=given_key("person", Person)) | _nobody_yet()))


def _taken_back(request: Any) -> bool:
    return is_cancelled(request, [("request.cancelled", request.taken_back)])


def _order_of(request: Request, decision: _Decided | None, at: datetime) -> StandingOrder | None:
    if brings_warrant(request.source) or courts_own(request.kind, request.source):
        return _of_court(request, decision)
    if request.state == suspended_holds.DISPUTED:
        return _of_suspended(request, decision, at)
    found = _of_hold(request, decision, at) if decision is not None else None
    return found or _of_undetermined(request, decision, at)


def _of_undetermined(request: Request, decision: _Decided | None, at: datetime) -> StandingOrder | None:
    """A hold that is asked for and that the law here can require, and nobody has determined."""
    law = suspended_holds.open_law(request, decision.choices if decision else [], at)
    if not law:
        return None
    requires = suspended_holds.CAN_REQUIRE.format(law="; ".join(law), call=suspended_holds.CALL)
    return StandingOrder(
        request.number, request.person_id, False, False, suspended_holds.UNDETERMINED, requires, signer_words(request),
        open_law=law,
    )  # fmt: skip


def _of_court(request: Request, decision: _Decided | None) -> StandingOrder | None:
    taking = [each for each in decision.choices if each.act in TAKES_A_PERSON] if decision else []
    does = {each.does for each in taking}
    if decision is not None and does <= {"refuses"} and request.kind in COURTS:
        return None  # a signed answer or the law itself says that it takes nobody
    settled = decision is not None and decision.state == Decision.State.SETTLED and "complies" in does
    settled = settled and request.state != "disputed"
    return StandingOrder(
        request.number, request.person_id, True, settled, _what(request),
        _surrender(request) if settled else _unsettled(request), signer_words(request), _law(decision, taking),
    )  # fmt: skip


def _required(decision: _Decided | None) -> list[_Chosen]:
    """The hold that the law requires under the living decision, if any."""
    choices = decision.choices if decision else []
    return [each for each in choices if each.act == "hold" and each.outcome == "must" and each.does == "complies"]


def _of_suspended(request: Request, decision: _Decided | None, at: datetime) -> StandingOrder | None:
    """A hold that a claim stopped: required by the decision, or perhaps by the law here where none was made before the claim."""
    claim, held = suspended_holds.claim_of(request), _required(decision)
    law = _law(decision, held) if decision is not None else suspended_holds.law_may_require_hold(request, at)
    if claim is None or not (held if decision is not None else law):
        return None
    heading = suspended_holds.REQUIRED if held else suspended_holds.PERHAPS
    return StandingOrder(
        request.number, request.person_id, False, False, heading, claim.words, signer_words(request), law,
        decide_by=claim.decide_by,
    )  # fmt: skip


def _of_hold(request: Any, decision: _Decided, at: datetime) -> StandingOrder | None:
    held = _required(decision)
    until = (held[0].until or request.hold_ends) if held else None
    if not held or (until is not None and until <= at):
        return None
    settled = decision.state == Decision.State.SETTLED
    requires = (
        "The law of this place requires this hold, and it was approved: no release to the street before it ends."
        if settled
        else f"The law of this place requires this hold, and nobody has approved it yet: nothing holds the inmate until then. {CALL}."
    )
    return StandingOrder(
        request.number, request.person_id, False, settled, "Hold required by law", requires, signer_words(request),
        _law(decision, held), until,
    )  # fmt: skip


def _what(request: Request) -> str:
    if request.kind not in COURTS:
        return "Judge's warrant that came with"
    return "Court order" if request.kind == "court_order" else "Judge's warrant"


def taker_of(request: Request) -> str:
    """Who takes the person on a court's document, as far as it says."""
    signers = {request.source.get("signer"), request.source.get("attached_signer")}
    if signers & FEDERAL_JUDGES or request.source.get("issuer") == "usms":
        return MARSHALS
    return "the agency that has the warrant"


def _state_court(request: Request) -> bool:
    """Whether a state's judge signed a warrant to take the inmate, as it was verified."""
    return (
        request.kind in COURTS
        and request.source.get("signer") == "state_judge"
        and request.source.get("issuer") != "usms"
    )


def _surrender(request: Request) -> str:
    if _state_court(request):
        return (
            f"Do not release to the street. The court's warrant requires that the inmate be kept for that court: call {taker_of(request)} "
            "before the release, and follow the warrant's own terms (bond, date)."
        )
    return (
        f"Do not release to the street. The court's order requires surrender to {taker_of(request)}: call them before the release, and "
        "follow the order's own date and terms."
    )


def _unsettled(request: Request) -> str:
    state = table().states[request.state].words.lower()
    if request.state == "disputed":
        return (
            f"A claim about this inmate's identity is open: whether the order is for this inmate is not settled. {CALL}, and "
            f"{taker_of(request)}; compare fingerprints and photographs."
        )
    if _state_court(request):
        return (
            f"Not settled ({state}). A state judge signed it: do not release to the street before {taker_of(request)} or the court has "
            f"answered. {CALL}."
        )
    return f"Not settled ({state}): whether the court's order requires a surrender is not decided. {CALL}, and {taker_of(request)}."


def signer_words(request: Request) -> str:
    """By whom a document is signed, as it was verified; said where nobody knows."""
    name = "signer" if request.kind in COURTS or not brings_warrant(request.source) else "attached_signer"
    signer = str(request.source.get(name) or "")
    if signer in {"", "none"}:
        return "no signature verified" if not signer else "not signed"
    return f"signed by {with_article(signer.replace('_', ' '))}"


def _law(decision: _Decided | None, choices: Iterable[_Chosen]) -> tuple[str, ...]:
    acts: dict[str, Any] = decision.answer.get("acts", {}) if decision else {}
    rows = [row for each in choices for row in acts.get(each.act, {}).get("because", ()) if row.get("controls")]
    return tuple(dict.fromkeys(str(row["citation"]) for row in rows if row.get("citation")))
