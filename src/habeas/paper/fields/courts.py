"""The court a paper names in its caption, with its district or county."""

import re
from itertools import pairwise

from habeas.paper.fields.districts import district_in
from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.forms.classify_pages import _FEDERAL, _STATE_COURT
from habeas.paper.pages.page import Page, PageLine, Word
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
    for words in (*(each.words for each in lines), *_side_by_side(lines)):
        district = district_in(" ".join(each.text for each in words))
        if district:
            return reading_of(f"United States District Court, {district}", words, page, "court")
    for line in lines[1:]:
        if re.search(r"district", line.text, re.IGNORECASE):
            gathered.doubts.append(("court", f'"{line.text}" is none of the 94 federal districts'))
            return reading_of(f"United States District Court, {line.text}", line.words, page, "court")
    return ABSENT


def _side_by_side(lines: list[PageLine]) -> list[tuple[Word, ...]]:
    """Pieces of one row, or of two lines, that a blank to write on parts: `Western District of` and `Washington`."""
    pairs = [(one, two) for one, two in pairwise(lines) if two.area[1] - one.area[3] < 1.2 * one.size]
    pairs += [(two, one) for one, two in pairwise(lines) if abs(one.area[3] - two.area[3]) < 0.6 * one.size]
    return [(*one.words, *two.words) for one, two in pairs]
