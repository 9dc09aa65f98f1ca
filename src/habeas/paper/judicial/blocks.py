"""The block of a signature by what its captions mean, wherever an edition puts them: over, under, beside, three on two rules.

A caption says what stands at it (a signature, a name, a title); whose it is decides whether it counts: what an arresting officer,
a jail or the person signs is nobody's signature under the paper.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from habeas.paper.fields.extract import ABSENT
from habeas.paper.fields.likely import called_name
from habeas.paper.forms.catalog import Form
from habeas.paper.judicial.boxes import boxed_offices, named_beside, over_boxes, signing_lines, under_boxes
from habeas.paper.judicial.header_row import block_under_captions
from habeas.paper.judicial.judicial import JUDGES
from habeas.paper.judicial.lowest_block import title_blocks
from habeas.paper.judicial.signing import (
    PaperSignature,
    cut,
    hand_in,
    ink_in,
    is_print,
    plain_reading,
    prose,
    signature_of,
    words_in,
)
from habeas.paper.judicial.standins import stand_in
from habeas.paper.judicial.titles import TITLE, signer_under, split_title
from habeas.paper.pages.labels import Hit, LabelSheet, key
from habeas.paper.pages.page import Area, PageLine, Rule, Word, around, enclosing, with_lines
from habeas.paper.reading import FieldReading

_OTHERS = re.compile(
    r"arrest(?:ing|ed)|serv(?:er|ing|ed|ice)\b|execut|receiv|return|alien|detainee|\bsubject|defendant|prisoner|inmate|interpreter"
    r"|witness|complain|affiant|applicant|petition|probation|jail|institution|agency|attorney|fingerprint|sentencing",
    re.IGNORECASE,
)
"""Words of captions whose signature is somebody's else than the issuer's."""
_OFFICER = (
    r"(?:the )?(?:\w+ ){0,3}(?:officer|official|judge|magistrate|justice|commissioner|clerk|prothonotary"
    r"|court administrator|authority)"
)
_SIGN = re.compile(
    rf"(?:signature|signed|sign in ink)(?: and title)?(?: of {_OFFICER}.{{0,40}})?|{_OFFICER}(?:['’]?s)? signature"
    rf"|(?:signature|signed)\W+{_OFFICER}|(?:issued|authorized|ordered) by(?: \(.{{3,60}}\)?)?",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?:.{0,30}\b)?(?:printed |typed )?names?(?:,| and| &|/| or) ?(?:printed |official )?title\b.{0,40}|signature and title.{0,50}",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"(?:(?:type or )?print(?:ed)? |typed )?name(?: of {_OFFICER}.{{0,30}})?(?: \(.{{0,20}}\)?)?"
    r"|name (?:printed|typed)(?: (?:or|and) (?:printed|typed))?",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"(?:official )?title(?: of {_OFFICER}.{{0,30}})?", re.IGNORECASE)
_LABELED = re.compile(
    r"\W*(?P<label>signature|(?:printed |typed |print )?name|title|signed(?: by)?)(?:[\s._]*:\s*|[\s._]*[)\]]\s+(?=[A-Z]))(?P<rest>.*)",
    re.IGNORECASE,
)
_NEAR, _BAND = 70.0, 48.0
"""How far a block's captions stand apart, and how near a title stands to one."""


def signed_block(form: Form, sheet: LabelSheet, stops: tuple[str, ...]) -> PaperSignature:
    """The block under a form: at the captions that the form is known by, else at any captions, else at the lowest title.

    Where boxes say which office signed, the one that is ticked is the title, and the others are nobody's.
    """
    boxes = boxed_offices(sheet) if form.issuer in _COURTS else None
    if boxes is None:
        return _best_block(form, sheet, stops)
    offices, ticked = boxes
    without = {word for office in offices if office != ticked for word in office}
    page = replace(sheet.page, words=tuple(each for each in sheet.page.words if each not in without))
    signed = _best_block(form, LabelSheet(with_lines(page), form.until), stops)
    boxes_words = [word for each in offices for word in each]
    signed = signed if signed.inked else over_boxes(boxes_words, sheet) or under_boxes(boxes_words, sheet) or signed
    signed = signed if signed.name.value else replace(signed, name=named_beside(offices, sheet))
    title = plain_reading(ticked, sheet.page, "signer_title") if ticked else ABSENT
    office = " ".join(each.text for each in ticked)
    block = (
        f"{signed.block.replace(office, ' ')} {office}" if office else signed.block
    )  # a box has no place in the order of writing
    return replace(signed, title=title, block=block)


