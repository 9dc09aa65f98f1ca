"""Words that take a paper back, wherever they were put on a page: a stamp, a note, handwriting, a line typed over a form.

What the form itself prints is no such word: a label without an entry, a box nobody ticked, a sentence that says what may
or must be done. Everything else that says so makes the paper not established; in doubt it is said and asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from habeas.paper.fields.value_patterns import find_date
from habeas.paper.judicial.added import colored, paragraph_of, unknown_marks
from habeas.paper.judicial.cells import in_address
from habeas.paper.judicial.returns import blank_return, heads_a_return, returned
from habeas.paper.judicial.undoing import (
    FUZZY,
    INNOCENT,
    MODAL,
    OUTRIGHT,
    STRONG_WORD,
    SWORN,
    WORD,
    almost,
    apart,
    counts,
    cut_off,
    joined,
    loudly,
    said,
    short,
)
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Area, Page, PageLine, Run, around, enclosing

_WHOLE_WORDS = frozenset({"WITH", "TERM", "DRAWN"})
"""Words of their own that an undoing word begins or ends with."""
_EDGE, _UNREADABLE = 6.0, 0.3
"""Points from the edge of a sheet; below what certainty a scanned word counts as not read."""
_LONG = 8
"""Words of a run beyond which it is a sentence and not a mark."""


@dataclass(frozen=True, slots=True)
class UndoneMark:
    """Words that undo a paper: `word` the undoing word in lower case, `text` as it stands, `area` where (None where unknown)."""

    word: str
    text: str
    page: Page
    area: Area | None
    known: bool = True
    """Whether the words say that the paper is taken back; of a mark that nobody knows it is only asked."""


def marks_of(
    pages: Sequence[Page], looks: Sequence[str] = (), entries: Sequence[str] = (), *, served: bool, alone: bool = False
) -> list[UndoneMark]:
    """Everything on these pages that undoes the paper. `looks` is what a second look at the pictures gave.

    `entries` are the values read on it, which are no marks; `served` says whether SERVED undoes it: a warrant that was
    served is used up; a detainer must be served on the person.
    """
    found = _seen_on([page for page in pages if not page.private], looks)
    kept = {mark.word: mark for mark in reversed(found) if served or mark.word != "served"}
    kept = _with_unknown(kept, pages, entries, alone=alone)
    return list(reversed(kept.values()))


def known_marks(pages: Sequence[Page]) -> list[UndoneMark]:
    """The undoing words on a paper that is no known form, each word once; what is merely added to it cannot be told there."""
    shown = [page for page in pages if not page.private]
    looks = [text for page in shown for text in page.slanted(False) or ()]
    kept = {mark.word: mark for mark in reversed(_seen_on(shown, looks))}
    return list(reversed(kept.values()))


def _seen_on(pages: Sequence[Page], looks: Sequence[str]) -> list[UndoneMark]:
    """The undoing words that were read on pages, and those of a second look at their pictures."""
    found = [mark for page in pages for mark in _on(page)]
    if pages:
        found += [
            UndoneMark(word, short(text), pages[0], None)
            for text in looks
            if (word := loudly(text) or cut_off(text)) and not _misread_print(text, pages)
        ]
    return found


def _misread_print(text: str, pages: Sequence[Page]) -> bool:
    """Whether a look that gave small letters only read a piece of the form's own print (`Superseding`); a stamp stands in capitals."""
    printed = [key(each.text) for page in pages for each in page.words if each.text.upper().strip(".,") in INNOCENT]
    parts = [each for each in re.findall(r"[A-Za-z]+", text) if len(each) > 4]
    small = bool(parts) and all(any(map(str.islower, each)) for each in parts)
    return small and any(word.startswith(each.lower()[:6]) for each in parts for word in printed)


def _with_unknown(
    kept: dict[str, UndoneMark], pages: Sequence[Page], entries: Sequence[str], *, alone: bool
) -> dict[str, UndoneMark]:
    """The marks with those nobody knows; what was found before is not said twice."""
    known = [key(each.text) for each in kept.values()]
    for page in pages:
        for run in () if page.private else unknown_marks(page, entries, alone=alone):
            if not any(key(run.text) in each or each in key(run.text) for each in known):
                kept = {
                    run.text.lower(): UndoneMark(run.text.lower(), short(run.text), page, run.area, known=False)
                } | kept
    return kept


