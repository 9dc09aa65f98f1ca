"""Who signed. A signature is ink, not a name: a printed name proves nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from habeas.paper.fields.extract import ABSENT, reading_of, words_at
from habeas.paper.forms.catalog import EntryPlace, Signing
from habeas.paper.judicial.titles import (
    TITLE,
    led_name,
    mended_title,
    name_alone,
    signer_of,
    split_title,
    tidy_name,
    tidy_title,
)
from habeas.paper.judicial.undoing import SWORN
from habeas.paper.pages.labels import Hit, LabelSheet
from habeas.paper.pages.page import Area, Page, PageLine, Word, around, rows
from habeas.paper.reading import FieldReading

TYPED = re.compile(r"^[\W_]*/?s/")
"""A typed `/s/` at the beginning of a line."""
TYPED_NAME = re.compile(r"/?\bs/.*?[^\W\d_]", re.IGNORECASE)
"""A typed `/s/` with a letter after it."""
ELECTRONIC = re.compile(
    r"\b(?:electronically|digitally|e-?) ?signed(?: by)?\s*:?\s+(?:the |hon\w*\.? |judge |magistrate )*"
    r"(?P<name>(?!(?:on|at|by|per|pursuant|under|this|in|via|date)\b)[^\W\d_][^\W\d_.'’-]*[ .,])",
    re.IGNORECASE,
)
"""`Electronically signed by` with a name after it: a signature as `/s/` is one."""


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
    inked, typed = signed_in(area, sheet, ceiling=ceiling)
    under = [hit for place in (*signing.both, *signing.title) for label in place.labels for hit in sheet.find(label)]
    lowest = max(
        (hit.area[3] for hit in under if 0 <= hit.area[1] - caption.area[1] < 90), default=caption.area[3] + 30
    )
    whole = (left, max(area[1], ceiling), right, lowest + 16)
    return PaperSignature(name, title, inked, typed, block_text(whole, sheet), by_hand_in(area, sheet, ceiling), area)


def is_print(word: Word) -> bool:
    """Whether a word is writing, or may be a stamp: of a scan, what is surely read or long; a scrawl taken for a few letters is none."""
    return word.source != "ocr" or word.sure >= _SURE or len(re.findall(r"[^\W_]", word.text)) >= _LONG_ENOUGH


def _ceiling(sheet: LabelSheet, caption: Hit, area: Area) -> float:
    """The lower edge of the writing above, which is no signature."""
    return max(
        (
            word.bottom - 0.35 * word.size
            for row in sheet.rows[: caption.row]
            for word in row
            if area[0] < word.x1 and word.x0 < area[2] and word.bottom < caption.area[1] - 16 and is_print(word)
        ),
        default=area[1],
    )


def signed_in(area: Area, sheet: LabelSheet, ceiling: float) -> tuple[bool | None, bool]:
    """Whether there is ink in the area, and whether it is a typed `/s/` with a name; `/s/` before a blank is the form's print."""
    if _electronic(area, sheet):
        return True, True
    area = (area[0], max(area[1], ceiling), area[2], area[3])
    if _typed(area, sheet.page):
        return True, True
    return sheet.page.ink(area), False


def _typed(area: Area, page: Page) -> list[Word]:
    """The words of a typed `/s/` with the name behind it that reaches into an area; `/s/` may stand left of it, as behind a date."""
    for line in page.lines:
        place = next((count for count, each in enumerate(line.words) if TYPED.match(each.text.lower())), None)
        if place is None:
            continue
        run = _unparted(line.words[place:])
        level = area[1] - 2 <= run[0].middle <= area[3] + 2
        if level and run[0].x0 <= area[2] and area[0] <= run[-1].x1 and TYPED_NAME.search(_said(run)):
            return list(run)
    return []


