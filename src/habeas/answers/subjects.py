"""From a roster's person and a request to the facts of a case: nothing is inferred, what the record leaves out is unknown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from habeas.answers.class_rules import ChargeAt, PersonAt
from habeas.answers.dismissals import dismissed_under
from habeas.answers.people_class import PeopleClass, placed, read_class
from habeas.answers.register import Register
from habeas.law.engine.case_files import charge_record, facts_of, local_agency
from habeas.law.engine.trace import Ask
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.definitions import facts_in
from habeas.requests.request import Request
from habeas.roster.hold_lines import HoldLine, charges_of, line_of
from habeas.roster.records import Booking, Charge, Person

ExtraFacts = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Facts recorded beside the roster: person number -> entity -> fact -> value."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for every person of one answer."""

    jurisdiction: str
    as_of: date
    request: Request
    register: Register | None = None
    extra: ExtraFacts | None = None
    facility: str = "county_jail"
    time_zone: str | None = None
    """The jail's zone, where it was given; else its place's own counts."""
    roster_at: datetime | None = None
    """The hour of the roster that a list is made from, in the jail's zone, where it is known."""
    people_class: PeopleClass = field(init=False)
    """The class a list request asks for, read once for everybody."""

    def __post_init__(self) -> None:
        """Read the class."""
        object.__setattr__(self, "people_class", read_class(self.request.source))


@dataclass(frozen=True, slots=True)
class Subject:
    """One person in custody with the booking that keeps them."""

    person: Person
    booking: Booking


def subject_case(subject: Subject, setting: Setting) -> Case:
    """Return the case of one person under one request."""
    person, booking = subject.person, subject.booking
    extra = _extra(setting, person)
    lines = criminal_charges(person)
    stays = stays_of(person)
    charges = tuple(_charge(charge, stays[id(charge)], setting) for charge in lines)
    known = facts_of(
        "person",
        {
            "history_complete": person.history_complete,
            "sex_or_arson_registrant": person.sex_or_arson_registrant,
            "federal_felony_arrest_warrant": person.federal_felony_arrest_warrant,
            "minor": _minor(person, setting.as_of),
            "in_requested_class": _in_class(subject, setting, lines, charges),
        }
        | dict(extra.get("person", {})),
        f"person {person.person_id}",
    )
    custody = facts_of(
        "custody",
        {
            "facility": setting.facility,
            "release_date_public": _date_public(booking, setting),
            "arrested_on_civil_immigration_only": _civil_only(booking),
        }
        | dict(extra.get("custody", {})),
        f"person {person.person_id}",
    )
    agency = _agency(setting, extra)
    return Case(
        person.person_id,
        setting.jurisdiction,
        setting.as_of,
        facts_in(setting.jurisdiction, setting.request),
        known,
        custody,
        agency,
        charges,
        charges_known=True,
        record_complete=known.get("history_complete"),
        time_zone=setting.time_zone,
    )


def office_case(setting: Setting) -> Case:
    """The case of a request about no person: the request, the place and the agency; of people nothing is known."""
    extra = (setting.extra or {}).get("", {})
    known = {"facility": setting.facility} | dict(extra.get("custody", {}))
    custody = facts_of("custody", known, "the facts recorded")
    return Case(
        setting.request.id,
        setting.jurisdiction,
        setting.as_of,
        facts_in(setting.jurisdiction, setting.request),
        {},
        custody,
        _agency(setting, extra),
        time_zone=setting.time_zone,
    )


