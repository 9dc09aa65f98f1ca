"""The paragraphs of each paper that goes out: what was received, what is answered, what is enclosed, where it is open to anyone."""

from collections.abc import Mapping
from typing import Any

from habeas.answers.act_sentences import Status
from habeas.answers.body import Body, filled, joined, upper
from habeas.answers.build import UNREAD, Answer, open_request_questions
from habeas.answers.citations import cited
from habeas.answers.documents import COURT_KINDS, Document, paper_name, paper_word
from habeas.answers.items import item
from habeas.answers.lodging import lodged
from habeas.answers.naming import called
from habeas.answers.neutral import custody_untold
from habeas.answers.records_law import denial, determination, lines_to_fill
from habeas.answers.register import PublishedField
from habeas.answers.statuses import Answered, pending
from habeas.answers.words import FIELD_WORDS, and_list, as_day, due_words, long_date, people
from habeas.law.model.vocabulary import Act, What
from habeas.requests.field_names import field_named
from habeas.requests.request import Request

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

NOT_HERE = (
    "On {day}, {office} searched its custody records with the information in {whose} {paper}. The person named above is not in "
    "its custody."
)
NOBODY_FOUND = (
    "On {day}, {office} searched its custody records. No inmate in custody on that day was found to meet the description in the "
    "request, so no list is enclosed."
)
NO_ACTION = "No action will be taken on the request. If you have further identifying information, please send it."
NOT_CARRIED_OUT = "The {paper} cannot be carried out on a person who is not in its custody."
NOW_ONLY = "The search did not cover records of earlier custody."
NOTHING_TO_RELEASE = "{Office} has no record that it may release in response to the request."
MORE_IDENTIFIERS = "If you have further identifying information, please send it."
FOLLOWS = "The response of {office} to the {paper} will follow."
CLASS_NOT_CLEAR = "{Office} cannot respond until it is clear which persons and which information the request means."
STATE_THE_CLASS = "Please state the persons and the information requested in terms that a booking record can answer."
PERSON_NOT_CLEAR = (
    "With the information in your request, {office} cannot identify the person named above among the persons in its custody, "
    "and has taken no action on the request."
)
NOT_YET_FOUND = (
    "With the information in the {paper}, {office} cannot yet identify the person named above among the persons in its custody. "
    "Its response to the {paper} will follow."
)
SEND_IDENTIFIERS = (
    "Please send further identifying information, such as the full name, date of birth, FBI number or fingerprints."
)
OTHER_ITEMS = "It also asks for other items."
SPOKEN = "a written record of the request"
"""What is given of a request that came by telephone: there is no paper to copy."""
COMPLIED = "It is to be complied with {due}."
REMOVED = "{Office} has removed the detainer that your agency canceled. It will not hold the inmate on that detainer."
NO_LIST = "No list and no names are enclosed. {Office} releases no information selected by citizenship."
EMPTY = "An empty field means that the record does not state the information."
EMPTY_OR_NOT_GIVEN = "An empty field means that the record does not state the information or that it is not provided."
MADE_FROM = (
    "The list is made from the custody roster of {hour}. It does not include a person whose record does not state what the request "
    "selects by."
)
SEARCHED_IN = (
    "The search was made in the custody roster of {hour}. A person whose record does not state what the request selects by was not "
    "counted as meeting the description."
)
NOTES: Mapping[str, str] = {
    "charges": "Entries that record a detainer or a hold are not included.",
    "citizenship": "Citizenship is stated as recorded, with the source of the record; it has not been verified.",
}
"""What is said of a field that is enclosed."""


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
        return lodged(answer, office, received, acts)
    items = tuple(called(answer, item(answer, office, each)) for each in acts)
    told = tuple(called(answer, each) for each in _told(answer, office))
    published = _public(answer)
    after = (*_enclosed(answer, acts, office), *told, *published, *denial(answer, acts), *_reserved(answer))
    opening = (*received, joined(determination(answer, acts, office), f"{upper(office)} responds as follows:"))
    return Body(opening, items, after, lines_to_fill(answer, acts, published=bool(published)))


