"""What each page is, by its title, its number and who issued it: never by words that stand anywhere. Then where papers start."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from habeas.requests.paper.catalog import Form
from habeas.requests.paper.forms import FORMS
from habeas.requests.paper.labels import Sheet, key
from habeas.requests.paper.page import Line, Page

_NUMBER = re.compile(
    r"(?:\bform\s+|^\s*(?:dhs|ice|cbp)?\s*)[Il1tTj|!]\s?[-–—~.]?\s?(247|200|205|138|862|213|203"
    r"|286)\s?[-–]?\s?([ADNGX]?)\b",
    re.IGNORECASE,
)
_AO = re.compile(r"\bA\s?[O0Q]\s?[-–]?\s?(442|93|110|88|89)\s?([AB8C]?)\b(?=\s*[\(\[{]?|\s*$)", re.IGNORECASE)
_VERSION = re.compile(r"[\(\[{]\s*((?:Rev\.?\s*)?\d{1,2}/\d{2,4}[^)\]}]{0,6})\s*[\)\]}]", re.IGNORECASE)
_PAGE = re.compile(r"\bpage\s+([\dIl|]{1,2})(?:\s+of\s+(\d{1,2}))?\b|[\(\[]page\s+(\d{1,2})[\)\]]", re.IGNORECASE)
_COVER = re.compile(
    r"\b(?:fax|facsimile)\b.{0,24}\b(?:cover|transmittal|transmission)\b|^\s*(?:fax|facsimile)\s*$"
    r"|\bcover (?:sheet|page)\b|\btransmittal sheet\b",
    re.IGNORECASE,
)
_STATE_COURT = re.compile(
    r"\b(?:superior|circuit|county|municipal|district|justice|criminal|supreme|common pleas)\b.{0,12}\bcourt\b"
    r"|\bcourt of (?:common pleas|general sessions)\b",
    re.IGNORECASE,
)
_FEDERAL = re.compile(r"united\s*states\s*district\s*court|u\.?s\.?\s+district\s+court", re.IGNORECASE)
_CONTINUES = (
    "noticetothedetainee",
    "noticetodetainee",
    "notificacionalapersonadetenida",
    "notificacionaldetenido",
    "avisaudetenu",
    "avisaudetenu",
    "certificateofservice",
    "proofofservice",
    "return",
    "verificationofremoval",
    "avisaodetento",
)
_PRIVATE = (
    "not for public disclosure",
    "contains personal identifiers",
    "Known aliases",
    "Last known residence",
    "Prior addresses to which defendant",
    "Last known employment",
    "Last known telephone numbers",
    "Social Security number",
    "Scars, tattoos, other distinguishing marks",
    "History of violence, weapons, drug use",
    "Known family, friends, and other associates",
    "Complete description of auto",
    "Name and telephone numbers (office and cell) of pretrial",
)


@dataclass(frozen=True, slots=True)
class Face:
    """What a page shows itself to be. `by` says on which signs; `number` is the page number printed on it."""

    form: Form | None
    version: str | None
    by: frozenset[str]
    number: int | None
    cover: bool
    court: str | None
    dhs: bool
    letter: bool
    other_title: bool
    proposed: bool = False


def face_of(page: Page) -> Face:
    """Look at a page: its title, its number at head or foot, who issued it."""
    titled = _titled(page)
    numbered, version = _numbered(page)
    court = _court(page)
    dhs = _dhs(page)
    form, by = _settle(titled, numbered, court, dhs=dhs)
    head = [line for line in page.lines if line.area[1] < page.height * 0.3]
    letter = any(
        re.match(
            r"(?:dear\b|to whom it may|to the (?:custodian|sheriff|records|warden|commander))", each.text, re.IGNORECASE
        )
        for each in page.lines[:40]
    )
    return Face(
        form,
        version,
        by,
        _page_number(page),
        form is None and any(_COVER.search(each.text) for each in head),
        court,
        dhs,
        letter,
        any(each.size >= 12 and len(key(each.text)) > 5 and key(each.text) not in _CONTINUES for each in head),
        any("proposed" in key(each.text) for each in page.lines if each.area[1] < page.height * 0.5),
    )


def is_private(page: Page) -> bool:
    """Whether the page is the second of an AO 442: personal identifiers that are not for public disclosure."""
    if not page.words:
        return False
    sheet = Sheet(page)
    hits = [label for label in _PRIVATE if sheet.find(label)]
    return len(hits) >= 3 or (bool(hits) and hits[0] in _PRIVATE[:2])


def _titled(page: Page) -> list[Form]:
    """Forms whose title stands alone on one, two or three lines in the upper part of the page, the most like first."""
    upper = [each for each in page.lines if each.area[1] < page.height * 0.42]
    texts = [each.text for each in upper]
    texts += [f"{one.text} {two.text}" for one, two in _following(upper)]
    keys = [re.sub(r"^proposed", "", key(each)) for each in texts]
    scored: list[tuple[float, int, Form]] = []
    for order, form in enumerate(FORMS):
        likeness = max((_alike(key(title), each) for title in form.titles for each in keys), default=0.0)
        if likeness >= 86:
            scored.append((-likeness, order, form))
    return [form for _, _, form in sorted(scored, key=lambda each: each[:2])]


def _alike(title: str, text: str) -> float:
    if abs(len(title) - len(text)) > max(2, len(title) // 8):
        return 0.0
    return ratio(title, text)


def _following(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Pairs of lines of like size that stand under one another, as a title of two lines does."""
    pairs = []
    for place, one in enumerate(lines):
        for two in lines[place + 1 : place + 6]:
            near = 0 < two.area[1] - one.area[1] < 2.4 * one.size
            over = one.area[0] - 60 < two.area[2] and two.area[0] < one.area[2] + 60
            if near and over and abs(one.size - two.size) < 3.5:
                pairs.append((one, two))
                break
    return pairs


