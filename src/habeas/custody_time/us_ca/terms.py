"""Several terms: those that follow one another are one chain served as a whole; chains run at the same time, and the last to end rules.

Custody counts on each term it is attributable to; within a chain it counts once (Penal Code 2900.5(b), 669).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from habeas.custody_time.answer import DateQuestion, ReleaseAnswer, ReleaseRefusal, Step
from habeas.custody_time.case import MOST_DAYS, CustodyInterval, ReleaseCase, Sentence
from habeas.custody_time.us_ca.checks import refusals, warnings
from habeas.custody_time.us_ca.compute import release_day, work_out_term
from habeas.custody_time.us_ca.credits import COURT
from habeas.custody_time.us_ca.rules import ATTRIBUTABLE, CONCURRENT, rate_of

Chain = tuple[ReleaseCase, ...]


def work_out(case: ReleaseCase, *, changes: bool = True) -> ReleaseAnswer:
    """Work out a case: its one term, or all its terms and the day on which the last of them is served.

    `changes`: also what would move the date.
    """
    return _work_out_terms(case, changes) if case.terms else work_out_term(case, changes=changes)


def day_of(case: ReleaseCase) -> date | None:
    """The day alone that `work_out` comes to, without the words."""
    if not case.terms:
        return release_day(case)
    days = [_day_of_chain(chain, case) for chain in _chains_of(case)]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _chains_of(case: ReleaseCase) -> list[Chain]:
    return _chains(_attributed(_with_prison(_offender(_days_only(case.terms)))))


def _with_prison(terms: tuple[ReleaseCase, ...]) -> tuple[ReleaseCase, ...]:
    """Jail terms beside a state prison term are served there with it (Penal Code 669(d)); jail as a condition of probation is no term."""
    kinds = [term.sentence.kind if term.sentence else None for term in terms]
    if "state_prison" not in kinds:
        return terms
    jail = {"county_jail", "county_jail_1170h"}
    return tuple(
        replace(term, with_prison=True) if kind in jail else term for term, kind in zip(terms, kinds, strict=True)
    )


def _day_of_chain(chain: Chain, case: ReleaseCase) -> date | None:
    if any(True for _ in _unattributed(chain, case)):
        return None
    if len(chain) == 1:
        return release_day(chain[0])
    return None if _refused(chain, case) else release_day(_as_one(chain, case))


def _work_out_terms(case: ReleaseCase, changes: bool) -> ReleaseAnswer:
    made = tuple(_work_out_chain(chain, case, changes) for chain in _chains_of(case))
    if len(made) == 1:
        return replace(made[0], id=case.id, terms=made if len(case.terms) > 1 else ())
    dates = [each.release_on for each in made]
    longest = max(made, key=lambda each: (each.release_on is not None, each.release_on or 0, each.id))
    out = longest.release_on if None not in dates else None
    said = Step(f"{len(made)} terms run at the same time; the last to be served is {longest.id}.", None, CONCURRENT)
    whole = out is not None
    return ReleaseAnswer(
        case.id,
        _same([each.actual_days for each in made]) if not whole else longest.actual_days,
        _same([each.conduct_days for each in made]) if not whole else longest.conduct_days,
        _same([each.total_days for each in made]) if not whole else longest.total_days,
        out,
        (said, *(longest.steps if whole else ())),
        tuple(dict.fromkeys(question for each in made for question in each.questions)),
        tuple(dict.fromkeys(refusal for each in made for refusal in each.refusals)),
        tuple(dict.fromkeys(warning for each in made for warning in each.warnings)),
        ("The court did not direct that any of these terms follow another.", *longest.assumes),
        longest.would_change if whole else (),
        longest.supervision_ends_on if whole else None,
        made,
    )


def _same(values: list[int | None]) -> int | None:
    return values[0] if len(set(values)) == 1 else None


def _chains(terms: tuple[ReleaseCase, ...]) -> list[Chain]:
    """Terms in chains: each stands behind the one it follows; a term that follows none begins a chain."""
    chains: list[list[ReleaseCase]] = []
    for term in terms:
        before = next((chain for chain in chains if any(each.id == term.consecutive_to for each in chain)), None)
        if before is None:
            chains.append([term])
        else:
            before.append(term)
    return [tuple(chain) for chain in chains]


def _days_only(terms: tuple[ReleaseCase, ...]) -> tuple[ReleaseCase, ...]:
    """Leave out fines, which have no days, where another term has some."""
    left = tuple(term for term in terms if term.sentence is None or term.sentence.kind != "fine")
    return left or terms


def _offender(terms: tuple[ReleaseCase, ...]) -> tuple[ReleaseCase, ...]:
    """Give every term what one of them shows of the person: the cap of 2933.1 follows the offender, not the count (People v. Ramos)."""
    violent, murder = (_any([getattr(term, key) for term in terms]) for key in ("violent", "murder"))
    return tuple(
        term if (term.violent, term.murder) == (violent, murder) else replace(term, violent=violent, murder=murder)
        for term in terms
    )


def _any(values: list[bool | None]) -> bool | None:
    return True if True in values else None if None in values else False


def _attributed(terms: tuple[ReleaseCase, ...]) -> tuple[ReleaseCase, ...]:
    """Take shared custody from a term of another case that did not cause it: it begins with the day of its sentence."""
    return tuple(
        _without_custody(term) if term.attributable is False and not term.own_custody else term for term in terms
    )


def _without_custody(term: ReleaseCase) -> ReleaseCase:
    first = term.sentenced_on
    custody = (CustodyInterval(first, first),) if first else ()
    return replace(term, custody=custody, actual_days=None if first else 0, other_county=(), held_in=())


def _work_out_chain(chain: Chain, case: ReleaseCase, changes: bool) -> ReleaseAnswer:
    asked = tuple(_unattributed(chain, case))
    if len(chain) == 1:
        answer = work_out_term(chain[0], changes=changes)
    elif said := _refused(chain, case):
        answer = ReleaseAnswer(_name(chain), refusals=said)
    else:
        answer = work_out_term(_as_one(chain, case), changes=changes)
        joined = Step(
            f"{len(chain)} terms follow one another and are served as one; days in custody count once.",
            None,
            ATTRIBUTABLE,
        )
        said_of_terms = tuple(dict.fromkeys(warning for term in chain for warning in warnings(term)))
        answer = replace(answer, steps=(joined, *answer.steps), warnings=said_of_terms)
    if asked:
        return ReleaseAnswer(
            answer.id, questions=(*answer.questions, *asked), refusals=answer.refusals, warnings=answer.warnings
        )
    return answer


def _unattributed(chain: Chain, case: ReleaseCase) -> Iterator[DateQuestion]:
    """Custody that several cases share is asked about, unless the case says it caused it or has its own."""
    first = case.terms[0].case_number
    for term in chain:
        if term.case_number not in {None, first} and not term.own_custody and term.attributable is None:
            yield DateQuestion(
                f"Was the custody also caused by {term.id}?",
                "Custody that another case caused does not count on this one (Penal Code 2900.5(b); People v. Bruner).",
                COURT,
            )


def _refused(chain: Chain, case: ReleaseCase) -> tuple[ReleaseRefusal, ...]:
    said = tuple(dict.fromkeys(refusal for term in chain for refusal in refusals(term)))
    found = (_kinds(chain), _rates(chain), _dates(chain), _credits(chain, case))
    return said or tuple(refusal for refusal in found if refusal)


_OF_THE_CUSTODY = (
    "actual_days",
    "other_credits_days",
    "credit_lost_days",
    "program_credits",
    "accelerated_days",
    "held_in",
    "work_credits",
    "serving_from",
)
"""What belongs to the custody as a whole and not to one term of a chain."""


def _credits(chain: Chain, case: ReleaseCase) -> ReleaseRefusal | None:
    dated = all(term.custody for term in chain)
    keys = [key for key in _OF_THE_CUSTODY if not (dated and key == "actual_days")]
    if all(getattr(term, key) == getattr(case, key) for term in chain for key in keys):
        return None
    return ReleaseRefusal(
        "unsupported.credits_in_chain",
        "Credit, lost credit or a bare number of days stands on one term of a chain that is served as one; give it on the case.",
    )


def _kinds(chain: Chain) -> ReleaseRefusal | None:
    kinds = {term.sentence.kind if term.sentence else None for term in chain}
    if len(kinds) > 1:
        return ReleaseRefusal(
            "unsupported.mixed_consecutive",
            "Terms of different kinds follow one another; which is served first is the court's to say.",
        )
    if kinds == {"probation"}:
        return ReleaseRefusal(
            "unsupported.consecutive_probation_terms",
            "Jail terms that are conditions of probation follow one another; how 2900.5(b) counts custody on them was not settled by what "
            "was read (see People v. Santa Ana (2016), H042604).",
        )
    return None


def _rates(chain: Chain) -> ReleaseRefusal | None:
    """Terms that earn at different rates cannot be served as one: the order of service would decide."""
    facts = {(_rate_id(term), term.serious, term.registrant, term.serious_or_violent_prior) for term in chain}
    if len(facts) == 1:
        return None
    return ReleaseRefusal(
        "unsupported.mixed_rates_consecutive",
        "Terms that follow one another earn conduct credit under different law (the days of the offenses); a person must work it out.",
    )


def _rate_id(term: ReleaseCase) -> str | None:
    if term.offense_on is None:
        return None
    rate = rate_of(term.offense_on, term.sentenced_on or term.offense_on, prison=False, excluded=False)
    return rate.id if rate else ""


def _dates(chain: Chain) -> ReleaseRefusal | None:
    days = {term.sentenced_on for term in chain}
    lengths = lengths_of(chain)
    if sum(length or 0 for length in lengths_of(chain)) > MOST_DAYS:
        return ReleaseRefusal(
            "unsupported.longer_than_sixty_years",
            "Together the terms are longer than sixty years; a person must work it out.",
        )
    if len(days) == 1 and None not in lengths:
        return None
    if None in lengths:
        return ReleaseRefusal(
            "invalid.consecutive_without_length", "A term that follows another has no length; the chain has no end."
        )
    return ReleaseRefusal(
        "unsupported.consecutive_on_two_days",
        "Terms imposed on different days follow one another; what was served between them is not in the case. Give one day of sentence, or "
        "the court's own credits.",
    )


def lengths_of(chain: Chain) -> list[int | None]:
    """The length of each term in days; None where it is not known."""
    return [term.sentence.days if term.sentence else None for term in chain]


def _as_one(chain: Chain, case: ReleaseCase) -> ReleaseCase:
    """One term of the whole length, with every day of custody of any of them; credit and loss are those of the case."""
    first = chain[0]
    length = sum(each or 0 for each in lengths_of(chain))
    supervision = sum(term.sentence.supervision_days for term in chain if term.sentence)
    kind = first.sentence.kind if first.sentence else None
    return replace(
        first,
        id=_name(chain),
        sentence=Sentence(length, kind, supervision),
        custody=tuple(dict.fromkeys(interval for term in chain for interval in term.custody)),
        other_county=tuple(dict.fromkeys(each for term in chain for each in term.other_county)),
        actual_days=case.actual_days,
        consecutive_to=None,
    )


def _name(chain: Chain) -> str:
    return ", then ".join(term.id for term in chain)
