"""Ink on a scan that nobody has explained: what is no word surely read, no rule, no box and no signature may be a stamp.

What such ink says is not known, and it may take the paper back: a person must look before the paper is taken for a court's.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from habeas.paper.pages import pictures as px
from habeas.paper.pages.page import Area, PageLine, Word, enclosing, lines_of
from habeas.paper.pages.stamps import patches

_GRAIN = 0.72
"""Points to a dot of the picture that is looked at: a hundred dots an inch."""
_FAINT = 178
"""Grey under which a dot is ink here: a worn stamp is paler than print."""
_SURE, _LIKELY, _BEYOND_DOUBT = 0.6, 0.72, 0.85
_CELL = 6
"""Dots to a cell; cells with ink that touch are one patch."""
_LEAST, _LEAST_COLORED = (22.0, 26.0), (16.0, 12.0)
"""Points that a patch is long at least, and square points of ink in it, before it may be a stamp's."""
_COLORED = 36
"""Levels between the strongest and the weakest color beyond which a dot is neither black nor gray."""
_HIGH = 26.0
"""Points beyond which a word is no print of a form."""
_SEAL = re.compile(r"\b(?:s?eal|cour?t?|district|states|county)\b", re.IGNORECASE)
"""Words in the middle or around a court's seal."""

_STAMP = re.compile(
    r"recal|quash|vacat|cancel|void|withdr|dismis|rescin|expir|serve|execut|clear|null|supers|inactiv|file[dn]|receiv|\d{1,2}\s?[/-]\s?\d",
    re.IGNORECASE,
)
"""What a clerk's round stamp says and a seal never does."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Ink that lies together: its place in points and how much of it there is, in square points."""

    area: Area
    ink: float


@dataclass(frozen=True, slots=True)
class Ink:
    """A page as it was scanned: its grey levels upright, dots to a point, the words read, and how far each place is from grey."""

    level: px.Gray
    scale: float
    words: tuple[Word, ...]
    hue: px.Gray | None = None


def unread_ink(ink: Ink, excused: Sequence[Area], inside: Callable[[Area], str]) -> tuple[Area, ...]:
    """Places of ink as large as a stamp's that is no word surely read, no rule and no court's seal.

    `excused` places hold ink that is known, as the signature's; `inside` reads the middle and the ring of a seal.
    """
    areas = [each.area for each in unread_patches(ink, excused)]
    seals = [each for each in _rounds(areas) if _sealed(inside(each))]
    return tuple(each for each in areas if not any(_within(each, seal) for seal in seals))


def _sealed(text: str) -> bool:
    """Whether a round place says that it is a court's seal, and nothing of a stamp: a day, a word that takes a paper back."""
    return bool(_SEAL.search(text)) and not _STAMP.search(text)


def unread_patches(ink: Ink, excused: Sequence[Area]) -> list[Patch]:
    """Patches of ink that is no word surely read and no rule, outside the `excused` places; what is in color may be smaller."""
    dark = _coarse(ink.level < _FAINT, ink.scale)
    colored = np.zeros_like(dark) if ink.hue is None else _sized(ink.hue, dark.shape) > _COLORED
    for mask in (_long_runs(dark, 20), _long_runs(dark.T, 36).T):
        dark = dark & ~mask
    dark = dark & ~_dashed(dark)
    black = dark & ~colored
    for word in _explained(ink.words):
        _erase(dark, word.area, 1.2)
        if _count(colored, word.area) > 0.5 * _count(black, word.area):
            _erase(colored, word.area, 1.2)
    found = [each for each in _patched(dark, _LEAST) if not _repeated(dark, each.area)]
    found += [each for each in _patched(colored, _LEAST_COLORED) if min(_sides(each.area)) > 1.5 * _CELL * _GRAIN]
    return [each for each in found if not any(_within(each.area, place) for place in excused)]


def _sized(hue: px.Gray, shape: tuple[int, ...]) -> px.Gray:
    return np.asarray(Image.fromarray(hue).resize((shape[1], shape[0]), Image.Resampling.BOX))


def _coarse(dark: px.Mask, scale: float) -> px.Mask:
    """The mask at a hundred dots an inch: a dot is ink where a quarter of its place is."""
    high, wide = (max(1, int(side / scale / _GRAIN)) for side in dark.shape)
    small = Image.fromarray(dark * np.uint8(255)).resize((wide, high), Image.Resampling.BOX)
    return np.asarray(small) > 70


def _long_runs(dark: px.Mask, points: float) -> px.Mask:
    """Straight lines along the rows of at least so many points, a little thicker than they are."""
    long = round(points / _GRAIN)
    thick = dark | np.roll(dark, 1, axis=0) | np.roll(dark, -1, axis=0)
    sums = np.cumsum(np.pad(thick, ((0, 0), (1, 0))).astype(np.int32), axis=1)
    full = sums[:, long:] - sums[:, :-long] >= long * 0.97
    reach = np.zeros_like(dark)
    rows, starts = np.nonzero(full)
    for row, start in zip(rows, starts, strict=True):
        reach[row, start : start + long] = True
    return reach


_DASH, _THICK = 6, 3
"""Dots between two dashes of a typed line, and dots that it is thick; print is higher."""


def _dashed(dark: px.Mask) -> px.Mask:
    """Typed lines of dashes of a hundred points and more: rows closed from dash to dash, with nothing right over and under them."""
    closed = dark.copy()
    for step in range(1, _DASH):
        closed |= np.roll(dark, step, axis=1)
    found = np.zeros_like(dark)
    for row, start, end in _stretches(_long_runs(closed, 100)):
        beside = [dark[row + off, start:end].mean() for off in (-6, -5, -4, 4, 5, 6) if 0 <= row + off < dark.shape[0]]
        if max(beside, default=0.0) < _BARE:
            found[max(0, row - _THICK) : row + _THICK + 1, start:end] = True
    return found


