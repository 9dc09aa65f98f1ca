"""Another person reads and signs, or returns it; counsel first where needed. Nothing stale, disputed or in conflict is signed."""

import hashlib
from collections.abc import Mapping

from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Request, Signature
from habeas.desk.services.cases.duties import raise_notices, said_of_notices
from habeas.desk.services.cases.freshness import demand_fresh
from habeas.desk.services.clocks.clocks import start_for_decision, start_for_notices
from habeas.desk.services.decisions.decision_store import keep_files, shown_sha256, sign_door
from habeas.desk.services.decisions.fallen_notices import let_fall
from habeas.desk.services.decisions.signed_letter import signed_files
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import blocking, living_decision
from habeas.desk.workflow.machine import Move, moving

RETURN_REASONS: dict[str, str] = {
    "wrong_person": "Possible wrong person",
    "missing_fact": "A fact must be obtained first",
    "law_unclear": "Counsel should review it",
    "letter": "Letter needs correction",
    "choice": "Different choice where the law leaves it open",
    "other": "Other (explain)",
}


def sign(
    request: Request,
    doing: Doing,
    seen_sha256: str,
    seen: int | None = None,
    no_call_back: str = "",
    record_says: str = "",
) -> Decision:
    """Sign the waiting decision as the second person. `seen_sha256` is the hash of what the page showed.

    `no_call_back` says why a transfer is approved although nobody called the sender back, `record_says` what of our own record of
    citizenship the signer acknowledged; the record keeps both.

    Raises StaleError (and sends it back) where facts, roster or law changed, RefusedError where anything else stands against it.
    """
    demand_fresh(request, doing)
    signed = _signed(request, Signature.Door.SECOND, doing)
    with moving(request, "sign", doing, seen) as move:
        decision = _seen(move.request, seen_sha256)
        sign_door(decision, Signature.Door.SECOND, doing, seen_sha256)
        _keep_signed(move, decision, signed)
        _put_in_force(move, decision, doing)
        move.entry.detail |= {"decision": decision.key, "seen": seen_sha256, "factor": doing.factor}
        _keep_reasons(move, no_call_back, record_says)
    return decision


def _keep_reasons(move: Move, no_call_back: str, record_says: str) -> None:
    if no_call_back:
        move.entry.detail["without_call_back"] = True
        move.entry.sealed["no_call_back"] = no_call_back[:300]
    if record_says:
        move.entry.detail["against_own_record"] = True
        move.entry.sealed["own_record"] = record_says[:300]


def sign_off(
    request: Request,
    doing: Doing,
    seen_sha256: str,
    seen: int | None = None,
    no_call_back: str = "",
    record_says: str = "",
) -> Decision:
    """Sign the waiting decision as counsel. Where an act needs the second person it then waits for a commander, else it is in force.

    Raises as `sign` does.
    """
    demand_fresh(request, doing)
    signed = _signed(request, Signature.Door.COUNSEL, doing)
    with moving(request, "sign_off", doing, seen) as move:
        decision = _seen(move.request, seen_sha256)
        sign_door(decision, Signature.Door.COUNSEL, doing, seen_sha256)
        move.entry.detail |= {"decision": decision.key, "seen": seen_sha256, "factor": doing.factor, "as": "counsel"}
        _keep_reasons(move, no_call_back, record_says)
        if decision.choices.filter(needs_second=True).exists():
            move.to = "to_sign"
        else:
            _keep_signed(move, decision, signed)
            _put_in_force(move, decision, doing)
    return decision


def _signed(request: Request, door: int, doing: Doing) -> dict[str, bytes]:
    """The letter of the waiting draft as it is signed now: drawn before the lock, for it takes longer than a clerk may wait."""
    waiting = draft_to_sign(request)
    return signed_files(waiting, door, doing) if waiting and doing.account else {}


def _keep_signed(move: Move, decision: Decision, signed: Mapping[str, bytes]) -> None:
    """Keep the signed letter beside the one that was shown; the event names its hashes."""
    keep_files(decision, signed)
    if signed:
        move.entry.detail["letter"] = {path: hashlib.sha256(content).hexdigest() for path, content in signed.items()}


def _seen(request: Request, seen_sha256: str) -> Decision:
    """The waiting decision, if it is what the page showed."""
    decision = _waiting(request)
    if shown_sha256(decision) != seen_sha256:
        raise RefusedError("The draft changed since this page was opened; review it again.")
    return decision


def _put_in_force(move: Move, decision: Decision, doing: Doing) -> None:
    """The last signature is given: everything that waited takes effect, and what it owes begins."""
    move.request.assigned_to = None
    decision.choices.filter(effective_at=None).update(effective_at=doing.at)
    decision.state = Decision.State.SETTLED
    decision.save(update_fields=["state"])
    let_fall(move.request, move.entry, doing, decision=decision)
    owed = raise_notices(move.request, decision, doing)
    move.entry.detail["notices"] = said_of_notices(owed)
    start_for_notices(owed, doing)
    start_for_decision(move.request, decision, doing)
    move.to = "signed" if blocking(move.request) else "ready"


def send_back(request: Request, doing: Doing, reason: str, words: str = "", seen: int | None = None) -> None:
    """Return the draft with a listed reason."""
    if reason not in RETURN_REASONS:
        raise RefusedError("Choose one of the listed reasons.")
    _undo(request, doing, "send_back", f"{RETURN_REASONS[reason]}. {words}".strip(), seen)


def withdraw(request: Request, doing: Doing, seen: int | None = None) -> None:
    """Withdraw the draft before it is signed: any who may decide may (`withdraw_draft` in the rights), not its drafter alone."""
    _undo(request, doing, "withdraw_draft", "taken back", seen)


def _undo(request: Request, doing: Doing, name: str, why: str, seen: int | None) -> None:
    with moving(request, name, doing, seen) as move:
        decision = _waiting(move.request)
        decision.state, decision.returned_why = Decision.State.RETURNED, why[:300]
        decision.save(update_fields=["state", "returned_why"])
        move.entry.detail |= {"decision": decision.key}
        move.entry.sealed["reason"] = why


def _waiting(request: Request) -> Decision:
    decision = living_decision(request)
    if decision is None or decision.state != Decision.State.TO_SIGN:
        raise RefusedError("No draft is awaiting a signature.")
    return decision


def waits_for_signature(decision: Decision) -> bool:
    """Whether a decision waits for the second person."""
    return decision.state == Decision.State.TO_SIGN


def draft_to_sign(request: Request) -> Decision | None:
    """The draft of the request that waits for a signature, with who drafted it."""
    return request.decisions.filter(state=Decision.State.TO_SIGN).select_related("drafted_by").first()


def in_force(request: Request) -> Decision | None:
    """The decision in force on a request, with what the office does act by act."""
    rows = request.decisions.filter(state=Decision.State.SETTLED).prefetch_related("choices")
    return rows.order_by("-number").first()
