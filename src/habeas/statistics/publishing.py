"""A release attacked before it exists: rounded, audited, rounded again where a count fell; where one still falls, nothing goes out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from habeas.common.errors import HabeasError
from habeas.statistics.attack.audit import Audit, audit
from habeas.statistics.attack.claims import Claim
from habeas.statistics.attack.reading import months_of
from habeas.statistics.disclosure.release import Release, ReleaseOrder, make_release
from habeas.statistics.disclosure.rounding import Cell
from habeas.statistics.disclosure.state import StateOrder, make_state_release

TRIES = 12


class FallenError(HabeasError):
    """Every try gave something away: nothing is written."""

    exit_status = 1


@dataclass(frozen=True, slots=True)
class Audited:
    """A release with the attack it stood."""

    release: Release
    audit: Audit
    tries: int


@dataclass(frozen=True, slots=True)
class AuditedState:
    """A state's release with the attack it stood."""

    text: str
    audit: Audit
    tries: int


def audited_release(order: ReleaseOrder, earlier: Sequence[tuple[str, str]], others: Sequence[Claim]) -> Audited:
    """A release that no attacker takes a count from. Raises FallenError, which names what falls."""
    barred: Mapping[Cell, frozenset[int]] = dict(order.barred)
    real = [(order.names.site, *cell) for cell, count in order.ledger.items() if count]
    real += [
        (f"{order.names.site} {each.name}", f"{each.year}-01", "", name)
        for each in order.series
        for name, count in each.counts.items()
        if count
    ]
    for number in range(1, TRIES + 1):
        release = make_release(replace(order, barred=barred))
        found = audit([("this release", release.text)], others, already=earlier, requests=real)
        if found.holds:
            return Audited(release, found, number)
        after = _barred(barred, release, found)
        if found.contradiction or found.changed or after == barred:
            break
        barred = after
    raise FallenError("Nothing was written, because the figures would give counts away. " + " ".join(found.sentences()))


def audited_state_release(order: StateOrder, others: Sequence[Claim] = ()) -> AuditedState:
    """A state's release that no attacker takes a count of an office from, as one hierarchy. Raises FallenError, which names what falls."""
    barred: Mapping[Cell, frozenset[int]] = dict(order.barred)
    real = [
        (office, months_of(period, "")[0], "", outcome) for (office, period, outcome), n in order.counts.items() if n
    ]
    for number in range(1, TRIES + 1):
        text = make_state_release(replace(order, barred=barred))
        found = audit([("this release", text)], others, requests=real)
        if found.holds:
            return AuditedState(text, found, number)
        values = {tuple(row[:3]): row[3] for row in json.loads(text)["cells"]}
        fallen = {
            cell for fall in found.falls if (cell := (fall.printed[0], *fall.printed[1:2], fall.printed[3])) in values
        }
        if found.contradiction or not fallen:
            break
        barred = {**barred, **{cell: barred.get(cell, frozenset()) | {values[cell]} for cell in fallen}}
    raise FallenError("No figures were written, because they would give counts away. " + " ".join(found.sentences()))


def _barred(barred: Mapping[Cell, frozenset[int]], release: Release, found: Audit) -> dict[Cell, frozenset[int]]:
    """What may not be printed in the next try: the values above 0 that fell, since each says that somebody is there; else the zeros."""
    held = release.data
    values = {tuple(row[:3]): row[3] for row in held["cells"]}
    values |= {(each["year"], each["name"], name): value for each in held["series"] for name, value in each["cells"]}
    fallen = {fall.printed[1:] for fall in found.falls if fall.printed[:1] == (held["site"],)} & set(values)
    above = {cell for cell in fallen if values[cell]} or fallen
    return {**barred, **{cell: barred.get(cell, frozenset()) | {values[cell]} for cell in above}}
