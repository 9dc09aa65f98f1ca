"""Small words before a family name in a name that nothing parts: they belong to it where the other side has them there."""

from itertools import pairwise

from habeas.matching.names import PARTICLES, NameParts, core
from habeas.matching.similarity import Likeness, likeness


def parts_a_family(guessed: NameParts, other: NameParts) -> bool:
    """Whether this reading cuts a family name that `other` has whole, between a small word and what follows it.

    `Karim Al Haddad` can be read with a middle name *Al*; beside a record of AL-HADDAD it is none. A small word that the record
    does not have before that name may be a middle name, and is left where it stands.
    """
    if not (guessed.guessed and guessed.middle and guessed.family and other.family) or _two_loose_ends(guessed, other):
        return False
    small = guessed.middle[-1]
    return small in PARTICLES and _stands_before(small, guessed.family[0], other.family)


def _two_loose_ends(one: NameParts, other: NameParts) -> bool:
    """Whether the given name is written otherwise and the other side has several names more: too little is left to settle the reading."""
    return one.given[:1] != other.given[:1] and len(core((*other.given[1:], *other.middle))) > 1


def _stands_before(small: str, word: str, family: tuple[str, ...]) -> bool:
    return any(one == small and likeness(word, next_one) is not Likeness.OTHER for one, next_one in pairwise(family))
