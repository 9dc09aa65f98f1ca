"""A release against a warrant, a finding or no decision is never saved on one click: a reason is asked, commanders are told."""

from datetime import timedelta

import pytest
from django.urls import reverse

from habeas.desk.doing import by, by_program
from habeas.desk.models import EndedByProgram
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.office.programs import make_key
from habeas.desk.services.outgoing import executing
from habeas.desk.services.outgoing.whose_paper import other_agency
from habeas.desk.services.releases import release_watch
from habeas.desk.services.releases.released_against import Confirmed, StandsAgainstError
from habeas.desk.workflow.errors import RefusedError
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import settle, warrant
from tests.desk.test_standing_orders import granted

pytestmark = pytest.mark.django_db
TAKEN = Confirmed("the officer showed a warrant", "ICE ERO", "R. Tobin", "4411", "sallyport", "I-205")


def stay_of(subject):
    return subject.bookings.get(released_at=None)


def form(how, **more):
    return {"left_at": "2026-03-04T02:00", "how": how} | more


def test_a_release_to_the_street_under_a_judges_warrant_asks_why_stays_red_and_calls_the_commander(
    subject, now, as_role
):
    asked = warrant(subject, now)
    stay = stay_of(subject)
    address, clerk = reverse("booking_release", args=[stay.key]), as_role("clerk")
    answer = clerk.post(address, form("released"))
    stay.refresh_from_db()
    assert (answer.status_code, stay.released_at) == (409, None)
    assert f"warrant {asked.number}" in answer.content.decode()
    assert 'name="why"' in answer.content.decode()
    clerk.post(address, form("released", why="Judge Ito ordered it by telephone"))
    stay.refresh_from_db()
    assert stay.released_at
    red = clerk.get(reverse("releases")).content.decode()
    assert "Reported released against what stands" in red
    assert subject.shown in red
    assert "Judge Ito ordered it by telephone" in red
    assert "although this stood" in clerk.get(reverse("request", args=[asked.number])).content.decode()
    commander = as_role("commander")
    assert f"{subject.shown} was reported" in commander.get("/").content.decode()
    commander.post(reverse("program_endings"), {"ending": EndedByProgram.objects.get().key})
    assert EndedByProgram.objects.get().looked_at
    assert subject.shown in clerk.get(reverse("releases")).content.decode(), "the warrant stands: the line stays"


@pytest.mark.parametrize("upheld", [False, True])
def test_nobody_is_handed_to_the_requesting_agency_on_a_click(upheld, subject, staff, now, later, as_role):
    asked = detainer(subject, now)
    if upheld:
        settle(subject, staff, later)
    stay, address = stay_of(subject), reverse("booking_release", args=[stay_of(subject).key])
    page = as_role("clerk").post(address, form("handed_over")).content.decode()
    stay.refresh_from_db()
    assert stay.released_at is None
    assert "Stop: this release is against what is on record" in page
    assert asked.number in page
    assert ("Upheld by two people" in page.split("Stop: this")[1]) is upheld
    for name in ("agency", "officer", "badge", "place", "allowed_by", "why"):
        assert f'name="{name}"' in page
    with pytest.raises(StandsAgainstError) as fault:
        release_watch.report_release(stay, now, "handed_over", by(staff["clerk"], now), Confirmed("why", "ICE"))
    assert "Enter the officer by name." in fault.value.against
    release_watch.report_release(stay, now, "handed_over", by(staff["clerk"], now), TAKEN)
    asked.refresh_from_db()
    assert asked.ended_how == "", "the transfer is not logged on the request"
    told = EndedByProgram.objects.get()
    assert (told.by, told.taken["badge"], told.request) == (staff["clerk"], "4411", asked)


