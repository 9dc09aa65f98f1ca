"""How dates are written, worked out from the dates themselves: which run is a weekday, a month, a year, a time."""

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Iterator

_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?|(?<=[ ,@-])(?:[01]\d|2[0-3])[0-5]\d$", re.IGNORECASE)
_RUNS = re.compile(r"[^\W\d_]+|\d+|\s+|\0|.")
_HELD = "\0"
"""Where the time of day stands."""
_WORDS = {
    name.lower(): form for names, form in ((calendar.day_name, "weekday"), (calendar.day_abbr, "ddd")) for name in names
}
_MONTHS = {
    name.lower(): form
    for names, form in ((calendar.month_name, "Month"), (calendar.month_abbr, "MON"))
    for name in names
    if name
}
_BETWEEN = frozenset({"at", "on", "t"})
_MOST_SHAPES = 4


def forms_by_shape(values: Iterable[str]) -> list[str]:
    """The forms that the most frequent shapes of the values may have, month first before day first; none for what is no date."""
    counts = Counter(form for value in values if len(value) < 40 for form in _forms(" ".join(value.split())))
    return [form for form, _ in counts.most_common(_MOST_SHAPES)]


def _forms(value: str) -> Iterator[str]:
    """The forms of one value; four digits at its end are a time of day only where a year stands before them."""
    time = _TIME.search(value)
    yield from [*_of(value, time)] or (_of(value, None) if time else [])


def _of(value: str, time: re.Match[str] | None) -> Iterator[str]:
    """The forms of a value whose time of day stands there."""
    clock = _clock(time[0]) if time else ""
    runs = _RUNS.findall(value[: time.start()] + _HELD + value[time.end() :] if time else value)
    words = [_word(each) for each in runs]
    numbers = [place for place, each in enumerate(runs) if each.isdigit()]
    if None in words:
        return
    named = any(each in {"MON", "Month"} for each in words)
    for order in _orders([runs[place] for place in numbers], named=named):
        told = [each or "" for each in words]
        for place, part in zip(numbers, order, strict=True):
            told[place] = part
        yield "".join(told).replace(_HELD, clock)


def _word(run: str) -> str | None:
    """A run that is no number as a form writes it; None for a word that no date has."""
    if not run.isalpha():
        return run
    low = run.lower()
    return _WORDS.get(low) or _MONTHS.get(low) or (run if low in _BETWEEN else None)


def _clock(text: str) -> str:
    """A time of day as a form writes it."""
    half = re.search(r"(\s?)[AP]M$", text, re.IGNORECASE)
    plain = text[: half.start()] if half else text
    form = "hhmm" if ":" not in plain else "hh:mm:ss" if plain.count(":") > 1 else "hh:mm"
    return form + (f"{half[1]}AM" if half else "")


def _orders(numbers: list[str], *, named: bool) -> list[tuple[str, ...]]:
    """What the numbers of a day may be, in their order. `named`: a word tells the month."""
    lengths = [len(each) for each in numbers]
    if named and len(numbers) == 2:
        first, last = lengths
        years = {2: "yy", 4: "yyyy"}
        if first <= 2 and last in years:
            return [("dd", years[last])]
        return [("yyyy", "dd")] if first == 4 and last <= 2 else []
    if named or len(numbers) != 3:
        return []
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        return [("yyyy", "mm", "dd")]
    if max(lengths[:2]) <= 2 and lengths[2] in {2, 4}:
        year = "yyyy" if lengths[2] == 4 else "yy"
        return [("mm", "dd", year), ("dd", "mm", year)]
    return []
