"""Good time in the county jails of Texas: Code of Criminal Procedure 42.032, read to section 5(2). The sheriff may give it."""

from datetime import date

from habeas.custody_time.answer import CreditSource
from habeas.custody_time.granted import GrantedLaw, kinds_not_read

_READ = date(2026, 11, 30)
GOOD_TIME = CreditSource(
    "Tex. Code Crim. Proc. art. 42.032, sec. 2",
    "verified",
    "https://lawserver.com/law/state/texas/tx-codes/texas_code_of_criminal_procedure_42-032",
    "The sheriff may grant commutation of time for good conduct: a deduction not to exceed one day for each day of the original sentence "
    "actually served, if a charge of misconduct has not been sustained.",
    unread="what follows section 5(2)",
    read=_READ,
)
BEFORE_SENTENCE = CreditSource(
    "Tex. Code Crim. Proc. art. 42.03, sec. 2(a); Tex. Att'y Gen. opinion to Mr. Fred Toler",
    "secondary",
    "https://cetient.com/opinion/3900390/leftwich-v-franks",
    "The judgment gives credit for the time spent in jail in the case from the arrest until the sentence; good time may be given for those "
    "days too (Kopeski v. Martin, 629 S.W.2d 743).",
    read=_READ,
    settled_by="Read article 42.03, section 2(a), as it is now: an opinion of the Attorney General that gives it was read.",
)


def _most(term: int, other: int) -> int:
    """A day for each day served: of the days left to serve or to be given, half."""
    return max(0, term - other) // 2


US_TX = GrantedLaw(
    state="Texas",
    who="the sheriff",
    ask="How many days of commutation for good conduct has the sheriff granted on this term (0 for none)?",
    before_sentence=BEFORE_SENTENCE,
    good_time=GOOD_TIME,
    most=_most,
    most_says="one day for each day of the sentence actually served (42.032, sec. 2)",
    refuses=kinds_not_read(
        prison="A term in the State's prisons or state jails is their sum, not the county jail's.",
        probation="Jail as a condition of community supervision: whether good time is given was not read.",
        fine="Time in jail for a fine or costs: what a day counts for (art. 43.09) was not read.",
    ),
    warns=(
        "A note in a published copy of 42.032 says that an executive order of the Governor suspended it for people convicted of physical "
        "violence or a threat of it; whether the order still stands was not read.",
    ),
    adds_up=True,
)
"""Terms in a row count as one, their sum (42.032, sec. 4)."""
