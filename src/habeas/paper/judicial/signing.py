"""Who signed. A signature is ink, not a name: a printed name proves nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.paper.fields.extract import ABSENT, reading_of, words_at
from habeas.paper.fields.likely import called_name
from habeas.paper.forms.catalog import EntryPlace, Signing
from habeas.paper.judicial.titles import (
    RANKS,
    TITLE,
    led_name,
    mended_title,
    name_alone,
    out_of_office,
    signer_of,
    signer_under,
    split_title,
    tidy_name,
    tidy_title,
)
from habeas.paper.pages.labels import Hit, LabelSheet
from habeas.paper.pages.page import Area, Page, PageLine, Word, around, rows
from habeas.paper.reading import FieldReading

_TYPED = re.compile(r"^[\W_]*/?s/")
_TYPED_NAME = re.compile(r"/?\bs/.*?[^\W\d_]", re.IGNORECASE)
"""A typed `/s/` with a letter after it."""
_ELECTRONIC = re.compile(
    r"\b(?:electronically|digitally|e-?) ?signed(?: by)?\s*:?\s+(?:the |hon\w*\.? |judge |magistrate )*"
    r"(?P<name>[^\W\d_][^\W\d_.'’-]*[ .,])",
    re.IGNORECASE,
)
"""`Electronically signed by` with a name after it: a signature as `/s/` is one."""

_STAMPED = re.compile(r"^by\W*$|\b(?:copy|attest(?:ed)?|e?-?filed|received|certif\w+|seal)\b", re.IGNORECASE)
"""Words of a clerk's stamp, and a `By` alone, which are nobody's name."""


@dataclass(frozen=True, slots=True)
class PaperSignature:
    """The block of a signature. `inked`: True signed, False not, None cannot tell; `typed`: signed with `/s/`.

    `block` is every word from the line of the signature to under the title; `by_hand` what is written as the signature itself;
    `area` where the signature's ink belongs.
    """

    name: FieldReading
    title: FieldReading
    inked: bool | None
    typed: bool = False
    block: str = ""
    by_hand: str = ""
    area: Area | None = None


def signature_of(signing: Signing, sheet: LabelSheet, stops: tuple[str, ...]) -> PaperSignature:
    """Read the block of a form whose captions are known."""
    name, title = _named(signing, sheet, stops)
    caption = sheet.first(signing.captions)
    if caption is None:
        return PaperSignature(name, title, None)
    left, right = sheet.column_over(caption)
    area = (left, caption.area[1] - 34, right, caption.area[1] - 1.5)
    ceiling = _ceiling(sheet, caption, area)
    inked, typed = _signed(area, sheet, ceiling=ceiling)
    under = [hit for place in (*signing.both, *signing.title) for label in place.labels for hit in sheet.find(label)]
    lowest = max(
        (hit.area[3] for hit in under if 0 <= hit.area[1] - caption.area[1] < 90), default=caption.area[3] + 30
    )
    whole = (left, max(area[1], ceiling), right, lowest + 16)
    return PaperSignature(name, title, inked, typed, _block_text(whole, sheet), _by_hand(area, sheet, ceiling), area)


def _ceiling(sheet: LabelSheet, caption: Hit, area: Area) -> float:
    """The lower edge of the writing above, which is no signature."""
    return max(
        (
            word.bottom - 0.35 * word.size
            for row in sheet.rows[: caption.row]
            for word in row
            if area[0] < word.x1 and word.x0 < area[2] and word.bottom < caption.area[1] - 16
        ),
        default=area[1],
    )


def _signed(area: Area, sheet: LabelSheet, ceiling: float) -> tuple[bool | None, bool]:
    """Whether there is ink in the area, and whether it is a typed `/s/` with a name; `/s/` before a blank is the form's print."""
    if _electronic(area, sheet):
        return True, True
    area = (area[0], max(area[1], ceiling), area[2], area[3])
    words = [each for each in sheet.page.words if _inside(each, area)]
    start = next((place for place, each in enumerate(words) if _TYPED.match(each.text.lower())), None)
    if start is not None and _TYPED_NAME.search(" ".join(each.text for each in words[start:])):
        return True, True
    return sheet.page.ink(area), False


