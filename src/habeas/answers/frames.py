"""A roster as columns, for deciding everybody at once: the same facts `subject_case` reads, one row a person and one a charge."""

from collections.abc import Iterable
from typing import Any

import polars as pl

from habeas.answers.subjects import Setting, Subject, charge_row, criminal_charges, stays_of, subject_case
from habeas.law.engine.columns.emit import COMPLETE, DTYPES, KNOWN
from habeas.law.engine.columns.outcomes import ID
from habeas.law.model.case import Case
from habeas.law.model.definitions import facts_in
from habeas.law.model.facts import FACTS

_CHARGE_TYPES: dict[str, Any] = {
    "statute": pl.String,
    "grade": pl.String,
    "disposition": pl.String,
    "disposed_on": pl.Date,
    "offense_on": pl.Date,
    "sentence": pl.String,
    "description": pl.String,
    "dismissed_under": pl.String,
}


def roster_frames(subjects: Iterable[Subject], setting: Setting) -> tuple[pl.DataFrame, pl.DataFrame, Case]:
    """Return the people, their charges, and a sample case that carries the request, the agency, the place and the day."""
    people, charges, sample = [], [], None
    keys = [key for key, fact in FACTS.items() if fact.entity in {"person", "custody", "agency"}]
    for subject in subjects:
        case = subject_case(subject, setting)
        sample = sample or case
        row = {key: case.value(FACTS[key].entity, FACTS[key].name) for key in keys}
        people.append({ID: case.id, COMPLETE: case.record_complete, KNOWN: case.charges_known} | row)
        charges += [{ID: case.id} | row for row in _charges(subject, setting)]
    schema = {ID: pl.String, COMPLETE: pl.Boolean, KNOWN: pl.Boolean} | {key: DTYPES[FACTS[key].kind] for key in keys}
    theirs = {ID: pl.String} | {f"charge.{name}": kind for name, kind in _CHARGE_TYPES.items()}
    empty = Case("nobody", setting.jurisdiction, setting.as_of, facts_in(setting.jurisdiction, setting.request))
    return pl.DataFrame(people, schema=schema), pl.DataFrame(charges, schema=theirs), sample or empty


def _charges(subject: Subject, setting: Setting) -> list[dict[str, Any]]:
    stays = stays_of(subject.person)
    lines = criminal_charges(subject.person)
    return [_charge(charge_row(each, stays[id(each)], setting.as_of)) for each in lines]


def _charge(row: dict[str, Any]) -> dict[str, Any]:
    days = {"disposed_on", "offense_on"}
    return {f"charge.{name}": value for name, value in row.items() if name in _CHARGE_TYPES and name not in days} | {
        f"charge.{name}": row[name] for name in days
    }
