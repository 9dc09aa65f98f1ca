"""Good time in the county jails and workhouses of Tennessee: T.C.A. 41-2-111(b), -123(b), -146, read. The statute counts a quarter."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "T.C.A. 41-2-111(b), 41-2-123(b), 41-2-146",
    "verified",
    "https://github.com/UniCourt/cic-code-tn/blob/main/transforms/tn/octn/r76/gov.tn.tca.title.41.html",
    "Of a sentence of less than a year one quarter is deducted, on the entire sentence, half a day counting as a day, unless revoked for "
    "breaking the rules after a hearing; for each day of work two days come off.",
    unread="what amended the sections after 2022",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "T.C.A. 40-23-101(c)",
    "unverified",
    GOOD_TIME.address,
    "Days in jail before the sentence, as the court credits them.",
    settled_by="Read 40-23-101(c).",
)


def _quarter(term: int, other: int) -> int:
    """A quarter of the whole sentence; a half of a day or more is a day."""
    return (term + 2) // 4


def _most(term: int, other: int) -> int:
    """Two days for a day worked, were every day served one."""
    return max(0, term - other) * 2 // 3


US_TN = GrantedLaw(
    state="Tennessee",
    who="the sheriff or superintendent",
    ask="How many days has work under 41-2-123 or 41-2-146 taken off this term (two for each day worked; 0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="two days for each day worked (41-2-123(b), 41-2-146)",
    refuses=kinds_not_read(),
    by_rule=_quarter,
    longest=(364, "sentences of less than one year"),
    excepts="Does the person get credit for work under 41-2-147 (a sentence under 40-35-302, -306, -307 or -314)?",
)
