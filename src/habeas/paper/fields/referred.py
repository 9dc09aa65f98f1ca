"""Whom a subpoena's reference names: `In Reference To` holds a name with an A-number or a birth date, in an officer's own words."""

import re

from habeas.paper.fields.extract import Gathered
from habeas.paper.fields.likely import called_name
from habeas.paper.fields.value_patterns import find_alien_number, find_date
from habeas.paper.reading import FieldReading

_WHO = re.compile(
    r"(?:^|\b(?:of|re:?|regarding|concerning|against|for)\s+)(?P<who>[^\d()]{5,60}?)"
    r"(?=\s*(?:[;(]|,?\s*A\s?[#-]?\s?\d|,?\s*\b(?:DOB|date of birth|born|alien|A-?(?:number|no|file))\b|,\s*\d|$))",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:DOB|date of birth|born)\b\W{0,3}(?P<when>.{6,20})", re.IGNORECASE)


def add_referred(gathered: Gathered) -> None:
    """Add the person whom the reference of a paper names, with the A-number and the birth date in it; nothing else is taken."""
    said = gathered.fields.get("in_reference_to")
    if said is None or not isinstance(said.value, str):
        return
    text = said.value
    alien = find_alien_number(text)
    if alien and alien.value:
        _take("a_number", alien.value, said, gathered)
    born = _BORN.search(text)
    day = find_date(born["when"]) if born else None
    if day and day.value:
        _take("date_of_birth", day.value, said, gathered)
    if name := _named(text):
        _take("subject_name", name, said, gathered)


def _named(text: str) -> str | None:
    """The last words of the reference that are a name and nothing else, before a number or a day."""
    names = [hit["who"].strip(" ,") for hit in _WHO.finditer(text)]
    names += [each.rsplit(" of ", 1)[1].strip(" ,") for each in names if " of " in each]
    whole = [each for each in names if (found := called_name(each)) and found.value == each]
    return whole[-1] if whole else None


def _take(name: str, value: str, said: FieldReading, gathered: Gathered) -> None:
    reading = FieldReading(value, said.page, said.words, said.box, said.confidence, said.confidence == "scanned")
    gathered.add(name, reading)
