"""Offices beside boxes: which of them signed is the one that is ticked; its signature stands over the boxes or under them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from habeas.paper.fields.choices import box_before, ticked_before
from habeas.paper.fields.extract import ABSENT
from habeas.paper.fields.likely import called_name
from habeas.paper.judicial.named import name_like, without_label
from habeas.paper.judicial.signing import (
    PaperSignature,
    hand_in,
    head_of,
    ink_in,
    issuers_foot,
    plain_reading,
    words_in,
)
from habeas.paper.pages.labels import Hit, LabelSheet, key
from habeas.paper.pages.page import PageLine, Word, around, lines_of
from habeas.paper.reading import FieldReading


def signing_lines(sheet: LabelSheet) -> list[PageLine]:
    """The lines of the part that the issuer fills, below the paper's head."""
    words = [word for row in sheet.rows for word in row]
    lines = [each for each in lines_of(words) if each.area[1] > head_of(sheet.page)] if words else []
    foot = issuers_foot(sheet.page)
    return [each for each in lines if each.area[1] < foot]


_BOXED = re.compile(
    r"(?:(?:chief|deputy|assistant|associate) )?(?:clerk(?: of (?:the )?(?:\w+ )?court)?|csc|magistrate(?: judge)?"
    r"|justice(?: of the peace)?"
    r"|(?:(?:general )?(?:district|circuit|superior|county|municipal) )?(?:court )?judge|court administrator|commissioner)",
    re.IGNORECASE,
)


def boxed_offices(sheet: LabelSheet) -> tuple[list[tuple[Word, ...]], tuple[Word, ...]] | None:
    """Offices printed beside boxes to tick, and the one that is ticked: empty where none, several, or a box that cannot be told.

    None where no offices stand beside boxes.
    """
    found = [office for line in signing_lines(sheet) for office in _offices(line) if _has_box(office, sheet)]
    if len(found) < 2 or not _together(found):
        return None
    states = [box_before(Hit("", office, 0, 0, 0), sheet) for office in found]
    ticked = [office for office, state in zip(found, states, strict=True) if state]
    return found, ticked[0] if len(ticked) == 1 and None not in states else ()


def over_boxes(words: Sequence[Word], sheet: LabelSheet) -> PaperSignature | None:
    """The signature over a row of offices beside boxes; None where nothing is signed there."""
    x0, top, x1, bottom = around(words)
    area = (x0 - 30, top - 36, x1 + 60, top - 1)
    over = [
        each.area[3]
        for each in sheet.page.lines
        if each.area[3] < top - 10 and area[0] < each.area[2] and each.area[0] < x1
    ]
    area = (area[0], max([area[1], *over]), area[2], area[3])
    inked, typed = ink_in(area, sheet)
    block = words_in((area[0], area[1], area[2], bottom + 16), sheet, without=set(words))
    return PaperSignature(ABSENT, ABSENT, inked, typed, block, hand_in(area, sheet), area) if inked else None


def under_boxes(words: Sequence[Word], sheet: LabelSheet) -> PaperSignature | None:
    """The signature between a row of offices beside boxes and the name printed under it; None where nothing is signed there."""
    x0, _, x1, bottom = around(words)
    under = [each for each in sheet.page.lines if bottom < each.area[1] < bottom + 56 and x0 - 40 < each.area[0] < x1]
    if not under or not name_like(under[0].text):
        return None
    area = (x0 - 30, bottom + 1, x1 + 60, under[0].area[1] - 1)
    inked, typed = ink_in(area, sheet)
    name = plain_reading(without_label(under[0].words), sheet.page, "signer_name")
    block = under[0].text
    return PaperSignature(name, ABSENT, inked, typed, block, hand_in(area, sheet), area) if inked else None


def named_beside(offices: Sequence[Sequence[Word]], sheet: LabelSheet) -> FieldReading:
    """The name right of a row of offices beside boxes, or on the line under it."""
    words = {word for each in offices for word in each}
    x0, _, x1, bottom = around(words)
    for line in sheet.page.lines:
        own = [each for each in line.words if each not in words]
        level = abs(line.area[3] - bottom) < 4 and own and own[0].x0 > x0
        under = -2 < line.area[1] - bottom < 14 and x0 - 60 < line.area[0] < x1
        found = called_name(" ".join(each.text for each in own)) if level or under else None
        if found and found.value == " ".join(each.text for each in own).strip(" ,"):
            return plain_reading(own, sheet.page, "signer_name")
    return ABSENT


def _has_box(office: tuple[Word, ...], sheet: LabelSheet) -> bool:
    """Whether a box stands before an office, drawn or made of signs."""
    first = office[0]
    high = max(6.0, first.bottom - first.top)
    area = (first.x0 - 2.6 * high - 4, first.middle - high, first.x0 + 0.5, first.middle + high)
    return sheet.page.square_at(area) is not None or ticked_before(first, sheet) is not None


def _together(offices: Sequence[tuple[Word, ...]]) -> bool:
    """Whether the offices stand beside or right under one another."""
    tops = sorted(each[0].top for each in offices)
    return all(two - one < 30 for one, two in pairwise(tops))


def _offices(line: PageLine) -> list[tuple[Word, ...]]:
    """The offices on a line, each as its words; nothing where the line says more than offices."""
    found: list[tuple[Word, ...]] = []
    words, start = [each for each in line.words if key(each.text) not in {"", "x", "v"}], 0
    while start < len(words):
        ends = [end for end in range(start + 1, min(len(words), start + 6) + 1) if _is_office(words[start:end])]
        if not ends and found and len(words) - start < 3:
            break  # the last office goes on in the next line
        if not ends:
            return []
        found.append(tuple(words[start : ends[-1]]))
        start = ends[-1]
    return found


def _is_office(words: Sequence[Word]) -> bool:
    return bool(_BOXED.fullmatch(" ".join(each.text for each in words).strip(" .,:;")))
