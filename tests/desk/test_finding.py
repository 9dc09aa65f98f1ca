"""The one search box: inmates and requests by whatever somebody has in hand, by POST alone, logged, and nothing of it left anywhere."""

import json

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Beside, Event, Person, Request
from habeas.desk.models.custody import name_on_record
from habeas.desk.services.custody import roster_index
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.pages.finding import MOST, find_everything, recent
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db

PEOPLE = """person_id,booking_id,family_name,given_name,date_of_birth,aliases,a_number,released_at
P1,B1001,VÉLIZ,José,1988-02-10,Pepe Veliz,A213556999,
P2,B1002,VELIZ,Ana,1990-05-17,,,
P3,B1003,NGUYEN,Van,1979-04-02,Tony,,
P4,B1004,WALTON,Reese,1969-08-08,,,2026-02-01T10:00:00
"""


@pytest.fixture
def doing(staff, now):
    """Four people, and three requests: one about Véliz, one whose inmate nobody confirmed yet, one of an agency alone."""
    roster_index.forget()
    clerk = by(staff["clerk"], now)
    apply_roster(receive_roster(PEOPLE.encode(), "r.csv", "plain", now, clerk), clerk)
    shared = {"state": "reading", "received_at": now, "entered_at": now, "kind": "detainer"}
    about = Person.objects.get(person_id="P1")
    Request.objects.create(
        number="R-2026-00061", person=about, sender_agency="ICE ERO Salt Flats",
        source={"subject": {"event_number": "SLF-2611-000412"}, "from": {"name": "R. Castellan"}}, **shared,
    )  # fmt: skip
    Request.objects.create(number="R-2026-00062", source={"subject": {"full_name": "ÖZDEMİR, Şule"}}, **shared)
    Request.objects.create(number="R-2026-00163", source={"from": {"agency": "Department of Justice"}}, **shared)
    return clerk


def numbers(text, doing):
    return sorted(each.number[-3:] for each in find_everything(text, doing).requests)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("veliz jose", ["P1"]), ("Pepe", ["P1"]), ("02/10/1988", ["P1"]), ("nguyen 4/2/1979", ["P3"]), ("B1002", ["P2"]),
        ("A 213-556-999", ["P1"]), ("walton", ["P4"]), ("tony", ["P3"]), ("P3", ["P3"]),
    ],
)  # fmt: skip
def test_an_inmate_is_found_by_name_aka_birth_date_booking_or_number(doing, text, people):
    assert [each.person_id for each in find_everything(text, doing).people] == people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("R-2026-00061", ["061"]), ("00062", ["062"]), ("61", ["061"]), ("163", ["163"]), ("ero salt", ["061"]), ("castellan", ["061"]),
        ("SLF2611000412", ["061"]), ("slf-2611", ["061"]), ("veliz, jose", ["061"]), ("A213556999", ["061"]), ("ozdemir", ["062"]),
        ("sule ozdemir", ["062"]), ("department of justice", ["163"]), ("nobody at all", []), ("99999", []),
    ],
)  # fmt: skip
def test_a_request_is_found_by_its_number_inmate_sender_or_any_number_on_the_paper(doing, text, found):
    assert numbers(text, doing) == found


@pytest.mark.parametrize("text", ["", "v", " - ", "%", "_", "'"])
def test_less_than_two_letters_or_digits_is_no_search(doing, text):
    with pytest.raises(RefusedError, match="at least two"):
        find_everything(text, doing)


def test_a_text_of_tens_of_thousands_of_letters_is_no_search(doing):
    """A database refuses to look for it, and then the page would be a fault."""
    with pytest.raises(RefusedError, match="at most 200"):
        find_everything("ab" * 40_000, doing)


@pytest.mark.parametrize("text", ["%%aa", "__", "' or 1=1 --", "\\\\x", "ab\x00cd", "9" * 5000, "（２）１"])
def test_wild_cards_and_odd_text_find_nobody(doing, text):
    try:
        found = find_everything(text, doing)
    except RefusedError:
        return
    assert found.requests == []
    assert found.people == []


def test_a_search_is_logged_without_the_words_that_were_typed(doing):
    find_everything("veliz jose", doing)
    event = Event.objects.get(act="search")
    detail = json.loads(event.body)["detail"]
    assert (detail["found"], detail["similar"], detail["requests"]) == (1, 0, 1)
    assert "veliz" not in event.body.lower()
    assert "veliz jose" in Beside.objects.get(kind="asked").value


def test_no_more_than_a_handful_is_shown(doing, now):
    for number in range(200, 200 + 2 * MOST):
        Request.objects.create(
            number=f"R-2026-{number:05d}",
            state="reading",
            received_at=now,
            entered_at=now,
            source={},
            sender_agency="Marshal Service",
        )
    assert len(find_everything("marshal", doing).requests) == MOST


def test_the_box_stands_on_every_page_of_a_role_that_sees_people_and_on_no_other(as_role):
    for name in ("clerk", "commander", "counsel", "notice_server", "inspector"):
        assert 'action="/find/"' in as_role(name).get("/").content.decode()
    assert 'action="/find/"' not in as_role("administrator").get("/").content.decode()
    assert as_role("administrator").post("/find/", {"find": "veliz"}).status_code == 403


def test_what_is_typed_goes_by_post_and_stands_in_no_address(doing, as_role):
    client = as_role("clerk")
    page = client.post("/find/", {"find": "veliz"}).content.decode()
    assert "VÉLIZ" in page
    assert "R-2026-00061" in page
    assert "?find" not in page
    assert "VÉLIZ" not in client.get("/find/?find=veliz").content.decode()


def test_the_script_is_given_the_list_alone_and_a_box_that_asks_for_a_booking_its_number(doing, as_role):
    listed = as_role("clerk").post("/find/", {"find": "jose veliz"}, HTTP_X_PART="list").content.decode()
    assert "<html" not in listed
    assert 'data-kind="people" data-value="B1001"' in listed
    assert 'data-kind="requests" data-value="R-2026-00061"' in listed


def test_nothing_typed_offers_what_this_account_opened_last_and_nobody_elses(doing, as_role, staff, now):
    person = Person.objects.get(person_id="P3")
    clerk = as_role("clerk")
    clerk.get(f"/people/{person.key}/")
    clerk.get("/requests/R-2026-00061/")
    listed = clerk.post("/find/", {"find": ""}, HTTP_X_PART="list").content.decode()
    assert "NGUYEN" in listed
    assert "R-2026-00061" in listed
    other = recent(by(staff["clerk2"], now))
    assert (other.people, other.requests) == ([], [])


def test_names_in_the_list_are_text_and_never_markup(doing, now, as_role):
    Request.objects.create(
        number="R-2026-00900",
        state="reading",
        received_at=now,
        entered_at=now,
        source={"subject": {"full_name": "<img src=x> Quark"}},
    )
    listed = as_role("clerk").post("/find/", {"find": "quark"}, HTTP_X_PART="list").content.decode()
    assert "&lt;img" in listed
    assert "<img" not in listed


def test_two_inmates_of_one_name_are_told_apart_wherever_the_name_is_shown():
    assert name_on_record("SMITH", "JOHN", "ALLEN JR") == "SMITH, JOHN ALLEN JR"
    assert name_on_record("SMITH", "", "JR") == "SMITH, JR"
    assert name_on_record("", "") == "no name on record"
