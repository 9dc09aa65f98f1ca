"""The facts an approval stands on: those of the inmate and what had to be found out before, each with who said it, then the document's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.desk.models import Request
from habeas.desk.services.cases.cards import Card
from habeas.desk.services.cases.related_rows import RelatedRows, Row
from habeas.desk.services.custody.own_record import about_proof
from habeas.desk.workflow.findings import CLOSES, courts_own
from habeas.law.model.facts import FACTS
from habeas.law.model.vocabulary import SETTLED_BY, What
from habeas.requests.vocabulary import ISSUER_WORDS

OF_DOCUMENT = 3
"""As many facts of the document are shown as a signer reads; of the inmate none is ever left out."""
NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class KeyFact:
    """One fact in words, what is on record of it, and the entry by hand that says so, if any."""

    says: str
    given: str
    entry: Row | None = None
    verbatim: bool = False
    """Whether `given` is a record's own words, and no fixed word of the program."""


def key_facts(cards: Iterable[Card], answer: Mapping[str, Any], rows: RelatedRows, request: Request) -> list[KeyFact]:
    """What the acts to be approved stand on."""
    signed = list(cards)
    acts, recorded = {card.act for card in signed}, {row["fact"]: row for row in rows.standing("fact")}
    leaves = dict.fromkeys(leaf for card in signed for leaf in card.leaves)
    told = [_fact(*leaf, recorded) for leaf in leaves]
    first = [fact for fact, of_document in told if not of_document]
    first += [_recorded(key, recorded, request.source) for key in _to_find_out(answer, acts, request)]
    first += _own_record(request)
    once = {each.says: each for each in reversed(first)}
    return [*reversed(once.values()), *[fact for fact, of_document in told if of_document][:OF_DOCUMENT]]


def _fact(key: str, says: str, given: str, recorded: Mapping[str, Row]) -> tuple[KeyFact, bool]:
    """One fact of a rule's conditions, and whether it is the document's own."""
    entity, known = key.partition(".")[0], FACTS.get(key)
    words = known.says if known is not None and entity != "charge" else says
    said = ISSUER_WORDS.get(given, given) if key == "request.issuer" else given
    return KeyFact(words, _value(said), recorded.get(key)), entity == "request"


def _to_find_out(answer: Mapping[str, Any], acts: set[str], request: Request) -> Iterator[str]:
    """The facts that are found out before one of the acts: what a duty asks, and of a civil document always the proof of citizenship."""
    settling = {what.value: fact for what, fact in SETTLED_BY.items()}
    duties = answer.get("duties", ())
    yield from (settling[due["what"]] for due in duties if due["what"] in settling and due["blocks"] in acts)
    if acts & CLOSES and not courts_own(request.kind, request.source):
        yield SETTLED_BY[What.CONFIRM_PROOF]


def _own_record(request: Request) -> list[KeyFact]:
    """What our own record says of citizenship, where proof of it is asked; word for word, and no fact of the determination."""
    own = about_proof(request)
    return [KeyFact("our record says of citizenship (not verified)", own.words, verbatim=True)] if own else []


def _recorded(key: str, recorded: Mapping[str, Row], source: Mapping[str, Any]) -> KeyFact:
    """What is on record of one fact: what was recorded last counts, else what the document says."""
    entity, _, name = key.partition(".")
    row = recorded.get(key)
    return KeyFact(
        FACTS[key].says, _value(row["value"] if row else source.get(name) if entity == "request" else None), row
    )


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return NOT_RECORDED if value in {None, "", "unknown"} else str(value)
