"""From a request at the desk to what the law room decides on: everything it rests on, gathered once, stored, and read back for replay."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import msgspec
from django.db.models import F

from habeas.answers.build import (
    Answer,
    Beat,
    about_nobody,
    answer_about,
    answer_for_office,
    answer_nobody,
    names_nobody,
    work_out,
)
from habeas.answers.register import PublishedField as Shown
from habeas.answers.register import Register
from habeas.answers.subjects import Setting, Subject, office_case, subject_case
from habeas.common.canonical import sha256_of
from habeas.desk.models import Office, Request, RosterImport
from habeas.desk.models import Person as PersonRow
from habeas.desk.services.cases.doubted_citizenship import doubted, without_citizenship
from habeas.desk.services.cases.related_rows import RelatedRows, beside
from habeas.desk.services.custody.custody import read_import
from habeas.desk.services.office.office import local_day, office, place_of, zone
from habeas.desk.workflow.findings import Fell, Finding, bearing, findings_about, weighed
from habeas.law.engine.jurisdictions import without_policy
from habeas.law.model.case import Case
from habeas.requests.request import IN_DOUBT, read_request
from habeas.roster.read import people_in_custody
from habeas.roster.records import Person, Roster

INPUT_ENTITIES = ("person", "custody", "agency")
MAY_BE_MISSING = frozenset({"time_zone", "findings", "claims", "gone", "roster_at"})
"""Inputs that came later: where one is empty a decision is kept, and hashed, without it."""


@dataclass(frozen=True, slots=True)
class DecisionInputs:
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
    time_zone: str = ""
    """The jail's zone when it was decided; empty in decisions made before it was kept (their hash is without it)."""
    findings: list[list[Any]] = field(default_factory=list)
    """What two people found about the person (`Finding.as_row`); decisions with none are kept without it."""
    claims: list[list[str]] = field(default_factory=list)
    """For a list: whose recorded citizenship a claim contradicts, and which (`doubted`); decisions with none are kept without it."""
    gone: list[list[str]] = field(default_factory=list)
    """For a list: the stays (person, booking) that were reported as ended since the roster; decisions with none are kept without it."""
    roster_at: str = ""
    """For a list: the hour of the roster, in the jail's zone; empty in decisions made before it was kept."""

    def as_data(self) -> dict[str, Any]:
        """The inputs as JSON values, to store with the decision."""
        data = dict(msgspec.to_builtins(self))
        return {key: value for key, value in data.items() if value or key not in MAY_BE_MISSING}

    @property
    def sha256(self) -> str:
        """The hash of everything but the day: the day moves by itself, and `changes_on` says when that matters."""
        return sha256_of({key: value for key, value in self.as_data().items() if key != "as_of"})


@dataclass(frozen=True, slots=True)
class InputSources:
    """What a decision rests on that stands beside the request: the office, the facts (oldest first), the register, the newest export."""

    office: Office
    facts: list[tuple[str, Any]]
    register: list[list[str | None]]
    roster_sha256: str | None
    findings: list[Finding] = field(default_factory=list)
    """What two people found about the person; it outranks `facts`, in which it stands last."""
    fallen: list[Fell] = field(default_factory=list)
    """The recorded facts that a finding contradicts."""
    claims: list[list[str]] = field(default_factory=list)
    """Whose recorded citizenship a claim contradicts (`doubted`), where the whole roster is asked."""
    gone: list[list[str]] = field(default_factory=list)
    """The stays (person, booking) that were reported as ended since the roster, where the whole roster is asked."""
    roster_at: datetime | None = None
    """When the roster was exported, where the whole roster is asked."""


