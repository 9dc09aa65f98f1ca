"""The paragraphs of each paper that goes out: what was received, what is answered, what is enclosed, where it is open to anyone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.answers.act_sentences import Status
from habeas.answers.citations import cited
from habeas.answers.documents import PAPER_NAMES, TAKES_A_PERSON, Document
from habeas.answers.items import item
from habeas.answers.neutral import custody_untold
from habeas.answers.register import Publication
from habeas.answers.statuses import Answered, pending
from habeas.answers.words import FIELD_WORDS, and_list, as_day, long_date, people
from habeas.answers.work import OPEN_DOOR, UNREAD, Answer, open_request_questions
from habeas.law.engine.decision import ActDecision
from habeas.law.model.words import Act, Outcome, What

CHANNEL_WORDS: Mapping[str, str] = {
    "fax": " by fax",
    "email": " by email",
    "portal": " through its portal",
    "counter": " at its counter",
    "phone": " by telephone",
    "mail": " by mail",
    "electronic": " electronically",
}
QUOTED = frozenset({"list_request", "records_request", "public_records_request", "status_inquiry", "facility_access"})
"""Kinds that a sender writes in words of their own; a form has none to quote."""

TO_FILL = (
    "Warrant confirmed with (name, agency, telephone)",
    "Confirmed by, date and time",
    "Inmate surrendered to (officer, agency, badge no.)",
    "Date and time of surrender",
)
"""The lines of a lodging notice that the desk fills in by hand."""


NOT_HERE = (
    "On {day}, {office} searched its custody records with the information in your request. The person named above is not in "
    "its custody."
)
NOBODY_FOUND = (
    "On {day}, {office} searched its custody records. No inmate in custody on that day was found to meet the description in the "
    "request, so no list is enclosed."
)
NO_ACTION = "No action will be taken on the request. If you have further identifying information, please send it."
NOTHING_TO_RELEASE = "{Office} has no record that it may release in response to the request."
MORE_IDENTIFIERS = "If you have further identifying information, please send it."
FOLLOWS = "The response of {office} to the request will follow."
CLASS_NOT_CLEAR = "{Office} cannot respond until it is clear which persons and which information the request means."
STATE_THE_CLASS = "Please state the persons and the information requested in terms that a booking record can answer."
PERSON_NOT_CLEAR = (
    "With the information in your request, {office} cannot identify the person named above among the persons in its custody, "
    "and has taken no action on the request."
)
SEND_IDENTIFIERS = (
    "Please send further identifying information, such as the full name, date of birth, FBI number or fingerprints."
)
REMOVED = "{Office} has removed the detainer that your agency canceled. It will not hold the inmate on that detainer."
ON_FILE = (
    "The warrant has been placed in the inmate's file. {Office} will confirm it with your agency. Notice of whether it is lodged "
    "as a hold will follow."
)
LODGED = "{Office} has lodged the warrant as a hold against the above-named inmate."
SURRENDER = (
    "When state custody of the inmate ends{when}, {office} will surrender the inmate to the officers executing the warrant, on "
    "its authority.{pending} Please confirm that the warrant is active, and arrange the date and time with {office}."
)
WITH_COUNSEL = (
    "Whether the inmate will be surrendered on the warrant has been referred to county counsel. {Office} will notify your agency "
    "separately. Please confirm that the warrant is active."
)
LATER = (
    "{Office} will notify your agency separately whether the inmate will be surrendered on the warrant. Please confirm that the "
    "warrant is active."
)
STATE_CUSTODY_FIRST = frozenset({"us.criminal-arrest-warrant-lodged"})
"""Rules that leave a hand-over open for one reason alone: the state's custody has not ended."""
AS_ORDERED = "The inmate will be surrendered at the time that the order states. Please confirm it with {office}."
HOLD_LODGED = "Notice of Hold Lodged"
NO_LIST = "No list and no names are enclosed. {Office} releases no information selected by citizenship."
EMPTY = "An empty field means that the record does not state the information."
EMPTY_OR_NOT_GIVEN = "An empty field means that the record does not state the information or that it is not provided."
NOTES: Mapping[str, str] = {
    "charges": "Entries that record a detainer or a hold are not included.",
    "citizenship": "Citizenship is stated as recorded, with the source of the record; it has not been verified.",
}
"""What is said of a field that is enclosed."""


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs: before the items, the items, after them, and lines to fill in."""

    opening: tuple[str, ...]
    items: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    title: str = ""
    """Its own title, where the kind of paper alone does not tell it."""


def office_words(agency: str) -> str:
    """How a letter calls its sender: the Sheriff's Office, the Police Department, the Department, this Office."""
    name = agency.casefold()
    known = (("sheriff", "the Sheriff's Office"), ("police", "the Police Department"), ("department", "the Department"))
    return next((words for key, words in known if key in name), "this Office")


