"""What provisions come to together: each as it stands for a case, then one layer, then the layers; which of them the answer hangs on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from habeas.law.engine.layers import Choice, Ways, possible_in_layer, possible_together
from habeas.law.model.kleene import Truth
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Layer, Lower, Outcome

Options = frozenset[tuple[Outcome | None, Lower]]

NOTHING: Options = frozenset({(None, Lower.EITHER)})
_ALL_FIRM: frozenset[Ways] = frozenset(
    frozenset({(outcome, Lower.EITHER)}) for outcome in (Outcome.MUST, Outcome.MAY, Outcome.MUST_NOT, Outcome.SILENT)
)


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """One provision with its two conditions evaluated for a case and an act."""

    provision: Provision
    applies: Truth
    excepted: Truth
    options: Options = field(init=False, repr=False, compare=False)
    """What the provision could say, given what is unknown; None is nothing."""
    says: Outcome = field(init=False, repr=False, compare=False)
    """What it says: unknown where it could say more than one thing."""

    def __post_init__(self) -> None:
        rule = self.provision
        options = _options(rule.outcome, rule.otherwise, rule.lower, self.applies, self.excepted)
        object.__setattr__(self, "options", options)  # both are asked for a dozen times in each decision
        object.__setattr__(self, "says", _says(options))

    @property
    def firm(self) -> bool:
        """Whether the provision says one thing whatever the unknown facts are."""
        return len(self.options) == 1

    @property
    def speaks(self) -> bool:
        """Whether the provision says, or could say, anything."""
        return self.options != NOTHING


@lru_cache(maxsize=4096)
def _options(outcome: Outcome, otherwise: Outcome | None, lower: Lower, applies: Truth, excepted: Truth) -> Options:
    if applies is False:
        return NOTHING
    main: tuple[Outcome | None, Lower] = (outcome, lower)
    other = otherwise, _left_to_lower(outcome, otherwise, lower)
    options = {main, other} if excepted is None else {other} if excepted else {main}
    return frozenset(options) | NOTHING if applies is None else frozenset(options)


def _left_to_lower(outcome: Outcome, otherwise: Outcome | None, lower: Lower) -> Lower:
    """Which way lower law may go under the exception of a rule. One that bars or leaves a choice, and is open there, requires nothing."""
    if otherwise is None:
        return Lower.EITHER
    open_there = otherwise is Outcome.UNRESOLVED and outcome in {Outcome.MUST_NOT, Outcome.MAY}
    return Lower.NO_LAXER if open_there and lower is Lower.EITHER else lower


@lru_cache(maxsize=4096)
def _says(options: Options) -> Outcome:
    if len(options) > 1:
        return Outcome.UNKNOWN
    said = next(iter(options))[0]
    return said if said is not None else Outcome.SILENT


def outcome_of(standings: Iterable[RuleStanding], *, state_missing: bool = False) -> Outcome | None:
    """The one outcome the layers come to, or None where unknown facts leave more than one.

    With `state_missing` the state could say anything: its law is not in any pack.
    """
    found = {outcome for outcome, _ in _together(standings, state_missing)}
    return found.pop() if len(found) == 1 else None


def matters(one: RuleStanding, standings: Sequence[RuleStanding], *, state_missing: bool = False) -> bool:
    """Whether settling `one` in some way could settle or narrow the whole."""
    whole = _together(standings, state_missing)
    others = [each for each in standings if each is not one]
    layer = one.provision.layer
    return any(
        possible_together(_layers(others, state_missing, extra=(layer, frozenset({option})))) != whole
        for option in one.options
    )


def kind_of_open(
    standings: Sequence[RuleStanding], fact_open: Callable[[RuleStanding], bool], *, state_missing: bool = False
) -> Outcome:
    """Unknown where a fact is missing; unresolved where nothing but a question of law is open.

    `fact_open` says of a standing that is not firm whether any fact (not only a question of law) is open in it.
    """
    hanging = [each for each in standings if not each.firm and matters(each, standings, state_missing=state_missing)]
    only_law = bool(hanging) and not state_missing and not any(fact_open(each) for each in hanging)
    return Outcome.UNRESOLVED if only_law else Outcome.UNKNOWN


def controlling(
    standings: Sequence[RuleStanding], outcome: Outcome | None, *, state_missing: bool = False
) -> tuple[RuleStanding, ...]:
    """The provisions that carry `outcome` (None: those the open answer hangs on)."""
    speaking = [each for each in standings if each.speaks]
    if outcome is None:
        return tuple(
            each for each in speaking if not each.firm and matters(each, standings, state_missing=state_missing)
        )
    top = min((each.provision.layer for each in speaking if each.says is outcome), default=None)
    if outcome is Outcome.UNRESOLVED and top is None:
        return tuple(speaking)
    return tuple(each for each in speaking if each.says is outcome and each.provision.layer == top)


def _together(standings: Iterable[RuleStanding], state_missing: bool) -> frozenset[Choice]:
    return possible_together(_layers(standings, state_missing))


def _layers(
    standings: Iterable[RuleStanding], state_missing: bool, extra: tuple[Layer, Options] | None = None
) -> tuple[frozenset[Ways], ...]:
    by_layer: dict[Layer, list[Options]] = {extra[0]: [extra[1]]} if extra else {}
    for standing in standings:
        if (
            standing.options is not NOTHING
        ):  # what can say nothing changes no layer, and most rules say nothing of a case
            by_layer.setdefault(standing.provision.layer, []).append(standing.options)
    found = {layer: possible_in_layer(tuple(each)) for layer, each in by_layer.items()}
    if state_missing:
        found[Layer.STATE] = _ALL_FIRM
    return tuple(found[layer] for layer in sorted(found))
