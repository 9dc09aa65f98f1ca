"""The law packs Habeas ships, found in these folders: one an authority. A pack is data; nothing here decides.

A folder with a `rules.py` is an authority: `us/ca/los_angeles/` is us-ca-los-angeles, and the `PACK` in its `rules.py` is that pack. A
folder whose name Python keeps for itself ends with `_` (`us/or_/`). An `order.txt` names the rules in the order in which the pack is
hashed, where that is not the order of the statute in which they are written. `_unread/` in a state's folder holds what stands in a place
under that state of which no rule of its own was read. A `watch.toml` says why the law may have changed under a pack. A pack is
built when it is first asked for, so that a case pays for its own law alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module, resources
from importlib.resources.abc import Traversable

from habeas.law.model.expressions import Flag, WrongRuleError
from habeas.law.model.provision import DutyRule, Pack, Provision
from habeas.law.model.watching import watches_in

UNREAD = "_unread"
LOCAL_RULES = "agency.policy.local_rule_forbids"
"""The fact that stands for what a county's own rules say."""


class _Folders(Mapping[str, Pack]):
    """Packs by the id of their place, each built when it is first asked for."""

    def __init__(self, folders: Mapping[str, str]) -> None:
        self._folders = folders

    def __getitem__(self, place: str) -> Pack:
        return pack_in(self._folders[place])

    def __contains__(self, place: object) -> bool:
        return place in self._folders

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


@cache
def pack_in(folder: str) -> Pack:
    """The pack whose rules stand in the folder (a package's name). Raises WrongRuleError where it is called otherwise than its folder."""
    found = import_module(f"{folder}.rules").PACK
    place = place_in(folder)
    if not isinstance(found, Pack) or (found.id != place and not folder.endswith(UNREAD)):
        raise WrongRuleError(f"{folder}: rules.py holds no PACK with the id {place}")
    found = replace(found, watches=(*found.watches, *watches_in(folder)))
    order = resources.files(folder) / "order.txt"
    return as_hashed(found, order.read_text(encoding="utf-8").split()) if order.is_file() else found


def as_hashed(pack: Pack, order: Sequence[str]) -> Pack:
    """The pack with its rules in the `order` in which it is hashed; a rule that is not named there comes last, as written.

    Raises WrongRuleError where the order names a rule that the pack does not have.
    """
    strange = sorted(set(order) - {rule.id for rule in pack.rules})
    if strange:
        raise WrongRuleError(f"{pack.id}: order.txt names {', '.join(strange)}, which the pack does not have")
    rank = {name: number for number, name in enumerate(order)}
    provisions = sorted(pack.provisions, key=lambda rule: rank.get(rule.id, len(rank)))
    duty_rules = sorted(pack.duty_rules, key=lambda rule: rank.get(rule.id, len(rank)))
    return replace(pack, provisions=tuple(provisions), duty_rules=tuple(duty_rules))


def place_in(folder: str) -> str:
    """The id of the place for which the rules in a folder stand: `habeas.law.packs.us.ca.los_angeles` is us-ca-los-angeles."""
    below = folder.removeprefix(f"{__name__}.").removesuffix(f".{UNREAD}")
    return "-".join(part.rstrip("_").replace("_", "-") for part in below.split("."))


def _found(folder: Traversable, name: str) -> Iterator[str]:
    """The folders with rules in and below `folder`, whose package is `name`."""
    inside = sorted(folder.iterdir(), key=lambda each: each.name)
    if any(each.name == "rules.py" for each in inside):
        yield name
    for each in inside:
        if each.is_dir() and not each.name.startswith("__"):
            yield from _found(each, f"{name}.{each.name}")


_FOLDERS = tuple(_found(resources.files(__name__), __name__))

PACKS: Mapping[str, Pack] = _Folders({place_in(each): each for each in _FOLDERS if not each.endswith(UNREAD)})
"""Every pack by its jurisdiction."""

UNREAD_LOCAL: Mapping[str, Pack] = _Folders({place_in(each): each for each in _FOLDERS if each.endswith(UNREAD)})
"""For a state whose law turns on local rules: what stands in a place under it of which no rule of its own was read."""


def package_of(pack: str) -> str | None:
    """The package in which the rules of the pack called `pack` stand, None where there is no such pack."""
    for folder in _FOLDERS:
        if pack == (pack_in(folder).id if folder.endswith(UNREAD) else place_in(folder)):
            return folder
    return None


def as_written(pack: Pack) -> tuple[Provision | DutyRule, ...]:
    """The rules of a pack in the order of the statute, as its folder writes them; as they stand where no folder holds the pack."""
    folder = package_of(pack.id)
    if folder is None:
        return pack.rules
    order = {rule.id: number for number, rule in enumerate(import_module(f"{folder}.rules").PACK.rules)}
    return tuple(sorted(pack.rules, key=lambda rule: order.get(rule.id, len(order))))


def folder_of(pack: str) -> Traversable | None:
    """The folder in which the rules of the pack called `pack` stand, None where there is no such pack."""
    found = package_of(pack)
    return resources.files(found) if found else None


def asks_after_local_rules(rule: Provision) -> bool:
    """Whether the rule only asks what a county's own rules say; a finding of counsel that none forbids it closes the question."""
    return any(isinstance(part, Flag) and part.fact.key == LOCAL_RULES for part in rule.when.walk())


def with_unread(chain: Sequence[str], packs: tuple[Pack, ...]) -> tuple[Pack, ...]:
    """`packs` with the question after local rules, where a place (its `chain`, the highest first) lies under a state whose law turns on
    them and no pack speaks for anything below the state."""
    above = {pack.id for pack in packs}
    asks = (
        UNREAD_LOCAL[state]
        for state in UNREAD_LOCAL
        if state in above and chain[-1] != state and not above - {chain[0], state}
    )
    return (*packs, *asks)
