"""A day in one column and its time in the next are one moment."""

import re

from habeas.roster.date_words import CENTURY, JULIAN
from habeas.roster.drafting.cells import NEARLY_ALL, Cells
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.write import Written
from habeas.roster.unknowns import is_no_date

_TIMES = (
    (re.compile(r"\d{1,2}:\d{2} ?[AP]M", re.IGNORECASE), "hh:mm AM"),
    (re.compile(r"\d{1,2}:\d{2}:\d{2}"), "hh:mm:ss"),
    (re.compile(r"\d{1,2}:\d{2}"), "hh:mm"),
    (re.compile(r"\d{4}"), "hhmm"),
    (re.compile(r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d"), "hhmmss"),
)


_TIMED = re.compile(r"time|hour|hrs|\bhora\b|(?<![A-Za-z])tm(?![A-Za-z])|Tm(?![a-z])|TM(?![a-z])", re.IGNORECASE)
"""Headers of times of day, whatever else they say."""


def day_and_time(draft: Written, columns: dict[str, Cells]) -> None:
    """Glue the time of a booking and of a release to its day, where a column of its name, or right beside it, holds times alone."""
    for plain in ("booked_at", "released_at"):
        day = next((each for each in draft.proposals if each.plain == plain), None)
        cells = columns[day.source] if day else None
        if day is not None and cells is not None and cells.date is not None and not cells.date.with_time:
            _glue(draft, columns, day, plain)


def _glue(draft: Written, columns: dict[str, Cells], day: Proposal, plain: str) -> None:
    cells, places = columns[day.source], list(columns)
    after = places.index(day.source) + 1
    named = [each for each in places if _time_of(columns[each]) == cells.spelled != columns[each].spelled]
    for source in named[:1] or places[after : after + 1]:
        form = next((form for pattern, form in _TIMES if _are(columns[source], pattern)), "")
        timed = _TIMED.search(source) or source.isdigit() or "time" in columns[source].spelled.split("_")
        if form and timed and cells.date is not None:
            day.plain = ""
            draft.glued[plain] = ([f"{{{day.source}}} {{{source}}}"], "a day beside its time")
            day_form = cells.date.form or "yyyy-mm-dd"
            draft.forms[plain] = [day_form if day_form in {CENTURY, JULIAN} else f"{day_form} {form}"]
            told = zip(cells.all, columns[source].all, strict=False)
            none = dict.fromkeys(f"{one} {time}".strip() for one, time in told if one and is_no_date(one))
            draft.unknown |= {plain: [*none]} if none else {}
            for each in draft.proposals:
                if each.source == source:
                    each.plain, each.meaningless = "", True


def _time_of(cells: Cells) -> str:
    """The header of the day to which a header of times belongs: `booking_time` goes with `booking_date`."""
    return "_".join("date" if each == "time" else each for each in cells.spelled.split("_"))


def _are(cells: Cells, pattern: re.Pattern[str]) -> bool:
    return bool(cells.filled) and cells.share(lambda each: bool(pattern.fullmatch(each))) >= NEARLY_ALL
