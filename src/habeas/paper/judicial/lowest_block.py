"""The block of a signature on a paper without captions: the lowest title of an office, the name at it, the ink over it; a clerk's with
a deputy who signs; a judge's where a clerk only attests under it; one that a court's program put there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.paper.fields.extract import ABSENT
from habeas.paper.fields.likely import called_name
from habeas.paper.judicial.named import line_over, middle_rule, name_beside, name_like, name_under, without_label
from habeas.paper.judicial.signing import (
    CAPTION,
    ELECTRONIC,
    FILED,
    TYPED,
    TYPED_NAME,
    PaperSignature,
    block_text,
    by_hand_in,
    cut,
    hand_in,
    head_of,
    in_rows,
    inside,
    is_print,
    issuers_foot,
    plain_value,
    prose,
    signed_in,
    struck,
    whole_title,
    words_in,
)
from habeas.paper.judicial.standins import stand_in
from habeas.paper.judicial.titles import RANKS, TITLE, led_name, mended_title, out_of_office, signer_under
from habeas.paper.pages.labels import LabelSheet
from habeas.paper.pages.page import Area, Page, PageLine, Word, around
from habeas.paper.reading import FieldReading

_NOBODY_SIGNS = re.compile(
    r"\W*(?:cc|c\.c\.|copies|copy (?:to|furnished)|distribution|(?:submitted|presented|prepared|requested|approved|reviewed)\b.{0,24}\bby"
    r"|approved as to form|respectfully submitted)\b",
    re.IGNORECASE,
)
"""Lines that name to whom a paper goes or who wrote it; nor does anybody sign at the end of a caption that wraps."""
_ADDRESSED = re.compile(r"\W*to(?:\s*:|\s+(?:the|any|all|said)\b)", re.IGNORECASE)
"""How a line begins that says to whom a paper is addressed."""
_WITNESS = re.compile(r"\W*(?:witness|teste)\b", re.IGNORECASE)
"""A writ that a clerk signs names the judge after this word; no judge signs there."""


def title_blocks(sheet: LabelSheet, issuer: str) -> list[PaperSignature]:
    """Every block of a paper that an office's title tells, from the lowest up: the name at it, the ink over that.

    Where somebody only swears, presents, prepares or gets a copy, nobody issues the paper; nor where a title heads the page.
    """
    page = sheet.page
    foot = issuers_foot(page)
    lines = [each for each in page.lines if each.area[1] < foot]
    found = _blocks(lines, sheet, issuer)
    if _SIGNED_AT_TOP.search(" ".join(each.text for each in page.lines)):
        head = [each for each in page.lines if each.area[1] < page.height * _TOP]
        found += [each for each in _blocks(head, sheet, issuer, below=0.0) if each.inked]
    return found


def _blocks(
    lines: Sequence[PageLine], sheet: LabelSheet, issuer: str, *, below: float | None = None
) -> list[PaperSignature]:
    upper = head_of(sheet.page) if below is None else below
    titled = [each for each in lines if each.area[1] >= upper and _titled(each)]
    found = [(each, block) for each in reversed(titled) if (block := _at_title(each, sheet, issuer)) is not None]
    own = [block for each, block in found if not headed_by_another(each, titled, sheet.page)]
    sworn = [block for each, block in found if not own and _JURAT.search(_heading(each, titled, sheet.page))]
    return own or sworn


_JURAT = re.compile(r"\b(?:sworn|subscribed|affirmed)\b.{0,40}\bbefore me\b", re.IGNORECASE)
"""Begins the block of somebody before whom an affidavit was sworn, which is not yet the warrant."""
_HEADING = 66.0
"""Points over a title within which a line says what whoever signs there does."""


def headed_by_another(title: PageLine, titled: Sequence[PageLine], page: Page) -> bool:
    """Whether the line over the block of a title says that somebody else than the issuer signs there."""
    said = _heading(title, titled, page)
    return bool(said)


def _heading(title: PageLine, titled: Sequence[PageLine], page: Page) -> str:
    """The line over a title's block, in its column and under any other title, that says what whoever signs does; else nothing."""
    x0, top, x1, _ = title.area
    upper = max(
        (each.area[3] for each in titled if each.area[3] < top - 2 and _over(each.area, title.area)), default=0.0
    )
    near = [
        each.text
        for each in page.lines
        if max(upper, top - _HEADING) <= each.area[1] < top and each.area[0] < x1 + 60 and x0 - 60 < each.area[2]
    ]
    return next((each for each in reversed(near) if _heads(each) or _JURAT.search(each)), "")


