"""Earned time in the county jails of Georgia: Code section 42-4-7(b), read whole. The sheriff may award it, and it is not automatic."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "O.C.G.A. 42-4-7(b)",
    "verified",
    "https://github.com/UniCourt/cic-code-ga/blob/master/transforms/ga/ocga/r86/gov.ga.ocga.title.42.html",
    "The custodian may award earned time for institutional behavior, not more than one-half of the period of confinement, and not more "
    "than four days' credit for each day of work on an authorized detail, which some offenses do not get.",
    unread="what amended the section after 2022, and 17-10-4 on misdemeanors of a high and aggravated nature",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "O.C.G.A. 17-10-11",
    "unverified",
    GOOD_TIME.address,
    "Days in confinement before the sentence, as the court or the jail credits them.",
    settled_by="Read 17-10-11.",
)


def _most(term: int, other: int) -> int:
    """Four days for a day worked, were every day served one: of five days of the term, four."""
    return max(0, term - other) * 4 // 5


US_GA = GrantedLaw(
    state="Georgia",
    who="the sheriff",
    ask="How many days of earned time has the sheriff awarded on this term (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="half of the term, or four days for each day of work on an authorized detail (42-4-7(b)(1))",
    refuses=kinds_not_read(),
    warns=(
        "More than half of the term is for work on an authorized detail alone, and not for a second DUI in five years, a misdemeanor of a "
        "high and aggravated nature or a crime against a family member (42-4-7(b)(1)).",
    ),
    excepts="Is the term for a felony other than a probation violation, or for a misdemeanor of a high and aggravated nature (17-10-4)?",
)
