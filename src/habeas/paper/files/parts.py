"""The files of which a file is made: itself, or an e-mail's words and what is attached to it. Runs in the child process only."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from habeas.common.errors import BadInputError
from habeas.paper.files.kinds import MAY_BE_WORDS, refuse_other_files, what_it_is
from habeas.paper.files.words import (
    EMAIL,
    MOST_LETTERS,
    TEXT_FILE,
    Row,
    attachments_of,
    email_of,
    kind_of_words,
    rows_of_email,
    rows_of_text,
    rows_of_word,
)

MOST_ATTACHED, MOST_DEEP = 12, 3
"""Attached files that are opened; e-mails inside of e-mails."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """A PDF or a picture to read. `typed`: it was drawn here from words that somebody typed; `said` is what to know of it."""

    data: bytes
    kind: str
    typed: bool = False
    said: tuple[str, ...] = field(default=())


def parts_of(data: bytes) -> list[FilePart]:
    """The parts of a file in their order. Raises BadInputError where it is nothing that is read."""
    words = _words_in(data)
    if words is None:
        return [FilePart(data, refuse_other_files(data))]
    return _email_parts(data, 1) if words == EMAIL else [_typed(data, words)]


def _words_in(data: bytes) -> str | None:
    return kind_of_words(data) if what_it_is(data) in MAY_BE_WORDS else None


def _typed(data: bytes, kind: str) -> FilePart:
    rows, said = (rows_of_text(data), []) if kind == TEXT_FILE else rows_of_word(data)
    if not any(cell.strip() for row in rows for cell in row):
        raise BadInputError(f"is {kind} without a word in it; ask for the paper itself.")
    return _drawn(rows, (f"It is {kind}: its pages show its words as typed.", *said))


def _drawn(rows: Sequence[Row], said: Sequence[str]) -> FilePart:
    """The first letters of it, as pages; what was left out is said."""
    kept, letters = list[Row](), 0
    for row in rows:
        letters += sum(map(len, row)) + 1
        if letters > MOST_LETTERS:
            said = (*said, f"It is longer than {MOST_LETTERS:,} letters: read the rest by eye.")
            break
        kept.append(row)
    return FilePart(drawn_rows(kept), "a PDF", True, tuple(said))


def _email_parts(data: bytes, depth: int) -> list[FilePart]:
    message = email_of(data)
    attached = list(attachments_of(message))
    opened: list[FilePart] = []
    said = [f"It is {EMAIL}: its first pages show its words as typed, and what is attached comes behind them."]
    for name, content in attached[:MOST_ATTACHED]:
        try:
            opened += _attached(content, depth)
        except BadInputError as fault:
            said.append(f"What is attached as {name[:80]} was not read: it {fault}")
    if attached[MOST_ATTACHED:]:
        said.append(f"{len(attached) - MOST_ATTACHED} more files are attached; they were not opened: look at them.")
    return [_drawn(rows_of_email(message), said), *opened]


def _attached(content: bytes, depth: int) -> list[FilePart]:
    words = _words_in(content)
    if words == EMAIL and depth >= MOST_DEEP:
        raise BadInputError("is an e-mail inside of an e-mail, too deep; ask for it to be sent alone.")
    if words == EMAIL:
        return _email_parts(content, depth + 1)
    return [_typed(content, words)] if words else [FilePart(content, refuse_other_files(content))]


_STYLE = (
    "@page{size:Letter;margin:.8in}body{font:10.5pt/1.35 'Liberation Sans','DejaVu Sans',sans-serif;margin:0}"
    "p{margin:0;min-height:1.35em;white-space:pre-wrap}table{border-collapse:collapse;margin:.2em 0;width:100%;table-layout:fixed}"
    "td{border:.6pt solid #000;padding:2pt 5pt;vertical-align:top}"
)


def drawn_rows(rows: Sequence[Row]) -> bytes:
    """A PDF that shows lines as they are typed, and rows of several cells as a ruled table. Nothing is fetched for it.

    Raises BadInputError where the library that draws it is missing.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415 - loads system libraries, and is slow
        from weasyprint.urls import URLFetcher  # noqa: PLC0415 - the same
    except OSError:
        raise BadInputError(
            "is a file of words, and this machine lacks the library (Pango) that draws them; print it to a PDF."
        ) from None
    body = "".join(_block(size, list(group)) for size, group in groupby(rows, key=len))
    page = f"<html><head><style>{_STYLE}</style></head><body>{body}</body></html>"
    written: bytes = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=frozenset())).write_pdf()
    return written


def _block(size: int, rows: list[Row]) -> str:
    """Lines one below the other, or rows with as many cells each as one table, so that columns stand under their heads."""
    if size < 2:
        return "".join(f"<p>{_shown(cell)}</p>" for row in rows for cell in row)
    return f"<table>{''.join(f'<tr>{_cells(each)}</tr>' for each in rows)}</table>"


def _cells(row: Row) -> str:
    return "".join(f"<td>{_shown(each)}</td>" for each in row)


def _shown(text: str) -> str:
    """Words as HTML; a letter that no page may hold, which would end the drawing, is a blank."""
    return html.escape(_NO_LETTER.sub(" ", text))


_NO_LETTER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