def _numbered(page: Page) -> tuple[list[Form], str | None]:
    """Forms whose number stands at the head or the foot of the page, and the printing it names."""
    edge = [each for each in page.lines if each.area[1] < page.height * 0.09 or each.area[3] > page.height * 0.86]
    for line in edge:
        code = _code(line.text)
        if code:
            version = _VERSION.search(line.text)
            found = [form for form in FORMS if form.code == code]
            return found, re.sub(r"\s+", " ", version[1]).strip() if version else None
    return [], None


def _code(text: str) -> str | None:
    hit = _NUMBER.search(text)
    if hit:
        return f"I{hit[1]}{hit[2].upper()}"
    hit = _AO.search(text)
    return f"AO{hit[1]}{hit[2].upper().replace('8', 'B')}" if hit else None


def _settle(
    titled: list[Form], numbered: list[Form], court: str | None, *, dhs: bool
) -> tuple[Form | None, frozenset[str]]:
    """The form that title and number agree on; else the title's; a number alone only with its issuer on the page."""
    for form in titled:
        if form in numbered:
            return form, frozenset({"title", "number"})
    fits = [form for form in titled if _issued(form, court, dhs=dhs)]
    if fits:
        return fits[0], frozenset({"title"}) | ({"another number"} if numbered else frozenset())
    if numbered and _issued(numbered[0], court, dhs=dhs):
        return numbered[0], frozenset({"number"})
    if titled and numbered and titled[0].issuer == numbered[0].issuer:
        return titled[0], frozenset({"title", "another number"})
    return (
        (titled[0], frozenset({"title alone"}))
        if titled and titled[0].issuer in {"dhs", "eoir", "other"}
        else (None, frozenset())
    )


def _issued(form: Form, court: str | None, *, dhs: bool) -> bool:
    return {
        "dhs": dhs,
        "court": court == "federal",
        "state_court": court == "state",
    }.get(form.issuer, True)


def _court(page: Page) -> str | None:
    """Whose court's name stands at the head of the page: `federal`, `state`, None."""
    head = [each.text for each in page.lines if each.area[1] < page.height * 0.36]
    if any(_FEDERAL.search(each) and len(key(each)) < 60 for each in head):
        return "federal"
    caption = [
        each
        for each in head
        if _STATE_COURT.search(each) and len(key(each)) < 70 and not re.search(r"immigration", each, re.IGNORECASE)
    ]
    return "state" if caption else None


def _dhs(page: Page) -> bool:
    head = " ".join(each.text for each in page.lines if each.area[1] < page.height * 0.2)
    return bool(
        re.search(r"homeland\s*security|immigration\s*and\s*customs|customs\s*and\s*border", head, re.IGNORECASE)
    )


def _page_number(page: Page) -> int | None:
    edge = [each for each in page.lines if each.area[1] < page.height * 0.09 or each.area[3] > page.height * 0.86]
    for line in edge:
        hit = _PAGE.search(line.text)
        if hit:
            return int(re.sub(r"[Il|]", "1", hit[1] or hit[3]))
    return None


@dataclass(frozen=True, slots=True)
class Bundle:
    """The pages of one paper with what the first of them shows."""

    face: Face
    pages: tuple[Page, ...]


def split(pages: Sequence[Page]) -> list[Bundle]:
    """Cut a file into papers. A page starts one where a form begins, where a letter or a cover begins, or after a cover."""
    found: list[Bundle] = []
    for page in pages:
        face = face_of(page)
        if found and _continues(page, face, found[-1]):
            found[-1] = Bundle(found[-1].face, (*found[-1].pages, page))
        else:
            found.append(Bundle(face, (page,)))
    return found


def _continues(page: Page, face: Face, before: Bundle) -> bool:
    """Whether a page belongs to the paper before it."""
    if page.private or not page.words:
        return True
    if face.form is not None:
        same = before.face.form is not None and before.face.form.code == face.form.code
        return same and (face.number or 1) > 1
    if before.face.cover or face.cover:
        return False
    if face.number is not None and face.number > 1:
        return True
    if any(key(line.text).startswith(_CONTINUES) for line in page.lines if line.area[1] < page.height * 0.3):
        return True
    return not (face.letter or face.other_title)
