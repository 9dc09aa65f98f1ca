"""Columns that hold the sections of charges, with a code or without, alone or among words."""

import re

from habeas.roster.columns import COLUMNS
from habeas.roster.drafting.cells import MOST, Cells
from habeas.roster.drafting.headers import code_named

_PLACE = re.compile(r"[\d_]+")
"""A column without a head: its place on the ruler."""


def section_reason(cells: Cells, names: list[str]) -> tuple[str, float] | None:
    """Why a column may hold statutes and how sure that is; None where it may not. `names`: what its header may mean."""
    of_other = is_anothers(names) or _are_counts(cells)
    said = 1.0 - names.index("statute") / 20 if "statute" in names and not of_other else 0.0
    if cells.statutes >= 0.6:
        return f"{cells.statutes:.0%} of the cells are a section and its code", 1.5 + said
    if cells.sections_with_words >= MOST:
        return "most cells are a section and words", 1.3 + said
    return None if of_other else _without_code(cells, names, said)


def _without_code(cells: Cells, names: list[str], said: float) -> tuple[str, float] | None:
    """The reason where no code and no words stand in the cells; None where they may be anything."""
    among = cells.of == "charge" and _marked(cells) and not cells.is_money
    coded = code_named(cells.header.strip() or cells.source) or code_named(cells.source)
    if cells.reads_as_section and (said or coded or among):
        return f"most cells are sections without a code{', among charges: make sure' if among else ''}", 1.2
    if "statute" in names[:2] and _may_be_sections(cells):
        return "the header reads so, and the cells are numbers among letters", 0.95
    if _sections_alone(cells) and not ({*names} - {"charge_description"}):
        return "most cells are sections without a code, and no head says so: make sure", 0.9
    return None


def is_anothers(names: list[str]) -> bool:
    """Whether a header says first of all what is no charge's (`Sex Code`, `CitizenshipCd`): the word code makes no statute of it."""
    return bool(names) and (names[0] not in COLUMNS or COLUMNS[names[0]].entity != "charge")


def _are_counts(cells: Cells) -> bool:
    """Whether every cell is a number of one or two digits, as counts and codes have: no statute is."""
    return bool(cells.counts) and all(len(each) < 3 and each.isdigit() for each in cells.counts)


def _may_be_sections(cells: Cells) -> bool:
    """Whether the cells under a header that says statute may be sections in a way that nobody here reads: numbers among letters."""
    numbered = cells.share(lambda each: any(map(str.isdigit, each))) >= MOST
    return numbered and cells.date is None and len(cells.counts) < 0.9 * max(2, len(cells.filled))


def _sections_alone(cells: Cells) -> bool:
    """Whether a column whose header says nothing holds sections: the same few again and again, as offenses are."""
    few = len(cells.counts) <= max(3, 0.6 * len(cells.filled))
    return cells.is_section and (few or _PLACE.fullmatch(cells.words) is not None)


def _marked(cells: Cells) -> bool:
    """Whether most cells have the marks of sections in them."""
    return cells.share(lambda each: not each.isalnum()) > 0.5 and len(cells.counts) <= max(3, 0.6 * len(cells.filled))


def are_words(cells: Cells) -> bool:
    """Whether a column holds words that stand again and again, as those of offenses do."""
    longest = max(map(len, cells.counts), default=0)
    letters = cells.share(lambda each: sum(map(str.isalpha, each)) > 0.5 * len(each))
    return (
        cells.date is None and longest > 5 and letters >= MOST and len(cells.counts) <= max(3, 0.6 * len(cells.filled))
    )
