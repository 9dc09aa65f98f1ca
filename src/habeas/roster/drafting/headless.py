"""A table without a header: what each column is, told by its cells and its place alone. Each such guess is to be made sure of."""

import itertools
import re
from collections.abc import Callable

from habeas.roster.columns import FULL_NAME
from habeas.roster.drafting.cells import MOST, Cells, days_of
from habeas.roster.drafting.name_parts import names_in_turn
from habeas.roster.drafting.numbers import by_year, may_number, person_by_number
from habeas.roster.drafting.proposal import Proposal

_SURE = "its cells and its place, and no header says so: make sure"
_CASE = re.compile(r"(?=.*\d)(?=.*[A-Za-z\-])[A-Za-z0-9][\w\-/.]{4,24}")


def without_header(proposals: list[Proposal], columns: list[Cells]) -> None:
    """Tell the columns of a table without a header: the booking's number, the parts of a name, coming and going, bail and case."""
    plain = {each.plain for each in proposals}
    if not plain & {"full_name", "family_name"} and not _whole(proposals, columns):
        _names(proposals, columns)
    _number(proposals, columns)
    _of_two(proposals, columns)
    person_by_number(proposals, columns)
    _booked(proposals, columns)
    _release(proposals, columns)
    bail_and_case(proposals, columns)


def bail_and_case(proposals: list[Proposal], columns: list[Cells]) -> None:
    """Tell the one column of round amounts as bail and the one of numbers of cases, where no column is that yet."""
    plain = {each.plain for each in proposals}
    if "bail" not in plain:
        _take(proposals, columns, "bail", _are_amounts)
    if "case_number" not in plain:
        _take(proposals, columns, "case_number", _are_cases)


def _names(proposals: list[Proposal], columns: list[Cells]) -> None:
    """The parts of a name: cells of letters one behind the other, before the first date or sex."""
    born = next((place for place, each in enumerate(columns) if each.date is not None), len(columns))
    names_in_turn(proposals[:born], columns[:born])


def _whole(proposals: list[Proposal], columns: list[Cells]) -> bool:
    """A column of whole names without a comma, their order told by where initials stand."""
    for proposal, cells in zip(proposals, columns, strict=True):
        words = cells.share(lambda each: 2 <= len(each.split()) <= 4)
        many = len(cells.counts) > max(5, 0.2 * len(cells.filled))
        if (
            not proposal.plain
            and cells.name_order
            and words >= MOST
            and many
            and not cells.holds
            and not cells.sections_with_words
        ):
            proposal.plain, proposal.forms = FULL_NAME, [cells.name_order]
            proposal.why = f"whole names, their order told by where initials stand; {_SURE}"
            return True
    return False


def _booked(proposals: list[Proposal], columns: list[Cells]) -> None:
    """Days with times of day in the next column are those of the booking, where no other are."""
    if any(each.plain == "booked_at" for each in proposals):
        return
    for place, (day, time) in enumerate(itertools.pairwise(columns)):
        free = not proposals[place].plain and not proposals[place + 1].plain
        if free and day.date is not None and not day.date.with_time and time.are_times:
            proposals[place].plain, proposals[place].why = "booked_at", f"a day beside a time of day; {_SURE}"
            proposals[place].forms = [day.date.form] if day.date.form else []
            return


def _number(proposals: list[Proposal], columns: list[Cells]) -> None:
    """The first number of its kind is the booking's; another proves nobody, and is asked about."""
    for each in proposals:
        if each.plain in {"booking_id", "person_id"}:
            each.plain = ""
    for proposal, cells in zip(proposals, columns, strict=True):
        if not proposal.plain and may_number(cells) and not _CASE.fullmatch(cells.filled[0]) and _is_each_rows(cells):
            proposal.plain, proposal.why = "booking_id", _SURE
            return


def _of_two(proposals: list[Proposal], columns: list[Cells]) -> None:
    """The booking's number and another one, told apart by the year of the bookings."""
    pairs = list(zip(proposals, columns, strict=True))
    by_year(
        [
            pair
            for pair in pairs
            if pair[0].plain in {"", "booking_id"} and may_number(pair[1]) and _is_each_rows(pair[1])
        ],
        columns,
    )


def _is_each_rows(cells: Cells) -> bool:
    return len(cells.filled) == len(cells.all)


def _release(proposals: list[Proposal], columns: list[Cells]) -> None:
    """A column of days that never lie before the booking's of the same row: a release, to come where most lie behind every booking."""
    booked = next((at for at, each in enumerate(proposals) if each.plain == "booked_at"), None)
    if booked is None or columns[booked].date is None:
        return
    came = days_of(columns[booked])
    for proposal, cells in zip(proposals, columns, strict=True):
        later = days_of(cells) if not proposal.plain and cells.date is not None else []
        pairs = [(one, two) for one, two in zip(came, later, strict=False) if one and two]
        if pairs and all(one <= two for one, two in pairs):
            timed = cells.date is not None and cells.date.with_time  # a release to come has a day alone
            to_come = not timed and min(two for _, two in pairs) > max(filter(None, came))
            proposal.plain = "scheduled_release_on" if to_come else "released_at"
            proposal.why = f"no day of it is before the booking's of its row; {_SURE}"
            proposal.forms = [cells.date.form] if cells.date and cells.date.form else []
            return


def _take(proposals: list[Proposal], columns: list[Cells], plain: str, fits: Callable[[Cells], bool]) -> None:
    """Give a plain column to the one column that fits it; to none where several do."""
    found = [each for each, cells in zip(proposals, columns, strict=True) if not each.plain and fits(cells)]
    if len(found) == 1:
        found[0].plain, found[0].why = plain, _SURE


def _are_amounts(cells: Cells) -> bool:
    """Whether a column holds round amounts, or amounts with cents."""
    amounts = [
        float(text.strip("$").replace(",", "")) for text in cells.counts if re.fullmatch(r"\$?[\d,]+(\.\d\d)?", text)
    ]
    whole = len(amounts) == len(cells.counts) and bool(amounts) and max(amounts) >= 500
    return whole and all(each % 50 == 0 for each in amounts)


def _are_cases(cells: Cells) -> bool:
    """Whether a column holds numbers of cases: letters and digits, nearly every row another."""
    many = len(cells.counts) > 0.6 * max(1, len(cells.filled))
    return many and cells.date is None and cells.share(lambda each: bool(_CASE.fullmatch(each))) >= MOST
