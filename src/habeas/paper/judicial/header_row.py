"""The signature in a row of captions that stand over what they ask for: `Date | Signature | Title`, with the ink and the name under it.

Only a block that is signed is handed back: where nothing stands under the captions, they are read as captions under a rule.
"""

import re
from collections.abc import Sequence

from habeas.paper.fields.extract import ABSENT
from habeas.paper.fields.likely import called_name
from habeas.paper.judicial.signing import PaperSignature, head_of, ink_in, issuers_foot, plain_reading, prose
from habeas.paper.judicial.titles import TITLE
from habeas.paper.pages.labels import LabelSheet
from habeas.paper.pages.page import Area, PageLine, Word
from habeas.paper.reading import FieldReading

_SIGN = re.compile(
    r"\W*(?:signature|signed)(?: of (?:the )?(?:issuing )?(?:judicial )?(?:officer|official|judge|magistrate"
    r"|clerk))?(?:\s*\((?P<office>[A-Za-z .'’-]{4,50})\)?)?\W*",
    re.IGNORECASE,
)
_DATE = re.compile(r"\W*(?:date|dated)(?: (?:signed|issued|of issue|of issuance))?\W*", re.IGNORECASE)
_NAME = re.compile(
    r"\W*(?:print(?:ed)?|type(?:d)?)? ?(?:or print )?names?(?: of (?:the )?(?:\w+ ){0,2}(?:officer|official|judge|magistrate"
    r"|clerk|signer))?"
    r"(?: \(.{3,30}\))?\W*",
    re.IGNORECASE,
)
_UNDER, _DEEP = 2.0, 42.0
"""Points under a caption at which what it asks for begins and ends."""


def block_under_captions(sheet: LabelSheet) -> PaperSignature | None:
    """The signed block under a row of captions; None where none is signed there."""
    foot = issuers_foot(sheet.page)
    lines = [each for each in sheet.page.lines if head_of(sheet.page) < each.area[1] < foot]
    for row in _rows(lines):
        sign = next((each for each in row if _signs(each)), None)
        if sign is None or not any(_DATE.fullmatch(each.text) for each in row):
            continue
        block = _block(sign, row, lines, sheet)
        if block.inked:
            return block
    return None


def _signs(line: PageLine) -> bool:
    """Whether a line is the caption of a signature, or names the office that signs."""
    return _SIGN.fullmatch(line.text) is not None or (TITLE.match(line.text) is not None and len(line.words) < 8)


def _rows(lines: Sequence[PageLine]) -> list[list[PageLine]]:
    """Lines side by side, two or more in a row, from left to right."""
    rows = [[each for each in lines if abs(each.area[3] - line.area[3]) < 4] for line in lines]
    return [sorted(each, key=lambda line: line.area[0]) for each in rows if len(each) > 1]


def _block(sign: PageLine, row: Sequence[PageLine], lines: Sequence[PageLine], sheet: LabelSheet) -> PaperSignature:
    area = _below(sign, row, sheet)
    said = _SIGN.fullmatch(sign.text)
    office = [each for each in sign.words if not said or not re.match(r"\W*sign", each.text, re.IGNORECASE)]
    title = plain_reading(office, sheet.page, "signer_title") if office else ABSENT
    named = next((each for each in (*row, *_lower(sign, lines)) if _NAME.fullmatch(each.text)), sign)
    name, words = _named(_below(named, row, sheet), lines, sheet)
    inked, typed = ink_in(area, sheet)
    block = " ".join([*(each.text for each in words), *(each.text for each in office)])
    written = [each for each in lines if _within(each.area, area) and not set(each.words) <= set(words)]
    block = " ".join([block, *(each.text for each in written if not prose(each.text))])
    return PaperSignature(name, title, inked, typed, block, "", area)


def _lower(sign: PageLine, lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines under a caption of a signature, as far as its block reaches."""
    return [
        each for each in lines if 0 < each.area[1] - sign.area[3] < _BLOCK and abs(each.area[0] - sign.area[0]) < _BLOCK
    ]


_BLOCK = 60.0
"""Points under and beside a caption of a signature within which the name's caption stands."""


def _below(caption: PageLine, row: Sequence[PageLine], sheet: LabelSheet) -> Area:
    """The place under a caption, as wide as to the next one."""
    x0, _, x1, bottom = caption.area
    right = min((each.area[0] for each in row if each.area[0] > x1), default=min(x1 + 160, sheet.page.width))
    return (x0 - 6, bottom + _UNDER, right - 4, bottom + _DEEP)


def _within(one: Area, two: Area) -> bool:
    return two[0] - 4 <= one[0] < two[2] and two[1] - 2 <= one[1] < two[3]


def _named(area: Area, lines: Sequence[PageLine], sheet: LabelSheet) -> tuple[FieldReading, tuple[Word, ...]]:
    """The name that stands in a place under a caption, with its words."""
    for line in lines:
        if _within(line.area, area) and called_name(line.text) and not TITLE.search(line.text):
            return plain_reading(line.words, sheet.page, "signer_name"), line.words
    return ABSENT, ()