def _received(answer: Answer, office: str) -> tuple[str, ...]:
    """What came in and when, in the sender's own words where there are any; what it asks for of a record, and by when."""
    request, source = answer.request, answer.request.source
    day, by = as_day(request.facts.get("received_at")), CHANNEL_WORDS.get(str(source.get("channel")), "")
    with_it = and_list([f"Form {each}" for each in source.get("attachments") or ()])
    what = f"the {paper_name(request)} described above{f', with {with_it}' if with_it else ''}"
    first = f"On {long_date(day)}, {office} received{by} {what}." if day else f"{upper(office)} has received {what}."
    fields = [FIELD_WORDS[each] for each in request.fields]
    wanted = f"It asks for {and_list(fields)}{' of each person' if request.about_a_class else ''}." if fields else ""
    reply = as_day(source.get("reply_by"))
    asked = f"It asks for a response by {long_date(reply)}." if reply else ""
    obeyed = COMPLIED.format(due=due_words(source)[2:]) if due_words(source) else ""
    paragraphs = (joined(first, _quoted(source, request.kind)), joined(wanted, _other(request), asked, obeyed))
    return tuple(each for each in paragraphs if each)


def _other(request: Request) -> str:
    """That it asks for more than was understood: in the sender's words where they stand in the paper, else without any."""
    given = request.source.get("fields") or ()
    unread = [str(each) for each in given if field_named(each) not in request.fields]
    if not unread:
        return ""
    text = " ".join(str(request.source.get("text") or "").split())
    found = [text.casefold().find(each.casefold()) for each in unread]
    if any(at < 0 for at in found):
        return OTHER_ITEMS
    return f"It also asks for {and_list([f'“{text[at : at + len(each)]}”' for at, each in zip(found, unread, strict=True)])}."


def _quoted(source: Mapping[str, Any], kind: str) -> str:
    """What the sender wrote, word for word, where the sender wrote something; nothing else ever stands in quotation marks."""
    wanted = source.get("class")
    words = (wanted.get("words") if isinstance(wanted, Mapping) else wanted) or source.get("text")
    if not words or kind not in QUOTED:
        return ""
    quote = " ".join(str(words).split())
    return f"It states: “{quote}”{'' if quote.endswith(('.', '?', '!')) else '.'}"


def _nobody(answer: Answer, office: str, received: tuple[str, ...]) -> Body:
    searched = NOT_HERE.format(day=long_date(answer.setting.as_of), office=office, **_which(answer))
    if answer.request.kind not in COURT_KINDS:
        return Body((*received, searched), after=(NO_ACTION,))
    records = "subpoena" in answer.request.kind
    return Body(
        (
            *received,
            joined(searched, NOW_ONLY if records else filled(NOT_CARRIED_OUT, office, paper_word(answer.request))),
        )
    )


def _which(answer: Answer) -> dict[str, str]:
    """`your request`, but `the subpoena`: whoever serves a court's paper did not write it."""
    court = answer.request.kind in COURT_KINDS
    return {"whose": "the", "paper": paper_word(answer.request)} if court else {"whose": "your", "paper": "request"}


def _neutral(answer: Answer, office: str, received: tuple[str, ...], acts: tuple[Answered, ...]) -> Body:
    """The same words for a person who is not here and for one of whom nobody outside may be told."""
    still_open = pending(acts) or bool(open_request_questions(answer))
    if still_open and not answer.nobody_here:
        return Body((*received, filled(FOLLOWS, office, paper_word(answer.request))))
    return Body((*received, filled(NOTHING_TO_RELEASE, office)), after=(MORE_IDENTIFIERS,))


