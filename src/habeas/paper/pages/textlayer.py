"""A page with a text layer: its words, squares, rules and strokes as they stand in the file. Words nobody can see are left out."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from habeas.paper.files.limits import MAX_DRAWN
from habeas.paper.pages.page import Area, Page, Rule, Run, Square, Upright, Word, enclosing, overlap
from habeas.paper.pages.runs import runs_of

_SCRIPT = re.compile(
    r"script|hand|brush|signature|cursive|callig|rufscript|femkeklaver|dkg|pacifico|vibes|allura"
    r"|caveat|dancing|zapfino|chancery|satisfy|kalam|sacramento|parisienne|homemade|bradley|mistral|freestyle|corsiva|edwardian"
    r"|vivaldi|kunstler|indieflower|ink ?free",
    re.I,
)
_TICKS = frozenset("xX✓✔☒☑■●✗✘×")
_LOOK_DPI = 72.0
_MOST_PLACES = 8
"""Pictures and notes of one page that are read as a stamp may be."""
_DARK = 110.0
"""Grey below which the middle of a square counts as filled."""
SSN = re.compile(r"^\(?\d{3}[-–]\d{2}[-–]\d{4}[.,;)]*$")
"""A Social Security number: it is read into nothing."""


def text_page(
    page: Any,
    number: int,
    widgets: Sequence[Word | Square],
    look: npt.NDArray[np.uint8],
    notes: Sequence[Run] = (),
    read: Callable[[Sequence[Area]], tuple[str, ...] | None] = lambda areas: (),
) -> Page:
    """Build the page from pdfplumber's `page`, the form's `widgets` and a picture of it at 72 dots an inch (`look`).

    `notes` were laid over the page; `read` reads places of it as a picture, for stamps that are one.

    Raises ValueError where more is drawn on it than on any paper.
    """
    if sum(len(page.objects.get(kind, ())) for kind in ("char", "line", "rect", "curve")) > MAX_DRAWN:
        raise ValueError("more is drawn on this page than on any paper")
    slanted = sum(_slanted(each) for each in page.chars)
    if slanted * 2 > len(page.chars):
        raise ValueError("most of the writing stands sideways: look at the picture")
    upright = page.filter(lambda each: each["object_type"] != "char" or not _slanted(each))
    seen, hidden = _seen(_words(upright), look)
    entries = [each for each in widgets if isinstance(each, Word)]
    ticks = [each for each in widgets if isinstance(each, Square)]
    # a form's own box says whether it is ticked; the frame drawn around it does not
    drawn = [
        *(each for each in _squares(page, seen, look) if not any(overlap(each.area, own.area) for own in ticks)),
        *ticks,
    ]
    marks = _marks(page)
    words = [each for each in seen if not _is_tick(each, drawn)] + entries
    kept, numbers = without_numbers(words)
    warnings = _said(hidden, numbers)
    return Page(
        number=number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(kept),
        rules=tuple(_rules(page, kept)),
        source="form fields" if entries else "text layer",
        ink=lambda area: _inked(area, marks, kept),
        square_at=lambda area: _square_in(area, drawn),
        outward=lambda area: (area[0], float(page.height) - area[3], area[2], float(page.height) - area[1]),
        runs=(*_drawn_runs(page, look), *notes),
        slanted=lambda thorough: read(_stamp_like(page, notes)),
        warnings=tuple(warnings),
        uprights=tuple(_uprights(page)),
    )


def without_numbers(words: Iterable[Word]) -> tuple[list[Word], int]:
    """The words without Social Security numbers, and how many were left out."""
    words = list(words)
    kept = [each for each in words if not SSN.match(each.text)]
    return kept, len(words) - len(kept)


def _said(hidden: int, numbers: int) -> list[str]:
    said = []
    if hidden:
        said.append(f"{hidden} words of the text layer cannot be seen on the page; they were left out.")
    if numbers:
        said.append("A Social Security number stands on the paper; it was not read.")
    return said


def _words(page: Any) -> list[Word]:
    found = page.extract_words(x_tolerance=1.5, y_tolerance=2.5, extra_attrs=["fontname", "size"])
    found = _small_capitals([each | {"text": each["text"].upper()} if _capitals_only(each) else each for each in found])
    return [
        Word(
            each["text"],
            float(each["x0"]),
            float(each["top"]),
            float(each["x1"]),
            float(each["bottom"]),
            size=float(each["size"]),
            script=bool(_SCRIPT.search(each["fontname"])),
        )
        for each in found
    ]


def _small_capitals(words: list[Any]) -> list[Any]:
    """The words with each large first letter put to the smaller ones behind it, as titles in small capitals are set."""
    kept: list[Any] = []
    for each in words:
        last = kept[-1] if kept else None
        if last is not None and _one_word(last, each):
            kept[-1] = each | {
                "text": last["text"] + each["text"],
                "x0": last["x0"],
                "top": min(last["top"], each["top"]),
                "size": max(last["size"], each["size"]),
            }
        else:
            kept.append(each)
    return kept


_CAPITALS_ONLY = re.compile(r"small-?caps?\b|smallcaps|[a-z]SC(?=-|$)")


def _capitals_only(word: Any) -> bool:
    """Whether a face shows its small letters as capitals, so that the text layer's case says nothing of what is seen."""
    return _CAPITALS_ONLY.search(str(word["fontname"]).replace("Small", "small").replace("Caps", "caps")) is not None