def body_of(answer: Answer, document: Document, office: str, acts: tuple[Answered, ...]) -> Body:
    """The paragraphs of the paper that answers the request."""
    received = _received(answer, office)
    if custody_untold(answer):
        return _neutral(answer, office, received, acts)
    if answer.nobody_here:
        return _nobody(answer, office, received)
    if open_request_questions(answer):
        return _not_clear(answer, office, received)
    return _of_acts(answer, document, office, received, acts)


def _of_acts(
    answer: Answer, document: Document, office: str, received: tuple[str, ...], acts: tuple[Answered, ...]
) -> Body:
    """The paragraphs of a paper whose request is clear: a short one where one thing is said, else act by act."""
    if answer.nobody_placed is not None and acts[0].status is Status.GRANTED:
        return _nobody_found(answer, office, received, acts[0])
    if document is Document.ACKNOWLEDGMENT:
        return _removed(office, received)
    if document is Document.LODGING_NOTICE:
        return _lodged(answer, office, received, acts)
    items = tuple(item(answer, office, each) for each in acts)
    after = (*_enclosed(answer, acts, office), *_told(answer, office), *_public(answer), *_reserved(answer))
    return Body((*received, f"{_upper(office)} responds as follows:"), items, after)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _received(answer: Answer, office: str) -> tuple[str, ...]:
    """What came in and when, in the sender's own words where there are any; what it asks for of a record, and by when."""
    request, source = answer.request, answer.request.source
    day, by = as_day(request.facts.get("received_at")), CHANNEL_WORDS.get(str(source.get("channel")), "")
    with_it = and_list([f"Form {each}" for each in source.get("attachments") or ()])
    what = f"the {PAPER_NAMES[request.kind]} described above{f', with {with_it}' if with_it else ''}"
    first = f"On {long_date(day)}, {office} received{by} {what}." if day else f"{_upper(office)} has received {what}."
    fields = [FIELD_WORDS[each] for each in request.fields]
    wanted = f"It asks for {and_list(fields)}{' of each person' if request.about_a_class else ''}." if fields else ""
    reply = as_day(source.get("reply_by"))
    asked = f"It asks for a response by {long_date(reply)}." if reply else ""
    paragraphs = (_joined(first, _quoted(source, request.kind)), _joined(wanted, asked))
    return tuple(each for each in paragraphs if each)


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


def _quoted(source: Mapping[str, Any], kind: str) -> str:
    """What the sender wrote, word for word, where the sender wrote something; nothing else ever stands in quotation marks."""
    wanted = source.get("class")
    words = (wanted.get("words") if isinstance(wanted, Mapping) else wanted) or source.get("text")
    if not words or kind not in QUOTED:
        return ""
    quote = " ".join(str(words).split())
    return f"It states: “{quote}”{'' if quote.endswith(('.', '?', '!')) else '.'}"


def _nobody(answer: Answer, office: str, received: tuple[str, ...]) -> Body:
    return Body((*received, NOT_HERE.format(day=long_date(answer.setting.as_of), office=office)), after=(NO_ACTION,))


