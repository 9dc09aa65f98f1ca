"""Good behavior in the county jails of Idaho: Idaho Code 20-621, read whole. The magistrate allows it on the sheriff's word."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "Idaho Code 20-621",
    "verified",
    "https://github.com/UniCourt/cic-code-id/blob/master/transforms/id/ocid/r70/idaho.title.20.html",
    "Whoever has a good record and performs the tasks assigned is, on the sheriff's recommendation, allowed five days off of each and "
    "every month of the sentence by the magistrate judge.",
    unread="what amended the section after June 2022",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "Idaho Code 18-309",
    "unverified",
    GOOD_TIME.address,
    "Days in jail before the judgment, as the court credits them.",
    settled_by="Read 18-309.",
)
_MONTH, _A_MONTH = 30, 5


def _most(term: int, other: int) -> int:
    """Five days for each month of the sentence that has begun; a month is counted as thirty days, as the section does not say."""
    return -(-term // _MONTH) * _A_MONTH


US_ID = GrantedLaw(
    state="Idaho",
    who="the magistrate judge, on the sheriff's recommendation,",
    ask="How many days off has the magistrate judge allowed on this term on the sheriff's recommendation (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="five days for each month of the sentence (20-621), a month counted as thirty days",
    refuses=kinds_not_read(),
)