def _best_block(form: Form, sheet: LabelSheet, stops: tuple[str, ...]) -> PaperSignature:
    """The block where captions or titles say; where none is signed there, the one that is signed under a row of captions."""
    best = _block_of(form, sheet, stops)
    under = block_under_captions(sheet) if form.issuer in _COURTS and not best.inked else None
    return _named_in_head(_named_by_hand(under or best, sheet), sheet)


_PRESENT = re.compile(
    r"\W*(?:present|mdj)\W+(?:the )?hon(?:orable)?\b\.?\s*(?P<name>[^,:]{4,50}?)(?:,.*)?", re.IGNORECASE
)


def _named_in_head(block: PaperSignature, sheet: LabelSheet) -> PaperSignature:
    """A judge's signed block without a printed name, with the name that the head gives of the judge who sits: `PRESENT: HON. …`."""
    if block.name.value or not block.inked or not block.title.value:
        return block
    head = [each for each in sheet.page.lines if each.area[1] < sheet.page.height * 0.35]
    for line in head:
        hit = _PRESENT.fullmatch(line.text)
        found = called_name(hit["name"]) if hit else None
        if hit and found and signer_under(_text(block.title), "state_court") in JUDGES:
            words = [each for each in line.words if each.text.strip(",.") in re.findall(r"[\w.'’-]+", hit["name"])]
            return replace(block, name=plain_reading(words, sheet.page, "signer_name"))
    return block


_SIGNED_BY = re.compile(r"\b(?:signed(?: by)?|s/)\W*(?:hon(?:orable)?\.? )?(?P<name>.+)", re.IGNORECASE)


def _named_by_hand(block: PaperSignature, sheet: LabelSheet) -> PaperSignature:
    """The block with the name that a typed or recorded signature gives, where none is printed at it."""
    hit = _SIGNED_BY.search(block.by_hand) if not block.name.value and block.typed else None
    found = called_name(hit["name"]) if hit else None
    if found is None:
        return block
    words = [each for each in sheet.page.words if each.text.strip(",") in found.value.split() and _level(each, block)]
    return replace(block, name=plain_reading(words, sheet.page, "signer_name")) if words else block


def _level(word: Word, block: PaperSignature) -> bool:
    return block.area is not None and block.area[1] - 14 < word.middle < block.area[3] + 4


def _block_of(form: Form, sheet: LabelSheet, stops: tuple[str, ...]) -> PaperSignature:
    known = signature_of(form.signing, sheet, stops) if form.signing.captions else None
    if form.issuer not in _COURTS and known and known.inked is False and _signed_in_cell(form, sheet):
        known = replace(known, inked=True)
    if form.issuer not in _COURTS and known and known.inked and known.title.value and known.name.value:
        return officers_block([known], sheet, form.issuer)
    blocks = [*([known] if known else []), *caption_blocks(sheet), *title_blocks(sheet, form.issuer)]
    if form.issuer in _COURTS:
        return issuing_block(blocks, form.issuer)
    return officers_block(blocks or [_NO_BLOCK], sheet, form.issuer)


_NO_BLOCK = PaperSignature(ABSENT, ABSENT, None)


