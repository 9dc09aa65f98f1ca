"""How provisions combine: first those of one layer, then the layers, the higher above the lower.

| one layer says | it comes to |
|---|---|
| nothing | silent |
| must and must_not | unresolved |
| must_not, with or without may | must_not |
| must, with or without may | must |
| may | may |

| higher | lower | together |
|---|---|---|
| must, must_not | anything | the higher |
| silent | anything | the lower |
| may | silent, may | may |
| unresolved | anything | what every way out comes to, if they all come to the same; else unresolved |
| may | must, must_not | the lower, unless the higher says which way the lower may not go: then unresolved |

An open question has ways out: one that says that the lower may only be stricter could bar, leave a choice or say nothing, and never
require; one that says that the lower may not be stricter could leave a choice or say nothing. Any other is taken to come out in any way.
Each way is followed through the layer and all layers under it; so a county's firm no stands under an open question that could at most
bar the same, and does not where it could open it.

Where a provision is unknown every outcome it could have is tried; only if all come to the same is the answer firm.
"""

from collections.abc import Iterable
from functools import lru_cache

from habeas.law.model.vocabulary import Lower, Outcome

Choice = tuple[Outcome, Lower]

Ways = frozenset[Choice]
"""What something comes to in each way that what it leaves open may come out; one choice where nothing is open."""

_WAYS: dict[Choice, Ways] = {
    (Outcome.UNRESOLVED, Lower.NO_LAXER): frozenset(
        (each, Lower.EITHER) for each in (Outcome.MUST_NOT, Outcome.MAY, Outcome.SILENT)
    ),
    (Outcome.UNRESOLVED, Lower.NO_STRICTER): frozenset(
        {(Outcome.MAY, Lower.NO_STRICTER), (Outcome.SILENT, Lower.EITHER)}
    ),
}
"""The ways out of an open question, by the way in which it lets lower law go; another stays open whatever stands beside and under it."""
_FORBIDDEN: dict[Lower, Outcome | None] = {
    Lower.EITHER: None,
    Lower.NO_STRICTER: Outcome.MUST_NOT,
    Lower.NO_LAXER: Outcome.MUST,
}


def settle(outcomes: Iterable[Outcome]) -> Outcome:
    """Return what provisions of one layer with these outcomes come to."""
    found = frozenset(outcomes)
    if Outcome.UNRESOLVED in found or {Outcome.MUST, Outcome.MUST_NOT} <= found:
        return Outcome.UNRESOLVED
    for outcome in (Outcome.MUST_NOT, Outcome.MUST, Outcome.MAY):
        if outcome in found:
            return outcome
    return Outcome.SILENT


def stack(higher: Choice, lower: Choice) -> Choice:
    """Return what a higher layer and a lower one come to together."""
    if higher[0] is Outcome.SILENT:
        return lower
    if higher[0] is not Outcome.MAY or lower[0] is Outcome.SILENT:
        return higher
    if lower[0] is _FORBIDDEN[higher[1]]:
        return Outcome.UNRESOLVED, higher[1]
    if lower[0] is Outcome.MAY:
        return Outcome.MAY, lower[1] if higher[1] is Lower.EITHER else higher[1]
    return lower


def ways_of(choice: Choice) -> Ways:
    """Return every way in which `choice` may come out: itself, where it is no open question."""
    return _WAYS.get(choice, frozenset({choice}))


@lru_cache(maxsize=65536)
def possible_in_layer(each: tuple[frozenset[tuple[Outcome | None, Lower]], ...]) -> frozenset[Ways]:
    """Return everything one layer could come to, given what each of its provisions could say (None: nothing)."""
    states: frozenset[frozenset[Choice]] = frozenset({frozenset()})
    for options in each:
        states = frozenset(
            state | {(outcome, lower)} if outcome is not None else state
            for state in states
            for outcome, lower in options
        )
    return frozenset(_ways_of_layer(state) for state in states)


@lru_cache(maxsize=65536)
def possible_together(layers: tuple[frozenset[Ways], ...]) -> frozenset[Choice]:
    """Return every outcome the layers could come to, the highest first in `layers`."""
    together: frozenset[Ways] = frozenset({frozenset({(Outcome.SILENT, Lower.EITHER)})})
    for layer in layers:
        together = frozenset(_through(higher, lower) for higher in together for lower in layer)
    return frozenset(_same(ways) for ways in together)


def _through(higher: Ways, lower: Ways) -> Ways:
    return frozenset(stack(each, under) for each in higher for under in lower)


def _same(ways: Ways) -> Choice:
    """What all ways come to; open where they do not come to the same."""
    if len({outcome for outcome, _ in ways}) > 1:
        return Outcome.UNRESOLVED, Lower.EITHER
    return next(iter(ways)) if len(ways) == 1 else (next(iter(ways))[0], Lower.EITHER)


def _ways_of_layer(said: frozenset[Choice]) -> Ways:
    """Every way in which one layer may come out, with each of its open questions settled in each of its ways."""
    settled: frozenset[frozenset[Choice]] = frozenset({frozenset()})
    for choice in said:
        settled = frozenset(state | {way} for state in settled for way in ways_of(choice))
    return frozenset(_as_choice(state) for state in settled)


def _as_choice(state: frozenset[Choice]) -> Choice:
    outcome = settle(each for each, _ in state)
    if outcome is Outcome.UNRESOLVED:
        return outcome, Lower.EITHER
    directions = sorted({lower for each, lower in state if each is outcome and lower is not Lower.EITHER})
    return outcome, directions[0] if directions else Lower.EITHER
