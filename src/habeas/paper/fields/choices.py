"""Lists of boxes: which are ticked, by the form's own words for each choice or by what the choice's words mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.paper.fields.labeled import Labeled, Piece
from habeas.paper.forms.catalog import Ticks
from habeas.paper.pages.labels import Hit, LabelSheet, key
from habeas.paper.pages.page import Area, Word

_MEANT = {
    "final_order": r"final (?:administrative )?(?:order|removal)|(?:order of|ordered) remov|removal order",
    "pending_proceedings": r"(?:ongoing|pending|pendency)\b.*\bproceeding|proceeding.*\b(?:ongoing|pending|under way)",
    "biometric_match": r"\bbiometric",
    "statements": r"\bstatements?\b",
    "charging_document": r"\bcharging document|notice to appear",
    "failed_to_establish_admissibility": r"\badmissib",
    "immigration_judge": r"\bimmigration judge\b",
    "designated_official": r"\bdesignated official\b",
    "board_of_immigration_appeals": r"\bboard of immigration appeals\b",
    "district_court": r"\b(?:district|magistrate)\b.*\b(?:court|judge)",
}
"""What the words beside a box mean, by the code of the choice."""
_FULL = re.compile(r"[\[(]\s*[xX✓✔✗✘]\s*[\])]|[☒☑✓✔✗✘]|(?:^|\s)_*[xX]_*$")
_EMPTY = re.compile(r"[\[(]\s*[\])]|☐|□|^_{2,5}$")


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list: its code, the words beside its box, whether it is ticked (None: cannot be told)."""

    order: int
    code: str
    words: tuple[Word, ...]
    ticked: bool | None


def choices_of(ticks: Ticks, sheet: LabelSheet, labeled: Labeled) -> list[Choice]:
    """Every choice of a list that stands on the sheet; one that is not there at all cannot be told."""
    found: list[Choice] = []
    taken: set[tuple[int, int]] = set()
    meant = _by_meaning(ticks, sheet, labeled)
    for order, (label, code) in enumerate(ticks.options):
        # the box of a label that begins on the row above stands there: the one beside its last words is another's
        hit = next((each for each in sheet.find(label) if not each.over and _free(each, taken)), None)
        if hit is not None:
            taken |= {(hit.row, place) for place in range(hit.start, hit.end)}
            state = box_before(hit, sheet)
            if state is not None or code not in meant:
                found.append(Choice(order, code, hit.words, state))
                continue
        words, ticked = meant.get(code, ((), None))
        found.append(Choice(order, code, words, ticked))
    return found


def listed_words(lists: Sequence[Sequence[Choice]], sheet: LabelSheet, labeled: Labeled) -> set[Word]:
    """The words of every list of boxes on a sheet: those of the form's choices, and what stands beside an empty box. None is a value."""
    pieces = [piece.words for row in labeled.pieces for piece in row if ticked_before(piece.words[0], sheet) is False]
    return {word for words in pieces for word in words} | {word for each in lists for one in each for word in one.words}


def _free(hit: Hit, taken: set[tuple[int, int]]) -> bool:
    return not any((hit.row, place) in taken for place in range(hit.start, hit.end))


def _by_meaning(ticks: Ticks, sheet: LabelSheet, labeled: Labeled) -> dict[str, tuple[tuple[Word, ...], bool | None]]:
    """The choices whose words mean exactly one code; a code that two boxes could mean is left out."""
    codes = [code for _, code in ticks.options if code in _MEANT]
    found: dict[str, list[tuple[tuple[Word, ...], bool | None]]] = {}
    for piece in (piece for row in labeled.pieces for piece in row) if codes else ():
        first = next((each for each in piece.words if len(key(each.text)) > 1), piece.words[0])
        ticked = ticked_before(first, sheet)
        if ticked is None:
            continue
        words = _whole(piece, labeled, sheet)
        text = " ".join(each.text for each in words).lower()
        fits = [code for code in codes if re.search(_MEANT[code], text)]
        if len(fits) == 1:
            found.setdefault(fits[0], []).append((words, ticked))
    return {code: each[0] for code, each in found.items() if len(each) == 1}


def _whole(piece: Piece, labeled: Labeled, sheet: LabelSheet) -> tuple[Word, ...]:
    """The words beside a box with the lines that go on under them, up to the next box."""
    words, bottom = list(piece.words), piece.area[3]
    for row in labeled.pieces[piece.row + 1 : piece.row + 3]:
        under = next((each for each in row if abs(each.area[0] - piece.area[0]) < 6), None)
        if (
            under is None
            or under.area[3] - bottom > 1.6 * piece.size
            or ticked_before(under.words[0], sheet) is not None
        ):
            break
        words += under.words
        bottom = under.area[3]
    return tuple(words)


def box_before(hit: Hit, sheet: LabelSheet) -> bool | None:
    """Whether the box left of a label is ticked; None where there is none or it cannot be told."""
    return ticked_before(hit.words[0], sheet)


def ticked_before(word: Word, sheet: LabelSheet) -> bool | None:
    """Whether the square left of a word is ticked, or brackets that stand for one; None where there is none or it cannot be told."""
    high = max(6.0, word.bottom - word.top)
    area = (word.x0 - 2.6 * high - 4, word.middle - high, word.x0 + 0.5, word.middle + high)
    square = sheet.page.square_at(area)
    return square.ticked if square else _typed_box(word, area, sheet.page.words)


def _typed_box(word: Word, area: Area, words: Sequence[Word]) -> bool | None:
    """A box made of letters: `[X]`, `[ ]`, a sign of its own."""
    left = [
        each
        for each in words
        if each.x1 <= word.x0 + 0.5 and each.x0 >= area[0] and each.top < word.middle < each.bottom
    ]
    text = " ".join(each.text for each in sorted(left, key=lambda each: each.x0))
    if not text or len(text) > 8:
        return None
    return True if _FULL.search(text) else False if _EMPTY.search(text) else None