def gather(request: Request, at: datetime, sources: InputSources | None = None) -> DecisionInputs:
    """Gather what the request rests on now. Facts recorded later count over earlier ones and over the roster's own columns.

    `sources` is what a page has read already; without it everything is read here.
    """
    sources = sources or read_sources(request)
    extra = _latest(sources.facts)
    source = {**request.source, **_of_request(extra.pop("request", {}))}
    return DecisionInputs(
        request=_parties(request)
        | source
        | {
            "id": request.number,
            "kind": request.kind,
            "received_at": request.received_at.astimezone(zone(sources.office)).isoformat(),
        }
        | {"to": _office_party(sources.office)},
        jurisdiction=sources.office.jurisdiction,
        policy=sources.office.policy,
        as_of=local_day(sources.office, at).isoformat(),
        person=request.person.record if request.person else None,
        booking_id=request.booking.booking_id if request.booking else None,
        extra=extra,
        register=sources.register,
        roster_sha256=sources.roster_sha256,
        time_zone=sources.office.time_zone,
        findings=[each.as_row() for each in sources.findings],
        **(_of_list(sources) if request.kind == "list_request" else {}),
    )


def _of_list(sources: InputSources) -> dict[str, Any]:
    """What only a list rests on: whose citizenship is in dispute, who left since the roster, and the hour of the roster."""
    at = sources.roster_at.astimezone(zone(sources.office)).isoformat() if sources.roster_at else ""
    return {"claims": sources.claims, "gone": sources.gone, "roster_at": at}


def read_sources(request: Request) -> InputSources:
    """Read what stands beside the request in two queries."""
    kinds = {"fact", "shown"} | ({"roster"} if asks_roster(request) else set())
    return sources_of(request, beside(request, kinds), office())


def sources_of(request: Request, rows: RelatedRows, here: Office) -> InputSources:
    """What a decision rests on, from rows that were read already (`fact`, `shown`, and `roster` where `asks_roster`)."""
    shown = sorted(rows.of("shown"), key=lambda row: (str(row["since"]), row["id"]))
    applied = sorted(rows.of("roster"), key=lambda row: (str(row["applied_at"]), row["id"]))
    about = findings_about(request.person)
    findings = bearing(request, about)
    facts, fallen = weighed(rows.standing("fact"), findings)
    # the header of the page shows them: read once for a page; no guard looks here
    request.__dict__["shown_fallen"] = fallen
    if request.person is not None:
        request.person.__dict__["shown_findings"] = about
    return InputSources(
        here,
        facts,
        [[row["field"], str(row["since"]), row["until"] or None, row["where"], row["evidence"]] for row in shown],
        applied[-1]["sha256"] if applied and asks_roster(request) else None,
        findings,
        fallen,
        doubted(rows.of("claim")),
        sorted([row["number"], row["booking_id"]] for row in rows.of("gone")),
        applied[-1]["exported_at"] if applied and asks_roster(request) else None,
    )


def asks_roster(request: Request) -> bool:
    """Whether the answer rests on the whole roster: a class, or somebody who was looked for and not found."""
    return request.person_id is None and not names_nobody(request.kind, request.source)


def _latest(facts: list[tuple[str, Any]]) -> dict[str, dict[str, Any]]:
    """The latest of each fact: entity -> fact -> value. A recorded unknown is unknown."""
    found: dict[str, dict[str, Any]] = {}
    for key, value in facts:
        entity, _, name = key.partition(".")
        found.setdefault(entity, {})[name] = value
    return found


def _of_request(recorded: dict[str, Any]) -> dict[str, Any]:
    """The facts recorded of a paper; that nobody knows whether it was taken back is written out, for null says nothing of it."""
    doubted = "cancelled" in recorded and recorded["cancelled"] is None
    return recorded | ({"cancelled": IN_DOUBT} if doubted else {})


def _parties(request: Request) -> dict[str, Any]:
    """Who the answer goes to, where the paper's own words do not say."""
    given = {"name": request.sender_name, "agency": request.sender_agency}
    return {"from": given} if any(given.values()) else {}


def _office_party(here: Office) -> dict[str, Any]:
    """The office as its letters name it."""
    party = {
        "name": here.name,
        "agency": here.agency,
        "address": list(here.address),
        "email": here.email or None,
        "telephone": here.telephone or None,
        "copies": list(here.letter_copies),
    }
    return {key: value for key, value in party.items() if value}


