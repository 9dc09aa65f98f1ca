"""What each page is, by its title, its number and who issued it: never by words that stand anywhere. Then where papers start."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from habeas.paper.forms.authorities import AUTHORITY, NO_COURT, by_its_words
from habeas.paper.forms.catalog import Form
from habeas.paper.forms.court_names import (
    FEDERAL,
    VENUE_COUNTY,
    VENUE_STATE,
    WRAPPED,
    bare_courts,
    court_in_cells,
    in_its_sentence,
    names_a_court,
    tribal_court,
)
from habeas.paper.forms.deeds import by_deed
from habeas.paper.forms.forms import FORMS
from habeas.paper.forms.officers import by_body, heads_dhs, unknown_form
from habeas.paper.forms.state_titles import is_commitment_title, is_order_title, is_search_title, is_warrant_title
from habeas.paper.forms.two_up import halves, stacked
from habeas.paper.pages.labels import LabelSheet, key
from habeas.paper.pages.page import Page, PageLine

_OTHER_NUMBER = re.compile(
    r"\b(USM)\s?[-–]?\s?(17|16A?|41|129)\b|\b(PROB)\s?[-–]?\s?(12C)\b|\b(CDR)\s?[-–]?\s?(2)\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:\bform\s+|^\s*(?:dhs|ice|cbp)?\s*)[Il1tTj|!]\s?[-–—~.]?\s?(247|200|205|138|862|213|203"
    r"|286)\s?[-–]?\s?([ADNGX]?)\b",
    re.IGNORECASE,
)
_AO = re.compile(r"\bA\s?[O0Q]\s?[-–]?\s?(442|443|93|110|88|89)\s?([AB8C]?)\b(?=\s*[\(\[{]?|\s*$)", re.IGNORECASE)
_VERSION = re.compile(r"[\(\[{]\s*((?:Rev\.?\s*)?\d{1,2}/\d{2,4}[^)\]}]{0,6})\s*[\)\]}]", re.IGNORECASE)
_PAGE = re.compile(r"\bpage\s+([\dIl|]{1,2})(?:\s+of\s+(\d{1,2}))?\b|[\(\[]page\s+(\d{1,2})[\)\]]", re.IGNORECASE)
_PAGE_ALONE = re.compile(r"\s*(?:page\s+(\d{1,2})(?:\s+of\s+\d{1,2})?|[-–—]\s?(\d{1,2})\s?[-–—])\s*", re.IGNORECASE)
_MACHINE = re.compile(r"\b\d{1,2}[:.]\d\d\b|\bfax\b|\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}", re.IGNORECASE)
"""A time of day, a telephone or the word fax: the line was printed by a fax machine, and counts the sheets sent, not a paper's pages."""
_BEGINS = re.compile(r"\s*(?:dhs|ice|cbp)?\s*(?:form)?\s*[Il1tTj|!]\s?[-–—~.]", re.IGNORECASE)
_ADDED = re.compile(
    r"(?:attachment|exhibit|schedule|appendix|addendum|continuation)(?: (?:sheet|page|[A-Z]|\d{1,2}))?", re.IGNORECASE
)
_PERSON = re.compile(r"\bA\s?[#-]?\s?(\d{2,3})[\s-]?(\d{3})[\s-]?(\d{3})\b")
_COVER = re.compile(
    r"\b(?:fax|facsimile)\b.{0,24}\b(?:cover|transmittal|transmission)\b|^\s*(?:fax|facsimile)\s*$"
    r"|\bcover (?:sheet|page)\b|\btransmittal sheet\b",
    re.IGNORECASE,
)
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
    """What a page shows itself to be. `by` says on which signs; `number` is the page number printed on it.

    `later` is the code of a DHS form of which the page says it is a later page; `added`, that it is headed as an attachment.
    """

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
    later: str | None = None
    added: bool = False


