"""The court a paper names in its caption, with its district or county."""

import re
from collections.abc import Sequence
from itertools import pairwise

from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.forms.court_names import (
    FEDERAL,
    STATE_COURT,
    WRAPPED,
    bare_courts,
    court_in_cells,
    named_at_signature,
    named_in_sentence,
    names_a_court,
    tribal_court,
)
from habeas.paper.forms.districts import STATES, district_in
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page, PageLine, Word
from habeas.paper.reading import FieldReading


def court_name(page: Page, court: str | None, gathered: Gathered) -> FieldReading:
    """The court as `United States District Court, Northern District of California`, or a state court's own line."""
    head = [each for each in page.lines if each.area[1] < page.height * 0.4]
    if court == "tribal":
        line = tribal_court(head)
        return reading_of(line.text.strip(" ,."), line.words, page, "court") if line else ABSENT
    if court == "state":
        return _states(head, page)
    if court != "federal":
        return ABSENT
    place = next(count for count, each in enumerate(head) if FEDERAL.search(each.text))
    return _federal(head[place : place + 7], page, gathered)


_FAXED = re.compile(r"\bfax\b|\b\d{1,2}:\d\d\b", re.IGNORECASE)
_RIM = 0.08
"""The share of a page in which a fax machine prints its line."""
_STAMPED = re.compile(
    r"\b(?:electronically|e-?) ?filed\b|\bfiled (?:on )?\d|\bclerk of (?:the )?(?:\w+ )?court\b", re.IGNORECASE
)
"""What a clerk prints or stamps over a paper: the court is named in it, and not as the paper names its own."""
_RUNS_ON = re.compile(
    r"\b(?:and|of|for|in|the|circuit|district|judicial|general|first|second|third|[a-z-]+(?:st|nd|rd|th)|\d+(?:st|nd|rd|th)),?\W*$",
    re.IGNORECASE,
)
_PLACE = (
    r"(?:(?:in and )?for (?:the )?|at law|county of |parish of |city (?:and county )?of |town of |village of |(?:state"
    r"|commonwealth) of |of (?:the )?"
    r"|[A-Z][\w'’.]*(?: [A-Z][\w'’.]*){0,2} (?:county|parish)\b|precinct\b|branch\b|division\b|[A-Z][\w'’.]* unit\b"
    r"|county department|part \w+$"
    r"|[\w ]{0,20}(?:criminal|law|felony|misdemeanor|traffic|associate circuit|court) (?:division|part|department)\b"
    r"|(?:[\w-]+ ){1,3}judicial (?:district|circuit)\b|judicial (?:district|circuit)\b|(?:county|parish)\b(?:\W+[a-z]+(?: [a-z]+)?)?\W*$"
    r"|(?:court|circuit)\W*(?:court\W*)?$|at"
    r" [A-Z'’.-]{4,}$)"
)
_WITH_PLACE = re.compile(rf"\W*{_PLACE}", re.IGNORECASE)
_STATE = re.compile(
    r"\W*(?:(?:state|commonwealth) of [a-z]+(?: [a-z]+)?|county of .{3,30}|[a-z.'’ ]{3,30} county)\W*", re.IGNORECASE
)
_PARTY = re.compile(
    r"^\W*(?:the )?people\b|\bplaintiff\b|\bdefendant\b|\bv(?:s|ersus)?\.|\bvs\b|\b(?:case|cause|docket|file|dob|warrant|capias"
    r"|order)\b|,\s*$",
    re.IGNORECASE,
)
"""What stands under a court's name in a caption and is none of it: a party, a number, a title."""


def _states(head: list[PageLine], page: Page) -> FieldReading:
    """A state court's own lines; else the court that a sentence of the paper names."""
    faxed = [each.area for each in head if _FAXED.search(each.text) and each.area[1] < page.height * _RIM]
    lines = [
        _bare(each)
        for each in head
        if not any(abs(each.area[3] - area[3]) < 4 for area in faxed) and not _STAMPED.search(each.text)
    ]
    lines = [each for each in lines if each.words]
    lines = _unwrapped([part for each in lines if _boxed(each, page) is not False for part in _ticked_parts(each)])
    if parted := _behind_signs(lines, page):
        return parted
    own = next((each for each in lines if names_a_court(each.text)), None)
    districts = bare_courts([each.text for each in lines])
    own = own or next((each for each in lines if each.text in districts), None)
    if own is None or _OF_JUSTICE.fullmatch(own.text):
        cells = court_in_cells(page)
        if cells:
            return reading_of(cells[0], cells[1], page, "court")
    if (own is None or _OF_JUSTICE.fullmatch(own.text)) and (
        said := named_in_sentence(page) or named_at_signature(page)
    ):
        return reading_of(said, (), page, "court")
    return _written(own, lines, page) if own else ABSENT


_JUDICIAL = re.compile(r"\b(?P<number>\d{1,3}(?:-?[A-Z])?(?:st|nd|rd|th)?) judicial district\b", re.IGNORECASE)


