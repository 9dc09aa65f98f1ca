"""The office's place, time zone and policy: proposed by an administrator, in force only when counsel confirms, each with a reason.

Every clock, letter and answer rests on them, so the record says from what to what, and the effect is shown before.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.deadlines.clocks import zone_of
from habeas.desk.doing import Doing
from habeas.desk.models import Office, Request
from habeas.desk.record.writing import EventEntry, acting
from habeas.desk.services.cases.decision_inputs import DecisionInputs, answer_of, gather, place_of_inputs
from habeas.desk.services.office.office import place_of
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import STRONG_FACTORS
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.second_acts import demand_shown, shown_of
from habeas.law.engine.jurisdictions import resolve
from habeas.places.table import Place, all_places

MOST = 200
"""Open requests that are worked out twice to show what a change would do."""
OPEN = ("reading", "identifying", "deciding", "to_counsel", "to_sign", "signed", "ready", "watching", "disputed")


@dataclass(frozen=True, slots=True)
class Effect:
    """What another place would do to the open requests: how many were compared, how many answers change, and in which acts."""

    compared: int
    changed: int
    acts: tuple[tuple[str, int], ...]
    left_out: int


def missing_law(jurisdiction: str) -> tuple[str, ...]:
    """What Habeas does not have of a place's law, in sentences. Raises BadInputError for a place it does not know."""
    return resolve(jurisdiction).warnings


def zones_for(here: Office) -> list[str]:
    """The time zones to choose from: those of the place as it stands first, then those of every place of the table."""
    every = sorted({each.zone for each in all_places() if each.zone})
    return list(dict.fromkeys([*_zones_of(resolve(here.jurisdiction).place), *every]))


def _zones_of(place: Place) -> list[str]:
    return [place.zone, *place.beside] if place.zone else []


def zone_that_fits(place: str, time_zone: str) -> str:
    """The time zone of a place: its own where none is given. Raises BadInputError for one that is not kept there."""
    found = resolve(place).place
    zones = _zones_of(found)
    if not time_zone and not zones:
        raise BadInputError(f"{found.name} has no time zone of its own; choose the jail's.")
    if time_zone and zones and time_zone not in zones:
        raise BadInputError(f"{found.name} keeps {' or '.join(zones)}, not {time_zone}.")
    return zone_of(time_zone or zones[0]).key


def propose_place(
    here: Office, place: str, time_zone: str, why: str, doing: Doing, *, understood: bool = False
) -> None:
    """Propose another place; the time zone follows it where none is given. Nothing changes before counsel confirms.

    Raises BadInputError for a place or zone that cannot be; RefusedError without a reason, without a change, or where Habeas has not
    the law of the place and that was not `understood`.
    """
    check_right(needed("manage_office"), doing.role)
    lacking, time_zone = missing_law(place), zone_that_fits(place, time_zone)
    if (place, time_zone) == (here.jurisdiction, here.time_zone):
        raise RefusedError("That is the current place and time zone.")
    if here.policy.strip() and place != here.jurisdiction:
        raise BadInputError("The county's policy belongs to the current place; remove the policy first.")
    _demand_reason(why)
    if lacking and not understood:
        raise RefusedError(f"{' '.join(lacking)} Check the box to confirm that you know this, or choose another place.")
    with acting(doing, "configure", "office", here.site) as entry:
        here.place_proposed = {"jurisdiction": place, "time_zone": time_zone, "why": why.strip()[:300]}
        here.place_proposed_by, here.place_proposed_at = doing.needed_account, doing.at
        here.save(update_fields=["place_proposed", "place_proposed_by", "place_proposed_at"])
        _say(entry, "place proposed", _as_it_stands(here), (place, time_zone), why)


def shown_place(here: Office) -> str:
    """The hash of what counsel is shown of a proposed place."""
    return shown_of("confirm_place", here)


def confirm_place(here: Office, seen: str, why: str, doing: Doing, *, accept: bool) -> None:
    """Counsel puts the proposed place in force, or turns it down. Drafts that rest on the old one go back by themselves.

    `seen` is the hash of what the page showed. Raises RefusedError where another is proposed meanwhile.
    """
    if here.place_proposed is None:
        raise RefusedError("No change of place is proposed.")
    _demand_second(here.place_proposed_by_id, why, doing)
    place, time_zone = here.place_proposed["jurisdiction"], here.place_proposed["time_zone"]
    zone_that_fits(place, time_zone)
    with acting(doing, "law" if accept else "configure", "office", here.site) as entry:
        demand_shown(seen, shown_place(_fresh(here)), entry)
        _say(entry, "place in force" if accept else "place turned down", _as_it_stands(here), (place, time_zone), why)
        if accept:
            here.jurisdiction, here.time_zone = place, time_zone
        here.place_proposed = here.place_proposed_by = here.place_proposed_at = None
        here.save()


