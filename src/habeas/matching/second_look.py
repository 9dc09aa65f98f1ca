"""A second look where nobody fits: one cell of the paper may be wrong, and nobody in custody is "not here" because of one bad cell."""

from habeas.matching.compare import Part
from habeas.matching.evidence import Evidence
from habeas.matching.names import NameParts
from habeas.matching.query import Known
from habeas.matching.similarity import Likeness, likeness

SAME = frozenset({"same", "spelling", "nickname"})
"""How a part of a name is written that is the same name."""
ALIKE = SAME | {
    "slip",
    "sound",
    "rough",
    "given_faint",
    "family_faint",
    "family_two_names",
    "given_initial",
    "given_part",
}
"""How it is written where a slip may have made another of it."""


def all_but_one(asked: Known, held: Known, evidence: Evidence) -> bool:
    """Whether two of family name, given name and birth date are the same, so that the third may be the bad cell.

    Where there is no birth date to compare, the one name is the same and the other alike.
    """
    family, given = evidence.name.family, evidence.name.given
    dated = evidence.date == "same"
    if dated and any(_written_in_one(each, other) for each in asked.names for other in held.names):
        return True
    same = [_of(part, SAME) and not part.against for part in (family, given)]
    if sum((dated, *same)) >= 2:
        return True
    return evidence.date == "missing" and any(same) and _of(family, ALIKE) and _of(given, ALIKE)


def _of(part: Part, words: frozenset[str]) -> bool:
    said = part.says or part.against
    return bool(said) and said[0] in words


def _written_in_one(asked: NameParts, held: NameParts) -> bool:
    """Whether the paper's one word is the given and the family name written together, whatever their order and however short."""
    words = (*asked.given, *asked.family)
    if len(words) != 1 or not held.given or not held.family:
        return False
    given, family = "".join(held.given), "".join(held.family)
    ways = {given + family, family + given, held.given[0] + held.family[0], held.family[0] + held.given[0]}
    return any(likeness(words[0], way) <= Likeness.SLIP for way in ways)