def _neutral(answer: Answer, office: str, received: tuple[str, ...], acts: tuple[Answered, ...]) -> Body:
    """The same words for a person who is not here and for one of whom nobody outside may be told."""
    still_open = pending(acts) or bool(open_request_questions(answer))
    if still_open and not answer.nobody_here:
        return Body((*received, _filled(FOLLOWS, office)))
    return Body((*received, _filled(NOTHING_TO_RELEASE, office)), after=(MORE_IDENTIFIERS,))


def _nobody_found(answer: Answer, office: str, received: tuple[str, ...], of_list: Answered) -> Body:
    """A list of nobody is given by saying so; of nobody outside the class anything is said."""
    found = NOBODY_FOUND.format(day=long_date(answer.setting.as_of), office=office)
    return Body(
        (*received, _joined(found, cited(list(of_list.citations)))), after=(*_public(answer), *_reserved(answer))
    )


def _not_clear(answer: Answer, office: str, received: tuple[str, ...]) -> Body:
    """A draft while the request itself is open: it answers nothing, and asks the sender what the sender can say."""
    said, ask = FOLLOWS, ""
    if answer.request.about_a_class:
        said, ask = CLASS_NOT_CLEAR, STATE_THE_CLASS
    elif any(each.ask.fact == UNREAD for each in answer.questions):
        said = FOLLOWS
    elif answer.questions and answer.office is None:
        said, ask = PERSON_NOT_CLEAR, SEND_IDENTIFIERS
    return Body((*received, _filled(said, office)), after=(ask,) if ask else ())


def _filled(template: str, office: str) -> str:
    return template.format(office=office, Office=_upper(office))


def _removed(office: str, received: tuple[str, ...]) -> Body:
    return Body((*received, _filled(REMOVED, office)))


def _lodged(answer: Answer, office: str, received: tuple[str, ...], acts: tuple[Answered, ...]) -> Body:
    """The warrant stands as a hold; who takes the person, and when, is written down by hand when the person is surrendered."""
    takes = [each for each in acts if each.act.value in TAKES_A_PERSON]
    if not takes or not _stands(answer, takes):
        return Body((*received, _filled(ON_FILE, office)))
    denied = tuple(item(answer, office, each) for each in takes if each.status is Status.DENIED)
    if len(denied) == len(takes):
        return Body(received, denied)
    law = cited([citation for each in takes if each.status is Status.GRANTED for citation in each.citations])
    lodged = _joined(_filled(LODGED, office), law)
    return Body((*received, lodged, _surrender(answer, office, takes)), denied, (), TO_FILL, HOLD_LODGED)


def _stands(answer: Answer, takes: list[Answered]) -> bool:
    """Whether the warrant is established: what is open is no fact of the paper, only when the hand-over comes."""
    if answer.request.kind == "court_order":
        return all(each.status is not Status.PENDING for each in takes)
    open_acts = [made.acts[each.act] for each in takes if each.status is Status.PENDING for made in answer.decisions]
    return all(
        made.outcome in OPEN_DOOR | {Outcome.UNRESOLVED, Outcome.UNKNOWN}
        and not any(ask.fact.startswith("request.") for ask in made.questions)
        for made in open_acts
    )


def _surrender(answer: Answer, office: str, takes: list[Answered]) -> str:
    """When the person is handed over: as state custody ends, with its day where that may be told; a court's order says itself.

    Nothing is promised where the law is unsettled or nobody has chosen.
    """
    if answer.request.kind == "court_order":
        return _filled(AS_ORDERED, office)
    waiting = [made.acts[each.act] for each in takes if each.status is Status.PENDING for made in answer.decisions]
    reserved = [each for each in waiting if not _waits_for_state(each)]
    if reserved:
        unsettled = any(each.outcome is Outcome.UNRESOLVED for each in reserved)
        return _filled(WITH_COUNSEL if unsettled else LATER, office)
    each = answer.people[0] if len(answer.people) == 1 else None
    day = each.subject.booking.scheduled_release_on if each else None
    told = day is not None and each is not None and each.decision.acts[Act.NOTIFY].outcome is not Outcome.MUST_NOT
    pending = each is not None and any(line.disposition == "pending" for line in each.subject.booking.charges)
    return SURRENDER.format(
        office=office,
        when=f" (release is scheduled for {long_date(day)})" if day and told else "",
        pending=" State charges against the inmate are pending." if pending else "",
    )