def _as_it_stands(here: Office) -> tuple[str, str]:
    return here.jurisdiction, here.time_zone


def _say(entry: EventEntry, step: str, old: tuple[str, str], new: tuple[str, str], why: str) -> None:
    names = ("jurisdiction", "time_zone")
    entry.detail |= {"step": step, "from": dict(zip(names, old, strict=True)), "to": dict(zip(names, new, strict=True))}
    entry.sealed["why"] = why.strip()[:300]


def _demand_reason(why: str) -> None:
    if not why.strip():
        raise RefusedError("Enter the reason; it is kept with the change.")


def _demand_second(first: int | None, why: str, doing: Doing) -> None:
    """Counsel, who is not the first person, with a second factor and a reason."""
    check_right(needed("confirm_policy"), doing.role)
    if first == doing.needed_account.pk:
        raise RefusedError("The person who proposed it cannot approve it.")
    if doing.factor not in STRONG_FACTORS:
        raise RefusedError("Enter your second factor (code or security key) to confirm.")
    _demand_reason(why)


def effect_of(here: Office, place: str, at: datetime) -> Effect:
    """Work every open request about one person or nobody out under both places. Lists take too long for a page: they are left out."""
    rows = Request.objects.filter(state__in=OPEN).select_related("person", "booking").order_by("-id")
    pairs = [(gather(each, at), each) for each in rows[:MOST]]
    inputs = [each for each, row in pairs if row.kind != "list_request"]
    changes = [_changed(each, place) for each in inputs]
    acts = Counter(act for found in changes for act in found)
    return Effect(len(inputs), sum(map(bool, changes)), tuple(sorted(acts.items())), rows.count() - len(inputs))


def _changed(inputs: DecisionInputs, place: str) -> set[str]:
    """The acts whose outcome would be another one."""
    try:
        old, new = _outcomes(inputs), _outcomes(replace(inputs, jurisdiction=place, policy=""))
    except BadInputError:
        return set()
    return {act for act in old.keys() | new.keys() if old.get(act) != new.get(act)}


def _outcomes(inputs: DecisionInputs) -> dict[str, str]:
    answer = answer_of(inputs, place_of_inputs(inputs))
    return {str(act): str(found.acts[act].outcome) for found in answer.decisions for act in answer.acts}


def propose_policy(here: Office, text: str, why: str, doing: Doing) -> None:
    """Propose a policy (empty text: none). It is read now, and refused in one sentence where it cannot stand; it counts once confirmed."""
    text = text.replace("\r\n", "\n")
    if text.strip() == here.policy.strip():
        raise RefusedError("That is the current policy.")
    place_of(Office(jurisdiction=here.jurisdiction, policy=text))
    _demand_reason(why)
    with acting(doing, "configure", "office", here.site) as entry:
        here.policy_proposed, here.policy_proposed_by, here.policy_proposed_at = text, doing.needed_account, doing.at
        here.policy_proposed_why = why.strip()[:300]
        here.save(update_fields=["policy_proposed", "policy_proposed_by", "policy_proposed_at", "policy_proposed_why"])
        _say_policy(entry, "policy proposed", here.policy, text, why)


def shown_policy(here: Office) -> str:
    """The hash of what counsel is shown of a proposed policy: its whole text, and that in force."""
    return shown_of("confirm_policy", here)


def _fresh(here: Office) -> Office:
    return Office.objects.select_for_update(of=("self",)).get(pk=here.pk)


def confirm_policy(here: Office, seen: str, why: str, doing: Doing, *, accept: bool) -> None:
    """Counsel puts the proposed policy in force, or turns it down. Drafts that rested on the old one go back by themselves.

    `seen` is the hash of what the page showed. Raises RefusedError where another text is proposed meanwhile.
    """
    if here.policy_proposed is None:
        raise RefusedError("No policy is proposed.")
    _demand_second(here.policy_proposed_by_id, why, doing)
    text = here.policy_proposed
    place_of(Office(jurisdiction=here.jurisdiction, policy=text))
    with acting(doing, "law" if accept else "configure", "office", here.site) as entry:
        demand_shown(seen, shown_policy(_fresh(here)), entry)
        _say_policy(entry, "policy in force" if accept else "policy turned down", here.policy, text, why)
        if accept:
            here.policy = text
        here.policy_proposed = here.policy_proposed_by = here.policy_proposed_at = None
        here.policy_proposed_why = ""
        here.save()


def _say_policy(entry: EventEntry, step: str, old: str, new: str, why: str) -> None:
    """Both texts by their hashes; the texts themselves stand beside the record."""
    entry.detail |= {"step": step, "from": sha256_of(old), "to": sha256_of(new)}
    entry.sealed |= {"why": why.strip()[:300], "policy": {"from": old, "to": new}}
