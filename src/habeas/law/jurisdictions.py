"""Which packs a place stands under: the path `us-ca-los-angeles` is federal law, California's, and the county's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from habeas.law.packs import PACKS
from habeas.law.provision import DutyRule, Pack, Provision
from habeas.law.words import Act
from habeas.plain.canonical import sha256_of
from habeas.plain.errors import BadInputError

_PATH = re.compile(r"us(-[a-z]{2}(-[a-z]+)*)?")
_POLICIES: dict[str, Pack] = {}
"""Policies loaded in this process, by hash: a place with one is written `us-ca-kern@<hash>`."""
_KEPT: dict[str, tuple[Pack, ...]] = {}
"""Whole laws read back from what was kept with a decision, by hash: a place under one is written in the same way."""


def with_policy(place: str, pack: Pack) -> str:
    """Return the path of `place` with the policy `pack` in force; the same policy gives the same path."""
    name = pack.sha256()[:16]
    _POLICIES[name] = pack
    return f"{place}@{name}"


def under(place: str, packs: tuple[Pack, ...]) -> str:
    """Return the path of `place` under exactly `packs`, the highest first, whatever the program's own packs say by now."""
    name = sha256_of([pack.sha256() for pack in packs])[:16]
    _KEPT[name] = packs
    return f"{place}@{name}"


def without_policy(path: str) -> str:
    """The place alone."""
    return path.partition("@")[0]


@dataclass(frozen=True)
class Jurisdiction:
    """The packs that govern a place, the highest first, and what Habeas does not have."""

    path: str
    packs: tuple[Pack, ...]
    state_missing: bool = False
    warnings: tuple[str, ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()
    """Each pack's id and SHA-256."""

    def rules_on(self, act: Act, day: date) -> tuple[Provision, ...]:
        """The provisions on `act` in force on `day`, in the order of the packs."""
        return _rules_on(self.path, act, day)

    def duty_rules(self, day: date) -> Iterator[DutyRule]:
        """The rules that lay duties whatever is decided, in force on `day`."""
        return (rule for pack in self.packs for rule in pack.duty_rules if rule.effective.holds_on(day))

    def change_dates(self, act: Act) -> frozenset[date]:
        """Every day on which a provision on `act` begins or ends."""
        return _change_dates(self.path, act)


@cache
def resolve(path: str) -> Jurisdiction:
    """Return the packs for `path`. A county without a pack stands on its state's law and says so.

    Raises BadInputError for a path that is not written as one.
    """
    place, _, name = path.partition("@")
    if not _PATH.fullmatch(place) or (name and name not in _POLICIES and name not in _KEPT):
        raise BadInputError(
            f'jurisdiction "{path[:60]}" is not a place Habeas reads: write it like us-ca or us-ca-los-angeles.'
        )
    names = _names(place)
    packs = _KEPT[name] if name in _KEPT else _present(names) + ((_POLICIES[name],) if name else ())
    known = {pack.id: pack for pack in packs}
    state_missing = len(names) > 1 and names[1] not in known
    hashes = tuple((pack.id, pack.sha256()) for pack in packs)
    return Jurisdiction(path, packs, state_missing, tuple(_warnings(names, known, state_missing)), hashes)


def _present(names: list[str]) -> tuple[Pack, ...]:
    return tuple(PACKS[name] for name in names if name in PACKS)


@lru_cache(maxsize=4096)
def _rules_on(path: str, act: Act, day: date) -> tuple[Provision, ...]:
    return tuple(rule for pack in resolve(path).packs for rule in pack.in_force(act, day))


@lru_cache(maxsize=4096)
def _change_dates(path: str, act: Act) -> frozenset[date]:
    rules = [rule for pack in resolve(path).packs for rule in pack.provisions if act in rule.acts]
    ends = [day for rule in rules for day in (rule.effective.start, rule.effective.end)]
    return frozenset(day for day in ends if day is not None)


def _names(path: str) -> list[str]:
    parts = path.split("-")
    whole = ["us"] + (["us-" + parts[1]] if len(parts) > 1 else [])
    return whole + ([path] if len(parts) > 2 else [])


def _warnings(names: list[str], known: Mapping[str, Pack], state_missing: bool) -> Iterator[str]:
    if state_missing:
        yield f"Habeas has no law pack for {names[1]}: what does the law of that state say?"
    elif len(names) > 2 and names[2] not in known:
        yield f"Habeas has no law pack for {names[2]}: this answer rests on {names[1]} and federal law alone."
    elif len(names) > 2 and not known[names[2]].rules:
        yield from (
            f"{known[names[2]].title} stands on {names[1]} law alone. {note.sentence}" for note in known[names[2]].notes
        )