def _nobody_found(answer: Answer, office: str, received: tuple[str, ...], of_list: Answered) -> Body:
    """A list of nobody is given by saying so; of nobody outside the class anything is said."""
    found = joined(
        NOBODY_FOUND.format(day=long_date(answer.setting.as_of), office=office), _made_from(answer, SEARCHED_IN)
    )
    return Body(
        (*received, joined(found, cited(list(of_list.citations)))), after=(*_public(answer), *_reserved(answer))
    )


def _not_clear(answer: Answer, office: str, received: tuple[str, ...]) -> Body:
    """A draft while the request itself is open: it answers nothing, and asks the sender what the sender can say."""
    said, ask = FOLLOWS, ""
    if answer.request.about_a_class:
        said, ask = CLASS_NOT_CLEAR, STATE_THE_CLASS
    elif any(each.ask.fact == UNREAD for each in answer.questions):
        said = FOLLOWS
    elif answer.questions and answer.office is None:
        said, ask = _who_is_meant(answer)
    return Body((*received, filled(said, office, paper_word(answer.request))), after=(ask,) if ask else ())


def _who_is_meant(answer: Answer) -> tuple[str, str]:
    """The person is not found for certain: the sender can say more, and a court's paper is neither refused nor left alone for that."""
    if answer.request.kind in COURT_KINDS:
        return NOT_YET_FOUND, ""
    return PERSON_NOT_CLEAR, SEND_IDENTIFIERS


def _removed(office: str, received: tuple[str, ...]) -> Body:
    return Body((*received, filled(REMOVED, office)))


def _enclosed(answer: Answer, acts: tuple[Answered, ...], office: str) -> tuple[str, ...]:
    if answer.disclosed:
        return (_enclosed_rows(answer),)
    refused = any(each.act is Act.LIST and each.status is Status.DENIED for each in acts)
    return (filled(NO_LIST, office),) if refused and _by_citizenship(answer) else ()


def _enclosed_rows(answer: Answer) -> str:
    given = [name for name in answer.request.fields if any(name in each.disclosed for each in answer.disclosed)]
    count = f" for {people(len(answer.disclosed))}" if answer.request.about_a_class else ""
    made = _made_from(answer) if answer.request.about_a_class else ""
    notes = [NOTES[key] for key in ("charges", "citizenship") if key in given]
    empty = (
        EMPTY_OR_NOT_GIVEN if any(row.field in given for each in answer.disclosed for row in each.withheld) else EMPTY
    )
    return joined(
        f"Enclosed is the following{count}: {and_list([FIELD_WORDS[each] for each in given])}.", made, empty, *notes
    )


def _made_from(answer: Answer, words: str = "") -> str:
    """Of which hour a list is, and whom it leaves out: that is said of every list, and of nobody how many they are."""
    at = answer.setting.roster_at
    hour = f"{long_date(at.date())}, {at:%H%M} hours" if at else long_date(answer.setting.as_of)
    return (words or MADE_FROM).format(hour=hour)


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
            (What.GIVE_COPY, SPOKEN if answer.request.source.get("channel") == "phone" else "a copy of the request"),
            (What.STATE_INTENT, "written notice of this response"),
        )
        if key in due
    ]
    if not what:
        return ()
    sources = [due[key].source.citation for key in (What.GIVE_COPY, What.STATE_INTENT) if key in due]
    return (f"{upper(office)} will give the inmate {and_list(what)}. {cited(sources)}",)


ASKS_NO_INFORMATION = frozenset({"facility_access", "agreement_proposal"})
"""Requests about nobody that ask for no information: what anyone may look up is no part of their answer."""


def _public(answer: Answer) -> tuple[str, ...]:
    """Where anyone may look, in an answer that gives no more than anyone may have."""
    register = answer.setting.register
    asks_information = answer.request.about_a_class or (
        answer.office and answer.request.kind not in ASKS_NO_INFORMATION
    )
    if register is None or not asks_information:
        return ()
    by_place: dict[str, list[PublishedField]] = {}
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
