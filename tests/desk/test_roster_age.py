"""An old roster is said wherever somebody relies on it: inmates booked or released since then are not here."""

from datetime import timedelta

import pytest

from habeas.desk.doing import by
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.custody.roster_age import FRESH, roster_age
from habeas.desk.services.office.office import office

from .test_core import detainer


@pytest.fixture
def at(monkeypatch):
    """Let the pages' edge read a moment of the test."""
    import habeas.desk.middleware as edge

    def set_to(moment):
        frozen = type("Frozen", (), {"now": staticmethod(lambda zone: moment)})
        monkeypatch.setattr(edge, "datetime", frozen)

    return set_to


pytestmark = pytest.mark.django_db
GOOD = b"person_id,booking_id,family_name,given_name\nP1,B1,VELIZ,Ana\n"


def imported(staff, now, content=GOOD):
    clerk = by(staff["clerk"], now)
    return apply_roster(receive_roster(content, "r.csv", "plain", now, clerk), clerk)


@pytest.mark.parametrize(("hours", "words"), [(23, ""), (25, "25 hours"), (47, "47 hours"), (17 * 24, "17 days")])
def test_an_old_roster_is_said_on_the_pages_that_rest_on_it(as_role, subject, now, at, hours, words):
    assert not roster_age(office(), now).old
    asked = detainer(subject, now)
    at(now + timedelta(hours=hours))
    clerk = as_role("clerk")
    for path in ("/", "/releases/", f"/requests/{asked.number}/decide/"):
        page = clerk.get(path).content.decode()
        assert (f"The roster is {words} old" in page) == bool(words), path
        assert ("inmates booked or released since then" in page) == bool(words)


def test_rows_that_were_refused_are_said_though_the_roster_is_new(as_role, staff, now, at):
    imported(staff, now, GOOD + b",B2,NOBODY,\n")
    assert roster_age(office(), now).refused == 1
    at(now + timedelta(hours=1))
    assert "1 row of the roster could not be read" in as_role("clerk").get("/releases/").content.decode()


def test_a_desk_without_a_roster_says_that_nobody_can_be_identified(as_role, here, now):
    assert roster_age(office(), now) is None
    assert "No roster has been imported" in as_role("clerk").get("/releases/").content.decode()


def test_the_limit_is_a_day():
    assert timedelta(days=1) == FRESH
