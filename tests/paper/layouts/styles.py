"""Where labels and values stand: each style draws a list of entries under a height and returns the height under them."""

from dataclasses import dataclass
from itertools import pairwise

from tests.paper.layouts.board import width, wrapped

LEFT, RIGHT = 42.0, 570.0
WIDE = frozenset(
    {"recipient", "issuing_office", "offense", "comply_at", "subject_name", "offender", "original_offense"}
)
"""Entries that need more room than the others."""


@dataclass(frozen=True)
class Entry:
    """A label as printed, the field it asks for, and the value (empty: nobody filled it in)."""

    name: str
    label: str
    value: str


def _colon(text):
    return text if text.endswith((":", "$")) else f"{text}:"


def _rows(entries, most, rng):
    """Entries in rows of up to `most`, a wide one with at most one other."""
    rows = []
    for each in entries:
        wide = each.name in WIDE
        full = not rows or len(rows[-1]) >= (2 if wide or any(old.name in WIDE for old in rows[-1]) else most)
        if full or rng.random() < 0.15:
            rows.append([])
        rows[-1].append(each)
    return rows


def _columns(row):
    """Left edges and widths of a row's cells, the wide ones wider."""
    shares = [1.8 if each.name in WIDE else 1.0 for each in row]
    unit = (RIGHT - LEFT) / sum(shares)
    found, x = [], LEFT
    for share in shares:
        found.append((x, unit * share))
        x += unit * share
    return found


def left(board, y, entries, rng, most=2):
    """`Label: value`, one or two in a row."""
    for row in _rows(entries, most, rng):
        lowest = y
        for (x, room), each in zip(_columns(row), row, strict=True):
            label = _colon(each.label)
            parts = wrapped(label, board.face[0], board.size, max(room * 0.75, 120))
            for count, part in enumerate(parts):
                end = board.write(x, y + count * board.size * 1.25, part)
            top = y + (len(parts) - 1) * board.size * 1.25
            rest = room - (end - x) - 14
            if rest < width(each.value, board.face[0], board.size) and rest < 130:
                lowest = max(lowest, board.value(x + 6, top + board.size * 1.35, each.name, each.value, wide=room - 16))
            else:
                lowest = max(lowest, board.value(end + 5, top, each.name, each.value, wide=max(rest, 60)))
        y = lowest + rng.choice((3, 6, 10))
    return y


def two(board, y, entries, rng):
    """Two columns of `Label: value`, the value in bold."""
    half = (len(entries) + 1) // 2
    lowest = y
    for column, part in enumerate((entries[:half], entries[half:])):
        x, down = LEFT + column * 270, y
        for each in part:
            label = _colon(each.label)
            if width(label, board.face[0], board.size) > 150:
                down = board.lines(x, down, label, 250)
                down = board.value(x, down, each.name, each.value, wide=250, bold=True) + 4
            else:
                end = board.write(x, down, label)
                down = board.value(end + 4, down, each.name, each.value, wide=258 - (end - x), bold=True) + 4
        lowest = max(lowest, down)
    return lowest + 6


def cells(board, y, entries, rng):
    """A ruled grid with the label small in the upper corner of each cell and the value under it."""
    for row in _rows(entries, 4, rng):
        small = board.size * 0.72
        heights = []
        for (x, room), each in zip(_columns(row), row, strict=True):
            under = board.lines(x + 3, y + small + 2, each.label, room - 6, size=small)
            heights.append(board.value(x + 4, under + board.size * 0.6, each.name, each.value, wide=room - 8))
        for x, room in _columns(row):
            board.frame(x, y, x + room, max(heights))
        y = max(heights)
    return y + 10


def boxed(board, y, entries, rng):
    """A ruled table: labels in the left cells, values in the right."""
    middle = LEFT + rng.choice((150, 180, 210))
    for each in entries:
        down = board.lines(LEFT + 4, y + board.size + 2, each.label, middle - LEFT - 8)
        lower = board.value(middle + 5, y + board.size + 2, each.name, each.value, wide=RIGHT - middle - 10)
        lowest = max(down, lower) - board.size * 0.5
        board.frame(LEFT, y, middle, lowest)
        board.frame(middle, y, RIGHT, lowest)
        y = lowest
    return y + 12


def caption(board, y, entries, rng):
    """The value on a rule and the label in small print under it."""
    for row in _rows(entries, 3, rng):
        small, lowest = board.size * 0.72, y
        for (x, room), each in zip(_columns(row), row, strict=True):
            under = board.value(x + 6, y + board.size, each.name, each.value, wide=room - 22)
            line = under - board.size * 0.95
            board.rule(x, line, x + room - 14)
            label = f"({each.label.strip(':$ ')})" if "(" not in each.label else each.label.strip(":$ ")
            lowest = max(lowest, board.lines(x + 8, line + small + 1, label, room - 20, size=small))
        y = lowest + rng.choice((4, 8, 12))
    return y + 4


def above(board, y, entries, rng):
    """Labels over values in columns, nothing ruled."""
    bold = rng.random() < 0.5
    for row in _rows(entries, 3, rng):
        lowest = y
        for (x, room), each in zip(_columns(row), row, strict=True):
            under = board.lines(x, y, each.label, room - 16, bold=bold, size=board.size * 0.85)
            lowest = max(lowest, board.value(x, under + 1, each.name, each.value, wide=room - 16))
        y = lowest + rng.choice((6, 10))
    return y + 4


