"""Which packs a place stands under: federal law, its state's, its county's and its city's, as the table of places says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.law.model.provision import DutyRule, Pack, Provision
from habeas.law.model.vocabulary import Act
from habeas.law.packs import PACKS, asks_after_local_rules, with_unread
from habeas.places.table import Place, place_of

_POLICIES: dict[str, Pack] = {}
"""Policies loaded in this process, by hash: a place with one is written `us-ca-kern@<hash>`."""
POLICY = ".policy"
"""How the id of the pack of a county's own policy file ends."""
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
    place: Place
    without_pack: tuple[Place, ...] = ()
    """The place itself and those above it that have no pack, the highest first."""
    state_missing: bool = False
    warnings: tuple[str, ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()
    """Each pack's id and SHA-256."""

    def rules_on(self, act: Act, day: date) -> tuple[Provision, ...]:
        """The provisions on `act` in force on `day`, in the order of the packs.

        The question after local rules is closed by a finding that answers it, and by a rule of the county's own policy on that act.
        """
        return _rules_on(self.path, act, day)

    @property
    def states_without_pack(self) -> frozenset[str]:
        """The id of the state where its law is in no pack; nothing where it is."""
        return frozenset({self.place.state.id} if self.state_missing and self.place.state else ())

    def may_have_changed(self, acts: frozenset[Act], day: date) -> Iterator[str]:
        """Why the law on these acts may have changed, in sentences."""
        for watch in (watch for pack in self.packs for watch in pack.watches if watch.touches(acts, day)):
            yield f"The law may have changed. {watch.sentence} [{watch.citation}]"

    def lapsed(self, acts: frozenset[Act], day: date) -> Iterator[str]:
        """The findings of counsel on these acts whose review day has passed, in sentences."""
        for rule in (rule for pack in self.packs for rule in pack.provisions if rule.answers):
            end = rule.effective.end
            if end is not None and end <= day and not acts.isdisjoint(rule.acts):
                last = end - timedelta(days=1)
                yield f"{rule.source.citation}: it was to be reviewed by {last} and does not count any more."

    def duty_rules(self, day: date) -> Iterator[DutyRule]:
        """The rules that lay duties whatever is decided, in force on `day`."""
        return (rule for pack in self.packs for rule in pack.duty_rules if rule.effective.holds_on(day))

    def change_dates(self, act: Act) -> frozenset[date]:
        """Every day on which a provision on `act` begins or ends."""
        return _change_dates(self.path, act)


@cache
def resolve(path: str) -> Jurisdiction:
    """Return the packs for `path`: a city stands under its county's law, a county under its state's. A level without a pack says so.

    Raises BadInputError for a place that is not in the table, with near spellings.
    """
    name, _, law = path.partition("@")
    place = place_of(name)
    if law and law not in _POLICIES and law not in _KEPT:
        raise BadInputError(f'jurisdiction "{path[:60]}" is not a place Habeas reads: no such policy is loaded.')
    own = _present(place) + ((_POLICIES[law],) if law in _POLICIES else ())
    packs = _KEPT[law] if law in _KEPT else _with_unread(place, own)
    known = {pack.id: pack for pack in packs}
    missing = tuple(each for each in place.chain if each.id not in known)
    state_missing = place.state in missing
    hashes = tuple((pack.id, pack.sha256()) for pack in packs)
    return Jurisdiction(path, packs, place, missing, state_missing, tuple(_warnings(place, known)), hashes)


def _with_unread(place: Place, own: tuple[Pack, ...]) -> tuple[Pack, ...]:
    """The packs with the question after local rules, act by act: a finding or a policy on an act closes it for that act alone."""
    speak = tuple(pack for pack in own if pack.id in PACKS)
    asks = with_unread([each.id for each in place.chain], speak)[len(speak) :]
    return (*own, *asks)


def _present(place: Place) -> tuple[Pack, ...]:
    return tuple(PACKS[each.id] for each in place.chain if each.id in PACKS)


@lru_cache(maxsize=4096)
def _rules_on(path: str, act: Act, day: date) -> tuple[Provision, ...]:
    packs = resolve(path).packs
    found = tuple(rule for pack in packs for rule in pack.in_force(act, day))
    asks = {rule.id for rule in found if asks_after_local_rules(rule)}
    by_policy = any(not rule.answers for pack in packs if pack.id.endswith(POLICY) for rule in pack.in_force(act, day))
    closed = asks if by_policy else asks & {name for rule in found for name in rule.answers}
    return tuple(rule for rule in found if rule.id not in closed)


@lru_cache(maxsize=4096)
def _change_dates(path: str, act: Act) -> frozenset[date]:
    rules = [rule for pack in resolve(path).packs for rule in pack.provisions if act in rule.acts]
    ends = [day for rule in rules for day in (rule.effective.start, rule.effective.end)]
    return frozenset(day for day in ends if day is not None)


def _warnings(place: Place, known: Mapping[str, Pack]) -> Iterator[str]:
    if place.state is not None and place.state.id not in known:
        yield f"Habeas has no law pack for {place.state.id}: what does the law of that state say?"
        return
    for each in place.chain:
        if each.is_local and each.id not in known:
            yield f"Habeas has no law pack for {each.id}: this answer rests on {_rest(place, known)} law alone."
        elif each.is_local and _says_nothing(known[each.id]):
            yield from _notes(each, known[each.id])


def _says_nothing(pack: Pack) -> bool:
    """Whether the pack has no rule of its own, and only asks what the county's rules say."""
    return all(isinstance(rule, Provision) and asks_after_local_rules(rule) for rule in pack.rules)


def _rest(place: Place, known: Mapping[str, Pack]) -> str:
    """The places whose law there is, the lowest first; the country's is federal."""
    names = [each.id for each in reversed(place.chain) if each.parent and each.id in known]
    return f"{', '.join(names)} and federal" if names else "federal"


def _notes(place: Place, pack: Pack) -> Iterator[str]:
    above = place.parent
    yield from (f"{pack.title} stands on {above} law alone. {note.sentence}" for note in pack.notes)
