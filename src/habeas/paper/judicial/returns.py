"""What the return of a warrant says where somebody filled it in: the paper is used up."""

import re

from habeas.paper.fields.value_patterns import find_date
from habeas.paper.judicial.undoing import short
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page

_RETURN = re.compile(
    r"(?:person|defendant|individual) was arrested on(?: \(date\))?(?P<after>.{0,40})"
    r"|(?:executed|served) (?:this|the|said|within|above)(?: \w+){0,3}? warrant(?P<after2>.{0,60})"
    r"|warrant (?:was )?executed(?: on)?:?(?P<after3>.{0,30})"
    r"|(?:date (?:of )?(?:arrest|executed)|executed on|arrested on):?(?P<after4>.{0,24})"
    r"|\bdate:(?P<after5>.{0,24})(?=.*(?:officer|deputy|sheriff|marshal))",
    re.IGNORECASE,
)
_RETURN_HEAD = re.compile(
    r"(?:officer'?s |sheriff'?s |marshal'?s )?return(?: of (?:service|officer|warrant))?|proof of execution",
    re.IGNORECASE,
)

_BLANK_HEAD = re.compile(
    r"\W*(?:(?:peace |arresting |executing )?(?:officer|sheriff|marshal|constable|deputy)?(?:['’]?s)? ?(?:return|certificate)\b.{0,40}"
    r"|proof of (?:service|execution)|(?:received|came to hand)\b.{0,90}__.*)\W*",
    re.IGNORECASE,
)
_BLANK = re.compile(r"__|\b20 ?_|\.{5,}")


def blank_return(page: Page) -> float:
    """Where a return begins that nobody filled in: blanks and no day under its head; the page's foot where there is none.

    What such a return prints in small letters (`was withdrawn`, `executed the same by`) says nothing of the paper.
    """
    for line in page.lines:
        if line.area[1] > page.height * 0.3 and _BLANK_HEAD.fullmatch(line.text):
            below = [each for each in page.lines if each.area[1] >= line.area[1] - 2]
            text = " ".join(each.text for each in below)
            ruled = [each for each in page.rules if each.y > line.area[1] and each.x1 - each.x0 < page.width * 0.6]
            found = find_date(re.sub(r"_+", " ", text))
            if found is None and (_BLANK.search(text) or len(ruled) > 1):
                return line.area[1] - 2
    return page.height


def heads_a_return(text: str) -> bool:
    """Whether a line is the heading of a return: `RETURN OF EXECUTED WARRANT`."""
    return _BLANK_HEAD.fullmatch(text) is not None


_FILLED = re.compile(
    r"(?i:warrant was received and executed with the arrest\b.{0,40}?\bat\b[\W_]*)"
    r"(?:(?!Date|Name|Signature|Arresting|Executed|Officer|Return)[A-Z][a-z]+"
    r"|.{0,200}?\b(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d))"
)
"""The older sentence of a return, with a place behind it or a day under it."""


def returned(page: Page) -> str | None:
    """What the return of a warrant says where somebody filled it in: when the person was arrested."""
    lines = list(page.lines)
    head = next((place for place, each in enumerate(lines) if _RETURN_HEAD.fullmatch(each.text.strip(" .:|"))), None)
    if head is None:
        head = next((place for place, each in enumerate(lines) if "warrantwasreceived" in key(each.text)), None)
    if head is None:
        return None
    rows = re.sub(r"\s+", " ", " ".join(each.text for each in lines[head:]))
    if whole := _FILLED.search(rows):
        return short(whole[0])
    for hit in _RETURN.finditer(rows):
        after = next((each for each in hit.groups() if each), "")
        found = find_date(re.sub(r"_+", " ", after))
        if found is not None and (found.value or found.doubt):  # a year of two digits is a day as well
            return short(hit[0])
    return None
