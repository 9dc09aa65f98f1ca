"""Good time in Alaska, whose jails are the State's: AS 33.20.010, read whole. The statute counts a third of the term."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
_CODE = "https://github.com/UniCourt/cic-code-ak/blob/main/transforms/ak/ocak/r82/gov.ak.code.title."
GOOD_TIME = CreditSource(
    "Alaska Stat. 33.20.010(a), (c)",
    "verified",
    f"{_CODE}33.html",
    "Of a term of more than three days one-third is deducted, rounded to the nearest day, for following the rules; none for some felonies, "
    "nor for time in a treatment program, a private residence or on electronic monitoring.",
    unread="what amended the section after March 2023",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "Alaska Stat. 12.55.025(c)",
    "verified",
    f"{_CODE}12.html",
    "Credit is given for the time in custody pending trial, sentencing or appeal in connection with the offense, and for no more.",
    unread="what amended the section after March 2023",
    read=_READ,
)
_LEAST = 3


def _third(term: int, other: int) -> int:
    """A third of the term to the nearest day; none for three days or less."""
    return (term + 1) // 3 if term > _LEAST else 0


US_AK = GrantedLaw(
    state="Alaska",
    who="the Department of Corrections",
    ask="",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=lambda term, other: 0,
    most_says="a third of the term, which the statute counts by itself (33.20.010(a))",
    refuses=kinds_not_read(
        prison="A term for a felony: which have no deduction, and mandatory parole, were not worked out."
    ),
    by_rule=_third,
    excepts="Is any offense of the term a felony, or was part of it spent in treatment, a private residence or on electronic monitoring?",
)
