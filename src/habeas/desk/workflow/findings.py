"""What two people found about a person. It outranks facts recorded before it, and stands on every later request and booking of theirs.

A finding falls only by a later one about the same claim, in which counsel took part (`demand_counsel`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform

from habeas.desk.built_once import BuiltOnce
from habeas.desk.models import Dispute, Person, Request
from habeas.desk.workflow.errors import RefusedError
from habeas.requests.vocabulary import COMMANDS, EXECUTED

Says = Dispute.Says
UPHELD, NOT_UPHELD = "upheld", "not_upheld"
IMMIGRATION_SIGNERS = frozenset({"immigration_officer", "immigration_judge"})
FEDERAL_JUDGES = frozenset({"federal_magistrate_judge", "federal_district_judge"})
LEAVES_COURTS_ALONE = frozenset({Says.CITIZEN.value, Says.DATE_PAST.value})
"""Claims that do not touch a court's warrant, writ or order in a criminal case: it asks neither about citizenship nor a release date."""
NOT_THEM = frozenset({Says.NOT_ME.value, Says.WRONG_RECORD.value})
CLOSES = frozenset({"hold", "delay_release", "notify", "transfer", "arrest"})
"""What a finding of citizenship closes on every civil immigration document."""
FINDS: Mapping[str, tuple[str, Any]] = {
    Says.CITIZEN: ("person.proof_of_status_given", "us_citizen"),
    Says.DATE_PAST: ("custody.releasable", True),
}
"""The fact that an upheld claim establishes."""
LASTING = frozenset({Says.CITIZEN.value})
"""Findings of what does not change: a later fact against one is a question to counsel. Any other gives way to a later fact."""
_CIVIL_ONLY = (
    "No hold, disclosure or transfer on a civil immigration document until two people have decided it. A judge's criminal warrant or "
    "writ is not stopped."
)
_ALL = (
    "No hold, disclosure or transfer on any document, a judge's warrant too, until two people have decided it. If the release time comes "
    "first: call the watch commander, and county counsel and the U.S. Marshals Service where a judge's warrant is open."
)
OPEN_WORDS: Mapping[str, str] = {
    each.value: _CIVIL_ONLY if each.value in LEAVES_COURTS_ALONE else _ALL for each in Says
}
"""What an open dispute with each claim stops, and what to do meanwhile."""
NUMBERS = ("state_id", "fbi_number", "a_number")


@dataclass(frozen=True, slots=True)
class Finding:
    """One upheld claim that stands: what was found, when, on what evidence, by whom."""

    key: str
    says: str
    at: datetime
    evidence: str
    by: str
    request: str
    subject: Mapping[str, Any]
    certain: bool = True
    """Whether it is about this record, or one with the same number; False where only name and birth date agree."""

    @property
    def claim(self) -> str:
        """The claim in words."""
        return str(Says(self.says).label)

    def as_row(self) -> list[Any]:
        """What a decision keeps of it."""
        return [self.says, self.key, self.at.isoformat(), self.certain]


def courts_own(kind: str, source: Mapping[str, Any]) -> bool:
    """Whether it is a court's own command in a criminal case: no civil immigration document, whoever sent it."""
    civil = source.get("basis") == "civil" or source.get("signer") in IMMIGRATION_SIGNERS
    return kind in EXECUTED | (COMMANDS - {"administrative_subpoena"}) and not civil


def brings_warrant(source: Mapping[str, Any]) -> bool:
    """Whether a judge's criminal warrant came with a civil document: what is found about the document does not touch the warrant."""
    came = "AO 442" in (source.get("attachments") or ()) and source.get("attached_signer") in FEDERAL_JUDGES
    return came and source.get("attached_cancelled") is not True


def blocks(says: str, request: Request) -> bool:
    """Whether an open dispute with this claim stops this request. A claim of identity stops everything."""
    return not (says in LEAVES_COURTS_ALONE and courts_own(request.kind, request.source))


def open_against(request: Request) -> list[Dispute]:
    """The open disputes about the request's person that stop this request."""
    if request.person is None:
        return []
    return [each for each in request.person.disputes.filter(resolved_at=None) if blocks(each.says, request)]


def findings_about(person: Person | None) -> list[Finding]:
    """The findings that stand about a person, oldest first: those on another record of the same person as well."""
    if person is None:
        return []
    standing: dict[tuple[str, str, bool], Finding] = {}
    for row, certain in _settled_about(person):
        key = (row["says"], str(row["request_id"] or "") if row["says"] in NOT_THEM else "", certain)
        if row["resolution"] == UPHELD:
            standing[key] = _finding(row, certain)
        else:
            _fall(standing, key, row["person_id"] == person.pk)
    return sorted(standing.values(), key=lambda each: each.at)


def _fall(standing: dict[tuple[str, str, bool], Finding], key: tuple[str, str, bool], own: bool) -> None:
    """A later finding against the claim: on this record it also ends what another with the same name and birth date only suggested."""
    standing.pop(key, None)
    if own:
        standing.pop((key[0], key[1], False), None)


def _settled_about(person: Person) -> list[tuple[dict[str, Any], bool]]:
    return [(row, certain) for row in _SETTLED() if (certain := _same(row, person)) is not None]