def _signed_in_cell(form: Form, sheet: LabelSheet) -> bool:
    """Whether an officer signed under a caption at the head of a ruled cell, in which nothing is printed below it. Never for a court's."""
    caption = sheet.first(form.signing.captions)
    if caption is None:
        return False
    x0, top, x1, bottom = caption.area
    page = sheet.page
    sides = [
        each
        for each in page.uprights
        if 0 <= top - each.top < _AT_HEAD and _ROOM_IN_CELL < each.bottom - bottom < _BAND
    ]
    left = max((each.x for each in sides if each.x <= x0), default=None)
    right = min((each.x for each in sides if each.x >= x1), default=None)
    if left is None or right is None:
        return False
    foot = min(each.bottom for each in sides)
    if any(left < each.x0 < right and bottom + 1 < each.middle < foot for each in page.words):
        return False
    return page.ink((left + 2, bottom + 1, right - 2, foot - 1)) is True


_AT_HEAD, _ROOM_IN_CELL = 10.0, 12.0
"""Points between a cell's head and its caption, and room under a caption in which somebody can sign."""


def issuing_block(blocks: Sequence[PaperSignature], issuer: str) -> PaperSignature:
    """Of the blocks on a court's paper the one that issues it: signed before not, a judge's before a clerk's, the lowest of those.

    What says of the same signature that somebody stands in for the judge is never passed over for what does not say so.
    """
    worth = [_issues(each, issuer) for each in blocks]
    best = [each for each, each_worth in zip(blocks, worth, strict=True) if each_worth == max(worth)]
    foot = max((each.area[3] for each in best if each.area), default=0.0)
    lowest = [each for each in best if each.area is None or foot - each.area[3] < _NEAR]
    if not lowest:
        return _NO_BLOCK
    same = [each for each in blocks if each.inked and _near(each, lowest[0])]
    return next((each for each in same if _for_a_judge(each, issuer)), _with_its_name(lowest))


def _with_its_name(blocks: Sequence[PaperSignature]) -> PaperSignature:
    """The first of the blocks at one place; where it has no name, with the name that another found at the same title."""
    first = blocks[0]
    named = next((each for each in blocks if each.name.value), first)
    return replace(first, name=named.name) if named.title.value == first.title.value else named


def _issues(block: PaperSignature, issuer: str) -> tuple[bool, bool, int]:
    """What a block counts for: signed by a judge or a clerk, signed by another office we know, whose of these."""
    signer = signer_under(_text(block.title), issuer, _text(block.name))
    rank = 2 if signer in JUDGES else 1 if signer == "clerk_of_court" else 0
    signed = block.inked is True and signer is not None
    return signed and rank > 0, signed, rank


def _for_a_judge(block: PaperSignature, issuer: str) -> bool:
    """Whether a block with a judge's title says that somebody else signed."""
    signer = signer_under(_text(block.title), issuer, _text(block.name))
    return signer in JUDGES and stand_in(block.block, _text(block.name) or "", block.by_hand) is not None


_COURTS = frozenset({"court", "state_court"})


def officers_block(blocks: Sequence[PaperSignature], sheet: LabelSheet, issuer: str) -> PaperSignature:
    """Of the blocks found on a paper of no court: the one that an officer of `issuer` signed; ink found at another block of it counts.

    Where none is signed, ink on another rule in the row of the printed name is the officer's. Never used for a court's paper.
    """
    best = max(blocks, key=lambda each: (_fits(each, issuer), *_worth(each)))
    signed = best.inked or any(each.inked and _near(each, best) for each in blocks) or _signed_beside(best, sheet)
    named = best.name if best.name.value else next((each.name for each in blocks if _same_office(each, best)), ABSENT)
    title = best.title
    if named.value and named.words == title.words:  # one line holds both
        name, office = split_title(str(title.value))
        named, title = replace(named, value=name or None), replace(title, value=office or None)
    return replace(best, name=named, title=title, inked=True if signed else best.inked)


def _same_office(one: PaperSignature, two: PaperSignature) -> bool:
    return bool(one.name.value) and one.title.value == two.title.value


def _fits(block: PaperSignature, issuer: str) -> int:
    """How well a title belongs on the paper: an officer's own best, a judge's or a clerk's less, none at all least."""
    signer = signer_under(_text(block.title), issuer, _text(block.name))
    return 0 if signer is None else 1 if signer in _OF_COURTS else 2


def _text(reading: FieldReading) -> str | None:
    return reading.value if isinstance(reading.value, str) else None


