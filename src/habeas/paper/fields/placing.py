"""Which words belong to which label: every place where a value may stand is weighed, the likeliest pairs are taken first, and no
word is the value of two labels."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from habeas.paper.fields.labeled import Label, Labeled, Piece
from habeas.paper.fields.likely import Fit, addressee_alone, fit_of
from habeas.paper.fields.meanings import OTHER
from habeas.paper.pages.page import Word, around

_NUMBERS = frozenset(
    {"a_number", "date", "month", "digits", "number", "docket", "case_number", "phone", "money", "sex"}
)
"""Shapes that few texts have: where these stand tells how the page is laid out."""
_LINES = {"office": 5, "venue": 5, "offense": 5, "name": 2, "place": 2}
"""Lines that a value of a shape may have."""
_LEAST = 0.9
"""What a pair must weigh to be believed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be the value of a label, where they stand by it, and what they weigh."""

    label: Label
    name: str
    way: str
    words: tuple[Word, ...]
    fit: Fit
    weight: float


def placed(labeled: Labeled, shapes: Mapping[str, str], lists: Set[Word] = frozenset()) -> dict[str, Candidate]:
    """The likeliest value of each field of `shapes` (field to shape) that has a label on the page; `lists` are words beside boxes."""
    of_labels = [each for label in labeled.labels for each in _of_label(label, labeled, shapes)]
    found = [each for each in of_labels if lists.isdisjoint(each.words)]
    liked = _ways(found, shapes)
    ranked = sorted(found, key=lambda each: -(each.weight + 0.5 * liked[each.way]))
    taken: set[Word] = set()
    chosen: dict[str, Candidate] = {}
    for each in ranked:
        if each.name in chosen or taken & set(each.words):
            continue
        same = any(one.label is each.label and one.way == each.way for one in chosen.values())
        if each.weight + 0.5 * max(liked[each.way], same) < _LEAST:  # a label of two entries has both in one place
            continue
        chosen[each.name] = each
        taken |= set(each.words)
    return chosen


def _ways(found: Sequence[Candidate], shapes: Mapping[str, str]) -> Mapping[str, float]:
    """The share of numbers and days that stand right of, below or above their labels, where only one of these fits."""
    sole: dict[int, set[str]] = {}
    for each in found:
        if shapes[each.name] in _NUMBERS and each.fit.share >= 0.75:
            sole.setdefault(id(each.label), set()).add(each.way)
    count = Counter(way for ways in sole.values() if len(ways) == 1 for way in ways)
    total = sum(count.values())
    return Counter({way: number / total for way, number in count.items()}) if total else Counter()


def _of_label(label: Label, labeled: Labeled, shapes: Mapping[str, str]) -> Iterator[Candidate]:
    """Every value that a label may have, by every way it may stand."""
    if OTHER in label.asks:
        return
    for name in label.asks:
        if name not in shapes:
            continue
        for way, lines, gap in _places(label, labeled):
            fitted = _fitted(shapes[name], lines)
            if fitted is not None:
                words, fit = fitted
                in_form = words[0].source == "form"
                weight = _weight(label, way, fit, gap, shapes[name], in_form=in_form)
                yield Candidate(label, name, way, words, fit, weight)


def _fitted(shape: str, lines: Sequence[Sequence[Word]]) -> tuple[tuple[Word, ...], Fit] | None:
    """The value in the first line, or in as many more as make it longer."""
    best = None
    for count in range(1, min(len(lines), _LINES.get(shape, 1)) + 1):
        words = [word for line in lines[:count] for word in line]
        fit = fit_of(shape, " ".join(each.text for each in words))
        if fit is None and best is None and shape in {"office", "venue"} and count == 1:
            continue  # an office alone (`Warden`) is none without what it is the office of
        if fit is None or (best and fit.share < best[1].share):
            break
        if best and shape == "name" and not _name_goes_on(lines[count - 2], lines[count - 1]):
            break
        best = (_used(words, fit), fit)
    return best


def _name_goes_on(line: Sequence[Word], under: Sequence[Word]) -> bool:
    """Whether a name runs on into the next line: it ends with a comma or a hyphen, or the next line is close under it and short."""
    if line[-1].text.endswith((",", "-")):
        return True
    near = around(under)[3] - around(line)[3] <= 1.4 * line[-1].size
    return near and len(line) > 1 and len(line) + len(under) <= 6


def _used(words: Sequence[Word], fit: Fit) -> tuple[Word, ...]:
    used, place = [], 0
    for word in words:
        if place < fit.found.end and place + len(word.text) > fit.found.start:
            used.append(word)
        place += len(word.text) + 1
    return tuple(used) or tuple(words)


def _weight(label: Label, way: str, fit: Fit, gap: float, shape: str, *, in_form: bool) -> float:
    """How likely the words are the label's: by how they fit, how near they are, how the label is set."""
    weight = (
        fit.share * (1.0 if shape in _NUMBERS else 0.7) + (0.2 if label.sure else 0.0) - 0.1 * (len(label.asks) - 1)
    )
    near = {"right": 0.7, "below": 0.55, "above": 0.35, "left": 0.9}[way] + (0.4 if in_form else 0.0)
    if way == "left":
        near -= gap / 60
    elif way == "right":
        near += 0.3 * label.colon - gap / 400
    elif way == "above":
        near += 0.45 * label.caption - 0.35 * label.colon - gap / 60
    else:
        near += -0.3 * label.caption - gap / 80
    return weight + near


