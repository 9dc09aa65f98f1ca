"""Print of courts' papers that stands by itself in capitals and takes nothing back: addresses, divisions, boxes, a clerk's lines."""

import re

from habeas.paper.judicial.named import name_like
from habeas.paper.judicial.titles import TITLE
from habeas.paper.judicial.undoing import WORD
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page, Run

_ROOM = (
    r"(?:,? (?:department|dept\.?|room|rm\.?|suite|ste\.?|floor|courtroom|part|unit) ?(?:no\. ?)?[A-Z]?\d{0,4}[A-Z]?)?"
)
_STREET = re.compile(
    r"\d{1,5} (?:[A-Z][A-Z.'’-]* ){1,4}(?:plaza|street|st\.?|avenue|ave\.?|road|rd\.?|boulevard|blvd\.?|drive|dr\.?|lane|ln\.?|way|square"
    rf"|sq\.?|parkway|pkwy\.?|highway|hwy\.?|court|circle|place|pl\.?|row|terrace){_ROOM}"
    r"(?:,? [A-Z .'’-]+,? [A-Z]{2} \d{5}(?:-\d{4})?)?",
    re.IGNORECASE,
)
"""A court's own address under its name."""
_PART = re.compile(
    r"(?:[a-z][a-z.'’-]+ ){0,3}(?:division|part|branch|section|term|session)(?:\W+(?:[a-z]+ ){0,3}(?:division|part|section|branch|term))?"
    r"(?: (?:no\. ?)?\d{1,3}| [a-z])?",
    re.IGNORECASE,
)
"""A division of a court with its part: `LAW DIVISION - CRIMINAL PART`."""
_LINES = re.compile(
    r"clerk['’]?s action (?:is )?required|mandatory appearance|warrant type|type of warrant|(?:e-?)?filed in open court"
    r"|(?:day(?:time)?|night(?:time)?|day or night) service(?: (?:authorized|only))?|(?:copy )?(?:received|presented) in open court"
    r"|law enforcement copy|court copy"
    r"|(?:(?:state of )?[a-z]+(?: [a-z]+)? )?(?:and )?(?:to )?(?:all|any) (?:other )?(?:law enforcement|peace|police) officers?"
    r"(?: of (?:said|this|the) state)?"
    r"|for (?:initial appearance|arraignment|sentencing|trial|plea|testimony|hearing|court appearance)",
    re.IGNORECASE,
)
"""What courts print or stamp on warrants that says nothing of their force."""
_BOXES = re.compile(
    r"(?:[\[(]\s?[xX✓✔]?\s?[\])]\s*(?:yes|no|n/?a|male|female|m|f|felony|misdemeanor)?\s*)+", re.IGNORECASE
)
_CAPTION = 0.28
"""The share of a page that a caption's heading reaches."""


def usual_line(run: Run, page: Page, *, plain: bool) -> bool:
    """Whether a run is print or a clerk's stamp of a court's paper that takes nothing back; one with an undoing word never is.

    `plain` says that it is set in the page's black: what is in color is a stamp, and no heading or name.
    """
    text = run.text.strip(" .,:;*")
    if WORD.search(text):
        return False
    if _LINES.fullmatch(text) or _spaced_stamp(run, page):
        return True
    head = run.area[1] < page.height * _CAPTION and bool(_STREET.fullmatch(text) or _PART.fullmatch(text))
    return plain and (head or bool(_BOXES.fullmatch(text)) or _someone(run, page))


_STAMP = re.compile(
    r"(?:e?filed|received|entered|issued)(?:inopencourt)?|[a-z]{3,20}county(?:superior|district|circuit)?(?:court)?clerk(?:soffice)?"
    r"|clerkof(?:the)?(?:superior|district|circuit|county)?courts?"
    r"|(?:19|20)\d\d(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\d{1,2}(?:[ap]m)?\d{3,4}(?:[ap]m)?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\d{1,2}(?:19|20)\d\d(?:[ap]m)?(?:\d{3,4})?(?:[ap]m)?"
)
"""The lines of a clerk's filing stamp, letters only."""
_TAKES_BACK = re.compile(
    r"recal|quash|vacat|canc|void|withdr|dismis|rescin|expir|lift|stay|served|null|inactiv|supers|execut"
)


def _spaced_stamp(run: Run, page: Page) -> bool:
    """Whether a run is a piece of a line set letter from letter that is a clerk's filing stamp: `FI L E D`."""
    line = next((each for each in page.lines if _in(run, each.area)), None)
    if line is None:
        return False
    pieces = line.text.split()
    spaced = len(pieces) > 2 and sum(len(each) < 4 for each in pieces) > 0.6 * len(pieces)
    whole = key(line.text)
    return spaced and bool(_STAMP.fullmatch(whole)) and not _TAKES_BACK.search(whole)


def _in(run: Run, area: tuple[float, float, float, float]) -> bool:
    middle = (run.area[1] + run.area[3]) / 2
    return area[0] - 1 <= run.area[0] and run.area[2] <= area[2] + 1 and area[1] <= middle <= area[3]


_ALIAS = re.compile(
    r"(?:a\.?k\.?a\.?|alias(?:es)?|also known as|other names?(?: used)?|nickname|moniker)\W*", re.IGNORECASE
)
_PRINTED = re.compile(
    r"\b(?:bond|bail|hold|charges?|case|arrest|release|court|sheriff|jail|custody)\w*\b", re.IGNORECASE
)


def _someone(run: Run, page: Page) -> bool:
    """Whether a run is a person's name under a label for other names, or over an office's title: somebody, and no mark."""
    x0, top, x1, _ = run.area
    if not name_like(run.text) or _PRINTED.search(run.text):
        return False
    others = [each for each in page.runs if each is not run and each.area[0] < x1 and x0 - 24 < each.area[2]]
    over = any(
        0 < top - each.area[1] < 24 and abs(each.area[0] - x0) < 8 and _ALIAS.fullmatch(each.text) for each in others
    )
    under = [each for each in others if 0 < each.area[1] - top < 1.8 * run.size and abs(each.area[0] - x0) < 8]
    return over or any((hit := TITLE.search(each.text)) is not None and hit.start() == 0 for each in under)
