"""From the duties of a decision to notices that are owed: each ends with a service on the person, never with a PDF."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from habeas.desk.doing import Doing
from habeas.desk.models import ActChoice, Decision, Notice, Request
from habeas.desk.services.office.office import office

NOT_OWED = "Decision replaced; notice no longer required"
"""How a notice is marked that is owed no more, by the program or by a commander."""

TOLD_TO_PERSON = frozenset(
    {
        "give_copy_to_person",
        "state_intent_to_person",
        "notify_person_in_writing",
        "written_consent_form",
        "written_rights_notice",
        "offer_consular_notice",
        "inform_person_of_detainer",
    }
)
"""Duties to tell the person in custody."""

TOLD_TO_OTHERS = frozenset(
    {
        "notify_attorney_or_designee",
        "notify_bail_judge",
        "notify_prosecutor",
        "judicial_official_first",
        "agency_head_first",
        "notify_consular_officer",
    }
)
"""Duties to tell or ask somebody else before or besides."""


def _arises(due: Mapping[str, Any], does: Mapping[str, ActChoice]) -> bool:
    """Whether a duty that hangs on an act is owed: what comes before it once the office means to do it, what follows once it is done."""
    before, after = (does.get(due[key] or "") for key in ("blocks", "if"))
    if due["blocks"] and not (before and (before.does == ActChoice.Does.COMPLIES or before.outcome == "unknown")):
        return False  # a consent form is owed too where only the person's answer is missing
    return (
        not due["if"]
        or due["if"] == due["blocks"]
        or bool(after and after.does == ActChoice.Does.COMPLIES and after.effective_at)
    )


def owed_by(decision: Decision) -> list[Mapping[str, Any]]:
    """The duties of a decision that end with somebody told, as far as they arise."""
    does = {each.act: each for each in decision.choices.all()}
    told = [each for each in decision.answer.get("duties", ()) if each["what"] in TOLD_TO_PERSON | TOLD_TO_OTHERS]
    return [each for each in told if _arises(each, does)]


def raise_notices(request: Request, decision: Decision, doing: Doing) -> list[Notice]:
    """Make the notices that the decision owes; one already raised for the same duty is not raised twice, but for one that fell since."""
    if request.person is None:
        return []
    due_at = request.received_at + timedelta(hours=office().notice_hours)
    rows = request.notices.exclude(excused__startswith=NOT_OWED)
    raised, made = set(rows.values_list("what", "citation")), []
    for due in owed_by(decision):
        if (due["what"], due["citation"]) in raised:
            continue
        raised.add((due["what"], due["citation"]))
        made.append(
            Notice.objects.create(
                request=request,
                person=request.person,
                what=due["what"],
                citation=due["citation"][:200],
                blocks=due["blocks"] or "",
                says=due["says"][:400],
                due_at=due_at,
                raised_at=doing.at,
            )
        )
    return made


def said_of_notices(owed: Iterable[Notice]) -> list[dict[str, str]]:
    """What the event that raises notices says of each: its key, what it is, by when it is due."""
    return [
        {"key": each.key, "what": each.what, "due_at": each.due_at.isoformat() if each.due_at else ""} for each in owed
    ]
