"""A PDF with a text layer into the lines of a report: each letter in its column, as a printer of fixed pitch would set it."""

import io
from collections import Counter
from functools import lru_cache
from statistics import median
from typing import Any

from habeas.common.errors import BadInputError

PDF = b"%PDF"
MOST_PAGES = 2_000
_BLANK = 0.45
"""The widest blank between two words of one cell, as a share of a letter's height."""
_COLUMN = 3
"""How often words begin at a place of a page that is a column."""
_LINE = 0.45
"""The share of a letter's height by which two letters of one line may stand apart."""


def lines_of_pdf(data: bytes, name: str) -> list[str]:
    """The lines of every page. BadInputError for a PDF that cannot be opened, and for one without a text layer (a scan)."""
    return [*_lines(data, name)]


@lru_cache(maxsize=1)
def _lines(data: bytes, name: str) -> tuple[str, ...]:
    """The lines, kept of the last file: a draft looks at them in several ways, and a page takes long."""
    import pdfplumber  # noqa: PLC0415 - slow to load, and few exports are a PDF

    try:
        with pdfplumber.open(io.BytesIO(data)) as book:
            if len(book.pages) > MOST_PAGES:
                raise BadInputError(f"{name} has more than {MOST_PAGES:,} pages; split it.")
            pages = [_words(page) for page in book.pages]
    except BadInputError:
        raise
    except Exception as fault:
        raise BadInputError(f"{name} is a PDF that cannot be opened ({type(fault).__name__}): print it anew.") from None
    if not any(pages):
        raise BadInputError(
            f"{name} is a PDF without a text layer (a scan): export the data itself, or print it to PDF anew."
        )
    every = [word for page in pages for word in page]
    pitch, margin = _pitch(every), min(word["x0"] for word in every)
    rows = [row for page in pages for row in _rows(page)]
    starts = _starts(rows)
    # a font's curved apostrophe is the one that names are written with
    return tuple(_set(row, pitch, margin, starts).replace("\u2019", "'") for row in rows)


def _words(page: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.extract_words(keep_blank_chars=False, use_text_flow=False, x_tolerance=1.5)
    page.close()
    return found


def _pitch(words: list[dict[str, Any]]) -> float:
    """The width of one column: of a typewriter's face that of its letters, of another a little under the usual letter's."""
    widths = [(each["x1"] - each["x0"]) / len(each["text"]) for each in words if len(each["text"]) > 3]
    if not widths:
        return 5.0
    usual, count = Counter(round(width, 2) for width in widths).most_common(1)[0]
    return float(usual) if count > 0.8 * len(widths) else float(median(widths)) * 0.8


def _rows(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The words of a page by lines, each from left to right."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda each: (each["bottom"], each["x0"])):
        height = word["bottom"] - word["top"]
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) <= _LINE * height:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda each: each["x0"]) for row in rows]


def _is_beside(word: dict[str, Any], before: dict[str, Any] | None) -> bool:
    """Whether no more than a blank stands between a word and the one before it."""
    return before is not None and bool(word["x0"] - before["x1"] < _BLANK * (word["bottom"] - word["top"]))


def _starts(rows: list[list[dict[str, Any]]]) -> Counter[int]:
    """The places on the pages at which words begin that no other stands beside: columns."""
    return Counter(
        round(word["x0"])
        for row in rows
        for before, word in zip([None, *row], row, strict=False)
        if not _is_beside(word, before)
    )


def _set(row: list[dict[str, Any]], pitch: float, margin: float, starts: Counter[int]) -> str:
    """A line with each column at its place; between words of one cell stands one blank."""
    line = ""
    for before, word in zip([None, *row], row, strict=False):
        column = max(round((word["x0"] - margin) / pitch), len(line) + 1 if line else 0)
        if _is_beside(word, before) and starts[round(word["x0"])] < _COLUMN:
            column = len(line) + 1
        line = line.ljust(column) + word["text"]
    return line.rstrip()
