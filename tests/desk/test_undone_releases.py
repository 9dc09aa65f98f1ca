"""A release reported wrongly is undone whole, and a release target never orders to the street whom a standing order holds."""

import json
from dataclasses import replace

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Clock, Event, Office
from habeas.desk.services.clocks import clocks
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.identity import disputes
from habeas.desk.services.pages import shift_sheet, shifts
from habeas.desk.services.pages.board import board_for
from habeas.desk.services.releases import release_watch
from habeas.desk.services.releases.released_against import Confirmed, StandsAgainstError, stands_against
from habeas.desk.services.releases.standing_orders import orders_about
from habeas.desk.services.releases.undoing import undo_release
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import PROOF, settle, texas, warrant
from tests.desk.test_standing_orders import granted

pytestmark = pytest.mark.django_db
KINDS = ("warrant", "hold", "undetermined", "nothing")
NOTHING = "Nothing here may delay this release"


def stands(kind, subject, staff, now, later, here):
    """A request of which something, or nothing, stands against a release; where it was decided it was answered as well."""
    if kind in {"hold", "undetermined"}:
        texas(here)
    asked = warrant(subject, now) if kind == "warrant" else detainer(subject, now)
    record_fact(asked, "custody.releasable", True, "records", now, by(staff["clerk"], now))
    if kind == "hold":
        record_fact(asked, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    if kind in {"warrant", "hold"}:
        granted(asked, staff, later)
        asked.state = "watching"
        asked.save()
    return asked


def seen(asked, subject, staff, at, as_role):
    """What the desk says of an inmate: the orders, the running deadlines, the board, the sheet and the two pages."""
    board = board_for(staff["clerk"], at, Office.objects.get())
    rows = [(row.what, row.next, row.order, row.ends_at) for _, _, group in board.groups for row in group]
    pinned = [(row.what, row.order, row.ends_at) for row in board.releases]
    parts = shift_sheet.sheet(shifts.prepare(by(staff["clerk"], at)))
    sheet = [(part.title, [line.what for line in part.lines]) for part in parts]
    pages = [reverse("booking_release", args=[asked.booking.key]), reverse("request", args=[asked.number])]
    said = [NOTHING in as_role("clerk").get(page).content.decode() for page in pages]
    asked.refresh_from_db()
    running = sorted(Clock.objects.filter(met_at=None).values_list("kind", "ends_at"))
    return (asked.state, asked.ended_how, orders_about([subject.pk], at), running, rows, pinned, sheet, said)


@pytest.mark.parametrize("kind", KINDS)
def test_an_undone_release_leaves_everything_as_it_was_and_the_next_one_is_stopped_as_the_first(
    kind, subject, staff, now, later, here, as_role
):
    asked = stands(kind, subject, staff, now, later, here)
    at, clerk = later(minutes=5), by(staff["clerk"], later(minutes=5))
    stay = asked.booking
    release_watch.report_ready(stay, later(minutes=4), clerk)
    before, against = seen(asked, subject, staff, at, as_role), stands_against(stay, "released", clerk)
    assert bool(against) is (kind != "nothing")
    if against:
        with pytest.raises(StandsAgainstError):
            release_watch.report_release(stay, at, "released", clerk)
    release_watch.report_release(stay, at, "released", clerk, Confirmed("the wrong line"))
    clocks.tick(at)
    undone = undo_release(stay, "another inmate left", clerk)
    asked.refresh_from_db()
    stay.refresh_from_db()
    assert seen(asked, subject, staff, at, as_role) == before
    assert undone.requests == ((asked.number,) if kind in {"warrant", "hold"} else ())
    assert (undone.ran_out, undone.told) == ((), ())
    assert stands_against(stay, "released", clerk) == against
    if against:
        with pytest.raises(StandsAgainstError):
            release_watch.report_release(stay, at, "released", clerk)


def test_undoing_is_an_event_of_the_request_and_a_closed_one_is_put_back_too(subject, staff, now, later, here):
    asked = stands("warrant", subject, staff, now, later, here)
    clerk = by(staff["clerk"], later(minutes=5))
    release_watch.report_release(asked.booking, later(minutes=5), "released", clerk, Confirmed("the wrong line"))
    asked.refresh_from_db()
    asked.state, asked.closed_at = "closed", later(minutes=5)
    asked.save()
    undo_release(asked.booking, "another inmate left", clerk)
    asked.refresh_from_db()
    assert (asked.state, asked.closed_at, asked.ended_how) == ("watching", None, "")
    detail = json.loads(Event.objects.filter(object=asked.key, act="release").order_by("-seq")[0].body)["detail"]
    assert (detail["capability"], detail["from"], detail["to"]) == ("undo_end", "closed", "watching")


def test_a_deadline_that_ended_with_the_request_runs_again_too(subject, staff, now, later, here):
    asked = stands("warrant", subject, staff, now, later, here)
    clerk = by(staff["clerk"], later(minutes=5))
    held = Clock.objects.create(
        slot="changes:x", kind="changes", says="decide again", trigger="the decision", started_at=now, rule="a day",
        calendar="every day counts", ends_at=later(days=2), arithmetic=[], custody=False, request=asked,
    )  # fmt: skip
    release_watch.report_release(asked.booking, later(minutes=5), "released", clerk, Confirmed("the wrong line"))
    assert clocks.tick(later(minutes=6)).met
    undo_release(asked.booking, "another inmate left", by(staff["clerk"], later(minutes=7)))
    held.refresh_from_db()
    assert (held.met_at, held.met_how) == (None, "")


def test_what_ended_before_the_report_stays_ended(subject, staff, now, later, here):
    asked = stands("warrant", subject, staff, now, later, here)
    earlier = by(staff["clerk"], later(minutes=4))
    release_watch.end(asked, "other_agency", earlier)
    clerk = by(staff["clerk"], later(minutes=5))
    release_watch.report_release(asked.booking, later(minutes=5), "released", clerk, Confirmed("the wrong line"))
    assert undo_release(asked.booking, "another inmate left", clerk).requests == ()
    asked.refresh_from_db()
    assert asked.ended_how == "other_agency"


def test_a_hold_that_ran_out_meanwhile_is_said_in_red(subject, staff, now, later, here, as_role, monkeypatch):
    asked = stands("hold", subject, staff, now, later, here)
    clerk = by(staff["clerk"], later(minutes=5))
    release_watch.report_ready(asked.booking, later(minutes=4), clerk)
    release_watch.report_release(asked.booking, later(minutes=5), "released", clerk, Confirmed("the wrong line"))
    ends = Clock.objects.get(kind="hold_end").ends_at
    undone = undo_release(asked.booking, "another inmate left", replace(clerk, at=ends))
    assert [each.kind for each in undone.ran_out] == ["hold_end"]
    assert orders_about([subject.pk], ends) == [], "a hold that has ended holds nobody"


def test_a_claim_and_a_finding_of_meanwhile_are_not_undone(subject, staff, now, later, here):
    asked = stands("hold", subject, staff, now, later, here)
    clerk = by(staff["clerk"], later(minutes=5))
    release_watch.report_release(asked.booking, later(minutes=5), "released", clerk, Confirmed("the wrong line"))
    settle(subject, staff, later, at=7)
    disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], later(minutes=9)))
    undone = undo_release(asked.booking, "another inmate left", by(staff["clerk"], later(minutes=10)))
    asked.refresh_from_db()
    assert (asked.state, asked.before_dispute) == ("disputed", "watching")
    assert asked.stale
    assert "decide it again now" in undone.told[0]


