"""Notices to the person: printed in the person's language and English, served by somebody, recorded; a failure has a next try."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Min, Q, QuerySet

from habeas.answers.languages import LANGUAGES
from habeas.desk.doing import Doing
from habeas.desk.models import Designee, FactRecord, Notice, Person, Request, Service
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.duties import NOT_OWED, TOLD_TO_OTHERS
from habeas.desk.services.cases.related_rows import Row, rows_of
from habeas.desk.services.clocks.clocks import meet_notice, start_for_notices
from habeas.desk.services.decisions.closing import go_on
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.office.office import office
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, moving, needed

Result = Service.Result
OTHER_LANGUAGE = "other"

EXCUSES: dict[str, str] = {
    "gone": "Released before service",
    "hospital": "In hospital; cannot be reached",
    "no_interpreter": "No interpreter available after logged attempts",
    "not_owed": NOT_OWED,
    "order": "Court order not to notify the person",
}
"""Why a commander may excuse a notice."""

CONSENT: dict[str, bool | None] = {"yes": True, "no": False, "attorney": False, "none": None}
"""The person's answer to the consent form: yes; no; only with an attorney (no, as it stands); no answer."""


CONSULAR = "offer_consular_notice"
CONSULAR_ANSWERS: dict[str, str] = {
    "yes": "Notify the consulate",
    "no": "Do not notify the consulate",
    "none": "No answer",
}
"""What an inmate says to the offer of consular notification; nobody is asked for a nationality without a yes."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a try went: when (now where None), through whom, where, by whom; the answer to an offer; the next try; to which designee."""

    at: datetime | None = None
    interpreter: str = ""
    place: str = ""
    note: str = ""
    next_try_at: datetime | None = None
    designee: Designee | None = None
    served_by: str = ""
    answer: str = ""


NOW = Told()


def serve(
    notice: Notice, result: str, language: str, doing: Doing, told: Told = NOW, seen: int | None = None
) -> Service:
    """Record one try to tell the person (or, for a notice to others, that it was sent to the designee or attorney).

    A refusal to take or sign it is a service; a failure needs the time of the next try. After the last service the request moves on.
    """
    _check(notice, result, language, doing, told)
    at = told.at or doing.at
    with moving(notice.request, "serve_notice", doing, seen) as move:
        made = Service.objects.create(
            notice=notice, result=result, language=language, interpreter=told.interpreter[:160],
            place=told.place[:120], note=told.note[:300], served_by=told.served_by[:160],
            answer=_answer(notice, told), by=doing.needed_account, at=at, recorded_at=doing.at,
            next_try_at=told.next_try_at if result == Service.Result.FAILED else None,
        )  # fmt: skip
        notice.designee = told.designee or notice.designee
        if result != Service.Result.FAILED:
            notice.served_at = at
        notice.save(update_fields=["served_at", "designee"])
        if notice.served_at:
            meet_notice(notice, result, doing)
        ask_consulate(notice, made, doing)
        move.entry.detail |= {"notice": notice.key, "what": notice.what, "result": result, "language": language}
        move.entry.detail["at"] = at.isoformat()
        move.entry.detail |= {"answer": made.answer} if made.answer else {}
        move.entry.sealed |= {"interpreter": told.interpreter, "place": told.place, "served_by": told.served_by}
    go_on(notice.request, doing)
    return made


def _answer(notice: Notice, told: Told) -> str:
    return told.answer if notice.what == CONSULAR else ""


def ask_consulate(offer: Notice, service: Service, doing: Doing) -> None:
    """Owe the word to the consulate where the inmate asked for it (Vienna Convention, art. 36(1)(b): without delay)."""
    if service.answer != "yes" or service.result == Result.FAILED:
        return
    made = Notice.objects.create(
        request=offer.request, person=offer.person, what="notify_consular_officer", citation=offer.citation,
        says="The inmate asks that the consulate be notified. Notify it without delay, and log whom you notified.",
        due_at=service.at + timedelta(hours=office().notice_hours), raised_at=doing.at,
    )  # fmt: skip
    start_for_notices([made], doing)


def serve_together(
    owed: Iterable[Notice], result: str, language: str, doing: Doing, told: Told = NOW, seen: int | None = None
) -> list[Service]:
    """Record one visit in which several notices of one request were given: all of them, or none where one cannot be."""
    made, version = [], seen
    with transaction.atomic():
        for notice in owed:
            made.append(serve(notice, result, language, doing, told, version))
            version = None  # the first has looked; the rest are the same visit
    return made


def also_due(notice: Notice) -> Q:
    """Which notices are others to the same person of the same request, still due: one visit can serve them all."""
    others = Q(request=notice.request_id, served_at=None, excused="") & ~Q(pk=notice.pk)
    return others & ~Q(what__in=TOLD_TO_OTHERS)


def beside_it(notice: Notice) -> QuerySet[Notice]:
    """Those other notices."""
    return Notice.objects.filter(also_due(notice)).select_related("request").order_by("id")


