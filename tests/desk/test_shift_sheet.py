"""The pass-on sheet: clerks too, with names that are stored nowhere, no word cut, and the next watch takes over what it accepts."""

import os
from pathlib import Path

import pypdfium2
import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Booking, Contact, Event, Handover, Request
from habeas.desk.services.cases.assigning import assign, comment, take
from habeas.desk.services.contacts import contacts
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.identity import disputes
from habeas.desk.services.pages import shift_sheet, shifts
from habeas.desk.services.pages.board import board_for
from habeas.desk.workflow.errors import NotYoursError, RefusedError

from .test_beside import call
from .test_core import detainer
from .test_findings_stand import warrant

pytestmark = pytest.mark.django_db


@pytest.fixture
def doing(staff, now):
    return lambda name: by(staff[name], now)


@pytest.fixture
def worked(subject, doing, now):
    """What a clerk leaves: a request in hand with a note, another with notices due, a dispute, a promise and an unfinished call."""
    asked = detainer(subject, now)
    take(asked, doing("clerk"))
    comment(asked, "The sender calls back at 0600.", doing("clerk"))
    make(detainer(subject, now), [], doing("clerk"))
    disputes.raise_dispute(subject, "not_me", "the person", doing("clerk"))
    contacts.log(call(now, promised="call back", promised_for=now), doing("clerk"))
    contacts.log(call(now, who="Officer Unfinished"), doing("clerk"), finish=False)
    return asked


def words_of(made):
    return " ".join(f"{line.who} {line.request} {line.what}" for part in shift_sheet.sheet(made) for line in part.lines)


def test_a_clerk_passes_on_and_the_sheet_names_whom_it_is_about_but_what_is_stored_does_not(worked, doing, subject):
    made = shifts.prepare(doing("clerk"))
    assert made.role == "clerk"
    words = words_of(made)
    for each in (
        subject.shown,
        worked.number,
        "The sender calls back at 0600.",
        "call back",
        "Officer Unfinished",
        "This is not me",
    ):
        assert each in words
    kept = str(made.body) + " ".join(each.body for each in Event.objects.filter(act="hand_over"))
    assert not [each for each in (subject.family_name, "0600", "Unfinished") if each in kept]


def test_the_next_watch_takes_over_what_was_in_the_hands_of_the_last(worked, doing, staff, now, here):
    other = detainer(worked.person, now)
    assign(other, "commander", "Decide, please.", doing("clerk"))
    made = shifts.prepare(doing("clerk"))
    kept = detainer(worked.person, now)
    take(kept, doing("clerk"))  # after the report: it stays
    shifts.take(made, shifts.shown(made), doing("clerk2"))
    assert Request.objects.get(pk=worked.pk).assigned_to == staff["clerk2"]
    assert Request.objects.get(pk=other.pk).assigned_role == "commander"
    assert Request.objects.get(pk=kept.pk).assigned_to == staff["clerk"]
    board = board_for(staff["clerk2"], now, here, {"show": "mine"})
    assert worked.number in [row.request.number for _, _, rows in board.groups for row in rows if row.request]
    unfinished = Contact.objects.get(finished_at=None)
    assert unfinished in board.contacts
    event = Event.objects.filter(act="hand_over").latest("seq")
    assert worked.number in event.body


def test_nobody_accepts_their_own_or_a_shift_of_another_role(worked, doing):
    made, commanders = shifts.prepare(doing("clerk")), shifts.prepare(doing("commander"))
    with pytest.raises(RefusedError, match="the next watch accepts it"):
        shifts.take(made, shifts.shown(made), doing("clerk"))
    with pytest.raises(RefusedError, match="a watch commander accepts it"):
        shifts.take(commanders, shifts.shown(commanders), doing("clerk2"))
    with pytest.raises(NotYoursError):
        shifts.prepare(doing("notice_server"))
    shifts.take(made, shifts.shown(made), doing("commander"))
    with pytest.raises(RefusedError, match="accepted already"):
        shifts.take(made, shifts.shown(made), doing("clerk2"))


def test_what_another_watch_took_meanwhile_stays_with_it(worked, doing, staff):
    made = shifts.prepare(doing("clerk"))
    take(worked, doing("commander"))
    shifts.take(made, shifts.shown(made), doing("clerk2"))
    assert Request.objects.get(pk=worked.pk).assigned_to == staff["commander"]


