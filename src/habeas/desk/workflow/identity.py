"""Does the paper agree with the person? Worked out anew each time it matters, from the paper's words and the record as they stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from habeas.desk.models import Person as PersonRow
from habeas.desk.models import Request
from habeas.desk.workflow.findings import findings_about, not_them
from habeas.matching import Query
from habeas.matching.dates import parse_date
from habeas.matching.evidence import weigh
from habeas.matching.index import known_person
from habeas.matching.likelihood import Counts
from habeas.matching.query import known_query, number, sex_code
from habeas.matching.words import conflict_words, reason_words
from habeas.requests.same_person import names_another, numbers_apart
from habeas.roster.records import Person

QUERY_FIELDS = (
    "full_name", "family_name", "given_name", "middle_name", "suffix", "aliases", "sex", "state_id", "fbi_number", "a_number",
    "booking_id",
)  # fmt: skip
"""What of a paper's subject is compared. Its country of birth is none of it: nothing is inferred from that."""
HARD: Mapping[str, str] = {
    "sex": "the sex on record differs",
    "date_of_birth": "the birth date differs",
    "fbi_number": "the FBI number differs",
    "state_id": "the state number differs",
    "a_number": "the A-number differs",
}
"""Where the document and the record differ in one of these, a second person looks, whatever else agrees: no match is made by one click."""
NAME_ALONE = "match on name only: no DOB or number agrees"
ATTACHED_SUBJECT = "attached_subject"
"""Where a request says whom the warrant that came with it names."""
ANOTHER_ATTACHED = "the attached document names another person"
NOTHING_AGREES = "no name, DOB or number on the document matches this record"


@dataclass(frozen=True, slots=True)
class Pair:
    """One paper held beside one person: what agrees or is missing, and what disagrees, in words without any value."""

    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]
    name_alone: bool = False
    """Whether no birth date and no number agrees."""

    @property
    def against(self) -> tuple[str, ...]:
        """Everything that calls for a second person: what disagrees, and that nothing but a name agrees."""
        return (*self.conflicts, NAME_ALONE) if self.name_alone else self.conflicts


def query_of(subject: Mapping[str, Any], unreadable: tuple[str, ...] = ()) -> Query:
    """The subject of a request as a query. A birth date that is no date counts as unreadable."""
    born, could_not = subject.get("date_of_birth"), list(unreadable)
    try:
        day = parse_date(str(born)) if born else None
    except ValueError:
        day, could_not = None, [*could_not, "date_of_birth"]
    texts: dict[str, Any] = {name: _text(subject.get(name)) for name in QUERY_FIELDS}
    return Query(**texts, date_of_birth=day, unreadable=tuple(dict.fromkeys(could_not)))


def _text(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def says_anything(subject: Mapping[str, Any]) -> bool:
    """Whether the paper gives anything by which a person can be told."""
    return any(subject.get(name) for name in (*QUERY_FIELDS, "date_of_birth"))


def pair(subject: Mapping[str, Any], record: Mapping[str, Any], unreadable: tuple[str, ...] = ()) -> Pair:
    """Hold a paper's subject beside a person's record."""
    query, held = query_of(subject, unreadable), known_person(msgspec.convert(record, Person))
    asked, counts = known_query(query), Counts()
    counts.add(held)
    evidence = weigh(asked, held, counts)
    conflicts = conflict_words(evidence, asked, held, False, query.unreadable)
    if not conflicts and not evidence.numbers and evidence.date != "same" and evidence.name.bits <= 0:
        conflicts = (NOTHING_AGREES,)
    told = {code.split("_")[0] for code in evidence.against}
    conflicts = (*conflicts, *(HARD[name] for name in differing(subject, record) if name.split("_")[0] not in told))
    return Pair(reason_words(evidence), conflicts, not evidence.numbers and evidence.date != "same")


def differing(subject: Mapping[str, Any], record: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields of `HARD` that stand on both and have nothing in common, however each is written."""
    return tuple(
        name for name in HARD if _apart(plain_values(name, subject.get(name)), plain_values(name, record.get(name)))
    )


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs and not mine & theirs)


def plain_values(name: str, value: Any) -> frozenset[str]:
    """What a field of `HARD` says, written one way; nothing where it says nothing that can be read."""
    return frozenset(filter(None, (_plain_value(name, part) for part in _text(value).split(";"))))


def _plain_value(name: str, text: str) -> str:
    if name == "sex":
        return sex_code(text)
    if name != "date_of_birth":
        return number(name, text)
    try:
        day = parse_date(text.strip()) if text.strip() else None
    except ValueError:
        return ""
    return day.isoformat() if day else ""


def unreadable_fields(request: Request) -> tuple[str, ...]:
    """The identifying fields that a person marked unreadable."""
    names = request.read_fields.filter(unreadable=True, name__startswith="subject.").values_list("name", flat=True)
    return tuple(sorted(name.removeprefix("subject.") for name in names))


def open_conflicts(request: Request) -> tuple[str, ...]:
    """What disagrees between the paper and the person chosen and was not cleared by a second person. Nothing where nobody is chosen."""
    subject = request.source.get("subject") or {}
    if request.person is None or not says_anything(subject):
        return ()
    held = pair(subject, request.person.record).against
    found = (*held, *ruled_by_finding(request, request.person), *attached_to_another(request.source))
    cleared = request.conflict_cleared if request.conflict_cleared_by_id else {}
    words = cleared.get("words", ()) if cleared.get("person") == request.person.person_id else ()
    return tuple(each for each in found if each not in words)


def attached_to_another(source: Mapping[str, Any]) -> tuple[str, ...]:
    """That a warrant came with the request which names somebody else than the request does; nothing where the two agree."""
    theirs, subject = str(source.get(ATTACHED_SUBJECT) or ""), source.get("subject") or {}
    parts = (subject.get(name) for name in ("given_name", "middle_name", "family_name"))
    mine = subject.get("full_name") or " ".join(filter(None, parts))
    letters = re.sub(r"[\W\d_]", "", theirs).casefold()
    another = (
        names_another(str(mine), theirs)
        if letters not in {"", "a"}
        else numbers_apart(str(subject.get("a_number") or ""), theirs)
    )
    return (ANOTHER_ATTACHED,) if theirs and another else ()


def ruled_by_finding(request: Request, person: PersonRow) -> tuple[str, ...]:
    """What two people found of an earlier document that shares an identifier with this one: that it was not about this person."""
    known = person.__dict__.get("shown_findings")  # what a page has read already; a locked request's person has none
    found = findings_about(person) if known is None else known
    return not_them(request.source.get("subject") or {}, found)


def unchecked(request: Request) -> bool:
    """Whether nothing but a name agrees with the person chosen, and neither another identifier nor a call-back was recorded."""
    if request.person is None:
        return False
    if not pair(request.source.get("subject") or {}, request.person.record, unreadable_fields(request)).name_alone:
        return False
    return not request.identity_checks.filter(person=request.person).exists()
