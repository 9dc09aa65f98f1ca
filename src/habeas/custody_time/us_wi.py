"""Good time in the county jails of Wisconsin: Wis. Stat. 302.43. The statute counts a quarter of the term."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "Wis. Stat. 302.43",
    "verified",
    "https://docs.legis.wisconsin.gov/document/statutes/2019/302.44(2)(j)",
    "Good time of one-fourth of the term for good behavior if sentenced to at least four days, fractions of a day ignored; credit is given "
    "for time before sentencing; the sheriff may take two days for an offense, more with the court's approval.",
    unread="all but the section's first words, which a jail's page and two law offices quote alike",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "Wis. Stat. 302.43, 973.155",
    "secondary",
    "https://milwaukee-criminal-lawyer.com/good-time-in-wisconsin-sentencing/",
    "Time in custody before the sentence is credited, and good time with it.",
    read=_READ,
    settled_by="Read 973.155: a law office's account was read.",
)
_LEAST = 4


def _fourth(term: int, other: int) -> int:
    """A fourth of the term, its fraction ignored; none under four days."""
    return term // 4 if term >= _LEAST else 0


US_WI = GrantedLaw(
    state="Wisconsin",
    who="the sheriff",
    ask="",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=lambda term, other: 0,
    most_says="one-fourth of the term, which the statute counts by itself (302.43)",
    refuses=kinds_not_read(
        probation="Jail as a condition of probation earns no good time, and nothing else was read of it."
    ),
    by_rule=_fourth,
)
