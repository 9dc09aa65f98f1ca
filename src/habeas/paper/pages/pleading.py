"""The numbers that pleading paper prints before its lines: they are no writing of the paper's and part its sentences."""

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.paper.pages.page import Page, Word, overlap

_NUMBER = re.compile(r"[1-9]\d?")
_LAST, _FEWEST, _SHARE = 34, 8, 0.6
"""The highest number of a line on a sheet; how many must stand, and what share of those from the first to the last."""
_MARGIN = 0.2
"""The share of the page's width in which the numbers stand."""


def without_line_numbers(page: Page) -> Page:
    """The page without the numbers that count its lines in the left margin; the page itself where there are none."""
    numbers = set(_numbers(page))
    if not numbers:
        return page
    runs = tuple(
        each
        for each in page.runs
        if not (_NUMBER.fullmatch(each.text.strip()) and any(overlap(each.area, own.area) for own in numbers))
    )
    return replace(page, words=tuple(each for each in page.words if each not in numbers), runs=runs)


def _numbers(page: Page) -> list[Word]:
    found = [
        each
        for each in page.words
        if _NUMBER.fullmatch(each.text) and int(each.text) <= _LAST and each.x1 < page.width * _MARGIN
    ]
    rising = _rising(sorted(found, key=lambda each: each.top))
    if len(rising) < _FEWEST or len(rising) < _SHARE * (int(rising[-1].text) - int(rising[0].text) + 1):
        return []
    edge = max(each.x1 for each in rising)
    beyond = [each for each in page.words if each not in set(rising)]
    left = sum(each.x0 < edge for each in beyond)
    return rising if left <= 0.02 * len(beyond) else []


def _rising(words: Sequence[Word]) -> list[Word]:
    """The words that count on, from the top down."""
    kept: list[Word] = []
    for each in words:
        if not kept or 0 < int(each.text) - int(kept[-1].text) <= 3:
            kept.append(each)
    return kept
