"""Which files of a package go out: a signed letter in place of the one that was shown before the signature."""

from collections.abc import Iterable

OUT, SIGNED = "outgoing/", "signed/"
PARTS = "internal/letter.json"
"""The letter in its parts, from which it is drawn again with whoever signs it."""


def leaving(paths: Iterable[str]) -> frozenset[str]:
    """Of the paths of a package those that go out."""
    known = frozenset(paths)
    signed = {each for each in known if each.startswith(SIGNED)}
    replaced = {OUT + name_of(each) for each in signed}
    return frozenset({each for each in known if each.startswith(OUT)} - replaced | signed)


def name_of(path: str) -> str:
    """The name under which a file leaves."""
    return path.removeprefix(OUT).removeprefix(SIGNED)
