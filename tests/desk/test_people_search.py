"""People in custody are found however their names are typed, and whoever is near is offered apart."""

from datetime import date

import pytest

from habeas.demo.county import build_county
from habeas.desk.doing import by
from habeas.desk.models import Person
from habeas.desk.services.custody import roster_index
from habeas.desk.services.custody.birth_dates import day_of_birth
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.custody.near import near
from habeas.desk.services.custody.people import MOST, find
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db

PEOPLE = """person_id,booking_id,family_name,given_name,middle_name,date_of_birth,aliases,released_at
P1,B1,VÉLIZ,Christian,,1988-02-20,,
P2,B2,Gonzalez,José María,,1990-05-17,,
P3,B3,NGUYEN,VAN,Thi,1979-04-02,Tony Nguyễn; NGUYEN MINH,
P4,B4,O'Brien,Sean,,1975-11-30,,
P5,B5,DE LA CRUZ,Ana,,1983-01-02,,
P6,B6,DELACRUZ,Pedro,,1981-07-09,,
P7,B7,GARCIA-LOPEZ,Luz,,1995-12-13,,
P8,BK1008,Müller,Jürgen,,1970-03-04,,
P9,B9,WALTON,Reese,,1969-08-08,,2026-02-01T10:00:00
"""


@pytest.fixture
def jail(staff, now):
    """Nine people whose names are written as jails write them; one has left."""
    roster_index.forget()
    doing = by(staff["clerk"], now)
    return apply_roster(receive_roster(PEOPLE.encode(), "r.csv", "plain", now, doing), doing)


def ids(rows):
    return [each.person_id for each in rows]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("veliz", ["P1"]), ("Véliz, Christian", ["P1"]), ("christian veliz", ["P1"]), ("VELIZ", ["P1"]), ("gonzález", ["P2"]),
        ("GONZÁLEZ JOSE", ["P2"]), ("maria gonzalez", ["P2"]), ("nguyễn", ["P3"]), ("tony", ["P3"]), ("minh nguyen", ["P3"]),
        ("obrien", ["P4"]), ("O’Brien, Sean", ["P4"]), ("o brien", ["P4"]), ("delacruz", ["P6", "P5"]), ("de la cruz", ["P5", "P6"]),
        ("cruz ana", ["P5"]), ("garcia lopez", ["P7"]), ("garcialopez", ["P7"]), ("LOPEZ", ["P7"]), ("muller", ["P8"]), ("MÜLLER", ["P8"]),
        ("walton", ["P9"]), ("nguyen, van jr", ["P3"]),
    ],
)  # fmt: skip
def test_a_name_is_found_with_or_without_accents_in_any_order_and_by_aliases(jail, name, found):
    assert sorted(ids(find({"name": name}).people)) == sorted(found)


@pytest.mark.parametrize("born", ["02/20/1988", "2/20/1988", "1988-02-20", "20 Feb 1988", "Feb 20, 1988", "2-20-1988"])
def test_a_birth_date_is_read_as_people_write_it(jail, born):
    assert ids(find({"born": born}).people) == ["P1"]
    assert ids(find({"name": "veliz", "born": born}).people) == ["P1"]


@pytest.mark.parametrize("text", ["20/02/1988", "2/20/88", "02/1988", "yesterday", "02/30/1988"])
def test_a_date_that_is_none_or_could_be_two_is_refused_in_one_sentence(text):
    with pytest.raises(RefusedError, match="month/day/year"):
        day_of_birth(text)


def test_month_comes_first():
    assert day_of_birth("3/4/1970") == date(1970, 3, 4)


def test_near_spellings_and_other_birth_dates_are_offered_apart(jail):
    found = find({"name": "velis cristian"})
    assert (ids(found.people), ids(found.similar)) == ([], ["P1"])
    swapped = find({"name": "muller", "born": "04/03/1970"})
    assert (ids(swapped.people), ids(swapped.similar)) == ([], ["P8"])
    assert find({"name": "qqqq"}).similar == []


def test_those_in_custody_come_first_and_what_is_left_out_is_counted(staff, now):
    county = build_county("us-ca", 400, date(2026, 3, 4))
    doing = by(staff["clerk"], now)
    apply_roster(receive_roster(county.csv().encode(), "r.csv", "plain", now, doing), doing)
    found = find({"name": "a"})
    assert (len(found.people), found.total > MOST) == (MOST, True)
    custody = [each.in_custody is not False for each in found.people]
    assert custody == sorted(custody, reverse=True)


@pytest.mark.parametrize(
    ("subject", "person"),
    [
        ({"full_name": "VELIZ, CHRISTIAN"}, "P1"),
        ({"full_name": "Christian Andres Veliz", "date_of_birth": "1961-01-01"}, "P1"),
        ({"family_name": "VELIS", "given_name": "CRISTIAN"}, "P1"),
        ({"family_name": "GONZALES", "given_name": "JOSE", "date_of_birth": "1990-07-15"}, "P2"),
        ({"full_name": "NGUYEN, TONY"}, "P3"),
        ({"family_name": "SMITH", "aliases": ["Minh Nguyen"]}, "P3"),
        ({"full_name": "DELACRUZ, ANA"}, "P5"),
        ({"booking_id": "BK1008"}, "P8"),
    ],
)
def test_whoever_is_near_to_a_paper_is_named_before_anybody_says_that_nobody_is_meant(jail, subject, person):
    assert person in [each.person.person_id for each in near(subject)]


def test_nobody_is_near_who_shares_no_name_left_long_ago_or_was_ruled_out(jail):
    assert near({"full_name": "KOWALCZYK, JOHN", "date_of_birth": "1950-01-01"}) == []
    assert near({"full_name": "WALTON, REESE"}) == []
    assert near({"full_name": "VELIZ, CHRISTIAN"}, leave_out=frozenset({"P1"})) == []
    assert near({}) == []


def test_somebody_of_the_same_name_and_another_birth_date_is_near_with_what_disagrees(jail):
    [found] = near({"full_name": "VELIZ, CHRISTIAN", "date_of_birth": "1961-01-01"})
    assert found.person == Person.objects.get(person_id="P1")
    assert any("birth date" in each for each in found.conflicts)
