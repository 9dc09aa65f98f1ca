"""Who is in custody: a person, their bookings, each booking's charges and holds. Raw text stands beside each coded value.

None is unknown. Nothing here is derived: a record says what the jail's export said, and where it said it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

Raw = dict[str, str]


@dataclass(frozen=True, slots=True)
class Charge:
    """One charge line of a booking. `raw` holds the cell text of every column the export had for it."""

    charge_id: str | None = None
    statute: str | None = None
    description: str | None = None
    grade: str | None = None
    """`felony`, `misdemeanor` or `infraction`."""
    disposition: str | None = None
    """`pending`, `held_to_answer`, `convicted`, `dismissed`, `acquitted` or `vacated`."""
    disposed_on: date | None = None
    offense_on: date | None = None
    sentence_kind: str | None = None
    sentence_days: int | None = None
    bail: str | None = None
    court: str | None = None
    case_number: str | None = None
    named_hold: bool = False
    """The profile names this line as a federal hold, whatever its words are."""
    row: str = ""
    """Where it was read: `row 17`."""
    raw: Raw = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Booking:
    """One stay in custody."""

    booking_id: str
    booked_at: datetime | None = None
    released_at: datetime | None = None
    scheduled_release_on: date | None = None
    release_reason: str | None = None
    facility: str | None = None
    housing: str | None = None
    holds: tuple[str, ...] | None = None
    """Every hold of every row, and the lines that are holds; None where nothing is said of holds."""
    release_said: str = ""
    """Why a release that is written was left unknown: the person counts as in custody, and somebody is asked."""
    release_date_public: bool | None = None
    charges: tuple[Charge, ...] = ()
    row: str = ""
    raw: Raw = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """One person with all bookings in the export. `citizenship` is `US`, an ISO 3166 alpha-2 code, `not US` or None."""

    person_id: str
    family_name: str | None = None
    given_name: str | None = None
    middle_name: str | None = None
    suffix: str | None = None
    aliases: tuple[str, ...] = ()
    date_of_birth: date | None = None
    sex: str | None = None
    state_id: str | None = None
    fbi_number: str | None = None
    a_number: str | None = None
    citizenship: str | None = None
    citizenship_on_record: str | None = None
    """What the record says, word for word."""
    citizenship_source: str | None = None
    """Which record says so."""
    language: str | None = None
    history_complete: bool | None = None
    sex_or_arson_registrant: bool | None = None
    federal_felony_arrest_warrant: bool | None = None
    bookings: tuple[Booking, ...] = ()
    raw: Raw = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row (or file part) that was not read, and why. `row` is a place a person can find."""

    row: str
    why: str
    person: "Person | None" = None
    """What of somebody could be read in it; None where nothing could."""
    nobody: bool = False
    """The row is a line of the report, and names nobody."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Something read otherwise than written, and what was done."""

    row: str
    what: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Everything one export said. Each row of the file is in `people`, in `refused`, or both where a part was refused."""

    people: tuple[Person, ...]
    rows: int
    refused: tuple[Refusal, ...] = ()
    repaired: tuple[Repair, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    sha256: str = ""
