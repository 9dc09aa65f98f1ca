"""Two papers on one sheet, side by side or one over the other: each half is a page of its own, so that neither is lost in the other."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from habeas.paper.pages.page import Area, Page, Rule, Run, Square, Upright, Word, with_lines

_BROAD, _FEW = 1.15, 20
"""How much broader than high a sheet is on which two lie side by side, and the words that each half has at least."""
_BAND, _MIDDLE = 18.0, (0.3, 0.7)
"""Points of white, at least, between two papers that lie one over the other, and between which shares of the sheet."""


def halves(page: Page) -> tuple[Page, Page] | None:
    """The left and the right half of a broad sheet through whose middle no word runs; None for any other."""
    middle = page.width / 2
    crossing = [each for each in page.words if each.x0 < middle < each.x1]
    if page.private or page.width < _BROAD * page.height or crossing:
        return None
    return _both(page, (0.0, 0.0, middle, page.height), (middle, 0.0, page.width, page.height))


def stacked(page: Page) -> list[tuple[Page, Page]]:
    """The upper and the lower part of a sheet at each wide band of white about its middle; whether both are papers is for others."""
    if page.private or not page.words:
        return []
    rows = sorted((each.area[1], each.area[3]) for each in page.lines)
    cuts, bottom = [], 0.0
    for (_, end), (top, _) in pairwise(rows):
        bottom = max(bottom, end)
        if top - bottom >= _BAND and _MIDDLE[0] * page.height < (top + bottom) / 2 < _MIDDLE[1] * page.height:
            cuts.append((top + bottom) / 2)
    parts = [_both(page, (0.0, 0.0, page.width, cut), (0.0, cut, page.width, page.height)) for cut in cuts]
    return [each for each in parts if each]


def _both(page: Page, one: Area, two: Area) -> tuple[Page, Page] | None:
    first, second = _part(page, one), _part(page, two)
    return (first, second) if min(len(first.words), len(second.words)) >= _FEW else None


def _part(page: Page, part: Area) -> Page:
    """A part of a page as a page that begins at its corner; a stamp counts for both parts."""
    left, top, right, bottom = part

    def whole(area: Area) -> Area:
        return (area[0] + left, area[1] + top, area[2] + left, area[3] + top)

    def own(area: Area) -> Area:
        return (area[0] - left, area[1] - top, area[2] - left, area[3] - top)

    def inside(area: Area) -> bool:
        return area[0] < right and left < area[2] and area[1] < bottom and top < area[3]

    def unread(excused: Iterable[Area]) -> tuple[Area, ...]:
        found = page.unread(tuple(whole(each) for each in excused))
        return tuple(own(each) for each in found if inside(each))

    return with_lines(
        replace(
            page,
            width=right - left,
            height=bottom - top,
            words=tuple(
                _word(each, part) for each in page.words if left <= each.x0 < right and top <= each.middle < bottom
            ),
            rules=tuple(_rule(each, part) for each in page.rules if inside((each.x0, each.y, each.x1, each.y + 0.1))),
            uprights=tuple(
                Upright(each.x - left, each.top - top, each.bottom - top)
                for each in page.uprights
                if inside((each.x, each.top, each.x + 0.1, each.bottom))
            ),
            runs=tuple(_run(each, own(each.area)) for each in page.runs if inside(each.area)),
            ink=lambda area: page.ink(whole(area)),
            square_at=lambda area: _square(page, whole(area), part),
            outward=lambda area: page.outward(whole(area)),
            again=lambda area, letters: page.again(whole(area), letters),
            unread=unread,
            closely=lambda area: page.closely(whole(area)),
        )
    )


def _word(word: Word, part: Area) -> Word:
    left, top = part[:2]
    return replace(word, x0=word.x0 - left, x1=word.x1 - left, top=word.top - top, bottom=word.bottom - top)


def _rule(rule: Rule, part: Area) -> Rule:
    left, top, right, _ = part
    return replace(rule, x0=max(rule.x0, left) - left, x1=min(rule.x1, right) - left, y=rule.y - top)


def _run(run: Run, area: Area) -> Run:
    return replace(run, area=area)


def _square(page: Page, area: Area, part: Area) -> Square | None:
    found = page.square_at(area)
    x0, y0, x1, y1 = found.area if found else (0.0, 0.0, 0.0, 0.0)
    left, top = part[:2]
    return replace(found, area=(x0 - left, y0 - top, x1 - left, y1 - top)) if found else None