def _settled() -> Any:
    numbers = {f"its_{name}": KeyTextTransform(name, "person__record") for name in NUMBERS}
    return Dispute.objects.filter(~Q(resolved_at=None)).order_by("resolved_at", "id").values(
        "key", "says", "resolution", "resolved_at", "evidence", "person_id", "request_id", "request__number", "request__source",
        "person__family_name", "person__given_name", "person__date_of_birth", "resolved_by__first_name", "resolved_by__last_name",
        "confirmed_by__first_name", "confirmed_by__last_name", **numbers,
    )  # fmt: skip


_SETTLED = BuiltOnce(_settled)


def _same(row: Mapping[str, Any], person: Person) -> bool | None:
    """True where the record is the person's, False where it may be, None where it is another's."""
    if row["person_id"] == person.pk:
        return True
    record = person.record or {}
    if any(_plain(record.get(name)) and _plain(record.get(name)) == _plain(row[f"its_{name}"]) for name in NUMBERS):
        return True
    names = (person.family_name, person.given_name, person.date_of_birth)
    theirs = (row["person__family_name"], row["person__given_name"], row["person__date_of_birth"])
    return False if all(names) and _folded(names) == _folded(theirs) else None


def _plain(number: Any) -> str:
    return "".join(filter(str.isalnum, str(number or "").casefold())).lstrip("a0")


def _folded(names: Iterable[Any]) -> list[str]:
    return [str(each).casefold() for each in names]


def _finding(row: Mapping[str, Any], certain: bool) -> Finding:
    by = " and ".join(
        f"{row[f'{who}__first_name']} {row[f'{who}__last_name']}".strip() for who in ("resolved_by", "confirmed_by")
    )
    source = row["request__source"] or {}
    return Finding(
        row["key"], row["says"], row["resolved_at"], row["evidence"], by, row["request__number"] or "",
        source.get("subject") or {}, certain,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fell:
    """One recorded fact that a finding contradicts: it is not decided on. `after` says that it was recorded after the finding."""

    fact: str
    value: Any
    recorded_at: datetime
    finding: Finding
    after: bool


def weighed(
    facts: Iterable[Mapping[str, Any]], findings: Iterable[Finding]
) -> tuple[list[tuple[str, Any]], list[Fell]]:
    """The facts that are decided on, oldest first, what was found among them; and those that a finding contradicts."""
    kept = [(row["fact"], row["value"]) for row in facts]
    fallen: list[Fell] = []
    for finding in (each for each in findings if each.certain and each.says in FINDS):
        fact, value = FINDS[finding.says]
        rows = [row for row in facts if row["fact"] == fact]
        if finding.says not in LASTING and any(row["recorded_at"] > finding.at for row in rows):
            continue
        fallen += [
            Fell(fact, row["value"], row["recorded_at"], finding, row["recorded_at"] > finding.at)
            for row in rows
            if row["value"] != value
        ]
        kept.append((fact, value))
    return kept, fallen


def bearing(request: Request, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that a determination on this request rests on."""
    booked = request.booking.booked_at if request.booking else None
    return [each for each in findings if each.says in FINDS and _bears(each, request, booked)]


def _bears(finding: Finding, request: Request, booked: datetime | None) -> bool:
    if finding.says == Says.CITIZEN:
        return not courts_own(request.kind, request.source)
    return finding.certain and (booked is None or finding.at >= booked)  # a release date is one stay's


def closing(request: Request, findings: Iterable[Finding]) -> Finding | None:
    """The finding of citizenship that closes hold, notification and transfer on this request; None where none does."""
    if courts_own(request.kind, request.source):
        return None
    return next((each for each in findings if each.says == Says.CITIZEN), None)


def closed_words(finding: Finding) -> str:
    """Why an act is closed, in a sentence."""
    if not finding.certain:
        return (
            f'Two people upheld "{finding.claim}" for an inmate with the same name and birth date: raise the claim for this '
            "inmate and have it decided first. No hold, notification or transfer meanwhile."
        )
    return f'Two people upheld "{finding.claim}" ({finding.by}): no hold, notification or transfer on a civil immigration document.'


def not_them(subject: Mapping[str, Any], findings: Iterable[Finding]) -> tuple[str, ...]:
    """A conflict for each finding that an earlier document, which shares an identifier with this one, was not about this inmate."""
    return tuple(
        f'two people upheld "{each.claim}" on {each.request or "a document"} for this inmate'
        for each in findings
        if each.says in NOT_THEM and (not each.subject or not subject or _shares(subject, each.subject))
    )


def _shares(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    numbers = any(_plain(mine.get(name)) and _plain(mine.get(name)) == _plain(theirs.get(name)) for name in NUMBERS)
    return numbers or bool(_words_of(mine) & _words_of(theirs))


def _words_of(subject: Mapping[str, Any]) -> set[str]:
    said = " ".join(str(subject.get(name) or "") for name in ("full_name", "family_name"))
    return {
        word for word in "".join(each if each.isalnum() else " " for each in said.casefold()).split() if len(word) > 1
    }


def demand_counsel(dispute: Dispute, roles: Iterable[str]) -> None:
    """Raise RefusedError where a finding that stands would be taken back without counsel."""
    stands = [each for each in findings_about(dispute.person) if each.says == dispute.says and each.certain]
    if stands and dispute.says in LASTING and "counsel" not in set(roles):
        raise RefusedError(
            f"Two people upheld this claim before ({stands[-1].by}). To take that back, county counsel must be one of the two."
        )
