"""Text of a page as it was drawn, piece by piece: what was put over a form is a piece of its own, whatever it lies on."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from habeas.paper.pages.page import Area, Run, enclosing

_MOST = 4000
"""Pieces of one page that are looked at."""


def runs_of(letters: Sequence[Any]) -> list[Run]:
    """Cut pdfplumber's letters, in the order drawn, into pieces of one face, size, color and direction without wide gaps."""
    found: list[Run] = []
    part: list[Any] = []
    for letter in letters:
        if part and not _goes_on(part[-1], letter):
            found.append(_run(part))
            part = []
        part.append(letter)
    if part:
        found.append(_run(part))
    return [each for each in found if each.text][:_MOST]


def _style(letter: Any) -> tuple[object, ...]:
    along, across = letter["matrix"][0], letter["matrix"][1]
    turn = round(math.degrees(math.atan2(across, along)) / 3)
    return (letter["fontname"], round(_size(letter), 1), str(letter.get("non_stroking_color")), turn)


def _size(letter: Any) -> float:
    """The height of a letter's face, upright or turned."""
    along, across = letter["matrix"][0], letter["matrix"][1]
    if abs(across) < 0.05 * abs(along):
        return float(letter["size"])
    return float(max(letter["x1"] - letter["x0"], letter["bottom"] - letter["top"]))


def _goes_on(one: Any, two: Any) -> bool:
    """Whether a letter goes on from the one before: the same style, a little further along the same line."""
    if _style(one) != _style(two) and not (_turned(one) and _alike(one, two)):
        return False
    along, aside = _step(one, two)
    size = max(_size(one), _size(two), 1.0)
    return -0.6 * size < along < 2.3 * size and abs(aside) < 0.5 * size


def _alike(one: Any, two: Any) -> bool:
    """Turned letters of one piece differ in the size of the box around them."""
    first, second = _style(one), _style(two)
    return (first[0], first[2], first[3]) == (second[0], second[2], second[3])


def _turned(letter: Any) -> bool:
    return abs(letter["matrix"][1]) > 0.05 * abs(letter["matrix"][0])


def _step(one: Any, two: Any) -> tuple[float, float]:
    """How far the second letter's origin lies from the first's along the line of writing, and aside of it."""
    (a, b, *_), e, f = one["matrix"], one["matrix"][4], one["matrix"][5]
    length = math.hypot(a, b) or 1.0
    dx, dy = two["matrix"][4] - e, two["matrix"][5] - f
    return (dx * a + dy * b) / length, (dy * a - dx * b) / length


def _run(letters: Sequence[Any]) -> Run:
    text = "".join(_spaced(letters))
    return Run(
        " ".join(text.split()), enclosing(_area(each) for each in letters), _size(letters[0]), _style(letters[0])
    )


def _spaced(letters: Sequence[Any]) -> Iterator[str]:
    for before, letter in zip([None, *letters], letters, strict=False):
        if before is not None and _step(before, letter)[0] > _wide(before) + 0.2 * _size(letter):
            yield " "
        yield letter["text"]


def _wide(letter: Any) -> float:
    """How far a letter reaches along its own line."""
    if not _turned(letter):
        return float(letter["x1"] - letter["x0"])
    return float(letter["adv"]) * math.hypot(letter["matrix"][0], letter["matrix"][1])


def _area(each: Any) -> Area:
    return (float(each["x0"]), float(each["top"]), float(each["x1"]), float(each["bottom"]))
