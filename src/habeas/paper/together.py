"""Papers that lie in one file: words on one sheet that take a court's paper beside it back."""

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.paper.judicial.undone import UndoneMark, known_marks
from habeas.paper.pages.page import Page
from habeas.paper.papers import SERVED_ON_THE_PERSON, ReadPaper

_COURTS = frozenset({"court", "state_court"})
_HISTORY = re.compile(
    r"\b(?:criminal|arrest|charge|case|offense|conviction) (?:history|record)|\brap sheet\b|\bprior (?:convictions|arrests|record)",
    re.IGNORECASE,
)
_PAPER = re.compile(r"\b(?:warrant|writ|capias|subpoena|order)s?\b", re.IGNORECASE)


def undone_beside(reads: Sequence[ReadPaper]) -> list[ReadPaper]:
    """The papers of a file; a court's paper is not established where another sheet of the file says it is taken back."""
    if not any(each.paper.judicial for each in reads):
        return list(reads)
    return [_looked_at(each, reads) if _of_a_court(each) else each for each in reads]


def not_a_courts_own(read: ReadPaper) -> ReadPaper:
    """A paper that stands in a file of words is never established as a court's: anybody can type the words of an order."""
    typed = read.paper.judicial and any(page.typed for page in read.pages)
    return replace(read, paper=replace(read.paper, judicial=None)) if typed else read


def _of_a_court(read: ReadPaper) -> bool:
    return read.form is not None and read.form.issuer in _COURTS


def _looked_at(read: ReadPaper, reads: Sequence[ReadPaper]) -> ReadPaper:
    beside = tuple(mark for other in reads if other is not read for mark in _undoing(other))
    if not beside:
        return read
    judicial = None if read.paper.judicial else read.paper.judicial
    return replace(read, beside=beside, paper=replace(read.paper, judicial=judicial))


def _undoing(read: ReadPaper) -> Sequence[UndoneMark]:
    """The words of a paper that undo something; in a list of past charges only those that speak of a paper."""
    handed_over = read.paper.kind in SERVED_ON_THE_PERSON
    marks = [each for each in known_marks(read.pages) if not (handed_over and each.word == "served")]
    if any(_is_history(page) for page in read.pages):
        return [each for each in marks if _PAPER.search(each.text)]
    return marks


def _is_history(page: Page) -> bool:
    return any(_HISTORY.search(line.text) for line in page.lines if line.area[1] < page.height * 0.25)
