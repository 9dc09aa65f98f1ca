"""Places that a paper names in its sentences: where it was made, where somebody is to be brought."""

import re
from collections.abc import Iterator, Sequence

from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.fields.value_patterns import find_date
from habeas.paper.forms.districts import STATES
from habeas.paper.pages.page import Page, PageLine, Word

_SHORT = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN"
    "|TX|UT|VT|VA|WA|WV|WI|WY|DC"
)
_STATE = "|".join([*sorted(map(re.escape, STATES), key=len, reverse=True), "District of Columbia"])
_CITY = r"(?:St\. |Ft\. |Mt\. )?[A-Z][\w'’-]+(?:[ -](?:(?:of|de|du|la|del) )?(?:[A-Z][\w'’.-]+)){0,3}"
_TOWN = rf"{_CITY}, (?:(?:the )?(?:State|Commonwealth) of )?(?:(?i:{_STATE})|{_SHORT})\b"
_MADE = re.compile(
    r"\b(?i:dated|done|given|witness|signed|issued|executed|entered|ordered|made|sealed|affixed|hand|attest|this)\b"
    rf"[^;¦]{{0,170}}?\b(?i:at|in)(?: (?:my |the )?(?:office|chambers|court)(?: in| at)?)?(?: the (?:city|town) of)? (?P<where>{_TOWN})"
)
_ALONE = re.compile(rf"(?P<where>{_TOWN})(?: \d{{5}}(?:-\d{{4}})?)?\.?")
_OF_A_COURT = re.compile(r"\W*(?:united states |u\.s\. )?immigration court\W*", re.IGNORECASE)
_NEAR = 18.0
"""Points between the day of a paper and the town under or over it."""
_NO_END = "\u2024"
_SHORTENED = re.compile(
    r"\b(?:[A-Z]|Jr|Sr|St|Ave|Blvd|Rd|Dr|Hwy|Ste|Rm|Dept|Div|Bldg|No|Ft|Mt|Hon|U\.S)\.(?=[\s,])|(?<=U)\.(?=S)"
)
_BRING = re.compile(
    r"\b(?:appear|produced?|transport|bring|brought|deliver|surrender|presented?|returnable|have (?:him|her|the body|you the body|the"
    r" (?:said )?(?:defendant|prisoner|inmate))|body of|convey|hearing|attend)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:(?:located |sitting |held )?(?:at|in)|located|before)(?: the)?[:,]? +(?=[A-Z0-9])"
    r"|\b(?:court|judge)[^,.;¦]{0,60}, +(?=\d|[A-Z])"
)
_STOPS = re.compile(
    r",?\s+(?:on\b|at \d{1,2}[:.]|at the hour|to (?:answer|testify|be|appear|there)|there to|then and there|for (?:an?|the|his|her|trial"
    r"|arraignment|hearing|proceedings|further)\b|(?:not|no) later|by\b|until\b|and (?:there|then|thereafter|to|not|the|that|any|return"
    r"|upon|from|each)|in (?:the (?:above|matter|case)|connection|order)|as (?:a|the)|so that|instanter|forthwith|when\b|where\b|who\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri)day\b)|\.\s|\.$|[;:¦]|$"
)
_ADDRESS = re.compile(
    r"\d+ (?:[NSEW]\.? |North |South |East |West )?(?:[A-Z\d][\w'’.]* ){1,4}(?:Street|St\b|Avenue|Ave\b|Boulevard|Blvd|Road|Rd\b|Drive|Dr\b"
    r"|Square|Plaza|Lane|Way|Place|Parkway|Highway|Court\b|Broadway|Mall|Center|Circle)|\b\d+ Broadway\b"
    r"|\b(?:court ?room|court ?house|building|department \w|dept\.? \w|division \w|suite|room) ?",
    re.IGNORECASE,
)
_LONGEST = 190
_REACH = 520


