"""A hold that the law requires while a claim of the inmate is open: nobody is held on it, and every page of the inmate says so.

Nothing here is inferred about anybody's status: it says what is suspended, on which rule, whom to call, and until when.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from habeas.desk.models import Clock, Dispute, Office
from habeas.desk.services.office.office import local_day, place_of
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


def undetermined() -> Q:
    """Requests that ask for a hold and that a claim stopped, whether or not a determination was made before."""
    return Q(state=DISPUTED, kind__in=sorted(ASKS_HOLD))


def claim_columns() -> dict[str, Any]:
    """What is read of the open claim and of the office's place beside a request, in the same query."""
    claims = Dispute.objects.filter(person=OuterRef("person"), resolved_at=None).order_by("raised_at", "id")
    due = Clock.objects.filter(dispute__person=OuterRef("person"), dispute__resolved_at=None).order_by("ends_at")
    here = {f"here_{name}": Subquery(Office.objects.values(name)[:1]) for name in HERE}
    return here | {"claim_says": Subquery(claims.values("says")[:1]), "claim_due": Subquery(due.values("ends_at")[:1])}


def claim_of(row: Any) -> OpenClaim | None:
    """The claim that was read beside a request; None where none is open."""
    return OpenClaim(row.claim_says, row.claim_due) if row.claim_says else None


def law_may_require_hold(row: Any, at: datetime) -> tuple[str, ...]:
    """The citations by which this office's own law, below the federal, can require a hold today."""
    here = Office(**{name: getattr(row, f"here_{name}") for name in HERE})
    rules = resolve(place_of(here)).rules_on(Act.HOLD, local_day(here, at))
    requiring = [rule for rule in rules if rule.outcome is Outcome.MUST and rule.layer not in ABOVE]
    return tuple(dict.fromkeys(rule.source.citation for rule in requiring))
