"""A page that is a picture: turned upright, cleaned, read by tesseract, every word with its place on the page as it came."""

import io
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from PIL import Image
from rapidfuzz.fuzz import ratio

from habeas.paper.files.clock import BUSY, worked
from habeas.paper.files.limits import PAGE_SECONDS
from habeas.paper.pages import pictures as px
from habeas.paper.pages.page import Area, Page, Rule, Square, Word
from habeas.paper.pages.stamps import sheet_of, spots_in
from habeas.paper.pages.textlayer import without_numbers
from habeas.paper.pages.unread import Ink, core_of, unread_ink

_TURNS = {0: 0, 90: 3, 180: 2, 270: 1}
"""Clockwise degrees that tesseract asks for, with the quarter turns against the clock that do it."""
NO_INK = 250
"""A picture without anything darker is empty."""
_LITTLE = 1.5
"""Under this confidence the orientation is not believed, and the page is tried four ways."""
_WORDS = frozenset(
    {
        "the",
        "of",
        "to",
        "and",
        "in",
        "for",
        "is",
        "or",
        "this",
        "that",
        "you",
        "by",
        "any",
        "with",
        "from",
        "on",
        "at",
        "as",
        "be",
    }
    | {
        "are",
        "not",
        "your",
        "date",
        "name",
        "office",
        "officer",
        "united",
        "states",
        "form",
        "number",
        "warrant",
        "order",
        "court",
    }
    | {"custody", "release", "alien", "immigration"}
)


@lru_cache(maxsize=1)
def have_tesseract() -> bool:
    """Whether tesseract is on this machine."""
    return shutil.which("tesseract") is not None


def scanned_page(
    picture: px.Gray,
    number: int,
    width: float,
    height: float,
    until: float,
    hue: Callable[[], px.Gray | None] = lambda: None,
) -> Page | None:
    """Read a page from its picture; `width` and `height` in points, `until` by `clock.worked`.

    `hue` gives, when asked, how far each place of the picture is from gray; nothing where the colors are not known.

    None where tesseract took too long or gave nothing back.
    """
    if picture.min(initial=NO_INK) >= NO_INK:  # an empty page: nothing for tesseract to look for
        return _page(picture, [], number, (width, height), (0, 0.0), until, hue)
    clean = px.whitened(picture)
    dpi = 72.0 * picture.shape[1] / width
    quarter = _quarter(clean, dpi, until)
    if quarter is None:
        return None
    upright = np.ascontiguousarray(np.rot90(clean, quarter))
    dpi_upright = 72.0 * max(upright.shape) / max(width, height)
    mended = px.without_streaks(upright, dpi_upright)
    angle = px.tilt(mended, dpi_upright)
    level = px.turned(mended, angle) if abs(angle) >= 0.1 else mended
    words = _tesseract_words(level, dpi_upright, until)
    if words is None:
        return None
    return _page(level, words, number, (width, height), (quarter, angle), until, hue)


def _page(
    level: px.Gray,
    words: list[Word],
    number: int,
    size: tuple[float, float],
    turn: tuple[int, float],
    until: float,
    hue: Callable[[], px.Gray | None],
) -> Page:
    width, height = size
    quarter, angle = turn
    scale = 72.0 * max(level.shape) / max(width, height) / 72.0
    wide, high = level.shape[1] / scale, level.shape[0] / scale
    kept, numbers = without_numbers(words)
    look = _Look(level, scale, kept)
    return Page(
        number=number,
        width=wide,
        height=high,
        words=tuple(kept),
        rules=tuple(look.rules),
        source="ocr",
        ink=look.ink,
        square_at=look.square_at,
        outward=lambda area: _outward(area, (wide, high), size, quarter, angle),
        slanted=lambda thorough: _slanted(look.left_over(level), level, scale * 36, until, thorough=thorough),
        again=lambda area, letters: _again(level, scale, area, letters, until),
        unread=lambda excused: unread_ink(
            Ink(level, scale, tuple(words), _upright(hue(), turn)),
            tuple(excused),
            lambda area: f"{_inside(level, scale, core_of(area), until)} {_ring(level, scale, area, until)}",
        ),
        closely=lambda area: _one_line(level, scale, area, until),
        stamped_at=lambda area: _stamped_at((look.cleared(level), level), scale, area, until),
        warnings=("A Social Security number stands on the paper; it was not read.",) if numbers else (),
    )