def add_issued_at(page: Page, text: str, words: Sequence[Word], gathered: Gathered) -> None:
    """The town in the sentence that says when the paper was made, else one alone at its day, else an immigration court's own."""
    if gathered.fields.get("issued_at", ABSENT).value:
        return
    said = [hit for hit in _MADE.finditer(text) if find_date(hit[0]) or find_date(text[hit.end() : hit.end() + 60])]
    if said:
        where = said[-1]
        used = _within(where.span("where"), words)
        gathered.add("issued_at", reading_of(_town(where["where"]), used, page, "issued_at"))
        return
    if line := next(_beside_day(page), None) or _courts_own(page):
        hit = _ALONE.fullmatch(line.text.strip(" ,"))
        if hit:
            gathered.add("issued_at", reading_of(_town(hit["where"]), line.words, page, "issued_at"))


def _town(text: str) -> str:
    return re.sub(r", (?:the )?(?:State|Commonwealth) of ", ", ", text)


def _beside_day(page: Page) -> Iterator[PageLine]:
    """Lines of the lower page that are a town and its state, right under or over a line that is a day."""
    lower = [each for each in page.lines if each.area[1] > page.height * 0.3]
    for line in lower:
        if not _ALONE.fullmatch(line.text.strip(" ,")):
            continue
        for other in lower:
            found = find_date(other.text)
            near = abs(other.area[1] - line.area[1]) < _NEAR and abs(other.area[0] - line.area[0]) < 60
            if other is not line and near and found and found.value and len(other.text) < found.end - found.start + 12:
                yield line


def _courts_own(page: Page) -> PageLine | None:
    """The line of the town in the address of an immigration court that heads a page."""
    head = [each for each in page.lines if each.area[1] < page.height * 0.3]
    for place, line in enumerate(head):
        if _OF_A_COURT.fullmatch(line.text):
            return next((each for each in head[place + 1 : place + 4] if _ALONE.fullmatch(each.text.strip(" ,"))), None)
    return None


def add_comply_at(page: Page, text: str, words: Sequence[Word], gathered: Gathered) -> None:
    """Where somebody is to be brought: an address, a courthouse or a room in the sentence that says so."""
    if gathered.fields.get("comply_at", ABSENT).value:
        return
    masked = _SHORTENED.sub(lambda hit: hit[0].replace(".", _NO_END), text)
    for verb in _BRING.finditer(masked):
        reach = masked[: min(len(masked), verb.end() + _REACH)]
        for begin in _BEGINS.finditer(reach, verb.end()):
            stop = _STOPS.search(masked, begin.end())
            end = stop.start() if stop else len(masked)
            begun = begin.end() + _behind_court(masked[begin.end() : end])
            where = masked[begun:end].replace(_NO_END, ".").strip(" ,")
            if len(where) <= _LONGEST and _ADDRESS.search(where) and not _JAIL.search(where):
                used = _within((begun, end), words)
                gathered.add("comply_at", reading_of(where, used, page, "comply_at"))
                return


_COURT_AT = re.compile(
    r"^[^,;]{0,80}\bcourt\b(?: (?:for|of) [^,;]{3,60}?)?(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?"
    r",? (?:sitting |located )?(?:at|in)(?: the)? (?=[A-Z\d])",
    re.IGNORECASE,
)


def _behind_court(text: str) -> int:
    """Where the place begins behind the name of the court that sits there."""
    hit = _COURT_AT.match(text)
    return hit.end() if hit and _ADDRESS.search(text[hit.end() :]) else 0


_JAIL = re.compile(r"\b(?:jail|detention|correctional|prison|penitentiary|custody)\b", re.IGNORECASE)
"""Where somebody is held, and not where anybody is brought."""


def _within(span: tuple[int, int], words: Sequence[Word]) -> list[Word]:
    """The words between two places of the text they make; breaks of columns stand nowhere."""
    used, place = [], 0
    for word in words:
        if place < span[1] and place + len(word.text) > span[0] and word.x1 > 0:
            used.append(word)
        place += len(word.text) + 1
    return used
