"""Good behavior in the county jails of Illinois: 730 ILCS 130/3, read to its measure. The statute counts a day for each day."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "730 ILCS 130/3",
    "verified",
    "https://witnessslips.ilga.gov/ftp/ILCS/Ch%200730/Act%200130/073001300K3.html",
    "One day of allowance for each day of service of the sentence in the county jail and for each day there before it, but none for "
    "whoever inflicted physical harm in the offense, below a mandatory minimum, or for the offenses the section names.",
    unread="what follows the rule on periodic imprisonment, and section 3.1 on taking it away",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "730 ILCS 130/3; 730 ILCS 5/5-4.5-100",
    "secondary",
    GOOD_TIME.address,
    "Days in the county jail before sentencing for the offense count, and earn.",
    read=_READ,
    settled_by="Read 730 ILCS 5/5-4.5-100: the Act on good behavior, which speaks of those days, was read.",
)


def _day_for_a_day(term: int, other: int) -> int:
    """Of the days that nothing else covers, half: a day served earns a day."""
    return max(0, term - other) // 2


US_IL = GrantedLaw(
    state="Illinois",
    who="the warden of the jail",
    ask="",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=lambda term, other: 0,
    most_says="a day for each day, which the statute counts by itself (730 ILCS 130/3)",
    refuses=kinds_not_read(
        probation="Jail as a condition of probation, and periodic imprisonment: what counts was not read."
    ),
    by_rule=_day_for_a_day,
    excepts="Did the person inflict physical harm in the offense, does it carry a mandatory minimum, is it criminal sexual assault or "
    "abuse, or is the term periodic imprisonment, county impact incarceration or for contempt?",
)
