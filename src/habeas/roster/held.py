"""What the rows so far say of bookings and people; packed small where a file is only counted."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from habeas.roster.records import Charge

HOT = 2_000
"""How many bookings and people stay open: rows of one stand together in nearly every export."""
MOST_SAME = 100_000
"""How many different values are kept to be used again."""
_NUMBERS = frozenset({"booking_id", "person_id"})
_Kept = TypeVar("_Kept")


@dataclass(slots=True)
class Held:
    """What the rows so far say of one booking or person: each value, and the text it was read from."""

    values: dict[str, Any] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Building:
    """A booking being gathered, with where it was first met, its charges, and why its release is unknown though written."""

    held: Held
    where: str
    charges: list[Charge] = field(default_factory=list)
    release_said: str = ""


class OwnersValues(Mapping[str, Mapping[str, Any]]):
    """Of a booking's number what is known of its person."""

    def __init__(self, people: Mapping[str, Held], owners: Mapping[str, str]) -> None:
        """`owners`: booking to person."""
        self._people, self._owners = people, owners

    def __getitem__(self, number: str) -> dict[str, Any]:
        return self._people[self._owners[number]].values

    def __iter__(self) -> Iterator[str]:
        return iter(self._owners)

    def __len__(self) -> int:
        return len(self._owners)


class LeanCharges:
    """Charges with nothing but what tells a charge from a hold and what is counted, one for all that are alike."""

    def __init__(self) -> None:
        """None was met yet."""
        self._same: dict[tuple[str | None, str | None, str | None, bool], Charge] = {}

    def of(self, charge: Charge) -> Charge:
        """The charge without the rest."""
        key = (charge.statute, charge.description, charge.grade, charge.named_hold)
        found = self._same.get(key)
        if found is None:
            if len(self._same) > MOST_SAME:
                self._same.clear()
            statute, description, grade, hold = key
            made = Charge(statute=statute, description=description, grade=grade, named_hold=hold)
            found = self._same[key] = made
        return found


class _Lost(dict[str, str]):
    """Texts that were let go: each reads as empty."""

    def __missing__(self, name: str) -> str:
        return ""


class Packed(MutableMapping[str, _Kept], Generic[_Kept]):
    """A mapping whose values are packed as soon as enough others were used: the same values, in the same order."""

    def __init__(self, pack: Callable[[_Kept], tuple[Any, ...]], unpack: Callable[[tuple[Any, ...]], _Kept]) -> None:
        """`pack` and `unpack` undo one another, but for texts that a check never shows."""
        self._pack, self._unpack = pack, unpack
        self._all: dict[str, Any] = {}
        self._hot: dict[str, _Kept] = {}
        self._settled = False

    def settle(self) -> None:
        """From now on values are only looked at: none is kept open."""
        for each in [*self._hot]:
            self._all[each] = self._pack(self._hot.pop(each))
        self._settled = True

    def __getitem__(self, key: str) -> _Kept:
        found = self._hot.get(key)
        if found is None:
            found = self._unpack(self._all[key])
            if not self._settled:
                self._open(key, found)
        return found

    def __setitem__(self, key: str, value: _Kept) -> None:
        self._all.setdefault(key, None)
        self._open(key, value)

    def _open(self, key: str, value: _Kept) -> None:
        self._hot[key] = value
        if len(self._hot) > HOT:
            for each in [*self._hot][: HOT // 2]:
                self._all[each] = self._pack(self._hot.pop(each))

    def __delitem__(self, key: str) -> None:
        del self._all[key]
        self._hot.pop(key, None)

    def __contains__(self, key: object) -> bool:
        return key in self._all

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class Packing:
    """How bookings and people are packed: the names of their values once for all, and equal values once for all."""

    def __init__(self) -> None:
        """Nothing was packed yet."""
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._same: dict[Any, Any] = {}

    def people(self) -> Packed[Held]:
        """An empty mapping of people."""
        return Packed(self._of_held, _held)

    def bookings(self) -> Packed[Building]:
        """An empty mapping of bookings."""
        return Packed(self._of_building, _building)

    def _of_held(self, held: Held) -> tuple[Any, ...]:
        names = tuple(held.values)
        values = (each if name in _NUMBERS else self._once(each) for name, each in held.values.items())
        return (self._names.setdefault(names, names), *values)

    def _of_building(self, found: Building) -> tuple[Any, ...]:
        return (found.where, found.release_said, tuple(found.charges), *self._of_held(found.held))

    def _once(self, value: Any) -> Any:
        if isinstance(value, datetime):
            return value
        if len(self._same) > MOST_SAME:
            self._same.clear()
        return self._same.setdefault(value, value)


def _held(packed: tuple[Any, ...]) -> Held:
    return Held(dict(zip(packed[0], packed[1:], strict=True)), _Lost())


def _building(packed: tuple[Any, ...]) -> Building:
    return Building(_held(packed[3:]), packed[0], [*packed[2]], packed[1])
