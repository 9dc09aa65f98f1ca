"""The paper of a notice in one language, from what was stored with the decision: nothing is worked out again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from habeas.answers.notices import INTENT_ACTS, Intent, NoticeFacts, consent_pdf, notice_pdf, told_of_release
from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Notice
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError

COMPLIES = {"complies": True, "refuses": False}
CONSENT_FORM = "written_consent_form"
ABOUT_A_TELLING = frozenset({"notify_person_in_writing", "notify_attorney_or_designee"})
STATES = (Decision.State.TO_SIGN, Decision.State.SETTLED)


def paper(notice: Notice, language: str, doing: Doing) -> bytes:
    """The notice as a tagged PDF; an event says that it was printed. KeyError for a language Habeas has not."""
    facts = facts_of(notice, language)
    content = consent_pdf(facts, language) if notice.what == CONSENT_FORM else notice_pdf(facts, language)
    with acting(doing, "print", "notice", notice.key, notice.request.number) as entry:
        entry.detail |= {"language": language}
    return content


def facts_of(notice: Notice, language: str) -> NoticeFacts:
    """What the paper says in one language, from the living decision as it was stored. RefusedError where there is none."""
    decision = notice.request.decisions.filter(state__in=STATES).order_by("-number").first()
    if decision is None:
        raise RefusedError("The response is being decided again; generate it first, then print the notice.")
    person, request = decision.inputs.get("person") or {}, decision.inputs["request"]
    return NoticeFacts(
        person_name=" ".join(person.get(part) or "" for part in ("given_name", "family_name")).strip()
        or notice.person.shown,
        booking_id=decision.inputs.get("booking_id") or "",
        agency=(request.get("to") or {}).get("agency", "This jail"),
        issuer=request.get("issuer") or "other",
        kind=request["kind"],
        form=request.get("form"),
        received_on=date.fromisoformat(request["received_at"][:10]),
        on=decision.as_of,
        intents=tuple(_intents(decision)),
        duty_citation=notice.citation,
        told=_told(notice, decision, language),
    )


def _told(notice: Notice, decision: Decision, language: str) -> tuple[str, ...]:
    """What was told to the authorities, where this notice is about a telling that is signed: the day on record, as it was decided on."""
    done = decision.choices.filter(act="notify", does="complies").exclude(effective_at=None).exists()
    if notice.what not in ABOUT_A_TELLING or not done:
        return ()
    booking_id = decision.inputs.get("booking_id")
    bookings = (decision.inputs.get("person") or {}).get("bookings", ())
    day = next((each.get("scheduled_release_on") for each in bookings if each.get("booking_id") == booking_id), None)
    return (told_of_release(language, date.fromisoformat(day) if day else None),)


def _intents(decision: Decision) -> list[Intent]:
    does = {each.act: each.does for each in decision.choices.all()}
    acts = decision.answer.get("acts", {})
    return [Intent(act, COMPLIES.get(does[act]), _cited(acts.get(act, {}))) for act in INTENT_ACTS if act in does]


def _cited(made: Mapping[str, Any]) -> str:
    return "; ".join(dict.fromkeys(row["citation"] for row in made.get("because", ()) if row.get("controls")))
