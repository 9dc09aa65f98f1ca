"""What a field may be told on: the public register, a standing script of two people, or a signed decision. Worked out, never claimed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet

from habeas.answers.register import Register
from habeas.desk.models import ActChoice, Booking, Decision, Dispute, Office, Request, Script
from habeas.desk.services.office.office import local_day, office, register_on
from habeas.desk.workflow.guards import BLOCKED_BY_DISPUTE
from habeas.requests.vocabulary import FIELD_ACTS

PUBLIC, SCRIPT, DECISION, NONE = "public", "script", "decision", "none"

GROUND_SAYS: dict[str, str] = {
    PUBLIC: "public information",
    SCRIPT: "the standing script",
    DECISION: "a signed decision",
    NONE: "not authorized",
}

FIXED_WORDS = (
    "I am logging this call. A request in writing gets a written response. Public booking information is "
    "on our website and at the counter. I can't discuss anyone's custody by phone. Please give me your name, your "
    "badge number and a number where the agency can be called back."
)
"""What may always be said: it gives away nothing about anybody."""

NEVER_BY_TELEPHONE = (
    "citizenship or immigration status",
    "place of birth, home address or work address",
    "release dates, unless listed here as authorized",
    "whether someone is in custody here, unless that is public",
    "anything off the record: every field you disclose is logged",
)
"""What the page reminds of, beside the script."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a field may be told about a booking, or why not."""

    field: str
    word: str
    allowed: bool
    why: str
    script: Script | None = None
    decision: Decision | None = None

    @property
    def says(self) -> str:
        """The ground in words."""
        return GROUND_SAYS[self.word]


@dataclass(frozen=True, slots=True)
class TellingBasis:
    """All that grounds are looked for in, read once for a page or a call."""

    register: Register
    day: datetime
    script: Script | None
    decision: Decision | None
    complies: frozenset[str]
    disputed: bool


def basis_for(
    about: Booking | None, request: Request | None, at: datetime, disputed: bool | None = None
) -> TellingBasis:
    """Read what grounds there are at `at` for telling about one booking (None: nobody in particular).

    `disputed` is whether a dispute about the person is open, where a page has read it already.
    """
    made = _made_about(about, request, at)
    if disputed is None:
        disputed = about is not None and open_dispute(about.person_id).exists()
    decision = made[0].decision if made else None
    return TellingBasis(register_on(), at, standing_script(), decision, frozenset(each.act for each in made), disputed)


def open_dispute(person: int | OuterRef) -> QuerySet[Dispute]:
    """The disputes about a person (by its row) that still block."""
    return Dispute.objects.filter(person=person, resolved_at=None)


def standing_script() -> Script | None:
    """The script that two people made and nobody ended."""
    held = Script.objects.filter(ended_at=None).exclude(confirmed_at=None).select_related("made_by", "confirmed_by")
    return held.order_by("-confirmed_at").first()


def grounds(basis: TellingBasis, fields: Iterable[str] = FIELD_ACTS, here: Office | None = None) -> list[Ground]:
    """For each field, on what it may be told; a field that nothing allows says so."""
    day = local_day(here or office(), basis.day)
    return [_ground(field, basis, day) for field in fields]


def _ground(field: str, basis: TellingBasis, day: object) -> Ground:
    act = FIELD_ACTS.get(field, "")
    if act in BLOCKED_BY_DISPUTE and basis.disputed:
        return Ground(field, NONE, False, "a dispute about this inmate is open: no disclosure until it is decided")
    if basis.register.shown(field, day):  # type: ignore[arg-type] # local_day gives a date
        return Ground(field, PUBLIC, True, "on the public information schedule today")
    if basis.script is not None and field in basis.script.fields:
        return Ground(field, SCRIPT, True, "the standing script lists it", script=basis.script)
    if act and act in basis.complies and basis.decision is not None:
        return Ground(field, DECISION, True, f"decision {basis.decision.number} authorizes it", decision=basis.decision)
    return Ground(field, NONE, False, "no schedule, script or signed decision authorizes it")


def _made_about(about: Booking | None, request: Request | None, at: datetime) -> list[ActChoice]:
    """What the decision in force complies with, if it is about this very person. A class's answer goes out in writing only."""
    if about is None or request is None or request.person_id != about.person_id:
        return []
    made = ActChoice.objects.filter(
        decision__request=request,
        decision__state=Decision.State.SETTLED,
        does=ActChoice.Does.COMPLIES,
        effective_at__lte=at,
    )
    heavy = (f"decision__{name}" for name in ("inputs", "answer", "would_change", "reviews", "law"))
    return list(made.select_related("decision").defer(*heavy))
