"""One stream for every kind of file: words, squares, rules and ink of a page, with where each stands.

Inside this room places are points from the **upper** left corner of the page as it is shown; what leaves the room is
turned to PDF's lower left corner.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

Area = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the upper left."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `source` is `text`, `form` or `ocr`; `sure` is 0 to 1; `size` its height in points; `script` a hand-like face."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    source: str = "text"
    sure: float = 1.0
    size: float = 10.0
    script: bool = False

    @property
    def area(self) -> Area:
        """Where it stands."""
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Square:
    """A box to tick. `ticked` is None where it cannot be told."""

    area: Area
    ticked: bool | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line on which something is written."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Upright:
    """A line from top to bottom, as between the columns of a table."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text as it was drawn in one go, in one face and one direction: what was added to a form later is a run of its own.

    `style` is face, size, color and direction; `note` marks an annotation laid over the page, which is never the form's print.
    """

    text: str
    area: Area
    size: float
    style: tuple[object, ...] = ()
    script: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `ink(area)` says whether there is ink in an area that is no known word: True, False, None for cannot tell.

    `square_at(area)` looks for a ticked or empty square inside an area. `outward` turns an area into PDF points. `slanted`
    reads, when asked, what stands at a slant on a picture, as a stamp does, None where it could not; `slanted(True)` looks
    longer. `again` reads an area of a picture once more with only these characters; None on a page that is no picture. `unread`
    gives the places of ink on a picture that nothing explains, apart from the areas it is handed; `closely` reads a place enlarged.
    `stamped_at` gives the printed words that the ink of a place on a picture turns out to be, whichever way it lies.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    source: str
    ink: Callable[[Area], bool | None]
    square_at: Callable[[Area], Square | None]
    outward: Callable[[Area], tuple[float, float, float, float]]
    stamps: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    warnings: tuple[str, ...] = ()
    private: bool = False
    lines: tuple["PageLine", ...] = field(default=())
    slanted: Callable[[bool], tuple[str, ...] | None] = lambda thorough: ()
    again: Callable[[Area, str], str | None] = lambda area, letters: None
    unread: Callable[[Iterable[Area]], tuple[Area, ...]] = lambda excused: ()
    closely: Callable[[Area], str] = lambda area: ""
    uprights: tuple[Upright, ...] = ()
    typed: bool = False
    """Whether it was drawn here from the words of a file (an e-mail, a Word document), and is no paper itself."""
    begins: bool = False
    """Whether a file of its own begins with it: an e-mail's words, or what is attached."""
    stamped_at: Callable[[Area], tuple[str, ...] | None] = lambda area: ()


@dataclass(frozen=True, slots=True)
class PageLine:
    """Words that stand at one height, from left to right, and no wide gap between them."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with one blank between them."""
        return " ".join(each.text for each in self.words)

    @property
    def area(self) -> Area:
        """The smallest area that holds the words."""
        return around(self.words)

    @property
    def size(self) -> float:
        """The usual height of its letters."""
        sizes = sorted(each.size for each in self.words)
        return sizes[len(sizes) // 2]


def around(words: Iterable[Word]) -> Area:
    """The smallest area that holds the words."""
    return enclosing([each.area for each in words])


def enclosing(areas: Iterable[Area]) -> Area:
    """The smallest area that holds these."""
    x0, top, x1, bottom = zip(*areas, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """Group words into rows that share their height, top to bottom, each from left to right."""
    found: list[tuple[list[Word], float, float]] = []
    for word in sorted(words, key=lambda each: each.middle):
        place = next(
            (count for count in range(len(found) - 1, max(-1, len(found) - 4), -1) if _level(word, *found[count][1:])),
            None,
        )
        if place is None:
            found.append(([word], word.top, word.bottom))
        else:
            row, top, bottom = found[place]
            row.append(word)
            share = 1 / len(row)
            found[place] = (row, top + (word.top - top) * share, bottom + (word.bottom - bottom) * share)
    ordered = sorted(found, key=lambda each: each[1] + each[2])
    return [sorted(row, key=lambda each: each.x0) for row, _, _ in ordered]


def _level(word: Word, top: float, bottom: float) -> bool:
    shared = min(word.bottom, bottom) - max(word.top, top)
    return shared >= 0.55 * max(2.0, min(word.bottom - word.top, bottom - top))


def lines_of(words: Iterable[Word], gap: float = 2.2, bars: Sequence[Upright] = ()) -> tuple[PageLine, ...]:
    """Cut rows into lines at gaps wider than `gap` letter heights, and at the upright lines of a grid."""
    found: list[PageLine] = []
    for row in rows(words):
        part = [row[0]]
        for before, word in pairwise(row):
            if word.x0 - before.x1 > gap * max(before.size, word.size) or _parted(before, word, bars):
                found.append(PageLine(tuple(part)))
                part = []
            part.append(word)
        found.append(PageLine(tuple(part)))
    return tuple(found)


_SIGNS = frozenset({")", "(", "§", "|", ":", "*", "]", "}"})
"""Signs that part the columns of a caption, one over the other."""


def _bars_of_signs(words: Sequence[Word]) -> list[Upright]:
    """The edges of a column of lone signs: what stands left of it and right of it are lines of their own."""
    lone = [each for each in words if each.text in _SIGNS]
    stacked = [each for each in lone if sum(abs(each.x0 - other.x0) < _ALIGNED for other in lone) >= _STACK]
    return [Upright(x, each.top, each.bottom) for each in stacked for x in (each.x0, each.x1)]


_ALIGNED, _STACK = 4.0, 3
"""Points within which signs stand over one another, and how many make a column."""


def _parted(one: Word, two: Word, bars: Sequence[Upright]) -> bool:
    """Whether an upright line stands between two words of a row."""
    return any(one.x1 - 1 <= each.x <= two.x0 + 1 and each.top <= one.middle <= each.bottom for each in bars)


_LEADER = re.compile(r"[.·•…]{3,}$")
"""Dots that lead the eye from a label to its value."""


def with_lines(page: Page) -> Page:
    """The page without the dots that lead from labels to values, with its lines worked out."""
    led = [each for each in page.words if _LEADER.search(each.text)]
    bare = {each: _LEADER.sub("", each.text) for each in led}
    words = tuple(replace(each, text=bare.get(each, each.text)) for each in page.words if bare.get(each, "x"))
    return replace(page, words=words, lines=lines_of(words, bars=(*page.uprights, *_bars_of_signs(words))))


def overlap(first: Area, second: Area) -> bool:
    """Whether two areas share any place."""
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]