def _electronic(area: Area, sheet: LabelSheet) -> str:
    """The words `Electronically signed by` with the name after them at the place of a signature; empty where there are none."""
    text = _in_rows([each for each in sheet.page.words if _inside(each, (area[0], area[1] - 10, area[2], area[3]))])
    hit = _ELECTRONIC.search(f"{text} ")
    return text[hit.start() :] if hit else ""


def _in_rows(words: Sequence[Word]) -> str:
    """Words row by row with one blank between them."""
    return " ".join(each.text for row in rows(words) for each in row) if words else ""


def ink_in(area: Area, sheet: LabelSheet) -> tuple[bool | None, bool]:
    """Whether an area where a signature belongs is signed, and whether by typing."""
    return _signed(area, sheet, ceiling=area[1])


def hand_in(area: Area, sheet: LabelSheet) -> str:
    """What is typed or set in a hand-like face where a signature belongs."""
    return _by_hand(area, sheet, area[1])


def words_in(area: Area, sheet: LabelSheet, *, without: set[Word]) -> str:
    """Every word of a block, row by row, but those of `without` and of a return."""
    foot = issuers_foot(sheet.page)
    without = without | {word for line in sheet.page.lines if _tells_of_service(line) for word in line.words}
    return _in_rows(
        [
            each
            for each in sheet.page.words
            if _inside(each, area)
            and each.top < foot
            and each not in without
            and (each.source != "ocr" or each.sure >= _SURE)
        ]
    )


def plain_reading(words: Sequence[Word], page: Page, name: str) -> FieldReading:
    """A signer's name or title that stands at a caption of its own."""
    return _plain(list(words), page, name, title=name == "signer_title")


_SMALL = frozenset(
    re.findall(
        r"\w+",
        "of the for and in at by on to sitting assigned designated designation assignment court county district division state"
        " states united judge magistrate superior circuit municipal clerk deputy officer immigration director supervisory acting"
        " detention deportation title name date peace justice",
    )
)


def prose(text: str) -> bool:
    """Whether a line is part of a sentence: two small words that no office is called by."""
    small = [each for each in re.findall(r"(?<![A-Za-z'’])[a-z]{2,}(?![A-Za-z'’])", text) if each not in _SMALL]
    return len(small) > 1


_FILED = re.compile(r"\b(?:e-?)?(?:filed|received|docketed|recorded|entered) .*\d", re.IGNORECASE)
HEAD = 0.22
"""The share of a page over which nobody signs."""
_KEEPER = r"(?:officer|sheriff|marshal|constable|deputy|police|peace officer|executing officer|serving officer|arresting officer)"
_ENDS = re.compile(
    rf"\W*(?:(?:{_KEEPER}(?:['’]?s)? )?(?:return|certificate)(?: (?:of|on|by) (?:(?:the|said|this) )?(?:service|warrant|capias|arrest"
    rf"|execution|officer|writ|{_KEEPER}))?(?: of (?:service|execution|arrest))?|proof of (?:service|execution)"
    r"|certificate of (?:service|arrest|execution)|agency use\b.*|to be completed by\b.*|service: .*|this warrant was received\b.*"
    r"|executed (?:on|by)\b.*|(?:received|came to hand)\b.{0,90}(?:__|executed).*)\W*",
    re.IGNORECASE,
)
"""Lines under which somebody else fills the form in."""


def issuers_foot(page: Page) -> float:
    """Where the part of a paper ends that its issuer signs: at the head of a return that has an office's title over it; else the"
    " page's foot."""
    lower = [each for each in page.lines if each.area[1] > page.height * HEAD]
    for line in lower:
        if _ENDS.fullmatch(line.text) and any(
            TITLE.search(each.text) and not prose(each.text) for each in lower if each.area[3] <= line.area[1] + 2
        ):
            return line.area[1] - 1
    return page.height


_OF_A_RETURN = re.compile(
    r"\b(?:execut|arrest(?:ed|ing)\b|serv(?:ed|ing)\b|receiv|return|came to hand|lodg(?:ed|ing)\b|certif)",
    re.IGNORECASE,
)
_OF_AN_OFFICE = re.compile(
    r"\b(?:judge|justice|magistrate|commissioner|clerk|secretary|assistant|for|behalf|direction)\b", re.IGNORECASE
)


