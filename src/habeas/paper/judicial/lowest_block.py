"""The block of a signature on a paper without captions: the lowest title of an office, the name at it, the ink over it; a clerk's with
a deputy who signs; a judge's where a clerk only attests under it; one that a court's program put there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.paper.fields.extract import ABSENT
from habeas.paper.fields.likely import called_name
from habeas.paper.judicial.signing import (
    CAPTION,
    ELECTRONIC,
    FILED,
    HEAD,
    TYPED,
    TYPED_NAME,
    PaperSignature,
    block_text,
    by_hand_in,
    cut,
    hand_in,
    in_rows,
    inside,
    is_print,
    issuers_foot,
    plain_value,
    prose,
    signed_in,
    whole_title,
    words_in,
)
from habeas.paper.judicial.standins import stand_in
from habeas.paper.judicial.titles import RANKS, TITLE, led_name, mended_title, out_of_office, signer_under
from habeas.paper.pages.labels import LabelSheet
from habeas.paper.pages.page import Area, Page, PageLine, Word, around
from habeas.paper.reading import FieldReading

_STAMPED = re.compile(r"^by\W*$|\b(?:copy|attest(?:ed)?|e?-?filed|received|certif\w+|seal)\b", re.IGNORECASE)
"""Words of a clerk's stamp, and a `By` alone, which are nobody's name."""
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
    lowest = _lowest_block([each for each in lines if each.area[1] < foot], sheet, issuer)
    if not lowest.inked and _SIGNED_AT_TOP.search(" ".join(each.text for each in lines)):
        head = [each for each in lines if each.area[1] < sheet.page.height * HEAD / 2]
        first = _lowest_block(head, sheet, issuer, below=0.0)
        return first if first.inked else lowest
    return lowest


_SIGNED_AT_TOP = re.compile(
    r"\bsignature (?:is )?at the top\b|\bthe order of (?:the|this) court is stated below\b", re.IGNORECASE
)
"""What an order says that a court signs over its heading, as Utah's e-filing does."""


def _lowest_block(lines: Sequence[PageLine], sheet: LabelSheet, issuer: str, *, below: float = HEAD) -> PaperSignature:
    """The lowest of these lines that is an officer's title, the name above or before it, ink over that."""
    for line in reversed(lines):
        text = mended_title(line.text) if line.words[0].source == "ocr" else line.text
        hit = TITLE.search(text)
        if not hit or len(line.words) > 14 or line.area[1] < sheet.page.height * below or prose(text):
            continue
        if FILED.search(text):
            continue  # a clerk's stamp of the day it came in: nobody signs there
        if CAPTION.search(text) or _NOBODY_SIGNS.match(text) or text.count(")") > text.count("("):
            continue
        words = _on_to(whole_title(list(line.words), sheet.page), sheet.page)
        upper = words[0] is not line.words[0]
        title = " ".join([hit[0], *(each.text for each in words[words.index(line.words[-1]) + 1 :])])
        signer = signer_under(title, issuer)
        known = signer is not None or out_of_office(title)
        if signer == "clerk_of_court" and (deputy := _by_deputy(line, sheet)):
            own = _block(words, start_of(text), sheet)  # a deputy's scrawl may stand over the clerk's line
            return replace(deputy, inked=True, area=own.area) if own.inked and not deputy.inked else deputy
        start = 0 if RANKS.fullmatch(text[: hit.start()]) else hit.start()
        if known and (upper or len(text[:start].split()) <= 6):
            return _block(words, 4 if upper else start, sheet)
    return PaperSignature(ABSENT, ABSENT, None)


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


def _name_under(words: list[Word], page: Page) -> FieldReading | None:
    """The name that is printed right under a title, where nothing but the signature stands over it."""
    x0, _, _, bottom = around(words)
    for each in page.lines:
        near = -2 < each.area[1] - bottom < 0.8 * each.size and abs(each.area[0] - x0) < 40
        if near and not TITLE.search(each.text) and called_name(each.text) and len(each.words) < 6:
            return plain_value(list(each.words), page, "signer_name", title=False)
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
            and any(map(is_print, each.words))
        ]
        named = max(over, key=lambda each: each.area[1], default=None)
        by_hand = named is not None and all(each.script for each in named.words)
        title = plain_value(words, page, "signer_title", title=True)
        name = plain_value(list(named.words), page, "signer_name", title=False) if named else ABSENT
        if named is None or by_hand:
            name = _name_under(words, page) or name
        upper = (named.area[3] + 2 if by_hand else named.area[1]) if named else top
    area = (x0 - 12, upper - 36, max(x1, x0 + 250), upper - 1)
    lowest = max(
        (
            each.bottom - 0.35 * each.size
            for each in page.words
            if each.x1 > area[0] and each.x0 < area[2] and area[1] - 12 < each.bottom < upper - 14 and is_print(each)
        ),
        default=area[1],
    )
    inked, typed = signed_in(area, sheet, ceiling=lowest)
    whole = (area[0], max(area[1], lowest + 2.5), max(area[2], x1 + 60), around(words)[3] + 24)
    hand = by_hand_in(area, sheet, lowest)
    if recorded := _recorded(name, area, sheet):
        inked, typed, hand = True, True, hand or recorded
    return PaperSignature(name, title, inked, typed, block_text(whole, sheet), hand, area)


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
    wanted = set(re.findall(r"[^\W\d_]{2,}", str(name.value or "").lower()))
    said = set(re.findall(r"[^\W\d_]{2,}", text.lower()))
    whole = _RECORD.search(text) is not None and bool(wanted) and wanted <= said
    return text if whole and stand_in(text) is None else ""