def test_the_page_names_what_goes_on_and_what_ran_out(subject, staff, now, later, here, as_role):
    asked = stands("warrant", subject, staff, now, later, here)
    release_watch.report_ready(asked.booking, now, by(staff["clerk"], later(minutes=5)))
    clerk = by(staff["clerk"], later(minutes=5))
    release_watch.report_release(asked.booking, later(minutes=5), "released", clerk, Confirmed("the wrong line"))
    address = reverse("booking_release", args=[asked.booking.key])
    page = as_role("clerk").post(address, {"undo": "yes", "why": "another inmate left"}, follow=True).content.decode()
    assert f"goes on as before: {asked.number}" in page
    assert NOTHING not in page


@pytest.mark.parametrize("ready_first", [True, False])
def test_the_release_target_counts_from_the_end_of_a_required_hold_and_orders_nobody_out_before(
    ready_first, subject, staff, now, later, here, as_role
):
    asked = stands("undetermined" if ready_first else "hold", subject, staff, now, later, here)
    ready = later(minutes=5)
    release_watch.report_ready(asked.booking, ready, by(staff["clerk"], ready))
    if ready_first:
        assert Clock.objects.get(kind="release", met_at=None).started_at == ready
        record_fact(asked, PROOF, "none", "asked at booking", ready, by(staff["clerk"], ready))
        granted(asked, staff, lambda minutes: later(minutes=minutes + 5))
    target, hold = (Clock.objects.get(kind=kind, met_at=None) for kind in ("release", "hold_end"))
    assert target.started_at == hold.ends_at
    clocks.tick(later(minutes=9))
    assert Clock.objects.get(kind="release", met_at=None) == target
    board = board_for(staff["commander"], later(minutes=9), Office.objects.get())
    (row,) = (row for row in board.releases if row.key == target.key)
    assert ("once the required hold has ended" in row.what, row.ends_at) == (True, target.ends_at)
    assert "release then. The county target for the release counts from then" in row.order
    assert "may delay" not in row.what + row.order
    asked.state = "disputed"
    asked.save()
    clocks.tick(later(minutes=10))
    assert Clock.objects.get(kind="release", met_at=None).started_at == ready, "nothing holds now: from the jail's word"