def place_of_inputs(inputs: DecisionInputs) -> str:
    """The path of the law the inputs name, the county's policy included."""
    return place_of(Office(jurisdiction=inputs.jurisdiction, policy=inputs.policy))


def setting_of(inputs: DecisionInputs, place: str = "") -> Setting:
    """What is the same for everybody this decision is about, under the law `place` (the inputs' own where empty).

    Raises BadInputError where the request cannot be read.
    """
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
    return Setting(
        place or place_of_inputs(inputs),
        date.fromisoformat(inputs.as_of),
        read_request(inputs.request),
        register,
        extra,
        time_zone=inputs.time_zone or None,
        roster_at=datetime.fromisoformat(inputs.roster_at) if inputs.roster_at else None,
    )


def answer_of(inputs: DecisionInputs, place: str = "", beat: Beat | None = None) -> Answer:
    """Work the answer out from stored inputs alone (and, for a class, from the stored export they name), under the law `place`."""
    setting = setting_of(inputs, place)
    if inputs.person is not None:
        return answer_about(_subject(inputs), setting, in_custody=1)
    if about_nobody(setting.request):
        return answer_for_office(setting)
    if not setting.request.about_a_class:
        return answer_nobody(setting)
    text = (inputs.sha256, inputs.as_of, setting.jurisdiction)
    doubted_numbers, left = frozenset(each[0] for each in inputs.claims), frozenset(map(tuple, inputs.gone))
    return _of_class(ByText(setting, inputs.roster_sha256, doubted_numbers, left, text, beat))


@dataclass(frozen=True, slots=True)
class ByText:
    """What a class is worked out from, told apart by the text of its inputs alone."""

    setting: Setting = field(compare=False, hash=False)
    roster_sha256: str | None = field(compare=False, hash=False)
    doubted: frozenset[str] = field(compare=False, hash=False)
    left: frozenset[tuple[str, ...]] = field(compare=False, hash=False)
    """The stays that ended since the roster: nobody is named as in custody on one."""
    text: tuple[str, str, str]
    beat: Beat | None = field(default=None, compare=False, hash=False)


@lru_cache(maxsize=2)
def _of_class(asked: ByText) -> Answer:
    """A whole jail takes seconds: the page, the preview and the draft of one request work it out once."""
    stored = stored_roster(asked.roster_sha256)
    roster = (
        replace(stored, people=tuple(without_citizenship(stored.people, asked.doubted))) if asked.doubted else stored
    )
    held = people_in_custody(roster, asked.setting.as_of)
    stay = [each for each in held if (each.person.person_id, each.booking.booking_id) not in asked.left]
    subjects = [Subject(each.person, each.booking) for each in stay]
    return work_out(roster, subjects, asked.setting, asked.beat)


def case_of(inputs: DecisionInputs, place: str = "") -> Case:
    """The case of the one person the inputs name, or of the office where they name none, under the law `place` (their own where empty)."""
    setting = setting_of(inputs, place)
    return subject_case(_subject(inputs), setting) if inputs.person is not None else office_case(setting)


def _subject(inputs: DecisionInputs) -> Subject:
    person = msgspec.convert(inputs.person, Person)
    booking = next((each for each in person.bookings if each.booking_id == inputs.booking_id), person.bookings[-1])
    return Subject(person, booking)


def stored_roster(sha256: str | None) -> Roster:
    """The roster of the export kept under `sha256`, read again through its profile; everybody in custody where None."""
    # one file of two times is two rosters; what was decided rests on one that was applied, and through its profile
    kept = RosterImport.objects.filter(sha256=sha256).order_by(F("applied_at").asc(nulls_last=True), "id").first()
    return read_import(kept) if kept else Roster((), 0)


def person_of(row: PersonRow) -> Person:
    """The roster's person behind a row."""
    return msgspec.convert(row.record, Person)


def place_words(inputs: DecisionInputs) -> str:
    """The place, without the policy's hash."""
    return without_policy(inputs.jurisdiction)
