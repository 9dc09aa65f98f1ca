"""What two people found about an inmate's claim: the notice to the inmate in their language, and the letter to the agency that asked.

The letter names only what the agency's own document names: that it was matched to somebody else tells nothing of anybody here.
"""

from dataclasses import dataclass
from datetime import date
from typing import cast

from habeas.answers.addressee import addressee, party
from habeas.answers.build import Answer
from habeas.answers.compose import closing_line
from habeas.answers.documents import document_of, paper_word
from habeas.answers.letter import LetterFacts, LetterSigner
from habeas.answers.letter_body import office_words
from habeas.answers.notices import filled_notice, texts
from habeas.answers.pdf import render_pdf
from habeas.answers.re_block import re_lines
from habeas.answers.words import long_date
from habeas.requests.request import Request

RECEIVED = "{Office} received your {paper}{day}."
LEADS = "{Office} notifies you as follows:"
NOT_THEM = (
    "On {found}, two officials of {office} found, on the evidence before them, that our records had matched your {paper} to a person whom "
    "it does not name."
)
NO_ACTION = "{Office} takes no action on it with respect to that person: no hold, no notification and no transfer."
SEND_AGAIN = (
    "If you believe that the person named in your {paper} is in our custody, send it again with the full name, the date of birth, and an "
    "A-number, FBI number or photograph."
)
CLAIMED = frozenset({"not_me", "citizen", "date_past"})
"""Claims that a notice repeats in the inmate's language."""
SAME = {"wrong_record": "not_me"}
LEAVES_COURTS = frozenset({"citizen", "date_past"})
"""Claims that change nothing of a court's own warrant: the notice says so."""


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """Everything the notice of a finding says: to whom, which claim was upheld, when."""

    person_name: str
    booking_id: str
    agency: str
    says: str
    on: date


def finding_html(facts: FindingFacts, code: str) -> str:
    """The notice as HTML in one language."""
    t, outcome = texts(code), SAME.get(facts.says, facts.says)
    lines = [t["finding_accepted"], t[f"finding_{outcome}"]]
    if facts.says in CLAIMED:
        lines.insert(0, t["finding_intro"].format(claim=t[f"finding_claim_{facts.says}"]))
    if facts.says in LEAVES_COURTS:
        lines.append(t["finding_court"])
    said = {
        "to": t["to"].format(name=facts.person_name, booking=facts.booking_id),
        "says": [*lines, t["finding_keep"]],
    }
    return filled_notice("finding.html", code, t["finding_title"], facts, t=t, s=said)


def finding_pdf(facts: FindingFacts, code: str) -> bytes:
    """The notice as a tagged PDF in one language."""
    return render_pdf(finding_html(facts, code))


@dataclass(frozen=True, slots=True)
class _Unanswered:
    """A request as the Re block reads it, with nobody of ours beside it."""

    request: Request
    people: tuple[()] = ()


def not_them_letter(
    request: Request, received: date | None, found: date, on: date, signers: tuple[LetterSigner, ...]
) -> LetterFacts:
    """The letter that says that a document was matched to somebody whom it does not name, and that nothing is done on it."""
    sender, paper = party(request.source.get("to"), "this office"), paper_word(request)
    office = office_words(sender.agency)
    words = {
        "office": office, "Office": office[:1].upper() + office[1:], "paper": paper, "found": long_date(found),
        "day": f" on {long_date(received)}" if received else "",
    }  # fmt: skip
    return LetterFacts(
        sender=sender,
        recipient=addressee(request, document_of(request)),
        on=on,
        request_id=request.id,
        draft="",
        title="",
        re=re_lines(cast(Answer, _Unanswered(request))),
        salutation="Dear Sir or Madam:",
        opening=(RECEIVED.format(**words), LEADS.format(**words)),
        items=(NOT_THEM.format(**words), NO_ACTION.format(**words)),
        after=(SEND_AGAIN.format(**words),),
        record=(),
        closing=closing_line(sender, request.id),
        enclosures=(),
        signers=signers,
        copies=(),
    )