def _behind_signs(lines: Sequence[PageLine], page: Page) -> FieldReading | None:
    """The court in the right column of a caption that `§` parts, wide apart line from line: `IN THE 331ST JUDICIAL / DISTRICT COURT OF /
    TRAVIS COUNTY, TEXAS`; None where no district's number and county stand there."""
    signs = [each for each in page.words if each.text == "§" and each.top < page.height * 0.35]
    if len(signs) < 2 or max(each.x0 for each in signs) - min(each.x0 for each in signs) > 12:
        return None
    edge, top, foot = signs[0].x1, min(each.top for each in signs) - 6, max(each.bottom for each in signs) + 6
    beside = [
        each for each in lines if each.area[0] > edge and top < each.area[1] < foot and not _STAMPED.search(each.text)
    ]
    text = " ".join(each.text.strip(" ,") for each in beside)
    number = _JUDICIAL.search(text)
    county = next((each for each in beside if _WITH_STATE.search(each.text)), None)
    if not number or not county or not re.search(r"\bdistrict court\b|\bjudicial district\b", text, re.IGNORECASE):
        return None
    words = [word for each in beside for word in each.words]
    named = f"{number['number'].lower()} Judicial District Court, {county.text.strip(' ,.')}"
    return reading_of(named, words, page, "court")


_WITH_STATE = re.compile(r"\bcounty\b,? (?:state of )?[a-z]+(?: [a-z]+)?\W*$", re.IGNORECASE)
_OF_JUSTICE = re.compile(r"\W*(?:commonwealth of kentucky,? )?(?:general )?court of justice\b.*", re.IGNORECASE)
"""A state's whole judiciary, which says not yet which court."""


def _boxed(line: PageLine, page: Page) -> bool | None:
    """Whether the box before a line is ticked; None where it has none: a form prints several courts, and one is meant."""
    first = line.words[0]
    high = max(6.0, first.bottom - first.top)
    area = (first.x0 - 2.6 * high - 4, first.middle - high, first.x0 + 0.5, first.middle + high)
    square = page.square_at(area)
    return square.ticked if square else None


_EMPTY, _FULL = frozenset("☐□"), frozenset("☒☑■✓✔✗✘")


def _ticked_parts(line: PageLine) -> list[PageLine]:
    """The courts of a line that stand behind boxes made of signs and are ticked; a line without such boxes whole."""
    if not any(each.text in _EMPTY | _FULL for each in line.words):
        return [line]
    parts: list[list[Word]] = []
    ticked = False
    for each in line.words:
        if each.text in _EMPTY | _FULL:
            ticked = each.text in _FULL
            parts += [[]] if ticked else []
        elif ticked:
            parts[-1].append(each)
    return [PageLine(tuple(each)) for each in parts if each]


def _unwrapped(lines: list[PageLine]) -> list[PageLine]:
    """The lines with a court's name put together that a narrow column wraps before the word court."""
    kept: list[PageLine] = []
    for line in lines:
        over = next((each for each in reversed(kept) if _beside(each, line)), None)
        if over and WRAPPED.match(line.text) and _goes_on(over, line) and not STATE_COURT.search(over.text):
            kept[kept.index(over)] = PageLine((*over.words, *line.words))
        else:
            kept.append(line)
    return kept


def _bare(line: PageLine) -> PageLine:
    """A line without the signs that part the columns of a caption."""
    kept = list(line.words)
    while kept and not key(kept[0].text) and kept[0].text not in _EMPTY | _FULL:
        kept.pop(0)
    while kept and not key(kept[-1].text):
        kept.pop()
    return PageLine(tuple(kept))


def _written(own: PageLine, lines: list[PageLine], page: Page) -> FieldReading:
    """The court's line with those over it that run on into it and those under it that go on; a state or county over it comes last."""
    place = lines.index(own)
    parts, last = [own], own
    for over in reversed([each for each in lines[:place] if _beside(each, own)]):
        first = parts[0]
        if not -0.6 * first.size < first.area[1] - over.area[3] < _NEAR * first.size or _PARTY.search(over.text):
            break
        if not (_RUNS_ON.search(over.text) or _STATE.fullmatch(over.text)):
            break
        parts.insert(0, over)
    ticked = _boxed(own, page) is True
    for under in [each for each in lines[place + 1 :] if _beside(each, own) or (ticked and _left_of(each, own))][:4]:
        if not _goes_on(last, under) or _only_a_part(under, parts):
            break
        parts.append(under)
        last = under
    parts += [each for each in lines[place + 1 :] if each not in parts and _ticked_part(each, own, page)]
    if not any(_NAMES_A_PLACE.search(each.text) for each in parts):
        parts += [each for each in lines if each not in parts and _COUNTY_ALONE.fullmatch(each.text)][:1]
    states = [each for each in parts if _STATE.fullmatch(each.text) and each.area[1] < own.area[1]]
    if re.search(r"\bcounty of\W*$", last.text, re.IGNORECASE):
        parts += [_to_comma(each) for each in lines[place + 1 :] if each not in parts and _beside(each, own)][:1]
    ordered = [each for each in parts if each not in states] + list(reversed(states))
    words = [word for each in ordered for word in each.words]
    return reading_of(_NUMBERED.split(_TERM.sub("", _joined(ordered)))[0].strip(" ,"), words, page, "court")


