"""Two names held beside each other whole: the words of each that no word of the other explains, and whether both sides have some."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, product

from habeas.matching.likelihood import Counts
from habeas.matching.names import NAMES_TOO, PARTICLES, NameParts, core
from habeas.matching.similarity import Likeness, given_likeness, known_given_names, likeness

LONGEST_RUN = 3
"""Words that one office writes together and the other apart: ABD AL RAHMAN, ABDULRAHMAN."""
SHORT = 2
"""Letters of a word that may stand for a longer one: an initial, or MA for MARIA."""
USUAL = 3
"""People who bear a word, from which on it is a name of its own and no slip of another."""


class _Side:
    """One name as two rows of words without the small ones, and which of them the other name explains."""

    def __init__(self, name: NameParts) -> None:
        self.name = name
        self.family = core(name.family)
        self.given = (*core(name.given), *core(name.middle))
        self.written = (*name.given, *name.middle, *name.family)
        if name.guessed:
            self.given += tuple(word for word in self.written if word in NAMES_TOO and word not in self.given)
        self.told: set[tuple[bool, int]] = set()
        self.lent: list[str] = []
        """Words of the given and middle boxes that are family names on the other side."""

    @property
    def open(self) -> list[tuple[bool, int, str]]:
        """The words not yet explained: whether it is a family name, where it stands, the word."""
        rows = [(True, at, word) for at, word in enumerate(self.family)]
        rows += [(False, at, word) for at, word in enumerate(self.given)]
        return [row for row in rows if row[:2] not in self.told]

    def explain_by(self, other: "_Side") -> None:
        """Small words that the other side has too, and initials of a word that it has, are explained."""
        for family, at, word in self.open:
            small = word in NAMES_TOO and word in other.written
            first = (
                len(word) == 1 and (not family or self.name.guessed) and any(each[0] == word for each in other.written)
            )
            if small or first:
                self.told.add((family, at))


@dataclass(frozen=True, slots=True)
class Loose:
    """What one side has and the other lacks: a further given or middle name, a surname before the shared one, one after it."""

    given: bool = False
    before: bool = False
    after: bool = False

    @property
    def any(self) -> bool:
        """Whether there is such a word at all."""
        return self.given or self.before or self.after

    def also(self, other: "Loose") -> "Loose":
        """What is loose in either of two names that one person goes by."""
        return Loose(self.given or other.given, self.before or other.before, self.after or other.after)

    def unless(self, other: "Loose") -> "Loose":
        """What is loose beside one name of the other side and beside its second one too."""
        return Loose(self.given and other.given, self.before and other.before, self.after and other.after)


def held_whole(asked: NameParts, held: NameParts, alike: tuple[bool, bool], counts: Counts) -> tuple[Loose, Loose]:
    """The words of the paper that the record does not explain, and those of the record that the paper does not.

    `alike` says of the family names as a whole, and of the first given names, that they were found to be one name.
    """
    mine, theirs = _Side(asked), _Side(held)
    _as_found(mine, theirs, alike)
    if mine.open or theirs.open:
        _pair(mine, theirs, counts)
        _runs(mine, theirs)
        _runs(theirs, mine)
        mine.explain_by(theirs)
        theirs.explain_by(mine)
    return _loose(mine, theirs, counts), _loose(theirs, mine, counts)


def disagreement(mine: Loose, theirs: Loose) -> str:
    """The code of what disagrees where each side has a word that the other does not explain; empty where one lacks a word alone.

    A second surname on one side and a second given name on the other are no contradiction, where it is sure that it is a surname.
    """
    if not (mine.any and theirs.any):
        return ""
    if mine.given and theirs.given:
        return "middle_differs"
    if not (mine.given or theirs.given):
        return "second_family_differs"
    surname = theirs if mine.given else mine
    return "names_differ" if surname.before else ""


def _as_found(mine: _Side, theirs: _Side, alike: tuple[bool, bool]) -> None:
    for side, other in ((mine, theirs), (theirs, mine)):
        if alike[0]:
            side.told.update((True, at) for at in range(len(side.family)))
        if alike[1]:
            side.told.add((False, 0))
            side.told.update((False, at) for at in _as_one(side.given, "".join(other.name.given)))


def _as_one(words: tuple[str, ...], written: str) -> range:
    """The places of the first words that the other office writes as one: ABDUL RAHMAN beside ABDULRAHMAN."""
    long = next((count for count in range(2, LONGEST_RUN + 1) if "".join(words[:count]) == written), 0)
    return range(long if long <= len(words) else 0)


def _pair(mine: _Side, theirs: _Side, counts: Counts) -> None:
    """Pair the words that are one name, each once: the most alike first, in its own place before another."""
    every = sorted(
        (found, one[0] != other[0], abs(one[1] - other[1]), one, other)
        for one, other in product(mine.open, theirs.open)
        if (found := _one_name(one, other, (mine.name.guessed, theirs.name.guessed), counts)) is not Likeness.OTHER
    )
    for _, _, _, one, other in every:
        if one[:2] not in mine.told and other[:2] not in theirs.told:
            mine.told.add(one[:2])
            theirs.told.add(other[:2])
            mine.lent += [one[2]] if other[0] and not one[0] else []
            theirs.lent += [other[2]] if one[0] and not other[0] else []


def _one_name(
    one: tuple[bool, int, str], other: tuple[bool, int, str], guessed: tuple[bool, bool], counts: Counts
) -> Likeness:
    """How alike two words are, OTHER where they are two names: also two that both exist and differ by a letter."""
    mine, theirs = one[2], other[2]
    if one[0] and other[0]:
        found = likeness(mine, theirs)
        return found if found <= Likeness.ROUGH else Likeness.OTHER
    short, long = sorted((mine, theirs), key=len)
    if len(short) <= SHORT:
        may_be_given = (not one[0] or guessed[0]) and (not other[0] or guessed[1])
        whole = long.startswith(short) and may_be_given
        return Likeness.SAME if short == long else Likeness.NICKNAME if whole else Likeness.OTHER
    found = given_likeness(mine, theirs)
    if found >= Likeness.SLIP and all(_usual(word, counts) for word in (mine, theirs)):
        return Likeness.OTHER
    return found if found <= Likeness.ROUGH else Likeness.OTHER


def _usual(word: str, counts: Counts) -> bool:
    return word in known_given_names() or counts.given.get(word, 0) >= USUAL


def _runs(apart: _Side, together: _Side) -> None:
    """Words that `apart` writes one by one and `together` as one: JIN HWAN, JINHWAN; DE LA CRUZ, DELACRUZ."""
    for row in together.open:
        for start, run in _written(apart.name):
            if likeness("".join(run), row[2]) <= Likeness.SLIP:
                together.told.add(row[:2])
                _tell(apart, start, run)
                break


def _written(name: NameParts) -> Iterable[tuple[bool | None, tuple[str, ...]]]:
    """Every run of words in a box (family or not), and over the middle and the family box (None)."""
    rows = ((True, name.family), (False, (*name.given, *name.middle)), (None, (*name.middle, *name.family)))
    for family, words in rows:
        for length in range(2, LONGEST_RUN + 1):
            for at in range(len(words) - length + 1):
                yield family, words[at : at + length]


def _tell(side: _Side, family: bool | None, run: tuple[str, ...]) -> None:
    if family is not True:
        side.told.update((False, at) for at, word in enumerate(side.given) if word in run)
    if family is not False:
        side.told.update((True, at) for at, word in enumerate(side.family) if word in run)


def _small_ones(side: _Side, other: _Side) -> bool:
    """Whether a name that nothing parts has a small word that the other lacks, and not in its family name written together either.

    AL or E may be a middle name as well: beside a record of JOHN PETER SMITHERS, JOHN AL SMITHERS is somebody else's name.
    """
    if not side.name.guessed:
        return False
    family, last = "".join(other.name.family), side.written[-1]
    initials = {word[0] for word in other.given if len(word) > 1}
    small = [
        pair
        for pair in pairwise(side.written)
        if pair[0] in PARTICLES and pair[0] not in other.written and pair[0] not in initials
    ]
    return any(word + after not in family for word, after in small) or (last in PARTICLES and last not in other.written)


def _loose(side: _Side, other: _Side, counts: Counts) -> Loose:
    given = any(not family for family, _, _ in side.open) or _small_ones(side, other)
    surnames = [at for family, at, _ in side.open if family]
    shared = [at for at in range(len(side.family)) if at not in surnames]
    before = [at for at in surnames if not shared or at < shared[0]]
    after = [at for at in surnames if at not in before]
    if not side.name.guessed:
        # the other office's family name stands in the middle box here: where it is a surname, the one in the family box comes second
        second = not shared and any(_surname(word, counts) for word in side.lent)
        return Loose(given, bool(before) and not second, bool(after) or (second and bool(before)))
    # nothing parts the words: one before the shared surname may be a middle name, and so may any that few here bear as a surname
    surely = all(_surname(side.family[at], counts) for at in after)
    return Loose(given or bool(before) or not surely, False, bool(after) and surely)


def _surname(word: str, counts: Counts) -> bool:
    """Whether more people here bear the word as a family name than as a given one."""
    return counts.family.get(word, 0) > counts.given.get(word, 0)
