"""Two papers side by side on one sheet: each half is a page of its own, so that neither paper is lost in the other."""

from collections.abc import Iterable
from dataclasses import replace

from habeas.paper.pages.page import Area, Page, Rule, Run, Square, Word, with_lines

_BROAD, _FEW = 1.15, 20
"""How much broader than high such a sheet is, and the words that each half has at least."""


def halves(page: Page) -> tuple[Page, Page] | None:
    """The left and the right half of a broad sheet through whose middle no word runs; None for any other."""
    middle = page.width / 2
    crossing = [each for each in page.words if each.x0 < middle < each.x1]
    if page.private or page.width < _BROAD * page.height or crossing:
        return None
    left, right = _part(page, 0.0, middle), _part(page, middle, page.width)
    return (left, right) if min(len(left.words), len(right.words)) >= _FEW else None


def _part(page: Page, start: float, end: float) -> Page:
    """The part of a page between two places of its width, as a page that begins at 0; a stamp counts for both parts."""

    def whole(area: Area) -> Area:
        return (area[0] + start, area[1], area[2] + start, area[3])

    def own(area: Area) -> Area:
        return (area[0] - start, area[1], area[2] - start, area[3])

    def unread(excused: Iterable[Area]) -> tuple[Area, ...]:
        found = page.unread(tuple(whole(each) for each in excused))
        return tuple(own(each) for each in found if each[0] < end and start < each[2])

    return with_lines(
        replace(
            page,
            width=end - start,
            words=tuple(_word(each, start) for each in page.words if start <= each.x0 < end),
            rules=tuple(_rule(each, start, end) for each in page.rules if each.x0 < end and start < each.x1),
            runs=tuple(_run(each, own(each.area)) for each in page.runs if each.area[0] < end and start < each.area[2]),
            ink=lambda area: page.ink(whole(area)),
            square_at=lambda area: _square(page, whole(area), start),
            outward=lambda area: page.outward(whole(area)),
            again=lambda area, letters: page.again(whole(area), letters),
            unread=unread,
            closely=lambda area: page.closely(whole(area)),
        )
    )


def _word(word: Word, start: float) -> Word:
    return replace(word, x0=word.x0 - start, x1=word.x1 - start)


def _rule(rule: Rule, start: float, end: float) -> Rule:
    return replace(rule, x0=max(rule.x0, start) - start, x1=min(rule.x1, end) - start)


def _run(run: Run, area: Area) -> Run:
    return replace(run, area=area)


def _square(page: Page, area: Area, start: float) -> Square | None:
    found = page.square_at(area)
    return (
        replace(found, area=(found.area[0] - start, found.area[1], found.area[2] - start, found.area[3]))
        if found
        else None
    )
