"""Whether a draft still rests on what is true now. Changed facts, roster, paper or law send it back and say what changed."""

from datetime import datetime

from habeas.desk.doing import Doing, by_system
from habeas.desk.models import Decision, Request
from habeas.desk.services.cases.decision_inputs import InputSources, gather, place_words, read_sources
from habeas.desk.services.cases.law_kept import law_of, same_law
from habeas.desk.services.custody.custody import record_sha256
from habeas.desk.services.office.office import place_of
from habeas.desk.workflow.errors import StaleError
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import moving, needed

WORDS = {
    "request": "the verified fields changed",
    "jurisdiction": "the place of the office changed",
    "policy": "the county's policy changed",
    "person": "the inmate's roster record changed",
    "booking_id": "another booking was selected",
    "extra": "a fact was recorded",
    "findings": "two people made a finding about the inmate",
    "claims": "a claim of citizenship of an inmate on record as of another country was raised or decided",
    "register": "the public information schedule changed",
    "roster_sha256": "a newer roster was imported",
}


def what_changed(request: Request, decision: Decision, at: datetime, sources: InputSources | None = None) -> list[str]:
    """What changed since the decision was made, in words; nothing where it stands. `sources` is what a page has read already."""
    sources = sources or read_sources(request)
    inputs = gather(request, at, sources)
    now, then = inputs.as_data(), decision.inputs
    found = [words for key, words in WORDS.items() if _differs(key, now.get(key), then.get(key))]
    if decision.law and not same_law(decision.law, law_of(place_of(sources.office))):
        found.append(f"the law of {place_words(inputs)} as Habeas applies it changed")
    return found


def _differs(key: str, now: object, then: object) -> bool:
    if key == "person" and isinstance(now, dict) and isinstance(then, dict):
        return record_sha256(now) != record_sha256(then)
    return now != then


def refresh(request: Request, doing: Doing) -> list[str]:
    """Send the request back where its draft is out of date; returns what changed. A decision already sent is left as it went."""
    decision = living_decision(request)
    if decision is None or request.state not in needed("find_stale").from_states:
        return []
    changed = what_changed(request, decision, doing.at)
    if changed:
        with moving(request, "find_stale", by_system(doing.at)) as move:
            move.request.stale = changed
            decision.state, decision.returned_why = Decision.State.RETURNED, "; ".join(changed)[:300]
            decision.save(update_fields=["state", "returned_why"])
            move.entry.detail["changed"] = changed
    return changed


def demand_fresh(request: Request, doing: Doing) -> None:
    """Raise StaleError where the draft is out of date; the request has then gone back to be decided."""
    changed = refresh(request, doing)
    if changed:
        raise StaleError(f"Something changed since the draft: {'; '.join(changed)}. It must be decided again.")
