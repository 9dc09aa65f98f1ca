"""The rules a class of people may be asked by, one function a rule: it reads the filter's value and returns the test.

A test answers true, false, or None where the record does not say. A value that cannot be read raises RuleError, whose words
follow the rule's name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.offenses.classify import CLASSES, ClassFinding
from habeas.offenses.reading import StatuteReading, read_statute
from habeas.roster.countries import NOT_US, country_code
from habeas.roster.records import Booking, Charge, Person

SEXES = {"m": "M", "male": "M", "f": "F", "female": "F"}
GRADES = frozenset({"felony", "misdemeanor", "infraction"})
DISPOSITIONS: Mapping[str, frozenset[str]] = {
    "charged": frozenset({"pending", "held_to_answer"}),
    **{
        word: frozenset({word})
        for word in ("pending", "held_to_answer", "convicted", "dismissed", "acquitted", "vacated")
    },
}
"""A disposition as a filter may ask for it, with the dispositions on record that it means."""


class RuleError(Exception):
    """A rule of a class cannot be read, or contradicts itself."""


@dataclass(frozen=True, slots=True)
class PersonAt:
    """One person on one day, with the booking that keeps them."""

    person: Person
    booking: Booking
    as_of: date


@dataclass(frozen=True, slots=True)
class ChargeAt:
    """One charge with what the offenses room finds of each class of offenses."""

    charge: Charge
    classes: Mapping[str, ClassFinding]
    in_doubt: bool = False
    """Whether the line may be a hold rather than a charge."""
    place: str | None = None
    """Where it is charged, which says whose code a short name means."""


PersonTest = Callable[[PersonAt], bool | None]
ChargeTest = Callable[[ChargeAt], bool | None]


def every(answers: list[bool | None]) -> bool | None:
    """Kleene and."""
    return False if False in answers else None if None in answers else True


def any_of(answers: list[bool | None]) -> bool | None:
    """Kleene or."""
    return True if True in answers else None if None in answers else False


def _terms(value: Any) -> list[str]:
    """The words of a rule: one, or a list of them."""
    terms = value if isinstance(value, list) else [value]
    if not terms or not all(isinstance(each, str) and each.strip() for each in terms):
        raise RuleError("must be a word or a list of words")
    return [each.strip() for each in terms]


def citizenship(value: Any) -> PersonTest:
    """`US`, `not US`, a country, or a list of countries; a record that names none has no answer."""
    terms = _terms(value)
    wanted = {_country(each[4:] if each.casefold().startswith("not ") else each) for each in terms}
    negated = {each.casefold().startswith("not ") for each in terms}
    if len(negated) > 1:
        raise RuleError("asks for a country and against one at once")
    (opposite,) = negated

    def test(at: PersonAt) -> bool | None:
        found = any_of([_is_of(at.person.citizenship, code) for code in wanted])
        return None if found is None else found is not opposite

    return test


def _country(text: str) -> str:
    code = country_code(text.strip(), "iso")
    if code is None:
        raise RuleError(f'names "{text[:40]}", which is no one country')
    return code


def _is_of(recorded: str | None, code: str) -> bool | None:
    if recorded is None:
        return None
    if recorded == NOT_US:
        return False if code == "US" else None
    return recorded == code


def sex(value: Any) -> PersonTest:
    """M or F, as recorded."""
    wanted = {SEXES.get(each.casefold()) for each in _terms(value)}
    if len(wanted) != 1 or None in wanted:
        raise RuleError("must be M or F")
    (code,) = wanted

    def test(at: PersonAt) -> bool | None:
        recorded = SEXES.get((at.person.sex or "").casefold())
        return None if recorded is None else recorded == code

    return test


def _held_in(name: str) -> Callable[[Any], PersonTest]:
    def rule(value: Any) -> PersonTest:
        wanted = {each.casefold() for each in _terms(value)}

        def test(at: PersonAt) -> bool | None:
            recorded = getattr(at.booking, name)
            return None if not recorded else recorded.strip().casefold() in wanted

        return test

    return rule


def booked_at(value: Any) -> PersonTest:
    """`{"from": day, "to": day}`, both days counted; one may be left out."""
    if not isinstance(value, Mapping) or not value or set(value) - {"from", "to"}:
        raise RuleError('must be {"from": day, "to": day}')
    first, last = (_day(value[key]) if key in value else None for key in ("from", "to"))
    if first and last and last < first:
        raise RuleError("ends before it begins")

    def test(at: PersonAt) -> bool | None:
        if at.booking.booked_at is None:
            return None
        booked = at.booking.booked_at.date()
        return (first is None or first <= booked) and (last is None or booked <= last)

    return test


def in_custody_on(value: Any) -> PersonTest:
    """A day: answered on that day alone, since an export does not hold who left before it was drawn."""
    wanted = _day(value)
    return lambda at: True if at.as_of == wanted else None


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise RuleError(f'holds "{str(value)[:20]}", which is no day like 2025-07-17') from None


def charge_grade(value: Any) -> ChargeTest:
    """`felony`, `misdemeanor`, `infraction`: the recorded grade, else what the offense itself tells."""
    wanted = set(_terms(value))
    if wanted - GRADES:
        raise RuleError(f"must be among {', '.join(sorted(GRADES))}")

    def test(at: ChargeAt) -> bool | None:
        if at.charge.grade is not None:
            return at.charge.grade in wanted
        if wanted & {"infraction"}:
            return None
        return any_of([at.classes[f"grade_{each}"].value for each in wanted])

    return test


def charge_class(value: Any) -> ChargeTest:
    """A class of offenses the offenses room knows (`violent`, `serious`, `dui` …); of several, any."""
    wanted = _terms(value)
    unknown = sorted(set(wanted) - set(CLASSES))
    if unknown:
        raise RuleError(f'names "{unknown[0][:40]}", which is no class of offenses that Habeas reads')
    return lambda at: any_of([at.classes[each].value for each in wanted])


def statute(value: Any) -> ChargeTest:
    """A section, or a list of sections; a charge whose section cannot be read has no answer unless it is written the same."""
    terms = _terms(value)
    written = {each.casefold() for each in terms}

    def test(at: ChargeAt) -> bool | None:
        text = (at.charge.statute or "").strip()
        if text.casefold() in written:
            return True
        charged = read_statute(text, place=at.place)
        return any_of([_same_section(charged, read_statute(each, place=at.place)) for each in terms])

    return test


def _same_section(charge: StatuteReading, wanted: StatuteReading) -> bool | None:
    if not charge.sections or not wanted.sections:
        return None
    if not any(mine.within(theirs) for mine in charge.sections for theirs in wanted.sections):
        return False
    return True if _preparation(charge) == _preparation(wanted) else None


def _preparation(reading: StatuteReading) -> tuple[bool, ...]:
    """Whether the section is charged as an attempt, a conspiracy, a solicitation, an accessory's crime or an aider's."""
    return (reading.attempt, reading.conspiracy, reading.solicitation, reading.accessory, reading.aid)


def disposition(value: Any) -> ChargeTest:
    """`charged` (not disposed of), `convicted` and the other dispositions; of several, any."""
    terms = _terms(value)
    if set(terms) - set(DISPOSITIONS):
        raise RuleError(f"must be among {', '.join(sorted(DISPOSITIONS))}")
    wanted = frozenset().union(*(DISPOSITIONS[each] for each in terms))
    return lambda at: None if at.charge.disposition is None else at.charge.disposition in wanted


PERSON_RULES: Mapping[str, Callable[[Any], PersonTest]] = {
    "citizenship": citizenship,
    "sex": sex,
    "facility": _held_in("facility"),
    "housing": _held_in("housing"),
    "booked_at": booked_at,
    "in_custody_on": in_custody_on,
}
CHARGE_RULES: Mapping[str, Callable[[Any], ChargeTest]] = {
    "charge_grade": charge_grade,
    "charge_class": charge_class,
    "statute": statute,
    "disposition": disposition,
}
