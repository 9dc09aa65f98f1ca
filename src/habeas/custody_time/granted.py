"""Credits of a state where the jail gives good time and no rule counts it: the sum with what was given, and between which days without.

Texas and Florida leave it to the sheriff or to the board of county commissioners whether a term is shortened, and by how much. So the
day is worked out from the days that the jail says it has given (`good_time_days`); where it has not said, that is a question, and the
earliest and the latest day that the statute leaves are told. What was not read is a named refusal.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.custody_time.answer import CreditSource, DateChange, DateQuestion, ReleaseAnswer, ReleaseRefusal, Step
from habeas.custody_time.case import ReleaseCase

_ONE = timedelta(days=1)
OTHER_STATES_KEYS = (
    "program_credits",
    "accelerated_days",
    "other_county",
    "held_in",
    "work_credits",
    "credit_lost_days",
)
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
    """Who gives it."""
    ask: str
    before_sentence: CreditSource
    good_time: CreditSource
    most: Callable[[int, int], int]
    """The most days the statute lets the jail give on a term of so many days, of which so many others are credited already."""
    most_says: str
    refuses: tuple[tuple[str, str, str], ...]
    """Kinds of sentence that are not worked out: the kind, the code, and why."""
    warns: tuple[str, ...] = ()


def work_out(case: ReleaseCase, law: GrantedLaw) -> ReleaseAnswer:
    """Work out one term under a law of granted good time. Refusals stop it; what is not known is a question."""
    days = _custody_days(case)
    said = tuple(_refusals(case, law, days))
    if said:
        return ReleaseAnswer(case.id, days, refusals=said, warnings=_warnings(case, law))
    asked = tuple(_questions(case, law, days))
    out = None if asked else _out(case, days or 0, case.good_time_days or 0)
    total = (
        None if days is None or case.good_time_days is None else days + case.good_time_days + case.other_credits_days
    )
    return ReleaseAnswer(
        case.id,
        days,
        case.good_time_days,
        total,
        out,
        tuple(_steps(case, law, days, out)),
        asked,
        warnings=_warnings(case, law),
        assumes=ASSUMED if out else (),
        would_change=tuple(_changes(case, law, days, out)),
    )


def _custody_days(case: ReleaseCase) -> int | None:
    """Days in custody up to and with the day of sentence: counted from the intervals, else as given."""
    if not case.custody:
        return case.actual_days
    return len({day for interval in case.custody for day in interval.days()})


def _refusals(case: ReleaseCase, law: GrantedLaw, days: int | None) -> Iterator[ReleaseRefusal]:
    kind = case.sentence.kind if case.sentence else None
    yield from (ReleaseRefusal(code, says) for each, code, says in law.refuses if each == kind)
    if case.terms:
        yield ReleaseRefusal(
            "unsupported.terms", f"Several terms at once are not worked out under the law of {law.state}."
        )
    given = [key for key in OTHER_STATES_KEYS if getattr(case, key)]
    if given:
        names = ", ".join(given)
        yield ReleaseRefusal(
            "unsupported.key", f"{names}: no rule of {law.state} on it was read; write what counts in good_time_days."
        )
    if _too_much(case, law, days):
        yield ReleaseRefusal(
            "invalid.good_time", f"good_time_days is more than the law lets the jail give: {law.most_says}."
        )


def _too_much(case: ReleaseCase, law: GrantedLaw, days: int | None) -> bool:
    length = case.sentence.days if case.sentence else None
    return length is not None and (case.good_time_days or 0) > law.most(length, case.other_credits_days)


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
    if case.good_time_days is None:
        yield DateQuestion(law.ask, f"It is {law.who} that gives it; no rule counts it.", "the jail")


def _out(case: ReleaseCase, days: int, given: int) -> date | None:
    """The first day on which days served and days given reach the term; never before the sentence."""
    if case.sentence is None or case.sentence.days is None or case.sentenced_on is None:
        return None
    left = max(0, case.sentence.days - days - given - case.other_credits_days)
    begins = max(case.sentenced_on, (case.serving_from or case.sentenced_on + _ONE) - _ONE)
    return begins + timedelta(days=left) if left else case.sentenced_on


def _steps(case: ReleaseCase, law: GrantedLaw, days: int | None, out: date | None) -> Iterator[Step]:
    yield Step("Days in custody up to and with the day of sentence.", days, law.before_sentence)
    if case.other_credits_days:
        yield Step("Other credit, as the court or the jail gave it.", case.other_credits_days)
    if case.good_time_days is not None:
        yield Step(f"Good time, as {law.who} gave it.", case.good_time_days, law.good_time)
    if out is not None and case.sentence is not None:
        yield Step("The term.", case.sentence.days)
        yield Step(f"The term is served on {out.isoformat()}.", None)


def _changes(case: ReleaseCase, law: GrantedLaw, days: int | None, out: date | None) -> Iterator[DateChange]:
    """The latest and the earliest day that the statute leaves; only what differs from the answer is told."""
    length = case.sentence.days if case.sentence else None
    if days is None or length is None:
        return
    most = law.most(length, case.other_credits_days)
    for says, given in ((f"{law.who} gives no good time", 0), (f"{law.who} gives the most: {law.most_says}", most)):
        day = _out(case, days, given)
        if day is not None and day != out:
            yield DateChange(says, day)


def _warnings(case: ReleaseCase, law: GrantedLaw) -> tuple[str, ...]:
    return (*law.warns, *(f'"{key}" is no key this room knows; it was not read.' for key in case.unread))