def test_a_transfer_that_is_approved_is_logged_on_its_request(subject, staff, now, later, here, as_role):
    asked = warrant(subject, now)
    record_fact(asked, "custody.releasable", True, "records", now, by(staff["clerk"], now))
    granted(asked, staff, later)
    door = executing.Taken("U.S. Marshals Service", "Deputy Ito", now, "4411", "sallyport", "case 2:26")
    executing.lodge_hold(asked, door, by(staff["clerk"], later(minutes=4)))
    with pytest.raises(RefusedError, match=f"Log the transfer on the request {asked.number}"):
        release_watch.report_release(stay_of(subject), now, "handed_over", by(staff["clerk"], later(minutes=5)), TAKEN)
    page = as_role("clerk").get(reverse("booking_release", args=[stay_of(subject).key])).content.decode()
    assert reverse("hand_over_of", args=[asked.number]) in page
    wrong = executing.Taken("ICE ERO", "R. Tobin", now, "4411", "sallyport", "case 2:26")
    with pytest.raises(executing.OtherAgencyError, match=r"ICE ERO is not the U\.S\. Marshals Service"):
        executing.hand_over(asked, wrong, by(staff["clerk"], later(minutes=5)))
    answer = as_role("clerk").post(
        reverse("hand_over_of", args=[asked.number]),
        {"agency": "ICE ERO", "officer": "R. Tobin", "badge": "1", "place": "door", "allowed_by": "case", "at": "2026-03-04T02:00"},
    )  # fmt: skip
    assert 'name="why"' in answer.content.decode()
    assert 'value="R. Tobin"' in answer.content.decode()
    told = executing.Taken("ICE ERO", "R. Tobin", now, "4411", "sallyport", "case 2:26", "the marshals sent them")
    executing.hand_over(asked, told, by(staff["clerk"], later(minutes=6)))
    assert EndedByProgram.objects.get().against[0].startswith("ICE ERO is not the U.S. Marshals Service")
    assert "the marshals sent them" in as_role("clerk").get(reverse("request", args=[asked.number])).content.decode()


@pytest.mark.parametrize(
    ("agency", "right"),
    [
        ("USMS", True),
        ("US Marshal", True),
        ("U.S. Marshals Service, C.D. Cal.", True),
        ("ICE ERO", False),
        ("FBI", False),
    ],
)
def test_an_agency_is_known_however_its_name_is_written(agency, right, subject, now):
    asked = warrant(subject, now)
    asked.sender_agency = ""
    assert (other_agency(asked, agency) == "") is right


def test_a_program_that_reports_it_is_not_refused_and_the_commander_is_told(subject, staff, now):
    warrant(subject, now)
    key, _ = make_key("jail system", ["releases"], now + timedelta(days=30), by(staff["administrator"], now))
    release_watch.report_release(stay_of(subject), now, "released", by_program(key, now))
    told = EndedByProgram.objects.get()
    assert (told.api_key, told.by, len(told.against)) == (key, None, 1)


def test_a_release_reported_wrongly_is_undone_with_a_reason(subject, staff, now, as_role):
    warrant(subject, now)
    stay = stay_of(subject)
    release_watch.report_release(stay, now, "released", by(staff["clerk"], now), Confirmed("wrong line"))
    address, clerk = reverse("booking_release", args=[stay.key]), as_role("clerk")
    assert "Reported wrongly: undo" in clerk.get(address).content.decode()
    red = "Reported released against what stands"
    assert red in clerk.get(reverse("releases")).content.decode()
    clerk.post(address, {"undo": "yes", "why": " "})
    stay.refresh_from_db()
    assert stay.released_at
    clerk.post(address, {"undo": "yes", "why": "another inmate left"})
    stay.refresh_from_db()
    subject.refresh_from_db()
    assert (stay.released_at, subject.in_custody) == (None, True)
    assert EndedByProgram.objects.get().undone_at
    assert red not in clerk.get(reverse("releases")).content.decode()
    assert "was reported" not in as_role("commander").get("/").content.decode()


def test_a_release_nothing_stands_against_is_saved_at_once(subject, staff, now):
    detainer(subject, now)
    release_watch.report_release(stay_of(subject), now, "released", by(staff["clerk"], now))
    assert not EndedByProgram.objects.exists()