_OF_COURTS = frozenset({"federal_magistrate_judge", "federal_district_judge", "state_judge", "clerk_of_court"})


def _near(one: PaperSignature, two: PaperSignature) -> bool:
    return one.area is not None and two.area is not None and abs(one.area[1] - two.area[1]) < _NEAR


def _signed_beside(block: PaperSignature, sheet: LabelSheet) -> bool:
    """Whether a rule in the row of the printed name, with no other caption under it, carries ink and no print: the place to sign."""
    printed = block.title.words or block.name.words
    line = next((each for each in reversed(sheet.page.lines) if printed and printed in each.text), None)
    if line is None:
        return False
    x0, _, x1, foot = line.area
    rules = [each for each in sheet.page.rules if abs(each.y - foot) < _LEVEL and each.x1 - each.x0 < _WIDE]
    free = [each for each in rules if not (each.x0 < x1 and x0 < each.x1) and not _asks_else(each, sheet)]
    return any(sheet.page.ink((each.x0, each.y - 30, each.x1, each.y - 1)) for each in free)


def _asks_else(rule: Rule, sheet: LabelSheet) -> bool:
    """Whether the line of print right under a rule is a caption of something else than a signature."""
    under = [each for each in sheet.page.lines if -2 < each.area[1] - rule.y < 14 and overlaps(each.area, rule)]
    return any(all(each.what != "sign" for each in _caption(line)) for line in under)


def overlaps(area: Area, rule: Rule) -> bool:
    """Whether a place lies over or under a rule."""
    return area[0] < rule.x1 and rule.x0 < area[2]


_LEVEL = 18.0
"""Points between the foot of a printed name and the rule beside it on which is signed."""


@dataclass(frozen=True, slots=True)
class _Caption:
    """A caption: what stands at it, its line, and the words after its colon where it has one."""

    what: str
    line: PageLine
    rest: tuple[Word, ...] | None = None


def caption_blocks(sheet: LabelSheet) -> list[PaperSignature]:
    """The blocks at the captions of signatures, the worthiest first."""
    lines = signing_lines(sheet)
    found = [each for line in lines for each in _caption(line)]
    signs = [each for each in found if each.what == "sign"]
    blocks = [_block(each, found, lines, sheet) for each in signs]
    return sorted(blocks, key=_worth, reverse=True)


def _worth(block: PaperSignature) -> tuple[bool, bool, float]:
    """The block that is signed and says by whom; of two alike the lower one."""
    return block.inked is True, bool(block.title.value), block.area[3] if block.area else 0.0


def _caption(line: PageLine) -> list[_Caption]:
    """What a line is a caption of; one that is two (signature and title) comes twice."""
    text = line.text.strip(" ()[]{}_.:-–—")
    if len(text.split()) > 12 or _OTHERS.search(text):
        return []
    labeled = _LABELED.fullmatch(line.text)
    if labeled:
        what = {"s": "sign", "t": "title"}.get(labeled["label"][0].lower(), "name")
        count = len(labeled["rest"].split())
        return [_Caption(what, line, line.words[len(line.words) - count :] if count else ())]
    tests = (("both", _BOTH), ("sign", _SIGN), ("name", _NAME), ("title", _TITLE))
    return [_Caption(what, line) for what, shape in tests if shape.fullmatch(text)] or _misread(line)


def _misread(line: PageLine) -> list[_Caption]:
    """A caption of a signature that the ink over it spoiled on a scan: `Sigfature`."""
    if line.words[0].source != "ocr" or len(line.words) > 4:
        return []
    near = any(ratio(key(each.text), "signature") >= _NEARLY for each in line.words)
    return [_Caption("sign", line)] if near else []


_NEARLY = 77.0


