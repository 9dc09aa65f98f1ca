"""Sentence reductions in the jails of North Dakota: N.D.C.C. 12-44.1-32, read whole. The administrator sets what earns."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "N.D.C.C. 12-44.1-32",
    "verified",
    "https://github.com/UniCourt/cic-code-nd/blob/main/transforms/nd/ocnd/r81/gov.nd.code.title.12.html",
    "Sentence reductions by criteria of the administrator, good conduct among them, of no more than one day for six days served.",
    unread="what amended the section after 2022",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "N.D.C.C. 12.1-32-02(2)",
    "unverified",
    GOOD_TIME.address,
    "Days in custody before the sentence, as the court credits them.",
    settled_by="Read 12.1-32-02(2).",
)


def _most(term: int, other: int) -> int:
    """A day for six days served: of seven days of the term, one."""
    return max(0, term - other) // 7


US_ND = GrantedLaw(
    state="North Dakota",
    who="the jail's administrator",
    ask="How many days of sentence reduction has the jail given on this term (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="one day for each six days served (12-44.1-32)",
    refuses=kinds_not_read(),
)
