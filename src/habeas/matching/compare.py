"""Two names held beside each other, part by part: what it is worth in bits, what to say of it, and what disagrees."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from rapidfuzz.distance import OSA

from habeas.matching.likelihood import Counts
from habeas.matching.names import NameParts, core
from habeas.matching.particles import parts_a_family
from habeas.matching.query import Known
from habeas.matching.similarity import Likeness, given_likeness, known_given_names, known_surnames, likeness
from habeas.matching.whole import Loose, disagreement, held_whole

COST = {
    Likeness.SAME: 0.0,
    Likeness.SPELLING: 5.0,
    Likeness.NICKNAME: 5.0,
    Likeness.SLIP: 8.0,
    Likeness.SOUND: 9.0,
    Likeness.ROUGH: 10.0,
    Likeness.FAINT: 11.0,
}
"""Bits that a word written otherwise costs: how seldom an office writes this name in just that way."""
ELSEWHERE = 2.0
"""A word found in another place of the name."""
RARE = 8.0
"""Bits of a middle name that fewer than one in 256 bear: beside it an initial is more than an initial."""
NOWHERE = 5.0
"""A family name on the paper that stands nowhere on record."""
LEFT_OUT = 1.5
"""A surname that one side leaves out."""
SWAPPED = 2.0
"""Family and given name in each other's box."""
ALIAS = 2.0
"""A name that is one of several the person goes by."""
MIDDLE_DIFFERS = -5.0
"""Another middle name, or a word on each side that the other lacks."""
DIFFERS = -12.0
"""A name that is another name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the name: bits for it, codes of what agrees or is missing, codes of what disagrees."""

    bits: float
    says: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """The best reading of two names."""

    family: Part
    given: Part
    middle: Part
    cost: float = 0.0
    says: tuple[str, ...] = ()

    @property
    def bits(self) -> float:
        """What the name as a whole is worth."""
        return self.family.bits + self.given.bits + self.middle.bits - self.cost

    @property
    def against(self) -> tuple[str, ...]:
        """What disagrees in the name."""
        return self.family.against + self.given.against + self.middle.against


FAR = "spelling_far"
"""Two spellings of a surname that have few letters in common."""
TELLING, TELLING_LETTERS = 8.0, 5
"""Bits and letters of a given name beside which such spellings are one surname."""
NO_NAME = NameEvidence(Part(0.0, ("family_missing",)), Part(0.0, ("given_missing",)), Part(0.0))


@dataclass(slots=True)
class _Best:
    """The reading found best so far, with the two names it reads."""

    found: NameEvidence
    names: tuple[NameParts, NameParts] = (NameParts(), NameParts())
    total: float = -1e9

    def offer(self, reading: NameEvidence, names: tuple[NameParts, NameParts]) -> None:
        """Take the reading if it agrees better than the best so far."""
        total = reading.bits
        if total > self.total:
            self.found, self.names, self.total = reading, names, total


def compare_names(asked: Known, held: Known, counts: Counts) -> NameEvidence:
    """Return the reading under which the two names agree best; names and aliases of both sides are tried, and swapped boxes."""
    own, best, crossed = _Best(NO_NAME), _Best(NO_NAME), _Best(NO_NAME)
    for (name, code), (other, held_code) in product(_all_names(asked), _all_names(held)):
        if parts_a_family(name, other) or parts_a_family(other, name):
            continue  # another of the readings keeps the family name whole
        codes = tuple(each for each in (code, held_code) if each)
        for way in _ways(name, other, counts):
            reading = replace(way, cost=way.cost + ALIAS * len(codes), says=way.says + codes) if codes else way
            best.offer(reading, (name, other))
            if not codes:
                own.offer(reading, (name, other))
            if reading.against:
                crossed.offer(reading, (name, other))
    whole = _whole(best, own, counts)
    # where the best reading is contradicted by the words it leaves over, one that says so itself may be the better of the two
    return crossed.found if whole is not best.found and crossed.total > whole.bits else whole


def _whole(best: _Best, own: _Best, counts: Counts) -> NameEvidence:
    """Hold the names beside each other whole: where each has a word the other does not explain, they disagree, whatever else agrees.

    A name that one also goes by explains no more words than it has: against the others the person's own name counts still.
    """
    found = best.found
    if found.against or found.bits <= 0:
        return found
    mine, theirs = _held_whole(best, counts)
    if "alias" in found.says and own.found.bits > 0 and not own.found.family.against + own.found.given.against:
        own_mine, own_theirs = _held_whole(own, counts)
        held_alias = best.names[1] != own.names[1]
        mine = mine.unless(own_mine) if held_alias else mine.also(own_mine)
        theirs = theirs.also(own_theirs) if held_alias else theirs.unless(own_theirs)
    code = disagreement(mine, theirs)
    return _contradicted(found, code) if code else found


