"""How the office does: counts by hand against the pictures, for staff alone, naming nobody; and whether the machine is well."""

import shutil
from collections import namedtuple
from datetime import timedelta

import pytest

from habeas.desk.doing import by_system
from habeas.desk.models import Clock, Notice, Person, Question, Request
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.pages.overview import PERIODS, UNANSWERED, charts
from habeas.desk.services.upkeep.health import health_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(here, now):
    """Three requests in the last 30 days (one of them the same again), one long before."""

    def one(number, **more):
        given = {"state": "reading", "received_at": now - timedelta(days=2), "entered_at": now, "kind": "detainer"}
        return Request.objects.create(number=f"R-2026-{number:05d}", **given | more)

    first = one(1)
    one(2, kind="judicial_warrant", state="set_aside", aside={"why": "misdirected"})
    one(3, duplicate_of=first)
    one(4, received_at=now - timedelta(days=200))
    return first


def somebody(now):
    by_system_now = by_system(now)
    apply_roster(
        receive_roster(
            b"person_id,booking_id,family_name,given_name\nP1,B1,WALTON,Reese\n", "r.csv", "plain", now, by_system_now
        ),
        by_system_now,
    )
    return Person.objects.get()


def rows_of(name, period, at):
    return next(dict(each.rows) for each in charts(period, at) if each.name == name)


def test_requests_are_counted_once_by_kind_and_outcome_in_the_period(asked, now):
    assert {label: sum(values) for label, values in rows_of("outcome", "30", now).items()} == {
        "Immigration detainer": 1,
        "Judicial warrant": 1,
    }
    assert sum(rows_of("outcome", "365", now)["Immigration detainer"]) == 2


def test_a_request_without_an_answer_is_not_answered_yet_and_one_set_aside_is_not_counted(asked, now):
    found = rows_of("hours", "30", now)
    assert found[UNANSWERED] == (1,)
    assert sum(value for (value,) in found.values()) == 1


@pytest.mark.parametrize(
    ("due", "served", "excused", "column"),
    [
        (5, 4, "", 0), (5, 6, "", 1), (-1, None, "", 2), (5, None, "", 3), (None, None, "", 3), (-1, None, "left", 4), (None, 9, "", 0),
    ],
)  # fmt: skip
def test_a_notice_is_in_time_late_overdue_or_not_due(asked, now, due, served, excused, column):
    person = somebody(now)
    begun = now - timedelta(days=1)
    Notice.objects.create(
        request=asked, person=person, what="give_copy", citation="x", raised_at=begun, excused=excused,
        due_at=None if due is None else now + timedelta(hours=due), served_at=None if served is None else now + timedelta(hours=served),
    )  # fmt: skip
    ((_, values),) = rows_of("notices", "30", now).items()
    assert values == tuple(int(place == column) for place in range(5))


def test_deadlines_are_met_in_time_late_overdue_or_running(asked, now):
    for ends, met in ((1, 0), (1, 2), (-1, None), (1, None)):
        Clock.objects.create(
            request=asked, kind="reply", says="Reply", trigger="t", started_at=now - timedelta(days=1), rule="r", calendar="c",
            ends_at=now + timedelta(hours=ends), met_at=None if met is None else now + timedelta(hours=met),
        )  # fmt: skip
    ((_, values),) = rows_of("deadlines", "30", now).items()
    assert values == (1, 1, 1, 1)


def test_open_questions_and_queues_are_of_now(asked, now):
    Question.objects.create(request=asked, fact="f", ask="?", of="the clerk", raised_at=now)
    Question.objects.create(request=asked, fact="g", ask="?", of="the clerk", raised_at=now, closed_at=now)
    assert rows_of("questions", "30", now) == {"The clerk": (0, 1)}
    assert sum(value for (value,) in rows_of("queues", "30", now).values()) == 4


def test_the_page_is_for_those_who_run_the_office_and_names_nobody(asked, as_role):
    for name in ("commander", "counsel", "inspector"):
        page = as_role(name).get("/overview/")
        assert page.status_code == 200
        assert page.content.count(b"<svg") >= 1
    for name in ("clerk", "notice_server", "administrator"):
        assert as_role(name).get("/overview/").status_code == 403


@pytest.mark.parametrize("days", ["", "30", "90", "365", "7", "'", "9" * 5000])
def test_a_period_nobody_offers_is_the_usual_one(asked, as_role, days):
    assert as_role("commander").get("/overview/", {"days": days}).status_code == 200
    assert set(PERIODS) == {"30", "90", "365"}


def test_health_says_what_is_missing_and_what_to_do(here, staff, now, monkeypatch):
    found = {each.about: each for each in health_at(now)}
    assert found["Last backup"].says == "never"
    assert "habeas backup" in found["Last backup"].mend
    assert found["Last checkpoint filed outside"].mend
    assert found["Accounts"].mend == ""
    monkeypatch.setattr(shutil, "disk_usage", lambda place: namedtuple("Usage", "total used free")(1, 1, 1))
    assert next(each for each in health_at(now) if each.about == "Room on the disk").mend


def test_health_is_for_the_administrator_and_the_commander(as_role):
    assert as_role("administrator").get("/health/").status_code == 200
    assert as_role("commander").get("/health/").status_code == 200
    assert as_role("clerk").get("/health/").status_code == 403


def test_a_sample_is_had_as_csv_with_its_seed_and_frame_and_no_name(asked, as_role):
    given = {"seed": "=seed", "size": "10", "stratum": "kind", "as": "csv"}
    answer = as_role("inspector").post("/inspect/sample/", given)
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"].startswith("text/csv")
    assert lines[0] == "part,number,kind,state,received_at,seed,frame,frame_sha256"
    assert len(lines) == 5
    assert all("'=seed" in each for each in lines[1:])
