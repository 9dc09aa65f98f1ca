"""Whether a paper is a court's: five positives and no sign of an immigration authority; anything less is a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.paper.fields.parties import parties_of
from habeas.paper.fields.value_patterns import find_date, find_docket, state_docket
from habeas.paper.forms.catalog import Form
from habeas.paper.forms.districts import district_in
from habeas.paper.judicial.added import usual_print
from habeas.paper.judicial.commanded import commands
from habeas.paper.judicial.undone import UndoneMark, marks_of
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Area, Page
from habeas.paper.reading import FieldReading

JUDGES = frozenset({"federal_magistrate_judge", "federal_district_judge", "state_judge"})
_ADMINISTRATIVE = (
    ("anyimmigrationofficer", "it is addressed to immigration officers"),
    ("section236and287", "it rests on sections 236 and 287 of the Immigration and Nationality Act"),
    ("sections236and287", "it rests on sections 236 and 287 of the Immigration and Nationality Act"),
    ("isremovablefromtheunitedstates", "it refers to removability"),
    ("departmentofhomelandsecurity", "it carries the name of the Department of Homeland Security"),
    (
        "executiveofficeforimmigrationreview",
        "it comes from the immigration court, an office of the Department of Justice",
    ),
    ("immigrationcourt", "it comes from the immigration court, an office of the Department of Justice"),
    ("warrantforarrestofalien", "it bears the title of an administrative warrant"),
    ("warrantofremoval", "it bears the title of an administrative warrant"),
)


COURT_SIGNS = (
    "a court with its district or county",
    "a court case number",
    "a command to arrest, hold, produce, release or search",
    "an offense under a criminal statute",
    "a judge's signature",
)
"""The five signs of a court's process, in the words of every reading and of the page that lists them."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What was found of a court's process, what was missing, what speaks against it, and what undoes it, in words.

    `unread` is the number of the first page with ink on it that nobody has explained, 0 where there is none.
    """

    found: tuple[str, ...]
    missing: tuple[str, ...]
    against: tuple[str, ...]
    undone: tuple[str, ...]
    marks: tuple[UndoneMark, ...] = ()
    unread: int = 0

    @property
    def complete(self) -> bool:
        """Whether all five are there and nothing is against it."""
        return not self.missing and not self.against and not self.undone and not self.unread


def signs_of(
    pages: tuple[Page, ...],
    fields: dict[str, FieldReading],
    signer: str | None,
    statutes: list[str],
    court: str | None,
    *,
    proposed: bool,
    served: bool,
    signed_at: Area | None = None,
) -> Signs:
    """Look for the five of `COURT_SIGNS`."""
    letters = key(" ".join(each.text for page in pages if not page.private for each in page.words))
    named = _value(fields, "court")
    district = bool(named) and (court == "state" or district_in(named) is not None)
    docket = _value(fields, "case_number")
    shaped = find_docket(docket) if docket else None
    federal = shaped is not None and not shaped.doubt
    numbered = bool(docket) and (federal or (court == "state" and state_docket(docket or "")))
    tests: tuple[tuple[bool, str], ...] = (
        *zip(
            (district, numbered, commands(pages), bool(statutes), signer in JUDGES),
            COURT_SIGNS,
            strict=True,
        ),
    )
    against = tuple(dict.fromkeys(words for mark, words in _ADMINISTRATIVE if mark in letters))
    complete = all(yes for yes, _ in tests)
    looks = [page.slanted(complete) for page in pages if not page.private]
    if complete:
        tests = (*tests, (None not in looks, "a check of the scan for stamps that withdraw it"))
        tests = (
            *tests,
            (_by_hand(pages[0], signed_at, _value(fields, "signer_name")), "a signature, and no stamp in its place"),
        )
    seen = [text for look in looks for text in look or ()]
    entries = [
        *(str(each.value) for each in fields.values() if each.value),
        *(each.text for each in parties_of(pages[0])),
    ]
    marks = marks_of(pages, seen, entries, served=served, alone=complete)
    undone = (*(each.text for each in marks), *(("proposed",) if proposed else ()))
    return Signs(
        tuple(words for yes, words in tests if yes),
        tuple(words for yes, words in tests if not yes),
        against,
        undone,
        tuple(marks),
        _unread(pages, signed_at, entries),
    )


def _by_hand(page: Page, signed_at: Area | None, printed: str) -> bool:
    """Whether the ink at the place of the signature is no stamp: no words in capitals but those of the signer's own name."""
    words = page.stamped_at(signed_at) if signed_at else ()
    return words is not None and not [
        each for each in words if each.lower() not in printed.lower() and each not in _OVER_A_NAME
    ]


