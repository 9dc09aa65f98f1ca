"""From a worked-out answer to what the letter and the notices say."""

from collections.abc import Mapping

from habeas.answers.addressee import addressee, party
from habeas.answers.build import Answer, PersonAnswer, open_request_questions
from habeas.answers.choices import Does, does_of
from habeas.answers.citations import legal_citation
from habeas.answers.documents import Document, document_of, paper_word
from habeas.answers.letter import LetterFacts, LetterSigner, Party
from habeas.answers.letter_body import body_of, office_words
from habeas.answers.neutral import custody_untold
from habeas.answers.notices import INTENT_ACTS, Intent, NoticeFacts
from habeas.answers.re_block import as_title, kind_title, re_lines, subject_name
from habeas.answers.statuses import Answered, answered_acts, citations_of, pending
from habeas.answers.words import as_day, people
from habeas.law.engine.decision import DutyDue
from habeas.law.model.vocabulary import Act, What
from habeas.requests.request import Request
from habeas.requests.vocabulary import COUNSEL_FIRST

DRAFT = "DRAFT. Not to be sent until it has been approved and signed."
DRAFT_FOR_COUNSEL = "DRAFT FOR COUNTY COUNSEL. Not to be sent until counsel has approved it."
COUNSEL = "County Counsel"
TITLES: Mapping[Document, str] = {
    Document.ACKNOWLEDGMENT: "Acknowledgment of Canceled Detainer",
}


def letter_facts(
    answer: Answer, prepared: LetterSigner | None = None, approved: LetterSigner | None = None
) -> LetterFacts:
    """Gather what the letter says. No name of a person in custody is among it but the one it is about.

    `prepared` and `approved` are printed under the signatures where they are known; else their lines are left to be filled in.
    """
    request, source = answer.request, answer.request.source
    sender, document = party(source.get("to"), "this office"), document_of(request)
    acts = () if answer.nobody_here or open_request_questions(answer) else answered_acts(answer)
    body = body_of(answer, document, office_words(sender.agency), acts)
    return LetterFacts(
        sender=sender,
        recipient=addressee(request, document),
        on=answer.setting.as_of,
        request_id=request.id,
        draft=_draft(answer, acts),
        title=body.title or _title(request, document),
        re=re_lines(answer),
        salutation="" if document is Document.LODGING_NOTICE else "Dear Sir or Madam:",
        opening=body.opening,
        items=body.items,
        after=body.after,
        record=body.record,
        closing=closing_line(sender, request.id),
        enclosures=_enclosures(answer),
        signers=_signers(answer, prepared, approved),
        copies=_copies(answer, acts),
    )


def _title(request: Request, document: Document) -> str:
    """The title of the paper; a records response is named after the paper it answers. A letter has none."""
    if document is Document.RECORDS_RESPONSE:
        return f"Response to {kind_title(request.kind)}"
    if document is Document.LODGING_NOTICE:
        return f"Notice Concerning {as_title(paper_word(request))}"
    return TITLES.get(document, "")


def _draft(answer: Answer, acts: tuple[Answered, ...]) -> str:
    """The mark of a draft: until the office has chosen, and for as long as an act or the request itself is open."""
    still_open = pending(acts) or bool(open_request_questions(answer))
    if not still_open and (answer.choices or answer.nobody_here):
        return ""
    return DRAFT_FOR_COUNSEL if _for_counsel(answer, acts) else DRAFT


def _for_counsel(answer: Answer, acts: tuple[Answered, ...]) -> bool:
    """Whether counsel has a part in the answer: by the kind of request, or because the law is unsettled."""
    return answer.request.kind in COUNSEL_FIRST or any(each.by_counsel for each in acts)


def _copies(answer: Answer, acts: tuple[Answered, ...]) -> tuple[str, ...]:
    """Who gets a copy: counsel where counsel has a part in it, and the office's own list. A stranger's letters never differ by it."""
    counsel = (COUNSEL,) if _for_counsel(answer, acts) and not custody_untold(answer) else ()
    to = answer.request.source.get("to")
    own = to.get("copies") if isinstance(to, Mapping) else ()
    return tuple(dict.fromkeys((*counsel, *map(str, own if isinstance(own, list | tuple) else ()))))


def _signers(answer: Answer, prepared: LetterSigner | None, approved: LetterSigner | None) -> tuple[LetterSigner, ...]:
    """Whoever prepared it, and a second person but where the office has chosen and nothing is done but the safe act."""
    first = prepared or LetterSigner("Prepared by")
    if answer.request.kind in COUNSEL_FIRST:
        return first, approved or LetterSigner("Approved by (County Counsel)")
    done = Does.COMPLIES in answer.choices.values()
    removes = document_of(answer.request) is Document.ACKNOWLEDGMENT
    alone = removes or (bool(answer.choices or answer.nobody_here) and not done)
    return (first,) if alone else (first, approved or LetterSigner("Approved by"))


def closing_line(sender: Party, number: str) -> str:
    """Whom to ask, and by which number."""
    reach = " or ".join(part for part in (sender.phone, sender.email) if part)
    whom = sender.name or sender.agency
    return f"Please direct questions to {whom}{f' at {reach}' if reach else ''}, and refer to Request No. {number}."


def _enclosures(answer: Answer) -> tuple[str, ...]:
    """The documents that go with the letter, named as documents; a list names nobody here."""
    if not answer.disclosed:
        return ()
    one = f"Booking record of {subject_name(answer)}"
    what = f"List of {people(len(answer.disclosed))} in custody" if answer.request.about_a_class else one
    return (f"{what} (CSV and Excel)", "Description of its columns, with the checksum (SHA-256) of both files")


def notice_facts(answer: Answer, each: PersonAnswer, due: DutyDue) -> NoticeFacts:
    """Gather what the notice to one person says."""
    request, person = answer.request, each.subject.person
    intents = tuple(_intent(answer, each, Act(act)) for act in INTENT_ACTS if act in request.asks)
    return NoticeFacts(
        person_name=" ".join(part for part in (person.given_name, person.family_name, person.suffix) if part)
        or person.person_id,
        booking_id=each.subject.booking.booking_id,
        agency=party(request.source.get("to"), "This jail").agency,
        issuer=request.facts.get("issuer") or "other",
        kind=request.kind,
        form=request.facts.get("form"),
        received_on=as_day(request.facts.get("received_at")),
        on=answer.setting.as_of,
        intents=intents,
        duty_citation=legal_citation(due.source.citation),
        designee_told=any(owed.duty.what is What.NOTIFY_ATTORNEY for owed in each.decision.duties),
    )


def _intent(answer: Answer, each: PersonAnswer, act: Act) -> Intent:
    made = each.decision.acts[act]
    complies = {Does.COMPLIES: True, Does.REFUSES: False}.get(does_of(answer.choices, act, made.outcome))
    citations = citations_of(answer, (reason.provision for reason in made.controlling))
    return Intent(act.value, complies, "; ".join(map(legal_citation, citations)))
