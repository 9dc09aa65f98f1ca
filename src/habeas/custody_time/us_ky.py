"""Sentence credits in the county jails of Kentucky: KRS 441.127, read whole. The jailer grants them, by a scale of its own for each."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "KRS 441.127",
    "verified",
    "https://github.com/UniCourt/cic-code-ky/blob/main/transforms/ky/ocky/r87/gov.ky.krs.title.40.html",
    "The jailer grants sentence credits on a misdemeanor: a day for forty hours of work, a day for each day in an approved program, ninety "
    "for a diploma, up to seven for an exceptional act, up to ten a month for good behavior; they may be withdrawn for misconduct.",
    unread="what amended the section after 2022",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "KRS 532.120; OAG 75-399",
    "secondary",
    GOOD_TIME.address,
    "All time in jail before the sentence is credited.",
    read=_READ,
    settled_by="Read KRS 532.120: a note of an opinion that gives it was read.",
)


def _most(term: int, other: int) -> int:
    """The section sets a measure for each credit and none for their sum."""
    return max(0, term - other)


US_KY = GrantedLaw(
    state="Kentucky",
    who="the jailer",
    ask="How many days of sentence credit under KRS 441.127 has the jailer granted on this term (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="the whole of the days left, as the section bounds each credit and not their sum (441.127(2))",
    refuses=kinds_not_read(),
    excepts="Is the term for a felony?",
)
