"""The person whom a caption names: the one under `vs.`, also where nothing else on the paper names anybody."""

import re
from collections.abc import Sequence

from habeas.paper.pages.page import Page, PageLine

_STATE = r"(?:the )?(?:state|people|commonwealth)(?: of [a-z]+(?: [a-z]+)?)?,?"
_AGAINST = re.compile(
    rf"[\W_]*(?:{_STATE} )?(?:vs?\.?|versus|against)[\W_]*|[\W_]*{_STATE} (?:vs?\.|versus) (?:the )?defendant[\W_]*"
    r"|[\W_]*(?:vs?\.?|versus)\s+(?:(?:case|docket|cause|criminal|file|indictment)\s*)?(?:no|number|#)\b.*\d.*",
    re.IGNORECASE,
)
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
    named = bool(under) and _NAME_LIKE.fullmatch(f"{_bare(under[0].text)} ") is not None
    return under[0] if named else None


_NUMBERED = re.compile(r"[,;(]?\s*(?:#|\bno\.|\b(?:id|dob|booking|inmate|sid|cdcr?)\b).*$", re.IGNORECASE)
"""A number behind a party's name: `, #7114408`."""


def _bare(text: str) -> str:
    """A party's line without a number behind the name."""
    return _NUMBERED.sub("", text).strip(" ,.")


_PARTY = re.compile(r"\W*(?:defendant|petitioner|accused|respondent|probationer)\W*", re.IGNORECASE)
_OVER = 34.0
"""Points between a party's name and the word under it that says which party it is."""


def named_over(page: Page) -> list[PageLine]:
    """The lines of a caption right over the word `Defendant` or `Petitioner`, where they look like a name."""
    head = [each for each in page.lines if each.area[1] < page.height * _CAPTION]
    found = []
    for each in head:
        x0, top, _, _ = each.area
        over = [one for one in head if 0 < top - one.area[1] < _OVER and -_LEFT < one.area[0] - x0 < _RIGHT]
        if _PARTY.fullmatch(each.text) and over and _NAME_LIKE.fullmatch(f"{_bare(over[-1].text)} "):
            found.append(over[-1])
    return found