def _on(page: Page) -> Iterator[UndoneMark]:
    blank = blank_return(page)
    for text in page.stamps:
        if word := loudly(text):
            yield UndoneMark(word, short(text), page, None)
    for run in (*page.runs, *_stacked(page.runs)):
        if (word := _added(run, page)) and not _printed_there(run, word, blank):
            yield UndoneMark(word, short(run.text, word), page, run.area)
    lines = page.lines
    for line in lines:
        if (word := _standing(line, page)) and not (
            line.area[1] >= blank and (word in line.text or heads_a_return(line.text))
        ):
            yield UndoneMark(word, short(line.text, word), page, line.area)
    for text in _prose(page, blank):
        if word := said(text):
            yield UndoneMark(word, short(text, word), page, None)
    if word := returned(page):
        yield UndoneMark("executed", word, page, None)


def _added(run: Run, page: Page) -> str | None:
    """The undoing word of one piece of drawn text that is set apart from the form by what it is."""
    if run.note or (run.style and run.style[-1] != 0):
        return loudly(run.text)
    text = joined(run.text)
    if word := apart(run.text) or said(text):
        return word
    if len(text.split()) > _LONG:
        return _in_a_long_line(text, run, page)
    for hit in WORD.finditer(text):
        if (
            counts(text, hit)
            and not in_address(text, hit)
            and not _ends_declaration(text, hit, run.area, page)
            and (_stands_out(text, hit, run.script) or _outright(hit, run, page))
            and not _label(text, hit, run.area, page)
        ):
            return hit[0].lower()
    return None


def _in_a_long_line(text: str, run: Run, page: Page) -> str | None:
    """The undoing word of a long line that is no line of running text: `RECALLED 11/02/26 - REMOVE FROM NCIC - RETURN TO CLERK`."""
    others = paragraph_of(run, page)
    if others and not (text.isupper() and not all(each.isupper() for each in others)):
        return None
    for hit in WORD.finditer(text):
        strong = bool(STRONG_WORD.fullmatch(hit[0]))
        told = strong and _stands_out(text, hit, run.script) and not MODAL.search(_clause(text, hit))
        if (told or _outright(hit, run, page)) and counts(text, hit) and not _label(text, hit, run.area, page):
            return hit[0].lower()
    return None


def _outright(hit: re.Match[str], run: Run, page: Page) -> bool:
    """Whether the words undo a paper in any place of a line that stands by itself, in small letters too."""
    outright = OUTRIGHT.fullmatch(hit[0]) and not MODAL.search(_clause(hit.string, hit))
    return bool(outright) and not paragraph_of(run, page)


def _clause(text: str, hit: re.Match[str]) -> str:
    """What stands before a word in its own sentence or clause."""
    return re.split(r"[.;]\s|\s[-–—]+\s", text[: hit.start()])[-1]


def _stands_out(text: str, hit: re.Match[str], script: bool) -> bool:
    """Whether the word is no part of a wrapped sentence: in capitals, by hand, or a short remark that begins with a capital."""
    if hit[0].isupper() or script:
        return True
    strong = bool(STRONG_WORD.fullmatch(hit[0]))
    opens = text[:1].isupper() or hit.start() == 0 or text[:1].isdigit()
    return opens and (strong or hit[0][0].isupper())


def _label(text: str, hit: re.Match[str], area: Area, page: Page) -> bool:
    """Whether the word is printed by the form: the name of an entry nobody filled, or a box nobody ticked."""
    after = text[hit.end() :]
    blank = re.match(r"\s*(?:on|by|at|this|date)?\s*[:_(]", after, re.IGNORECASE)
    if blank and find_date(after) is None:
        return True
    if re.fullmatch(
        r"\s*(?:on|by|at)\W*(?:(?:printed )?(?:name|signature|date)\b.*)?", after, re.IGNORECASE
    ) and not _follows(area, page):
        return True
    square = page.square_at((area[0] - 24, area[1] - 2, area[0] + 6, area[3] + 2))
    return square is not None and square.ticked is False