class _Look:
    """Looks for ink, squares and rules in the upright picture at half its resolution."""

    def __init__(self, level: px.Gray, scale: float, words: Sequence[Word]):
        self.full = level < px.DARK
        self.scale = scale
        self.words = words
        self.half = level[::2, ::2] < px.DARK
        found = px.rules_in(self.half, scale * 36)
        self.rules = [Rule(one * 2 / scale, two * 2 / scale, row * 2 / scale) for one, two, row in found]

    def _cut(self, area: Area) -> px.Mask:
        x0, top, x1, bottom = (max(0, round(each * self.scale)) for each in area)
        return self.full[top:bottom, x0:x1]

    def ink(self, area: Area) -> bool | None:
        """Whether ink that is no rule, no speck and no word surely read stands in the area, as wide as a signature."""
        dark = self._cut(area).copy()
        if dark.size == 0:
            return None
        for word in self.words:
            if word.sure >= 0.8 and len(word.text) > 2:
                self._erase(dark, area, word)
        dark[dark.mean(axis=1) > 0.5] = False
        dark = self._without_rules(dark, area)
        columns = dark.sum(axis=0) >= 1
        rows = dark.sum(axis=1) >= max(2, 0.004 * dark.shape[1])
        wide = _solid(columns, self.scale * 3) / self.scale
        high = int(rows.sum()) / self.scale
        if wide >= 28 and high >= 4:
            return True
        return None if wide >= 12 and high >= 3 else False

    def left_over(self, level: px.Gray) -> px.Gray:
        """The page at half its resolution without the words that were surely read and without rules: ink nobody has explained."""
        return np.ascontiguousarray(self.cleared(level)[::2, ::2])

    def cleared(self, level: px.Gray) -> px.Gray:
        """The page without the words that were surely read and without rules."""
        page = level.copy()
        for word in self.words:
            if word.sure >= 0.6 and word.bottom - word.top < 24:
                x0, top, x1, bottom = (round(each * self.scale) for each in word.area)
                page[max(0, top - 2) : bottom + 3, max(0, x0 - 2) : x1 + 3] = 255
        for rule in self.rules:
            row = round(rule.y * self.scale)
            page[max(0, row - 4) : row + 5, round(rule.x0 * self.scale) : round(rule.x1 * self.scale)] = 255
        return page

    def _without_rules(self, dark: px.Mask, area: Area) -> px.Mask:
        for rule in self.rules:
            if area[1] - 2 <= rule.y <= area[3] + 2:
                row = round((rule.y - area[1]) * self.scale)
                dark[max(0, row - 5) : row + 6] = False
        return dark

    def _erase(self, dark: px.Mask, area: Area, word: Word) -> None:
        x0, top = round((word.x0 - area[0]) * self.scale) - 3, round((word.top - area[1]) * self.scale) - 3
        x1, bottom = round((word.x1 - area[0]) * self.scale) + 4, round((word.bottom - area[1]) * self.scale) + 4
        if x1 > 0 and bottom > 0:
            dark[max(0, top) : bottom, max(0, x0) : x1] = False

    def square_at(self, area: Area) -> Square | None:
        """The square in an area and whether it is ticked; between clear and ticked it cannot be told."""
        dark = self._cut(area)
        if dark.size == 0:
            return None
        box = px.square_inside(dark)
        if box is None:
            return None
        share = px.share_inside(dark, box)
        ticked = True if share >= 0.14 else False if share <= 0.06 else None
        left, top, right, bottom = box
        place = (
            area[0] + left / self.scale,
            area[1] + top / self.scale,
            area[0] + right / self.scale,
            area[1] + bottom / self.scale,
        )
        return Square(place, ticked)


