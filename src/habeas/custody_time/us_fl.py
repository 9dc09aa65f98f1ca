"""Gain-time in the county jails of Florida: section 951.21, read to the opening of (4). The board of county commissioners gives it."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "Fla. Stat. 951.21(1), (3)",
    "verified",
    "https://syfert.com/florida/statutes/0951.21.html",
    "Up to 5 days a month off the first and second years of the sentence, up to 10 off the third and fourth, up to 15 off the rest, "
    "unless the board of county commissioners discontinues or revises it; by policy up to 5 days a month more for meritorious conduct.",
    unread="(4) after its opening words: forfeiture",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "Fla. Stat. 921.161(1)",
    "verified",
    "http://leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute&Search_String=212.0501&URL=0900-0999%2F0921%2FSections%2F0921.161.html",
    "A sentence does not begin to run before it is imposed, but the court allows credit for all of the time spent in the county jail "
    "before sentence, for a specified period provided for in the sentence.",
    read=_READ,
)
_MONTH, _EXTRA = 30, 5
_BY_YEARS = ((24, 5), (48, 10))
"""Up to which month of the sentence how many days a month; after that fifteen."""


def _most(term: int, other: int) -> int:
    """The most of (1) and (3) for each month of the term that has begun; a month is counted as thirty days, as the section does not say."""
    return sum(_a_month(month) + _EXTRA for month in range(1, -(-term // _MONTH) + 1))


def _a_month(month: int) -> int:
    return next((days for last, days in _BY_YEARS if month <= last), 15)


US_FL = GrantedLaw(
    state="Florida",
    who="the county",
    ask="How many days of gain-time under the county's own policy has the jail given on this term (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="5, 10 or 15 days a month by the year of the sentence, and 5 more (951.21(1), (3)), a month counted as thirty days",
    refuses=kinds_not_read(
        prison="A term with the Department of Corrections is its sum, not the county jail's.",
        probation="Jail as a condition of probation: the courts have treated gain-time on it apart (Van Tassel v. Coffman, 486 So. 2d "
        "528), and that was not read.",
        fine="Time in jail for a fine or costs: what a day counts for (951.15, 951.16) was not read.",
    ),
    adds_up=True,
)
"""Terms in a row count as one, their sum (951.21(1), which says cumulative)."""