def face_of(page: Page) -> Face:
    """Look at a page: its title, its number at head or foot, who issued it."""
    titled = _titled(page)
    numbered, version = _numbered(page)
    court = _court(page)
    dhs = heads_dhs(page)
    body = by_body(page)
    if body is not None:  # whatever stands over it, a court's form does not speak so
        titled = [each for each in titled if each.issuer == "dhs"] or [body]
    form, by = _settle(titled, numbered, _heads(page, court, dhs=dhs))
    if form is None and dhs and (unknown := unknown_form(page)):
        form, by = unknown, frozenset({"number"})
    if form is None and court is None and _of_immigration_court(page):
        form, by = _IMMIGRATION_ORDER, frozenset({"title"})
    letter = any(map(_GREETS.match, (each.text for each in page.lines[:40])))
    if form is None and not dhs and not letter and (deed := by_deed(page, court)):
        form, by = deed, frozenset({"title", "deed"})
    number = _page_number(page, titled="title" in by)
    head = [line for line in page.lines if line.area[1] < page.height * 0.3]
    return Face(
        form,
        version,
        by,
        number,
        form is None and any(_COVER.search(each.text) for each in head),
        court,
        dhs,
        letter,
        any(_is_title(each) for each in head),
        any("proposed" in key(each.text) for each in page.lines if each.area[1] < page.height * 0.5),
        _printed(page) if (number or 1) > 1 and "title" not in by else None,
        any(_ADDED.fullmatch(each.text.strip(" .:-")) for each in head),
    )


_GREETS = re.compile(
    r"(?:dear\b|to whom it may|to the (?:custodian|warden|commander) of records|to the records)", re.IGNORECASE
)
"""How a letter begins."""
_IMMIGRATION_ORDER = next(each for each in FORMS if each.issuer == "eoir")
_IMMIGRATION_COURT = re.compile(r"\W*(?:united states |u\.s\. )?immigration court\W*", re.IGNORECASE)
_ITS_ORDER = re.compile(r"(?:order|decision|warrant|writ)\b.*", re.IGNORECASE)


def _of_immigration_court(page: Page) -> bool:
    """Whether an immigration court heads the page and an order's title in capitals stands under it: no court of the judicial branch."""
    head = [each.text for each in page.lines if each.area[1] < page.height * 0.42]
    titled = any(_ITS_ORDER.fullmatch(each) and each.isupper() for each in head)
    return titled and any(map(_IMMIGRATION_COURT.fullmatch, head[:6]))


