"""Who is worth comparing: people who share a number, a date, or the sound of two names with the query, found without reading everybody."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import numpy as np

from habeas.matching.names import NameParts, core
from habeas.matching.query import Known
from habeas.matching.similarity import sound

MOST = 700
"""People compared for one query; the smallest groups come first, and a group that no longer fits is left out."""

MOST_AGAIN = 3_000
"""People compared at a second look, where nobody was found at the first."""


def number_keys(known: Known) -> list[str]:
    """Keys of the numbers: always looked up over the whole roster."""
    return [f"#{kind}:{each}" for kind, numbers in known.numbers.items() for each in numbers]


def lone_keys(known: Known) -> set[str]:
    """Keys of single words, for a query that gives one name alone; every record has them."""
    words = {word for name in (*known.names, *known.aliases) for word in (*core(name.family)[:2], *name.given[:1])}
    return {f"w{word}" for word in words}


def gives_one_name(known: Known) -> bool:
    """Whether there is no pair of family and given name to look for."""
    return not any(name.family and name.given for name in (*known.names, *known.aliases))


def keys(known: Known) -> set[str]:
    """Keys of the date and of the names; two records are compared where they share one."""
    found: set[str] = set()
    born = known.born
    if born:
        month, day = sorted((born[5:7], born[8:]))
        found |= {f"d{born}", f"s{born[:4]}{month}{day}"}
    for name in (*known.names, *known.aliases):
        found.update(_name_keys(name, born))
    return found


def _name_keys(name: NameParts, born: str) -> Iterator[str]:
    family = _words(core(name.family), 3)
    given = _words((*name.given, *name.middle[:1]), 3)
    for one, other in product(family, given):
        yield _pair("n", sound(one), sound(other))
        yield _pair("p", one[:4], other[:4])
    yield _pair("j", "".join(name.family), "".join(name.given))
    if born:
        for word in (*family[:2], *given[:2]):
            yield f"y{word[:4]}{born[:4]}"
            yield f"m{word[:4]}{born[5:]}"


def _words(words: tuple[str, ...], most: int) -> list[str]:
    found = list(words[:most])
    if len(words) > 1:
        found.append("".join(words[:2]))
    return found


def _pair(kind: str, one: str, other: str) -> str:
    return f"{kind}{min(one, other)}|{max(one, other)}"


class Blocks:
    """Groups of people by key, in two flat arrays: a million people take about a quarter of a gigabyte."""

    def __init__(self, people: Iterable[Iterable[str]]) -> None:
        hashes, owners = array("q"), array("I")
        for owner, each in enumerate(people):
            found = [hash(key) for key in each]
            hashes.extend(found)
            owners.extend([owner] * len(found))
        order = np.argsort(np.frombuffer(hashes, dtype=np.int64), kind="stable") if hashes else np.empty(0, np.int64)
        self._hashes = np.frombuffer(hashes, dtype=np.int64)[order] if hashes else np.empty(0, np.int64)
        self._owners = np.frombuffer(owners, dtype=np.uint32)[order] if hashes else np.empty(0, np.uint32)

    def of(self, key: str) -> Sequence[int]:
        """The people who have the key."""
        code = hash(key)
        start = np.searchsorted(self._hashes, code, side="left")
        end = np.searchsorted(self._hashes, code, side="right")
        found: list[int] = self._owners[start:end].tolist()
        return found

    def gather(self, wanted: Iterable[str], ids: Sequence[str], most: int = MOST) -> set[int]:
        """The people of the smallest groups, at most `most` of them; of one too large alone, the first by their number (`ids`)."""
        groups = sorted(
            ((len(group), key, group) for key in wanted if (group := self.of(key))), key=lambda each: each[:2]
        )
        found: set[int] = set()
        for size, _, group in groups:
            if found and len(found) + size > most:
                break
            found.update(group if size <= most else sorted(group, key=ids.__getitem__)[:most])
        return found