_OVER_A_NAME = frozenset(
    re.findall(
        r"\w+",
        "ORDERED COURT DATED DATE JUDGE SIGNED ENTER ENTERED WITNESS DONE GIVEN HEREBY HAND SEAL MAGISTRATE HONORABLE JUSTICE"
        " SIGNATURE SUPERIOR DISTRICT CIRCUIT COUNTY MUNICIPAL STATE UNITED STATES THIS BOND BAIL NOVEMBER DECEMBER JANUARY FEBRUARY MARCH"
        " APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER",
    )
)
"""Print in capitals that stands close over a judge's line."""


def _unread(pages: tuple[Page, ...], signed_at: Area | None, entries: Sequence[str]) -> int:
    """The number of the first page with unexplained ink beside the place of the signature; 0 where there is none."""
    for page in pages:
        own = (_around(signed_at),) if signed_at and page is pages[0] else ()
        if not page.private and any(not _explained(each, page, entries) for each in page.unread(own)):
            return page.number
    return 0


def _explained(area: Area, page: Page, entries: Sequence[str] = ()) -> bool:
    """Whether a place as low as a line is usual print, or an entry of the paper, when it is read enlarged; the letters must fill it."""
    if _sign_of_a_caption(area, page):
        return True
    if area[3] - area[1] > _LINE:
        return False
    text = page.closely(area)
    if _an_entry(text, entries):
        return True
    if _BOX.search(text) and _HALF.fullmatch(_BOX.sub(" ", text)):
        return True
    letters = sum(map(str.isalpha, text)) + 3 * len(_BOX.findall(text))
    return usual_print(_BOX.sub(" ", text), page, area) and letters >= (area[2] - area[0]) / _LETTER


_BOX = re.compile(r"[\[({|]\s?[Xx_]?\s?[\])}|]")
"""A box to tick, as it is read."""
_HALF = re.compile(r"\W*(?:[ap]\.?m|yes|no)\W*", re.IGNORECASE)
"""What stands beside two boxes of which one is ticked."""
_ENTRY = 6
"""Letters and digits that a number or a day of the paper has at least, to be known again."""


def _an_entry(text: str, entries: Sequence[str]) -> bool:
    """Whether a place holds a number or a day that was read off the paper as an entry, and nothing else."""
    day = find_date(text)
    if day and day.value in entries:
        return not re.sub(r"\W", "", text[: day.start] + text[day.end :])
    plain = key(text)
    numbers = [key(each) for each in entries if re.search(r"\d{3}", each) and len(each) < 40]
    return len(plain) >= _ENTRY and bool(re.search(r"\d{3}", plain)) and any(each.startswith(plain) for each in numbers)


def _sign_of_a_caption(area: Area, page: Page) -> bool:
    """Whether a narrow place stands in the column of signs that part a caption: `)` over `)`, of which others were read."""
    if area[2] - area[0] > _LETTER + 2 or area[3] > page.height * 0.5:
        return False
    signs = [each for each in page.words if each.text in {")", "§", ":", "|", "]", "}", "("}]
    return sum(abs(each.x0 - area[0]) < 5 for each in signs) >= 2


_LINE, _LETTER = 18.0, 8.0
"""Points that a line of print is high at most, with the edges of its place, and a letter of it wide."""


def _around(area: Area) -> Area:
    """A signature's place with what its strokes reach over the line."""
    return (area[0] - 8, area[1] - 8, area[2] + 8, area[3] + 12)


def _value(fields: dict[str, FieldReading], name: str) -> str:
    each = fields.get(name)
    return each.value if each and isinstance(each.value, str) else ""


_NO_COURTS = frozenset({"dhs", "eoir", "parole", "governor", "usms"})
"""Issuers that are no courts, whoever signs."""


def judicial_of(form: Form | None, signs: Signs) -> bool | None:
    """True on five positives and nothing against; False for a paper of an authority that is no court; else None."""
    if form is None:
        return None
    if form.issuer in _NO_COURTS or (form.code or "").startswith("USM"):
        return False
    if form.issuer not in {"court", "state_court"}:
        return None
    return True if signs.complete else None