def _is_title(line: PageLine) -> bool:
    """Whether a line is in a title's large letters; a scrawl that OCR took for letters is not."""
    sure = sorted(each.sure for each in line.words)[len(line.words) // 2] >= 0.5
    return sure and line.size >= 12 and len(key(line.text)) > 5 and key(line.text) not in _CONTINUES


def _printed(page: Page) -> str | None:
    """The code of the DHS form whose number begins a line at the head or the foot of the page."""
    lines = [each.text for each in _edge(page) if _BEGINS.match(each.text) and len(key(each.text)) < 40]
    codes = [code for code in map(_code, lines) if code]
    return codes[0] if codes else None


def is_private(page: Page) -> bool:
    """Whether the page is the second of an AO 442: personal identifiers that are not for public disclosure."""
    if not page.words:
        return False
    sheet = LabelSheet(page)
    hits = [label for label in _PRIVATE if sheet.find(label)]
    return len(hits) >= 3 or (bool(hits) and hits[0] in _PRIVATE[:2])


def _titled(page: Page) -> list[Form]:
    """Forms whose title stands alone on one, two or three lines in the upper part of the page, the most like first."""
    texts = title_texts(page)
    keys = [re.sub(r"^(?:proposed)?(?:orderand(?=.*warrant))?", "", key(each)) for each in texts]
    scored: list[tuple[float, int, Form]] = []
    for order, form in enumerate(FORMS):
        likeness = max((_alike(key(title), each) for title in form.titles for each in keys), default=0.0)
        likeness = max([likeness, *(_both(form, each) for each in texts if "/" in each)])
        if form.called and likeness < _BY_WORDS and any(map(_GRAMMARS[form.called], texts)):
            likeness = _BY_WORDS
        if likeness >= 86:
            scored.append((-likeness, order, form))
    return [form for _, _, form in sorted(scored, key=lambda each: each[:2])]


def title_texts(page: Page) -> list[str]:
    """What may be a title of the page: each of its upper lines, and those of two and three that stand under one another."""
    upper = [each for each in page.lines if each.area[1] < page.height * 0.48]
    texts = [each.text for each in upper]
    pairs = _following(upper)
    texts += [f"{one.text} {two.text}" for one, two in pairs]
    texts += [f"{one.text} {two.text} {three.text}" for one, two in pairs for other, three in pairs if other is two]
    texts = [_PROPOSED.sub("", _WHOSE.sub("", each)) for each in texts]
    texts += [_NOTE.sub("", each) for each in texts if _NOTE.search(each)]
    return texts


_GRAMMARS = {
    "search": is_search_title,
    "warrant": is_warrant_title,
    "order": is_order_title,
    "commitment": is_commitment_title,
}
_BY_WORDS = 87.0
"""How like a form's title a line counts that is one by its words: less than any title that was written down."""
_WHOSE = re.compile(
    r"(?<=(?:quen|ican|cien)dum)\s(?:for|as to|re:?)\b.*$|(?<=\bdetainer)\s*[-–—:]\s*(?:subject|prisoner|inmate|name|re)\s*:.*$",
    re.IGNORECASE,
)
"""For whom a writ or a detainer is, behind its title."""
_PROPOSED = re.compile(r"^\W*proposed\W+(?=\w)", re.IGNORECASE)
"""What a lawyer's draft of an order says before its title: the face says that it is proposed, the title says what it is."""
_NOTE = re.compile(r"\s*[\(\[][^()\[\]]{2,60}[\)\]]\s*$")
"""A remark in brackets at the end of a title: the section it rests on, why it was issued."""


def _both(form: Form, text: str) -> float:
    """How like two titles of one form a line is that gives both with a stroke between them: `CAPIAS / WARRANT OF ARREST`."""
    parts = [key(each) for each in text.split("/")]
    return min(max(_alike(key(title), part) for title in form.titles) for part in parts) if form.titles else 0.0


def _alike(title: str, text: str) -> float:
    if abs(len(title) - len(text)) > max(2, len(title) // 8):
        return 0.0
    return ratio(title, text)


def _following(lines: Sequence[PageLine]) -> list[tuple[PageLine, PageLine]]:
    """Pairs of lines of like size that stand under one another, as a title of two lines does."""
    pairs = []
    for place, one in enumerate(lines):
        after = [each for each in lines[place + 1 : place + 9] if key(each.text) and _is_under(one, each)]
        first = next(iter(after), None)
        row = [each for each in after if first and abs(each.area[1] - first.area[1]) < 4]
        if row:
            pairs.append((one, min(row, key=lambda each: _aside(one, each))))
    return pairs


def _is_under(one: PageLine, two: PageLine) -> bool:
    near = 0 < two.area[1] - one.area[1] < 2.4 * one.size
    over = one.area[0] - 60 < two.area[2] and two.area[0] < one.area[2] + 60
    return near and over and abs(one.size - two.size) < 3.5


def _aside(one: PageLine, two: PageLine) -> float:
    """How far a line is from standing under another: by their left edges or their middles, whichever is nearer."""
    middles = [(each.area[0] + each.area[2]) / 2 for each in (one, two)]
    return min(abs(one.area[0] - two.area[0]), abs(middles[0] - middles[1]))


def _numbered(page: Page) -> tuple[list[Form], str | None]:
    """Forms whose number stands at the head or the foot of the page, and the printing it names."""
    below = [each for each in page.lines[-4:] if _PRINTED_NUMBER.fullmatch(each.text.strip())]
    for line in [*_edge(page), *below]:
        code = _code(line.text)
        if code:
            version = _VERSION.search(line.text)
            found = [form for form in FORMS if form.code == code]
            return found, re.sub(r"\s+", " ", version[1]).strip() if version else None
    return [], None


_PRINTED_NUMBER = re.compile(
    r"(?:DHS |ICE |CBP )?Form I-\d{3}\w? \((?:Rev\.? ?)?\d{1,2}/\d{2,4}[^()]{0,6}\)(?: Page \d.*)?|Form USM-\d{2}\w?",
    re.IGNORECASE,
)
"""A form's number with its printing and nothing else: the last print of a form that ends high on its sheet."""


def _code(text: str) -> str | None:
    hit = _NUMBER.search(text)
    if hit:
        return f"I{hit[1]}{hit[2].upper()}"
    hit = _AO.search(text)
    if hit:
        return f"AO{hit[1]}{hit[2].upper().replace('8', 'B')}"
    hit = _OTHER_NUMBER.search(text) if len(key(text)) < 40 else None
    return "".join(each.upper() for each in hit.groups() if each) if hit else None


_COURTS = frozenset({"court", "state_court"})


def _settle(titled: list[Form], numbered: list[Form], heads: frozenset[str]) -> tuple[Form | None, frozenset[str]]:
    """The form that title and number agree on; else the title's; a number alone only with its issuer on the page."""
    for form in titled:
        if form in numbered:
            return form, frozenset({"title", "number"})
    if numbered and numbered[0].issuer == "dhs" and "dhs" in heads and titled and titled[0].issuer in _COURTS:
        return numbered[0], frozenset({"number", "another title"})  # a court's title over an officer's warrant
    fits = [form for form in titled if _issued(form, heads)]
    if fits:
        return fits[0], frozenset({"title"}) | ({"another number"} if numbered else frozenset())
    if numbered and _issued(numbered[0], heads):
        return numbered[0], frozenset({"number"})
    if titled and numbered and titled[0].issuer == numbered[0].issuer:
        return titled[0], frozenset({"title", "another number"})
    return (
        (titled[0], frozenset({"title alone"}))
        if titled and titled[0].issuer in {"dhs", "eoir", "other"}
        else (None, frozenset())
    )


def _issued(form: Form, heads: frozenset[str]) -> bool:
    return form.issuer in {"eoir", "other"} or form.issuer in heads


def _heads(page: Page, court: str | None, *, dhs: bool) -> frozenset[str]:
    """Whose heading a page bears, as the issuers of forms are called; a parole board's or a governor's counts where no court's stands."""
    head = [each.text for each in page.lines if each.area[1] < page.height * 0.28 and len(key(each.text)) < 70]
    others = [] if court else [name for name, said in NO_COURT.items() if any(map(said.search, head))]
    others += [] if court or dhs or others else by_its_words(page)
    named = {"federal": "court", "state": "state_court", "tribal": "state_court"}.get(court or "")
    return frozenset([*others, *(["dhs"] if dhs else []), *([named] if named else [])])


def _court(page: Page) -> str | None:
    """Whose court's name stands at the head of the page: `federal`, `state`, None."""
    upper = [each for each in page.lines if each.area[1] < page.height * 0.36]
    head = [each.text for each in upper]
    if any(FEDERAL.search(each) and len(key(each)) < 60 for each in head):
        return "federal"
    if _of_no_court(upper):
        return None
    if tribal_court(upper):
        return "tribal"
    caption = [each for each in head if names_a_court(each) and len(key(each)) < 110]
    wrapped = [f"{one.text} {two.text}" for one, two in _following(upper) if WRAPPED.match(two.text)]
    caption += [each for each in wrapped if names_a_court(each) and len(key(each)) < 110]
    if caption or bare_courts(head) or in_its_sentence(page, head) or _by_its_venue(head) or court_in_cells(page):
        return "state"
    return None


def _of_no_court(upper: Sequence[PageLine]) -> bool:
    """Whether an authority that is no court heads the page, over any court that the paper only speaks of."""
    heads = [each for each in upper if AUTHORITY.search(each.text) and len(key(each.text)) < 70]
    courts = [each for each in upper if names_a_court(each.text)]
    return bool(heads) and not any(each.area[1] <= heads[0].area[3] for each in courts)


_TITLED = (is_warrant_title, is_search_title, is_commitment_title)


_VENUE = re.compile(
    rf"{VENUE_STATE.pattern},? +(?:county|parish)(?:/ ?municipality)? of [a-z.'’ -]{{3,30}}", re.IGNORECASE
)
"""A venue's two lines in one: `STATE OF SOUTH CAROLINA County/Municipality of …`."""


def _by_its_venue(head: Sequence[str]) -> bool:
    """Whether a warrant's caption names the state and the county (`THE STATE OF TEXAS / COUNTY OF …`) and no authority but a court."""
    lines = [each.strip(" §):|,.") for each in head]
    placed = any(map(VENUE_STATE.fullmatch, lines)) and any(map(VENUE_COUNTY.fullmatch, lines))
    placed = placed or any(map(_VENUE.fullmatch, lines))
    others = any(said.search(each) for said in NO_COURT.values() for each in head)
    return placed and not others and any(named(each) for each in lines for named in _TITLED)


def _page_number(page: Page, *, titled: bool) -> int | None:
    """The page number that the paper bears, not the one a fax machine printed over it.

    The foot is believed before the head. On a page with a form's title the head is believed only beside the form's number.
    """
    edge = sorted(_edge(page), key=lambda each: each.area[1] < page.height * 0.5)
    for line in edge:
        hit = None if _by_machine(line, edge) else _PAGE.search(line.text)
        if hit and not (titled and line.area[1] < page.height * 0.5 and not _code(line.text)):
            return int(re.sub(r"[Il|]", "1", hit[1] or hit[3]))
    beside = [
        hit for each in page.lines if _code(each.text) and len(each.text) < 60 and (hit := _PAGE.search(each.text))
    ]
    if beside:  # a short page bears its foot where its words end
        return int(re.sub(r"[Il|]", "1", beside[-1][1] or beside[-1][3]))
    upper = [] if titled else [each for each in page.lines if each.area[1] < page.height * 0.2]
    alone = [hit for each in upper if (hit := _PAGE_ALONE.fullmatch(each.text))]
    return int(alone[0][1] or alone[0][2]) if alone else None


def _by_machine(line: PageLine, edge: Sequence[PageLine]) -> bool:
    """Whether a line at the edge of a page stands in the row that a fax machine prints."""
    middle = (line.area[1] + line.area[3]) / 2
    row = [each.text for each in edge if each.area[1] - 2 < middle < each.area[3] + 2]
    return any(_MACHINE.search(text) for text in row)


def _edge(page: Page) -> list[PageLine]:
    """The lines at the head and at the foot of a page, where forms print their numbers."""
    return [each for each in page.lines if each.area[1] < page.height * 0.09 or each.area[3] > page.height * 0.86]


@dataclass(frozen=True, slots=True)
class Bundle:
    """The pages of one paper, its first page first, with what that shows."""

    face: Face
    pages: tuple[Page, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its pages in the file, in the file's order."""
        return tuple(sorted(page.number for page in self.pages))


def split(pages: Sequence[Page]) -> list[Bundle]:
    """Cut a file into papers. A page starts one where a form begins, where a letter or a cover begins, or after a cover.

    A later page of a DHS form goes to that form, also where another paper lies between or its first page comes after it.
    """
    found: list[Bundle] = []
    for page in [half for each in pages for half in _two_up(each)]:
        face = face_of(page)
        place = None if page.begins and not face.later else _place(page, face, found)
        if place is None:
            found.append(Bundle(face, (page,)))
        elif face.later is None and found[place].face.later:
            found[place] = Bundle(face, (page, *found[place].pages))
        else:
            found[place] = replace(found[place], pages=(*found[place].pages, page))
    return found


def _two_up(page: Page) -> tuple[Page, ...]:
    """The two papers of a sheet on which two known ones lie, side by side or one over the other, else the page."""
    ways = [parts for parts in (halves(page),) if parts] or stacked(page)
    return next((parts for parts in ways if all(_titled_paper(each) for each in parts)), (page,))


def _titled_paper(page: Page) -> bool:
    """Whether a part of a sheet is a known paper by a title of its own; a number alone may be the other's, printed at the foot."""
    face = face_of(page)
    return face.form is not None and "title" in face.by


def _place(page: Page, face: Face, found: Sequence[Bundle]) -> int | None:
    """Which of the papers found so far a page belongs to; None where it starts one."""
    last = len(found) - 1
    if face.later:
        same = [place for place, each in enumerate(found) if _coded(each.face) == face.later]
        return same[-1] if same else None
    if found and _continues(page, face, found[-1]):
        return last
    code = face.form.code if face.form else None
    waiting = [place for place, each in enumerate(found) if code and each.face.later == code]
    return waiting[0] if waiting else None


def _coded(face: Face) -> str | None:
    return face.later or (face.form.code if face.form else None)


def people(page: Page) -> set[str]:
    """The A-numbers on a page, digits only."""
    return {"".join(each).lstrip("0") for each in _PERSON.findall(" ".join(word.text for word in page.words))}


def _continues(page: Page, face: Face, before: Bundle) -> bool:
    """Whether a page belongs to the paper before it."""
    if page.private or not page.words:
        return True
    if face.form is not None:
        same = before.face.form is not None and before.face.form.code == face.form.code
        others = people(before.pages[0]), people(page)
        return same and (face.number or 1) > 1 and not (all(others) and others[0].isdisjoint(others[1]))
    if before.face.cover or face.cover:
        return False
    of_dhs = before.face.form is not None and before.face.form.issuer == "dhs"
    if (face.number or 1) > 1 or (face.added and of_dhs):
        return True
    if any(key(line.text).startswith(_CONTINUES) for line in page.lines if line.area[1] < page.height * 0.3):
        return True
    return not (face.letter or face.other_title)