def _waits_for_state(made: ActDecision) -> bool:
    """Whether nothing but the end of state custody keeps an act open."""
    if made.outcome is Outcome.UNKNOWN:
        return bool(made.questions) and all(ask.fact.startswith("custody.") for ask in made.questions)
    rules = {reason.provision.id for reason in made.controlling}
    return made.outcome is Outcome.UNRESOLVED and bool(rules) and rules <= STATE_CUSTODY_FIRST


def _enclosed(answer: Answer, acts: tuple[Answered, ...], office: str) -> tuple[str, ...]:
    if answer.disclosed:
        return (_enclosed_rows(answer),)
    refused = any(each.act is Act.LIST and each.status is Status.DENIED for each in acts)
    return (_filled(NO_LIST, office),) if refused and _by_citizenship(answer) else ()


def _enclosed_rows(answer: Answer) -> str:
    given = [name for name in answer.request.fields if any(name in each.disclosed for each in answer.disclosed)]
    count = f" for {people(len(answer.disclosed))}" if answer.request.about_a_class else ""
    notes = [NOTES[key] for key in ("charges", "citizenship") if key in given]
    empty = (
        EMPTY_OR_NOT_GIVEN if any(row.field in given for each in answer.disclosed for row in each.withheld) else EMPTY
    )
    return _joined(
        f"Enclosed is the following{count}: {and_list([FIELD_WORDS[each] for each in given])}.", empty, *notes
    )


def _by_citizenship(answer: Answer) -> bool:
    wanted = answer.request.source.get("class")
    rules = wanted.get("filter", wanted) if isinstance(wanted, Mapping) else {}
    return isinstance(rules, Mapping) and "citizenship" in rules


def _told(answer: Answer, office: str) -> tuple[str, ...]:
    """What the law has the office tell the person, in one sentence, where it is certain."""
    due = (
        {d.duty.what: d for each in answer.decisions for d in each.duties if d.certain}
        if len(answer.people) == 1
        else {}
    )
    what = [
        words
        for key, words in (
            (What.GIVE_COPY, "a copy of the request"),
            (What.STATE_INTENT, "written notice of this response"),
        )
        if key in due
    ]
    if not what:
        return ()
    sources = [due[key].source.citation for key in (What.GIVE_COPY, What.STATE_INTENT) if key in due]
    return (f"{_upper(office)} will give the inmate {and_list(what)}. {cited(sources)}",)


def _public(answer: Answer) -> tuple[str, ...]:
    """Where anyone may look, in an answer that gives no more than anyone may have."""
    register = answer.setting.register
    if register is None or not (answer.request.about_a_class or answer.office):
        return ()
    by_place: dict[str, list[Publication]] = {}
    for each in register.on(answer.setting.as_of):
        by_place.setdefault(each.where, []).append(each)
    places = [f"{and_list([FIELD_WORDS[each.field] for each in rows])} at {where}" for where, rows in by_place.items()]
    return (
        (f"The following is open to any member of the public, about any inmate: {'; '.join(places)}.",)
        if places
        else ()
    )


def _reserved(answer: Answer) -> tuple[str, ...]:
    """The reservation of rights that counsel has set for the office, where one is set."""
    to = answer.request.source.get("to")
    words = to.get("reservation") if isinstance(to, Mapping) else None
    return (str(words),) if words else ()
