"""The name that is printed at an office's title: over it, under it, beside it, with or without a caption of its own."""

import re
from collections.abc import Sequence

from habeas.paper.fields.lexicon import official
from habeas.paper.fields.likely import called_name
from habeas.paper.judicial.signing import is_print
from habeas.paper.judicial.titles import TITLE, tidy_name
from habeas.paper.pages.page import Area, Page, PageLine, Rule, Word, around

_STAMPED = re.compile(r"^by\W*$|\b(?:copy|attest(?:ed)?|e?-?filed|received|certif\w+|seal)\b", re.IGNORECASE)
"""Words of a clerk's stamp, and a `By` alone, which are nobody's name."""
_ZONE = r"(?:[A-Z]{2,4}|[-+]\d\d['’:]?\d\d['’]?)"
_HOUR = re.compile(
    r"\W*(?:(?:on|date|dated|signed)\W+)*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[\s,]*(?:at )?"
    rf"(?:\d{{1,2}}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*{_ZONE}?)?\W*",
    re.IGNORECASE,
)
"""The day and hour that a program puts into a signature's box, which is nobody's name."""
_SET = r"(?:printed|print|typed|type)"
_LABEL = re.compile(
    r"^\W*(?:(?:the )?(?:judge|judicial officer|officer|magistrate|clerk)(?:['’]?s)? )?"
    rf"(?:{_SET}(?: (?:or|and) {_SET})? )?name"
    r"(?: of (?:the )?(?:\w+ )?(?:judge|officer|magistrate|justice|clerk))?\s*[:–-]\s*",
    re.IGNORECASE,
)
"""The caption before a printed name."""
_BY_NAME = re.compile(r"^(?:by|for)\s*:\s*", re.IGNORECASE)
_OVER, _UNDER = 24.0, 1.3
_BOX = 52.0
"""Points over a title in which a name stands that a program signed for, where only the hour stands between."""
"""Points over a title, and letter heights under it, within which its name is printed."""
_BESIDE = 90.0
"""Points between a name and a title in one row."""


def name_like(text: str) -> bool:
    """Whether a text is a person's name and nothing else; its courtesy and a caption before it are none of it."""
    bare = tidy_name(_LABEL.sub("", text))
    found = called_name(bare)
    whole = found is not None and found.value.strip(" ,.") == bare.strip(" ,.")
    return whole and not official(bare.split()) and 1 < len(bare.split()) < 7


def without_label(words: Sequence[Word]) -> list[Word]:
    """The words of a printed name without the caption before it."""
    text = " ".join(each.text for each in words)
    hit = _LABEL.match(text) or _BY_NAME.match(text)
    return list(words[len(text[: hit.end()].split()) :]) if hit else list(words)


def line_over(words: Sequence[Word], page: Page) -> PageLine | None:
    """The nearest line over a title in its column: the printed name, a name by hand, a caption."""
    _, top, _, _ = around(words)
    over = [
        each
        for each in page.lines
        if 0 < top - each.area[1] < _OVER
        and in_column(each.area, around(words))
        and re.search(r"[^\W\d_]{2}", each.text)
        and not _STAMPED.search(each.text)
        and not _HOUR.fullmatch(each.text)
        and any(map(is_print, each.words))
    ]
    return max(over, key=lambda each: each.area[1], default=None) or _over_the_hour(words, page)


def _over_the_hour(words: Sequence[Word], page: Page) -> PageLine | None:
    """The name over the day and hour of signing in the box that a program put over a title."""
    area = around(words)
    upper = [each for each in page.lines if 0 < area[1] - each.area[1] < _BOX and in_column(each.area, area)]
    hours = [each for each in upper if _HOUR.fullmatch(each.text)]
    named = [each for each in upper if hours and each.area[1] < hours[0].area[1] and name_like(each.text)]
    return named[-1] if named else None


def in_column(one: Area, two: Area) -> bool:
    """Whether two lines begin at one edge, or stand over one another about one middle."""
    middles = [(each[0] + each[2]) / 2 for each in (one, two)]
    return abs(one[0] - two[0]) < 40 or (abs(middles[0] - middles[1]) < 30 and one[0] < two[2] and two[0] < one[2])


def middle_rule(words: Sequence[Word], page: Page) -> Rule | None:
    """The line to sign on under whose middle a caption of one or two words stands in brackets: `(judge)`."""
    x0, top, x1, _ = around(words)
    text = " ".join(each.text for each in words)
    if not text.startswith("(") or not text.endswith(")") or len(words) > _CAPTION:
        return None
    over = [each for each in page.rules if each.x0 < x0 and x1 < each.x1 and -3 < top - each.y < 14]
    return next((each for each in over if abs(each.x0 + each.x1 - x0 - x1) < 24), None)


_CAPTION = 3
"""Words of the longest caption that says who signs over the middle of a rule."""


def name_under(words: Sequence[Word], page: Page) -> list[Word]:
    """The name that is printed right under a title."""
    area = around(words)
    rule = middle_rule(words, page)
    column = (rule.x0, *area[1:]) if rule else area
    for each in page.lines:
        near = -2 < each.area[1] - area[3] < _UNDER * each.size and in_column(each.area, column)
        if near and not TITLE.search(_LABEL.sub("", each.text)) and name_like(each.text):
            return without_label(each.words)
    return []


def name_beside(words: Sequence[Word], page: Page) -> list[Word]:
    """The name in the row of a title, where a wide gap parts the two."""
    x0, top, x1, bottom = around(words)
    row = [each for each in page.lines if each.area[1] < (top + bottom) / 2 < each.area[3] and name_like(each.text)]
    near = [each for each in row if 0 <= max(x0 - each.area[2], each.area[0] - x1) < _BESIDE]
    nearest = min(near, key=lambda each: max(x0 - each.area[2], each.area[0] - x1), default=None)
    return without_label(nearest.words) if nearest else []
