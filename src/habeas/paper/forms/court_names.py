"""How a page names a court: at its head, by a district alone, or only in a sentence."""

import re
from collections.abc import Sequence

from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page, PageLine, Word

STATE_COURT = re.compile(
    r"\b(?:superior|circuit|county|municipal|district|justice|criminal|supreme|common pleas|magistrate|general sessions|city|town|village"
    r"|justice of the peace|probate|family|juvenile|metropolitan|recorder['’]?s|mayor['’]?s|trial|state|police|chancery"
    r"|surrogate['’]?s|orphans['’]?|youth|civil|housing|land"
    r"|drug|domestic relations|parish|associate|alderman['’]?s|corporation|general|land|treatment)\b"
    r".{0,12}\bcourt\b(?! (?:use|reporter"
    r"|clerk|judge|commissioner|magistrate|administrator|officer|house|justice\b(?! of)))"
    r"|\bcourt of (?:common pleas|general sessions|chancery|general jurisdiction|record|justice)\b",
    re.IGNORECASE,
)
_BARE_COURT = re.compile(
    r"\b(?:\d{1,3}(?:\s?-?\s?[A-Z])?(?:st|nd|rd|th)?|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th)) judicial (?:district|circuit)\b"
    r"|\bmag(?:isterial|\.)?\s*dist(?:rict|\.)?\s*(?:no\b|number|judge|court)|\bMDJ-\d",
    re.IGNORECASE,
)
"""A court by its district or circuit, without the word: `71-B JUDICIAL DISTRICT`, `Mag. Dist. No. 48-2-06`."""
_OF_A_STATE = re.compile(
    r"\W*(?:(?:state|commonwealth|county|parish|city) of [a-z.'’ ]{3,40}|[a-z.'’ ]{3,30} (?:county|parish)\b.{0,30})\W*",
    re.IGNORECASE,
)
NO_CAPTION = re.compile(
    r"\b(?i:immigration)\b|^\W*(?:Judge|Justice(?! (?:of the Peace )?Court\b(?! (?:Judge|Justice)))|Clerk|Magistrate|Commissioner)\b"
    r"|(?:(?<![A-Za-z'’])(?!of\b|the\b|and\b|for\b|court\b|county\b|state\b|district\b|judicial\b|division\b)[a-z]{2,}\b.*){2}"
)
"""A court's name in a sentence (two small words that no court is called by) heads nothing; nor does an immigration court's."""
FEDERAL = re.compile(r"united\s*states\s*district\s*court|u\.?s\.?\s+district\s+court", re.IGNORECASE)
"""A federal district court's name."""
WRAPPED = re.compile(r"\W*(?:[A-Z][\w.'’-]* ){0,2}court\b", re.IGNORECASE)
"""A line that a court's name wraps to."""


VENUE_STATE = re.compile(r"(?:the )?(?:state|commonwealth) of [a-z]+(?: [a-z]+)?", re.IGNORECASE)
VENUE_COUNTY = re.compile(r"(?:county|parish) of [a-z.'’ -]{3,30}|[a-z.'’ -]{3,30} (?:county|parish)", re.IGNORECASE)
"""The two lines of a caption that say where a paper is made, without a court."""
_LABELED = re.compile(r"[A-Za-z][A-Za-z .]{2,30}(?<!court)(?<!Court)(?<!COURT):\s")


_PEOPLE = (
    r"(?:tribal|tribes?|nation|pueblo|band of|rancheria|indian (?:community|reservation|court)|indians|c\.?f\.?r\.? court"
    r"|native village)"
)
_TRIBAL = re.compile(rf"\b(?:court|tribunal)\b.*\b{_PEOPLE}\b|\b{_PEOPLE}\b.*\b(?:court|tribunal)\b", re.IGNORECASE)


def tribal_court(upper: Sequence[PageLine]) -> PageLine | None:
    """The line of a caption that names a tribe's court, alone or with the line under it; None where a caption names none."""
    for place, line in enumerate(upper):
        under = next(
            (each for each in upper[place + 1 : place + 3] if each.area[1] - line.area[3] < 1.4 * line.size), None
        )
        text = (
            f"{line.text} {under.text}"
            if under and re.search(r"\bof(?: the)?\W*$", line.text, re.IGNORECASE)
            else line.text
        )
        if _TRIBAL.search(text) and len(key(text)) < 110 and not NO_CAPTION.search(text):
            return line if text == line.text else PageLine((*line.words, *(under.words if under else ())))
    return None


_CELL = re.compile(
    r"court\W*(?P<kind>(?:district|circuit|superior|county|municipal|family|criminal|justice|magistrate|juvenile|probate)?)(?: court)?\W*",
    re.IGNORECASE,
)
_COUNTY_CELL = re.compile(r"(?:county|parish)\W*(?P<name>[A-Z][A-Za-z.'’ -]{2,24})?", re.IGNORECASE)


