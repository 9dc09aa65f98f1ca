"""Credit for labor in the county jails of Mississippi: Code 47-1-47, read whole. A day of work counts a day more."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "Miss. Code 47-1-47",
    "verified",
    "https://github.com/UniCourt/cic-code-ms/blob/main/transforms/ms/ocms/r78/gov.ms.code.title.47.html",
    "Each day that a county convict works in serving a sentence of imprisonment gives credit for equal time on it; never for the same work "
    "on a fine and on the sentence.",
    unread="what amended the section after 2022, and 47-5-413 on joint public service programs with the State",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "Miss. Code 99-19-23",
    "unverified",
    GOOD_TIME.address,
    "Days in jail before the sentence, as the court credits them.",
    settled_by="Read 99-19-23.",
)


def _most(term: int, other: int) -> int:
    """A day for a day worked, were every day served one."""
    return max(0, term - other) // 2


US_MS = GrantedLaw(
    state="Mississippi",
    who="the sheriff",
    ask="For how many days of work on this term does the jail give credit (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="a day for each day worked (47-1-47)",
    refuses=kinds_not_read(fine="Days in jail for a fine or costs: the rate of 99-19-20 was not read."),
    excepts="Does the person work in a joint program with the State (47-5-401 to 47-5-421)?",
)
