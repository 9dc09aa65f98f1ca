"""A grid of counts: each row an offense and the section it is under, below heads that say which column is which."""

import re
from collections.abc import Callable, Sequence

from habeas.paper.fields.offenses import charge_alone
from habeas.paper.fields.statutes import statutes_in
from habeas.paper.pages.page import Page, PageLine, Word

_OFFENSE = re.compile(
    r"(?:count (?:and )?)?(?:offenses?|charges?|crimes?|violations?|description|nature)(?:\(s\))?(?: (?:of|description|charged|name"
    r"|title|charge|offense|violation))*",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:statutes?|sections?|code(?: sections?)?|citation|violation code|law|statute(?: and| &|/)? (?:section|subsection|no\.?"
    r"|number)|(?:statute|section|code) (?:no\.?|number|violated)"
    r"|(?:penal|criminal|vehicle|crim\.?) (?:code|law)(?: section)?)(?:\(s\))?",
    re.IGNORECASE,
)
_AWAY = 34.0
"""Points between two rows of a grid beyond which what follows is none of it."""


def counts_of(
    page: Page, sections: Callable[[str], list[str]] = statutes_in
) -> tuple[list[str], list[str], list[Word]] | None:
    """The offenses, the sections and their words in a grid of counts; None where a page has none with both.

    `sections` reads the statutes a cell names.
    """
    for row in _rows(page):
        heads = [_head(each.text) for each in row]
        if "offense" in heads and "section" in heads:
            found = _below(row, heads, page, sections)
            if found and found[1]:
                return found
    return None


def _head(text: str) -> str:
    plain = text.strip(" .:#*")
    return "offense" if _OFFENSE.fullmatch(plain) else "section" if _SECTION.fullmatch(plain) else ""


def _rows(page: Page) -> list[list[PageLine]]:
    """The lines of a page by the height they share, each row from left to right."""
    found: list[list[PageLine]] = []
    for line in page.lines:
        row = next((each for each in found[-3:] if abs(each[0].area[3] - line.area[3]) < 4), None)
        if row is None:
            found.append([line])
        else:
            row.append(line)
    return [sorted(each, key=lambda line: line.area[0]) for each in found]


def _below(
    heads_row: Sequence[PageLine], heads: Sequence[str], page: Page, sections: Callable[[str], list[str]]
) -> tuple[list[str], list[str], list[Word]]:
    """What stands under the heads, row by row, until the grid ends."""
    offenses: list[str] = []
    found: list[str] = []
    words: list[Word] = []
    bottom = heads_row[0].area[3]
    for row in _rows(page):
        top = row[0].area[1]
        if top < bottom - 2 or row is heads_row:
            continue
        cells = {heads[place]: line for line in row if (place := _column(line, heads_row)) is not None and heads[place]}
        named = sections(cells["section"].text) if "section" in cells else []
        named = named or (sections(cells["offense"].text) if "offense" in cells and "section" in cells else [])
        if top - bottom > _AWAY or not named or "offense" not in cells:
            if found or top - bottom > _AWAY:
                break
            continue
        offenses.append(cells["offense"].text.strip(" ,;"))
        found += [each for each in named if each not in found]
        words += [*cells["offense"].words, *cells["section"].words]
        bottom = row[0].area[3]
    return offenses, found, words


def _column(line: PageLine, heads: Sequence[PageLine]) -> int | None:
    """Which head a line stands under: the nearest by its left edge."""
    near = min(range(len(heads)), key=lambda place: abs(heads[place].area[0] - line.area[0]))
    return near if abs(heads[near].area[0] - line.area[0]) < 60 else None


_LISTED = re.compile(r"\s*(?:counts? )?(?P<number>\d{1,2})[.):]\s+(?P<what>[A-Z].{6,})", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:charg\w*|offenses?|crimes?|counts?)\b", re.IGNORECASE)


def listed_charges(page: Page, sections: Callable[[str], list[str]]) -> tuple[list[str], list[str], list[Word]] | None:
    """Charges counted line by line from 1 under a line that leads to them, each with its section; None where fewer than two are.

    `sections` reads the sections of a text as the paper's court has them. A count whose section nobody reads keeps its words.
    """
    lines = list(page.lines)
    for place, line in enumerate(lines):
        first = _LISTED.match(line.text)
        lead = re.split(r"\.\s", " ".join(each.text for each in lines[max(0, place - 2) : place]))[-1]
        if not first or first["number"] != "1" or not _LEADS.search(lead) or not sections(line.text):
            continue
        run = _counted_on(lines[place : place + 16])
        if len(run) > 1:
            found = [name for each, _ in run for name in sections(each.text)]
            offenses = [charge_alone(hit["what"]) for _, hit in run]
            return offenses, list(dict.fromkeys(found)), [word for each, _ in run for word in each.words]
    return None


def _counted_on(lines: Sequence[PageLine]) -> list[tuple[PageLine, re.Match[str]]]:
    """The lines counted 1, 2, 3 and on that cite something by number."""
    run: list[tuple[PageLine, re.Match[str]]] = []
    for line in lines:
        hit = _LISTED.match(line.text)
        if hit and hit["number"] == str(len(run) + 1) and re.search(r"\d", hit["what"]):
            run.append((line, hit))
        elif hit:
            break
    return run
