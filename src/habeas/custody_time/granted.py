"""Credits of a state for its county jails beside California: what the statute counts by itself, and what the jail must say it gave.

Texas, Florida, Georgia, New York and others leave it to the jail whether a term is shortened, and by how much. So the day is
worked out from the days that the jail says it has given (`good_time_days`); where it has not said, that is a question, and the earliest
and the latest day that the statute leaves are told. Elsewhere the statute counts good time (`by_rule`), the jail may have taken some of
it (`credit_lost_days`), and where it may give more on top, that is asked likewise. What was not read is a named refusal.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.custody_time.answer import CreditSource, DateChange, DateQuestion, ReleaseAnswer, ReleaseRefusal, Step
from habeas.custody_time.case import ReleaseCase, Sentence

_ONE = timedelta(days=1)
OTHER_STATES_KEYS = ("program_credits", "accelerated_days", "other_county", "held_in", "work_credits")
"""What California's law gives or takes by a section of its own; nothing of it was read for another state."""
ASSUMED = (
    "The person stays in custody on this term, day after day, until the release; each day or part of a day in custody counts once.",
    "No good time is given or taken beyond the days written.",
    "Nothing else holds the person: no other case, warrant or sentence.",
)


@dataclass(frozen=True, slots=True)
class GrantedLaw:
    """One state's law of good time in its county jails."""

    state: str
    who: str
    """Who gives it, or may give more."""
    ask: str
    """The question for the days that the jail has given; empty where it may give none."""
    before_sentence: CreditSource
    good_time: CreditSource
    most: Callable[[int, int], int]
    """The most days the statute lets the jail give on a term of so many days, of which so many others are credited already."""
    most_says: str
    refuses: tuple[tuple[str, str, str], ...]
    """Kinds of sentence that are not worked out: the kind, the code, and why."""
    warns: tuple[str, ...] = ()
    by_rule: Callable[[int, int], int] | None = None
    """The days that the statute itself takes off a term of so many days, of which so many others are credited already."""
    excepts: str = ""
    """The question for what the section leaves out (the case's `excepted`); empty where nothing was read of it."""
    longest: tuple[int, str] | None = None
    """The longest term the section speaks of, in days, and the words for it."""
    adds_up: bool = False
    """Whether terms that follow one another count as one, their sum."""


def kinds_not_read(
    prison: str = "A term in the State's prisons is their sum, not the county jail's.",
    probation: str = "Jail as a condition of probation: whether good time counts was not read.",
    fine: str = "Time in jail for a fine or costs: what a day counts for was not read.",
) -> tuple[tuple[str, str, str], ...]:
    """The kinds of sentence that a county jail's good time was not read for, each with its code and why."""
    return (
        ("state_prison", "unsupported.state_prison", prison),
        (
            "county_jail_1170h",
            "unsupported.sentence_kind",
            "county_jail_1170h is a sentence of California; write county_jail.",
        ),
        ("probation", "unsupported.probation", probation),
        ("fine", "unsupported.fine", fine),
    )


def work_out(case: ReleaseCase, law: GrantedLaw) -> ReleaseAnswer:
    """Work out a case under a law of good time: one term, terms at the same time, or terms in a row where the law adds them up."""
    if not case.terms:
        return _one_term(case, law)
    if len({term.case_number for term in case.terms}) > 1 and not all(term.own_custody for term in case.terms):
        return ReleaseAnswer(case.id, None, refusals=(_of_several_cases(law),))
    if all(term.consecutive_to is None for term in case.terms):
        return _at_once(case, tuple(_one_term(term, law) for term in case.terms))
    one = _added_up(case, law)
    return _one_term(one, law) if one else ReleaseAnswer(case.id, None, refusals=(_in_a_row(law),))


def _at_once(case: ReleaseCase, made: tuple[ReleaseAnswer, ...]) -> ReleaseAnswer:
    """Terms at the same time: the last to be served rules, and it is known only where each is."""
    days = [each.release_on for each in made if each.release_on]
    out = max(days) if len(days) == len(made) else None
    last = next((each for each in made if each.release_on == out), made[0]) if out else None
    said = (Step(f"{len(made)} terms run at the same time; the last to be served is {last.id}.", None),) if last else ()
    return ReleaseAnswer(
        case.id,
        last.actual_days if last else None,
        last.conduct_days if last else None,
        last.total_days if last else None,
        out,
        said + (last.steps if last else ()),
        tuple(dict.fromkeys(each for answer in made for each in answer.questions)),
        tuple(dict.fromkeys(each for answer in made for each in answer.refusals)),
        tuple(dict.fromkeys(each for answer in made for each in answer.warnings)),
        ASSUMED if out else (),
        terms=made,
    )


