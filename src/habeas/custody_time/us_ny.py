"""Good behavior on definite sentences in New York: Correction Law 804(1)-(3), read. Whoever is in charge of the jail decides."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "N.Y. Correction Law 804(1)-(3)",
    "verified",
    "https://www.nysenate.gov/legislation/laws/COR/804/",
    "Discretionary reductions, in the aggregate at most one-third of the term; against the sum of consecutive terms; one day for every "
    "three days of a sentence under a month; granted, withheld, forfeited or canceled by whoever is in charge.",
    unread="what follows subdivision 4",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "N.Y. Penal Law 70.30(3)",
    "secondary",
    "https://sentencecalculator.net/01-basic-indeterminate-sentence",
    "The sentence is credited with the time in jail before it.",
    read=_READ,
    settled_by="Read Penal Law 70.30(3): an account of it was read.",
)


def _most(term: int, other: int) -> int:
    """A third of the term imposed, whatever else is credited."""
    return term // 3


US_NY = GrantedLaw(
    state="New York",
    who="the head of the jail",
    ask="How many days of good behavior allowance has the jail granted on this term (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="one-third of the term imposed (804(1))",
    refuses=kinds_not_read(prison="An indeterminate or determinate sentence is the Department's sum (section 803)."),
    longest=(
        730,
        "definite sentences, of which two years are the most that consecutive ones come to (Penal Law 70.30(2)(b))",
    ),
    adds_up=True,
)
