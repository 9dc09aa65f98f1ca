"""What changed in a file after it was first saved: the words of each page, then and now."""

from collections import Counter

import pypdfium2

from habeas.paper.files.kinds import revisions
from habeas.paper.pages.textlayer import SSN

_MOST = 8
"""Changed words of a page that are shown."""


def changed_words(data: bytes, private: frozenset[int], pages_before: int) -> list[str]:
    """One sentence a page on which words came or went since the first saved state; nothing of the pages in `private`.

    Pages count from `pages_before` + 1: those of other parts of the file stand before.
    """
    ends = revisions(data)
    if len(ends) < 2:
        return []
    older, after = _words(data[: ends[0]]), _words(data)
    if older is None or after is None:
        return []
    said = []
    for place, now in enumerate(after):
        number = pages_before + place + 1
        then = older[place] if place < len(older) else Counter[str]()
        if number not in private and now != then:
            said.append(f"Page {number} changed after the file was first saved: {_parts(now - then, then - now)}.")
    return said


def _words(data: bytes) -> list[Counter[str]] | None:
    """The words of each page with those of its form fields, None where this state cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
        return [Counter(_shown(document[index])) for index in range(min(len(document), 20))]
    except pypdfium2.PdfiumError:
        return None


def _shown(page: pypdfium2.PdfPage) -> list[str]:
    words = page.get_textpage().get_text_range().split()
    return [each for each in words if not SSN.match(each)]


def _parts(came: Counter[str], went: Counter[str]) -> str:
    parts = [(came, "came"), (went, "went")]
    return "; ".join(f"{verb}: {_some(words)}" for words, verb in parts if words) or "the order of its words"


def _some(words: Counter[str]) -> str:
    listed = list(words.elements())
    return " ".join(f"“{each}”" for each in listed[:_MOST]) + (" and more" if len(listed) > _MOST else "")
