"""Cells that ask for several things at once: `RACE / SEX / DATE OF BIRTH` over `W / F / 06/30/1994`, or the same with blanks."""

import re
from collections.abc import Iterator

from habeas.paper.fields.extract import Gathered, reading_of
from habeas.paper.fields.likely import entry_country
from habeas.paper.fields.value_patterns import find_date, find_sex
from habeas.paper.forms.catalog import Form
from habeas.paper.pages.page import Page, PageLine

_ASKS = (
    ("date_of_birth", r"date of birth|d\.?o\.?b\.?|birth ?date|born"),
    ("sex", r"sex|gender"),
    ("citizenship", r"nationality|citizenship|country of (?:citizenship|nationality)"),
    (
        "",
        r"race|age|height|hgt\.?|ht\.?|weight|wgt\.?|wt\.?|hair|eyes?|ethnicity|ssn|color|place of birth|marital status",
    ),
)
_ONE = "|".join(f"(?P<f{place}>{words})" for place, (_, words) in enumerate(_ASKS))
_LABEL = re.compile(rf"(?<![A-Za-z])(?:{_ONE})(?![A-Za-z])", re.IGNORECASE)
_PARTED = re.compile(r"[\s/,&.|:;-]*(?:and)?[\s/,&.|:;-]*", re.IGNORECASE)


def add_composite(form: Form, page: Page, gathered: Gathered) -> None:
    """Add what stands in cells of several labels, where no cell of its own gave it."""
    wanted = {each.name for each in form.entries}
    for line in page.lines:
        asked, behind = _asked(line)
        value = line if behind else _under(line, page) if asked else None
        for name, found in _values(asked, behind or value.text) if value else ():
            if name in wanted and value:
                gathered.add(name, reading_of(found, value.words, page, name))


def _asked(line: PageLine) -> tuple[list[str], str]:
    """The fields that a line of labels asks for, in order, and what stands behind their colon; nothing where it is no such line."""
    head, colon, rest = line.text.partition(":")
    hits = list(_LABEL.finditer(head))
    between = _LABEL.sub("", head)
    if len(hits) < 2 or not _PARTED.fullmatch(between):
        return [], ""
    return [
        next(name for place, (name, _) in enumerate(_ASKS) if hit[f"f{place}"]) for hit in hits
    ], rest.strip() if colon else ""


def _under(line: PageLine, page: Page) -> PageLine | None:
    """The line right under a label, from its left edge."""
    x0, _, _, bottom = line.area
    near = [each for each in page.lines if -2 < each.area[1] - bottom < 16 and abs(each.area[0] - x0) < 9]
    return near[0] if near else None


def _values(asked: list[str], text: str) -> Iterator[tuple[str, str]]:
    """Each field with its part of the text, where the text has as many parts as the label."""
    for parts in (re.split(r"\s+/\s+", text), text.split()):
        if asked and len(parts) == len(asked):
            for name, part in zip(asked, parts, strict=True):
                if value := _value(name, part):
                    yield name, value
            return


def _value(name: str, part: str) -> str | None:
    if name == "date_of_birth":
        found = find_date(part)
    elif name == "sex":
        found = find_sex(part) if re.fullmatch(r"(?:m|f|male|female)", part.strip(), re.IGNORECASE) else None
    else:
        found = entry_country(part) if name else None
    return found.value if found else None