def _solid(columns: px.Mask, gap: float) -> float:
    """The longest stretch of columns with ink, gaps up to `gap` pixels bridged."""
    places = np.flatnonzero(columns)
    if len(places) == 0:
        return 0.0
    breaks = np.flatnonzero(np.diff(places) > gap)
    starts = np.concatenate(([0], breaks + 1))
    ends = np.concatenate((breaks, [len(places) - 1]))
    return float((places[ends] - places[starts]).max())


def _outward(
    area: Area, upright: tuple[float, float], size: tuple[float, float], quarter: int, angle: float
) -> tuple[float, float, float, float]:
    """An area of the upright, level picture as PDF points of the page as it came."""
    corners = [(area[0], area[1]), (area[2], area[1]), (area[0], area[3]), (area[2], area[3])]
    middle = (upright[0] / 2, upright[1] / 2)
    turn = np.radians(angle)
    back = []
    for x, y in corners:
        dx, dy = x - middle[0], y - middle[1]
        across = middle[0] + dx * np.cos(turn) - dy * np.sin(turn)
        down = middle[1] + dx * np.sin(turn) + dy * np.cos(turn)
        back.append(_unturned(across, down, size, quarter))
    xs, ys = [each[0] for each in back], [each[1] for each in back]
    return (float(min(xs)), float(size[1] - max(ys)), float(max(xs)), float(size[1] - min(ys)))


def _unturned(x: float, y: float, size: tuple[float, float], quarter: int) -> tuple[float, float]:
    """A point of the page turned by quarters against the clock, on the page as it came (both from the upper left)."""
    width, height = size
    return {0: (x, y), 1: (width - y, x), 2: (width - x, height - y), 3: (y, height - x)}[quarter]


def _quarter(clean: px.Gray, dpi: float, until: float) -> int | None:
    """How many quarter turns against the clock make the page upright."""
    step = max(1, round(dpi / 150))
    text = _tesseract(np.ascontiguousarray(clean[::step, ::step]), 150, "0", until)
    asked, sure = 0, 0.0
    for line in (text or "").splitlines():
        name, _, value = line.partition(":")
        if name == "Rotate":
            asked = int(value)
        elif name == "Orientation confidence":
            sure = float(value)
    if asked == 0 and (sure >= _LITTLE or not text):
        return 0 if text else _best_of_four(clean, dpi, until)
    return _TURNS.get(asked, 0) if sure >= _LITTLE else _best_of_four(clean, dpi, until)


def _best_of_four(clean: px.Gray, dpi: float, until: float) -> int | None:
    """The way up on which most common words are read; upright where none is better."""
    step = max(1, round(dpi / 150))
    small = np.ascontiguousarray(clean[::step, ::step])
    counts = []
    for quarter in range(4):
        text = _tesseract(np.ascontiguousarray(np.rot90(small, quarter)), 150, "3", until)
        counts.append(sum(each.lower().strip(".,:;()") in _WORDS for each in (text or "").split()))
    return max(range(4), key=lambda quarter: counts[quarter])


