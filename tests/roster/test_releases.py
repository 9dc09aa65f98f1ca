"""Nobody is dropped in silence: a release that cannot be leaves the person in custody, and is said."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.roster.check import check, needs_person
from habeas.roster.profile import load_profile, read_profile
from habeas.roster.read import people_in_custody, read_account
from tests.roster.helpers import roster, said

AS_OF = date(2026, 11, 29)
HEAD = "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,released_at,charge_description\n"
NULL_MARKS = (
    "1900-01-01", "1899-12-30", "9999-12-31", "9999-12-31T23:59:59", "N/A", "n/a", "NA", "IN CUSTODY", "In Custody", "Unknown",
    "TBD", "00000000", "0000-00-00", "00/00/0000", "99999999", "99/99/9999", "NULL", "None", "-", "--", "0", "?", "ACTIVE", "soon",
    "2026-02-31", "02/03/04",
)  # fmt: skip


def held(folder, *releases, booked="2026-11-20T08:00"):
    rows = "".join(
        f"{n},B{n},ALDER,ANN {n},1985-06-0{n},{booked},{text},ASSAULT\n" for n, text in enumerate(releases, start=1)
    )
    return roster(folder, HEAD + rows)


def in_custody(made):
    return [each.person.person_id for each in people_in_custody(made, AS_OF)]


@pytest.mark.parametrize("mark", NULL_MARKS)
def test_a_release_that_is_no_date_leaves_the_person_in_custody_and_is_said(tmp_path, mark):
    made = held(tmp_path, "", mark)
    assert in_custody(made) == ["1", "2"]
    assert [each for each in said(made) if each.startswith("row 3: released_at is ")]
    assert made.people[1].bookings[0].release_said
    assert made.people[1].bookings[0].raw["released_at"] == mark
    assert needs_person(check(made, AS_OF))


@pytest.mark.parametrize("mark", NULL_MARKS)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_no_mark_in_any_release_ever_lowers_the_count_in_custody(tmp_path, mark, place):
    releases = ["", "2026-11-25T10:00", "2026-12-03"]
    before = len(in_custody(held(tmp_path, *releases)))
    releases[place] = mark
    assert len(in_custody(held(tmp_path, *releases))) >= before


@pytest.mark.parametrize(
    ("booked", "released", "stays"),
    [
        ("2026-11-20T08:00", "2026-11-19", True),
        ("2026-11-20T08:00", "2026-11-20T07:59", True),
        ("2026-11-20T08:00", "2026-11-20", False),
        ("2026-11-20T08:00", "2026-11-20T08:01", False),
        ("2026-11-20T08:00-05:00", "2026-11-20T06:30-08:00", False),
        ("2026-11-20T08:00-08:00", "2026-11-20T09:30-05:00", True),
    ],
)
def test_a_release_before_the_booking_is_no_release(tmp_path, booked, released, stays):
    made = held(tmp_path, released, booked=booked)
    assert bool(in_custody(made)) is stays
    assert any("a release before the booking" in each for each in said(made)) is stays


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "America/Chicago", "America/New_York"])
@pytest.mark.parametrize(
    ("booked", "released", "stays"),
    [
        ("2026-11-20T14:20", "2026-11-20", False),
        ("2026-11-20T14:20-06:00", "2026-11-20", False),
        ("2026-11-20T14:20-08:00", "2026-11-20", False),
        ("2026-11-20T00:20-06:00", "2026-11-20", False),
        ("2026-11-20T23:50-08:00", "2026-11-20", False),
        ("2026-11-20T14:20-06:00", "2026-11-20 00:00", False),
        ("2026-11-21T03:30Z", "2026-11-20", False),
        ("2026-11-20", "2026-11-20T00:30-06:00", False),
        ("2026-11-20T14:20-06:00", "2026-11-19", True),
        ("2026-11-20T00:20-08:00", "2026-11-19", True),
        ("2026-11-20T14:20-08:00", "2026-11-20T00:00-08:00", True),
    ],
)
def test_a_release_without_a_time_is_compared_in_the_local_day_of_booking(tmp_path, zone, booked, released, stays):
    (tmp_path / "r.csv").write_text(HEAD + f"1,B1,ALDER,ANN,,{booked},{released},A\n", encoding="utf-8")
    made = read_account(tmp_path / "r.csv", load_profile("plain").in_zone(zone))
    assert bool(in_custody(made)) is stays


def test_a_scheduled_release_before_the_booking_is_unknown_and_said(tmp_path):
    made = roster(tmp_path, "person_id,booking_id,booked_at,scheduled_release_on\nP1,B1,2026-11-20,2026-11-19\n")
    assert made.people[0].bookings[0].scheduled_release_on is None
    assert any("scheduled_release_on" in each and "left unknown" in each for each in said(made))


def test_a_release_on_one_row_and_a_mark_on_another_is_unknown(tmp_path):
    text = HEAD + "1,B1,ALDER,ANN,,2026-11-20,2026-11-25,A\n1,B1,ALDER,ANN,,2026-11-20,IN CUSTODY,B\n"
    made = roster(tmp_path, text)
    assert in_custody(made) == ["1"]
    assert any("is a date on one row and none on another: left unknown" in each for each in said(made))


def test_a_word_the_profile_names_is_said_and_needs_nobody(tmp_path):
    profile = read_profile(
        'name = "x"\ntitle = "x"\nformat = "table"\n[columns]\nperson_id = "P"\nbooking_id = "B"\nreleased_at = "R"\n'
        'family_name = "F"\n[unknown]\nreleased_at = ["STILL HERE"]\n',
        "x.toml",
    )
    (tmp_path / "r.csv").write_text("P,B,R,F\n1,B1,STILL HERE,ALDER\n2,B2,2026-11-25,BIRCH\n", encoding="utf-8")
    made = read_account(tmp_path / "r.csv", profile)
    assert in_custody(made) == ["1"]
    assert said(made) == ['row 2: released_at is "STILL HERE", which the profile names as unknown']
    assert not needs_person(check(made, AS_OF))


def test_twenty_four_oclock_is_the_midnight_after(tmp_path):
    made = held(tmp_path, "", booked="2026-11-20T24:00")
    assert made.people[0].bookings[0].booked_at.isoformat().startswith("2026-11-21T00:00")


REQUEST = {
    "id": "L-1", "kind": "list_request", "issuer": "doj", "signer": "none", "in_writing": True,
    "received_at": "2026-11-20T08:00:00-06:00",
    "class": {"words": "every inmate who is not a citizen", "filter": {"citizenship": "not US"}},
    "fields": ["name"], "text": "Please list every inmate who is not a citizen.",
}  # fmt: skip


def test_an_answer_counts_the_person_and_asks_about_the_release(tmp_path):
    (tmp_path / "r.json").write_text(json.dumps(REQUEST), encoding="utf-8")
    (tmp_path / "roster.csv").write_text(
        HEAD + "1,B1,ALDER,ANN,,2026-11-20,,A\n2,B2,BIRCH,BOB,,2026-11-20,1900-01-01,B\n", encoding="utf-8"
    )
    done = CliRunner().invoke(
        app,
        ["answer", "--request", str(tmp_path / "r.json"), "--roster", str(tmp_path / "roster.csv"), "--jurisdiction", "us-tx",
         "--as-of", "2026-11-29", "--out", str(tmp_path / "out")],
    )  # fmt: skip
    assert done.exit_code == 1
    assert json.loads((tmp_path / "out/internal/answer.json").read_text())["people"] == 2
    assert "2," in (tmp_path / "out/internal/questions.csv").read_text()
    assert "1900-01-01" in (tmp_path / "out/internal/questions.csv").read_text()


def test_a_release_after_the_day_of_the_export_is_one_to_come_and_the_person_is_here(tmp_path):
    (tmp_path / "r.csv").write_text(
        f"{HEAD}1,B1,ALDER,ANN,1985-06-01,2026-11-20T08:00,2027-03-04,ASSAULT\n", encoding="utf-8"
    )
    made = read_account(tmp_path / "r.csv", load_profile("plain"), export_day=AS_OF)
    assert in_custody(made) == ["1"]
    assert any("a release after the day of the export" in each for each in said(made))