def _tells_of_service(line: PageLine) -> bool:
    """Whether a line is a return's sentence, which names no office: it stands near a signature and belongs to none."""
    return len(line.words) > 3 and bool(_OF_A_RETURN.search(line.text)) and not _OF_AN_OFFICE.search(line.text)


_CAPTION = re.compile(r"\bnames?(?:,| and| &) title\b|\bsignature\b|\bprinted name\b|\bname of\b", re.IGNORECASE)
_SURE = 0.6
"""A word in a scrawl that OCR is less sure of says nothing."""


def _block_text(area: Area, sheet: LabelSheet) -> str:
    """Every word of a signature's block, row by row, with what runs on to its right; what a return under it says is none of it."""
    foot = issuers_foot(sheet.page)
    told = {
        word for line in sheet.page.lines if _tells_of_service(line) or _FILED.search(line.text) for word in line.words
    }
    inside = [
        each
        for each in sheet.page.words
        if _inside(each, area) and each.top < foot and each not in told and (each.source != "ocr" or each.sure >= _SURE)
    ]
    return " ".join(each.text for row in rows(inside) for each in row) if inside else ""


def _by_hand(area: Area, sheet: LabelSheet, ceiling: float) -> str:
    """What is typed after `/s/` or set in a hand-like face where the signature belongs."""
    if electronic := _electronic(area, sheet):
        return electronic
    area = (area[0], max(area[1], ceiling), area[2], area[3])
    words = [each for each in sheet.page.words if _inside(each, area)]
    text = " ".join(each.text for each in words)
    return text if any(each.script for each in words) or re.search(r"/?\bs/", text, re.IGNORECASE) else ""


def _inside(word: Word, area: Area) -> bool:
    return area[0] <= word.x0 <= area[2] and area[1] - 2 <= word.middle <= area[3] + 2


def _named(signing: Signing, sheet: LabelSheet, stops: tuple[str, ...]) -> tuple[FieldReading, FieldReading]:
    if signing.both:
        return cut(_whole(_at(signing.both, sheet, stops), sheet.page), sheet.page)
    name_words, title_words = _at(signing.name, sheet, stops), _at(signing.title, sheet, stops)
    name, title = (
        _plain(name_words, sheet.page, "signer_name", title=False),
        _plain(title_words, sheet.page, "signer_title", title=True),
    )
    if name.value and not title.value and not title_words:
        title = _title_under(name_words, sheet.page)
    caption = sheet.first(("CLERK OF COURT",)) if signing.fixed_title else None
    if signing.fixed_title and (name.value or caption):
        title = reading_of(signing.fixed_title, caption.words if caption else (), sheet.page, "signer_title")
    return name, title


def _title_under(name_words: Sequence[Word], page: Page) -> FieldReading:
    """The officer's title on the line right under a printed name, where the form has no caption of its own for it."""
    x0, _, x1, bottom = around(name_words)
    for line in page.lines:
        near = -2 < line.area[1] - bottom < 1.2 * line.size and line.area[0] < x1 and x0 < line.area[2]
        if near and TITLE.match(line.text) and signer_of(line.text):
            return _plain(list(line.words), page, "signer_title", title=True)
    return ABSENT


def _at(places: Sequence[EntryPlace], sheet: LabelSheet, stops: tuple[str, ...]) -> list[Word]:
    for place in places:
        for label in place.labels:
            for hit in sheet.find(label)[:2]:
                words = words_at(place, hit, sheet, stops)
                if words:
                    return _form_first(words)
    return []


_TAIL_OF_TITLE = re.compile(
    r"\s*(?:(?:united states|u\.?\s?s\.?|senior|chief|district|magistrate|superior|circuit|county|municipal|court)\s+){0,3}"
    r"(?:judge|justice|court|commissioner|officer)\b|\s*\(?(?:sitting|by (?:assignment|designation))\b",
    re.IGNORECASE,
)
"""A line that begins in the midst of a title."""