def _one_word(before: Any, word: Any) -> bool:
    """Whether a piece is the rest of the word before it: small letters behind a large one, or any piece in a face of small capitals."""
    if _capitals_only(word):
        return bool(_level(before, word) and before["fontname"] == word["fontname"])
    return len(before["text"]) == 1 and before["text"].isupper() and _goes_with(before, word)


def _level(letter: Any, word: Any) -> bool:
    near = -0.5 <= float(word["x0"]) - float(letter["x1"]) < 1.2
    return near and abs(float(word["bottom"]) - float(letter["bottom"])) < 4


def _goes_with(letter: Any, word: Any) -> bool:
    near = _level(letter, word)
    return near and word["fontname"] == letter["fontname"] and 0.5 * letter["size"] < word["size"] < letter["size"]


def _seen(words: list[Word], look: npt.NDArray[np.uint8]) -> tuple[list[Word], int]:
    """Words under which the picture shows something, and how many show nothing: invisible, white or covered text."""
    seen = [each for each in words if _shows(each, look)]
    return seen, len(words) - len(seen)


def _shows(word: Word, look: npt.NDArray[np.uint8]) -> bool:
    return _shown(word.area, look)


def _shown(area: Area, look: npt.NDArray[np.uint8]) -> bool:
    """Whether the picture shows anything in an area."""
    scale = _LOOK_DPI / 72.0
    top, bottom = max(0, int(area[1] * scale)), int(area[3] * scale) + 1
    left, right = max(0, int(area[0] * scale)), int(area[2] * scale) + 1
    part = look[top:bottom, left:right]
    return part.size > 0 and int(part.max()) - int(part.min()) > 24


def _squares(page: Any, words: list[Word], look: npt.NDArray[np.uint8]) -> list[Square]:
    """Small squares drawn as rectangles; one is ticked where a tick's letter or a stroke stands in it."""
    found = []
    strokes = [_area(each) for each in (*page.curves, *page.lines)]
    for rect in page.rects:
        area = _area(rect)
        wide, high = area[2] - area[0], area[3] - area[1]
        if 4 <= wide <= 18 and 0.7 <= wide / max(high, 0.1) <= 1.4:
            inside = any(_within(_centre(each.area), area) and each.text in _TICKS for each in words)
            crossed = any(_within(_centre(each), area) and each[2] - each[0] < wide * 1.6 for each in strokes)
            found.append(Square(area, inside or crossed or (_filled(rect) and _dark(area, look))))
    return found


def _filled(rect: Any) -> bool:
    colour = rect.get("non_stroking_color")
    dark = colour in (0, 0.0, (0,), (0.0,), (0, 0, 0), (0.0, 0.0, 0.0))
    return bool(rect.get("fill")) and dark


def _dark(area: Area, look: npt.NDArray[np.uint8]) -> bool:
    """Whether the middle of a square is dark in the picture: a frame is often drawn as two filled squares, and is empty all the same."""
    scale, quarter = _LOOK_DPI / 72.0, (area[2] - area[0]) / 4
    left, top, right, bottom = area[0] + quarter, area[1] + quarter, area[2] - quarter, area[3] - quarter
    part = look[int(top * scale) : int(bottom * scale) + 1, int(left * scale) : int(right * scale) + 1]
    return part.size > 0 and float(part.mean()) < _DARK


def _is_tick(word: Word, squares: Iterable[Square]) -> bool:
    return word.text in _TICKS and any(_within(_centre(word.area), each.area) for each in squares)


def _square_in(area: Area, squares: Sequence[Square]) -> Square | None:
    """The rightmost square whose middle is in the area."""
    inside = [each for each in squares if _within(_centre(each.area), area)]
    return max(inside, key=lambda each: each.area[0]) if inside else None


def _marks(page: Any) -> list[Area]:
    """Strokes and pictures that could be a signature: curves, slanted lines, images."""
    slanted = [
        _area(each) for each in page.lines if abs(each["x1"] - each["x0"]) > 1 and abs(each["bottom"] - each["top"]) > 1
    ]
    curves = [
        area for each in page.curves if (area := _area(each))[3] - area[1] > _FLAT
    ]  # a flat one is a line to write on
    return [*curves, *slanted, *(_area(each) for each in page.images)]


def _inked(area: Area, marks: Sequence[Area], words: Sequence[Word]) -> bool:
    """Whether a stroke as wide as a signature, or hand-like text, stands in the area."""
    strokes = [each for each in marks if _within(_centre(each), area) and each[2] - each[0] < (area[2] - area[0]) * 1.6]
    wide = max((each[2] for each in strokes), default=0.0) - min((each[0] for each in strokes), default=0.0)
    by_hand = any(each.script and _within(_centre(each.area), area) for each in words)
    return by_hand or (bool(strokes) and wide >= 14)