def _agency(setting: Setting, extra: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Facts of the agency: those recorded for everybody (under no number), then those recorded beside the person."""
    general = (setting.extra or {}).get("", {})
    given = {**general.get("agency", {}), **extra.get("agency", {})}
    return {"local": local_agency(setting.facility, setting.jurisdiction)} | facts_of(
        "agency", given, "the agency's facts"
    )


def _civil_only(booking: Booking) -> bool | None:
    """False where any line of the booking is a crime's; an empty booking, holds and lines in doubt leave it unknown."""
    return False if any(not shows_interest(charge) for charge in booking.charges) else None


def criminal_charges(person: Person) -> tuple[Charge, ...]:
    """The charges of all the person's bookings, without lines that are a hold printed as a charge; one in doubt stays."""
    return tuple(charge for booking in person.bookings for charge in charges_of(booking))


def shows_interest(charge: Charge) -> bool:
    """Whether the line is a hold, or may be one: such a line is never public, and no charge."""
    return _line(charge) is not HoldLine.CHARGE


def lines_in_doubt(booking: Booking) -> tuple[Charge, ...]:
    """The lines of which nobody can tell by their words whether they are a charge or a hold."""
    return tuple(charge for charge in booking.charges if _line(charge) is HoldLine.DOUBT)


def _line(charge: Charge) -> HoldLine:
    return line_of(charge.statute, charge.description, charge.named_hold)


def record_asks(booking: Booking) -> tuple[Ask, ...]:
    """What the jail's own record leaves open about a booking: a release that cannot be, a line that may be a hold."""
    asks = [
        Ask("booking.charges", f'Is "{charge.description or charge.statute}" a charge or a hold?', "records unit")
        for charge in lines_in_doubt(booking)
    ]
    if booking.release_said and booking.released_at is None:
        words = booking.raw.get("released_at", "")[:40]
        asks.append(
            Ask(
                "booking.released_at",
                f'The record gives "{words}" as the release: is the person in custody?',
                "records unit",
            )
        )
    return tuple(dict.fromkeys(asks))


def _in_class(
    subject: Subject, setting: Setting, lines: tuple[Charge, ...], records: tuple[ChargeRecord, ...]
) -> bool | None:
    """Whether records place the person in the class asked for; None too where the request is not about a class."""
    if not setting.request.about_a_class:
        return None
    mine = {id(charge) for charge in subject.booking.charges}
    here: list[ChargeAt] = []
    earlier: list[ChargeAt] = []
    for charge, record in zip(lines, records, strict=True):
        at = ChargeAt(charge, record.classes, shows_interest(charge), setting.jurisdiction)
        (here if id(charge) in mine else earlier).append(at)
    return placed(setting.people_class, PersonAt(subject.person, subject.booking, setting.as_of), here, earlier)


def stays_of(person: Person) -> dict[int, Booking]:
    """The booking of each charge, by the charge's identity."""
    return {id(charge): booking for booking in person.bookings for charge in booking.charges}


def charge_row(charge: Charge, stay: Booking, as_of: date) -> dict[str, Any]:
    """The facts of a charge on the roster, as the law room reads them."""
    return {
        "statute": charge.statute,
        "grade": charge.grade,
        "disposition": charge.disposition,
        "disposed_on": charge.disposed_on,
        "offense_on": charge.offense_on,
        "sentence": charge.sentence_kind,
        "description": charge.description,
        "dismissed_under": dismissed_under(charge, stay, as_of),
    }


def _charge(charge: Charge, stay: Booking, setting: Setting) -> ChargeRecord:
    row = charge_row(charge, stay, setting.as_of)
    days = {name: row[name] and row[name].isoformat() for name in ("disposed_on", "offense_on")}
    return charge_record(row | days, setting.as_of, charge.row, setting.jurisdiction)


def _date_public(booking: Booking, setting: Setting) -> bool | None:
    if setting.register is not None:
        return setting.register.shown("release_date", setting.as_of)
    return booking.release_date_public


def _minor(person: Person, as_of: date) -> bool | None:
    """Under eighteen on the day, by the birth date on record."""
    born = person.date_of_birth
    return None if born is None else (as_of.year - born.year - ((as_of.month, as_of.day) < (born.month, born.day))) < 18


def _extra(setting: Setting, person: Person) -> Mapping[str, Mapping[str, Any]]:
    return (setting.extra or {}).get(person.person_id, {})