_BARE = 0.03
"""The share of dots over and under a typed line that specks may darken."""


def _stretches(mask: px.Mask) -> list[tuple[int, int, int]]:
    """The stretches of a mask, each as its row, where it starts and where it ends."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    return [(int(row), int(start), int(end)) for row, start, end in zip(rows, starts, ends, strict=True)]


def _explained(words: Sequence[Word]) -> list[Word]:
    """Words that stand in a line of writing most of which was surely read, of a height that is the line's."""
    found: list[Word] = []
    words = [each for each in words if not _on_its_side(each)]
    for line in lines_of(words):
        high = line.size * 1.5
        if _read(line):
            found += [each for each in line.words if each.size <= high and each.bottom - each.top <= _HIGH]
    return [*found, *(each for each in words if each.sure >= 0.8 and _plain(each))]


def _on_its_side(word: Word) -> bool:
    """Whether a word of three letters or more stands higher than it is wide: no form's print runs up the sheet, a stamp's does."""
    return len(re.findall(r"\w", word.text)) > 2 and word.bottom - word.top > 1.3 * (word.x1 - word.x0)


def _plain(word: Word) -> bool:
    """Whether it is a word of three letters or more, of a height that print has."""
    return len(re.findall(r"\w", word.text)) > 2 and word.bottom - word.top <= _HIGH


def _read(line: PageLine) -> bool:
    """Whether most of a line was surely read; of a word or two that stand alone, whether all is beyond doubt."""
    few = len(line.words) < 3
    letters = [(len(each.text), _long(each) if few else each.sure >= _SURE) for each in line.words]
    return sum(count for count, sure in letters if sure) >= (0.7 if few else 0.5) * sum(count for count, _ in letters)


def _long(word: Word) -> bool:
    """Whether a word that stands alone is beyond doubt; of a long one less is asked."""
    return _plain(word) and word.sure >= (_LIKELY if len(re.findall(r"\w", word.text)) > 4 else _BEYOND_DOUBT)


def _cut(area: Area, more: float = 0.0) -> tuple[slice, slice]:
    x0, top = (max(0, int((each - more) / _GRAIN)) for each in area[:2])
    x1, bottom = (int((each + more) / _GRAIN) + 1 for each in area[2:])
    return (slice(top, bottom), slice(x0, x1))


def _erase(dark: px.Mask, area: Area, more: float) -> None:
    dark[_cut(area, more)] = False


def _count(mask: px.Mask, area: Area) -> int:
    return int(mask[_cut(area)].sum())


def _patched(dark: px.Mask, least: tuple[float, float]) -> list[Patch]:
    high, wide = dark.shape[0] // _CELL, dark.shape[1] // _CELL
    counts: npt.NDArray[np.int64] = (
        dark[: high * _CELL, : wide * _CELL].reshape(high, _CELL, wide, _CELL).sum(axis=(1, 3))
    )
    found = []
    for cells in patches(counts >= 3):
        rows, columns = zip(*cells, strict=True)
        ink = int(sum(counts[row, column] for row, column in cells))
        box = (min(columns), min(rows), max(columns) + 1, max(rows) + 1)
        side = _CELL * _GRAIN
        found.append(Patch((box[0] * side, box[1] * side, box[2] * side, box[3] * side), ink * _GRAIN**2))
    return [each for each in found if _large(each, least)]


def _large(patch: Patch, least: tuple[float, float]) -> bool:
    x0, top, x1, bottom = patch.area
    return max(x1 - x0, bottom - top) >= least[0] and patch.ink >= least[1]


def _sides(area: Area) -> tuple[float, float]:
    return (area[2] - area[0], area[3] - area[1])


def _repeated(dark: px.Mask, area: Area) -> bool:
    """Whether a narrow column is one sign set under itself again and again, as the brackets of a caption are."""
    if area[2] - area[0] > 14 or area[3] - area[1] < 36:
        return False
    piece = dark[_cut(area, 1.0)]
    wide = piece | np.roll(piece, 1, axis=0) | np.roll(piece, -1, axis=0)
    wide = wide | np.roll(wide, 1, axis=1) | np.roll(wide, -1, axis=1)
    shares = [float(wide[lag:][piece[:-lag]].mean()) for lag in range(12, 28) if piece[:-lag].any()]
    return max(shares, default=0.0) >= 0.88


def _rounds(areas: Sequence[Area]) -> list[Area]:
    """Places as round and as large as a court's seal, put together from what lies near."""
    found: list[Area] = []
    for area in areas:
        near = [each for each in areas if _near(area, each)]
        whole = enclosing(near)
        wide, high = whole[2] - whole[0], whole[3] - whole[1]
        if 40 <= wide <= 130 and 0.8 <= wide / high <= 1.25 and whole not in found:
            found.append(whole)
    return found


def _near(one: Area, two: Area) -> bool:
    gap = 14.0
    return one[0] - gap < two[2] and two[0] - gap < one[2] and one[1] - gap < two[3] and two[1] - gap < one[3]


def core_of(area: Area) -> Area:
    """The line across the middle of a seal, inside its rings."""
    wide, high = (area[2] - area[0]) * 0.17, (area[3] - area[1]) * 0.36
    return (area[0] + wide, area[1] + high, area[2] - wide, area[3] - high)


def _within(area: Area, place: Area) -> bool:
    """Whether most of an area lies in a place."""
    wide = min(area[2], place[2]) - max(area[0], place[0])
    high = min(area[3], place[3]) - max(area[1], place[1])
    whole = (area[2] - area[0]) * (area[3] - area[1])
    return wide > 0 and high > 0 and wide * high >= 0.8 * whole