def _check(notice: Notice, result: str, language: str, doing: Doing, told: Told) -> None:
    failed = result == Service.Result.FAILED
    faults = (
        (bool(notice.served_at or notice.excused), "This notice was already served or marked unservable."),
        (result not in Service.Result.values, "Choose the result: served, refused, or unable to serve."),
        (language not in (*LANGUAGES, OTHER_LANGUAGE), "Choose the language it was served in."),
        (told.at is not None and told.at > doing.at, "The time entered is in the future; enter the actual time."),
        (
            failed and (told.next_try_at is None or told.next_try_at <= doing.at),
            "Unable to serve: enter when the next attempt is.",
        ),
        (
            notice.what == CONSULAR and result == Result.SERVED and told.answer not in CONSULAR_ANSWERS,
            "Choose what the inmate answered to the offer of consular notification.",
        ),
        (
            notice.what == "notify_consular_officer" and not failed and not told.note.strip(),
            "Enter in the note which consulate was notified, and whom.",
        ),
        (
            notice.what == "notify_attorney_or_designee" and not failed and told.designee is None,
            "Choose the recipient: log the attorney or designee first.",
        ),
    )
    for wrong, sentence in faults:
        if wrong:
            raise RefusedError(sentence)


def excuse(notice: Notice, reason: str, words: str, doing: Doing, seen: int | None = None) -> None:
    """A commander excuses a notice that cannot be served, for a listed reason."""
    if reason not in EXCUSES:
        raise RefusedError("Choose one of the listed reasons.")
    if notice.served_at or notice.excused:
        raise RefusedError("This notice was already served or marked unservable.")
    with moving(notice.request, "excuse_notice", doing, seen) as move:
        notice.excused = f"{EXCUSES[reason]}. {words}".strip()[:300]
        notice.save(update_fields=["excused"])
        meet_notice(notice, "excused", doing)
        move.entry.detail |= {"notice": notice.key, "excused": reason}
        move.entry.sealed["words"] = words
    go_on(notice.request, doing)


def name_designee(person: Person, name: str, relation: str, address: str, doing: Doing) -> Designee:
    """Record the attorney or the one person whom the person in custody named to be told."""
    check_right(needed("name_designee"), doing.role)
    if not name.strip() or not address.strip():
        raise RefusedError("Enter the name, and where to send the notice.")
    with acting(doing, "serve", "person", person.key) as entry:
        made = Designee.objects.create(
            person=person, name=name[:160], relation=relation[:60] or "designee", address=address[:300], named_at=doing.at,
            by=doing.needed_account,
        )  # fmt: skip
        entry.detail |= {"designee": made.key}
        entry.sealed |= {"name": name, "address": address}
    return made


def record_consent(request: Request, answer: str, doing: Doing, at: datetime | None = None) -> FactRecord:
    """Record the person's answer to the written consent form for an interview, as a fact with its source."""
    if answer not in CONSENT:
        raise RefusedError("Choose the inmate's answer: yes, no, only with an attorney, or no answer.")
    source = {"attorney": "the consent form: only with an attorney present", "none": "the consent form: no answer"}
    words = source.get(answer, "the consent form, signed by the person")
    return record_fact(
        request, "person.written_consent", CONSENT[answer], words, at or doing.at, doing, "record_consent"
    )


def due(everything: bool = False) -> QuerySet[Notice]:
    """The notices that are neither served nor excused (or all of them), the most urgent first, with their tries counted."""
    rows = Notice.objects.select_related("person", "request", "request__booking", "designee").annotate(
        tries=Count("services")
    )
    rows = rows.defer("person__record", "request__source", "request__match")
    return (
        rows.order_by("served_at", "due_at", "id")
        if everything
        else rows.filter(served_at=None, excused="").order_by("due_at", "id")
    )


def people_owed(everything: bool = False) -> QuerySet[Any, Any]:
    """Whom notices are owed to (or were), as rows of `person` (a number), those whose first is due soonest first."""
    rows = Notice.objects.all() if everything else Notice.objects.filter(served_at=None, excused="")
    return rows.values("person").annotate(first=Min("due_at")).order_by(F("first").asc(nulls_last=True), "person")


def by_person(people: Sequence[int], everything: bool = False) -> list[tuple[Person, list[Notice]]]:
    """The notices of these people, each person's together, in the order of the people."""
    found: dict[int, list[Notice]] = {number: [] for number in people}
    for each in due(everything).filter(person__in=people):
        found[each.person_id].append(each)
    return [(rows[0].person, rows) for rows in found.values() if rows]


def to_others(notice: Notice) -> bool:
    """Whether somebody else than the person is told or asked."""
    return notice.what in TOLD_TO_OTHERS


def asks_answer(notice: Notice, also: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the visit offers consular notification: by the notice itself, or by one that may be served with it."""
    return CONSULAR in {notice.what, *(each["what"] for each in also)}


def notice_called(key: str) -> Notice | None:
    """One notice with its person and its request."""
    rows = Notice.objects.select_related("person", "request__booking", "request__person", "designee")
    return rows.defer("person__record", "request__person__record").filter(key=key).first()


def beside_notice(notice: Notice) -> dict[str, list[Row]]:
    """What its page shows beside it, in one query: the tries (`service`), designees, others due (`notice`), staff (`account`)."""
    conditions = {
        "account": Q(),
        "service": Q(notice=notice),
        "designee": Q(person=notice.person_id),
        "notice": also_due(notice),
    }
    return rows_of(conditions)


def designee_of(notice: Notice, key: str) -> Designee | None:
    """The designee of the notice's person with this key."""
    return notice.person.designees.filter(key=key).first()


def chosen_beside(notice: Notice, keys: Iterable[str]) -> list[Notice]:
    """Those of the other notices still due that are chosen by key."""
    return list(beside_it(notice).filter(key__in=list(keys)))