def _follows(area: Area, page: Page) -> bool:
    """Whether anything is written in the row right of a place, or inked there."""
    _, top, x1, bottom = area
    beside = any(each.x0 >= x1 - 1 and top < each.middle < bottom and key(each.text) for each in page.words)
    return beside or page.ink((x1 + 2, top, min(x1 + 160, page.width), bottom)) is not False


def _ends_declaration(text: str, hit: re.Match[str], area: Area, page: Page) -> bool:
    """Whether a line that begins `Executed on` stands right under the words of a declaration, or behind them in their row."""
    if not re.match(r"Executed (?:on|at|this)\b", text) or hit.start() != 0:
        return False
    over = [each.text for each in page.lines if 0 < area[1] - each.area[1] < 42 and each.area[0] < area[2]]
    over += [each.text for each in page.lines if abs(area[1] - each.area[1]) <= 4 and each.area[2] <= area[0]]
    return bool(SWORN.search(" ".join(over)))


def _stacked(runs: Sequence[Run]) -> Iterator[Run]:
    """Two runs of one style that stand under one another, as a stamp of two lines does."""
    for one, two in pairwise(runs):
        near = 0 < two.area[1] - one.area[1] < 2.2 * max(one.size, 1)
        over = one.area[0] < two.area[2] and two.area[0] < one.area[2]
        short = len(one.text.split()) + len(two.text.split()) <= _LONG
        if near and over and short and one.style == two.style:
            yield Run(f"{one.text} {two.text}", enclosing((one.area, two.area)), one.size, one.style, one.script)


def _standing(line: PageLine, page: Page) -> str | None:
    """An undoing word in capitals in a line of other writing, or a short line that is one; a scan has no other sign."""
    text = joined(line.text)
    if page.source == "ocr" and (word := apart(line.text)):
        return word
    short = len(line.words) <= 5 and page.source == "ocr"
    shouted = not text.isupper()
    for hit in WORD.finditer(text):
        alone = short and _stands_out(text, hit, script=False)
        if (alone or (shouted and hit[0].isupper() and len(hit[0]) > 3)) and counts(text, hit):
            area = (
                around(each for each in line.words if key(each.text) in key(hit[0]) and key(each.text))
                if short
                else line.area
            )
            if not _label(text, hit, area, page) and not _ends_declaration(text, hit, line.area, page):
                return hit[0].lower()
    if page.source != "ocr":
        return None
    if len(line.words) > _LONG and (word := _in_a_long_line(text, Run(line.text, line.area, line.size), page)):
        return word
    unsure = [each.text for each in line.words if each.text.isupper() and (each.sure < 0.9 or each.size >= 12)]
    return almost(" ".join(unsure), 78) or _broken_off(line, page)


def _broken_off(line: PageLine, page: Page) -> str | None:
    """An undoing word of a scan of which a piece was read: at the edge of the sheet, or beside a word that could not be read."""
    for place, each in enumerate(line.words):
        beside = line.words[max(place - 1, 0) : place + 2]
        at_edge = each.x0 < _EDGE or each.x1 > page.width - _EDGE
        if at_edge or any(other is not each and other.sure < _UNREADABLE for other in beside):
            for part in set(re.findall(r"[A-Z]{4,}", each.text)) - INNOCENT - _WHOLE_WORDS:
                if found := next((word for word in FUZZY if word.startswith(part) or word.endswith(part)), None):
                    return found.lower()
    return None


def _printed_there(run: Run, word: str, blank: float) -> bool:
    """Whether a word in small letters is the print of a return that nobody filled in; a note, a color or a slant is no print."""
    plain = not run.note and not run.script and not (run.style and (run.style[-1] != 0 or colored(run)))
    return plain and run.area[1] >= blank and (word in run.text or heads_a_return(run.text))


def _prose(page: Page, blank: float) -> list[str]:
    """The page's writing as running text, line after line and column after column as far as lines tell, down to an empty return."""
    return [re.sub(r"\s+", " ", " ".join(line.text for line in page.lines if line.area[1] < blank))]