def _heads(text: str) -> bool:
    """Whether a line is the heading of a block in which nobody issues the paper, and no sentence that only begins like one."""
    return _NOBODY_SIGNS.match(text) is not None and (text.rstrip().endswith((":", ",")) or len(text.split()) < 5)


def _over(upper: Area, lower: Area) -> bool:
    return upper[0] < lower[2] and lower[0] < upper[2]


def _titled(line: PageLine) -> bool:
    """Whether a line is an office's title with or without a name, and no sentence, caption, stamp or copy list."""
    text = _read(line)
    if not TITLE.search(text) or len(line.words) > 14 or prose(text) or FILED.search(text):
        return False
    if _ADDRESSED.match(text):
        return False
    if _WITNESS.match(text) and not re.match(r"\W*witness my hand", text, re.IGNORECASE):
        return False
    return not (CAPTION.search(text) or _NOBODY_SIGNS.match(text) or text.count(")") > text.count("("))


def _read(line: PageLine) -> str:
    return mended_title(line.text) if line.words[0].source == "ocr" else line.text


def _at_title(line: PageLine, sheet: LabelSheet, issuer: str) -> PaperSignature | None:
    """The block at a line that holds a title; None where the title is no office we know, or stands far behind other words."""
    kept = _unstruck(line, sheet.page)
    if kept is None:
        return None
    line = kept
    text = _read(line)
    hit = TITLE.search(text)
    if hit is None:
        return None
    words = _on_to(whole_title(list(line.words), sheet.page), sheet.page)
    upper = words[0] is not line.words[0]
    title = " ".join([hit[0], *(each.text for each in words[words.index(line.words[-1]) + 1 :])])
    signer = signer_under(title, issuer)
    if signer == "clerk_of_court" and (deputy := _by_deputy(line, sheet)):
        own = _block(words, start_of(text), sheet)  # a deputy's scrawl may stand over the clerk's line
        return replace(deputy, inked=True, area=own.area) if own.inked and not deputy.inked else deputy
    start = 0 if RANKS.fullmatch(text[: hit.start()]) else hit.start()
    known = signer is not None or out_of_office(title) or _OF_A_TRIBE.search(title) is not None
    if known and (upper or len(text[:start].split()) <= 6):
        return _block(words, 4 if upper else start, sheet)
    return None


def _unstruck(line: PageLine, page: Page) -> PageLine | None:
    """A line without the words that are struck out, as the office of two that did not sign; None where nothing else stands in it."""
    kept = [each for each in line.words if not struck(each, page)]
    return PageLine(tuple(kept)) if kept else None


_OF_A_TRIBE = re.compile(r"\btribal\b.*\bjudge\b|\bjudge\b.*\btrib(?:al|e)\b", re.IGNORECASE)
"""A tribe's judge, who is no signer of a state or of the United States and signs a tribe's warrant all the same."""
_TOP = 0.11
"""The share of a page in which a court signs over its heading."""
_SIGNED_AT_TOP = re.compile(
    r"\bsignature (?:is )?at the top\b|\bthe order of (?:the|this) court is stated below\b", re.IGNORECASE
)
"""What an order says that a court signs over its heading, as Utah's e-filing does."""


def start_of(text: str) -> int:
    """Where the title begins in the line that holds it."""
    hit = TITLE.search(text)
    return hit.start() if hit and not RANKS.fullmatch(text[: hit.start()]) else 0


