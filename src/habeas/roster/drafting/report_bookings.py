"""The bookings of a report: told by how their numbers are written, the person's number beside them, and codes beside sections."""

import re
from collections import Counter
from datetime import date

from habeas.roster.drafting.cells import Judge
from habeas.roster.drafting.line_bands import ANY, LABEL, Band, band_of, fits
from habeas.roster.drafting.numbers import STANDS_FOR, by_year, may_number
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.sheets import Sheet

CODE, SECTION = "statute_code", "statute_section"
"""What the ruler calls the code and the section of a statute where they stand in two cells."""
SPAN = re.compile(r"\d+-\d+")
_SHAPED = frozenset({"date_of_birth", "booked_at"})
"""Cells whose shape tells, beside the number's, whether a line stands where the ruler says."""
MOST_SHAPES = 4
"""In how many ways the numbers of one export are written."""


def with_others(
    booked: Band, written: list[str], heading: list[str], by: tuple[Judge, date | None], sheet: Sheet | None
) -> Band:
    """The band of bookings told by how their numbers are written: with the lines that lack a date, without others that begin so.

    A name begins with a letter, and so does an address below it.
    """
    number = next(
        (each for each in booked.proposals if each.plain == "booking_id" and SPAN.fullmatch(each.source)), None
    )
    if number is None or LABEL.match(booked.begins):
        return booked
    first, last = map(int, number.source.split("-"))
    counts = Counter(_shape_of_number(line[first - 1 : last].strip()) for line in booked.lines)
    shapes = sorted(each for each, count in counts.items() if each and count > 0.03 * len(booked.lines))
    if not shapes or len(shapes) > MOST_SHAPES or not all("9999" in each.replace("-", "") for each in shapes):
        return booked
    own = booked.begins == ANY
    others = [
        line for line in written if own and line[:1].isalpha() and not fits(line, booked.begins) and line not in heading
    ]
    more = [line for line in others if _shape_of_number(line[first - 1 : last].strip()) in shapes]
    made = band_of(booked.begins, [*booked.lines, *more], heading, by, sheet=sheet) if more else booked
    again = next((each for each in made.proposals if each.plain == "booking_id"), None)
    if again is None:
        return booked
    written_so = {
        each.plain: _shapes_in(each, made.lines)
        for each in made.proposals
        if each.plain in _SHAPED and SPAN.fullmatch(each.source)
    }
    pushed = any(
        _shape_of_number(cell) not in written_so[each.plain]
        for each in made.proposals
        if written_so.get(each.plain)
        for line in made.lines
        if (cell := _cell(each, line))
    )
    # a first cell that is too long pushes the others to the right: told by how they are written
    told = {plain: [*each, ""] for plain, each in written_so.items() if 0 < len(each) <= MOST_SHAPES} if pushed else {}
    made.when = told | {"booking_id": shapes} if len(others) > len(more) or pushed else {}
    made.also = more
    return made


def _cell(proposal: Proposal, line: str) -> str:
    first, last = map(int, proposal.source.split("-"))
    return line[first - 1 : last].strip()


def _shapes_in(proposal: Proposal, lines: list[str]) -> list[str]:
    """In which shapes the cells of a place are written: those of more than three lines in a hundred."""
    counts = Counter(_shape_of_number(cell) for line in lines if (cell := _cell(proposal, line)))
    return sorted(each for each, count in counts.items() if count > 0.03 * len(lines))


def _shape_of_number(text: str) -> str:
    """A number with 9 for each digit and A for each letter."""
    return re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", text))


def of_two_numbers(band: Band) -> None:
    """Tell the booking's number from the person's by the year, where no head said which is which."""
    pairs = list(zip(band.proposals, band.columns, strict=True)) if len(band.proposals) == len(band.columns) else []
    guessed = [each for each, _ in pairs if each.plain == "booking_id" and "no head says" in each.why]
    numbers = [
        (each, cells)
        for each, cells in pairs
        if (not each.plain or each in guessed) and may_number(cells) and len(cells.counts) > 0.5 * len(cells.filled)
    ]
    if guessed and all(each.plain != "person_id" for each in band.proposals):
        by_year(numbers, band.columns)


def code_beside(band: Band | None) -> bool:
    """A section whose code stands in the cell beside it: both get names of their own, and are one statute. Whether it is so."""
    pairs = (
        list(zip(band.proposals, band.columns, strict=True))
        if band and len(band.proposals) == len(band.columns)
        else []
    )
    section = next((each for each, cells in pairs if each.plain == "statute" and cells.reads_as_section), None)
    code = next((each for each, cells in pairs if not each.plain and cells.is_code), None)
    if section is None or code is None:
        return False
    section.plain, code.plain, code.why = SECTION, CODE, "codes beside a section"
    return True


def stands_for_none(more: Band | None, booked: Band) -> None:
    """Beside a booking's own number the person's on another line stands in for none."""
    known = {each.plain for each in booked.proposals}
    for each in more.proposals if more and "booking_id" in known else ():
        if each.plain == "booking_id" and STANDS_FOR in each.why:
            each.plain, each.why = ("", each.why) if "person_id" in known else ("person_id", "its label reads so")
