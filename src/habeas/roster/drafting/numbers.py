"""Which columns of numbers are the booking's and the person's where no header says so, and what may stand in for a booking's."""

import re

from habeas.roster.columns import FULL_NAME
from habeas.roster.drafting.cells import MOST, Cells
from habeas.roster.drafting.headers import STANDS_IN
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.questions import answers_a_question
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.values import OUR_NUMBERS

STANDS_FOR = "the person's number stands in for it"


_OF_PERSONS = re.compile(r"\b(doc|dc|idoc|ident|identification) ?(no|num|number|nbr|id|#)$")
"""Headers of a person's number beside a booking's, where each booking has one and hardly two share it."""


def _stands(cells: Cells) -> bool:
    """Whether a header names a number that may stand in for a booking's."""
    ways = (cells.words, spelled_out(cells.header or cells.source))
    return any(STANDS_IN.match(each.replace("_", " ")) for each in ways)


def _may_be_bookings(cells: Cells) -> bool:
    digits = all(each.replace(",", "").replace(".", "").isdigit() for each in cells.told)
    return not cells.told or is_number("booking_id", cells, digits)


def stand_in(found: list[Proposal], every: list[Cells]) -> None:
    """Without a booking's number: the number of an arrest, an admission or an identification that its header names."""
    for proposal, cells in zip(found, every, strict=True):
        if not proposal.plain and _stands(cells) and _may_be_bookings(cells):
            proposal.plain, proposal.why = (
                "booking_id",
                f"no booking number is there, and {cells.source} may stand in: make sure",
            )
            return


def beside_person(found: list[Proposal], every: list[Cells]) -> None:
    """Without a booking's number, the one other column with a number for each person of a known number is the booking's."""
    person = next((cells for each, cells in zip(found, every, strict=True) if each.plain == "person_id"), None)
    others = [
        proposal
        for proposal, cells in zip(found, every, strict=True)
        if person is not None
        and not proposal.plain
        and not proposal.meaningless
        and cells.of in {"", "person"}
        and _is_each_ones(cells, person)
        and not _names_something_else(cells)
    ]
    if len(others) == 1:
        others[0].plain = "booking_id"
        others[
            0
        ].why = "no header says so; the only column with a number for each person beside the person's own: make sure"


def _names_something_else(cells: Cells) -> bool:
    """Whether a header says that its numbers are something else: a court's case, a state's or the FBI's number, a phone."""
    return bool(cells.meanings) and cells.meanings[0] not in {"booking_id", "person_id", FULL_NAME}


def of_person(found: list[Proposal]) -> None:
    """Without any other number the person's own stands in for the booking's: one booking a person."""
    person = next((each for each in found if each.plain == "person_id"), None)
    if person is not None:
        person.plain, person.why = (
            "booking_id",
            f"no booking number is there; {STANDS_FOR}: make sure",
        )


def person_by_number(found: list[Proposal], every: list[Cells]) -> None:
    """Beside a booking's number, the one other column of numbers that has one for each booking is the person's."""
    booking = next((cells for each, cells in zip(found, every, strict=True) if each.plain == "booking_id"), None)
    if booking is None or any(each.plain == "person_id" for each in found):
        return
    others = [
        proposal
        for proposal, cells in zip(found, every, strict=True)
        if not proposal.plain
        and not proposal.meaningless
        and cells.of in {"", "person"}
        and "." not in proposal.source
        and _is_each_ones(cells, booking)
        and (_one_persons(cells, found, every) or _OF_PERSONS.search(cells.words.replace("_", " ")))
    ]
    if len(others) == 1:
        others[0].plain = "person_id"
        others[0].why = "no header says so; the only other column with a number for each booking: make sure"


def by_year(numbers: list[tuple[Proposal, Cells]], columns: list[Cells]) -> bool:
    """Of two numbers that no header tells apart, the one that begins with the year of the bookings is theirs. Whether that told them."""
    days = [each.date for each in columns if each.date is not None and each.date.middle.year > 2015]
    last = min((each.last.year for each in days), default=0)
    own = [cells.share(lambda text: text.startswith((str(last), f"{last % 100:02}"))) >= MOST for _, cells in numbers]
    if not last or len(numbers) != 2 or own.count(True) != 1:
        return False
    for (proposal, _), is_booking in zip(numbers, own, strict=True):
        proposal.plain = "booking_id" if is_booking else "person_id"
        proposal.why = f"{'it' if is_booking else 'the other number'} begins with the year of the bookings, and no head says so: make sure"
    return True


def may_number(cells: Cells) -> bool:
    """Whether a column without a header that says so may number people or bookings: four digits or more, no weight, date or time of day."""
    measured = re.search(r"time|date|hour|weight|height|\b(wgt|wt|hgt|ht|age)\b", cells.spelled)
    long = cells.share(lambda each: sum(map(str.isdigit, each)) >= 4) >= MOST
    return long and not measured and cells.is_number and cells.date is None


def _one_persons(cells: Cells, found: list[Proposal], every: list[Cells]) -> bool:
    """Whether numbers come again, each with the same name and birth date and never with two: one for each line proves nobody."""
    told = [
        other.all
        for each, other in zip(found, every, strict=True)
        if each.plain in {FULL_NAME, "family_name", "given_name", "date_of_birth"} and len(other.all) == len(cells.all)
    ]
    rows = {(number, who) for number, *who_ in zip(cells.all, *told, strict=True) if number for who in [tuple(who_)]}
    again = sum(map(bool, cells.all)) > len(cells.counts)
    return bool(told) and again and len(rows) == len(cells.counts)


def _is_each_ones(cells: Cells, booking: Cells) -> bool:
    """Whether a column has one number for each booking, and hardly two bookings share one."""
    if not may_number(cells) or len(cells.all) != len(booking.all):
        return False
    pairs = {(number, own) for number, own in zip(booking.all, cells.all, strict=True) if number}
    return len(pairs) == len(booking.counts) and len(cells.counts) >= 0.8 * len(pairs)


def by_number(found: list[Proposal], every: list[Cells], taken: set[str]) -> None:
    """Without a header that says so, the one column of numbers that has one for nearly every booking is the booking's."""
    numbers = [
        (proposal, cells)
        for proposal, cells in zip(found, every, strict=True)
        if not proposal.plain
        and not proposal.meaningless
        and cells.of not in {"charge", "hold", "other"}
        and may_number(cells)
        and len(cells.counts) > 0.2 * len(cells.all)
        and not cells.is_money
    ]
    of_bookings = [each for each in numbers if each[0].source.startswith("bookings.")] or numbers
    if len(of_bookings) == 1:
        of_bookings[0][0].plain, of_bookings[0][0].why = (
            "booking_id",
            "no header says so; the only column of numbers of its kind: make sure",
        )
    others = [
        each
        for each in numbers
        if not each[0].plain and "." not in each[0].source and _one_persons(each[1], found, every)
    ]
    if len(others) == 1 and of_bookings != numbers and "person_id" not in taken:
        others[0][0].plain, others[0][0].why = (
            "person_id",
            "no header says so; the only column of numbers of its kind: make sure",
        )


def is_number(name: str, cells: Cells, digits: bool) -> bool:
    """A number of somebody: no charge, and no yes or no."""
    asked = answers_a_question(cells.all) and not (name in OUR_NUMBERS and digits)
    return (cells.is_number or len(cells.counts) == 1) and not cells.is_statute_like and not asked
