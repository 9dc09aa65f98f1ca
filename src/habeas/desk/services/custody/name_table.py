"""Everybody's names, folded, for a search by words: accents, case, apostrophes and hyphens count for nothing, aliases count.

Pure: it reads no database. The folding is the matcher's own, so that a search finds whom the matcher finds.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from habeas.matching.names import SUFFIXES, core, tokens
from habeas.matching.similarity import Likeness, given_likeness, written_also
from habeas.roster.records import Person

WORTH_COMPARING = 0.7
"""Words less alike than this (Jaro-Winkler) are not compared more closely."""


class NameTable:
    """Each word of a name with whom it stands for, and the order in which people are shown: those in custody first, then by name."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._own: list[frozenset[str]] = []
        self._keys: dict[str, tuple[bool, str, str, str]] = {}
        self._words: dict[str, array[int]] = {}
        self._rank: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, person: Person, *, left: bool = False) -> None:
        """Take a person in, with the names they also go by; `left`: they are known to have left."""
        self._rank.clear()
        number = len(self._ids)
        self._ids.append(person.person_id)
        self._own.append(frozenset((*core(tokens(person.family_name or "")), *tokens(person.given_name or "")[:1])))
        self._keys[person.person_id] = (left, person.family_name or "", person.given_name or "", person.person_id)
        for word in words_of(person):
            self._words.setdefault(word, array("I")).append(number)

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Person numbers in the order in which people are shown; somebody not in the table comes last."""
        if not self._rank:
            self._rank.update(
                {each: place for place, each in enumerate(sorted(self._keys, key=self._keys.__getitem__))}
            )
        last = len(self._rank)
        return sorted(ids, key=lambda each: (self._rank.get(each, last), each))

    def holding(self, text: str) -> set[str]:
        """The numbers of the people in whose names every word of `text` stands, in any order; a part of a word is enough."""
        return self._named(
            {number for word, people in self._words.items() if asked in word for number in people}
            for asked in asked_words(text)
        )

    def bearing(self, text: str) -> set[str]:
        """As `holding`, and each word must be a whole word of the name."""
        return self._named(set(self._words.get(asked, ())) for asked in asked_words(text))

    def alike(self, text: str) -> set[str]:
        """The numbers of the people in whose names every word of `text` stands, or one spelled nearly as it is."""
        return self._named(
            {number for word in self._alike(asked) for number in self._words[word]} for asked in asked_words(text)
        )

    def within(self, text: str) -> set[str]:
        """The numbers of the people whose family name and given name both stand in `text`, which may say more."""
        asked = set(tokens(text.replace(",", " ")))
        some = {number for word in asked for number in self._words.get(word, ())}
        return {self._ids[number] for number in some if len(self._own[number]) > 1 and self._own[number] <= asked}

    def _alike(self, asked: str) -> set[str]:
        close = process.extract(
            asked, list(self._words), scorer=JaroWinkler.similarity, score_cutoff=WORTH_COMPARING, limit=None
        )
        found = {word for word, _, _ in close if given_likeness(asked, word) <= Likeness.ROUGH}
        return found | {word for word in written_also(asked) if word in self._words}

    def _named(self, groups: Iterable[set[int]]) -> set[str]:
        found = list(groups)
        return {self._ids[number] for number in set.intersection(*found)} if found else set()


def words_of(person: Person) -> set[str]:
    """The folded words of a person's names, and each name of several words written together (DELACRUZ, GARCIALOPEZ)."""
    boxes = [person.family_name, person.given_name, person.middle_name, person.suffix, *person.aliases]
    parted = [tokens(box) for box in boxes if box]
    return {word for box in parted for word in (*box, *_together(box))}


def asked_words(text: str) -> Sequence[str]:
    """The folded words that a name must hold: a comma parts words, and small words (de, la, van) or Jr. are not asked for."""
    words = core(tokens(text.replace(",", " ")))
    return tuple(word for word in words if word not in SUFFIXES) or words


def _together(box: tuple[str, ...]) -> list[str]:
    pairs = [one + other for one, other in pairwise(box)]
    return [*pairs, "".join(box)] if len(box) > 1 else []
