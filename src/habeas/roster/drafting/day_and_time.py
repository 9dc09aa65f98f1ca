"""A day in one column and its time in the next are one moment."""

import re

from habeas.roster.drafting.cells import NEARLY_ALL, Cells
from habeas.roster.drafting.write import Written

_TIMES = (
    (re.compile(r"\d{1,2}:\d{2} ?[AP]M", re.IGNORECASE), "hh:mm AM"),
    (re.compile(r"\d{1,2}:\d{2}:\d{2}"), "hh:mm:ss"),
    (re.compile(r"\d{1,2}:\d{2}"), "hh:mm"),
    (re.compile(r"\d{4}"), "hhmm"),
)


def day_and_time(draft: Written, columns: dict[str, Cells]) -> None:
    """Glue the time of a booking to its day, where a column right beside it holds times and nothing else."""
    day = next((each for each in draft.proposals if each.plain == "booked_at"), None)
    cells = columns[day.source] if day else None
    if day is None or cells is None or cells.date is None or cells.date.with_time:
        return
    places = list(columns)
    after = places.index(day.source) + 1
    for source in places[after : after + 1]:
        form = next((form for pattern, form in _TIMES if _are(columns[source], pattern)), "")
        if form and "time" in columns[source].spelled:
            day.plain = ""
            draft.glued["booked_at"] = ([f"{{{day.source}}} {{{source}}}"], "a day beside its time")
            draft.forms["booked_at"] = [f"{cells.date.form or 'yyyy-mm-dd'} {form}"]
            for each in draft.proposals:
                if each.source == source:
                    each.plain, each.meaningless = "", True


def _are(cells: Cells, pattern: re.Pattern[str]) -> bool:
    return bool(cells.filled) and cells.share(lambda each: bool(pattern.fullmatch(each))) >= NEARLY_ALL