def _added_up(case: ReleaseCase, law: GrantedLaw) -> ReleaseCase | None:
    """Every term in a row as one of their sum; None where the law does not add up, or a term is apart from the row or of another day."""
    first, *others = case.terms
    lengths = [term.sentence.days for term in case.terms if term.sentence and term.sentence.days]
    alike = {
        (term.sentence and term.sentence.kind, term.sentenced_on, term.serving_from, term.custody, term.actual_days)
        for term in case.terms
    }
    in_a_row = [term.consecutive_to for term in others] == [term.id for term in case.terms[:-1]]
    if not law.adds_up or not in_a_row or len(alike) > 1 or len(lengths) < len(case.terms) or first.sentence is None:
        return None
    given = [term.good_time_days for term in case.terms if term.good_time_days is not None]
    known = len(given) == len(case.terms) and not case.good_time_days
    return replace(
        first,
        id=case.id,
        sentence=Sentence(sum(lengths), first.sentence.kind),
        good_time_days=sum(given) if known else case.good_time_days,
        credit_lost_days=sum(term.credit_lost_days for term in case.terms),
        other_credits_days=first.other_credits_days,
        unread=case.unread,
    )


def _of_several_cases(law: GrantedLaw) -> ReleaseRefusal:
    return ReleaseRefusal(
        "unsupported.terms",
        f"Terms of several cases: whether one custody counts on each was not read for {law.state}; give each term its own custody.",
    )


def _in_a_row(law: GrantedLaw) -> ReleaseRefusal:
    why = (
        "only where each follows the one before it, with its length, its kind and one day of sentence"
        if law.adds_up
        else "how they count was not read"
    )
    return ReleaseRefusal(
        "unsupported.terms", f"Terms in a row are not worked out here under the law of {law.state}: {why}."
    )


def _one_term(case: ReleaseCase, law: GrantedLaw) -> ReleaseAnswer:
    """One term. Refusals stop it; what is not known is a question."""
    days = _custody_days(case)
    said = tuple(_refusals(case, law))
    if said:
        return ReleaseAnswer(case.id, days, refusals=said, warnings=_warnings(case, law))
    asked = tuple(_questions(case, law, days))
    given = _given(case, law)
    credit = None if given is None else given + _ruled(case, law, given)
    out = None if asked or credit is None else _out(case, days or 0, credit)
    total = None if days is None or credit is None else days + credit + case.other_credits_days
    return ReleaseAnswer(
        case.id,
        days,
        credit,
        total,
        out,
        tuple(_steps(case, law, days, out)),
        asked,
        warnings=_warnings(case, law),
        assumes=ASSUMED if out else (),
        would_change=tuple(_changes(case, law, days, out)),
    )


def _given(case: ReleaseCase, law: GrantedLaw) -> int | None:
    """The days that the jail gave; 0 where it may give none. What it took of its own gift is off; None where it has not said."""
    if not law.ask:
        return 0
    taken = 0 if law.by_rule else case.credit_lost_days
    return None if case.good_time_days is None else case.good_time_days - taken


def _ruled(case: ReleaseCase, law: GrantedLaw, given: int) -> int:
    """The days that the statute takes off, less those that the jail took away; 0 where it takes none by itself."""
    length = case.sentence.days if case.sentence else None
    if law.by_rule is None or length is None:
        return 0
    return law.by_rule(length, case.other_credits_days + given) - case.credit_lost_days


def _custody_days(case: ReleaseCase) -> int | None:
    """Days in custody up to and with the day of sentence: counted from the intervals, else as given."""
    if not case.custody:
        return case.actual_days
    return len({day for interval in case.custody for day in interval.days()})


def _refusals(case: ReleaseCase, law: GrantedLaw) -> Iterator[ReleaseRefusal]:
    kind = case.sentence.kind if case.sentence else None
    yield from (ReleaseRefusal(code, says) for each, code, says in law.refuses if each == kind)
    if law.excepts and case.excepted:
        yield ReleaseRefusal(
            "unsupported.excepted",
            f"{law.good_time.citation} leaves this person or term out; what counts then was not read.",
        )
    given = [key for key in OTHER_STATES_KEYS if getattr(case, key)]
    if given:
        names = ", ".join(given)
        yield ReleaseRefusal(
            "unsupported.key", f"{names}: no rule of {law.state} on it was read; write what counts in good_time_days."
        )
    length = case.sentence.days if case.sentence else None
    if length is not None:
        yield from _out_of_bounds(case, law, length)


