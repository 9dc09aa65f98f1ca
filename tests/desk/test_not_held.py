"""Either nothing holds an inmate or the release is stopped, never both; nobody undetermined stands under "do not release to the street"."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Office
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.identity import disputes
from habeas.desk.services.pages.board import BoardRow, board_for
from habeas.desk.services.releases import release_watch
from habeas.desk.services.releases.released_against import NOT_HELD, STOP, StandsAgainstError
from habeas.desk.services.releases.standing_orders import orders_about
from tests.desk.test_findings_stand import warrant
from tests.desk.test_undone_releases import stands

pytestmark = pytest.mark.django_db
STREET = "do not release to the street"


def suspended(subject, staff, now, later, here):
    asked = stands("hold", subject, staff, now, later, here)
    disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], later(minutes=3)), asked)
    asked.refresh_from_db()
    return asked


def refused(asked, staff, at):
    with pytest.raises(StandsAgainstError) as fault:
        release_watch.report_release(asked.booking, at, "released", by(staff["clerk"], at))
    return fault.value


@pytest.mark.parametrize("kind", ["suspended", "undetermined"])
def test_a_hold_that_keeps_nobody_stops_no_release_and_the_page_says_one_thing(
    kind, subject, staff, now, later, here, as_role
):
    asked = (suspended if kind == "suspended" else lambda *given: stands("undetermined", *given))(
        subject, staff, now, later, here
    )
    fault = refused(asked, staff, later(minutes=5))
    assert (fault.stops, str(fault)) == (False, NOT_HELD)
    address = reverse("booking_release", args=[asked.booking.key])
    text = as_role("clerk").post(address, {"how": "released", "left_at": ""}).content.decode()
    assert "Nothing holds this inmate: the release is not stopped" in text
    assert "Stop:" not in text
    assert 'name="why"' in text
    as_role("clerk").post(address, {"how": "released", "left_at": "", "why": "told Cmdr. Vega"})
    asked.booking.refresh_from_db()
    assert asked.booking.released_at is not None


@pytest.mark.parametrize("kind", ["hold", "warrant"])
def test_an_approved_hold_and_a_judges_warrant_stop_it(kind, subject, staff, now, later, here, as_role):
    asked = stands(kind, subject, staff, now, later, here)
    fault = refused(asked, staff, later(minutes=5))
    assert (fault.stops, str(fault)) == (True, STOP)
    text = as_role("clerk").post(
        reverse("booking_release", args=[asked.booking.key]), {"how": "released", "left_at": ""}
    )
    assert "Stop: this release is against" in text.content.decode()


@pytest.mark.parametrize(
    ("kind", "under"), [("hold", True), ("warrant", True), ("undetermined", False), ("suspended", False)]
)
def test_only_what_keeps_somebody_stands_under_the_street_on_the_release_watch(
    kind, under, subject, staff, now, later, here, as_role
):
    asked = (
        suspended(subject, staff, now, later, here)
        if kind == "suspended"
        else stands(kind, subject, staff, now, later, here)
    )
    text = as_role("clerk").get(reverse("releases")).content.decode()
    assert (f"First: {STREET}" in text) is under
    assert ("It keeps nobody." in text) is not under
    assert asked.number in text


def test_a_state_judges_warrant_is_kept_for_its_court(subject, staff, now):
    asked = warrant(subject, now, signer="state_judge", form="")
    record_fact(asked, "custody.releasable", True, "records", now, by(staff["clerk"], now))
    (found,) = orders_about([subject.pk], now)
    assert STREET in found.requires
    assert "A state judge signed it" in found.requires
    assert "Marshals" not in found.requires
    asked.source["signer"] = "none"
    asked.save()
    (found,) = orders_about([subject.pk], now)
    assert STREET not in found.requires.lower()


def test_a_hold_whose_end_is_not_known_stands_after_all_that_has_a_deadline(now, later, staff):
    late = BoardRow("late", "", ends_at=later(days=-6), kind="reply_by")
    soon = BoardRow("soon", "", ends_at=later(days=9), kind="notice")
    endless = BoardRow("endless", "", kind="no_end", custody=True)
    assert sorted([endless, soon, late], key=lambda row: row.first) == [late, soon, endless]


def test_what_has_no_deadline_is_not_counted_as_due_within_the_hour(subject, staff, now, later, here):
    stands("hold", subject, staff, now, later, here)
    board = board_for(staff["clerk"], now, Office.objects.get())
    assert not [row for row in board.next_hour if row.ends_at is None and row.kind not in {"dispute", "release"}]
