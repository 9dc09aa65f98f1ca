"""Whom proof of citizenship is told: what a duty to settle it says follows what the law of the place says of telling status.

The duty itself is federal: shown proof is settled before anybody is held. That ICE is called about it is a disclosure of status, which the
law of the place may forbid, leave open or require; the call never stands beside a rule that forbids it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from habeas.law.engine.decision import ActDecision, DutyDue
from habeas.law.model.vocabulary import Act, Outcome, What

COUNSEL = "county counsel"
BOTH = "ICE's Law Enforcement Support Center and county counsel"
ON_THEIR_WORD = "the watch commander and county counsel"
CALL = (
    "Call ICE's Law Enforcement Support Center and county counsel now, say which proof was shown and nothing else, and record who answered "
    "and what."
)
ASK = (
    "The law leaves it to the office whether ICE is told. Ask the watch commander and county counsel now; call ICE's Law Enforcement "
    "Support Center only on their word, say which proof was shown and nothing else, and record who answered and what."
)
NO_CALL = (
    "Do not call ICE about it: here the jail may not tell immigration authorities of a person's citizenship or immigration status{law}. "
    "Give the proof to county counsel now, and record which proof was shown, to whom, and what counsel said."
)
NOT_YET = (
    "Do not call ICE yet: whether the jail may tell immigration authorities of a person's citizenship or immigration status is not settled "
    "here{law}. Ask county counsel now, and record which proof was shown and what counsel said."
)
BY_OUTCOME: Mapping[str, tuple[str, str]] = {
    Outcome.MUST.value: (BOTH, CALL),
    Outcome.MAY.value: (ON_THEIR_WORD, ASK),
    Outcome.MUST_NOT.value: (COUNSEL, NO_CALL),
}
"""By what the law says of disclosing status: whom the duty is owed to, and what it says. Every other outcome asks counsel first."""


def proof_told(due: DutyDue, acts: Mapping[Act, ActDecision]) -> DutyDue:
    """The duty with the words that the law of the place allows; every other duty as it is."""
    if due.duty.what is not What.RESOLVE_CITIZENSHIP:
        return due
    made = acts.get(Act.SHARE_STATUS)
    to, says = _words(
        made.outcome.value if made else "",
        [each.provision.source.citation for each in made.controlling] if made else [],
    )
    return replace(due, duty=replace(due.duty, to=to, says=says))


def proof_told_in(due: Mapping[str, Any], answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same of a duty of a decision as it is stored, which may be older than these words."""
    if due.get("what") != What.RESOLVE_CITIZENSHIP.value:
        return due
    made = answer.get("acts", {}).get(Act.SHARE_STATUS.value, {})
    cited = [row["citation"] for row in made.get("because", ()) if row.get("controls")]
    to, says = _words(made.get("outcome", ""), cited)
    return {**due, "to": to, "says": says}


def _words(outcome: str, cited: list[str]) -> tuple[str, str]:
    to, says = BY_OUTCOME.get(outcome, (COUNSEL, NOT_YET))
    law = "; ".join(dict.fromkeys(cited))
    return to, says.replace("{law}", f" ({law})" if law else "")
