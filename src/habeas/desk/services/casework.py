"""From a request at the desk to what the law room decides on: everything it rests on, gathered once, stored, and read back for replay."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec

from habeas.answers.register import Publication as Shown
from habeas.answers.register import Register
from habeas.answers.subjects import Setting, Subject, subject_case
from habeas.answers.work import Answer, answer_about, work_out
from habeas.desk.models import FactRecord, Office, Request, RosterImport
from habeas.desk.models import Person as PersonRow
from habeas.desk.services.office import local_day, office, place_of, register_on
from habeas.law.case import Case
from habeas.law.facts import FACTS
from habeas.law.jurisdictions import without_policy
from habeas.plain.canonical import sha256_of
from habeas.requests.request import read_request
from habeas.roster.read import people_in_custody
from habeas.roster.records import Person, Roster

INPUT_ENTITIES = ("person", "custody", "agency")


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a decision rests on besides the law. `person` is a roster record, None for a class or for nobody."""

    request: dict[str, Any]
    jurisdiction: str
    policy: str
    as_of: str
    person: dict[str, Any] | None
    booking_id: str | None
    extra: dict[str, dict[str, Any]]
    register: list[list[str | None]] | None
    roster_sha256: str | None = None

    def as_data(self) -> dict[str, Any]:
        """The inputs as JSON values, to store with the decision."""
        return dict(msgspec.to_builtins(self))

    @property
    def sha256(self) -> str:
        """The hash of everything but the day: the day moves by itself, and `changes_on` says when that matters."""
        return sha256_of({key: value for key, value in self.as_data().items() if key != "as_of"})


def gather(request: Request, at: datetime) -> Inputs:
    """Gather what the request rests on now. Facts recorded later count over earlier ones and over the roster's own columns."""
    here = office()
    extra = recorded(request)
    source = {**request.source, **extra.pop("request", {})}
    return Inputs(
        request=source | {"id": request.number, "kind": request.kind, "received_at": request.received_at.isoformat()},
        jurisdiction=here.jurisdiction,
        policy=here.policy,
        as_of=local_day(here, at).isoformat(),
        person=request.person.record if request.person else None,
        booking_id=request.booking.booking_id if request.booking else None,
        extra=extra,
        register=[
            [e.field, e.since.isoformat(), e.until.isoformat() if e.until else None, e.where, e.evidence]
            for e in register_on().publications
        ],
        roster_sha256=None if request.person else newest_roster_sha256(),
    )


def recorded(request: Request) -> dict[str, dict[str, Any]]:
    """The facts recorded for the request and its person, the latest of each: entity -> fact -> value. A recorded unknown is unknown."""
    found: dict[str, dict[str, Any]] = {}
    about = FactRecord.objects.filter(request=request)
    if request.person_id:
        about = about | FactRecord.objects.filter(person=request.person_id, request=None)
    for each in about.order_by("id"):
        entity, _, name = each.fact.partition(".")
        found.setdefault(entity, {})[name] = each.value
    return found


def setting_of(inputs: Inputs) -> Setting:
    """What is the same for everybody this decision is about. Raises BadInputError where the request cannot be read."""
    register = None
    if inputs.register is not None:
        rows = tuple(
            Shown(
                name or "",
                date.fromisoformat(since or ""),
                where or "",
                evidence or "",
                date.fromisoformat(until) if until else None,
            )
            for name, since, until, where, evidence in inputs.register
        )
        register = Register(rows, sha256_of(inputs.register))
    person_id = (inputs.person or {}).get("person_id", "")
    extra = {person_id: {key: inputs.extra[key] for key in INPUT_ENTITIES if key in inputs.extra}}
    place = place_of(Office(jurisdiction=inputs.jurisdiction, policy=inputs.policy))
    return Setting(place, date.fromisoformat(inputs.as_of), read_request(inputs.request), register, extra)


def answer_of(inputs: Inputs) -> Answer:
    """Work the answer out from stored inputs alone (and, for a class, from the stored export they name)."""
    setting = setting_of(inputs)
    if inputs.person is not None:
        return answer_about(_subject(inputs), setting, in_custody=1)
    roster = stored_roster(inputs.roster_sha256)
    subjects = [Subject(each.person, each.booking) for each in people_in_custody(roster, setting.as_of)]
    return work_out(roster, subjects, setting)


def case_of(inputs: Inputs) -> Case:
    """The case of the one person the inputs name."""
    return subject_case(_subject(inputs), setting_of(inputs))


def _subject(inputs: Inputs) -> Subject:
    person = msgspec.convert(inputs.person, Person)
    booking = next((each for each in person.bookings if each.booking_id == inputs.booking_id), person.bookings[-1])
    return Subject(person, booking)


def stored_roster(sha256: str | None) -> Roster:
    """The roster of the export kept under `sha256`, read again through its profile; everybody in custody where None."""
    from habeas.desk.services.custody import read_import  # noqa: PLC0415 - custody imports this room's neighbours

    kept = RosterImport.objects.filter(sha256=sha256).first()
    return read_import(kept) if kept else Roster((), 0)


def newest_roster_sha256() -> str | None:
    """The export applied last."""
    newest = RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id").first()
    return newest.sha256 if newest else None


def person_of(row: PersonRow) -> Person:
    """The roster's person behind a row."""
    return msgspec.convert(row.record, Person)


def fact_known(fact: str) -> bool:
    """Whether `entity.name` is a fact the law room knows."""
    return fact in FACTS


def place_words(inputs: Inputs) -> str:
    """The place, without the policy's hash."""
    return without_policy(inputs.jurisdiction)