def _contradicted(found: NameEvidence, code: str) -> NameEvidence:
    """The reading with what disagrees; a family name that nothing shares but a word of the middle box is another family name."""
    if "elsewhere" in found.family.says and code != "middle_differs":
        return replace(found, family=Part(found.family.bits, (), ("family_differs",)), middle=Part(MIDDLE_DIFFERS))
    return replace(found, middle=Part(MIDDLE_DIFFERS, (), (code,)))


def _held_whole(best: _Best, counts: Counts) -> tuple[Loose, Loose]:
    asked, held = best.names
    if "swapped" in best.found.says:
        asked = replace(asked, family=asked.given, given=asked.family)
    family, given = best.found.family.says, best.found.given.says
    alike = (bool(family) and "part" not in family, given[:1] != ("given_second",))
    return held_whole(asked, held, alike, counts)


def _all_names(known: Known) -> list[tuple[NameParts, str]]:
    own = [(name, "") for name in known.names]
    return own + [(name, "alias") for name in known.aliases]


def _ways(asked: NameParts, held: NameParts, counts: Counts) -> list[NameEvidence]:
    straight = _reading(asked, held, counts)
    if (
        not asked.given
        or not asked.family
        or (straight.family.says == ("same",) and straight.given.says[:1] == ("same",))
    ):
        return [straight]
    turned = NameParts(asked.given, asked.family, asked.middle, asked.suffix, asked.guessed)
    other = _reading(turned, held, counts)
    return [straight, NameEvidence(other.family, other.given, other.middle, SWAPPED, ("swapped",))]


def _reading(asked: NameParts, held: NameParts, counts: Counts) -> NameEvidence:
    family = _family(asked, held, counts)
    given = _given(asked, held, counts)
    if FAR in family.says and _tells(given, held):
        family = replace(family, says=tuple(code for code in family.says if code != FAR))
    return NameEvidence(family, given, _middle(asked, held, counts))


def _tells(given: Part, held: NameParts) -> bool:
    """Whether the given name is the same, long and seldom enough to say beside it that two spellings are one surname."""
    return given.says[:1] == ("same",) and given.bits >= TELLING and len("".join(held.given)) >= TELLING_LETTERS


def _family(asked: NameParts, held: NameParts, counts: Counts) -> Part:
    if not asked.family or not held.family:
        return Part(0.0, ("family_missing",))
    mine, theirs = core(asked.family), core(held.family)
    if "".join(mine) == "".join(theirs) or "".join(asked.family) == "".join(held.family):
        return Part(counts.family_bits(theirs), ("same",))
    glued = likeness("".join(asked.family), "".join(held.family))
    if glued <= Likeness.SLIP and min(len(mine), len(theirs)) == 1 and (asked.family, held.family) != (mine, theirs):
        return Part(counts.family_bits(theirs) - COST[glued], (glued.name.lower(),))
    aligned = _align(mine, theirs, counts)
    aligned = aligned or _joined_family(mine, theirs, counts) or _borrowed(asked, held, counts)
    if aligned is not None:
        return aligned
    far = likeness("".join(mine), "".join(theirs)) is not Likeness.OTHER
    return Part(DIFFERS / 2, (), ("family_faint",)) if far else Part(DIFFERS, (), ("family_differs",))


def _align(mine: tuple[str, ...], theirs: tuple[str, ...], counts: Counts) -> Part | None:
    """What two family names are worth word by word; a pair that is two surnames in use disagrees. None where no word is like another."""
    found = _aligned(mine, theirs, counts)
    pairs = _pairs(mine, theirs, likeness)
    two = any(_both_surnames(mine[one], theirs[other], alike, counts) for one, other, alike in pairs)
    return Part(found.bits, (), ("family_two_names",)) if found and two and not found.against else found


