"""The class of people a list request asks for: each of its rules read, then held against what records say of a person.

Nobody is placed in a class unless every rule was understood, the filter is known to say what the sender's words say, and every
rule was answered for that person. Rules about charges are held against one and the same charge.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.answers.class_rules import (
    CHARGE_RULES,
    PERSON_RULES,
    ChargeAt,
    ChargeTest,
    PersonAt,
    PersonTest,
    RuleError,
    any_of,
    every,
)
from habeas.law.engine.trace import Ask

SENDER = "the sender of the request"
READER = "whoever reads the request"
WHICH_PEOPLE = "Which people does the sender mean?"
CONFIRM = (
    "Does the group that was entered (the filter) say exactly what the letter says, no more and no less? Read both, then answer "
    "“Does the group match the letter?” (class.filter_confirmed)."
)
ENDED = frozenset({"dismissed", "acquitted", "vacated"})
"""A charge that ended so is none that anybody is charged with; only a rule on the disposition asks for it."""

_BESIDES = frozenset({"words", "filter", "filter_confirmed"})


@dataclass(frozen=True, slots=True)
class PeopleClass:
    """A class as read: the tests a person must pass, or what must be settled before anybody is placed in it."""

    person_tests: tuple[PersonTest, ...] = ()
    charge_tests: tuple[ChargeTest, ...] = ()
    by_disposition: bool = False
    asks: tuple[Ask, ...] = ()


def read_class(source: Mapping[str, Any]) -> PeopleClass:
    """Read the class a list request (`source`) asks for; what is not understood, contradicts itself or is not confirmed is asked."""
    wanted = source.get("class")
    if not isinstance(wanted, Mapping):
        return _asking("The request has no filter that a record answers.")
    bare = "filter" not in wanted
    rules = {key: value for key, value in wanted.items() if key not in _BESIDES} if bare else wanted["filter"]
    if not isinstance(rules, Mapping) or not rules:
        return _asking("The class has no filter that a record answers.")
    beside = [] if bare else sorted(set(wanted) - _BESIDES)
    if beside:
        return _asking(f'"{beside[0][:40]}" stands beside the filter; write it in the filter.')
    return _confirmed(_read_rules(rules), wanted)


def _asking(words: str) -> PeopleClass:
    return PeopleClass(asks=(Ask("request.class", f"{WHICH_PEOPLE} {words}", SENDER),))


def _read_rules(rules: Mapping[str, Any]) -> PeopleClass:
    persons: list[PersonTest] = []
    charges: list[ChargeTest] = []
    asks: list[Ask] = []
    for name, value in rules.items():
        try:
            if name in PERSON_RULES:
                persons.append(PERSON_RULES[name](value))
            else:
                charges.append(_charge_test(name, value))
        except RuleError as fault:
            asks.append(Ask("request.class", f'{WHICH_PEOPLE} "{name[:40]}" {fault}.', SENDER))
    return PeopleClass(tuple(persons), tuple(charges), "disposition" in rules, tuple(asks))


def _charge_test(name: str, value: Any) -> ChargeTest:
    if name not in CHARGE_RULES:
        known = ", ".join(sorted({*PERSON_RULES, *CHARGE_RULES}))
        raise RuleError(f"is no rule that a record answers; the rules are {known}")
    return CHARGE_RULES[name](value)


def _confirmed(read: PeopleClass, wanted: Mapping[str, Any]) -> PeopleClass:
    """Where the class stands in words and as a filter, a person says that the filter says what the words say."""
    both = bool(wanted.get("words")) and "filter" in wanted
    if read.asks or not both or wanted.get("filter_confirmed") is True:
        return read
    return PeopleClass(asks=(Ask("request.class_filter", CONFIRM, READER),))


def placed(wanted: PeopleClass, at: PersonAt, here: Sequence[ChargeAt], earlier: Sequence[ChargeAt]) -> bool | None:
    """Whether records place the person in the class; `here` are the charges of the booking, `earlier` those of other bookings.

    None where the class has an open question, or one of its rules has no answer for the person.
    """
    if wanted.asks or not (wanted.person_tests or wanted.charge_tests):
        return None
    answers = [test(at) for test in wanted.person_tests]
    return every([*answers, _charged(wanted, here, earlier)] if wanted.charge_tests else answers)


def _charged(wanted: PeopleClass, here: Sequence[ChargeAt], earlier: Sequence[ChargeAt]) -> bool | None:
    """Whether one charge of the booking passes every test.

    Unknown where no charge is on record, or where only one of an earlier booking would pass.
    """
    if not here:
        return None
    found = any_of([_passes(wanted, each) for each in here])
    return None if found is False and any(_passes(wanted, each) for each in earlier) else found


def _passes(wanted: PeopleClass, at: ChargeAt) -> bool | None:
    if at.charge.disposition in ENDED and not wanted.by_disposition:
        return False
    found = every([test(at) for test in wanted.charge_tests])
    return None if found and at.in_doubt else found
