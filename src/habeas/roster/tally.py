"""What is counted of the people of a roster, one after the other, so that nobody need be kept to be counted."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from habeas.roster.hold_lines import HELD, HoldLine, line_of
from habeas.roster.names import holds_given_name
from habeas.roster.records import Booking, Charge, Person

_NO_MARK_OF_A_NAME = re.compile(r'["|^~=<>{}\[\]()_\\:;\d]')

_GRADE = re.compile(
    r"\b(?:felony|misdemeanor|infraction)\b|[\[(](?:FEL|MISD?|[FM][A-E1-5SXHJ]?)[\])]|/[FMI]/|\b(?:FEL|MISD)\b",
    re.IGNORECASE,
)
"""Words and marks that grade a charge: `Felony 3rd Degree`, `[FEL]`, `(MB)`, `/F/`."""
_WORD = re.compile(r"[A-Za-z]{3,}")
_OF_A_CODE = re.compile(
    r"code|stats?|statutes?|ann|annotated|rev|revised|gen|general|laws?|acts?|title|chapter|section|sec|art|article|penal|criminal|crim"
    r"|proc|procedure|health|safety|vehicles?|veh|traffic|transportation|welf|welfare|inst|institutions|bus|business|prof|professions"
    r"|fam|family|gov|government|govt|educ|education|fish|game|tax|elec|election|and|the|civ|civil|cons|consolidated|comp|compiled"
    r"|ord|ordinance|muni|municipal|city|county|state|public|controlled|subst|substances?|alcoholic|beverage|parks?|wildlife"
    r"|ala|alaska|ariz|ark|calif|cal|colo|conn|del|fla|haw|idaho|ill|ind|indiana|iowa|kan|kansas|ky|kentucky|maine|mass|mich|minn|miss"
    r"|mont|neb|nev|new|mex|york|north|south|dak|carolina|ohio|okla|ore|oregon|penn|tenn|tex|texas|utah|virginia|wash|wis|wyo|ilcs|nmsa"
    r"|rsmo|mcl|mca|nrs|ors|rcw|ksa|krs|tca|ocga|njsa|orc|ars|crs|uca|sdcl|ndcc|rigl|hrs|rsa|aca|smc|hsc|bpc|wic|cvc|trc|vtl|cpl|usc|cfr|pacs",
    re.IGNORECASE,
)
"""Words that name a code of laws and no charge."""


@lru_cache(maxsize=65536)
def _is_whole_line(statute: str) -> bool:
    """Whether a statute holds the words of a charge besides its section."""
    return sum(_OF_A_CODE.fullmatch(each) is None for each in _WORD.findall(statute)) > 1


@dataclass(slots=True)
class Tally:
    """The counts so far. `as_of`: the day on which people count as in custody."""

    as_of: date | None = None
    people: int = 0
    bookings: int = 0
    charges: int = 0
    held_lines: int = 0
    """Charge lines that are holds."""
    doubted_lines: int = 0
    holds: int = 0
    in_custody: int = 0
    releases_unknown: int = 0
    scheduled: int = 0
    planned: Counter[date] = field(default_factory=Counter)
    """The scheduled releases of bookings without a release, by day."""
    statute: int = 0
    whole_lines: int = 0
    """Charges whose statute holds the words of the charge too."""
    whole_line: str = ""
    """The first of them."""
    counted_only: int = 0
    """Charges whose statute is a number of one or two digits, as a count has."""
    named: int = 0
    """People with a family name."""
    whole_names: int = 0
    """People whose family name holds the given one too."""
    marked: int = 0
    """People with a name that holds a mark or a digit, which no name does."""
    marked_name: str = ""
    """The first of them."""
    given: int = 0
    """People with a given name."""
    born: int = 0
    """People with a date of birth."""
    everybodys_holds: frozenset[str] = frozenset()
    """Holds that every person so far has, as written."""
    graded: int = 0
    """Charges with a grade."""
    speak_of_grade: int = 0
    """Charges without one whose words speak of a grade."""
    grade_words: str = ""
    """The words of the first of them."""
    booked: int = 0
    """Bookings with the moment at which they began."""
    citizenship: Counter[str] = field(default_factory=Counter)
    statutes: Counter[str] = field(default_factory=Counter)
    """The statutes of the lines that are charges."""

    def add(self, person: Person) -> None:
        """Count one person with all bookings."""
        self.people += 1
        told = person.citizenship
        self.citizenship["unknown" if told is None else "us" if told == "US" else "not_us"] += 1
        self.in_custody += any(in_custody(each, self.as_of) for each in person.bookings)
        self.given += person.given_name is not None
        self.born += person.date_of_birth is not None
        names = (person.family_name, person.given_name, person.middle_name)
        if strange := next((each for each in names if each and _NO_MARK_OF_A_NAME.search(each)), ""):
            self.marked += 1
            self.marked_name = self.marked_name or strange
        if person.family_name:
            self.named += 1
            self.whole_names += person.given_name is None and holds_given_name(person.family_name)
        holds = frozenset(str(hold) for each in person.bookings for hold in each.holds or ())
        self.everybodys_holds = holds if self.people == 1 else self.everybodys_holds & holds
        for each in person.bookings:
            self._booking(each)

    def _booking(self, booking: Booking) -> None:
        self.bookings += 1
        self.booked += booking.booked_at is not None
        self.holds += len(booking.holds or ())
        self.releases_unknown += bool(booking.release_said)
        self.scheduled += booking.scheduled_release_on is not None
        if booking.scheduled_release_on is not None and booking.released_at is None:
            self.planned[booking.scheduled_release_on] += 1
        for each in booking.charges:
            self._charge(each)

    def _charge(self, charge: Charge) -> None:
        line = line_of(charge.statute, charge.description, charge.named_hold)
        self.charges += 1
        self.statute += charge.statute is not None
        self.doubted_lines += line is HoldLine.DOUBT
        self.graded += charge.grade is not None
        words = f"{charge.statute or ''} {charge.description or ''}"
        if charge.grade is None and line not in HELD and _GRADE.search(words):
            self.speak_of_grade += 1
            self.grade_words = self.grade_words or words.strip()
        if line in HELD:
            self.held_lines += 1
        elif charge.statute:
            self.statutes[charge.statute] += 1
            self._statute(charge.statute)

    def _statute(self, statute: str) -> None:
        self.counted_only += len(statute) < 3 and statute.isdigit()
        if len(statute) > 12 and _is_whole_line(statute):
            self.whole_lines += 1
            self.whole_line = self.whole_line or statute

    def absent(self) -> list[str]:
        """What every roster must tell and this one tells of nobody: empty where it holds nobody."""
        told = {
            "family_name": self.named,
            "given_name": self.given,
            "date_of_birth": self.born,
            "booked_at": self.booked,
            "charges": self.charges,
        }
        return [name for name, count in told.items() if not count] if self.people else []

    def counted(self, rows: int) -> dict[str, int]:
        """What was read, by the names under which a file may count it; lines that are holds are no charges."""
        charges = self.charges - self.held_lines
        return {
            "rows": rows,
            "people": self.people,
            "bookings": self.bookings,
            "charges": charges,
            "holds": self.holds,
        }


def in_custody(booking: Booking, as_of: date | None) -> bool:
    """Whether the booking keeps the person on `as_of`: not released, or released on a later day.

    A release that is written and unknown is no release: nobody is dropped for it, and `release_said` says why it is asked.
    """
    if booking.released_at is None:
        return True
    return as_of is not None and booking.released_at.date() > as_of
