"""Strong Kleene logic: true, false, or None for unknown (S. C. Kleene, Introduction to Metamathematics, 1952, section 64)."""

from collections.abc import Iterable

Truth = bool | None


def kleene_and(values: Iterable[Truth]) -> Truth:
    """False if any is false, else unknown if any is unknown, else true."""
    result: Truth = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def kleene_or(values: Iterable[Truth]) -> Truth:
    """True if any is true, else unknown if any is unknown, else false."""
    result: Truth = False
    for value in values:
        if value is True:
            return True
        if value is None:
            result = None
    return result


def kleene_not(value: Truth) -> Truth:
    """The opposite; unknown stays unknown."""
    return None if value is None else not value
