"""A countable fact: what it is, on which local days it lies, what is known of it, about whom, and from which events it comes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

UNKNOWN = ""
"""A fact that applies and is not known. A fact that is not named does not apply."""
NO_REQUEST = "no_request"
"""The kind of a paper that two people set aside unread because it makes no request: none of the kinds, and not unknown."""
UNCLASSED = "unclassified"
"""How public figures call the kind of what nobody classified; a paper set aside unread stands among them."""

NOUNS: dict[str, str] = {
    "request": "requests",
    "booking": "bookings",
    "transfer": "transfers of custody",
    "release": "releases",
    "access": "accesses to inmates given (release date told, transfer, interview)",
    "notice": "notices owed to inmates",
    "telling": "disclosures to federal authorities",
    "query": "queries sent by hand",
    "contact": "contacts",
    "interview": "interview requests and interviews",
    "task_force": "task forces",
    "cost": "costs",
    "bail": "postings of bail",
    "dispute": "disputes raised",
    "sent": "requests on the sender's own list",
}
"""What can be counted, in words."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One fact. `times` are its moments by name, `facts` what is known by name, `amounts` numbers by name (cents, minutes, counts).

    `person` is the record's opaque number of whom it is about; it is counted and never printed. `events` are the places in the chain.
    """

    noun: str
    key: str
    zone: ZoneInfo
    times: Mapping[str, datetime]
    facts: Mapping[str, str]
    amounts: Mapping[str, int] = field(default_factory=dict)
    person: str = ""
    events: tuple[int, ...] = ()

    def day(self, name: str) -> date | None:
        """The local day of one of its moments; None where that moment is not recorded."""
        at = self.times.get(name)
        return at.astimezone(self.zone).date() if at else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that arrived and counts as no request of its own: its number, the rule, and the request that counts instead."""

    key: str
    rule: str
    counted: str
    at: datetime
    kind: str = ""


@dataclass(frozen=True, slots=True)
class OfficePlace:
    """Whose record it is, under which place's law, in which zone its days are counted."""

    agency: str
    jurisdiction: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every countable fact of a record up to `size` events (`head` is the last one's hash), and the first day there is a record of."""

    place: OfficePlace
    begins: date
    ends: date
    size: int
    head: str
    rows: tuple[LedgerRow, ...]
    left_out: tuple[LeftOut, ...] = ()
    rates: tuple[tuple[date, int], ...] = ()
    """What a day in custody costs, in cents, from each day on."""
    said: Mapping[int, str] = field(default_factory=dict)
    """What each event that counts is told as, with the reason it gives, by its place in the chain."""

    def of(self, noun: str) -> Iterator[LedgerRow]:
        """The rows of one noun, in the order of the record."""
        return (row for row in self.rows if row.noun == noun)

    def rate_on(self, day: date) -> int | None:
        """What a day in custody costs on `day`, in cents; None where nobody entered it."""
        return next((cents for since, cents in reversed(self.rates) if since <= day), None)
