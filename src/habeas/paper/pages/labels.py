"""Finding a form's labels on a page, forgiving what OCR does to letters, and the words that stand by a label."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from habeas.paper.pages.page import Area, Page, Word, around, rows

_ALIKE = 84.0
"""How like a label its words must be, in hundredths; below eight letters they must be the same but for one."""
_NOISE = re.compile(r"^[\W_]+$")


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """The letters and digits of a text, lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(each for each in plain.lower() if each.isalnum())


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found: its words, and the row it stands in with the place of the words in the row; `over`: it begins on the row above."""

    label: str
    words: tuple[Word, ...]
    row: int
    start: int
    end: int
    alike: float = 100.0
    over: bool = False

    @property
    def area(self) -> Area:
        """Where the label stands."""
        return around(self.words)


class LabelSheet:
    """A page's rows, ready to be searched. Rows end where the part of the form ends that the sender fills (`until`)."""

    def __init__(self, page: Page, until: Sequence[str] = ()):
        self.page = page
        self.rows: list[list[Word]] = [
            [each for each in row if not _NOISE.match(each.text) or each.text[:1] in "§#"] for row in rows(page.words)
        ]
        self.rows = [row for row in self.rows if row]
        self._hits: dict[str, list[Hit]] = {}
        for label in until:
            found = [each for each in self.find(label) if " " in label or self._alone(each)]
            if found:
                self.rows = [*self.rows[: found[0].row], self.rows[found[0].row][: found[0].start]]
                self.rows = [row for row in self.rows if row]
                self._hits.clear()

    def _alone(self, hit: Hit) -> bool:
        """Whether a label is all of its row: one word of a sentence (`promptly return this warrant`) heads nothing."""
        return len(self.rows[hit.row]) <= hit.end - hit.start + 1

    def find(self, label: str) -> list[Hit]:
        """Every place where `label` stands, from the top."""
        if label not in self._hits:
            found = [hit for number, row in enumerate(self.rows) for hit in _in_row(label, row, number)]
            best = max((hit.alike for hit in found), default=0.0)
            if best < 99:
                found += [hit for number in range(1, len(self.rows)) for hit in self._over_two(label, number)]
                best = max((hit.alike for hit in found), default=0.0)
            self._hits[label] = [hit for hit in found if hit.alike >= best - 5]
        return self._hits[label]

    def _over_two(self, label: str, number: int) -> list[Hit]:
        """Places where a label begins on one row and ends on the next: what stands on the second row is the hit."""
        above, row = self.rows[number - 1], self.rows[number]
        if len(key(label)) < 14 or row[0].top - above[-1].top > 2.2 * row[0].size:
            return []
        found = []
        for start in range(max(0, len(above) - 14), len(above)):
            alike, end = _match(key(label), [*above[start:], *row], 0, colon=label.endswith(":"))
            taken = end - (len(above) - start)
            if taken > 0:
                found.append(Hit(label, tuple(row[:taken]), number, 0, taken, alike, over=True))
        return found[:1]

    def first(self, labels: Iterable[str]) -> Hit | None:
        """The first place of the first label that stands on the page."""
        for label in labels:
            found = self.find(label)
            if found:
                return found[0]
        return None

    def right(self, hit: Hit, stops: Iterable[str], gap: float = 90.0) -> list[Word]:
        """The words right of a label, up to the next label or a wide gap."""
        row = self.rows[hit.row]
        ends = [
            other.start
            for stop in stops
            for other in self.find(stop)
            if other.row == hit.row and other.start >= hit.end
        ]
        found: list[Word] = []
        last = hit.words[-1].x1
        for word in row[hit.end : min(ends, default=len(row))]:
            if word.x0 - last > gap:
                break
            found.append(word)
            last = word.x1
        return found

    def below(
        self, hit: Hit, stops: Sequence[str], *, most: int = 1, reach: float = 60.0, wide: float = 320.0
    ) -> list[Word]:
        """The words of up to `most` lines under a label, in its column, up to the next label or a blank of `reach` points."""
        left, right = hit.area[0] - 14, hit.area[0] + wide
        bottom = hit.area[3]
        found: list[list[Word]] = []
        wraps = _open(self.rows[hit.row][hit.start :])
        for number in range(hit.row + 1, len(self.rows)):
            taken = self._column(number, left, right, stops)
            if wraps and taken:
                taken, wraps = _closed(taken), False
            if len(key("".join(each.text for each in taken))) < 2 or (not found and _speck(taken)):
                continue
            if around(taken)[1] - bottom > (reach if not found else 2.0 * taken[0].size) or self._stops(
                number, stops, left, right
            ):
                break
            found.append(taken)
            bottom = around(taken)[3]
            if len(found) == most:
                break
        return [word for row in found for word in row]

    def following(self, hit: Hit, stops: Sequence[str], most: int) -> list[Word]:
        """The words of up to `most` rows under a label, from the left edge of the page or of its cell, up to a label or a blank."""
        found: list[Word] = []
        left, right = self._cell_sides(hit)
        bottom, taken = hit.area[3], 0
        for number in range(hit.row + 1, len(self.rows)):
            row = _unbroken([each for each in self.rows[number] if left <= each.x0 < right])
            if not row:
                continue
            if not found and len(key("".join(each.text for each in row))) <= 3:
                continue  # the end of a label that OCR cut off
            begins = {other.words[0] for stop in stops for other in self.find(stop) if other.row == number}
            stopped = next((place for place, each in enumerate(row) if each in begins), len(row))
            if around(row)[1] - bottom > (60 if not found else 1.2 * row[0].size):
                break
            found += row[:stopped]
            bottom, taken = around(row)[3], taken + 1
            if stopped < len(row) or taken == most:
                break
        return found

    def _cell_sides(self, hit: Hit) -> tuple[float, float]:
        """Between which lines of a table a label stands; the page's edges where it stands in none."""
        x0, top, x1, bottom = hit.area
        sides = [each.x for each in self.page.uprights if each.top <= top and bottom + 6 <= each.bottom]
        return max((each for each in sides if each <= x0 + 2), default=0.0), min(
            (each for each in sides if each >= x1 - 2), default=self.page.width
        )

    def above(self, hit: Hit, stops: Sequence[str], reach: float = 30.0) -> list[Word]:
        """The words on the line over a caption, in the reach of the rule the caption stands under."""
        left, right = self.column_over(hit)
        for number in range(hit.row - 1, -1, -1):
            taken = self._over(number, left, right, hit, stops)
            if taken:
                near = hit.area[1] - around(taken)[3] <= reach
                return taken if near else []
        return []

    def column_over(self, hit: Hit) -> tuple[float, float]:
        """From where to where the rule over a caption reaches; without a rule, what is usual."""
        x0, top, x1, _ = hit.area
        over = [
            each
            for each in self.page.rules
            if -14 <= top - each.y <= 14 and each.x0 - 4 <= x0 and x1 <= each.x1 + 60 and each.x1 - each.x0 < 420
        ]
        if over:
            nearest = min(over, key=lambda each: (round(abs(top - each.y) / 3), max(0.0, x1 - each.x1)))
            return nearest.x0 - 4, nearest.x1 + 6
        return x0 - 95, x1 + 95

    def under(self, hit: Hit, stops: Sequence[str], reach: float = 34.0) -> list[Word]:
        """The words on the line under a caption, in the reach of the rule over it."""
        left, right = self.column_over(hit)
        for number in range(hit.row + 1, len(self.rows)):
            taken = self._column(number, left - 4, right, stops)
            if taken:
                return taken if around(taken)[1] - hit.area[3] <= reach else []
        return []

    def _over(self, number: int, left: float, right: float, hit: Hit, stops: Sequence[str]) -> list[Word]:
        """The piece of a row between two labels or gaps that stands over a caption, or nearest to it."""
        row = self.rows[number]
        labels = {
            place
            for stop in stops
            for other in self.find(stop)
            if other.row == number
            for place in range(other.start, other.end)
        }
        pieces: list[list[Word]] = [[]]
        for place, word in enumerate(row):
            if place in labels or (pieces[-1] and word.x0 - pieces[-1][-1].x1 > 30):
                pieces.append([])
            goes_on = bool(pieces[-1]) and word.x0 - pieces[-1][-1].x1 < word.size
            if place not in labels and left <= word.x0 and (word.x0 < right or goes_on):
                pieces[-1].append(word)
        middle = (hit.area[0] + hit.area[2]) / 2
        return min((each for each in pieces if each), key=lambda each: _away(each, middle), default=[])

    def _column(self, number: int, left: float, right: float, stops: Iterable[str]) -> list[Word]:
        """The words of a row between two heights of the page's width that belong to no label."""
        row = self.rows[number]
        labels = {
            place
            for stop in stops
            for hit in self.find(stop)
            if hit.row == number
            for place in range(hit.start, hit.end)
        }
        kept = [word for place, word in enumerate(row) if place not in labels and left <= word.x0 and word.x0 < right]
        return _unbroken(kept)

    def _stops(self, number: int, stops: Iterable[str], left: float, right: float) -> bool:
        return any(hit.row == number and left - 20 <= hit.area[0] < right for stop in stops for hit in self.find(stop))