def _rules(page: Any, words: Sequence[Word]) -> Iterable[Rule]:
    """Level lines to write on, also those drawn as flat shapes; and the strokes through a word, which may be as short as that."""
    for each in (*page.lines, *page.rects, *page.curves):
        area = _area(each)
        if area[3] - area[1] > _FLAT or area[2] - area[0] < _STROKE:
            continue
        if area[2] - area[0] >= 40 or any(_strikes(area, word) for word in words):
            yield Rule(area[0], area[2], (area[1] + area[3]) / 2)
    yield from (Rule(one[0], one[2], y) for one, y in _bordered(page))


def _bordered(page: Any) -> Iterable[tuple[Area, float]]:
    """Cells with a border on their upper or lower side alone, which programs draw as two boxes, one a border's width higher."""
    boxes = [_area(each) for each in page.rects]
    for one, two in pairwise(boxes):
        top, bottom = abs(one[1] - two[1]), abs(one[3] - two[3])
        same = abs(one[0] - two[0]) < _SAME and abs(one[2] - two[2]) < _SAME and one[2] - one[0] >= 40
        if same and min(top, bottom) < _SAME < max(top, bottom) <= _FLAT:
            yield one, (one[1] + two[1]) / 2 if top > bottom else (one[3] + two[3]) / 2


_SAME = 0.15
"""Points by which two sides that are one may differ."""


_FLAT, _STROKE = 2.5, 10.0
"""Points that a rule is high at most, and that the stroke through a word is long at least."""


def _strikes(area: Area, word: Word) -> bool:
    """Whether a flat line goes through the middle of a word from end to end."""
    third = (word.bottom - word.top) / 3
    return (
        area[0] < word.x0 + third
        and word.x1 - third < area[2]
        and word.top + third < area[1]
        and area[3] < word.bottom - third
    )


def _uprights(page: Any) -> Iterable[Upright]:
    """Lines from top to bottom, and the sides of ruled cells; a square to tick is no cell."""
    borders = {area[:1] + area[2:3] + area[1:2] for area, _ in _bordered(page)}
    for each in (*page.lines, *page.rects):
        x0, top, x1, bottom = _area(each)
        if (x0, x1, top) in borders or bottom - top < 9 or (bottom - top < 19 and x1 - x0 < 19 and x1 - x0 > 2.5):
            continue
        yield Upright(x0, top, bottom)
        if x1 - x0 > 2.5:
            yield Upright(x1, top, bottom)


def _drawn_runs(page: Any, look: npt.NDArray[np.uint8]) -> list[Run]:
    """The page's writing piece by piece, without what nobody can see."""
    runs = [replace(each, script=bool(_SCRIPT.search(str(each.style[0])))) for each in runs_of(page.chars)]
    return [each for each in runs if _shown(each.area, look)]


def _stamp_like(page: Any, notes: Sequence[Run]) -> list[Area]:
    """Places of pictures, of notes and of drawn shapes that may hold a stamp's letters."""
    shapes = [_area(each) for each in page.curves]
    places = [*(_area(each) for each in page.images), *(each.area for each in notes), *_together(shapes)]
    return [each for each in places if each[2] - each[0] > 24 and each[3] - each[1] > 6][:_MOST_PLACES]


def _together(shapes: Sequence[Area]) -> list[Area]:
    """Shapes that lie near one another as one place; a single stroke is no letter."""
    found: list[tuple[Area, int]] = []
    for shape in shapes[:3000]:
        grown = (shape[0] - 12, shape[1] - 12, shape[2] + 12, shape[3] + 12)
        near = [each for each in found if overlap(each[0], grown)]
        found = [each for each in found if each not in near]
        found.append((enclosing([shape, *(area for area, _ in near)]), 1 + sum(count for _, count in near)))
    return [area for area, count in found if count >= 4]


def _slanted(letter: Any) -> bool:
    """Whether a letter is set at a slant of more than three degrees, or sideways."""
    along, across = letter["matrix"][0], letter["matrix"][1]
    return bool(abs(across) > 0.05 * abs(along))


def _area(each: Any) -> Area:
    return (float(each["x0"]), float(each["top"]), float(each["x1"]), float(each["bottom"]))


def _centre(area: Area) -> tuple[float, float]:
    return ((area[0] + area[2]) / 2, (area[1] + area[3]) / 2)


def _within(point: tuple[float, float], area: Area) -> bool:
    return area[0] <= point[0] <= area[2] and area[1] <= point[1] <= area[3]


def covered_by_pictures(page: Any) -> float:
    """The share of the page that its largest picture covers."""
    whole = (0.0, 0.0, float(page.width), float(page.height))
    sizes = [(_area(each)) for each in page.images]
    shares = [
        (min(each[2], whole[2]) - max(each[0], 0)) * (min(each[3], whole[3]) - max(each[1], 0)) / (whole[2] * whole[3])
        for each in sizes
        if overlap(each, whole)
    ]
    return max(shares, default=0.0)