def _by_deputy(line: PageLine, sheet: LabelSheet) -> PaperSignature | None:
    """The block of a clerk for whom a deputy signs behind `By`, in the row of the clerk's line or under it; None where there is none."""
    top = line.area[1]
    lines = [each for each in sheet.page.lines if -4 < each.area[1] - top < _DEPUTY and each.area[0] < line.area[2]]
    by = next((each for each in lines if re.match(r"by\b", each.text, re.IGNORECASE)), None)
    if by is None:
        return None
    _, title = cut(list(line.words), sheet.page)
    name = _deputys_name(by, lines, sheet.page) or cut(list(line.words), sheet.page)[0]
    inked, typed, area = _at_by(by, line, sheet)
    if not inked and not re.search(r"[^\W\d_]{3}", by.text[2:]):
        return None  # nobody signed for the clerk, whose own line may be signed
    whole = (line.area[0] - 8, top - 2, max(line.area[2], area[2]), by.area[3] + 26)
    block = words_in(whole, sheet, without=set())
    return PaperSignature(name, title, inked, typed, block, hand_in(area, sheet), area)


_DEPUTY = 84.0
"""Points under a clerk's line within which a deputy signs for the clerk."""


def _at_by(by: PageLine, line: PageLine, sheet: LabelSheet) -> tuple[bool | None, bool, Area]:
    """Whether a deputy signed right of `By`, or over it where the deputy's name is printed there; whether by typing; and where."""
    x1, middle, bottom = by.words[0].x1, by.area[1], by.area[3]
    beside = (x1 + 1, middle - 18, x1 + 200, bottom + 3)
    over = line.area[3] if line.area[3] < bottom - 2 else beside[1]
    inked, typed = signed_in(beside, sheet, ceiling=max(beside[1], over))
    if inked or len(by.words) < 3 or by.area[1] - line.area[3] < _ROOM_TO_SIGN:
        return inked, typed, beside
    above = (by.area[0] - 6, max(by.area[1] - 34, line.area[3] + 2), by.area[0] + 220, by.area[1] - 1)
    return (*signed_in(above, sheet, ceiling=above[1]), above)


_ROOM_TO_SIGN = 16.0
"""Points between a clerk's line and the deputy's in which there is room to sign."""


_DEPUTYS = re.compile(r",?\s*\b(?:deputy|d\.?c\.?)\W*$", re.IGNORECASE)
"""The office behind a deputy's name."""


def _deputys_name(by: PageLine, lines: Sequence[PageLine], page: Page) -> FieldReading | None:
    """The deputy's printed name: behind `By`, else on the line right under it."""
    rest = list(by.words[1:])
    under = [each for each in lines if 0 < each.area[1] - by.area[1] < 1.6 * by.size and not TITLE.search(each.text)]
    for words in (rest, *(list(each.words) for each in under)):
        text = " ".join(each.text for each in words)
        if words and called_name(text) and not RANKS.fullmatch(text):
            name = cut(words, page)[0]
            if called_name(str(name.value or "")):
                return replace(name, value=_DEPUTYS.sub("", str(name.value)))
    return None


def _on_to(words: list[Word], page: Page) -> list[Word]:
    """A title with the line under it where that goes on: `Retired Circuit Judge, Sitting` / `by Assignment`."""
    x0, _, _, bottom = around(words)
    text = " ".join(each.text for each in words).lower()
    under = [each for each in page.lines if -2 < each.area[1] - bottom < 0.7 * each.size and abs(each.area[0] - x0) < 8]
    goes_on = text.endswith((",", " sitting", " of", " of the", " the", " by", " place", " superior", " district"))
    if not under or not goes_on or len(under[0].words) > 5:
        return words
    return [*words, *under[0].words]