def _aligned(mine: tuple[str, ...], theirs: tuple[str, ...], counts: Counts) -> Part | None:
    pairs = _pairs(mine, theirs, likeness)
    if not pairs or (max(found for _, _, found in pairs) >= Likeness.ROUGH and _one_in_other(mine, theirs, counts)):
        return None
    bits = 0.0
    says = []
    for one, other, found in pairs:
        bits += _worth(counts.family_bits, mine[one], theirs[other], found)
        bits -= _two_names(mine[one], theirs[other], found, counts.family)
        bits -= ELSEWHERE if one != other else 0.0
        says += [found.name.lower()] if found else []
    left, rest = len(mine) - len(pairs), len(theirs) - len(pairs)
    if any(found is Likeness.FAINT for _, _, found in pairs):
        return _faint_family(mine, theirs, bits, counts) if len(pairs) == 1 and not (left and rest) else None
    if left and rest:
        return Part(bits - 6.0, (*says, "part"), ("second_family_differs",))
    if not left and not rest and len(pairs) == 1 and _another_surname(mine[0], theirs[0], pairs[0][2], counts):
        return Part(bits, (), ("family_faint",))
    if left or rest:
        second = any(one != other for one, other, _ in pairs)
        return Part(bits - LEFT_OUT, (*dict.fromkeys(says), "part", *(("second_family",) if second else ())))
    far = (FAR,) if any(_far(mine[one], theirs[other], found) for one, other, found in pairs) else ()
    return Part(bits, (*dict.fromkeys(says), *far) or ("same",))


def _far(one: str, other: str, found: Likeness) -> bool:
    """Whether two spellings have so few letters in common that they are as well two surnames (NG, WU; LEE, YI)."""
    return found is Likeness.SPELLING and 2 * OSA.distance(one, other) > max(len(one), len(other))


def _worth(bits: Callable[[tuple[str, ...]], float], one: str, other: str, found: Likeness) -> float:
    """What two words are worth that are alike: of a slip the rarer side counts, for either office may have made it."""
    worth = bits((one,))
    return (max(worth, bits((other,))) if found >= Likeness.SLIP else worth) - COST[found]


def _faint_family(mine: tuple[str, ...], theirs: tuple[str, ...], bits: float, counts: Counts) -> Part:
    """A word that nobody on the roster bears may be a name written twice wrong; a word that others bear is their name."""
    garbled = (
        counts.enough
        and len(mine) == len(theirs) == 1
        and (counts.family[mine[0]] == 0 or counts.family[theirs[0]] <= 1)
    )
    if not garbled:
        return Part(max(bits, DIFFERS), (), ("family_faint",))
    short = OSA.distance(mine[0], theirs[0], score_cutoff=1) <= 1
    return Part(bits, ("slip",) if short else ("family_faint",))


def _pairs(
    mine: tuple[str, ...], theirs: tuple[str, ...], like: Callable[[str, str], Likeness]
) -> list[tuple[int, int, Likeness]]:
    """The best pairing of words, the most alike first."""
    if len(mine) == len(theirs) == 1:
        only = like(mine[0], theirs[0])
        return [] if only is Likeness.OTHER else [(0, 0, only)]
    every = sorted(
        (found, abs(one - other), one, other)
        for one, other in product(range(len(mine)), range(len(theirs)))
        if (found := like(mine[one], theirs[other])) is not Likeness.OTHER
    )
    used: set[int] = set()
    taken: set[int] = set()
    pairs: list[tuple[int, int, Likeness]] = []
    for found, _, one, other in every:
        if one not in used and other not in taken:
            used.add(one)
            taken.add(other)
            pairs.append((one, other, found))
    return pairs


def _two_names(one: str, other: str, found: Likeness, table: Mapping[str, int]) -> float:
    """Extra cost where both words are names that people on the roster bear: two names that both exist are two names."""
    if found < Likeness.SLIP:
        return 0.0
    return 3.0 if table.get(one, 0) >= 3 and table.get(other, 0) >= 3 else 0.0


def _both_surnames(one: str, other: str, found: Likeness, counts: Counts) -> bool:
    """Whether two words that are alike are each a family name of its own (GARZA, GARCIA; ZHENG, ZHANG), by the list or by this roster."""
    usual = known_surnames()
    return found >= Likeness.SLIP and all(
        word in usual or (counts.enough and counts.family.get(word, 0) >= 3) for word in (one, other)
    )


def _another_surname(one: str, other: str, found: Likeness, counts: Counts) -> bool:
    """Whether a surname two letters or more away is one that others here bear: both exist (MENDEZ, MENDOZA)."""
    return (
        found >= Likeness.SOUND and min(counts.family.get(one, 0), counts.family.get(other, 0)) >= 1 and counts.enough
    )