@pytest.mark.parametrize("kind", KINDS)
def test_ready_for_release_says_at_once_what_stands_against_it(kind, subject, staff, now, later, here, as_role):
    asked = stands(kind, subject, staff, now, later, here)
    address = reverse("booking_ready", args=[asked.booking.key])
    page = as_role("clerk").post(address, {"ready_at": "2026-03-04T02:00"}, follow=True).content.decode()
    assert ("The release waits for nothing" in page) is (kind == "nothing")
    found = {"warrant": "Do not release to the street", "hold": "release then", "undetermined": "can require a hold"}
    assert found.get(kind, "The release waits for nothing") in page
    target = Clock.objects.get(kind="release", met_at=None)
    clock = as_role("clerk").get(reverse("clock", args=[target.key])).content.decode()
    assert ("nothing here may delay this release" in clock) is (kind == "nothing")


@pytest.mark.parametrize("page", ["booking_release", "person", "request", "home"])
def test_a_hold_nobody_determined_is_said_where_the_law_can_require_one(
    page, subject, staff, now, here, as_role, django_assert_max_num_queries
):
    here.demonstration = False
    here.save()
    texas(here)
    asked = detainer(subject, now)
    asked.booking.release_ready_at = now
    asked.booking.save()
    key = {"booking_release": [asked.booking.key], "request": [asked.number], "home": []}.get(page, [subject.key])
    clerk, address = as_role("clerk"), reverse(page, args=key)
    clerk.get(address)
    with django_assert_max_num_queries(12):
        text = clerk.get(address).content.decode()
    assert "Not determined: the law here (" in text
    assert "2A.060" in text
    assert "Determine it NOW" in text
    assert page == "home" or NOTHING not in text


def test_an_undetermined_hold_is_on_the_sheet_never_settled_and_gone_where_no_law_can_require_it(
    subject, staff, now, later, here
):
    asked = detainer(subject, now)
    assert orders_about([subject.pk], now) == []
    texas(here)
    (found,) = orders_about([subject.pk], now)
    assert (found.number, found.settled, found.until) == (asked.number, False, None)
    sheet = next(part for part in shift_sheet.sheet(shifts.prepare(by(staff["clerk"], now))) if part.lines)
    assert "2A.060" in sheet.lines[0].what
    assert "determine it NOW" in sheet.lines[0].what
    settle(subject, staff, later)
    assert not any("NOT DETERMINED" in each.heading for each in orders_about([subject.pk], later(minutes=9)))
