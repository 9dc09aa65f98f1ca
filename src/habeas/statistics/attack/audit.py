"""The audit of releases: what an outsider, an insider who knows any one request, and a reader of every release can work out exactly.

Everything is read together: every release handed in (of one office over time, or of a county and a state that print the same requests)
and the register of what others have printed. A count that the others give away without us is no fault of the release; it is named apart.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from habeas.statistics.attack.bounds import WIDE, Bound, Search, bounds, ends, membership, seen
from habeas.statistics.attack.claims import Claim, Place, Selector, grid_of, together
from habeas.statistics.attack.insider import Attack, columns_of, given_away
from habeas.statistics.attack.reading import SeriesClaims, mean_limits, opened_months, release_claims, series_claims

SMALL_PRINTED = 5
"""A count printed as this or less may be of one to nine people: what is attacked."""


@dataclass(frozen=True, slots=True)
class Fall:
    """One count that is given away: to whom, which, and what it is."""

    attacker: str
    cell: str
    low: int
    printed: tuple[str, ...] = ()
    """The printed cell: office, period, kind, outcome."""

    def sentence(self) -> str:
        """The fall in words."""
        return f"{self.attacker}: {self.cell} is exactly {self.low}."


@dataclass(frozen=True, slots=True)
class Audit:
    """What the attack found: `falls` fail a release; `narrow` of `targets` small counts have fewer than five possible values."""

    falls: tuple[Fall, ...]
    targets: int
    narrow: int
    narrow_without: int
    known_without: int
    changed: tuple[str, ...]
    contradiction: bool
    pairs: int

    @property
    def holds(self) -> bool:
        """Whether nothing is given away and nothing changed in silence."""
        return not (self.falls or self.changed or self.contradiction)

    def as_data(self) -> dict[str, Any]:
        """The audit as JSON."""
        return {**asdict(self), "holds": self.holds}

    def sentences(self) -> list[str]:
        """The audit as lines a person reads: what falls, then what was looked at."""
        lines = [each.sentence() for each in self.falls] + list(self.changed)
        if self.contradiction:
            lines.append("The numbers contradict each other: no ledger fits them all, so at least one is wrong.")
        lines.append(
            f"{self.targets} small counts attacked, {self.pairs} pairs of a known request and a count; exact: "
            f"{len(self.falls)}; narrower than five values: {self.narrow}, of which {self.narrow_without} without this office; "
            f"exact from others alone: {self.known_without}."
        )
        return lines


def audit(
    releases: Sequence[tuple[str, str]],
    others: Sequence[Claim],
    *,
    already: Sequence[tuple[str, str]] = (),
    requests: Collection[Place] | None = None,
) -> Audit:
    """Attack releases (name, text), with those `already` out and what others printed. Raises BadInputError where one cannot be read.

    What follows from the others, or from those already out, is counted apart and is no fault of `releases`. `requests` are the cells in
    which there really is a request that somebody may know; where they are not told, every cell that can hold one is tried.
    """
    opened = opened_months([*already, *releases])
    printed = [claim for name, text in releases for claim in release_claims(text, name, opened)]
    beside = [
        *(each for each in others if not each.table),
        *(claim for name, text in already for claim in release_claims(text, name, opened)),
    ]
    changed = tuple(_changed([*already, *releases]))
    if not printed:
        return Audit((), 0, 0, 0, 0, changed, False, 0)
    limits = dict(each for name, text in [*already, *releases] for each in mean_limits(text, name).items())
    known = _Known(printed, beside, limits)
    found = [known.attacked(requests), *_of_series(releases, already, others, requests, known)]
    return replace(_added(found), changed=changed)


class _Known:
    """Everything that is claimed of one ledger: what is under attack, and what is known beside it."""

    def __init__(self, printed: Sequence[Claim], beside: Sequence[Claim], limits: Mapping[str, float]) -> None:
        self.printed = printed
        self.claims, self.known_as = together([*printed, *beside])
        self.search = Search(grid_of(self.claims), self.claims, limits)

    def attacked(self, requests: Collection[Place] | None) -> Audit:
        """Both attacks on the small counts that are printed."""
        size = len(self.printed)
        real = None if requests is None else {self.known_as(each) for each in requests}
        attack = Attack(self.search, self.claims[size:], _targets(self.claims[:size], self.printed), real)
        found = bounds(attack.search, [each.where for each in attack.targets])
        fitting = [each for each in found if each is not None]
        if len(fitting) < len(found):
            return Audit((), len(found), 0, 0, 0, (), True, 0)
        return _judged(attack, fitting, ())

    def span(self, where: Selector) -> tuple[int, int | None]:
        """What a sum can be at least and at most; 0 and None where nobody speaks of all its cells."""
        renamed = tuple(
            tuple(dict.fromkeys(self.known_as(tuple(value if at == own else "" for own in range(len(where))))[at] for value in values))
            for at, values in enumerate(where)
        )  # fmt: skip
        if any("" in values for values in renamed):
            return 0, None
        row = membership(self.search, [renamed])
        if not self.search.ledgers or not ends(self.search, row[0]):
            return 0, None
        low, high = seen(self.search, row)
        return int(low[0]), int(high[0])


def _of_series(
    releases: Iterable[tuple[str, str]],
    already: Iterable[tuple[str, str]],
    others: Sequence[Claim],
    requests: Collection[Place] | None,
    known: _Known,
) -> Iterator[Audit]:
    """The attack on each series of a year, with what the releases say of the requests that it parts and what others printed of it."""
    before = [each for name, text in already for each in series_claims(text, name)]
    now: dict[Selector, list[SeriesClaims]] = defaultdict(list)
    for name, text in releases:
        for each in series_claims(text, name):
            now[each.whole].append(each)
    for whole, found in now.items():
        printed = [claim for each in found for claim in each.claims]
        parted = found[0].parted
        link = [] if parted is None else [Claim(whole, *known.span(parted), "requests by outcome")]
        beside = [claim for each in before if each.whole == whole for claim in each.claims]
        beside += [each for each in others if each.table and _inside(each.where, whole)]
        mine = None if requests is None else [each for each in requests if each[0] == found[0].name]
        limits = {
            source: most for each in (*before, *found) if each.whole == whole for source, most in each.limits.items()
        }
        yield _Known([*printed, *link], beside, limits).attacked(mine)


def _inside(where: Selector, whole: Selector) -> bool:
    """Whether a number is of a series' office, and of no month beside its year."""
    return where[0] == whole[0] and set(where[1]) <= set(whole[1])