def _block(sign: _Caption, found: Sequence[_Caption], lines: Sequence[PageLine], sheet: LabelSheet) -> PaperSignature:
    """The block around one caption of a signature."""
    near = [each for each in found if abs(each.line.area[1] - sign.line.area[1]) < _NEAR]
    captions = {id(each.line) for each in found}
    free = [each for each in lines if id(each) not in captions]
    name, title, words = _written(sign, near, free, sheet)
    title = title if title.value else _office_of(sign, sheet)
    area = _ink_area(sign, free, words, sheet)
    inked, typed = ink_in(area, sheet)
    pieces = [each.line.area for each in near if each.what in {"sign", "both", "title", "name"}]
    whole = enclosing([area, sign.line.area, *pieces, *([around(words)] if words else [])])
    block = words_in((whole[0] - 4, area[1], whole[2] + 60, whole[3] + 16), sheet, without=_long(lines))
    return PaperSignature(name, title, inked, typed, block, hand_in(area, sheet), area)


_OFFICE = r"(?:[a-z]+ ){0,3}?(?:judge|justice|magistrate|commissioner|clerk|prothonotary)(?: of (?:the )?[\w ]{4,30}?)?"
_OWN_OFFICE = re.compile(
    rf"\W*(?:signature|signed)\W*(?:(?:of|by) )?(?:the )?(?:issuing )?(?P<office>{_OFFICE})\W*"
    rf"|\W*(?:the )?(?:issuing )?(?P<own>{_OFFICE})(?:['’]?s)? signature\W*",
    re.IGNORECASE,
)


def _office_of(sign: _Caption, sheet: LabelSheet) -> FieldReading:
    """The office that a caption says signs there, where it names one and no title is printed: `Signature of Judge`."""
    said = _OWN_OFFICE.fullmatch(sign.line.text)
    if not said:
        return ABSENT
    office = set(re.findall(r"[\w'’-]+", said["office"] or said["own"]))
    words = [each for each in sign.line.words if re.sub(r"\W|['’]s$", "", each.text) in office]
    return plain_reading(words, sheet.page, "signer_title") if words else ABSENT


def _long(lines: Sequence[PageLine]) -> set[Word]:
    """Words of sentences, which belong to the paper and not to the block."""
    return {
        word for each in lines if len(each.words) > 8 and each.area[2] - each.area[0] > _WIDE for word in each.words
    }


_WIDE = 330.0
"""Points that no line of a block is wide."""


def _written(
    sign: _Caption, near: Sequence[_Caption], free: Sequence[PageLine], sheet: LabelSheet
) -> tuple[FieldReading, FieldReading, list[Word]]:
    """Name, title and their words: at their own captions, at one for both, else on the nearest line that holds a title."""
    by = {each.what: each for each in sorted(near, key=lambda each: -abs(each.line.area[1] - sign.line.area[1]))}
    if "title" in by:
        title = _at(by["title"], free, sheet)
        name = _at(by["name"], free, sheet) if "name" in by else []
        if title:
            return _plain(name, sheet, "signer_name"), _plain(title, sheet, "signer_title"), [*name, *title]
    if "both" in by:
        both = _with_name(_at(by["both"], free, sheet), free)
        if both:
            return (*cut(both, sheet.page), both)
    nearest = _nearest(sign, free, sheet)
    own = _at(by["name"], free, sheet) if "name" in by and not nearest[0].value else []
    return (_plain(own, sheet, "signer_name"), nearest[1], [*own, *nearest[2]]) if own else nearest


def _plain(words: list[Word], sheet: LabelSheet, name: str) -> FieldReading:
    return plain_reading(words, sheet.page, name) if words else ABSENT


def _at(caption: _Caption, free: Sequence[PageLine], sheet: LabelSheet) -> list[Word]:
    """The words at a caption: behind its colon, else on the line over it in the reach of its rule."""
    if caption.rest is not None:
        return list(caption.rest)
    x0, top, x1, _ = caption.line.area
    if cell := _cell(caption.line, sheet):
        inside = [each for each in free if cell[0] <= each.area[0] < cell[2] and top < each.area[1] < cell[3] - 4]
        return list(inside[0].words) if inside else []
    left, right = _column(caption, sheet)
    over = [each for each in free if -4 < top - each.area[3] < 24 and each.area[0] < right and left < each.area[2]]
    middle = (x0 + x1) / 2
    best = min(over, key=lambda each: (round((top - each.area[3]) / 8), _away(each.area, middle)), default=None)
    under = [each for each in free if -1 <= each.area[1] - caption.line.area[3] < 8 and abs(each.area[0] - x0) < 8]
    if under and (best is None or _away(best.area, middle) > _ASIDE):
        return list(under[0].words)
    return list(best.words) if best else []


