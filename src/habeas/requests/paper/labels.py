"""Finding a form's labels on a page, forgiving what OCR does to letters, and the words that stand by a label."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from habeas.requests.paper.page import Area, Page, Word, around, rows

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
    """A label found: its words, and the row it stands in with the place of the words in the row."""

    label: str
    words: tuple[Word, ...]
    row: int
    start: int
    end: int
    alike: float = 100.0

    @property
    def area(self) -> Area:
        """Where the label stands."""
        return around(self.words)


class Sheet:
    """A page's rows, ready to be searched. Rows end where the part of the form ends that the sender fills (`until`)."""

    def __init__(self, page: Page, until: Sequence[str] = ()):
        self.page = page
        self.rows: list[list[Word]] = [
            [each for each in row if not _NOISE.match(each.text) or each.text in {"§", "§§"}]
            for row in rows(page.words)
        ]
        self.rows = [row for row in self.rows if row]
        self._hits: dict[str, list[Hit]] = {}
        for label in until:
            found = self.find(label)
            if found:
                self.rows = self.rows[: found[0].row] + [self.rows[found[0].row][: found[0].start]]
                self.rows = [row for row in self.rows if row]
                self._hits.clear()

    def find(self, label: str) -> list[Hit]:
        """Every place where `label` stands, from the top."""
        if label not in self._hits:
            found = [hit for number, row in enumerate(self.rows) for hit in _in_row(label, row, number)]
            best = max((hit.alike for hit in found), default=0.0)
            self._hits[label] = [hit for hit in found if hit.alike >= best - 7]
        return self._hits[label]

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
        for number in range(hit.row + 1, len(self.rows)):
            taken = self._column(number, left, right, stops)
            if not taken:
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

    def above(self, hit: Hit, stops: Sequence[str], reach: float = 30.0) -> list[Word]:
        """The words on the line over a caption, in the reach of the rule the caption stands under."""
        left, right = self.column_over(hit)
        for number in range(hit.row - 1, -1, -1):
            taken = self._column(number, left, right, stops)
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
            nearest = min(over, key=lambda each: abs(top - each.y))
            return nearest.x0 - 4, nearest.x1 + 6
        return x0 - 95, x1 + 95

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


def _unbroken(words: list[Word]) -> list[Word]:
    """The words up to the first gap that no line of writing has."""
    for place, (before, word) in enumerate(zip(words, words[1:], strict=False), 1):
        if word.x0 - before.x1 > 45:
            return words[:place]
    return words


def _in_row(label: str, row: Sequence[Word], number: int) -> list[Hit]:
    wanted = key(label)
    colon = label.endswith(":")
    found: list[Hit] = []
    start = 0
    while start < len(row):
        alike, end = _match(wanted, row, start, colon=colon)
        if end:
            found.append(Hit(label, tuple(row[start:end]), number, start, end, alike))
        start = end or start + 1
    return found


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