def _tesseract(gray: px.Gray, dpi: float, mode: str, until: float, more: Sequence[str] = ()) -> str | None:
    """Run tesseract on a picture with one thread and a time-out; None where it fails or the time is up."""
    seconds = min(PAGE_SECONDS, until - worked())
    if seconds < 0.5:
        return None
    held = io.BytesIO()
    Image.fromarray(gray).save(held, "BMP")
    command = ["tesseract", "stdin", "stdout", "--psm", mode, "--dpi", str(round(dpi)), *more]
    environment = {key: os.environ[key] for key in ("PATH", "TESSDATA_PREFIX", "LANG") if key in os.environ}
    try:
        run = subprocess.run(  # noqa: S603 - fixed words and numbers
            command,
            input=held.getvalue(),
            capture_output=True,
            timeout=seconds * BUSY,
            check=False,
            env=environment | {"OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else None


def _tesseract_words(level: px.Gray, dpi: float, until: float, mode: str = "3") -> list[Word] | None:
    """The words of a page with their places in points and how sure each is."""
    text = _tesseract(level, dpi, mode, until, ("tsv",))
    if text is None:
        return None
    scale = 72.0 / dpi
    found = []
    for line in text.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, wide, high = (int(each) * scale for each in cells[6:10])
        if high <= 60 and wide > 0:
            found.append(
                Word(
                    cells[11].strip(),
                    left,
                    top,
                    left + wide,
                    top + high,
                    "ocr",
                    float(cells[10]) / 100,
                    min(high * 1.15, 40),
                )
            )
    return found


def _again(level: px.Gray, scale: float, area: Area, letters: str, until: float) -> str | None:
    """What is read in an area of the level picture at twice its size, with only these characters allowed."""
    high = max(8.0, area[3] - area[1])
    x0, x1 = (max(0, round(each * scale)) for each in (area[0] - 3, area[2] + 4))
    top, bottom = (max(0, round(each * scale)) for each in (area[1] - 0.35 * high, area[3] + 0.35 * high))
    cut = np.pad(level[top:bottom, x0:x1], 20, constant_values=255)
    large = Image.fromarray(cut).resize((cut.shape[1] * 2, cut.shape[0] * 2), Image.Resampling.BICUBIC)
    allowed = ("-c", f"tessedit_char_whitelist={letters}")
    return _tesseract(np.asarray(large), scale * 144, "7", until, allowed)


def _upright(hue: px.Gray | None, turn: tuple[int, float]) -> px.Gray | None:
    """The picture of colors turned as the page was, gray at the corners."""
    if hue is None:
        return None
    image = Image.fromarray(np.ascontiguousarray(np.rot90(hue, turn[0])))
    return np.asarray(image.rotate(turn[1], resample=Image.Resampling.BILINEAR, expand=False, fillcolor=0))


def _inside(level: px.Gray, scale: float, area: Area, until: float) -> str:
    """What is read in an area, enlarged, as lines and as scattered words."""
    x0, top, x1, bottom = (max(0, round(each * scale)) for each in area)
    cut = np.pad(level[top:bottom, x0:x1], 20, constant_values=255)
    more = _FINE_DPI / (scale * 72)
    size = (round(cut.shape[1] * more), round(cut.shape[0] * more))
    large = np.asarray(Image.fromarray(cut).resize(size, Image.Resampling.BICUBIC))
    return " ".join(_tesseract(large, _FINE_DPI, mode, until) or "" for mode in ("6", "11"))


def _one_line(level: px.Gray, scale: float, area: Area, until: float) -> str:
    """What is read in a place as one line of print, enlarged."""
    x0, top, x1, bottom = (max(0, round(each * scale)) for each in (area[0] - 4, area[1] - 3, area[2] + 4, area[3] + 3))
    cut = np.pad(level[top:bottom, x0:x1], 24, constant_values=255)
    more = _FINE_DPI / (scale * 72)
    size = (round(cut.shape[1] * more), round(cut.shape[0] * more))
    large = np.asarray(Image.fromarray(cut).resize(size, Image.Resampling.BICUBIC))
    return _tesseract(large, _FINE_DPI, "7", until) or ""


def _ring(level: px.Gray, scale: float, area: Area, until: float) -> str:
    """What stands around a seal, the ring laid out as a line with its outer edge up, once and a quarter around."""
    middle = ((area[0] + area[2]) / 2 * scale, (area[1] + area[3]) / 2 * scale)
    outer = max(area[2] - area[0], area[3] - area[1]) / 2 * scale
    fine = _FINE_DPI / 72 / scale
    turns = np.linspace(0, 2.5 * np.pi, round(2.2 * np.pi * outer * fine))
    reach = np.linspace(outer * 1.0, outer * 0.66, round(outer * 0.34 * fine))
    across = np.round(middle[0] + np.outer(reach, np.sin(turns))).astype(int)
    down = np.round(middle[1] - np.outer(reach, np.cos(turns))).astype(int)
    inside = (across >= 0) & (across < level.shape[1]) & (down >= 0) & (down < level.shape[0])
    line = np.full(across.shape, 255, np.uint8)
    line[inside] = level[down[inside], across[inside]]
    return _tesseract(np.pad(line, 24, constant_values=255), _FINE_DPI, "6", until) or ""


_FINE_DPI = 450.0
"""Dots an inch at which the small letters of a seal are read."""


def _stamped_at(looks: Sequence[px.Gray], scale: float, area: Area, until: float) -> tuple[str, ...] | None:
    """The words of a stamp in a place, turned every usual way: what is read without doubt in capitals; None where the look failed.

    The place is looked at without the words that were read and with them: a stamp that lies nearly level was read in part.
    """
    x0, top, x1, bottom = (max(0, round(each * scale)) for each in (area[0] - 6, area[1] - 4, area[2] + 6, area[3] + 3))
    crops = [np.ascontiguousarray(each[top:bottom, x0:x1]) for each in looks]
    sheet = sheet_of([each for each in crops if each.size], _AT_A_SIGNATURE)
    if sheet is None:
        return ()
    words = _tesseract_words(sheet, scale * 72, until, "11")
    if words is None:
        return None
    read = [(re.sub(r"[^A-Za-z]", "", each.text), each.sure) for each in words]
    sure = [
        each
        for each, certain in read
        if len(each) > 3 and ((certain >= _STAMPED and each.isupper()) or _a_stamps(each))
    ]
    return tuple(dict.fromkeys(each.upper() for each in sure))


def _a_stamps(word: str) -> bool:
    """Whether a word, however surely read, is one that stamps say."""
    return any(ratio(word.upper(), each) >= _ALIKE for each in _STAMP_WORDS)


_STAMP_WORDS = (
    "COPY", "DUPLICATE", "RECEIVED", "FILED", "CERTIFIED", "CONFORMED", "ORIGINAL", "DRAFT", "SAMPLE", "SPECIMEN", "PROPOSED", "UNSIGNED",
    "RECALLED", "QUASHED", "VACATED", "CANCELLED", "WITHDRAWN", "RESCINDED", "EXPIRED", "SUPERSEDED", "DISMISSED", "EXECUTED", "SERVED",
)  # fmt: skip
_ALIKE = 85.0
_AT_A_SIGNATURE = (0.0, 8.0, -8.0, 16.0, -16.0, 25.0, -25.0, 40.0, -40.0, 90.0, -90.0)
_STAMPED = 0.8
"""How sure a word must be to be a stamp's: a scrawl is never read so surely in capitals."""


_SLANTS = (0.0, 13.0, -13.0, 30.0, -30.0, 45.0, -45.0, 90.0, -90.0)
"""Degrees by which a page is turned to read a stamp on it."""


def _slanted(left: px.Gray, level: px.Gray, dpi: float, until: float, *, thorough: bool) -> tuple[str, ...] | None:
    """What unexplained ink says, the page turned every usual way; None where a look failed.

    `thorough` reads the places of that ink a second time with the writing they lie on: a stamp that crosses words lost its
    letters with them the first time. Only a paper that would be a court's is worth the seconds.
    """
    spots = spots_in(left < px.DARK, dpi)
    pages = [left, _only(level, spots, round(dpi / 4))] if thorough and spots else [left] if spots else []
    looks = [_tesseract(_turned(page, angle), dpi, "11", until) for page in pages for angle in _SLANTS]
    if any(text is None for text in looks):
        return None
    return tuple(line.strip() for text in looks for line in (text or "").splitlines() if len(line.strip()) > 3)


def _turned(page: px.Gray, angle: float) -> px.Gray:
    image = Image.fromarray(page).rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return np.asarray(image, dtype=np.uint8)


def _only(level: px.Gray, spots: Sequence[tuple[int, int, int, int]], grown: int) -> px.Gray:
    """The page at half its resolution, white but for these places and a little around them."""
    half = level[::2, ::2]
    kept = np.full_like(half, 255)
    for x0, top, x1, bottom in spots:
        part = (slice(max(0, top - grown), bottom + grown), slice(max(0, x0 - grown), x1 + grown))
        kept[part] = half[part]
    return kept


def stamped(crops: Sequence[px.Gray], dpi: float, until: float) -> tuple[str, ...] | None:
    """What stamps in these cut-outs say, whichever way they lie; None where tesseract failed or is not here."""
    sheet = sheet_of(crops)
    if sheet is None:
        return ()
    text = _tesseract(sheet, dpi, "11", until) if have_tesseract() else None
    return None if text is None else tuple(line.strip() for line in text.splitlines() if len(line.strip()) > 3)