def aligned(board, y, entries, rng):
    """Labels in one column, values in another, a wide gap between."""
    middle = LEFT + rng.choice((140, 170, 200))
    to_right = rng.random() < 0.4
    for each in entries:
        label = _colon(each.label)
        parts = wrapped(label, board.face[0], board.size, middle - LEFT - 12)
        for count, part in enumerate(parts):
            x = middle - 10 - width(part, board.face[0], board.size) if to_right else LEFT
            board.write(x, y + count * board.size * 1.25, part)
        under = board.value(middle, y, each.name, each.value, wide=RIGHT - middle)
        y = max(under, y + len(parts) * board.size * 1.25) + rng.choice((2, 5))
    return y + 6


def header(board, y, entries, rng):
    """A table: a row of labels, a row of values under it, ruled."""
    for row in _rows(entries, 5, rng):
        small = board.size * 0.85
        columns = _columns(row)
        lowest = (
            max(
                board.lines(x + 3, y + small + 2, each.label, room - 6, bold=True, size=small)
                for (x, room), each in zip(columns, row, strict=True)
            )
            - small * 0.6
        )
        under = (
            max(
                board.value(x + 3, lowest + board.size + 2, each.name, each.value, wide=room - 6)
                for (x, room), each in zip(columns, row, strict=True)
            )
            - board.size * 0.6
        )
        for x, room in columns:
            board.frame(x, y, x + room, lowest)
            board.frame(x, lowest, x + room, under)
        y = under
    return y + 12


def leader(board, y, entries, rng):
    """The label, then the value between blanks to write on or dots."""
    dots = rng.random() < 0.4
    for each in entries:
        end = board.write(LEFT, y, each.label.rstrip(":"))
        if end > 330:
            y, end = y + board.size * 1.3, LEFT
        if dots:
            end = board.write(end + 2, y, "." * 12)
        else:
            board.rule(end + 3, y + 2, min(RIGHT, end + 300))
        y = board.value(end + 8, y, each.name, each.value, wide=RIGHT - end - 10) + rng.choice((3, 7))
    return y + 6


def inline(board, y, entries, rng):
    """Labels and values one after another in running lines, told apart by the value's bold face."""
    x = LEFT
    for each in entries:
        label = _colon(each.label)
        need = width(f"{label}  {each.value}", board.face[1], board.size) + 8
        if x > LEFT and x + need > RIGHT:
            x, y = LEFT, y + board.size * 1.5
        if need > RIGHT - LEFT - 10:
            y = board.lines(x, y, label, RIGHT - LEFT, bold=False)
            y = board.value(LEFT, y, each.name, each.value, bold=True, wide=RIGHT - LEFT) + 4
            x = LEFT
            continue
        end = board.write(x, y, label)
        board.value(end + 4, y, each.name, each.value, bold=True)
        x = end + 4 + width(each.value, board.face[1], board.size) + rng.choice((16, 24, 40))
    return y + board.size * 2


def acro_left(board, y, entries, rng):
    """A form to fill in: `Label: [field]`."""
    board.form_fields = True
    y = left(board, y, entries, rng)
    board.form_fields = False
    return y


def acro_above(board, y, entries, rng):
    """A form to fill in, ruled cells with the label over the field."""
    board.form_fields = True
    y = cells(board, y, entries, rng)
    board.form_fields = False
    return y


def pairs(board, y, entries, rng):
    """A ruled table of four columns: label, value, label, value."""
    edges = (LEFT, LEFT + 110, LEFT + 264, LEFT + 374, RIGHT)
    for place in range(0, len(entries), 2):
        lowest, top = y, y + board.size + 2
        for column, each in enumerate(entries[place : place + 2]):
            left, middle, right = edges[2 * column : 2 * column + 3]
            down = board.lines(left + 3, top, each.label, middle - left - 6, size=board.size * 0.9)
            lowest = max(lowest, down, board.value(middle + 3, top, each.name, each.value, wide=right - middle - 6))
        lowest -= board.size * 0.5
        for left, right in pairwise(edges):
            board.frame(left, y, right, lowest)
        y = lowest
    return y + 12


def stacked(board, y, entries, rng):
    """One column: each label in bold on a line of its own, the value further in under it."""
    for each in entries:
        y = board.lines(LEFT, y, each.label, 400, bold=True)
        y = board.value(LEFT + 18, y, each.name, each.value, wide=400) + rng.choice((2, 5))
    return y + 4


def numbered(board, y, entries, rng):
    """Entries with a number before the label, one in a row."""
    for count, each in enumerate(entries, 1):
        end = board.write(LEFT, y, f"{count}.")
        label = _colon(each.label)
        if width(label, board.face[0], board.size) > 200:
            y = board.lines(end + 5, y, label, 480)
            y = board.value(end + 5, y, each.name, each.value, wide=480) + 3
        else:
            end = board.write(end + 5, y, label)
            y = board.value(end + 5, y, each.name, each.value, wide=RIGHT - end - 10) + 3
    return y + 6


def centered(board, y, entries, rng):
    """Three columns: the value in the middle over a rule, the label in small print in the middle under it."""
    for row in _rows(entries, 3, rng):
        small, lowest = board.size * 0.75, y
        for (x, room), each in zip(_columns(row), row, strict=True):
            shift = max(0.0, (room - 14 - width(each.value, board.face[0], board.size)) / 2)
            under = board.value(x + shift, y + board.size, each.name, each.value, wide=room - 14)
            line = under - board.size * 0.95
            board.rule(x, line, x + room - 14)
            for part in wrapped(each.label.strip(":$ "), board.face[0], small, room - 20):
                board.write(x + (room - 14 - width(part, board.face[0], small)) / 2, line + small + 1, part, size=small)
                line += small * 1.25
            lowest = max(lowest, line + small)
        y = lowest + rng.choice((5, 9))
    return y + 4


STYLES = {
    "develop": (left, cells, caption, aligned, header, acro_left),
    "later": (pairs, stacked, numbered, centered),
    "hold": (two, above, boxed, leader, inline, acro_above),
}
"""Whole styles are held out with the wordings."""