_ASIDE = 40.0
"""Points to the side of a caption at which a line over it is another entry's, where its own may stand right under it."""


def _cell(line: PageLine, sheet: LabelSheet) -> Area | None:
    """The cell of a ruled grid in whose upper left corner a caption stands; what it asks for is under it. None where it is in none."""
    x0, top, x1, bottom = line.area
    sides = [each for each in sheet.page.uprights if each.top <= top + 3 and each.bottom >= bottom + 8]
    if line.text.startswith(("(", "[")):
        return None
    left = max((each for each in sides if x0 - 9 <= each.x <= x0 + 1), key=lambda each: each.x, default=None)
    over = [each for each in sheet.page.rules if -2 <= top - each.y <= 9 and overlaps(line.area, each)]
    if left is None or not (over or top - left.top <= 9):
        return None
    right = min((each.x for each in sides if each.x > x1), default=x1 + 180)
    ends = [each.y for each in sheet.page.rules if each.y > bottom + 8 and overlaps(line.area, each)]
    ends += [
        each.area[1]
        for each in sheet.page.lines
        if each.area[1] > bottom + 8 and left.x <= each.area[0] < right and _caption(each)
    ]
    foot = min([left.bottom, *ends])
    return (left.x + 1, top, right - 1, foot - 1) if foot < bottom + 70 else None


def _column(caption: _Caption, sheet: LabelSheet) -> tuple[float, float]:
    return sheet.column_over(Hit("", caption.line.words, 0, 0, 0))


def _away(area: Area, x: float) -> float:
    return max(area[0] - x, x - area[2], 0.0)


def _with_name(words: list[Word], free: Sequence[PageLine]) -> list[Word]:
    """A title with the name on the line over it, where the line at the caption is a title alone."""
    hit = TITLE.search(" ".join(each.text for each in words)) if words else None
    if hit is None or hit.start() > 2:
        return words
    x0, top, _, _ = around(words)
    over = [each for each in free if 0 < top - each.area[1] < 1.9 * each.size and abs(each.area[0] - x0) < 40]
    return [*over[-1].words, *words] if over and not TITLE.search(over[-1].text) else words


def _nearest(
    sign: _Caption, free: Sequence[PageLine], sheet: LabelSheet
) -> tuple[FieldReading, FieldReading, list[Word]]:
    """Name and title on the line nearest to the caption that holds a title, the name before it or on the line over it."""
    _, top, _, bottom = sign.line.area
    held = [
        each
        for each in free
        if top - _BAND < each.area[1] < bottom + _BAND
        and TITLE.search(each.text)
        and len(each.words) < 13
        and not prose(each.text)
    ]
    best = min(held, key=lambda each: abs(each.area[1] - top), default=None)
    if best is None:
        return ABSENT, ABSENT, []
    words = _with_name(list(best.words), free)
    return (*cut(words, sheet.page), words)


def _ink_area(sign: _Caption, free: Sequence[PageLine], words: Sequence[Word], sheet: LabelSheet) -> Area:
    """Where the signature of a caption belongs: behind its colon, else over it down to what is printed there."""
    x0, top, x1, bottom = sign.line.area
    if cell := _cell(sign.line, sheet):
        return (cell[0], bottom - 2, cell[2], cell[3])
    if sign.rest is not None:
        return (x1 if not sign.rest else sign.rest[0].x0 - 4, top - 22, max(x1, x0) + 250, bottom + 3)
    left, right = _column(sign, sheet)
    own = set(words)
    over = [
        each.area[3] - 0.05 * each.size
        for each in free
        if each.area[3] < top - 14 and each.area[0] < right and left < each.area[2] and not own & set(each.words)
        if any(map(is_print, each.words))
    ]
    return (left, max([top - 36, *over]), right, top - 1.5)
