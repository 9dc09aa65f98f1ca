"""Whether a condition could be true of a person about whom nothing is known.

Facts of the request and the agency may come out either way; facts of the person, the custody and the charges are
unknown. Each condition gets the set of values it could then have; the sets are widened, never narrowed, so a rule
that could reach an unknown person is never missed.
"""

from collections.abc import Callable, Iterable
from itertools import product

from habeas.law.model import expressions as x
from habeas.law.model.kleene import Truth, kleene_and, kleene_not, kleene_or

Values = frozenset[Truth]

EITHER: Values = frozenset({True, False})
UNKNOWN: Values = frozenset({None})


def could_hold_of_anyone(condition: x.Expression) -> bool:
    """Return whether `condition` can be true while nothing is known of the person."""
    return True in _values(condition)


def _values(e: x.Expression) -> Values:
    if isinstance(e, x.Constant):
        return frozenset({e.value})
    if isinstance(e, x.All):
        return _combined(kleene_and, e.of)
    if isinstance(e, x.Any_):
        return _combined(kleene_or, e.of)
    if type(e) in _ONE_PART:
        return frozenset(_ONE_PART[type(e)](value) for value in _values(e.parts()[0]))
    return UNKNOWN if x.speaks_of_person(e) else EITHER


_ONE_PART: dict[type, Callable[[Truth], Truth]] = {
    x.Item: lambda value: value,
    x.Not: kleene_not,
    x.OnRecord: lambda value: value is True,
    x.AskCounsel: lambda value: False if value is False else None,
}
"""What a condition around one other makes of its value."""


def _combined(join: Callable[[Iterable[Truth]], Truth], parts: tuple[x.Expression, ...]) -> Values:
    found: Values = _values(parts[0])
    for part in parts[1:]:
        found = frozenset(join(pair) for pair in product(found, _values(part)))
    return found