def _out_of_bounds(case: ReleaseCase, law: GrantedLaw, length: int) -> Iterator[ReleaseRefusal]:
    """A term the section does not speak of, more given than it lets be given, or more taken than there was."""
    if law.longest and length > law.longest[0]:
        yield ReleaseRefusal(
            "unsupported.long_term", f"{law.good_time.citation} is about {law.longest[1]}; a longer one was not read."
        )
        return
    written = case.good_time_days or 0
    if written > (law.most(length, case.other_credits_days) if law.ask else 0):
        yield ReleaseRefusal(
            "invalid.good_time", f"good_time_days is more than the law lets the jail give: {law.most_says}."
        )
    credit = law.by_rule(length, case.other_credits_days + written) if law.by_rule else written
    if case.credit_lost_days > credit and (law.by_rule or case.good_time_days is not None):
        yield ReleaseRefusal("invalid.credit_lost", "credit_lost_days is more good time than there was to take.")


def _questions(case: ReleaseCase, law: GrantedLaw, days: int | None) -> Iterator[DateQuestion]:
    sentence = case.sentence
    if sentence is None or sentence.kind is None or sentence.days is None or case.sentenced_on is None:
        why = "A term in the county jail is counted from its day and its length."
        yield DateQuestion(
            "What sentence was imposed, of which kind, of how many days, and on what day?", why, "the court"
        )
    if days is None:
        yield DateQuestion(
            "How many days was the person in custody before the sentence?", "They are credited.", "the court"
        )
    elif case.custody and case.sentenced_on and max(each.last for each in case.custody) != case.sentenced_on:
        why = f"The custody given does not end on the day of sentence, {case.sentenced_on.isoformat()}."
        yield DateQuestion("On which days has the person served the term?", why, "the jail")
    if law.excepts and case.excepted is None:
        yield DateQuestion(law.excepts, f"{law.good_time.citation} leaves that out.", "the court")
    if law.ask and case.good_time_days is None:
        yield DateQuestion(law.ask, f"It is {law.who} that gives it; no rule counts it.", "the jail")


def _out(case: ReleaseCase, days: int, credit: int) -> date | None:
    """The first day on which days served and days of credit reach the term; never before the sentence."""
    if case.sentence is None or case.sentence.days is None or case.sentenced_on is None:
        return None
    left = max(0, case.sentence.days - days - credit - case.other_credits_days)
    begins = max(case.sentenced_on, (case.serving_from or case.sentenced_on + _ONE) - _ONE)
    return begins + timedelta(days=left) if left else case.sentenced_on


def _steps(case: ReleaseCase, law: GrantedLaw, days: int | None, out: date | None) -> Iterator[Step]:
    yield Step("Days in custody up to and with the day of sentence.", days, law.before_sentence)
    if case.other_credits_days:
        yield Step("Other credit, as the court or the jail gave it.", case.other_credits_days)
    given = _given(case, law)
    if law.by_rule and given is not None and case.sentence is not None and case.sentence.days is not None:
        yield Step("Good time by the statute.", _ruled(case, law, given) + case.credit_lost_days, law.good_time)
    if law.ask and case.good_time_days is not None:
        more = "More good time" if law.by_rule else "Good time"
        yield Step(f"{more}, as {law.who} gave it.", case.good_time_days, law.good_time)
    if case.credit_lost_days:
        yield Step("Good time taken away, as the jail says.", -case.credit_lost_days)
    if out is not None and case.sentence is not None:
        yield Step("The term.", case.sentence.days)
        yield Step(f"The term is served on {out.isoformat()}.", None)


def _changes(case: ReleaseCase, law: GrantedLaw, days: int | None, out: date | None) -> Iterator[DateChange]:
    """The latest and the earliest day that the statute leaves; only what differs from the answer is told."""
    length = case.sentence.days if case.sentence else None
    if days is None or length is None or (law.excepts and case.excepted is None):
        return
    tried = [(f"{law.who} gives no good time", 0)] if law.ask and not law.by_rule else []
    tried += (
        [(f"{law.who} gives the most: {law.most_says}", law.most(length, case.other_credits_days))] if law.ask else []
    )
    for says, given in tried:
        day = _out(case, days, given + _ruled(case, law, given))
        if day is not None and day != out:
            yield DateChange(says, day)
    if law.by_rule and (day := _out(case, days, _given(case, law) or 0)) not in {None, out}:
        yield DateChange("the jail takes away all good time", day)


def _warnings(case: ReleaseCase, law: GrantedLaw) -> tuple[str, ...]:
    return (*law.warns, *(f'"{key}" is no key this room knows; it was not read.' for key in case.unread))
