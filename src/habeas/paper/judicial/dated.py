"""The day on which a judge signed: the one that stands in the row of the signature, before any other day on the paper."""

import re
from itertools import pairwise

from habeas.paper.fields.extract import reading_of
from habeas.paper.fields.value_patterns import FoundValue, find_date
from habeas.paper.judicial.signing import PaperSignature
from habeas.paper.pages.page import Page
from habeas.paper.reading import FieldReading

_OVER, _UNDER = 20.0, 6.0
"""Points over and under the foot of a signature within which its row reaches."""


def dated_beside(signature: PaperSignature, page: Page) -> FieldReading | None:
    """The one day in the row of a signature; None where nobody signed, or none or several stand there."""
    if not signature.inked or signature.area is None:
        return None
    foot = signature.area[3]
    row = [each for each in page.lines if foot - _OVER < each.area[3] < foot + _UNDER]
    found = [(hit.value, each) for each in row if (hit := find_date(each.text)) and hit.value]
    if len({value for value, _ in found}) != 1:
        return None
    value, line = found[0]
    return reading_of(value, line.words, page, "issued_on")


_FORMULA = re.compile(
    r"\W*(?:it is )?(?:(?:so )?ordered|dated?|witness|given|done|enter(?:ed)?|issued|signed|in witness whereof|in testimony whereof)\b",
    re.IGNORECASE,
)
_REACH = 110.0
"""Points over the foot of a signature within which the line begins that says when the paper was made."""


def dated_over(signature: PaperSignature, page: Page) -> FieldReading | None:
    """The day in the formula right over a signature (`Witness …`, `Dated this …`), which no day higher on the paper outranks."""
    if not signature.inked or signature.area is None:
        return None
    foot = signature.area[3]
    over = [each for each in page.lines if foot - _REACH < each.area[1] < foot]
    begins = [place for place, each in enumerate(over) if _FORMULA.match(each.text)]
    lines = over[begins[-1] : begins[-1] + _LINES] if begins else []
    day = _first_day(" ".join(each.text for each in lines))
    words = [word for each in lines for word in each.words]
    return reading_of(day, words, page, "issued_on") if day else None


_LINES = 3
"""Lines that the formula of a day runs over at most."""


def _first_day(text: str) -> str | None:
    """The first whole day in a text; one that is written out in words stands again in figures behind it."""
    while hit := find_date(text):
        if hit.value:
            return hit.value
        text = text[hit.end :]
    return None


_CAPTIONED = re.compile(r"\W*date(?: (?:signed|issued|of order))?\W*", re.IGNORECASE)


def dated_under(signature: PaperSignature, page: Page) -> FieldReading | None:
    """The day that stands alone under a signature over its own caption `Date`; None where nobody signed or none does."""
    if not signature.inked or signature.area is None:
        return None
    foot = signature.area[3]
    under = [each for each in page.lines if -4 < each.area[1] - foot < _AROUND]
    for one, two in pairwise(under):
        hit = find_date(one.text)
        if hit and hit.value and _alone(one.text, hit) and _CAPTIONED.fullmatch(two.text):
            return reading_of(hit.value, one.words, page, "issued_on")
    return None


_AROUND = 70.0
"""Points over and under a signature within which a day that stands alone is the paper's."""


def day_alone(signature: PaperSignature, page: Page) -> FieldReading | None:
    """The one day that stands alone in a line near the signature, as under it; None where none or several do."""
    if not signature.inked or signature.area is None:
        return None
    near = [each for each in page.lines if abs(each.area[1] - signature.area[3]) < _AROUND]
    found = [
        (hit.value, each) for each in near if (hit := find_date(each.text)) and hit.value and _alone(each.text, hit)
    ]
    if len({value for value, _ in found}) != 1:
        return None
    return reading_of(found[0][0], found[0][1].words, page, "issued_on")


def _alone(text: str, hit: FoundValue) -> bool:
    """Whether a line is a day and nothing else."""
    return not re.sub(r"\W", "", text[: hit.start] + text[hit.end :])
