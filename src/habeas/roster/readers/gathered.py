"""Labels with their values, one record after the other, as a list of objects: where a record begins, and what repeats within it."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

Pair = tuple[str, Any]
"""A label, and its text or the rows of a table under it."""
RECORDS, HEAD = "records", "head"
"""Where the objects stand in the document, and what stands outside of all of them."""
_LEAST_KEYS, _SHARE = 3, 0.4
"""How many different labels a record has at the least, and which share of all of them."""
_NUMBERED = re.compile(r"([A-Za-z].{2,}?)[ _#-]*([1-9]\d?)(\D*)")
_PACKED = "|~^\t"
_LONGEST_KEY = 60


def key_of(text: str) -> str:
    """A label as a key that a path can name: no dots, no square brackets, one blank between words."""
    plain = text.replace(".", "").replace("[", "(").replace("]", ")").replace("*", "")
    return " ".join(plain.split()).strip(" :=#-")[:_LONGEST_KEY] or "#text"


def gathered(pairs: Iterable[Pair]) -> dict[str, Any]:
    """The document: a list of records, each begun by the label that opens the first; nothing where no label opens two of them."""
    told = _unnumbered([(key_of(label), value) for label, value in pairs])
    opening = _opening([key for key, _ in told])
    if not opening:
        return {}
    head, blocks = _blocks(told, opening)
    packed = _packed(told)
    groups = _groups(blocks)
    made = [_record(each, groups, packed) for each in blocks]
    return {**({HEAD: dict(head)} if head else {}), RECORDS: made}


def _unnumbered(pairs: list[Pair]) -> list[Pair]:
    """`Charge 1`, `Charge 2` as one label that stands twice, where the number is all that tells the labels apart."""
    numbers: dict[str, set[str]] = {}
    for key, _ in pairs:
        if found := _NUMBERED.fullmatch(key):
            numbers.setdefault(found[1] + found[3], set()).add(found[2])
    several = {base for base, there in numbers.items() if len(there) > 1 and "1" in there}

    def plain(key: str) -> str:
        found = _NUMBERED.fullmatch(key)
        return key_of(found[1] + found[3]) if found and found[1] + found[3] in several else key

    return [(plain(key), value) for key, value in pairs]


def _opening(keys: list[str]) -> str:
    """The label that opens a record: the first of those that cut the labels into the most blocks of several labels."""
    counts = Counter(keys)
    often = [key for key in dict.fromkeys(keys) if counts[key] > 1 and key != "#text"]
    least = max(_LEAST_KEYS, _SHARE * len(often))
    worth = {key: _full_blocks(keys, key, least) for key in often}
    most = max(worth.values(), default=0)
    return next((key for key in often if most > 1 and worth[key] >= 0.9 * most), "")


def _full_blocks(keys: list[str], opening: str, least: float) -> int:
    """How many blocks of so many different labels begin with one label."""
    places = [*(place for place, key in enumerate(keys) if key == opening), len(keys)]
    return sum(len({*keys[at:end]}) >= least for at, end in itertools.pairwise(places))


def _blocks(pairs: list[Pair], opening: str) -> tuple[list[Pair], list[list[Pair]]]:
    """What stands outside the records, and the records; a label that stands once only, at the end, is of no record."""
    once = {key for key, count in Counter(key for key, _ in pairs).items() if count == 1}
    end = len(pairs)
    while end and pairs[end - 1][0] in once:
        end -= 1
    places = [*(place for place, (key, _) in enumerate(pairs[:end]) if key == opening), end]
    blocks = [pairs[at:to] for at, to in itertools.pairwise(places)]
    return [*pairs[: places[0]], *pairs[end:]], blocks


def _groups(blocks: list[list[Pair]]) -> dict[str, tuple[str, ...]]:
    """Of each label that stands several times in a record, those that belong together: never twice without the first between."""
    repeated: dict[str, None] = {}
    for block in blocks:
        repeated.update((key, None) for key, count in Counter(key for key, _ in block).items() if count > 1)
    left, groups = [*repeated], dict[str, tuple[str, ...]]()
    sequences = [[key for key, _ in block] for block in blocks]
    left.sort(key=lambda key: next(place for each in sequences if key in each for place in (each.index(key),)))
    while left:
        first, *others = left
        group = (first, *(each for each in others if _goes_with(first, each, sequences)))
        groups |= dict.fromkeys(group, group)
        left = [each for each in left if each not in group]
    return groups


def _goes_with(first: str, other: str, sequences: list[list[str]]) -> bool:
    """Whether a label stands at most once behind each of another, and never without it."""
    for keys in sequences:
        open_ = False
        for key in keys:
            if key == other and not open_:
                return False
            open_ = key == first or (open_ and key != other)
    return True


def _packed(pairs: list[Pair]) -> dict[str, str]:
    """Labels whose texts are cells of their own (`2903.13(A)|ASSAULT|M1`), each with the mark between them."""
    texts: dict[str, list[str]] = {}
    for key, value in pairs:
        texts.setdefault(key, []).extend([value] if isinstance(value, str) and value else [])
    return {
        key: mark
        for key, each in texts.items()
        for mark in _PACKED
        if each and len({text.count(mark) for text in each}) == 1 and mark in each[0]
    }


def _record(block: list[Pair], groups: dict[str, tuple[str, ...]], packed: dict[str, str]) -> dict[str, Any]:
    """One record as an object; labels that repeat are lists of objects, those that go together in one."""
    made: dict[str, Any] = {}
    for key, value in block:
        group = groups.get(key, ())
        if isinstance(value, list):
            made.setdefault(key, []).extend(value)
        elif len(group) > 1:
            _into(made.setdefault(" + ".join(group[:4]), []), group[0], key, value)
        elif key in packed:
            made.setdefault(key, []).extend(_cells(value, packed[key]))
        elif group:
            made.setdefault(key, []).extend([{key: value}] if value else [])
        elif key not in made:
            made[key] = value
    return made


def _into(objects: list[dict[str, str]], first: str, key: str, value: str) -> None:
    """Put a value into the last object of a list, or, where the first label opens one, into a new one."""
    if key == first or not objects:
        objects.append({})
    objects[-1][key] = value


def _cells(value: str, mark: str) -> Iterator[dict[str, str]]:
    """The cells of a text as an object whose keys are their places."""
    if value:
        yield {f"cell {place}": cell.strip() for place, cell in enumerate(value.split(mark), start=1)}
