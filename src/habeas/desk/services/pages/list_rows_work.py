"""The rows of the lists of work, as files and printed lists hold them: the same rows as the page, with its filter, without its pages."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from habeas.desk.models import Account, Contact, Handover, Office, Question
from habeas.desk.services.clocks.late import left_words
from habeas.desk.services.contacts import contacts as contact_log
from habeas.desk.services.identity import disputes as dispute_log
from habeas.desk.services.outgoing import notices as notice_list
from habeas.desk.services.outgoing.notice_labels import NOTICE_WORDS
from habeas.desk.services.pages import listing
from habeas.desk.services.pages.board import ROLE_WORDS, board_for
from habeas.desk.services.pages.board_view import known_of_board
from habeas.desk.workflow.kinds import KINDS_SAID
from habeas.desk.workflow.open_acts import standing_words

Row = tuple[Any, ...]
EVERY = 1_000_000
"""More than any office has of anything: a file holds everything."""


def board(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """One line a task, in the order of the board."""
    for _, _, rows in board_for(account, at, here, known_of_board(asked)).groups:
        for row in rows:
            kind = KINDS_SAID.get(row.request.kind, "") if row.request else ""
            numbers = " ".join([row.request.number, *row.others]) if row.request else ""
            name = row.person.shown if row.person else ""
            yield row.ends_at, left_words(row.ends_at, at), name, row.what, kind, row.holder, row.next, numbers


def requests(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """The requests of the tab and filter that were asked for."""
    rows = listing.every_row(asked, account, at).select_related("person", "assigned_to").defer("source", "match")
    for each in rows.iterator(chunk_size=500):
        due = each.due  # type: ignore[attr-defined] # a column of the list
        words, then = standing_words(each.state, each.open_draft)  # type: ignore[attr-defined] # another
        name = each.person.shown if each.person else ""
        hands = each.assigned_to.shown if each.assigned_to else ROLE_WORDS.get(each.assigned_role, "")
        kind = KINDS_SAID.get(each.kind, "")
        yield each.number, name, kind, due, left_words(due, at), words, then, hands, each.received_at


def questions(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """The open questions, of one who can answer where one is chosen."""
    rows = Question.objects.filter(closed_at=None).exclude(request__state__in=("ended", "closed"))
    for each in rows.select_related("request").order_by("asked_at", "raised_at"):
        if not asked.get("of") or each.of == asked["of"]:
            yield each.request.number, each.ask, each.of, each.raised_at, each.asked_at


def notices(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """The notices that are due, or all of them, by person."""
    everything = asked.get("all") == "yes"
    people = [row["person"] for row in notice_list.people_owed(everything)]
    for person, rows in notice_list.by_person(people, everything):
        for each in rows:
            stay = each.request.booking
            housing = f"{stay.facility} {stay.housing}" if stay else ""
            open_now = each.served_at is None and not each.excused
            left = left_words(each.due_at, at) if open_now else ""
            result = "" if open_now else "unservable" if each.excused else "served"
            what = NOTICE_WORDS.get(each.what, each.what.replace("_", " "))
            tries = each.tries  # type: ignore[attr-defined] # a column of the list
            yield person.shown, housing, person.language, what, each.due_at, left, tries, result, each.request.number


def disputes(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """Every dispute, the open ones first."""
    for each in dispute_log.open_first(EVERY):
        status = each.resolution.replace("_", " ") or ("awaiting second review" if each.proposed_at else "open")
        number = each.request.number if each.request else ""
        says = each.get_says_display()
        yield each.raised_at, each.person.shown, says, each.on_word_of, status, each.resolved_at, number


def contacts(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """The contact log, narrowed as on the page."""
    rows = contact_log.narrowed(asked.get("only", ""), asked.get("way", "")).select_related("request")
    for each in rows:
        number = each.request.number if each.request else ""
        way, status = Contact.Way(each.way).label, "complete" if each.finished_at else "not finished"
        promised = (each.promised, each.promised_for) if each.promised and not each.promise_kept_at else ("", None)
        yield each.began_at, way, each.who, each.agency, each.asked, status, *promised, number


def shifts(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """Every pass-on report, the newest first."""
    for each in Handover.objects.select_related("outgoing", "incoming").order_by("-made_at", "-id"):
        yield each.made_at, each.outgoing.shown, each.incoming.shown if each.incoming else "", each.taken_at