def _open(words: Sequence[Word]) -> bool:
    """Whether a bracket is opened and not closed: the label goes on under it."""
    text = " ".join(each.text for each in words)
    return text.count("(") > text.count(")")


def _closed(words: list[Word]) -> list[Word]:
    """The words after the bracket in which a label ends."""
    ends = [place for place, each in enumerate(words[:4]) if each.text.rstrip(".:").endswith(")")]
    return words[ends[0] + 1 :] if ends else words


def _speck(words: list[Word]) -> bool:
    """A letter or two that OCR saw in a speck."""
    return words[0].source == "ocr" and len(key("".join(each.text for each in words))) < 3


def _away(words: list[Word], x: float) -> float:
    """How far a place is from a run of words, 0 inside it."""
    return max(words[0].x0 - x, x - words[-1].x1, 0.0)


def _unbroken(words: list[Word]) -> list[Word]:
    """The words up to the first gap that no line of writing has."""
    for place, (before, word) in enumerate(pairwise(words), 1):
        if word.x0 - before.x1 > 45:
            return words[:place]
    return words


def _in_row(label: str, row: Sequence[Word], number: int) -> list[Hit]:
    """The hits of a row. A label that begins with `^` stands first in its row; a short one in brackets keeps its brackets."""
    wanted = key(label)
    colon = label.endswith(":")
    found: list[Hit] = []
    start = 0
    while start < len(row):
        alike, end = _match(wanted, row, start, colon=colon)
        if end and _set_right(label, row, start, end):
            found.append(Hit(label, tuple(row[start:end]), number, start, end, alike))
        start = end or start + 1
    return found


