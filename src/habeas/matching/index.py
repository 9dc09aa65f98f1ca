"""The roster made ready, and one query answered: none, one or ambiguous, each candidate with its reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from habeas.matching.blocks import MOST_AGAIN, Blocks, gives_one_name, keys, lone_keys, number_keys
from habeas.matching.decide import Weighed, decide, look_again
from habeas.matching.evidence import weigh
from habeas.matching.likelihood import Counts
from habeas.matching.names import NameParts, aliases, parts, readings
from habeas.matching.query import IDENTIFIERS, Known, Match, Query, known_query, number, sex_code
from habeas.roster.records import Person
from habeas.roster.tally import in_custody

Never = Mapping[str, frozenset[str]]
"""Query number -> person numbers that a human has said are never meant by it."""


class Index:
    """The people in custody, ready to be asked. Built once for a roster; a query changes nothing in it."""

    def __init__(self, ids: list[str], packed: list[str], blocks: Blocks, counts: Counts) -> None:
        self._ids = ids
        self._packed = packed
        self._blocks = blocks
        self._counts = counts

    def __len__(self) -> int:
        return len(self._ids)

    @classmethod
    def build(cls, people: Iterable[Person], as_of: date | None = None) -> "Index":
        """Make the index of everybody in custody on `as_of` (None: not released). The order of `people` changes no answer."""
        return cls._build(person for person in people if any(in_custody(each, as_of) for each in person.bookings))

    @classmethod
    def of_known_custody(cls, people: Iterable[Person]) -> "Index":
        """Make the index of people who are known to be in custody; their bookings are not asked again."""
        return cls._build(people)

    @classmethod
    def _build(cls, people: Iterable[Person]) -> "Index":
        counts = Counts()
        ids: list[str] = []
        packed: list[str] = []
        blocks = Blocks(_take_in(people, ids, packed, counts))
        return cls(ids, packed, blocks, counts)

    def match(self, query: Query, never: frozenset[str] = frozenset()) -> Match:
        """Say who is meant. `never` are person numbers a human has ruled out for this query."""
        asked = known_query(query)
        pointed = {each for key in number_keys(asked) for each in self._blocks.of(key)}
        found = self._blocks.gather(keys(asked) | (lone_keys(asked) if gives_one_name(asked) else set()), self._ids)
        answer = decide(query, self._weighed(asked, found | pointed, never), self._counts.doubt)
        if answer.candidates:
            return answer
        wide = self._blocks.gather(keys(asked) | lone_keys(asked), self._ids, MOST_AGAIN)
        return look_again(query, self._weighed(asked, wide, never), self._counts.doubt)

    def _weighed(self, asked: Known, people: set[int], never: frozenset[str]) -> list[Weighed]:
        return [
            Weighed(self._ids[each], asked, held, weigh(asked, held, self._counts))
            for each in sorted(people)
            if self._ids[each] not in never
            for held in (unpack(self._packed[each]),)
        ]


def _take_in(people: Iterable[Person], ids: list[str], packed: list[str], counts: Counts) -> Iterable[Iterable[str]]:
    for person in people:
        known = known_person(person)
        ids.append(person.person_id)
        packed.append(pack(known))
        counts.add(known)
        yield [*keys(known), *lone_keys(known), *number_keys(known)]


def known_person(person: Person) -> Known:
    """Make a person of the roster ready for comparing; a booking number of any of the bookings counts."""
    found: dict[str, tuple[str, ...]] = {
        kind: (number(kind, getattr(person, kind) or ""),) for kind in IDENTIFIERS if kind != "booking_id"
    }
    found["booking_id"] = tuple(number("booking_id", each.booking_id) for each in person.bookings)
    numbers = {kind: kept for kind, each in found.items() if (kept := tuple(filter(None, each)))}
    born = person.date_of_birth.isoformat() if _could_be(person) and person.date_of_birth else ""
    return Known(_names(person), aliases(person.aliases), born, sex_code(person.sex or ""), numbers)


def _names(person: Person) -> tuple[NameParts, ...]:
    """The person's name; a whole name that stands in the family box, with a comma or without a given name, is read as one."""
    family, given = person.family_name or "", person.given_name or ""
    boxed = parts(family, given, person.middle_name or "", person.suffix or "")
    if given.strip() or len(boxed.family) < 2:
        return (boxed,)
    whole = tuple(replace(each, suffix=each.suffix or boxed.suffix) for each in readings(family))
    return whole if "," in family else (boxed, *whole)


def _could_be(person: Person) -> bool:
    """Whether the birth date on record can be one: of somebody who was booked before it, it says nothing."""
    booked = [each.booked_at.date() for each in person.bookings if each.booked_at]
    return not (person.date_of_birth and booked and person.date_of_birth >= min(booked))


_FIELD, _ITEM, _WORD, _GUESSED = "\x1f", "\x1e", " ", "?"


def pack(known: Known) -> str:
    """Write a person as one line of text: a million people must fit in memory."""
    names = _ITEM.join(_pack_name(name) for name in known.names)
    others = _ITEM.join(_pack_name(name) for name in known.aliases)
    numbers = _ITEM.join(f"{kind}={each}" for kind, found in known.numbers.items() for each in found)
    return _FIELD.join((names, others, known.born, known.sex, numbers))


def _pack_name(name: NameParts) -> str:
    boxes = (_WORD.join(name.family), _WORD.join(name.given), _WORD.join(name.middle), name.suffix)
    return "/".join((*boxes, _GUESSED)) if name.guessed else "/".join(boxes)


@lru_cache(1 << 15)
def unpack(line: str) -> Known:
    """Read a person back from its line."""
    names, others, born, sex, numbers = line.split(_FIELD)
    found: dict[str, tuple[str, ...]] = {}
    for each in filter(None, numbers.split(_ITEM)):
        kind, _, value = each.partition("=")
        found[kind] = (*found.get(kind, ()), value)
    return Known(_unpack_names(names), _unpack_names(others), born, sex, found)


def _unpack_names(text: str) -> tuple[NameParts, ...]:
    boxes = (each.split("/") for each in text.split(_ITEM) if each)
    return tuple(
        NameParts(tuple(f.split()), tuple(g.split()), tuple(m.split()), suffix, bool(guessed))
        for f, g, m, suffix, *guessed in boxes
    )
