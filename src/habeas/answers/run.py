"""From files to a worked-out answer: read the request, the roster, the register, the facts; decide."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from habeas.answers.build import Answer, work_out
from habeas.answers.manifest import digest
from habeas.answers.register import load_register
from habeas.answers.subjects import Setting, Subject
from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import load_json
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.facts import FACTS
from habeas.requests.request import load_request
from habeas.roster.faults import said_of_refused, said_of_whole
from habeas.roster.profile import load_profile, profile_hash
from habeas.roster.read import people_in_custody, read_roster
from habeas.roster.records import Roster


@dataclass(frozen=True, slots=True)
class AnswerInputs:
    """What one answer is made from."""

    request: Path
    roster: Path
    jurisdiction: str
    as_of: date
    profile: str = "plain"
    sheet: str | None = None
    register: Path | None = None
    facts: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The answer, the hashes of what it was made from, and whether the roster itself needs a person."""

    answer: Answer
    hashes: dict[str, str | None]
    needs_person: bool


def run_answer(inputs: AnswerInputs, roster: Roster | None = None) -> Made:
    """Read everything and work out the answer. Raises BadInputError before anything is written.

    `roster` is `inputs.roster` where it was read already.
    """
    resolve(inputs.jurisdiction)
    request, profile = load_request(inputs.request), load_profile(inputs.profile)
    register = load_register(inputs.register) if inputs.register else None
    extra = load_facts(inputs.facts) if inputs.facts else None
    here = profile.in_zone(resolve(inputs.jurisdiction).place.zone)
    roster = roster or read_roster(inputs.roster, here, sheet=inputs.sheet, export_day=inputs.as_of)
    setting = Setting(inputs.jurisdiction, inputs.as_of, request, register, extra)
    subjects = [Subject(each.person, each.booking) for each in people_in_custody(roster, inputs.as_of)]
    _check_people(extra, subjects, inputs)
    answer = work_out(roster, subjects, setting)
    answer = replace(answer, said=(*answer.said, *said_of_whole(roster), *said_of_refused(roster)))
    hashes = {
        "roster": roster.sha256,
        "request": request.sha256,
        "roster_file": _of_file(inputs.roster),
        "request_file": _of_file(inputs.request),
        "profile": profile_hash(profile),
        "register": register.sha256 if register else None,
        "facts": sha256_of(extra) if extra else None,
    }
    return Made(answer, hashes, bool(roster.refused))


def _of_file(path: Path) -> str | None:
    """The SHA-256 of a file's own bytes, as `sha256sum` prints it; None for a folder."""
    return digest(path.read_bytes()) if path.is_file() else None


def load_facts(path: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """Read facts recorded beside the roster: `{"<person number>": {"person": {...}, "custody": {...}, "agency": {...}}}`."""
    data = load_json(path)
    if not isinstance(data, dict) or not all(isinstance(each, dict) for each in data.values()):
        raise BadInputError(
            f"{path.name} must be an object of person numbers, each with person, custody or agency facts."
        )
    for number, entities in data.items():
        for entity, facts in entities.items():
            _check_entity(path.name, number, entity, facts)
    return data


def _check_entity(name: str, number: str, entity: str, facts: Any) -> None:
    if entity not in {"person", "custody", "agency"} or not isinstance(facts, dict):
        raise BadInputError(f'{name}: "{number}" holds "{entity}"; write person, custody or agency, each an object.')
    strange = [key for key in facts if f"{entity}.{key}" not in FACTS]
    if strange:
        raise BadInputError(f'{name}: "{number}": "{entity}.{strange[0]}" is no fact Habeas knows.')


def _check_people(extra: dict[str, Any] | None, subjects: list[Subject], inputs: AnswerInputs) -> None:
    """Facts about a person who is not in custody would be lost in silence: said instead."""
    missing = sorted(set(extra or {}) - {each.person.person_id for each in subjects})
    if missing and inputs.facts:
        raise BadInputError(
            f"{inputs.facts.name} speaks of person {missing[0]}, who is not in custody on {inputs.as_of.isoformat()}."
        )