def _set_right(label: str, row: Sequence[Word], start: int, end: int) -> bool:
    if label.startswith("^"):
        return start == 0
    short = label.startswith("(") and label.endswith(")") and len(key(label)) <= 11
    return not short or (row[start].text[0] in "({[|" and row[end - 1].text[-1] in ")}]|")


def _match(wanted: str, row: Sequence[Word], start: int, *, colon: bool) -> tuple[float, int]:
    """How alike the words from `start` are to a label and where it ends; an end of 0 where it does not stand there."""
    opening = key(row[start].text)
    if not opening or ratio(opening[: len(wanted)], wanted[: len(opening)]) < 55:
        return 0.0, 0
    slack = max(1, len(wanted) // 7) if len(wanted) > 5 else 0
    joined, best = "", (0.0, 0)
    for end in range(start, min(len(row), start + 24)):
        joined += key(row[end].text)
        if len(joined) > len(wanted) + slack:
            break
        if len(joined) >= len(wanted) - slack and row[end].source != "form":
            alike = ratio(joined, wanted)
            best = max(best, (alike, end + 1))
    limit = _ALIKE if len(wanted) >= 8 else 100.0 if len(wanted) <= 4 else 79.0
    if best[0] < limit:
        return 0.0, 0
    last = row[best[1] - 1]
    if colon and not last.text.rstrip(")]").endswith((":", ".", ";") if last.source == "ocr" else (":",)):
        return 0.0, 0
    return best
