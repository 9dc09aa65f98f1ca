"""Deductions in the county jails of Colorado: C.R.S. 17-26-109, read whole. The statute counts seven days in thirty."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "C.R.S. 17-26-109(1)-(3)",
    "verified",
    "https://github.com/UniCourt/cic-code-co/blob/main/transforms/co/occo/r80/gov.co.crs.title.17.html",
    "Seven days for each thirty days on the sentence, pro-rated from its commencement, subject to forfeiture; three more in thirty that "
    "the sheriff approves for a program or work; up to three for each extraordinary act.",
    unread="what amended the section after 2022",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "C.R.S. 18-1.3-405",
    "unverified",
    GOOD_TIME.address,
    "Days in jail before the sentence, as the court credits them.",
    settled_by="Read 18-1.3-405.",
)


def _seven_in_thirty(term: int, other: int) -> int:
    """Seven days of each thirty, pro-rated; of a part of a day the section says nothing, and none is counted."""
    return term * 7 // 30


def _most(term: int, other: int) -> int:
    """Extraordinary acts are not bounded in number, so what is left of the term bounds the rest."""
    return max(0, term - other - _seven_in_thirty(term, other))


US_CO = GrantedLaw(
    state="Colorado",
    who="the sheriff",
    ask="How many days beyond the seven in thirty has the sheriff given (programs, work, an extraordinary act; 0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="three days in thirty for a program or work, and three for each extraordinary act (17-26-109(1)(b)-(c))",
    refuses=kinds_not_read(),
    by_rule=_seven_in_thirty,
    warns=("A part of a day of the deduction is not counted: the section does not say.",),
)
