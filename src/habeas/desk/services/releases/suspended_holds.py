"""A hold the law requires or can require that nobody is held on: a claim of the inmate stopped it, or nobody has determined it yet.

Nothing here is inferred about anybody's status, and nothing here holds anybody: it says what is open, on which rule, and whom to call.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from habeas.desk.models import Clock, Dispute, Office
from habeas.desk.services.office.office import local_day, place_of
from habeas.desk.workflow.findings import UPHELD
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.requests.vocabulary import KINDS

DISPUTED = "disputed"
ASKS_HOLD = frozenset(kind for kind, acts in KINDS.items() if "hold" in acts)
"""Kinds of document that ask for a hold."""
ABOVE = frozenset({Layer.COURT_ORDER, Layer.FEDERAL})
"""Layers above the office's own law: a court's order is no hold on a civil document, and no federal law requires one."""
CALL = "the watch commander and county counsel"
HERE = ("jurisdiction", "policy", "time_zone")
"""What of the office says which law holds, and which day it is there."""
UNDETERMINED = "Hold asked for, NOT DETERMINED"
CAN_REQUIRE = (
    "Not determined: the law here ({law}) can require a hold. Determine it NOW, before this inmate leaves: call {call}. Nothing holds "
    "this inmate on it until a hold is approved."
)
DETERMINED = frozenset({Outcome.MUST.value, Outcome.MAY.value, Outcome.MUST_NOT.value})
"""What the law can say of a hold once it is determined."""
REQUIRED = "Hold required by law: SUSPENDED"
PERHAPS = "Hold the law here may require: SUSPENDED before it was determined"
SUSPENDED = (
    "A claim of the inmate is open ({claim}). Nothing holds this inmate until two people have decided it, and nothing is disclosed and "
    "nobody is transferred on this document. Call {call} now, and again before this inmate leaves; proof of citizenship that is "
    "shown is verified with ICE's Law Enforcement Support Center."
)


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """The oldest open claim that suspends a request: what is claimed, and when the watch commander's finding is due."""

    says: str
    decide_by: datetime | None

    @property
    def words(self) -> str:
        """What is suspended meanwhile, and whom to call."""
        return SUSPENDED.format(claim=f"“{Dispute.Says(self.says).label}”", call=CALL)


def asks_hold() -> Q:
    """Requests that ask for a hold, whether or not a determination was made or a claim stopped them."""
    return Q(kind__in=sorted(ASKS_HOLD))


def claim_columns() -> dict[str, Any]:
    """What is read of the open claim and of the office's place beside a request, in the same query."""
    claims = Dispute.objects.filter(person=OuterRef("person"), resolved_at=None).order_by("raised_at", "id")
    due = Clock.objects.filter(dispute__person=OuterRef("person"), dispute__resolved_at=None).order_by("ends_at")
    here = {f"here_{name}": Subquery(Office.objects.values(name)[:1]) for name in HERE}
    citizen = Dispute.objects.filter(person=OuterRef("person"), says=Dispute.Says.CITIZEN).exclude(resolved_at=None)
    found = Subquery(citizen.order_by("-resolved_at", "-id").values("resolution")[:1])
    here |= {"citizen_claim": found}
    return here | {"claim_says": Subquery(claims.values("says")[:1]), "claim_due": Subquery(due.values("ends_at")[:1])}


def claim_of(row: Any) -> OpenClaim | None:
    """The claim that was read beside a request; None where none is open."""
    return OpenClaim(row.claim_says, row.claim_due) if row.claim_says else None


def open_law(row: Any, choices: Iterable[Any], at: datetime) -> tuple[str, ...]:
    """The citations by which a hold that nobody has determined can be required here today; none once it is determined.

    `choices` are the acts of the living decision, none where there is no decision. Two people's finding of citizenship closes it.
    """
    holds = [each for each in choices if each.act == Act.HOLD.value]
    waits = any(each.does == "waits" and each.outcome not in DETERMINED for each in holds)
    if row.kind not in ASKS_HOLD or row.citizen_claim == UPHELD or not (waits or not list(choices)):
        return ()
    return law_may_require_hold(row, at)


def law_may_require_hold(row: Any, at: datetime) -> tuple[str, ...]:
    """The citations by which this office's own law, below the federal, can require a hold today."""
    here = Office(**{name: getattr(row, f"here_{name}") for name in HERE})
    rules = resolve(place_of(here)).rules_on(Act.HOLD, local_day(here, at))
    requiring = [rule for rule in rules if rule.outcome is Outcome.MUST and rule.layer not in ABOVE]
    return tuple(dict.fromkeys(rule.source.citation for rule in requiring))
