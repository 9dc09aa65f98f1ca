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
| must, must_not, unresolved | anything | the higher |
| silent | anything | the lower |
| may | silent, may | may |
| unresolved, where the higher says that the lower may only be stricter | must_not | the lower: what the higher leaves open is barred |
| unresolved, where the higher says that the lower may not be stricter | must, may of all lower layers | the lower: it is opened |
| may | must, must_not | the lower, unless the higher says which way the lower may not go: then unresolved |

Where a provision is unknown every outcome it could have is tried; only if all come to the same is the answer firm.
"""

from collections.abc import Iterable
from functools import lru_cache

from habeas.law.model.vocabulary import Lower, Outcome

Possible = frozenset[Outcome]
Choice = tuple[Outcome, Lower]

_OPENS = frozenset({Outcome.MUST, Outcome.MAY})
_LEFT_TO_LOWER: Choice = (Outcome.UNRESOLVED, Lower.NO_STRICTER)
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
    if higher == (Outcome.UNRESOLVED, Lower.NO_LAXER) and lower[0] is Outcome.MUST_NOT:
        return lower
    if higher[0] is not Outcome.MAY or lower[0] is Outcome.SILENT:
        return higher
    if lower[0] is _FORBIDDEN[higher[1]]:
        return Outcome.UNRESOLVED, higher[1]
    if lower[0] is Outcome.MAY:
        return Outcome.MAY, lower[1] if higher[1] is Lower.EITHER else higher[1]
    return lower


@lru_cache(maxsize=65536)
def possible_in_layer(each: tuple[frozenset[tuple[Outcome | None, Lower]], ...]) -> frozenset[Choice]:
    """Return every outcome one layer could come to, given what each of its provisions could say (None: nothing)."""
    states: frozenset[frozenset[tuple[Outcome, Lower]]] = frozenset({frozenset()})
    for options in each:
        states = frozenset(
            state | {(outcome, lower)} if outcome is not None else state
            for state in states
            for outcome, lower in options
        )
    return frozenset(_as_choice(state) for state in states)


@lru_cache(maxsize=65536)
def possible_together(layers: tuple[frozenset[Choice], ...]) -> frozenset[Choice]:
    """Return every outcome the layers could come to, the highest first in `layers`."""
    together: frozenset[Choice] = frozenset({(Outcome.SILENT, Lower.EITHER)})
    opened: frozenset[Choice] = frozenset()
    for number, layer in enumerate(layers, 1):
        if _LEFT_TO_LOWER in layer:
            opened |= {stack(high, low) for high in together for low in _opened(possible_together(layers[number:]))}
        together = frozenset(stack(high, low) for high in together for low in layer if low != _LEFT_TO_LOWER)
    return together | opened


def _opened(lower: frozenset[Choice]) -> frozenset[Choice]:
    """What an open question comes to that all the layers under it may open together, and none may close."""
    return frozenset(each if each[0] in _OPENS else (Outcome.UNRESOLVED, Lower.EITHER) for each in lower)


def _as_choice(state: frozenset[tuple[Outcome, Lower]]) -> Choice:
    outcome = settle(each for each, _ in state)
    if outcome is Outcome.UNRESOLVED:
        ways = {lower for each, lower in state if each is outcome}
        for way, against in ((Lower.NO_LAXER, Outcome.MUST), (Lower.NO_STRICTER, Outcome.MUST_NOT)):
            if ways == {way} and all(each is not against for each, _ in state):
                return outcome, way
        return outcome, Lower.EITHER
    directions = sorted({lower for each, lower in state if each is outcome and lower is not Lower.EITHER})
    return outcome, directions[0] if directions else Lower.EITHER
