"""Jail good time in Nebraska: Neb. Rev. Stat. 47-502, read whole. The statute counts a day for a day after the fifteenth."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "Neb. Rev. Stat. 47-502",
    "verified",
    "https://nebraskalegislature.gov/laws/statutes.php?statute=47-502",
    "Whoever is sentenced to or confined in a city or county jail has, after the fifteenth day of confinement, the remaining term reduced "
    "one day for each day without a breach of discipline; days in jail before the sentence count too (Williams v. Hjorth, 230 Neb. 97).",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "Neb. Rev. Stat. 47-503(1)",
    "verified",
    "https://fastdemocracy.com/bill-summary/?billsummary_state=ne&billsummary_id=NEB00007620",
    "Credit is given for time in jail as a result of the charge: before and during trial, pending sentence and pending an appeal.",
    unread="what amended the section after 2021: a bill that sets it out was read",
    read=_READ,
)
_FIRST = 15


def _after_the_fifteenth(term: int, other: int) -> int:
    """Of the days beyond the fifteenth that nothing else covers, half: a day served earns a day."""
    return max(0, term - other - _FIRST) // 2


US_NE = GrantedLaw(
    state="Nebraska",
    who="the jail",
    ask="",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=lambda term, other: 0,
    most_says="a day for each day after the fifteenth, which the statute counts by itself (47-502)",
    refuses=kinds_not_read(
        probation="Jail as a condition of probation: an opinion of 1984 and a decision of 2000 differ on it, and neither was read whole.",
    ),
    by_rule=_after_the_fifteenth,
    warns=(
        "The first fifteen days are counted as earning nothing; the section's words can be read to count them after the fifteenth.",
    ),
)
