"""The fields a list or records request may ask for, and what a roster's record holds of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from habeas.answers.subjects import Subject, shows_interest
from habeas.roster.columns import UNKNOWN_WORDS
from habeas.roster.moments import as_written
from habeas.roster.records import Charge


@dataclass(frozen=True, slots=True)
class DisclosedColumn:
    """One column of the disclosed rows: its title, what it holds, and the person's value (empty is unknown)."""

    name: str
    says: str
    value: Callable[[Subject], str]
    kind: str = "string"


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value or "")


def _known(value: object) -> str:
    """The value, empty where it is a mark for unknown: such a mark is no value that leaves. A name is never one."""
    text = _text(value)
    return "" if text.strip().upper() in UNKNOWN_WORDS else text


def _name(part: str) -> Callable[[Subject], str]:
    return lambda subject: _text(getattr(subject.person, part))


def _of_person(name: str) -> Callable[[Subject], str]:
    return lambda subject: _known(getattr(subject.person, name))


def _of_booking(name: str) -> Callable[[Subject], str]:
    return lambda subject: _known(getattr(subject.booking, name))


def _moment(name: str) -> Callable[[Subject], str]:
    """A moment of the booking; the day alone where the export wrote no hour."""
    return lambda subject: _text(as_written(subject.booking, name))


def _of_charges(name: str) -> Callable[[Subject], str]:
    """One value a charge; lines that are a hold, or may be one, say nothing."""

    def value(subject: Subject) -> str:
        charges = (each for each in subject.booking.charges if not shows_interest(each))
        return "; ".join(filter(None, (_known(getattr(each, name)) for each in charges)))

    return value


def _of_citizenship(name: str) -> Callable[[Subject], str]:
    """What the record says of citizenship, only where it was read as a country: what nobody could read is not on record."""
    value = _of_person(name)
    return lambda subject: "" if subject.person.citizenship is None else value(subject)


def _charge_words(charge: Charge) -> str:
    ended = (charge.disposition or "disposition not recorded").replace("_", " ")
    parts = (charge.statute, charge.description, charge.grade, ended, _text(charge.disposed_on))
    return ", ".join(part for part in parts if part)


def _charges(subject: Subject) -> str:
    return "; ".join(_charge_words(each) for each in subject.booking.charges if not shows_interest(each))


COLUMNS: dict[str, tuple[DisclosedColumn, ...]] = {
    "name": (
        DisclosedColumn("family_name", "family name as recorded", _name("family_name")),
        DisclosedColumn("given_name", "given name as recorded", _name("given_name")),
        DisclosedColumn("middle_name", "middle name as recorded", _name("middle_name")),
        DisclosedColumn("suffix", "suffix as recorded: Sr., Jr., II", _name("suffix")),
    ),
    "aliases": (DisclosedColumn("aliases", "other names on record", lambda s: "; ".join(s.person.aliases)),),
    "date_of_birth": (DisclosedColumn("date_of_birth", "birth date on record", _of_person("date_of_birth"), "date"),),
    "sex": (DisclosedColumn("sex", "sex on record", _of_person("sex")),),
    "booking_id": (DisclosedColumn("booking_id", "the jail's booking number", _of_booking("booking_id")),),
    "booked_at": (DisclosedColumn("booked_at", "time of booking", _moment("booked_at")),),
    "facility": (DisclosedColumn("facility", "where the person is held", _of_booking("facility")),),
    "housing": (DisclosedColumn("housing", "housing unit", _of_booking("housing")),),
    "charges": (
        DisclosedColumn(
            "charges",
            "charges of this booking with how each ended; hold lines are left out",
            _charges,
        ),
    ),
    "bail": (
        DisclosedColumn(
            "bail",
            "bail as recorded, charge by charge",
            _of_charges("bail"),
        ),
    ),
    "court": (
        DisclosedColumn(
            "court",
            "court, charge by charge",
            _of_charges("court"),
        ),
    ),
    "case_number": (
        DisclosedColumn(
            "case_number",
            "case number, charge by charge",
            _of_charges("case_number"),
        ),
    ),
    "released_at": (DisclosedColumn("released_at", "time of release, where past", _moment("released_at")),),
    "release_date": (
        DisclosedColumn(
            "scheduled_release_on",
            "scheduled release date as the jail has it",
            _of_booking("scheduled_release_on"),
            "date",
        ),
    ),
    "citizenship": (
        DisclosedColumn(
            "citizenship_on_record", "what the record says, word for word", _of_citizenship("citizenship_on_record")
        ),
        DisclosedColumn("citizenship_source", "which record says so", _of_citizenship("citizenship_source")),
    ),
    "state_id": (DisclosedColumn("state_id", "state identification number", _of_person("state_id")),),
    "fbi_number": (DisclosedColumn("fbi_number", "FBI number", _of_person("fbi_number")),),
    "a_number": (DisclosedColumn("a_number", "A-number on record", _of_person("a_number")),),
}
"""The columns of each field that a roster holds; a field without columns is not in the roster at all."""


def holds(subject: Subject, field: str) -> bool:
    """Whether the record holds anything for the field."""
    return any(column.value(subject) for column in COLUMNS.get(field, ()))
