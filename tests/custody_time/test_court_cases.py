"""The corpus: each file in `cases/` is one situation, the file of its name in `answers/` what must come out.

`court/` is what courts decided, with the opinion named.

Laid out one file a situation, by theme. Every case has an answer and every answer a case; a file that cannot be read fails here.
"""

import csv
import json
from pathlib import Path

import pytest

from habeas.custody_time.case import read_cases
from habeas.custody_time.states import work_out

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").rglob("*.json"))
SHARED = HERE.parents[2] / "shared" / "data" / "credits_court_cases" / "ca_4019_court_decided.csv"
COMPARED = {"actual_days", "conduct_days", "total_days", "release_on", "supervision_ends_on"}


def loaded(path):
    return json.loads(path.read_text(encoding="utf-8"))


def expected(path):
    return loaded(HERE / "answers" / path.relative_to(HERE / "cases"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}: {path.stem}")
def test_the_answer_is_the_one_that_stands_beside_the_case(path):
    [case] = read_cases(loaded(path), path.name)
    made, wanted = work_out(case).as_data(), expected(path)
    assert set(wanted) <= COMPARED | {"questions", "refusals"}
    assert wanted
    assert {key: made.get(key) for key in wanted if key in COMPARED} == {
        key: wanted[key] for key in wanted if key in COMPARED
    }
    assert len(made["questions"]) == wanted.get("questions", 0)
    assert [refusal["code"] for refusal in made["refusals"]] == wanted.get("refusals", [])


def test_every_case_has_its_answer_and_every_answer_its_case():
    answers = {path.relative_to(HERE / "answers") for path in (HERE / "answers").rglob("*.json")}
    assert {path.relative_to(HERE / "cases") for path in CASES} == answers
    assert len(answers) >= 40


def test_every_case_says_where_it_is_from():
    assert all(loaded(path).get("source") for path in CASES)


@pytest.mark.skipif(
    not SHARED.exists(), reason="the research table lies beside the checkout only where it is worked on"
)
def test_every_row_of_the_research_table_is_among_them():
    court = [expected(path) for path in CASES if path.parent.name == "court"]
    numbers = {(row["actual_days"], row["conduct_days"]) for row in court}
    with SHARED.open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert rows
    assert all((int(row["actual_days"]), int(row["correct_conduct"])) in numbers for row in rows)


def test_smiths_odd_three_days_are_said_to_earn_none():
    [case] = read_cases(loaded(HERE / "cases" / "court" / "smith.json"), "court")
    [step] = [step for step in work_out(case).steps if "left over" in step.does]
    assert step.does == "211 days at 2 for every 4; 3 left over earn none."
    assert step.days == 104
    assert "Smith" in step.source.citation
