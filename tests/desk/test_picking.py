"""One search behind every box in which somebody is named: a name where a number is asked for is offered to choose from, never taken."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Contact, ContactField, Dispute, Event
from habeas.desk.services.custody import roster_index
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.custody.people import find
from habeas.desk.services.custody.picking import parted
from habeas.desk.workflow.identity import query_of

pytestmark = pytest.mark.django_db

PEOPLE = """person_id,booking_id,family_name,given_name,date_of_birth,released_at
P1,B1,VÉLIZ,José,1988-02-10,
P2,B2,VELIZ,Ana,1990-05-17,
P3,B3,NGUYEN,Muhammad,1979-04-02,
P4,B4,WALTON,Reese,1969-08-08,2026-02-01T10:00:00
"""


@pytest.fixture(autouse=True)
def jail(staff, now):
    roster_index.forget()
    doing = by(staff["clerk"], now)
    return apply_roster(receive_roster(PEOPLE.encode(), "r.csv", "plain", now, doing), doing)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Veliz Jose 02/10/1988", {"name": "Veliz Jose", "number": "", "born": "02/10/1988"}),
        ("O'Brien, Sean", {"name": "O'Brien, Sean", "number": "", "born": ""}),
        ("BK-1008", {"name": "", "number": "BK-1008", "born": ""}),
        ("A204118776", {"name": "", "number": "A204118776", "born": ""}),
        ("1988-02-10", {"name": "", "number": "", "born": "1988-02-10"}),
    ],
)
def test_one_box_is_parted_into_a_name_a_number_and_a_birth_date(text, said):
    assert parted(text) == said


def raised(client, **more):
    return client.post("/disputes/new/", {"says": "not_me", "on_word_of": "the person", **more})


def test_not_me_by_a_name_offers_the_people_and_raises_nothing(as_role):
    said = raised(as_role("clerk"), number="jose veliz").content.decode()
    assert "booking B1" in said
    assert "Choose the inmate" in said
    assert not Dispute.objects.exists()
    searched = Event.objects.filter(act="search").last()
    assert searched is not None
    assert "veliz" not in str(searched.body).lower()


def test_not_me_is_raised_of_the_one_who_was_chosen(as_role):
    client = as_role("clerk")
    key = find({"name": "jose veliz"}).people[0].key
    raised(client, number="jose veliz", person=key)
    assert Dispute.objects.get().person.person_id == "P1"


def test_a_name_that_nobody_bears_is_said_to_be_unknown(as_role):
    assert "No inmate by that name" in raised(as_role("clerk"), number="zzyzx quorn").content.decode()


def test_who_may_not_see_people_is_offered_nobody(as_role):
    said = raised(as_role("administrator"), number="jose veliz").content.decode()
    assert "booking B1" not in said
    assert not Event.objects.filter(act="search").exists()


def test_a_call_about_somebody_named_offers_the_bookings_and_keeps_the_one_chosen(as_role):
    client = as_role("clerk")
    form = {
        "way": "call_in",
        "agency": "ICE",
        "who": "Doe",
        "told": ["release_date"],
        "booking": "veliz",
        "asked_words": "x",
    }
    said = client.post("/contacts/new/", form).content.decode()
    assert "booking B1" in said
    assert not Contact.objects.exists()
    client.post("/contacts/new/", form | {"chosen": "B1"})
    assert ContactField.objects.get(contact=Contact.objects.get()).about.booking_id == "B1"


@pytest.mark.parametrize(("name", "found"), [("pepe", "P1"), ("pepe veliz", "P1"), ("mohamed nguyen", "P3")])
def test_a_familiar_form_or_another_spelling_is_similar(name, found):
    assert found in {each.person_id for each in find({"name": name}).similar}


@pytest.mark.parametrize("born", ["10/02/1988", "02/10/1989"])
def test_day_and_month_the_other_way_round_or_a_year_off_is_similar(born):
    assert "P1" in {each.person_id for each in find({"name": "veliz", "born": born}).similar}


@pytest.mark.parametrize("born", ["02/10/1988", "2/10/1988", "1988-02-10", "Feb 10, 1988", "10-FEB-1988"])
def test_a_birth_date_of_a_request_is_read_as_papers_write_it(born):
    asked = query_of({"full_name": "Jose Veliz", "date_of_birth": born})
    assert (str(asked.date_of_birth), asked.unreadable) == ("1988-02-10", ())


@pytest.mark.parametrize("born", ["02/10/88", "31/31/1988", "unknown"])
def test_a_birth_date_of_a_request_that_is_none_is_unreadable_and_never_guessed(born):
    asked = query_of({"full_name": "Jose Veliz", "date_of_birth": born})
    assert (asked.date_of_birth, asked.unreadable) == (None, ("date_of_birth",))