def _joined_family(mine: tuple[str, ...], theirs: tuple[str, ...], counts: Counts) -> Part | None:
    """Surnames written together on one side: GARCIALOPEZ beside GARCIA LOPEZ, or beside GARCIA alone."""
    one, other = "".join(mine), "".join(theirs)
    found = likeness(one, other)
    if found <= Likeness.ROUGH and len(mine) + len(theirs) > 2:
        return Part(counts.family_bits(theirs) - COST[found], (found.name.lower(),))
    short, rest = _written_together(mine, theirs)
    if not short:
        return None
    return Part(counts.family_bits((short,)) - 4.0, ("part" if counts.family.get(rest, 0) else "rough",))


def _one_in_other(mine: tuple[str, ...], theirs: tuple[str, ...], counts: Counts) -> str:
    """The surname that the other side has written together with a second one, as GARCIA in GARCIALOPEZ; empty where there is none.

    What is left must be a surname too: LINDEMANN is not LIND and another.
    """
    short, rest = _written_together(mine, theirs)
    return short if counts.family.get(rest, 0) else ""


def _written_together(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, str]:
    """The shorter name and what the longer has before or behind it; both empty where it is no part of it."""
    short, long = sorted(("".join(mine), "".join(theirs)), key=len)
    if min(len(mine), len(theirs)) > 1 or len(short) < 4 or len(long) - len(short) < 3:
        return "", ""
    rest = long.removeprefix(short) if long.startswith(short) else long.removesuffix(short)
    return (short, rest) if rest != long else ("", "")


def _borrowed(asked: NameParts, held: NameParts, counts: Counts) -> Part | None:
    """The surname in the middle box of the other side, as where the mother's name is asked and the father's stands first.

    Where only the paper's middle name is on record and its family name is nowhere there, that speaks against it.
    """
    tries = ((core(asked.family), core(held.middle), 0.0), (core(asked.middle), core(held.family), NOWHERE))
    for one, other, less in tries:
        if not one or not other:
            continue
        pairs = [
            each
            for each in _pairs(one, other, likeness)
            if each[2] <= Likeness.SLIP and not _both_surnames(one[each[0]], other[each[1]], each[2], counts)
        ]
        if pairs and len(other[pairs[0][1]]) > 2:
            best = pairs[0]
            bits = counts.family_bits((one[best[0]],)) - COST[best[2]] - 2 * ELSEWHERE - less
            return Part(bits, ("part", "elsewhere"))
    return None


def _given(asked: NameParts, held: NameParts, counts: Counts) -> Part:
    mine, theirs = asked.given, held.given
    if not mine or not theirs:
        return Part(0.0, ("given_missing",))
    whole = _joined_given(asked, held, counts)
    if whole is not None:
        return whole
    one, other = mine[0], theirs[0]
    found = given_likeness(one, other)
    if found is not Likeness.SAME and min(len(one), len(other)) == 1:
        return _initial(one, other)
    if found >= Likeness.FAINT:
        return _given_elsewhere(asked, held, counts, found)
    bits = _worth(counts.given_bits, one, other, found)
    if found >= Likeness.SLIP and _both_names(one, other, counts):
        return Part(bits - 5.0, (), ("given_two_names",))
    return _second_given(Part(bits, (found.name.lower(),)), asked, held, counts)


def _joined_given(asked: NameParts, held: NameParts, counts: Counts) -> Part | None:
    """Given names that are the same when written together: JIN HWAN, JIN-HWAN, JINHWAN."""
    mine, theirs = "".join(asked.given), "".join(held.given)
    same = mine == theirs
    together = len(min(mine, theirs, key=len)) > 2 and (
        mine == theirs + "".join(held.middle) or mine + "".join(asked.middle) == theirs
    )
    if not same and not together:
        return None
    words = max((asked.given, held.given), key=len)
    return Part(counts.given_bits(words if len(words) > 1 else (words[0],)), ("same",))


def _initial(one: str, other: str) -> Part:
    if one[0] == other[0]:
        return Part(3.0, ("given_initial",))
    return Part(DIFFERS, (), ("given_differs",))


def _both_names(one: str, other: str, counts: Counts) -> bool:
    usual = known_given_names()
    return all(counts.given.get(word, 0) >= 3 or word in usual for word in (one, other))