def _added(found: Sequence[Audit]) -> Audit:
    """Several attacks as one."""
    sums = {
        name: sum(getattr(each, name) for each in found)
        for name in ("targets", "narrow", "narrow_without", "known_without", "pairs")
    }
    falls = tuple(fall for each in found for fall in each.falls)
    return Audit(falls=falls, changed=(), contradiction=any(each.contradiction for each in found), **sums)


def _judged(attack: Attack, found: Sequence[Bound], changed: tuple[str, ...]) -> Audit:
    tight = [at for at, each in enumerate(found) if each.high - each.low < WIDE]
    alone = _without(attack, [attack.targets[at].where for at in tight])
    known = {at for at, bound in zip(tight, alone, strict=True) if bound is not None and bound.known}
    falls = [
        _fall("outsider", attack.targets[at], found[at].low) for at in tight if found[at].known and at not in known
    ]
    open_to = [each for each, bound in zip(attack.targets, found, strict=True) if not bound.known]
    theirs = [
        _fall(f"insider who knows one request ({', '.join(filter(None, place))})", target, value)
        for place, target, value in given_away(attack, open_to)
    ]
    pairs = len(columns_of(attack)) * len(open_to)
    narrow_too = sum(bound is not None and bound.high - bound.low < WIDE for bound in alone)
    return Audit(tuple(falls + theirs), len(found), len(tight), narrow_too, len(known), changed, False, pairs)


def _fall(attacker: str, target: Claim, value: int) -> Fall:
    return Fall(attacker, target.words(), value, target.cell)


def _targets(claims: Iterable[Claim], printed: Iterable[Claim]) -> list[Claim]:
    """The small counts that are printed, each once, with the cell of the last release that says so."""
    found: dict[Selector, Claim] = {}
    for claim, named in zip(claims, printed, strict=True):
        if named.cell and claim.low < SMALL_PRINTED and (claim.high or 0) <= SMALL_PRINTED + WIDE:
            found[claim.where] = replace(claim, cell=named.cell)
    return list(found.values())


def _without(attack: Attack, targets: Sequence[Selector]) -> list[Bound | None]:
    """The bounds that others alone allow, none of ours: all of them open where nobody else printed anything."""
    if not attack.others or not targets:
        return [None] * len(targets)
    return bounds(attack.alone(), targets)


def _changed(releases: Iterable[tuple[str, str]]) -> list[str]:
    """The counts of one office that a later release prints otherwise without saying that it corrects them."""
    seen_before: dict[tuple[str, ...], tuple[int, int]] = {}
    lines: list[str] = []
    offices = [each for _, text in releases if "site" in (each := json.loads(text))]
    for held in sorted(offices, key=lambda each: (each["site"], each["version"])):
        corrected = {tuple(row[:3]) for row in held["corrections"]}
        for period, kind, outcome, value in held["cells"]:
            key = (held["site"], period, kind, outcome)
            if period and key in seen_before and seen_before[key][0] != value and key[1:] not in corrected:
                old, version = seen_before[key]
                name = ", ".join(filter(None, key))
                lines.append(
                    f"{name} is {value} in release {held['version']} and {old} in release {version}: no correction says so."
                )
            seen_before[key] = (value, held["version"])
    return lines
