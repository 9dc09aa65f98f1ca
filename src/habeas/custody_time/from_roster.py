"""Release cases from a roster: one case a booking, a term for each sentenced charge, with what the record does not say as unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from habeas.custody_time.case import JAIL_KINDS, LATEST, MOST_DAYS, CustodyInterval, ReleaseCase, Sentence
from habeas.offenses.classify import classify
from habeas.offenses.degrees import crime_of
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.reading import StatuteReading, read_statute
from habeas.roster.hold_lines import charges_of
from habeas.roster.records import Booking, Charge

OPEN = frozenset({"pending", "held_to_answer"})
ENDED = frozenset({"dismissed", "acquitted", "vacated"})


@dataclass(frozen=True, slots=True)
class HoldingGrounds:
    """What keeps a person: the sentenced terms as a case (None: no sentence on record), and every other ground on record, in words.

    `latest` is the last day under any reading: the whole of every jail term, one after another, without a day of credit.
    """

    case: ReleaseCase | None
    also: tuple[str, ...]
    latest: date | None = None


def held_on(booking: Booking, jurisdiction: str) -> HoldingGrounds:
    """Read a booking: its sentenced charges become terms that run at the same time; the rest are other grounds on record."""
    sentenced = [charge for charge in charges_of(booking) if _is_sentenced(charge)]
    terms = tuple(_term(charge, booking, number, jurisdiction) for number, charge in enumerate(sentenced, 1))
    also = tuple(_also(booking))
    if not terms:
        return HoldingGrounds(None, also)
    case = ReleaseCase(booking.booking_id, jurisdiction, terms=terms) if len(terms) > 1 else terms[0]
    return HoldingGrounds(case, also, _latest(terms, booking))


def _latest(terms: tuple[ReleaseCase, ...], booking: Booking) -> date | None:
    """None where a length or a day is missing, or a term is not the jail's."""
    begun = [term.sentenced_on for term in terms if term.sentenced_on] + (
        [booking.booked_at.date()] if booking.booked_at else []
    )
    lengths = [
        term.sentence.days
        for term in terms
        if term.sentence and term.sentence.kind in JAIL_KINDS and term.sentence.days
    ]
    if len(lengths) < len(terms) or len(begun) <= len(terms) or sum(lengths) > MOST_DAYS or max(begun) > LATEST:
        return None
    return max(begun) + timedelta(days=sum(lengths))


def _is_sentenced(charge: Charge) -> bool:
    if charge.disposition in OPEN | ENDED:
        return False
    return charge.sentence_kind is not None or charge.sentence_days is not None


def _also(booking: Booking) -> list[str]:
    charges = charges_of(booking)
    pending = sum(charge.disposition in OPEN for charge in charges)
    unknown = sum(charge.disposition is None and not _is_sentenced(charge) for charge in charges)
    waiting = sum(charge.disposition == "convicted" and not _is_sentenced(charge) for charge in charges)
    counted = (
        (pending, "charge", "pending"),
        (waiting, "charge", "convicted without a sentence on record"),
        (unknown, "charge", "without a disposition on record"),
        (len(booking.holds or ()), "hold", "on record"),
    )
    return [f"{count} {what}{'s' if count > 1 else ''} {how}" for count, what, how in counted if count]


def _term(charge: Charge, booking: Booking, number: int, jurisdiction: str) -> ReleaseCase:
    violent, murder = _classes(charge, jurisdiction)
    return ReleaseCase(
        charge.charge_id or f"charge {number}",
        jurisdiction,
        offense_on=charge.offense_on,
        custody=_custody(booking, charge.disposed_on),
        sentenced_on=charge.disposed_on,
        sentence=Sentence(_length(charge), charge.sentence_kind),
        violent=violent,
        murder=murder,
        case_number=charge.case_number,
    )


def _length(charge: Charge) -> int | None:
    """The days of the sentence; a number no sentence can have is not known."""
    days = charge.sentence_days
    return days if days is not None and 0 < days <= MOST_DAYS else None


def _custody(booking: Booking, sentenced_on: date | None) -> tuple[CustodyInterval, ...]:
    """From booking to sentence; where the sentence is older than the booking, the days before it are not on this record."""
    if booking.booked_at is None or sentenced_on is None or booking.booked_at.date() > sentenced_on:
        return ()
    return (CustodyInterval(booking.booked_at.date(), sentenced_on),)


def _classes(charge: Charge, place: str) -> tuple[bool | None, bool | None]:
    """Whether the charge is violent and whether it is murder, by its section, grade and the law on the day of conviction."""
    on = charge.disposed_on or charge.offense_on
    if charge.grade in {"misdemeanor", "infraction"}:
        return False, False
    if charge.statute is None or on is None:
        return None, None
    reading = read_statute(charge.statute, place=place)
    facts = ChargeFacts(reading, charge.grade, sentence=charge.sentence_kind, description=charge.description)
    return _violent(facts, on), _murder(reading)


@lru_cache(maxsize=1 << 14)
def _violent(facts: ChargeFacts, on: date) -> bool | None:
    """Kept, because a roster has many charges alike."""
    return classify(facts, on)["violent"].value


def _murder(reading: StatuteReading) -> bool | None:
    if not reading.sections:
        return None
    merely = reading.attempt or reading.conspiracy or reading.solicitation or reading.accessory
    murders = [(crime_of(section) or section).number == "187" and section.code == "PC" for section in reading.sections]
    if len(set(murders)) > 1:
        return None
    return not merely and murders[0]