def _block(words: list[Word], start: int, sheet: LabelSheet) -> PaperSignature:
    page = sheet.page
    x0, top, x1, _ = around(words)
    if start > 3 or led_name(" ".join(each.text for each in words)):
        name, title = cut(words, page)
        upper = top
    else:
        title = plain_value(words, page, "signer_title", title=True)
        name, upper = _printed(words, page)
    left = min(x0, *(each.area[0] for each in page.lines if set(words) <= set(each.words)), x0)
    if rule := middle_rule(words, page):
        left = rule.x0
    area = (left - 12, _line_to_sign(left, x1, upper, page) - 36, max(x1, left + 250), upper - 1)
    lowest = max(
        (
            each.bottom - 0.35 * each.size
            for each in page.words
            if each.x1 > area[0]
            and each.x0 < area[2]
            and area[1] - 12 < each.bottom < upper - 14
            and is_print(each)
            and not _DRAWN_LINE.fullmatch(each.text)
        ),
        default=area[1],
    )
    inked, typed = signed_in(area, sheet, ceiling=lowest)
    foot = around(words)[3]
    others = [each.area[1] for each in page.lines if foot - 2 < each.area[1] < foot + 24 and _heads(each.text)]
    whole = (
        area[0],
        max(area[1], lowest + 2.5),
        max(area[2], x1 + 60),
        min([foot + 24, *(each - 3 for each in others)]),
    )
    hand = by_hand_in(area, sheet, lowest)
    if recorded := _recorded(name, area, sheet):
        inked, typed, hand = True, True, hand or recorded
    return PaperSignature(name, title, inked, typed, block_text(whole, sheet), hand, area)


def _printed(words: list[Word], page: Page) -> tuple[FieldReading, float]:
    """The name printed at a title, and where the place over the block's print begins."""
    over, top = line_over(words, page), around(words)[1]
    if over and name_like(over.text):
        return _name(without_label(over.words), page), over.area[1]
    other = name_under(words, page) or name_beside(words, page)
    if over and all(each.script for each in over.words):
        return _name(other or list(over.words), page), over.area[3] + 2
    return _name(other, page), over.area[1] if over and CAPTION.search(over.text) else top


def _name(words: list[Word], page: Page) -> FieldReading:
    return plain_value(words, page, "signer_name", title=False) if words else ABSENT


_DRAWN_LINE = re.compile(r"\W*_{5,}\W*|\W*[.]{9,}\W*")
"""A line to write on, drawn with signs."""
_TO_SIGN = 34.0
"""Points over the print of a block within which the line to sign on is drawn."""


def _line_to_sign(left: float, right: float, upper: float, page: Page) -> float:
    """The height of the line to sign on over a block's print; where none is drawn, the print's own edge."""
    signs = [
        each.bottom - 3
        for each in page.words
        if _DRAWN_LINE.fullmatch(each.text) and each.x0 < right and left - 30 < each.x1
    ]
    drawn = [each.y for each in page.rules if each.x0 < right and left - 30 < each.x1 and each.x1 - each.x0 < 330]
    near = [each for each in (*signs, *drawn) if 0 <= upper - each < _TO_SIGN]
    return max(near, default=upper)


_SIGNED_BY = re.compile(r"\b(?:electronically|digitally|e-?) ?signed by\W*$", re.IGNORECASE)
"""What a program puts on the line over the printed name of whoever signed."""
_RECORD = re.compile(r"\b\d{4}[.-]\d\d[.-]\d\d[ T]\d\d:\d\d:\d\d\b")
"""The day and hour as a program writes them beside a digital signature: `2026.11.23 14:02:11 -06'00'`."""


def _recorded(name: FieldReading, area: Area, sheet: LabelSheet) -> str:
    """The signature that a program put over or at a printed name: `Electronically signed by` on the name's own line, or the name once
    more with the day and hour of signing. Empty where there is none."""
    own = name.words if isinstance(name.words, str) else ""
    if ELECTRONIC.search(f"{own} ") or (TYPED.match(own.lower()) and TYPED_NAME.search(own)):
        return own
    over = [each for each in sheet.page.words if inside(each, (area[0], area[1] - 14, area[2], area[3]))]
    text = in_rows(over)
    if own and _SIGNED_BY.search(text) and stand_in(text) is None:
        return f"{_SIGNED_BY.findall(text)[-1]} {own}"
    wanted = set(re.findall(r"[^\W\d_]{2,}", str(name.value or "").lower()))
    said = set(re.findall(r"[^\W\d_]{2,}", text.lower()))
    whole = _RECORD.search(text) is not None and bool(wanted) and wanted <= said
    return text if whole and stand_in(text) is None else ""
