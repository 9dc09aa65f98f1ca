"""Charts as SVG by hand: a bar a row, parted by column, with a title, a description, and every number written beside it.

Nothing is told by color alone: the parts stand in the order of the legend, and the same numbers stand in a table below each chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from xml.sax.saxutils import escape

WIDTH, LABEL, TOTAL, ROW, BAR = 800, 260, 70, 30, 20
"""Units of the drawing: the whole width, the room of the labels and of the totals, and the height of a row and of its bar."""
LINE, MORE = 24, 16
"""The height of a line of the legend, and of each further line of a label."""
SIZE = 14
"""The height of the letters."""
ROOM = (LABEL - 8) / SIZE
"""How wide a line of a label may be, in heights of a letter; a wider label is drawn on several lines."""
NARROW, BROAD = frozenset(" .,:;'!|()[]/-fijlrtI"), frozenset("mwMWOQGDHNU@%&—")
"""Letters that are narrower and broader than others in the widest faces that a reader may have."""
INKS = ("#005ea2", "#b36200", "#3d7a5a", "#8b3a8f", "#71767a", "#a23737", "#0b8a9c", "#1b1b1b")
"""The fill of each part, in order, no two alike; a page's style sheet may set others by the class `chart__part-N`."""
NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart says: `columns` are its parts, each row a label with one number a column; None is *not recorded*, never 0."""

    name: str
    title: str
    says: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    unit: str

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw: no row, or nothing but zeros."""
        return not any(value for _, values in self.rows for value in values)


def svg_of(chart: Chart) -> str:
    """The chart as one SVG element, to stand in a page or a file. Raises ValueError where a row has not one number a column."""
    if any(len(values) != len(chart.columns) for _, values in chart.rows):
        raise ValueError(f"A row of {chart.name} has not one number for each of its columns.")
    legend = _legend(chart.columns) if len(chart.columns) > 1 else []
    top = LINE * len(legend) + 4
    scale = (WIDTH - LABEL - TOTAL) / max([1, *(_total(values) for _, values in chart.rows)])
    tops = list(accumulate((_height(label) for label, _ in chart.rows), initial=top))
    drawn = [_row(label, values, at, scale) for at, (label, values) in zip(tops, chart.rows, strict=False)]
    height = tops[-1] + 4
    ids = f"{chart.name}-title {chart.name}-says"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 {WIDTH} {height}" aria-labelledby="{ids}">'
        f'<title id="{chart.name}-title">{escape(chart.title)}</title><desc id="{chart.name}-says">{escape(_described(chart))}</desc>'
        f'<g font-family="sans-serif" font-size="{SIZE}" fill="currentColor">{"".join(legend)}{"".join(drawn)}</g></svg>'
    )


def _total(values: Sequence[int | None]) -> int:
    return sum(value or 0 for value in values)


def _described(chart: Chart) -> str:
    """What the chart shows, in words, for whoever does not see it."""
    return f"{chart.says} Counted: {chart.unit}. " + "; ".join(
        f"{label}: "
        + ", ".join(f"{column} {_number(value)}" for column, value in zip(chart.columns, values, strict=True))
        for label, values in chart.rows
    )


def _number(value: int | None) -> str:
    return NOT_RECORDED if value is None else f"{value:,}"


def _legend(columns: Sequence[str]) -> list[str]:
    """One line a part: its color and its name."""
    return [
        f'{_part(place, 0, place * LINE + 4, 14, 14)}<text x="22" y="{place * LINE + 16}">{escape(column)}</text>'
        for place, column in enumerate(columns)
    ]


def _row(label: str, values: Sequence[int | None], top: int, scale: float) -> str:
    ends = list(accumulate((value or 0 for value in values), initial=0))
    parts = [
        _part(place, LABEL + ends[place] * scale, top, (value or 0) * scale, BAR)
        for place, value in enumerate(values)
        if value
    ]
    total = NOT_RECORDED if all(value is None for value in values) else f"{ends[-1]:,}"
    base = top + BAR - 5
    name = "".join(
        f'<text x="{LABEL - 8}" y="{base + number * MORE}" text-anchor="end">{escape(line)}</text>'
        for number, line in enumerate(_lines(label))
    )
    return f'{name}{"".join(parts)}<text x="{LABEL + ends[-1] * scale + 6:.1f}" y="{base}">{total}</text>'


def _lines(label: str) -> list[str]:
    """A label as the lines that are drawn: nothing of it is cut, whatever the reader's face."""
    lines = [""]
    for word in label.split():
        for piece in _pieces(word):
            joined = f"{lines[-1]} {piece}".strip()
            if lines[-1] and _wide(joined) > ROOM:
                lines.append(piece)
            else:
                lines[-1] = joined
    return lines


def _pieces(word: str) -> list[str]:
    """A word, cut where it alone is wider than a line."""
    found = [""]
    for letter in word:
        if _wide(found[-1] + letter) > ROOM:
            found.append("")
        found[-1] += letter
    return found


def _wide(text: str) -> float:
    """About how wide a text is at most, in heights of a letter."""
    return sum(0.42 if each in NARROW else 0.98 if each in BROAD else 0.66 for each in text)


def _height(label: str) -> int:
    return ROW + MORE * (len(_lines(label)) - 1)


def _part(place: int, left: float, top: float, width: float, height: float) -> str:
    ink = INKS[place % len(INKS)]
    return (
        f'<rect class="chart__part-{place % len(INKS)}" x="{left:.1f}" y="{top}" width="{width:.1f}" height="{height}" '
        f'fill="{ink}" stroke="currentColor" stroke-width="0.5"/>'
    )
