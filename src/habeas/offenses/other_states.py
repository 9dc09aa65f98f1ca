"""Classes of charges that other states' laws name: each by its own words, with what the record itself calls the charge."""

import re

from habeas.offenses.finding import COUNSEL, COURT, ChargeFacts, ClassFinding, no, unknown, yes
from habeas.offenses.reading import Section

NORTH_CAROLINA = "G.S."
NEW_JERSEY = "N.J.S.A."

NC_2010 = "N.C.G.S. 162-62(a) (S.L. 2007-494, 2010-97)"
NC_2024 = "N.C.G.S. 162-62(a) (S.L. 2024-55)"
NC_2025 = "N.C.G.S. 162-62(a) (S.L. 2025-85)"
NJ_LIST = "N.J. Attorney General Directive 2018-6, II.B.5-6 and Appendix A"

ASSAULTS = "article 8, assaults"
"""162-62(a)(3) of 2024: the one article of which a Class A1 misdemeanor counts too."""
NC_ARTICLES: tuple[tuple[str, float, float], ...] = (
    ("article 6, homicide", 17, 18.999),
    ("article 7B, rape and other sex offenses", 27.20, 27.36),
    (ASSAULTS, 28, 34.99),
    ("article 10, kidnapping and abduction", 38, 43.4),
    ("article 10A, human trafficking", 43.10, 43.99),
    ("article 13A, criminal gangs", 50.15, 50.31),
)
"""Articles of G.S. chapter 14 that the 2024 list names, with the sections they hold (general knowledge, not read: unverified)."""

NC_ASSAULTS = {"a": "Class 2", "b": "Class 1", "c": "Class A1"}
"""The class of misdemeanor in each subdivision of G.S. 14-33 (read on 30 November 2026 in an undated copy of the statutes,
https://statutes.laws.com/north-carolina/Chapter_14/GS_14-33, to the opening of (c))."""
DUI = frozenset({"20-138.1", "20-138.2", "20-138.2A", "20-138.2B", "20-141.4"})
"""Offences involving impaired driving (G.S. 20-4.01(24a)), in part."""
PROTECTIVE_ORDER = "50B-4.1"
DRUGS = "90-95"

NJ_VIOLENT_OR_SERIOUS = frozenset({"violent", "serious"})
NJ_DISORDERLY = frozenset({"disorderly_persons", "petty_disorderly_persons"})
NJ_LESSER = NJ_DISORDERLY | {"indictable", "traffic"}
_DISORDERLY = re.compile(r"\bdisorderly[ -]persons?\b", re.IGNORECASE)


def nc_2010(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is one the section spoke of to 30 November 2024: a felony, or an impaired driving offense."""
    if felony:
        return yes("every felony counts", NC_2010, "verified")
    if "dui" in facts.classes or (section is not None and section.number in DUI):
        return yes("an impaired driving offense", NC_2010, "verified")
    if section is None or section.code != NORTH_CAROLINA:
        return _nc_unread(NC_2010)
    if felony is None:
        return unknown("the grade is not written", "Was it a felony or a misdemeanor?", COURT, NC_2010)
    return no(f"{section} is a misdemeanor and no impaired driving offense", NC_2010, "verified")


def nc_2024(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is on the list that stood from 1 December 2024 to 30 September 2025."""
    if section is None or section.code != NORTH_CAROLINA:
        return _nc_unread(NC_2024)
    if section.number == PROTECTIVE_ORDER:
        return yes(f"{section} is printed", NC_2024, "secondary", "(4)")
    if section.number == DRUGS:
        return _if_felony(felony, f"a felony under {section}", NC_2024)
    article = _article(section)
    if article is None:
        return no(f"{section} stands in no article that the list names", NC_2024, "unverified")
    a_misdemeanor_may_count = felony is False and article == ASSAULTS
    return _a1(section, NC_2024) if a_misdemeanor_may_count else _if_felony(felony, article, NC_2024)


def nc_2025(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is on the list in force since 1 October 2025: every felony, and the misdemeanors it names."""
    if felony:
        return yes("every felony counts", NC_2025, "secondary")
    if "dui" in facts.classes or (section is not None and section.number in DUI):
        return yes("an offense involving impaired driving", NC_2025, "secondary")
    if section is None or section.code != NORTH_CAROLINA:
        return _nc_unread(NC_2025)
    if felony is None and section.number != PROTECTIVE_ORDER:
        return unknown("the grade is not written", "Was it a felony or a misdemeanor?", COURT, NC_2025)
    return _nc_misdemeanor(section)


def _nc_misdemeanor(section: Section) -> ClassFinding:
    if section.number == PROTECTIVE_ORDER:
        return yes(f"{section} is printed", NC_2025, "secondary")
    if _article(section) is not None:
        return _a1(section, NC_2025)
    return no(f"{section} is a misdemeanor that the list does not name", NC_2025, "unverified")


def disorderly(facts: ChargeFacts) -> bool:
    """Whether the record calls the charge a disorderly persons offense of New Jersey, by class or in its words."""
    return bool(NJ_DISORDERLY & set(facts.classes)) or bool(_DISORDERLY.search(facts.description or ""))


def nj_violent_or_serious(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is a violent or serious offense of Appendix A. The appendix was not read: only the record's word counts."""
    named = NJ_VIOLENT_OR_SERIOUS & set(facts.classes)
    lesser = NJ_LESSER & set(facts.classes)
    if named and (lesser - {"indictable"} or felony is False):
        return unknown(
            "the record is at odds with itself", "Is it a violent or serious offense of Appendix A?", COURT, NJ_LIST
        )
    if named:
        return yes(f"the record calls it {', '.join(sorted(named))}", NJ_LIST, "secondary")
    if lesser:
        return no(
            f"the record calls it {', '.join(sorted(lesser)).replace('_', ' ')} and no more", NJ_LIST, "secondary"
        )
    if felony is False or (felony is None and disorderly(facts)):
        return no("the record grades it below an indictable crime", NJ_LIST, "secondary")
    what = str(section) if section else "the charge"
    return unknown(
        f"Habeas has not the appendix in which {what} would stand",
        "Is it a violent or serious offense of Appendix A?",
        COUNSEL,
        NJ_LIST,
    )


def _article(section: Section) -> str | None:
    chapter, _, number = section.number.partition("-")
    if chapter != "14":
        return None
    try:
        value = float(number)
    except ValueError:
        return None
    return next((name for name, first, last in NC_ARTICLES if first <= value <= last), None)


def _if_felony(felony: bool | None, why: str, citation: str) -> ClassFinding:
    if felony is None:
        return unknown("the grade is not written", "Was it a felony or a misdemeanor?", COURT, citation)
    return yes(why, citation, "secondary") if felony else no(f"only a felony counts: {why}", citation, "secondary")


def _a1(section: Section, citation: str) -> ClassFinding:
    """Whether a misdemeanor of the article on assaults is of Class A1: known of the subdivisions of 14-33, else a question."""
    named = (
        NC_ASSAULTS.get(section.subdivisions[0].lower()) if section.number == "14-33" and section.subdivisions else None
    )
    if named is not None:
        return (yes if named == "Class A1" else no)(
            f"{section} is a {named} misdemeanor (G.S. 14-33)", citation, "secondary"
        )
    return unknown(f"{section} counts only as a Class A1 misdemeanor", "Is it a Class A1 misdemeanor?", COURT, citation)


def _nc_unread(citation: str) -> ClassFinding:
    return unknown(
        "the section was not understood as one of the General Statutes", "Which section is it?", COURT, citation
    )