_NUMBERED = re.compile(
    r",?\s+(?:case|docket|warrant|file|cause|indictment|complaint|no)\b\.?\s*(?:nos?\b|number|#)?[.:\s]*(?=\S*\d{2})",
    re.IGNORECASE,
)
"""A number that stands in the line of a court's name."""


_TERM = re.compile(
    r"^at (?:an? |the )?[^,]{0,40}\b(?:term|part)\b.{0,40}?\bof the (?=(?:supreme|county|city|criminal|district) court)",
    re.IGNORECASE,
)
"""The term of a court of New York, which stands before its name: `At a Criminal Term, Part 14, of the Supreme Court of …`."""


def _to_comma(line: PageLine) -> PageLine:
    """The words of a line up to its first comma."""
    ends = [place for place, each in enumerate(line.words, 1) if each.text.endswith(",")]
    return PageLine(line.words[: ends[0]]) if ends else line


def _left_of(line: PageLine, own: PageLine) -> bool:
    """Whether a line begins left of a court behind a box, whose row begins there too."""
    return own.area[0] - 200 < line.area[0] <= own.area[0] and line.area[2] > own.area[0] - 40


def _ticked_part(line: PageLine, own: PageLine, page: Page) -> bool:
    """Whether a line right under a court's name is the division whose box is ticked."""
    near = 0 < line.area[1] - own.area[1] < 3 * own.size and line.area[0] > own.area[0] - 14
    return (
        near
        and _boxed(line, page) is True
        and re.search(r"\b(?:court|division|circuit)\b", line.text, re.IGNORECASE) is not None
    )


_PART = re.compile(
    r"\W*(?:criminal|civil|law|felony|misdemeanor|traffic) (?:division|part|department|section)\W*", re.IGNORECASE
)


def _only_a_part(line: PageLine, parts: Sequence[PageLine]) -> bool:
    """Whether a line names only a division of a court that is called by its county and its state already."""
    text = " ".join(each.text for each in parts)
    placed = re.search(r"\b(?:county|parish)\b", text, re.IGNORECASE) is not None
    return bool(_PART.fullmatch(line.text)) and placed and any(name in text.lower() for name in _NAMES)


_NAMES = frozenset(each.lower() for each in STATES)
_NAMES_A_PLACE = re.compile(
    r"\b(?:county|parish|city|town|village|borough|district of|geographical|precinct|\d+(?:st|nd|rd|th))\b|\bfor\b"
    r"|\bof the \w+ (?:judicial )?circuit",
    re.IGNORECASE,
)
_COUNTY_ALONE = re.compile(
    r"\W*(?:(?:county|parish) of [a-z.'’ ]{3,30}|[a-z.'’ ]{3,30} (?:county|parish))\W*", re.IGNORECASE
)
"""The county in a column of its own, beside a court that is called without one."""
_LIKE = 2.6
"""Points by which the letters of two lines of a court's name differ at most."""
_NEAR = 1.4
"""Letter heights of white between the lines of a court's name."""


def _joined(lines: list[PageLine]) -> str:
    """The lines of a court's name as one text: a place that a line does not lead to stands behind a comma."""
    text = ""
    for line in lines:
        more = line.text.strip(" ,|:*")
        onward = bool(_RUNS_ON.search(text)) and not re.match(
            r"(?:state|commonwealth|county|parish) of\b", more, re.IGNORECASE
        )
        midst = bool(re.search(r"\bof(?: the)?\W*$", text, re.IGNORECASE))
        leads = not text or midst or onward or bool(re.match(r"(?:of|in and|for|at)\b", more, re.IGNORECASE))
        text = f"{text} {more}" if leads else f"{text.rstrip(' ,')}, {more}"
    return text.strip(" ,.|")


def _beside(one: PageLine, two: PageLine) -> bool:
    """Whether two lines stand in one column: from one margin, or about one middle."""
    middles = [(each.area[0] + each.area[2]) / 2 for each in (one, two)]
    return abs(one.area[0] - two.area[0]) < 14 or abs(middles[0] - middles[1]) < 24


def _goes_on(line: PageLine, under: PageLine) -> bool:
    """Whether the name of a court goes on in the next line of the same column: a place follows, or the line ends in the midst."""
    near = -0.6 * line.size < under.area[1] - line.area[3] < _NEAR * line.size and abs(under.size - line.size) < _LIKE
    named = under.text.strip(" ,.").lower() in _NAMES
    follows = named or _WITH_PLACE.match(under.text) or _RUNS_ON.search(line.text)
    return near and bool(follows) and len(under.words) < 12 and not _PARTY.search(under.text)


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
    rows = [[each for each in lines if abs(each.area[3] - one.area[3]) < 0.6 * one.size] for one in lines]
    whole = [tuple(word for each in sorted(row, key=lambda line: line.area[0]) for word in each.words) for row in rows]
    return [*((*one.words, *two.words) for one, two in pairs), *whole]