def _whole(words: list[Word], page: Page) -> list[Word]:
    """A name and title that run over two lines, from the upper one on: `Ada Quill, Senior United States District` / `Judge`."""
    if not words or not _TAIL_OF_TITLE.match(" ".join(each.text for each in words)):
        return words
    x0, top, _, _ = around(words)
    size = max(each.size for each in words)
    over = [
        each
        for each in page.lines
        if 0 < top - each.area[1] < 1.7 * size and abs(each.area[0] - x0) < 8 and "," in each.text
    ]
    upper = max(over, key=lambda each: each.area[1], default=None)
    if upper is None or _TYPED.match(upper.text.lower()) or TITLE.search(upper.text.split(",", 1)[0]):
        return words
    return [*upper.words, *words]


def _form_first(words: list[Word]) -> list[Word]:
    return [each for each in words if each.source == "form"] or words


def _plain(words: list[Word], page: Page, name: str, *, title: bool) -> FieldReading:
    text = " ".join(each.text for each in words)
    if title and any(each.source == "ocr" for each in words):
        text = mended_title(text)
    value = tidy_title(text) if title else name_alone(text)
    return reading_of(value, words, page, name) if len(value) > 2 else ABSENT


def cut(words: list[Word], page: Page) -> tuple[FieldReading, FieldReading]:
    """Name and title out of one line: `R. Castellan, Deportation Officer`."""
    text = " ".join(each.text for each in words)
    scanned = any(each.source == "ocr" for each in words)
    name, title = split_title(mended_title(text) if scanned else text)
    if not re.search(r"[^\W\d_]{2}", name + title):
        return ABSENT, ABSENT
    count = len(title.split())
    left, right = (words[:-count], words[-count:]) if title and count < len(words) else (words, words)
    if led_name(text):
        left, right = words[count:], words[:count]
    return (
        reading_of(tidy_name(name), left or words, page, "signer_name") if tidy_name(name) else ABSENT,
        reading_of(tidy_title(title), right or words, page, "signer_title") if title else ABSENT,
    )


_ATTESTS = re.compile(r"\W*(?:attest(?:ed)?(?: by)?|a true copy|by the governor)\b", re.IGNORECASE)
"""Begins the block of a clerk who vouches for what a judge signed."""
_NOBODY_SIGNS = re.compile(
    r"\W*(?:cc|c\.c\.|copies|copy (?:to|furnished)|distribution|(?:submitted|presented|prepared|requested|approved|reviewed)\b.{0,24}\bby"
    r"|approved as to form|respectfully submitted)\b",
    re.IGNORECASE,
)
"""Lines that name to whom a paper goes or who wrote it; nor does anybody sign at the end of a caption that wraps."""
_WITNESS = re.compile(r"\W*(?:witness|teste)\b", re.IGNORECASE)
"""A writ that a clerk signs names the judge after this word; no judge signs there."""


def judge_block(sheet: LabelSheet, issuer: str) -> PaperSignature:
    """The block of a paper without captions: a judge's own that is signed where a clerk only attests under it, else the lowest."""
    lines = sheet.page.lines
    attests = [each for each in lines if _ATTESTS.match(each.text) and each.area[1] > sheet.page.height * HEAD]
    if attests:
        top = attests[-1].area[1]
        above = [each for each in lines if each.area[3] < top and not _WITNESS.match(each.text)]
        own = _lowest_block(above, sheet, issuer)
        signer = signer_under(str(own.title.value or ""), issuer) or ""
        if own.inked and ("judge" in signer or signer == "governor"):
            return own
    foot = issuers_foot(sheet.page)
    return _lowest_block([each for each in lines if each.area[1] < foot], sheet, issuer)


def _lowest_block(lines: Sequence[PageLine], sheet: LabelSheet, issuer: str) -> PaperSignature:
    """The lowest of these lines that is an officer's title, the name above or before it, ink over that."""
    for line in reversed(lines):
        text = mended_title(line.text) if line.words[0].source == "ocr" else line.text
        hit = TITLE.search(text)
        if not hit or len(line.words) > 14 or line.area[1] < sheet.page.height * HEAD or prose(text):
            continue
        if _FILED.search(text):
            continue  # a clerk's stamp of the day it came in: nobody signs there
        if _CAPTION.search(text) or _NOBODY_SIGNS.match(text) or text.count(")") > text.count("("):
            continue
        words = _on_to(_whole(list(line.words), sheet.page), sheet.page)
        upper = words[0] is not line.words[0]
        title = " ".join([hit[0], *(each.text for each in words[words.index(line.words[-1]) + 1 :])])
        signer = signer_under(title, issuer)
        known = signer is not None or out_of_office(title)
        if signer == "clerk_of_court" and (deputy := _by_deputy(line, sheet)):
            return deputy
        start = 0 if RANKS.fullmatch(text[: hit.start()]) else hit.start()
        if known and (upper or len(text[:start].split()) <= 6):
            return _block(words, 4 if upper else start, sheet)
    return PaperSignature(ABSENT, ABSENT, None)