def court_in_cells(page: Page) -> tuple[str, list[Word]] | None:
    """A court that a form names in cells of its head, `Court: District`, `County: Boone`, with the words; None where it names none so."""
    head = [each for each in page.lines if each.area[1] < page.height * 0.36]
    kind = _cell(head, _CELL, "kind")
    county = _cell(head, _COUNTY_CELL, "name")
    if not kind or not county:
        return None
    return f"{county[0]} {kind[0]} Court", [*county[1], *kind[1]]


def _cell(head: Sequence[PageLine], label: re.Pattern[str], name: str) -> tuple[str, list[Word]] | None:
    """The value of a label: in its own line behind it, else in the next piece of its row."""
    for line in head:
        hit = label.fullmatch(line.text)
        if hit is None:
            continue
        if hit[name]:
            return hit[name].strip(), list(line.words)
        right = [each for each in head if abs(each.area[3] - line.area[3]) < 5 and 0 < each.area[0] - line.area[2] < 90]
        value = min(right, key=lambda each: each.area[0], default=None)
        whole = label.fullmatch(f"{line.text} {value.text}") if value else None
        if value and whole and whole[name]:
            return whole[name].strip(), list(value.words)
    return None


def names_a_court(text: str) -> bool:
    """Whether a line names a state's court as its own caption does; in a sentence or behind another entry's label it heads nothing."""
    hit = STATE_COURT.search(text)
    return hit is not None and not NO_CAPTION.search(text) and not _LABELED.search(text[: hit.start()])


_TITLE_BEFORE = re.compile(
    r"^\W*(?:(?:presiding|chief|associate|senior|municipal|magistrate|circuit|district|superior) )*"
    r"(?:judge|justice|magistrate|commissioner|clerk)"
    r"(?: pro tem(?:pore)?)?(?:\W+of)?(?:\W+(?:the|said))?\W+",
    re.IGNORECASE,
)


def named_at_signature(page: Page) -> str | None:
    """The state's court that the signature's block names with its county: `Judge, County Court at Law, Nacogdoches County, Texas`."""
    for line in page.lines:
        said = _TITLE_BEFORE.sub("", line.text)
        if line.area[1] > page.height * 0.3 and names_a_court(said) and _PLACED.search(said) and len(said.split()) < 14:
            return said.strip(" ,.")
    return None


_PLACED = re.compile(r"\b(?:county|parish)\b", re.IGNORECASE)


def bare_courts(head: Sequence[str]) -> list[str]:
    """The lines of a caption that name a court by its district alone, where the caption names a state or a county too."""
    found = [each for each in head if _BARE_COURT.search(each) and len(key(each)) < 80 and not NO_CAPTION.search(each)]
    return found if any(map(_OF_A_STATE.fullmatch, head)) else [each for each in found if _WITH_COUNTY.search(each)]


_WITH_COUNTY = re.compile(
    r"\b(?:county|parish)(?: of [a-z.'’ ]+)?, (?:state of )?[a-z]+(?: [a-z]+)?\W*$", re.IGNORECASE
)
"""A district's line that ends in its county and state: `IN THE 21ST JUDICIAL CIRCUIT, ST. LOUIS COUNTY, MISSOURI`."""


_CAPIAS = re.compile(r"\W*(?:alias |pluries |nisi )?(?:capias|bench warrant)\b.{0,40}", re.IGNORECASE)
_STATES_CASE = re.compile(r"\W*(?:the )?(?:state|people|commonwealth) of [a-z]+(?: [a-z]+)?\W*", re.IGNORECASE)


def in_its_sentence(page: Page, head: Sequence[str]) -> bool:
    """Whether a capias or bench warrant in a state's case names the state's court only in its sentence: `have him before the … Court`.

    No authority but a court issues these two.
    """
    if not any(map(_CAPIAS.fullmatch, head)) or not any(map(_STATES_CASE.fullmatch, head)):
        return False
    return named_in_sentence(page) is not None


_SENTENCE_COURT = re.compile(
    r"\bbefore (?:the |this )?(?:honorable |said )?(?P<court>(?:[A-Z0-9][\w'’.]* ){0,4}Court(?: (?:No\. ?\d+|Number \w+))?"
    r"(?: of [A-Z][\w'’]*(?: [A-Z][\w'’]*)? County)(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)"
)


def named_in_sentence(page: Page) -> str | None:
    """The state's court that a sentence of the paper names with its county."""
    text = " ".join(each.text for each in page.lines)
    for hit in (*_SENTENCE_COURT.finditer(text), *_COUNTYS_COURT.finditer(text)):
        if STATE_COURT.search(hit["court"]) and not NO_CAPTION.search(hit["court"]):
            return hit["court"]
    return None


_COUNTYS_COURT = re.compile(
    r"\b(?:before|in|to) (?:the |said )?(?P<court>(?!United|Honorable|Supreme|This|Said)(?:[A-Z][a-z'’.-]+ ){1,3}?"
    r"(?:Circuit|District|Superior|Criminal|Municipal|County|Justice|General Sessions|Family|Magistrate) Court)\b"
    r"(?! (?:Judge|Clerk|Commissioner|Magistrate|Administrator)\b)"
)
"""A court called by its county: `before the Fayette Circuit Court`."""
