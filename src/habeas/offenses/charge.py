"""One charge on one day: its section, its grade, and every kind of punishment that the section and the record leave open."""

from datetime import date

from habeas.offenses.at_odds import court_at_odds, grade_at_odds
from habeas.offenses.codes import CALIFORNIA
from habeas.offenses.degrees import crime_of
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.kinds import BEFORE_1170H, RULED_OUT
from habeas.offenses.lists import Punishment, punishment_of
from habeas.offenses.reading import Section
from habeas.offenses.wrong_code import is_known, misplaced

REALIGNMENT = date(2011, 10, 1)
"""The first day of Penal Code 1170(h) (Stats. 2011, ch. 15); no felony was served in county jail under it before."""
PROP47_LIMIT = 950.0
PROP47_DAY = date(2014, 11, 5)
"""The day after the election of 4 November 2014, on which Penal Code 473(b) was amended by initiative."""
FORGERIES = frozenset({"470", "475", "476"})
"""What Penal Code 473 punishes by value: a misdemeanor or a felony above 950 dollars, by its (b) a misdemeanor up to that."""
UNREAD = "Which section, and what is it punished with?"
"""What is asked of a charge of which nothing was understood."""


class ChargeOnDay:
    """One charge on one day, with the kind of its punishment worked out once."""

    def __init__(self, facts: ChargeFacts, on: date) -> None:
        self.facts, self.on = facts, on
        wrong = misplaced(facts.reading, on) or court_at_odds(facts)
        one = len(facts.reading.sections) == 1 and wrong is None
        self.section: Section | None = facts.reading.sections[0] if one else None
        self.question = facts.reading.question or wrong or UNREAD
        self.californian = self.section is not None and self.section.code in CALIFORNIA
        self.grade = _grade(facts)
        self.indirect = facts.reading.solicitation or facts.reading.accessory
        own = Section("PC", "653f") if facts.reading.solicitation else Section("PC", "32")
        punished = (facts.reading.before or own) if self.indirect and self.section else self.section
        rows = _punished(punished, on) if punished else ()
        self.by_section = frozenset(_on_day(_kind(row, self), on) for row in self._of_value(rows))
        self.kinds = self.by_section - RULED_OUT.get(self.grade or "", frozenset()) or self.by_section
        self.grade_asked = grade_at_odds(facts, self.by_section)
        self.sureness = _weakest({row.sure_on(on) for row in rows})

    def _of_value(self, rows: tuple[Punishment, ...]) -> tuple[Punishment, ...]:
        """What its value leaves of a forgery: 473(b) stops at 950 dollars, and takes every check and note (476) up to it."""
        value, section = self.facts.property_value, self.section
        if (
            value is None
            or section is None
            or section.code != "PC"
            or section.number not in FORGERIES
            or self.on < PROP47_DAY
        ):
            return rows
        over = value > PROP47_LIMIT
        if not over and section.number != "476":
            return rows
        return tuple(row for row in rows if row.kind.startswith("wobbler") is over) or rows

    @property
    def is_known(self) -> bool:
        """Whether it is a section of California that some table of ours has: of another one no closed list says no."""
        return self.californian and self.section is not None and is_known(self.section)

    def every_kind_in(self, wanted: frozenset[str]) -> bool:
        """Whether each kind of punishment that the section and the record leave open is one of `wanted`."""
        return bool(self.kinds) and self.kinds <= wanted

    @property
    def name(self) -> str:
        """The section as the case files spell it."""
        return self.facts.reading.canonical or "the charge"


def _punished(section: Section, on: date) -> tuple[Punishment, ...]:
    """How the section is punished; one that only sets a degree or a punishment, as the crime whose it is."""
    rows = punishment_of(section, on)
    crime = None if rows else crime_of(section)
    return punishment_of(crime, on) if crime else rows


def _grade(facts: ChargeFacts) -> str | None:
    if facts.reduced_on is not None:
        return "misdemeanor"
    return facts.grade or facts.reading.grade_hint


def _kind(row: Punishment, charge: ChargeOnDay) -> str:
    """The kind, with degree and value resolved where the record tells them."""
    if row.kind == "by_degree":
        return {"first": "felony_state_prison", "second": "wobbler_1170h"}.get(degree_of(charge.facts) or "", row.kind)
    if row.kind == "by_value":
        return _by_value(charge)
    if row.kind in {"misdemeanor_unless", "misdemeanor_or_infraction"} and charge.grade == "misdemeanor":
        return "straight_misdemeanor"
    if row.kind == "misdemeanor_or_infraction" and charge.grade == "infraction":
        return "infraction"
    return row.kind


def _by_value(charge: ChargeOnDay) -> str:
    """Above the limit it may be charged either way; a felony of a small value is one for a prior, and served alike."""
    value = charge.facts.property_value
    if charge.grade == "felony" or (value is not None and value > PROP47_LIMIT):
        return "wobbler_1170h"
    return "by_value" if value is None else "straight_misdemeanor"


def _on_day(kind: str, day: date) -> str:
    return kind if day >= REALIGNMENT else BEFORE_1170H.get(kind, kind)


def _weakest(found: set[str]) -> str:
    """How sure several rows are together; nothing is unverified."""
    return next((each for each in ("unverified", "secondary", "verified") if each in found), "unverified")


def degree_of(facts: ChargeFacts) -> str | None:
    """The degree that the record names, None where it names none or both."""
    given = f"{facts.degree or ''} {facts.description or ''} {facts.reading.degree_hint or ''}".lower()
    found = [
        word
        for word, marks in {"first": ("first", "1st"), "second": ("second", "2nd")}.items()
        if any(mark in given for mark in marks)
    ]
    return found[0] if len(found) == 1 else None
