"""How much agreement is worth, in bits: one bit doubles the odds that both papers speak of one person.

A name that many on the roster bear says little, a rare one much: the counts come from the roster itself, each person once.
"""

import math
from collections import Counter
from collections.abc import Iterable

from habeas.matching.query import Known

DAYS = 14_000
"""Birth dates that are about equally likely among grown people; a date that the roster holds more often counts for less."""
LONG = 5_000
"""People from which on a roster's own share of a birth date is trusted."""


class Counts:
    """How often each name, date and sex stands on the roster."""

    def __init__(self) -> None:
        self.people = 0
        self.family: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.dates: Counter[str] = Counter()
        self.sexes: Counter[str] = Counter()

    def add(self, person: Known) -> None:
        """Count one person, once."""
        self.people += 1
        for name in person.names[:1]:
            self.family.update(set(name.family))
            self.given.update({*name.given, *name.middle})
        self.dates[person.born] += 1
        self.sexes[person.sex] += 1

    @property
    def enough(self) -> bool:
        """Whether the roster is long enough to say of a word that nobody bears it."""
        return self.people >= 1_000

    def family_bits(self, words: Iterable[str]) -> float:
        """What it is worth that a stranger would bear these family names too; at most 20 bits."""
        return min(20.0, sum(self._bits(self.family, word) for word in words))

    def given_bits(self, words: Iterable[str]) -> float:
        """What it is worth that a stranger would bear these given names too; at most 16 bits."""
        return min(16.0, sum(self._bits(self.given, word) for word in words))

    def date_bits(self, born: str) -> float:
        """What an equal birth date is worth: less for a date many have, as 1 January of a year."""
        share = max(1 / DAYS, (self.dates[born] - 1) / max(LONG, self.people))
        return -math.log2(share)

    def sex_bits(self, sex: str) -> float:
        """What an equal sex is worth."""
        return -math.log2((self.sexes[sex] + 1) / (self.people + 2))

    @property
    def doubt(self) -> float:
        """The bits that must be overcome because so many other people are on the list."""
        return math.log2(self.people + 1)

    def _bits(self, table: Counter[str], word: str) -> float:
        # a short roster knows little of how rare a name is: it is counted as if a few hundred others stood on it
        others = max(20, 500 - self.people // 10)
        return max(1.0, min(14.0, math.log2((self.people + others) / (table[word] + 0.7))))
