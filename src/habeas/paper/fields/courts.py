"""The court a paper names in its caption, with its district or county."""

import re
from itertools import pairwise

from habeas.paper.fields.districts import district_in
from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.forms.classify_pages import _FEDERAL, _NO_CAPTION, _STATE_COURT, named_in_sentence
from habeas.paper.pages.page import Page, PageLine, Word
from habeas.paper.reading import FieldReading


def court_name(page: Page, court: str | None, gathered: Gathered) -> FieldReading:
    """The court as `United States District Court, Northern District of California`, or a state court's own line."""
    head = [each for each in page.lines if each.area[1] < page.height * 0.4]
    if court == "state":
        return _states(head, page)
    if court != "federal":
        return ABSENT
    place = next(count for count, each in enumerate(head) if _FEDERAL.search(each.text))
    return _federal(head[place : place + 7], page, gathered)


_FAXED = re.compile(r"\bfax\b|\b\d{1,2}:\d\d\b", re.IGNORECASE)
_RUNS_ON = re.compile(r"\b(?:and|of|for|in|the|county|circuit|district),?\W*$", re.IGNORECASE)
_WITH_PLACE = re.compile(
    r"\W*(?:(?:in and )?for (?:the )?|county of |city and county of |(?:state|commonwealth) of |of (?:the )?"
    r"|[A-Z][\w'’.]*(?: [A-Z][\w'’.]*)? county\b)",
    re.IGNORECASE,
)


def _states(head: list[PageLine], page: Page) -> FieldReading:
    """A state court's own line with the lines under it that go on; else the court that a sentence of the paper names."""
    faxed = [each.area for each in head if _FAXED.search(each.text)]
    lines = [each for each in head if not any(abs(each.area[3] - area[3]) < 4 for area in faxed)]
    named = next((place for place, each in enumerate(lines) if _STATE_COURT.search(each.text)), None)
    if named is None or _NO_CAPTION.search(lines[named].text):
        said = named_in_sentence(page)
        if said:
            return reading_of(said, (), page, "court")
    if named is None:
        return ABSENT
    words, last = list(lines[named].words), lines[named]
    for under in lines[named + 1 : named + 4]:
        if not _goes_on(last, under):
            break
        words += under.words
        last = under
    return reading_of(" ".join(each.text for each in words).strip(" ,.|"), words, page, "court")


def _goes_on(line: PageLine, under: PageLine) -> bool:
    """Whether the name of a court goes on in the next line of the same column: a place follows, or the line ends in the midst."""
    one, two = line.area, under.area
    near = 0 < two[1] - one[1] < 2.0 * line.size and one[0] - 30 < two[2] and two[0] < one[2] + 30
    return near and bool(_WITH_PLACE.match(under.text) or _RUNS_ON.search(line.text)) and len(under.words) < 12


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
