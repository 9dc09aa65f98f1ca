"""Where two things that the record says of one charge cannot both be right: what is asked, so that neither is taken for true."""

from habeas.common.articles import with_article
from habeas.offenses.codes import CALIFORNIA
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.kinds import COUNTY_JAIL, FELONIES, MISDEMEANORS, STATE_PRISON, WOBBLERS
from habeas.offenses.reading import Section

OF_A_FELONY = {"state_prison": "to state prison", "county_jail_1170h": "under Penal Code 1170(h)"}
"""Sentences that Penal Code 17(a) makes the mark of a felony."""
OF_A_MISDEMEANOR = {"county_jail": "to county jail", "fine": "to a fine"}
"""Sentences that, where they are the whole judgment, make an offense punishable either way a misdemeanor (Penal Code 17(b)(1))."""


NEVER = {"felony": MISDEMEANORS, "misdemeanor": FELONIES, "infraction": FELONIES | WOBBLERS}
"""The kinds under which no charge has such a grade. A misdemeanor graded an infraction is left alone: neither is a felony."""


def court_at_odds(facts: ChargeFacts) -> str | None:
    """A question where the section is of another authority's code than the court's: no federal court convicts of Penal Code 211."""
    if facts.court is None or not facts.reading.sections:
        return None
    federal = {is_federal(each) for each in facts.reading.sections}
    if federal == {facts.court == "federal"} and facts.court != "foreign":
        return None
    name = facts.reading.canonical
    return f"The court is said to be {with_article(facts.court)} one, and {name} is no law of such a court: which court, and which section?"


def is_federal(section: Section) -> bool:
    """Whether the section is of the United States Code."""
    return section.code.endswith("USC")


def grade_at_odds(facts: ChargeFacts, kinds: frozenset[str]) -> str | None:
    """A question where the grade on record cannot be of this section, this line or this sentence; `kinds` are the section's."""
    hint, grade = facts.reading.grade_hint, facts.grade
    if grade and hint and grade != hint:
        return f"The line is written as {with_article(hint)} and graded {with_article(grade)}: which was it?"
    grade = grade or hint
    if grade is None or facts.reduced_on is not None:
        return None
    if kinds and kinds <= NEVER[grade] and not facts.reading.conspiracy:
        name = facts.reading.canonical
        return f"{name} is never {with_article(grade)}, and the record grades it one: which is wrong, the section or the grade?"
    return _sentence_against(facts.sentence or "", grade, kinds)


def _sentence_against(sentence: str, grade: str, kinds: frozenset[str]) -> str | None:
    if grade != "felony" and sentence in OF_A_FELONY:
        told = f"and tells a sentence {OF_A_FELONY[sentence]}, which only a felony has: which is right?"
        return f"The record grades it {with_article(grade)} {told}"
    if grade == "felony" and sentence in OF_A_MISDEMEANOR and kinds and kinds <= WOBBLERS:
        return (
            f"The record tells a felony and a sentence {OF_A_MISDEMEANOR[sentence]}: was that the whole judgment, which makes it a "
            "misdemeanor (Penal Code 17(b)(1)), or a term of felony probation?"
        )
    return None


def wobbler_at_odds(wobbler: bool | None, kinds: frozenset[str]) -> str | None:
    """A question where the record says whether the charge can be either grade, and its section says otherwise."""
    one_way = bool(kinds) and (kinds <= FELONIES or kinds <= MISDEMEANORS)
    if (wobbler and one_way) or (wobbler is False and kinds and kinds <= WOBBLERS):
        return "The record and the section differ on whether it can be a felony or a misdemeanor: which is right?"
    return None


def sentence_at_odds(facts: ChargeFacts, kinds: frozenset[str], felony: bool | None, *, too_early: bool) -> str | None:
    """A question where the sentence on record is one that this charge cannot have had; `too_early`: before there was a 1170(h)."""
    if facts.sentence not in OF_A_FELONY:
        return None
    told = f"The record tells a sentence {OF_A_FELONY[facts.sentence]}"
    if felony is False:
        return f"{told}, and the charge is no felony: which is right?"
    if not _of_california(facts):
        return f"{told}, and no section of California's is read: which court sentenced, and is it the state prison of California?"
    if facts.sentence == "county_jail_1170h" and too_early:
        return f"{told}, and it reaches nobody sentenced before October 1, 2011 (1170(h)(6)): which is right, the day or the sentence?"
    if facts.sentence == "county_jail_1170h" and kinds and kinds <= STATE_PRISON - COUNTY_JAIL:
        return f"{told}, and {facts.reading.canonical} is punished in state prison: which is right?"
    return None


def _of_california(facts: ChargeFacts) -> bool:
    """Whether a court of California's passed the sentence; for want of a section, only 1170(h) itself says so."""
    if facts.court in {"federal", "foreign"}:
        return False
    sections = facts.reading.sections
    return all(each.code in CALIFORNIA for each in sections) if sections else facts.sentence == "county_jail_1170h"
