"""A law whose first day is not known: unresolved from the earliest day it can have begun to the latest, and firm from then on."""

from dataclasses import replace
from datetime import date

from habeas.law.model.expressions import WrongRuleError
from habeas.law.model.provision import Interval, Provision
from habeas.law.model.vocabulary import Outcome


def begins_between(rule: Provision, earliest: str) -> tuple[Provision, Provision]:
    """`rule`, whose `effective` starts on the latest day it can have begun, and what stands from `earliest` (ISO) to that day: unresolved.

    Raises WrongRuleError where the rule has no first day or `earliest` is not before it.
    """
    first = date.fromisoformat(earliest)
    if rule.effective.start is None or first >= rule.effective.start:
        raise WrongRuleError(f"{rule.id} cannot have begun on {earliest}")
    open_time = Interval(first, rule.effective.start)
    sentence = f"On which day between {first} and {rule.effective.start} this law began is not known. {rule.sentence}"
    unsure = replace(
        rule,
        id=f"{rule.id}.first-day",
        outcome=Outcome.UNRESOLVED,
        otherwise=Outcome.UNRESOLVED if rule.otherwise is not None else None,
        until=None,
        sentence=sentence,
        effective=open_time,
    )
    return unsure, rule