def _by_deputy(line: PageLine, sheet: LabelSheet) -> PaperSignature | None:
    """The block of a clerk for whom a deputy signs behind `By`, in the row of the clerk's line or under it; None where there is none."""
    top = line.area[1]
    by = [
        each
        for each in sheet.page.lines
        if -4 < each.area[1] - top < 60 and each.area[0] < line.area[2] and re.match(r"by\b", each.text, re.IGNORECASE)
    ]
    if not by:
        return None
    x1, middle, bottom = by[0].words[0].x1, by[0].area[1], by[0].area[3]
    area = (x1 + 1, middle - 18, x1 + 200, bottom + 3)
    name, title = cut(list(line.words), sheet.page)
    over = line.area[3] if line.area[3] < bottom - 2 else area[1]
    inked, typed = _signed(area, sheet, ceiling=max(area[1], over))
    whole = (line.area[0] - 8, top - 2, max(line.area[2], area[2]), bottom + 26)
    block = words_in(whole, sheet, without=set())
    return PaperSignature(name, title, inked, typed, block, hand_in(area, sheet), area)


def _on_to(words: list[Word], page: Page) -> list[Word]:
    """A title with the line under it where that goes on: `Retired Circuit Judge, Sitting` / `by Assignment`."""
    x0, _, _, bottom = around(words)
    text = " ".join(each.text for each in words).lower()
    under = [each for each in page.lines if -2 < each.area[1] - bottom < 0.7 * each.size and abs(each.area[0] - x0) < 8]
    goes_on = text.endswith((",", " sitting", " of", " of the", " the", " by", " place", " superior", " district"))
    if not under or not goes_on or len(under[0].words) > 5:
        return words
    return [*words, *under[0].words]


def _name_under(words: list[Word], page: Page) -> FieldReading | None:
    """The name that is printed right under a title, where nothing but the signature stands over it."""
    x0, _, _, bottom = around(words)
    for each in page.lines:
        near = -2 < each.area[1] - bottom < 0.8 * each.size and abs(each.area[0] - x0) < 40
        if near and not TITLE.search(each.text) and called_name(each.text) and len(each.words) < 6:
            return _plain(list(each.words), page, "signer_name", title=False)
    return None


def _block(words: list[Word], start: int, sheet: LabelSheet) -> PaperSignature:
    page = sheet.page
    x0, top, x1, _ = around(words)
    if start > 3 or led_name(" ".join(each.text for each in words)):
        name, title = cut(words, page)
        upper = top
    else:
        over = [
            each
            for each in page.lines
            if 0 < top - each.area[1] < 24
            and abs(each.area[0] - x0) < 40
            and re.search(r"[^\W\d_]{2}", each.text)
            and not _STAMPED.search(each.text)
        ]
        named = max(over, key=lambda each: each.area[1], default=None)
        by_hand = named is not None and all(each.script for each in named.words)
        title = _plain(words, page, "signer_title", title=True)
        name = _plain(list(named.words), page, "signer_name", title=False) if named else ABSENT
        if named is None or by_hand:
            name = _name_under(words, page) or name
        upper = (named.area[3] + 2 if by_hand else named.area[1]) if named else top
    area = (x0 - 12, upper - 36, max(x1, x0 + 250), upper - 1)
    lowest = max(
        (
            each.bottom - 0.35 * each.size
            for each in page.words
            if each.x1 > area[0] and each.x0 < area[2] and area[1] - 12 < each.bottom < upper - 14
        ),
        default=area[1],
    )
    inked, typed = _signed(area, sheet, ceiling=lowest)
    whole = (area[0], max(area[1], lowest), max(area[2], x1 + 60), around(words)[3] + 24)
    return PaperSignature(name, title, inked, typed, _block_text(whole, sheet), _by_hand(area, sheet, lowest), area)
