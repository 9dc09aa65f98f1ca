"""`habeas release` and `habeas clock` at the shell: the contract's keys, exit statuses, and what a person reads."""

import json

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from tests.custody_time.helpers import PLAIN
from tests.custody_time.test_compare import HEADER, line

CLOCK = {
    "id": "c",
    "start": "2026-03-06T18:00:00-06:00",
    "hours": 48,
    "excluding": ["saturday", "sunday", "federal_holiday"],
    "time_zone": "America/Chicago",
}


def run(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def wrote(folder, data, name="cases.json"):
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def test_release_prints_a_list_in_the_same_order_with_the_contracts_keys(tmp_path):
    ran = run("release", wrote(tmp_path, [PLAIN, PLAIN | {"id": "second", "violent": None}]), "--json")
    assert ran.exit_code == 1
    first, second = json.loads(ran.stdout)
    assert [*first][:7] == ["id", "actual_days", "conduct_days", "total_days", "release_on", "steps", "questions"]
    assert {key: first[key] for key in ("id", "actual_days", "conduct_days", "total_days", "release_on")} == {
        "id": "plain",
        "actual_days": 92,
        "conduct_days": 92,
        "total_days": 184,
        "release_on": "2019-08-31",
    }
    assert {"does", "days", "citation"} <= set(first["steps"][0])
    assert second["release_on"] is None
    assert second["questions"]


def test_one_case_alone_is_a_list_too_and_ends_well(tmp_path):
    ran = run("release", wrote(tmp_path, PLAIN), "--json")
    assert ran.exit_code == 0
    assert len(json.loads(ran.stdout)) == 1


def test_a_person_reads_the_date_the_steps_and_what_would_change_it(tmp_path):
    text = run("release", wrote(tmp_path, PLAIN)).stdout
    assert "plain: release on 2019-08-31 (an estimate)" in text
    assert "Assumes: The person stays in custody" in text
    assert "Would change: if all conduct credit were lost, to 2020-02-29" in text


def test_a_roster_is_compared_and_the_exit_status_says_that_somebody_must_look(tmp_path):
    roster = wrote(tmp_path, HEADER + line("P1", "2027-03-29") + line("P2", "2026-12-29"), "roster.csv")
    ran = run("release", "--roster", roster, "--as-of", "2026-11-25", "--jurisdiction", "us-ca-kern", "--json")
    made = json.loads(ran.stdout)
    assert ran.exit_code == 1
    assert made["people"] == 2
    assert made["counts"]["jail_later"] == made["counts"]["agrees"] == 1
    assert made["rows"][0]["computed_release_on"] == "2026-12-29"
    same = wrote(tmp_path, HEADER + line("P2", "2026-12-29"), "same.csv")
    assert run("release", "--roster", same, "--as-of", "2026-11-25", "--jurisdiction", "us-ca-kern").exit_code == 0


@pytest.mark.parametrize("place", [..., "", None])
def test_a_case_without_a_place_is_asked_for_it_and_nothing_is_counted(tmp_path, place):
    case = {key: value for key, value in (PLAIN | {"jurisdiction": place}).items() if value is not ...}
    ran = run("release", wrote(tmp_path, case), "--json")
    [made] = json.loads(ran.stdout)
    assert ran.exit_code == 1
    assert (made["actual_days"], made["conduct_days"], made["release_on"], made["steps"]) == (None, None, None, [])
    assert [each["code"] for each in made["refusals"]] == ["unsupported.no_place"]


def test_a_misspelt_county_is_refused_with_what_is_near(tmp_path):
    ran = run("release", wrote(tmp_path, PLAIN | {"jurisdiction": "us-ca-kernn"}))
    assert "did you mean us-ca-kern" in str(ran.exception)


def test_clock_prints_the_contracts_keys(tmp_path):
    ran = run("clock", wrote(tmp_path, CLOCK), "--json")
    [made] = json.loads(ran.stdout)
    assert ran.exit_code == 0
    assert [*made][:5] == ["id", "end", "elapsed_hours", "counted_hours", "skipped"]
    assert (made["end"], made["elapsed_hours"], made["counted_hours"]) == ("2026-03-10T18:00:00-05:00", 95, 48)
    assert made["skipped"][0] == {
        "from": "2026-03-07T00:00:00-06:00",
        "to": "2026-03-08T00:00:00-06:00",
        "why": "Saturday",
    }
    assert "5 USC 6103" in made["citation"]


def clock(tmp_path, **facts):
    case = {key: value for key, value in (CLOCK | facts).items() if value is not ...}
    ran = run("clock", wrote(tmp_path, case), "--json")
    return ran.exit_code, (json.loads(ran.stdout) if ran.exit_code < 2 else ran)


def test_anchors_pick_the_time_that_starts_the_clock(tmp_path):
    times = {
        "start": ...,
        "receipt_at": "2026-03-02T08:00:00-06:00",
        "release_eligible_at": "2026-03-04T12:00:00-06:00",
    }
    _, [received] = clock(tmp_path, **times, anchor="receipt")
    _, [eligible] = clock(tmp_path, **times, anchor="release_eligible")
    assert received["end"] == "2026-03-04T08:00:00-06:00"
    assert eligible["end"] == "2026-03-06T12:00:00-06:00"
    assert "release that would otherwise be due" in eligible["trigger"]
    status, [missing] = clock(tmp_path, start=..., anchor="release_eligible")
    assert status == 1
    assert missing["end"] is None
    assert missing["questions"]


def test_the_end_of_the_day_and_the_earliest_of_two(tmp_path):
    _, [day] = clock(tmp_path, hours=..., end_of_day=True)
    assert day["end"] == "2026-03-06T23:59:00-06:00"
    _, [first] = clock(tmp_path, hours=..., earliest_of=[{"hours": 48}, {"end_of_day": True}])
    assert first["end"] == "2026-03-06T23:59:00-06:00"


@pytest.mark.parametrize(
    ("start", "what"), [("2026-11-01T01:30:00", "comes twice"), ("2026-03-08T02:30:00", "does not exist")]
)
def test_a_local_time_that_the_change_of_clocks_makes_doubtful_is_asked(tmp_path, start, what):
    status, [made] = clock(tmp_path, start=start)
    assert status == 1
    assert made["end"] is None
    assert what in made["questions"][0]["why"]


def test_a_local_time_without_offset_is_the_jails_own(tmp_path):
    status, [made] = clock(tmp_path, start="2026-03-06T18:00:00")
    assert (status, made["end"]) == (0, "2026-03-10T18:00:00-05:00")


def test_days_without_a_zone_are_asked_and_flat_hours_need_none(tmp_path):
    status, [made] = clock(tmp_path, time_zone=...)
    assert (status, made["end"]) == (1, None)
    status, [flat] = clock(tmp_path, time_zone=..., excluding=...)
    assert (status, flat["end"]) == (0, "2026-03-08T18:00:00-06:00")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("release",), "Give either a file of release cases or --roster"),
        (("release", "--roster", "x.csv"), "--roster needs --as-of"),
        (("release", "--roster", "x.csv", "--as-of", "2026-11-25"), "--roster needs --jurisdiction"),
        (("release", "no.json"), "cannot be read"),
        (("clock", "no.json"), "cannot be read"),
    ],
)
def test_bad_input_is_one_sentence(arguments, says):
    ran = run(*arguments)
    assert says in str(ran.exception)
    assert ran.stdout == ""


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"hours": "48"}, "must be a number"),
        ({"days": 2}, "exactly one of"),
        ({"excluding": ["easter"]}, "no kind of day"),
        ({"time_zone": "Mars/Olympus"}, "no time zone"),
        ({"start": "yesterday"}, "a time must be written like"),
        ({"pause": True}, '"pause" is no key of a clock'),
        ({"anchor": "receipt", "receipt_at": "2026-03-02T08:00:00-06:00"}, "two different times"),
    ],
)
def test_what_is_no_clock_is_bad_input_in_one_sentence(tmp_path, facts, says):
    ran = run("clock", wrote(tmp_path, CLOCK | facts))
    assert says in str(ran.exception)
