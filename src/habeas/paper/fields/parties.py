"""The person whom a caption names: the one under `vs.`, also where nothing else on the paper names anybody."""

import re
from collections.abc import Sequence

from habeas.paper.pages.page import Page, PageLine

_AGAINST = re.compile(r"[\W_]*(?:vs?\.?|versus|against)[\W_]*", re.IGNORECASE)
_NAME_LIKE = re.compile(r"(?:[^\W\d_][\w.'’-]+,? ?|[^\W\d_]\.? ){2,6}")
_LEFT, _RIGHT = 130, 60
"""Points that a name under `vs.` begins before it or behind it."""
_CAPTION = 0.45
"""The share of a page that a caption reaches."""


def parties_of(page: Page) -> list[PageLine]:
    """The line right under `vs.` in a caption, where it looks like a name: the defendant's."""
    head = [each for each in page.lines if each.area[1] < page.height * _CAPTION]
    return [line for place, each in enumerate(head) if (line := _under(head, place, each)) is not None]


def _under(head: Sequence[PageLine], place: int, versus: PageLine) -> PageLine | None:
    if not _AGAINST.fullmatch(versus.text):
        return None
    under = [each for each in head[place + 1 :] if -_LEFT < each.area[0] - versus.area[0] < _RIGHT]
    named = bool(under) and _NAME_LIKE.fullmatch(f"{under[0].text.strip(' ,.')} ") is not None
    return under[0] if named else None
