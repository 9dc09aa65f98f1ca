"""Entries that are told by what they are, though nobody knows the words of their labels: each stands alone on its line, and is the
one of its kind on the page. Of two, or where the page says that it is something else, none is supposed."""

import re
from collections.abc import Sequence

from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.fields.lexicon import is_sentence
from habeas.paper.fields.value_patterns import find_date
from habeas.paper.forms.catalog import Form
from habeas.paper.pages.page import Page, PageLine

_SEX = re.compile(r"m|f|male|female", re.IGNORECASE)
_RACE_SEX = re.compile(
    r"(?:[WBHAIOUN]|white|black|hispanic|asian|indian|other)\s?/\s?(?P<sex>m|f|male|female)", re.IGNORECASE
)
_MONEY = re.compile(
    r"\$\s?(?P<much>\d[\d,]*(?:\.\d\d)?)(?: (?:cash|surety|secured|unsecured|c/s|full cash)\.?)*", re.IGNORECASE
)
_JAIL = re.compile(
    r"[A-Z][\w'’.& -]{2,50}\b(?:Jail|Detention (?:Center|Facility|Centre)|Correctional (?:Facility|Center|Institution|Complex)"
    r"|County Prison|Adult Detention|House of Correction|Corrections Center|Justice Center|Sheriff['’]?s (?:Office|Department))",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"birth|born|\bdob\b|offens|arrest|convict|sentenc|expir|releas|hearing|appear|entr|supervis|filed|fil[ei]ng|receiv|violat|serv|book"
    r"|custody|return|due|court date|max|admi|commenc|paroled|printed|rev\b|faxed|sent\b",
    re.IGNORECASE,
)
"""Words beside a day by which it is another than the day of issue."""
_BAIL = re.compile(r"\b(?:bail|bond)\b", re.IGNORECASE)
_HEAD, _NEAR = 0.12, 30.0
"""The share of a page that a letterhead takes; points from a value within which its label stands."""


def add_lone(form: Form, page: Page, gathered: Gathered) -> None:
    """Add what is sought, was found nowhere else, and stands alone on the page as the one of its kind."""
    wanted = {each.name for each in form.entries if not gathered.fields.get(each.name, ABSENT).value}
    spent = {word for each in gathered.seen.values() for word in each.words}
    free = [each for each in page.lines if spent.isdisjoint(each.words)]
    ways = {"sex": _sexes, "bail": _amounts, "recipient": _jails, "issued_on": _days}
    for name, way in ways.items():
        found = way(free, page, gathered) if name in wanted else []
        if len({value for value, _ in found}) == 1:
            value, line = found[0]
            gathered.add(name, reading_of(value, line.words, page, name))


_Found = list[tuple[str, PageLine]]


def _sexes(free: Sequence[PageLine], page: Page, _: Gathered) -> _Found:
    """A letter or a word for sex that has no box before it."""
    coded = [
        (hit["sex"][0].upper(), each) for each in page.lines if (hit := _RACE_SEX.fullmatch(each.text.strip(" .")))
    ]
    return coded or [
        (each.text.strip(" .")[0].upper(), each)
        for each in free
        if _SEX.fullmatch(each.text.strip(" .")) and not _boxed(each, page)
    ]


def _boxed(line: PageLine, page: Page) -> bool:
    x0, top, _, bottom = line.area
    return page.square_at((x0 - 20, top - 3, x0, bottom + 3)) is not None


def _amounts(free: Sequence[PageLine], page: Page, _: Gathered) -> _Found:
    """An amount of dollars alone in its place, on a page that speaks of bail."""
    if not any(_BAIL.search(each.text) for each in page.lines):
        return []
    hits = [(hit, each) for each in free if (hit := _MONEY.fullmatch(each.text.strip(" .")))]
    return [(hit["much"].replace(",", "").removesuffix(".00"), each) for hit, each in hits]


def _jails(free: Sequence[PageLine], page: Page, _: Gathered) -> _Found:
    """A place of detention alone in its place, under the letterhead and over the middle of the page."""
    return [
        (each.text.strip(" ,."), each)
        for each in free
        if page.height * _HEAD < each.area[1] < page.height * 0.5
        and len(each.words) < 9
        and _JAIL.fullmatch(each.text.strip(" ,."))
        and not is_sentence(each.text)
    ]


def _days(free: Sequence[PageLine], page: Page, gathered: Gathered) -> _Found:
    """A day alone in its place that is no other day's by what stands around it."""
    known = {
        gathered.fields.get(name, ABSENT).value for name in ("date_of_birth", "comply_by", "entry_on", "served_on")
    }
    found = []
    for each in free:
        hit = find_date(each.text)
        alone = (
            hit is not None and hit.value and len(re.sub(r"\W", "", each.text[: hit.start] + each.text[hit.end :])) <= 6
        )
        if hit and alone and hit.value not in known and not _OTHER_DAY.search(_around(each, page)):
            found.append((hit.value, each))
    return found


def _around(line: PageLine, page: Page) -> str:
    """What stands left of a line, over it and under it, close by."""
    x0, top, x1, bottom = line.area
    near = [
        each.text
        for each in page.lines
        if (abs(each.area[3] - bottom) < 5 and x0 - 190 < each.area[0] <= x1)
        or (
            each.area[0] < x1
            and x0 < each.area[2]
            and -_NEAR < each.area[1] - top < _NEAR
            and not is_sentence(each.text)
        )
    ]
    return " ".join(near)
