"""The statutes of the charge where no entry holds them: in the paper's sentences, else in lines that grade or count an offense."""

import re
from collections.abc import Callable, Iterator, Sequence

from habeas.paper.fields.statutes import statutes_in
from habeas.paper.pages.page import Page

_CHARGE = re.compile(
    r"\b(?:charg(?:e[sd]?|ing)(?:\(s\))?:?|offen[sc]es?(?:\(s\))?(?: of)?:?|crimes?(?:\(s\))?(?: of)?:?"
    r"|violat(?:ions?|ed|ing)(?: of)?|to answer|prosecuted|accused|proceedings on|commit(?:ted|ting)?|indict(?:ed|ment)|custody on"
    r"|held (?:on|for)|arrested (?:on|for))(?![a-z])"
    r"(?P<after>(?:[^:;]|:(?=\s?\$\s?\d)|;(?=\s*(?:and )?(?:[A-Z][A-Z.]|§|\d))){0,260})",
    re.IGNORECASE,
)
"""The words after which a paper names what somebody is charged with."""
_TO_WIT = re.compile(r"(\b(?:to[- ]wit|namely)):", re.IGNORECASE)
"""What leads on to the charge itself."""
_GRADED = re.compile(
    r"\b(?:felony|misdemeanor|infraction|class [A-Z0-9]\b|(?:first|second|third|fourth|fifth) degree|degree (?:felony|misdemeanor)"
    r"|(?:count|ct)\.? ?(?:\d|[IVX]+\b)|charge|offense)",
    re.IGNORECASE,
)
"""Words of a line that says how grave an offense is, or that counts it."""
_SECTIONS = Callable[[str], list[str]]


def charged(page: Page, of_the_state: _SECTIONS) -> list[str]:
    """The statutes of the charge; `of_the_state` reads sections that stand without the name of their code."""
    text = _TO_WIT.sub(r"\1,", " ".join(line.text for line in page.lines))
    named = [statutes_in(hit["after"]) for hit in _each(text)]
    most = max(named, key=len, default=[])
    if most:
        return most
    bare = next((found for hit in _each(text) if (found := of_the_state(hit["after"]))), [])
    return bare or _under_code(page) or _graded(_rows(page), of_the_state)


def _each(text: str) -> Iterator[re.Match[str]]:
    """Every place where a charge is led to, also behind another such word: `charged in this court with the crime(s) of:`."""
    start = 0
    while hit := _CHARGE.search(text, start):
        yield hit
        start = hit.start() + 1


_CODED = re.compile(
    r"(?i:.*\b(?:violation of|statutes?|sections?|code|law)\b)[\s:(]*(?P<code>(?:[A-Z]\.){2,5}|[A-Z]{2,5}(?:\.[A-Z]){0,2}\.?)[\s):]*",
)
"""The label of a cell that ends with the short name of a code: `Offense In Violation Of G.S.`."""


def _under_code(page: Page) -> list[str]:
    """The sections in the line under a label that names their code once for all."""
    for line in page.lines:
        hit = _CODED.fullmatch(line.text)
        x0, _, _, bottom = line.area
        under = [each for each in page.lines if -2 < each.area[1] - bottom < 16 and abs(each.area[0] - x0) < 9]
        numbers = re.findall(r"\d[\w.-]*(?:\([\w]{1,4}\))*", under[0].text) if hit and under else []
        found = [each for number in numbers for each in statutes_in(f"{hit['code']} {number}")] if hit else []
        if found:
            return found
    return []


def _graded(rows: Sequence[str], of_the_state: _SECTIONS) -> list[str]:
    """The statutes of every row that grades or counts an offense."""
    found = [each for row in rows if _GRADED.search(row) for each in statutes_in(row) or of_the_state(row)]
    return list(dict.fromkeys(found))


def _rows(page: Page) -> list[str]:
    """The writing of a page row by row: what stands side by side is one row."""
    rows: dict[int, list[str]] = {}
    for line in page.lines:
        place = next((each for each in rows if abs(each - line.area[3]) < 4), round(line.area[3]))
        rows.setdefault(place, []).append(line.text)
    return [" ".join(each) for each in rows.values()]