def test_the_sheet_prints_every_word_of_its_lines_and_says_what_it_leaves_out(worked, doing, subject, now, as_role):
    for number in range(70):
        asked = detainer(subject, now)
        take(asked, doing("clerk"))
        comment(asked, f"{number} " + "a long note that no line holds " * 12, doing("clerk"))
    made = shifts.prepare(doing("clerk"))
    answer = as_role("clerk").get(reverse("shift_paper", args=[made.key]))
    if os.environ.get("HABEAS_LOOK"):
        Path(os.environ["HABEAS_LOOK"], "shift.pdf").write_bytes(answer.content)
    pages = pypdfium2.PdfDocument(answer.content)
    assert len(pages) < 8
    text = " ".join(" ".join(each.get_textpage().get_text_range() for each in pages).split())
    assert "more: see the desk" in text
    assert "\u2026" not in text
    assert subject.family_name in text
    assert "Accepted by" in text
    parts = shift_sheet.on_paper(shift_sheet.sheet(made))
    assert sum(len(each.lines) for each in parts if each.title not in shift_sheet.WHOLE) == shift_sheet.ON_PAPER
    assert all(each.lines for each in shift_sheet.sheet(made) if each.title == "Disputes")


def test_the_page_costs_twelve_queries_at_most_and_an_older_report_still_reads(
    worked, doing, as_role, django_assert_max_num_queries
):
    made = shifts.prepare(doing("commander"))
    Handover.objects.filter(pk=made.pk).update(role="", body={"clocks": [], "later": 3})
    fresh = shifts.prepare(doing("clerk"))
    clerk = as_role("clerk")
    for each in (made, fresh):
        with django_assert_max_num_queries(12):
            page = clerk.get(reverse("shift", args=[each.key]))
        assert page.status_code == 200
    assert clerk.get(reverse("shifts")).status_code == 200
    clerk.post(reverse("shift_take", args=[made.key]))
    assert Handover.objects.get(pk=made.pk).incoming is None, "a report of before is a watch commander's"


def test_the_sheet_begins_with_whom_a_judge_wants_and_who_leaves(worked, subject, doing, now):
    booking = subject.bookings.first()
    Booking.objects.filter(pk=booking.pk).update(scheduled_release_on=now.date(), released_at=None)
    wanted = warrant(subject, now)
    made = shifts.prepare(doing("clerk"))
    first, second, *_ = shift_sheet.sheet(made)
    assert [line.request for line in first.lines] == [wanted.number]
    assert first.lines[0].late, "nobody has settled it yet"
    assert "NOT SETTLED" in first.lines[0].what
    assert [line.who for line in second.lines] == [subject.shown]
    assert wanted.number in second.lines[0].what
    assert subject.family_name not in str(made.body)


def test_no_release_is_left_out_of_the_printed_sheet_no_word_is_cut_and_a_judges_warrant_is_marked(
    subject, doing, now, as_role
):
    stay = subject.bookings.first()
    leaves = {
        "scheduled_release_on": now.date(),
        "released_at": None,
        "facility": "Twin Towers",
        "housing": "North Annex B-35",
    }
    Booking.objects.filter(pk=stay.pk).update(**leaves)
    for number in range(45):
        Booking.objects.create(person=subject, booking_id=f"B-{number}", **leaves)
    wanted = warrant(subject, now)
    made = shifts.prepare(doing("clerk"))
    answer = as_role("clerk").get(reverse("shift_paper", args=[made.key]))
    if os.environ.get("HABEAS_LOOK"):
        Path(os.environ["HABEAS_LOOK"], "shift2.pdf").write_bytes(answer.content)
    pages = pypdfium2.PdfDocument(answer.content)
    text = " ".join(" ".join(each.get_textpage().get_text_range() for each in pages).split())
    assert (
        text.count("scheduled release 2026") + text.count("scheduled release Wed") + text.count("scheduled release 03")
        == 46
    )
    assert "NOT SETTLED: call the watch commander and counsel now" in text
    assert "\u2026" not in text
    leaving = shift_sheet.on_paper(shift_sheet.sheet(made))[1]
    assert (len(leaving.lines), leaving.more) == (46, 0)
    assert all(f"JUDGE'S WARRANT {wanted.number}: NOT SETTLED" in line.what for line in leaving.lines)


def test_more_releases_than_are_passed_on_are_counted(subject, doing, now, monkeypatch):
    from habeas.desk.services.pages import shift_releases

    monkeypatch.setattr(shift_releases, "MOST", 1)
    Booking.objects.filter(person=subject).update(scheduled_release_on=now.date(), released_at=None)
    Booking.objects.create(person=subject, booking_id="B-2", scheduled_release_on=now.date())
    parts = shift_sheet.on_paper(shift_sheet.sheet(shifts.prepare(doing("clerk"))))
    assert (len(parts[1].lines), parts[1].more) == (1, 1)
