"""Every court-decided example this room claims to cover."""

import csv
from pathlib import Path

import pytest

from habeas.release.case import read_cases
from habeas.release.terms import work_out
from tests.release.court_cases import COURT_DECIDED

SHARED = Path(__file__).parents[3] / "shared" / "data" / "credits_court_cases" / "ca_4019_court_decided.csv"


@pytest.mark.parametrize("decided", COURT_DECIDED, ids=lambda decided: decided.name)
def test_the_credit_is_what_the_court_said(decided):
    [case] = read_cases(decided.facts, "court")
    answer = work_out(case)
    assert answer.actual_days == decided.actual, decided.citation
    assert answer.conduct_days == decided.conduct, decided.citation
    assert answer.total_days == decided.actual + (decided.conduct or 0)
    assert not answer.refusals


@pytest.mark.skipif(
    not SHARED.exists(), reason="the research table lies beside the checkout only where it is worked on"
)
def test_every_row_of_the_research_table_is_among_them():
    numbers = {(decided.actual, decided.conduct) for decided in COURT_DECIDED}
    with SHARED.open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert rows
    assert all((int(row["actual_days"]), int(row["correct_conduct"])) in numbers for row in rows)


def test_smiths_odd_three_days_are_said_to_earn_none():
    [case] = read_cases(next(each.facts for each in COURT_DECIDED if each.name == "smith"), "court")
    [step] = [step for step in work_out(case).steps if "left over" in step.does]
    assert step.does == "211 days at 2 for every 4; 3 left over earn none."
    assert step.days == 104
    assert "Smith" in step.source.citation