def _unparted(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to the first wide gap."""
    ends = [place for place, (one, two) in enumerate(pairwise(words), 1) if two.x0 - one.x1 > 1.5 * one.size]
    return words[: ends[0]] if ends else words


def _said(words: Sequence[Word]) -> str:
    return " ".join(each.text for each in words)


def _electronic(area: Area, sheet: LabelSheet) -> str:
    """The words `Electronically signed by` with the name after them at the place of a signature; empty where there are none."""
    text = in_rows([each for each in sheet.page.words if inside(each, (area[0], area[1] - 10, area[2], area[3]))])
    hit = ELECTRONIC.search(f"{text} ")
    return text[hit.start() :] if hit else ""


def in_rows(words: Sequence[Word]) -> str:
    """Words row by row with one blank between them."""
    return " ".join(each.text for row in rows(words) for each in row) if words else ""


def ink_in(area: Area, sheet: LabelSheet) -> tuple[bool | None, bool]:
    """Whether an area where a signature belongs is signed, and whether by typing."""
    return signed_in(area, sheet, ceiling=area[1])


def hand_in(area: Area, sheet: LabelSheet) -> str:
    """What is typed or set in a hand-like face where a signature belongs."""
    return by_hand_in(area, sheet, area[1])


def words_in(area: Area, sheet: LabelSheet, *, without: set[Word]) -> str:
    """Every word of a block, row by row, but those of `without` and of a return."""
    foot = issuers_foot(sheet.page)
    without = without | {word for line in sheet.page.lines if _tells_of_service(line) for word in line.words}
    return in_rows(
        [
            each
            for each in sheet.page.words
            if inside(each, area)
            and each.top < foot
            and each not in without
            and not struck(each, sheet.page)
            and (each.source != "ocr" or each.sure >= _SURE)
        ]
    )


def plain_reading(words: Sequence[Word], page: Page, name: str) -> FieldReading:
    """A signer's name or title that stands at a caption of its own."""
    return plain_value(list(words), page, name, title=name == "signer_title")


_SMALL = frozenset(
    re.findall(
        r"\w+",
        "of the for and in at by on to sitting assigned designated designation assignment court county district division state"
        " states united judge magistrate superior circuit municipal clerk deputy officer immigration director supervisory acting"
        " detention deportation title name date peace justice above entitled said",
    )
)


def prose(text: str) -> bool:
    """Whether a line is part of a sentence: two small words that no office is called by."""
    small = [each for each in re.findall(r"(?<![A-Za-z'’])[a-z]{2,}(?![A-Za-z'’])", text) if each not in _SMALL]
    return len(small) > 1


FILED = re.compile(r"\b(?:e-?)?(?:filed|received|docketed|recorded|entered) .*\d", re.IGNORECASE)
_HEAD, _OF_WRITING = 0.22, 0.4
"""The share of a page, and of what is written on it, over which nobody signs: a short order ends high on its sheet."""


def head_of(page: Page) -> float:
    """The height over which nobody signs."""
    foot = max((each.area[3] for each in page.lines if each.area[3] < page.height * 0.92), default=page.height)
    return min(_HEAD * page.height, _OF_WRITING * foot)


_KEEPER = r"(?:officer|sheriff|marshal|constable|deputy|police|peace officer|executing officer|serving officer|arresting officer)"
_ENDS = re.compile(
    rf"\W*(?:(?:{_KEEPER}(?:['’]?s)? )?(?:return|certificate)(?: (?:where|when|if)\b.{{0,40}})?"
    rf"(?: (?:of|on|by) (?:(?:the|said|this) )?(?:service|warrant|capias|arrest"
    rf"|execution|officer|writ|{_KEEPER}))?(?: of (?:service|execution|arrest))?|proof of (?:service|execution)"
    r"|certificate of (?:service|arrest|execution)|agency use\b.*|to be completed by\b.*|service: .*|this warrant was received\b.*"
    r"|executed (?:on|by)\b.*|(?:received|came to hand)\b.{0,90}(?:__|executed).*)\W*",
    re.IGNORECASE,
)
"""Lines under which somebody else fills the form in."""


def issuers_foot(page: Page) -> float:
    """Where the part of a paper ends that its issuer signs: at the head of a return that has an office's title over it; else the"
    " page's foot."""
    lower = [each for each in page.lines if each.area[1] > head_of(page)]
    for line in lower:
        if (
            _ENDS.fullmatch(line.text)
            and not _declares(line, lower)
            and any(
                TITLE.search(each.text) and not prose(each.text) for each in lower if each.area[3] <= line.area[1] + 2
            )
        ):
            return line.area[1] - 1
    return page.height


def _declares(line: PageLine, lower: Sequence[PageLine]) -> bool:
    """Whether `Executed on` ends a declaration under penalty of perjury, which somebody made to the court, and heads no return."""
    over = [each.text for each in lower if 0 < line.area[1] - each.area[1] < _DECLARATION]
    return line.text.startswith("Executed") and bool(SWORN.search(" ".join(over)))


_DECLARATION = 110.0
"""Points over its last line in which a declaration is made."""


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


CAPTION = re.compile(r"\bnames?(?:,| and| &) title\b|\bsignature\b|\bprinted name\b|\bname of\b", re.IGNORECASE)
_LONG_ENOUGH = 5
"""Letters that OCR does not make of a scrawl, and makes of a stamp that it cannot read."""
_SURE = 0.6
"""A word in a scrawl that OCR is less sure of says nothing."""


def block_text(area: Area, sheet: LabelSheet) -> str:
    """Every word of a signature's block, row by row, with what runs on to its right; what a return under it says is none of it."""
    foot = issuers_foot(sheet.page)
    told = {
        word for line in sheet.page.lines if _tells_of_service(line) or FILED.search(line.text) for word in line.words
    }
    within = [
        each
        for each in sheet.page.words
        if inside(each, area)
        and each.top < foot
        and each not in told
        and not struck(each, sheet.page)
        and (each.source != "ocr" or each.sure >= _SURE)
    ]
    return " ".join(each.text for row in rows(within) for each in row) if within else ""


def struck(word: Word, page: Page) -> bool:
    """Whether a stroke is drawn through the middle of a word."""
    third = (word.bottom - word.top) / 3
    return any(
        each.x0 < word.x0 + third and word.x1 - third < each.x1 and word.top + third < each.y < word.bottom - third
        for each in page.rules
    )


def by_hand_in(area: Area, sheet: LabelSheet, ceiling: float) -> str:
    """What is typed after `/s/` or set in a hand-like face where the signature belongs."""
    if electronic := _electronic(area, sheet):
        return electronic
    area = (area[0], max(area[1], ceiling), area[2], area[3])
    if typed := _typed(area, sheet.page):
        return _said(typed)
    words = [each for each in sheet.page.words if inside(each, area)]
    text = _said(words)
    return text if any(each.script for each in words) or re.search(r"/?\bs/", text, re.IGNORECASE) else ""


def inside(word: Word, area: Area) -> bool:
    """Whether a word begins in an area and stands at its height."""
    return area[0] <= word.x0 <= area[2] and area[1] - 2 <= word.middle <= area[3] + 2


def _named(signing: Signing, sheet: LabelSheet, stops: tuple[str, ...]) -> tuple[FieldReading, FieldReading]:
    if signing.both:
        return cut(whole_title(_at(signing.both, sheet, stops), sheet.page), sheet.page)
    name_words, title_words = _at(signing.name, sheet, stops), _at(signing.title, sheet, stops)
    name, title = (
        plain_value(name_words, sheet.page, "signer_name", title=False),
        plain_value(title_words, sheet.page, "signer_title", title=True),
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
            return plain_value(list(line.words), page, "signer_title", title=True)
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
    r"\s*(?:(?:united states|u\.?\s?s\.?|senior|chief|district|magistrate|superior|circuit|county|municipal|court|deportation|detention"
    r"|enforcement|and|field|office)\s+){0,3}"
    r"(?:judge|justice|court|commissioner|officer|director|agent)\b|\s*\(?(?:sitting|by (?:assignment|designation))\b",
    re.IGNORECASE,
)
"""A line that begins in the midst of a title."""


def whole_title(words: list[Word], page: Page) -> list[Word]:
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
    if upper is None or TYPED.match(upper.text.lower()) or TITLE.search(upper.text.split(",", 1)[0]):
        return words
    return [*upper.words, *words]


def _form_first(words: list[Word]) -> list[Word]:
    return [each for each in words if each.source == "form"] or words


def plain_value(words: list[Word], page: Page, name: str, *, title: bool) -> FieldReading:
    """The words as a signer's title, or as a name without one; absent where nothing is left."""
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
