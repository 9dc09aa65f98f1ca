"""Several people on one paper: a list with a row for each. All of them are named, and none is taken for the one it is about."""

import re
from collections.abc import Iterator, Sequence

from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.fields.labeled import Labeled, Piece
from habeas.paper.fields.lexicon import tokens
from habeas.paper.fields.likely import entry_name
from habeas.paper.fields.meanings import meanings
from habeas.paper.fields.value_patterns import find_date
from habeas.paper.pages.labels import LabelSheet
from habeas.paper.pages.page import Page, PageLine, Word

_PERSONS = frozenset({"date_of_birth", "a_number", "citizenship", "sex", "subject_id"})
_NUMBERED = re.compile(
    r"\b(?:booking|arrest|inmate|jail|id|sid|so|case|person|spn|local|country|dob|born|age|a)\b", re.IGNORECASE
)
"""What stands beside a name in a list of people."""
_COUNTED = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]|[-•*–])\s+(?P<who>\D{5,48}?)"
    r"(?:\s*[,;(–-]\s*(?=(?:DOB|born|A\s?[#-]?\s?\d|\(?\d|date of))|\s*$)",
    re.IGNORECASE,
)
_SIDE, _ROOM = 16.0, 3.2
"""Points that a name may stand to the side of its column's head; letter heights between two rows."""
_SEVERAL = "the paper names several people"


def add_people(pages: Sequence[Page], gathered: Gathered) -> None:
    """Give the names of a list in place of one person's; a list of one names the person where nothing else did."""
    _add([(page, people_of(page)) for page in pages], gathered)


def add_counted(pages: Sequence[Page], gathered: Gathered) -> None:
    """Give the names that a court's paper counts line by line, each with a birth date: `1. Ada Quill, DOB 01/02/1990`."""
    listed = [(page, [each for line in page.lines if (each := _counted(line))]) for page in pages]
    _add([(page, found) for page, found in listed if len(found) > 1], gathered)


def _add(lists: Sequence[tuple[Page, list[tuple[str, tuple[Word, ...]]]]], gathered: Gathered) -> None:
    for page, found in lists:
        names = list(dict.fromkeys(name for name, _ in found))
        words = [word for _, used in found for word in used]
        if len(names) == 1 and not gathered.fields.get("subject_name", ABSENT).value:
            gathered.fields["subject_name"] = reading_of(names[0], words, page, "subject_name")
        if len(names) > 1:
            gathered.fields["subject_names"] = reading_of(names, words, page, "subject_names")
            for one in ("subject_name", "date_of_birth", "a_number", "sex", "citizenship", "subject_id"):
                if one in gathered.fields:
                    gathered.fields[one] = ABSENT
            gathered.doubts.append(("subject_name", f"{_SEVERAL}: {'; '.join(names)}"))
            return


def people_of(page: Page) -> list[tuple[str, tuple[Word, ...]]]:
    """The people of a list on a page: under the head of a column of names, or counted line by line."""
    labeled = Labeled(LabelSheet(page))
    for row in labeled.pieces:
        head = next((each for each in row if _asks_name(each)), None)
        if head is not None and any(_beside_a_name(each) for each in row if each is not head):
            listed = list(_under(head, labeled))
            if listed:
                return listed
    counted = [each for line in page.lines if (each := _counted(line))]
    return counted if len(counted) > 1 else []


def _text(piece: Piece) -> str:
    return " ".join(token for each in piece.words for token in tokens(each.text))


def _asks_name(piece: Piece) -> bool:
    asked = meanings(_text(piece))
    return (
        "subject_name" in asked
        and ("name" in _text(piece) or len(piece.words) < 3)
        and not piece.words[-1].text.endswith(":")
    )


def _beside_a_name(piece: Piece) -> bool:
    text = _text(piece)
    return bool(_PERSONS & set(meanings(text))) or (len(piece.words) < 5 and _NUMBERED.search(text) is not None)


def _under(head: Piece, labeled: Labeled) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """The names under the head of a column, down to the first row that has none."""
    x0, _, x1, bottom = head.area
    for row in labeled.pieces[head.row + 1 :]:
        inside = next((each for each in row if abs(each.area[0] - x0) < _SIDE or x0 - 4 <= each.area[0] < x1), None)
        near = row[0].area[1] - bottom < _ROOM * head.size
        if inside is None and near and row[0].area[0] > x1:
            continue
        found = entry_name(" ".join(each.text for each in inside.words)) if inside is not None else None
        whole = found is not None and len(found.value.split()) > 1 and len(row) > 1
        if inside is None or not near or found is None or not whole:
            return
        yield found.value, inside.words
        bottom = inside.area[3]


def _counted(line: PageLine) -> tuple[str, tuple[Word, ...]] | None:
    """The name of a counted line: `1. Quill, Ada, DOB 01/02/1990`."""
    hit = _COUNTED.match(line.text)
    found = entry_name(hit["who"]) if hit else None
    whole = (
        hit and found and found.value == " ".join(hit["who"].split()).strip(" ,;:-–—") and len(found.value.split()) > 1
    )
    told = find_date(line.text) or re.search(r"\bA[\s#-]{0,2}\d{2,3}[\s-]?\d{3}[\s-]?\d{3}\b", line.text)
    return (found.value, line.words) if whole and found and told else None