def _given_elsewhere(asked: NameParts, held: NameParts, counts: Counts, found: Likeness) -> Part:
    """The given name may be the other's second one, a part of it, or both written together with a slip."""
    mine, theirs = "".join(asked.given), "".join(held.given)
    second = _second_as_first(asked, held) or _second_as_first(held, asked)
    if second:
        return Part(counts.given_bits((second,)) - 5.0, ("given_second",))
    whole = likeness(mine, theirs)
    if len(mine) > 5 and whole <= Likeness.SOUND:
        return Part(_worth(counts.given_bits, asked.given[0], held.given[0], whole), ("slip",))
    short, long = sorted((mine, theirs), key=len)
    if len(short) >= 2 and long.startswith(short):
        return Part(min(counts.given_bits((short,)), counts.given_bits((long,))) - 5.0, ("given_part",))
    if Likeness.FAINT in {found, whole}:
        return _faint_given(asked, held, counts)
    return Part(DIFFERS, (), ("given_differs",))


def _faint_given(asked: NameParts, held: NameParts, counts: Counts) -> Part:
    """As for family names: what is a name of its own is no slip of another."""
    one, other = asked.given[0], held.given[0]
    usual = known_given_names()
    garbled = (counts.given[one] == 0 and one not in usual) or (counts.given[other] <= 1 and other not in usual)
    if garbled and counts.enough:
        return Part(counts.given_bits((one,)) - COST[Likeness.FAINT], ("given_faint",))
    return Part(DIFFERS / 2, (), ("given_faint",))


def _second_as_first(one: NameParts, other: NameParts) -> str:
    """The given name of `one` where `other` has it in second place and `one` has nothing that speaks against the first."""
    seconds = other.given[1:] + other.middle
    if not seconds:
        return ""
    word = one.given[0]
    alike = any(len(each) > 2 and given_likeness(word, each) <= Likeness.SLIP for each in seconds)
    rest = set(one.given[1:] + one.middle) - {*seconds, *other.family, other.given[0]}
    return word if alike and not rest else ""


def _second_given(part: Part, asked: NameParts, held: NameParts, counts: Counts) -> Part:
    """Second given names, where both sides have one in the given box, or one of them in the middle box."""
    if len(asked.given) < 2 or len(held.given) < 2:
        return _second_in_middle(part, asked, held)
    one, other = asked.given[1], held.given[1]
    if min(len(one), len(other)) == 1:
        return part if one[0] == other[0] else Part(part.bits - 5.0, part.says, ("second_given_differs",))
    found = given_likeness(one, other)
    if found is Likeness.OTHER:
        return Part(part.bits - 5.0, part.says, ("second_given_differs",))
    return Part(part.bits + max(0.0, counts.given_bits((one,)) - COST[found]), part.says)


def _second_in_middle(part: Part, asked: NameParts, held: NameParts) -> Part:
    """A second given name held against the other side's middle name, for offices part the two boxes otherwise."""
    one, other = (asked, held) if len(asked.given) > 1 else (held, asked)
    if len(one.given) < 2:
        return part
    if not other.middle:
        return Part(part.bits, (*part.says, "given_more"), part.against)
    mine, theirs = {*one.given[1:], *one.middle}, {*other.middle}
    alike = any(
        a[0] == b[0] if min(len(a), len(b)) == 1 else given_likeness(a, b) < Likeness.FAINT
        for a, b in product(mine, theirs)
    )
    if alike or theirs & {*one.family, one.given[0]} or mine & set(other.family):
        return part
    return Part(part.bits - 5.0, part.says, (*part.against, "second_given_differs"))


def _of_the_given(one: NameParts, other: NameParts) -> bool:
    """Whether the first middle name of `one` is a part of the given name of `other`, which writes both as one (ABDUL RAHMAN)."""
    return "".join((*one.given, one.middle[0])) == "".join(other.given)


def _middle(asked: NameParts, held: NameParts, counts: Counts) -> Part:
    if not asked.middle or not held.middle or _of_the_given(asked, held) or _of_the_given(held, asked):
        return Part(0.0)
    if "".join(asked.middle) == "".join(held.middle):
        worth = counts.given_bits(held.middle)
        rare = ("middle_rare",) if counts.enough and worth >= RARE else ()
        return Part(min(5.0, worth), ("middle", *rare))
    one, other = asked.middle[0], held.middle[0]
    if min(len(one), len(other)) == 1:
        return Part(2.5, ("middle_initial",)) if one[0] == other[0] else Part(-5.0, (), ("middle_differs",))
    mine, theirs = core(asked.middle), core(held.middle)
    if any(given_likeness(a, b) is not Likeness.OTHER for a, b in product(mine, theirs)):
        return Part(1.0, ("middle",))
    if set(asked.middle) & {*held.given, *held.family} or set(held.middle) & {*asked.given, *asked.family}:
        return Part(0.0)
    return Part(-5.0, (), ("middle_differs",))
