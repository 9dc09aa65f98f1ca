"""The court a paper names in its caption, with its district or county."""

import re

from habeas.paper.fields.districts import district_in
from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.forms.classify_pages import _FEDERAL, _STATE_COURT
from habeas.paper.pages.page import Page, PageLine
from habeas.paper.reading import FieldReading


def court_name(page: Page, court: str | None, gathered: Gathered) -> FieldReading:
    """The court as `United States District Court, Northern District of California`, or a state court's own line."""
    head = [each for each in page.lines if each.area[1] < page.height * 0.4]
    if court == "state":
        named = next((each for each in head if _STATE_COURT.search(each.text)), None)
        return reading_of(named.text.strip(" ,.|"), named.words, page, "court") if named else ABSENT
    if court != "federal":
        return ABSENT
    place = next(count for count, each in enumerate(head) if _FEDERAL.search(each.text))
    return _federal(head[place : place + 7], page, gathered)


def _federal(lines: list[PageLine], page: Page, gathered: Gathered) -> FieldReading:
    for line in lines:
        district = district_in(line.text)
        if district:
            return reading_of(f"United States District Court, {district}", line.words, page, "court")
    for line in lines[1:]:
        if re.search(r"district", line.text, re.IGNORECASE):
            gathered.doubts.append(("court", f'"{line.text}" is none of the 94 federal districts'))
            return reading_of(f"United States District Court, {line.text}", line.words, page, "court")
    return ABSENT
