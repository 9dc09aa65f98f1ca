"""Pages that a file speaks of and does not hold: its pages say `Page 1 of 3`, and two came."""

import re
from collections.abc import Iterable, Sequence

from habeas.paper.pages.page import Page

_NUMBERED = re.compile(r"\bpage\s{0,2}(\d{1,2})\s{0,2}(?:of|/)\s{0,2}(\d{1,2})\b", re.IGNORECASE)
MOST = 40
"""A paper of more pages than this numbers something else."""


def missing_pages(pages: Sequence[Page]) -> list[str]:
    """A sentence for each count of pages that the file's own pages give and that the file does not hold.

    Pages without a number may be the ones that seem to be missing, so nothing is said where there are as many of them.
    """
    bare = sum(1 for page in pages if not list(_numbers(page)))
    came: dict[int, set[int]] = {}
    for number, of in (each for page in pages for each in _numbers(page)):
        came.setdefault(of, set()).add(number)
    found = []
    for of, numbers in sorted(came.items()):
        gone = sorted(set(range(1, of + 1)) - numbers)
        if gone and len(gone) > bare:
            found.append(_sentence(of, len(numbers), gone))
    return found


def _numbers(page: Page) -> Iterable[tuple[int, int]]:
    for line in page.lines:
        for met in _NUMBERED.finditer(line.text):
            number, of = int(met[1]), int(met[2])
            if 1 <= number <= of <= MOST:
                yield number, of


def _sentence(of: int, came: int, gone: list[int]) -> str:
    named = ", ".join(map(str, gone))
    pages = f"page{'' if len(gone) == 1 else 's'} {named}"
    return f"Pages are missing: the document numbers its pages to {of}, and {came} of them came. Ask the sender for {pages}."