def _places(label: Label, labeled: Labeled) -> Iterator[tuple[str, list[list[Word]], float]]:
    """Where the value may stand: the way, its lines, how far from the label."""
    for row, end in label.line_ends():
        lines = _right(row, end, labeled, label.area[0])
        if lines and not _under_another(lines[0], label, labeled):
            ends = [each.x1 for each in label.words if each.x1 <= lines[0][0].x0 + 1]
            yield "right", lines, lines[0][0].x0 - max(ends, default=lines[0][0].x0)
    if label.caption and (before := _left(label, labeled)):
        yield "left", [before], label.area[0] - before[-1].x1
    if label.words[-1].text.lower() in _ONWARD and not label.caption:
        return  # `DATED this` goes on in its own line
    for lines in _below(label, labeled):
        yield "below", lines, max(0.0, around(lines[0])[1] - label.area[3]) + _aside(label, lines[0])
    for lines in [] if label.colon and not label.caption else _above(label, labeled):
        yield "above", lines, max(0.0, label.area[1] - around(lines[0])[3]) + _aside(label, lines[0])


def _left(label: Label, labeled: Labeled) -> list[Word]:
    """The words right before a caption in brackets, in its own line: `Teofilo Barajas (name of alien)`."""
    row = labeled.sheet.rows[label.row]
    start = min(place for number, place in label.places if number == label.row)
    found: list[Word] = []
    for place in range(start - 1, -1, -1):
        if (label.row, place) in labeled.taken or row[place].text.endswith((":", ")")):
            break
        nearest = found[0] if found else row[start]
        if nearest.x0 - row[place].x1 > 1.6 * row[place].size:
            break
        found.insert(0, row[place])
    return found


def _under_another(line: Sequence[Word], own: Label, labeled: Labeled) -> bool:
    """Whether words right of a label's second line stand right under another label, in that one's column."""
    first = line[0]
    wraps = len({row for row, _ in own.places}) > 1
    return wraps and any(
        each is not own and abs(each.area[0] - first.x0) < 9 and -2 < first.top - each.area[3] < 14
        for each in labeled.labels
    )


_ONWARD = frozenset({"this", "the"})
"""Last words of a label that leads to what follows it in its line."""


def _aside(label: Label, line: Sequence[Word]) -> float:
    """How far a line stands to the side of a label, in a tenth of points."""
    x0, _, x1, _ = label.area
    first = around(line)
    return max(0.0, first[0] - x1, x0 - first[2]) / 10


def _right(row: int, end: int, labeled: Labeled, left: float) -> list[list[Word]]:
    """The words right of a line of a label up to the next label; of a value that wraps the lines under it too."""
    words = labeled.sheet.rows[row]
    found: list[Word] = []
    for place in range(end, len(words)):
        if (row, place) in labeled.taken:
            break
        found.append(words[place])
    found = _one_piece(found, labeled)
    return [found, *_onward(found, labeled, row, left=left)] if found else []


def _one_piece(words: list[Word], labeled: Labeled) -> list[Word]:
    """The words of the first piece among these."""
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        if word.x0 - before.x1 > 2.6 * max(before.size, word.size) or labeled.parted(before, word):
            return words[:place]
    return words


def _onward(
    first: Sequence[Word], labeled: Labeled, row: int, most: int = 4, left: float | None = None
) -> list[list[Word]]:
    """Lines that go on under a line from the same left edge, close under one another and without a label.

    A line that is cut after a comma or a small word goes on at the label's edge (`left`) too.
    """
    found: list[list[Word]] = []
    x0, _, _, bottom = around(first)
    size = max(each.size for each in first)
    for number in range(row + 1, min(row + 1 + most, len(labeled.pieces))):
        edges = (
            [x0, left, labeled.sheet.rows[row][0].x0]
            if left is not None and _cut_off((found[-1] if found else first)[-1].text)
            else [x0]
        )
        loose = 42 if not found and addressee_alone(" ".join(each.text for each in first)) else 5
        piece = next((each for each in labeled.pieces[number] for x in edges if abs(each.area[0] - x) < loose), None)
        if piece is None and left is not None:  # an address goes on at the edge of its label
            piece = next(
                (
                    each
                    for each in labeled.pieces[number]
                    if abs(each.area[0] - left) < 5 and _ADDRESS.match(_said(each))
                ),
                None,
            )
        if piece is None and labeled.pieces[number][0].area[1] < bottom + 0.5 * size:
            continue  # a line of the column beside, set between two of this one
        if piece is None or labeled.is_label(piece) or labeled.after_label(piece):
            break
        if any(each.words[-1].text.endswith(":") and each.area[2] < piece.area[0] for each in labeled.pieces[number]):
            break  # what stands left of it is the label of something else, though nobody knows of what
        near = piece.area[3] - bottom
        if near > 1.7 * size or abs(piece.size - size) > 1.0 or piece.words[0].source != first[0].source:
            break
        found.append(list(piece.words))
        bottom = piece.area[3]
    return found


