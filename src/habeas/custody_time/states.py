"""The states whose law of credits Habeas has, each a folder; a case without a place, or of a state without a folder, is refused by name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from habeas.custody_time.answer import ReleaseAnswer, ReleaseRefusal
from habeas.custody_time.case import ReleaseCase
from habeas.custody_time.granted import GrantedLaw
from habeas.custody_time.granted import work_out as granted
from habeas.custody_time.us_ak import US_AK
from habeas.custody_time.us_ca import reasons as us_ca_reasons
from habeas.custody_time.us_ca import terms as us_ca_terms
from habeas.custody_time.us_co import US_CO
from habeas.custody_time.us_fl import US_FL
from habeas.custody_time.us_ga import US_GA
from habeas.custody_time.us_id import US_ID
from habeas.custody_time.us_il import US_IL
from habeas.custody_time.us_ky import US_KY
from habeas.custody_time.us_ms import US_MS
from habeas.custody_time.us_nd import US_ND
from habeas.custody_time.us_ne import US_NE
from habeas.custody_time.us_ny import US_NY
from habeas.custody_time.us_tn import US_TN
from habeas.custody_time.us_tx import US_TX
from habeas.custody_time.us_va import US_VA
from habeas.custody_time.us_wi import US_WI
from habeas.places.table import place_of


@dataclass(frozen=True, slots=True)
class CreditLaw:
    """One state's law of credits: the sum, what a jail's other date may rest on, and the date if the terms followed one another."""

    work_out: Callable[[ReleaseCase, bool], ReleaseAnswer]
    likely_reasons: Callable[[ReleaseCase, ReleaseAnswer, date], tuple[str, ...]]
    consecutive: Callable[[ReleaseCase], date | None]
    from_roster: bool = True
    """Whether a roster says enough for a date: not where the jail gives good time that no roster holds."""


def _of_its_jails(law: GrantedLaw) -> CreditLaw:
    """A law of good time in county jails: nothing is guessed of another date, and a roster alone gives none, for it says too little."""
    return CreditLaw(lambda case, changes: granted(case, law), lambda *_: (), lambda _: None, from_roster=False)


CREDIT_LAWS: dict[str, CreditLaw] = {
    "us-ca": CreditLaw(
        lambda case, changes: us_ca_terms.work_out(case, changes=changes),
        us_ca_reasons.likely_reasons,
        us_ca_reasons.consecutive,
    ),
    "us-ak": _of_its_jails(US_AK),
    "us-co": _of_its_jails(US_CO),
    "us-fl": _of_its_jails(US_FL),
    "us-ga": _of_its_jails(US_GA),
    "us-id": _of_its_jails(US_ID),
    "us-il": _of_its_jails(US_IL),
    "us-ky": _of_its_jails(US_KY),
    "us-ms": _of_its_jails(US_MS),
    "us-nd": _of_its_jails(US_ND),
    "us-ne": _of_its_jails(US_NE),
    "us-ny": _of_its_jails(US_NY),
    "us-tn": _of_its_jails(US_TN),
    "us-tx": _of_its_jails(US_TX),
    "us-va": _of_its_jails(US_VA),
    "us-wi": _of_its_jails(US_WI),
}
"""The law of credits of each state that has a folder here, by the state's place."""

NO_PLACE = ReleaseRefusal(
    "unsupported.no_place",
    "No place is given, and each state's law of credits is its own; write the jurisdiction, like us-ca-los-angeles.",
)


def credit_law(place: str | None) -> CreditLaw | None:
    """The law of credits that governs `place`; None without a place, or where its state has no folder here."""
    state = place_of(place).state if place else None
    return CREDIT_LAWS.get(state.id) if state else None


def dates_from_roster(place: str | None) -> bool:
    """Whether a roster's dates can be compared with the law of `place`; not where its law of credits is not here, or hangs on a grant."""
    law = credit_law(place)
    return law is not None and law.from_roster


def work_out(case: ReleaseCase, *, changes: bool = True) -> ReleaseAnswer:
    """Work out `case` under its state's law of credits; `changes`: also what would move the date.

    Without a place, or where the state has no folder here, nothing is counted, and the refusal says which.
    """
    law = credit_law(case.jurisdiction)
    return law.work_out(case, changes) if law else ReleaseAnswer(case.id, None, refusals=(_no_law(case),))


def consecutive(case: ReleaseCase) -> date | None:
    """The release if the terms of `case` followed one another; None where there is one term or it cannot be told."""
    law = credit_law(case.jurisdiction)
    return law.consecutive(case) if law else None


def likely_reasons(case: ReleaseCase, answer: ReleaseAnswer, jails: date) -> tuple[str, ...]:
    """Every usual reason that leads from `answer` exactly to the jail's own date; none where the state has no folder here."""
    law = credit_law(case.jurisdiction)
    return law.likely_reasons(case, answer, jails) if law else ()


def _no_law(case: ReleaseCase) -> ReleaseRefusal:
    state = place_of(case.jurisdiction).state if case.jurisdiction else None
    if state is None:
        return NO_PLACE
    *some, last = sorted(place_of(each).name for each in CREDIT_LAWS)
    return ReleaseRefusal(
        "unsupported.jurisdiction",
        f"Release dates are worked out under the law of {', '.join(some)} and {last} only; {state.name}'s law of credits is not in Habeas.",
    )


def unread(case: ReleaseCase) -> Iterator[str]:
    """Keys that were not read, in the case and its terms."""
    yield from case.unread
    for term in case.terms:
        yield from unread(term)
