"""The fictional county: the same every time, and no name says anything about citizenship."""

from collections import Counter
from datetime import date

import pytest

from habeas.demo.county import build_county
from habeas.demo.papers import REGISTERS, detainer, list_request
from habeas.requests.request import read_request
from habeas.roster.profile import load_profile
from habeas.roster.read import people_in_custody, read_roster

DAY = date(2025, 7, 17)


@pytest.mark.parametrize("state", ["us-ca", "us-tx"])
def test_the_same_seed_gives_the_same_bytes(state):
    assert build_county(state, 200, DAY).csv() == build_county(state, 200, DAY).csv()


@pytest.mark.parametrize("people", [50, 1000])
def test_the_county_holds_exactly_the_people_it_says(tmp_path, people):
    (tmp_path / "r.csv").write_text(build_county("us-ca", people, DAY).csv(), encoding="utf-8", newline="")
    made = read_roster(tmp_path / "r.csv", load_profile("plain"))
    assert len(people_in_custody(made, DAY)) == people
    assert len(made.refused) == 3
    said = [each for each in made.repaired if "left unknown" in each.what and each.row != "whole file"]
    assert len(said) == 7  # the rows that are drawn with a fault; seven odd names of fifty are asked about besides


def test_a_name_says_nothing_about_what_the_record_says():
    rows = {
        row["person_id"]: row for row in build_county("us-ca", 6000, DAY).rows if row["family_name"] != "HARD"
    }.values()
    foreign = {
        row["person_id"]
        for row in rows
        if row.get("citizenship_on_record") in {"Mexico", "Guatemala", "El Salvador", "Honduras"}
    }
    by_letter: dict[str, Counter[bool]] = {}
    for row in rows:
        by_letter.setdefault("ascii" if row["family_name"].isascii() else "other", Counter())[
            row["person_id"] in foreign
        ] += 1
    shares = [counted[True] / counted.total() for counted in by_letter.values()]
    assert max(shares) - min(shares) < 0.03


@pytest.mark.parametrize("state", ["us-ca", "us-tx"])
def test_the_papers_are_requests_that_habeas_reads(state):
    county = build_county(state, 60, DAY)
    assert read_request(list_request(state)).kind == "list_request"
    assert read_request(detainer(state, county.subject)).asks == {"hold", "notify", "transfer"}
    assert "[[field]]" in REGISTERS[state]
