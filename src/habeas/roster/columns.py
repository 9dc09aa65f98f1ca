"""The columns of the plain roster (`FORMATS.md`): each with its kind, the entity it belongs to, and the codes it may hold."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    """How a cell's text becomes a value."""

    TEXT = "text"
    NAME = "name"
    CODE = "code"
    DATE = "date"
    TIME = "time"
    FLAG = "flag"
    NUMBER = "number"
    LIST = "list"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """One canonical column. `attribute` is the name in the record where it differs."""

    name: str
    entity: str
    kind: ColumnKind
    attribute: str
    values: frozenset[str] = frozenset()


_T, _N, _C, _D, _Z, _F, _X, _L = (
    ColumnKind.TEXT,
    ColumnKind.NAME,
    ColumnKind.CODE,
    ColumnKind.DATE,
    ColumnKind.TIME,
    ColumnKind.FLAG,
    ColumnKind.NUMBER,
    ColumnKind.LIST,
)
_GRADES = frozenset({"felony", "misdemeanor", "infraction"})
_ENDS = frozenset({"pending", "held_to_answer", "convicted", "dismissed", "acquitted", "vacated"})
_SENTENCES = frozenset({"state_prison", "county_jail", "county_jail_1170h", "probation", "fine"})

_ROWS: tuple[tuple[str, str, ColumnKind, str, frozenset[str]], ...] = (
    ("person_id", "person", _T, "person_id", frozenset()),
    ("family_name", "person", _N, "family_name", frozenset()),
    ("given_name", "person", _N, "given_name", frozenset()),
    ("middle_name", "person", _N, "middle_name", frozenset()),
    ("suffix", "person", _N, "suffix", frozenset()),
    ("aliases", "person", _L, "aliases", frozenset()),
    ("date_of_birth", "person", _D, "date_of_birth", frozenset()),
    ("sex", "person", _T, "sex", frozenset()),
    ("state_id", "person", _T, "state_id", frozenset()),
    ("fbi_number", "person", _T, "fbi_number", frozenset()),
    ("a_number", "person", _T, "a_number", frozenset()),
    ("citizenship_on_record", "person", ColumnKind.COUNTRY, "citizenship", frozenset()),
    ("citizenship_source", "person", _T, "citizenship_source", frozenset()),
    ("language", "person", _T, "language", frozenset()),
    ("history_complete", "person", _F, "history_complete", frozenset()),
    ("sex_or_arson_registrant", "person", _F, "sex_or_arson_registrant", frozenset()),
    ("federal_felony_arrest_warrant", "person", _F, "federal_felony_arrest_warrant", frozenset()),
    ("booking_id", "booking", _T, "booking_id", frozenset()),
    ("booked_at", "booking", _Z, "booked_at", frozenset()),
    ("released_at", "booking", _Z, "released_at", frozenset()),
    ("scheduled_release_on", "booking", _D, "scheduled_release_on", frozenset()),
    ("release_reason", "booking", _T, "release_reason", frozenset()),
    ("facility", "booking", _T, "facility", frozenset()),
    ("housing", "booking", _T, "housing", frozenset()),
    ("holds", "booking", _L, "holds", frozenset()),
    ("release_date_public", "booking", _F, "release_date_public", frozenset()),
    ("charge_id", "charge", _T, "charge_id", frozenset()),
    ("statute", "charge", _T, "statute", frozenset()),
    ("charge_description", "charge", _T, "description", frozenset()),
    ("charge_grade", "charge", _C, "grade", _GRADES),
    ("charge_disposition", "charge", _C, "disposition", _ENDS),
    ("charge_disposed_on", "charge", _D, "disposed_on", frozenset()),
    ("offense_on", "charge", _D, "offense_on", frozenset()),
    ("sentence_kind", "charge", _C, "sentence_kind", _SENTENCES),
    ("sentence_days", "charge", _X, "sentence_days", frozenset()),
    ("bail", "charge", _T, "bail", frozenset()),
    ("court", "charge", _T, "court", frozenset()),
    ("case_number", "charge", _T, "case_number", frozenset()),
)

COLUMNS: dict[str, RosterColumn] = {row[0]: RosterColumn(row[0], row[1], row[2], row[3], row[4]) for row in _ROWS}
"""Every canonical column by name."""

FULL_NAME = "full_name"
"""A profile's column for a whole name, `LAST, FIRST MIDDLE SUFFIX`: it is split into the four columns of a name."""

BOOKINGS_TOO = ("bail", "court")
"""Plain columns of a charge that many exports give once a booking."""

UNKNOWN_WORDS: frozenset[str] = frozenset({"UNKNOWN", "UNK", "REFUSED", "NOT STATED", "N/A"})
"""Words that mean unknown in coded columns and in citizenship_on_record, never in names."""
