"""What must hold besides the state. Each guard says None where it holds, or the sentence that says what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from habeas.desk.doing import Doing
from habeas.desk.models import ActChoice, Decision, Request
from habeas.desk.workflow.identity import open_conflicts
from habeas.requests.vocabulary import KINDS

Guard = Callable[[Request, Doing], str | None]

ABOUT_NOBODY = frozenset({"list_request", "facility_access", "agreement_proposal", "public_records_request"})
"""Kinds that never name one person."""

OPEN_TO_BOTH = frozenset(
    {"records_request", "court_order", "administrative_subpoena", "judicial_subpoena", "grand_jury_subpoena"}
)
"""Kinds that may or may not name one person: the paper says."""

STRONG_FACTORS = frozenset({"totp", "webauthn"})
BLOCKED_BY_DISPUTE = frozenset({"hold", "notify", "transfer"})


def about_person(request: Request) -> bool:
    """Whether the request is about one person."""
    if request.kind in ABOUT_NOBODY:
        return False
    return request.kind not in OPEN_TO_BOTH or bool(request.source.get("subject"))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page has read already of a request it only shows. Nothing that moves a request ever carries one."""

    decision: Decision | None
    choices: list[ActChoice]
    disputed: bool


def living_decision(request: Request) -> Decision | None:
    """The decision that is drafted, waits or is in force, if any."""
    shown: Shown | None = getattr(request, "shown", None)
    if shown is not None:
        return shown.decision
    states = (Decision.State.DRAFT, Decision.State.TO_SIGN, Decision.State.SETTLED)
    return request.decisions.filter(state__in=states).order_by("-number").first()


def choices(request: Request) -> list[ActChoice]:
    """What the office does act by act under the living decision."""
    shown: Shown | None = getattr(request, "shown", None)
    if shown is not None:
        return shown.choices
    decision = living_decision(request)
    return list(decision.choices.all()) if decision else []


def _kind_known(request: Request, doing: Doing) -> str | None:
    return None if request.kind in KINDS else "Say first what kind of paper it is."


def _about_a_person(request: Request, doing: Doing) -> str | None:
    return None if about_person(request) else "This request names no person; go on to the decision."


def _about_no_person(request: Request, doing: Doing) -> str | None:
    return "This request is about one person; say first who is meant." if about_person(request) else None


def _fields_confirmed(request: Request, doing: Doing) -> str | None:
    left = request.read_fields.filter(confirmed_at=None, unreadable=False).count()
    return f"{left} fields are not confirmed yet: confirm each, or mark it unreadable." if left else None


def _person_chosen(request: Request, doing: Doing) -> str | None:
    if request.person_id is None:
        return "Choose the person first."
    return _no_conflict(request, doing)


def _nobody_chosen(request: Request, doing: Doing) -> str | None:
    return "A person is chosen; take the choice back first." if request.person_id else None


def _no_conflict(request: Request, doing: Doing) -> str | None:
    if request.match_conflict or open_conflicts(request):
        return (
            "The paper and the record disagree about who this is: two people must resolve it before anything is signed."
        )
    return None


def _another_chose(request: Request, doing: Doing) -> str | None:
    if request.person_id is None or request.chosen_by_id is None:
        return "Nobody was chosen yet; choose the person first."
    if doing.account is not None and doing.account.pk == request.chosen_by_id:
        return "You chose this person yourself; somebody else must look at paper and record and confirm."
    return None


def _disputed(request: Request) -> bool:
    shown: Shown | None = getattr(request, "shown", None)
    if shown is not None:
        return shown.disputed
    return request.person is not None and request.person.disputes.filter(resolved_at=None).exists()


def _not_disputed(request: Request, doing: Doing) -> str | None:
    if not _disputed(request):
        return None
    made = [each.act for each in choices(request) if each.does == ActChoice.Does.COMPLIES]
    if set(made) & BLOCKED_BY_DISPUTE:
        return "A dispute about this person is open: nothing is held, told or handed over until a commander has resolved it."
    return None


def _needs_second(request: Request, doing: Doing) -> str | None:
    if any(each.needs_second for each in choices(request)):
        return None
    return "Nothing here needs a second person; make the answer at once."


def _only_safe_acts(request: Request, doing: Doing) -> str | None:
    if living_decision(request) is None:
        return "There is no draft yet."
    if any(each.needs_second for each in choices(request)):
        return "Disclosing, holding, handing over and admitting need a second person."
    return None


def blocking(request: Request) -> list[str]:
    """The duties that must be done before an act the office complies with: what is owed, in words."""
    made = {each.act for each in choices(request) if each.does == ActChoice.Does.COMPLIES}
    due = request.notices.filter(served_at=None, excused="").exclude(blocks="")
    return [each.says or each.what.replace("_", " ") for each in due if each.blocks in made]


def _nothing_blocks(request: Request, doing: Doing) -> str | None:
    owed = blocking(request)
    return f"First: {'; '.join(owed)}." if owed else None


def _another_person(request: Request, doing: Doing) -> str | None:
    decision = living_decision(request)
    first = decision.drafted_by_id if decision else request.assigned_to_id
    if first is not None and doing.account is not None and doing.account.pk == first:
        return "The person who prepared this cannot be the second person; ask another commander."
    return None


def _second_factor(request: Request, doing: Doing) -> str | None:
    return None if doing.factor in STRONG_FACTORS else "Give your second factor (code or security key) to sign."


def _not_stale(request: Request, doing: Doing) -> str | None:
    if request.stale:
        return f"Something changed since the draft: {'; '.join(request.stale)}. It must be decided again."
    return None


def _notices_served(request: Request, doing: Doing) -> str | None:
    left = request.notices.filter(served_at=None, excused="").count()
    return (
        f"{left} notices are not served yet: serve them, or a commander excuses each with a reason." if left else None
    )


GUARDS: Mapping[str, Guard] = {
    "kind_known": _kind_known,
    "about_a_person": _about_a_person,
    "about_no_person": _about_no_person,
    "fields_confirmed": _fields_confirmed,
    "person_chosen": _person_chosen,
    "nobody_chosen": _nobody_chosen,
    "no_conflict": _no_conflict,
    "another_chose": _another_chose,
    "not_disputed": _not_disputed,
    "needs_second": _needs_second,
    "only_safe_acts": _only_safe_acts,
    "nothing_blocks": _nothing_blocks,
    "another_person": _another_person,
    "second_factor": _second_factor,
    "not_stale": _not_stale,
    "notices_served": _notices_served,
}
"""Every guard the table names; a test holds the two equal."""
