"""The paper of a notice in one language, from what was stored with the decision: nothing is worked out again."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from habeas.answers.citations import legal_citation
from habeas.answers.notices import (
    INTENT_ACTS,
    Intent,
    NoticeFacts,
    consent_pdf,
    consular_pdf,
    notice_pdf,
    told_of_release,
)
from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Notice, Request
from habeas.desk.record.writing import acting
from habeas.desk.services.identity.findings_told import FINDING, finding_notice
from habeas.desk.services.papers.packets import pages_of
from habeas.desk.services.papers.papers import private_pages
from habeas.desk.workflow.errors import RefusedError
from habeas.paper import page_images

COMPLIES = {"complies": True, "refuses": False}
DRAWN: Mapping[str, Callable[[NoticeFacts, str], bytes]] = {
    "written_consent_form": consent_pdf,
    "offer_consular_notice": consular_pdf,
}
"""Notices that have a form of their own; the others say what was asked and what the jail intends."""

WITH_COPY = frozenset({"give_copy_to_person", "state_intent_to_person", "inform_person_of_detainer"})
COPY_DPI = 150
ABOUT_A_TELLING = frozenset({"notify_person_in_writing", "notify_attorney_or_designee"})
STATES = (Decision.State.TO_SIGN, Decision.State.SETTLED)


def paper(notice: Notice, language: str, doing: Doing) -> bytes:
    """The notice as a tagged PDF; an event says that it was printed. KeyError for a language Habeas has not."""
    if notice.what == FINDING:
        return finding_notice(notice, language, doing)
    facts = facts_of(notice, language)
    content = DRAWN.get(notice.what, notice_pdf)(facts, language)
    with acting(doing, "print", "notice", notice.key, notice.request.number) as entry:
        entry.detail |= {"language": language}
    return content


def attach_by_hand(notice: Notice) -> bool:
    """Whether a copy of the request belongs to the notice and cannot be printed with it: typed requests, papers not read or not drawn."""
    paper = notice.request.paper
    return notice.what in WITH_COPY and not notice.served_at and (paper is None or paper.reading is None)


def facts_of(notice: Notice, language: str) -> NoticeFacts:
    """What the paper says in one language, from the living decision as it was stored. RefusedError where there is none."""
    decision = notice.request.decisions.filter(state__in=STATES).order_by("-number").first()
    if decision is None:
        raise RefusedError("The response is being decided again; generate it first, then print the notice.")
    person, request = decision.inputs.get("person") or {}, decision.inputs["request"]
    return NoticeFacts(
        person_name=" ".join(
            person.get(part) or "" for part in ("given_name", "middle_name", "family_name", "suffix")
        ).strip()
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
        copies=_copies(notice.request) if notice.what in WITH_COPY else (),
        designee_told=any(due["what"] == "notify_attorney_or_designee" for due in decision.answer.get("duties", ())),
    )


def _copies(request: Request) -> tuple[bytes, ...]:
    """The pages of this request as it came, as pictures, without the pages that nobody may give out; none where they cannot be drawn."""
    paper, mine = request.paper, pages_of(request)
    if paper is None or paper.reading is None:
        return ()  # before it is read nobody knows which of its pages are private
    try:
        drawn = page_images(bytes(paper.content), COPY_DPI, name="The file")
    except BadInputError:
        return ()
    secret = private_pages(paper)
    return tuple(png for number, png in enumerate(drawn, 1) if number not in secret and (not mine or number in mine))


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
    return "; ".join(
        dict.fromkeys(legal_citation(row["citation"]) for row in made.get("because", ()) if row.get("controls"))
    )