_ADDRESS = re.compile(
    r"\d{1,6} (?:[NSEW]\.? )?[A-Z\d][\w'’.]*(?: [A-Z\d][\w'’.]*)*|(?:[A-Z][\w'’.-]+ ?){1,3}, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?: \d{5}(?:-\d{4})?)?$"
)
"""A street with its number, or a town with its state."""


def _said(piece: Piece) -> str:
    return " ".join(each.text for each in piece.words)


def _cut_off(word: str) -> bool:
    """Whether a line that ends with this word is cut in the midst of a place or an office."""
    if re.fullmatch(r"[A-Z][A-Z.]{2,6}|§+|[Ss]ec(?:tions?|\.)|Stat\.", word):
        return True  # a code whose section stands on the next line
    return word.endswith(",") or word.lower() in {"of", "the", "and", "for", "in", "at", "&"}


def _below(label: Label, labeled: Labeled) -> list[list[list[Word]]]:
    """What may be the first line under a label in its column, each with the lines that go on under it."""
    left, right = label.area[0] - 9, _column_end(label, labeled)
    for number in range(label.row + 1, min(label.row + 5, len(labeled.pieces))):
        inside = [each for each in labeled.pieces[number] if left <= each.area[0] < right - 3]
        if not inside:
            continue
        if labeled.is_label(inside[0]) or inside[0].area[1] - label.area[3] > 30:
            return []
        free = [each for each in inside[:2] if not labeled.is_label(each)]
        return [[list(each.words), *_onward(each.words, labeled, number)] for each in free]
    return []


def _column_end(label: Label, labeled: Labeled) -> float:
    """Where the column of a label ends: at the line of its cell, or where the next thing in its row begins."""
    _, top, x1, bottom = label.area
    lines = [
        each.x
        for each in labeled.sheet.page.uprights
        if each.x > x1 - 2 and each.top <= (top + bottom) / 2 <= each.bottom
    ]
    beside = [each.area[0] for each in labeled.pieces[label.row] if each.area[0] > x1 - 1]
    return min([*lines, *beside, labeled.sheet.page.width])


def _above(label: Label, labeled: Labeled) -> list[list[list[Word]]]:
    """What may be the line over a caption, in the reach of the rule it stands under; with the lines of a value that wraps."""
    left, right = _reach(label, labeled)
    first_row = min(row for row, _ in label.places)
    for number in range(first_row - 1, max(-1, first_row - 4), -1):
        inside = [each for each in labeled.pieces[number] if left <= each.area[0] < right - 3]
        if not inside:
            continue
        nearest = sorted(inside, key=lambda each: abs(each.area[0] - label.area[0]))[:2]
        if labeled.is_label(nearest[0]) or label.area[1] - nearest[0].area[3] > 16:
            return []
        return [way for each in nearest if not labeled.is_label(each) for way in _upward(each, labeled)]
    return []


def _reach(label: Label, labeled: Labeled) -> tuple[float, float]:
    x0, top, x1, _ = label.area
    over = [
        each
        for each in labeled.sheet.page.rules
        if -4 <= top - each.y <= 9 and each.x0 - 6 <= x0 and x1 <= each.x1 + 30 and each.x1 - each.x0 < 540
    ]
    if over:
        nearest = min(over, key=lambda each: abs(top - each.y))
        return nearest.x0 - 4, nearest.x1 + 2
    return x0 - 60, _column_end(label, labeled)


def _upward(piece: Piece, labeled: Labeled) -> list[list[list[Word]]]:
    """The lines of a value that ends with a piece, from its first; and the piece by itself."""
    lines, x0, top = [list(piece.words)], piece.area[0], piece.area[1]
    for number in range(piece.row - 1, max(-1, piece.row - 3), -1):
        upper = next((each for each in labeled.pieces[number] if abs(each.area[0] - x0) < 4), None)
        if upper is None or labeled.is_label(upper) or top - upper.area[1] > 1.7 * piece.size:
            break
        lines.insert(0, list(upper.words))
        top = upper.area[1]
    whole, own = [[word for line in lines for word in line]], [list(piece.words)]
    return [whole] if len(lines) == 1 else [whole, own]
