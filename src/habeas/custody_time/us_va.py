"""Good conduct credit in the jails of Virginia: Code 53.1-116(A), read whole. The statute counts a day for each day served."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
_CODE = "https://github.com/UniCourt/cic-code-va/blob/main/transforms/va/ocva/r88/gov.va.code.title.53.1.html"
GOOD_TIME = CreditSource(
    "Va. Code 53.1-116(A)",
    "verified",
    _CODE,
    "On 12 months or less for a misdemeanor, unless a minimum is mandatory, a day for each day served without breaking the rules, days "
    "before conviction included; the jailer may grant five days more for every thirty served, for work or programs.",
    unread="what amended the section after 2022",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "Va. Code 53.1-187",
    "verified",
    _CODE,
    "All time actually spent in a state or local correctional facility awaiting trial or pending an appeal is deducted.",
    unread="what amended the section after 2022",
    read=_READ,
)


def _day_for_a_day(term: int, other: int) -> int:
    """Of the days that nothing else covers, half: a day served earns a day."""
    return max(0, term - other) // 2


def _most(term: int, other: int) -> int:
    """Five days for every thirty of the term, more than can be served of it."""
    return term * 5 // 30


US_VA = GrantedLaw(
    state="Virginia",
    who="the jailer",
    ask="How many days has the jailer granted beyond good conduct, for work, classes or programs (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="five days for every thirty days served (53.1-116(A))",
    refuses=kinds_not_read(),
    by_rule=_day_for_a_day,
    longest=(366, "sentences of 12 months or less"),
    excepts="Is any offense of the term a felony, or does the law set a mandatory minimum term for it?",
)
