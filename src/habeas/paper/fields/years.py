"""Days whose year is not written whole: of birth, where one century alone can be meant; of an answer, where the letter says its own day."""

import re
from dataclasses import replace
from datetime import date, timedelta

from habeas.paper.fields.extract import ABSENT, Gathered
from habeas.paper.fields.value_patterns import find_date

_SHORT = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{2})(?!\d)")
_YOUNGEST, _OLDEST = 14, 100
"""Years of age between which somebody is whom a paper about a prisoner names."""


def born_in(text: str, made: str) -> str | None:
    """The day of birth in a text with a year of two digits, where only one century makes a person of 14 to 100 at the day `made`."""
    hit = _SHORT.search(text)
    year = int(made[:4]) if re.match(r"\d{4}-", made) else 0
    fits = [each for each in (1900, 2000) if hit and _YOUNGEST <= year - each - int(hit[3]) <= _OLDEST]
    if hit is None or len(fits) != 1:
        return None
    found = find_date(f"{hit[1]}/{hit[2]}/{fits[0] + int(hit[3])}")
    return found.value if found else None


def settle_birth(gathered: Gathered) -> None:
    """Read a birth date with a year of two digits by the paper's own day; a person confirms it."""
    born, made = gathered.fields.get("date_of_birth", ABSENT), gathered.fields.get("issued_on", ABSENT)
    if born.value or not born.words or not isinstance(made.value, str):
        return
    if day := born_in(born.words, made.value):
        gathered.fields["date_of_birth"] = replace(born, value=day, confirm=True)
        gathered.doubts = [each for each in gathered.doubts if each[0] != "date_of_birth"]


_MONTH_DAY = re.compile(r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?)(?!\d)(?!,? \d{4})")


def next_day(text: str, made: str) -> tuple[str, int] | None:
    """The day at the beginning of a text that has no year, as the first such day from `made` on, with where it ends; None where none is."""
    hit = _MONTH_DAY.match(text)
    if hit is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", made):
        return None
    begun = date.fromisoformat(made)
    for year in (begun.year, begun.year + 1):
        found = find_date(f"{hit['day']}, {year}")
        if found and found.value and begun <= date.fromisoformat(found.value) <= begun + timedelta(days=_REACH):
            return found.value, hit.end()
    return None


_REACH = 300
"""Days ahead of its own day at which a letter no longer means the coming one."""
