"""While a refused row of the roster may be about the person, nobody says "not here": it is a question that names the rows."""

import csv
import json
from datetime import date

import pytest
from typer.testing import CliRunner

from habeas.answers.compose import letter_facts
from habeas.answers.letter import letter_text
from habeas.answers.run import AnswerInputs, run_answer
from habeas.cli.program import app
from habeas.matching import Index, MatchVerdict, Query
from habeas.matching.unread import Unread, unread_words
from tests.answers.helpers import ice
from tests.roster.helpers import roster

HEADER = "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,charge_description\n"
HERE = "P1,B1,ROE,JIM,1981-05-06,2026-10-05,THEFT\nP2,B2,POE,ANN,1982-05-06,2026-10-05,THEFT\n"
REFUSED = "N/A,PENDING,QUILLFEATHER,AMOS,1980-05-06,2026-10-05,THEFT\n"
TORN = "P4,B4,QUILLFEATHER\n"
LINE = "Printed by: kmiller,11/29/2026 0600,,,,,\n"
FOOT = "End of report\n"
ASKED = Query("q", family_name="QUILLFEATHER", given_name="AMOS", date_of_birth=date(1980, 5, 6))
STRANGER = Query("q", family_name="ZEPHYRINE", given_name="OLGA", date_of_birth=date(1975, 11, 30))


def settled(folder, rows, query):
    held = roster(folder, HEADER + HERE + rows)
    return Unread(held.refused).settle(query, Index.build(held.people).match(query))


@pytest.mark.parametrize(
    ("rows", "query", "unread"),
    [
        (REFUSED, ASKED, ("row 4",)),
        (REFUSED, STRANGER, ()),
        (TORN, STRANGER, ("row 4",)),
        (REFUSED + TORN, ASKED, ("row 5", "row 4")),
        (LINE, ASKED, ()),
        (FOOT, ASKED, ()),
        ("P1,B9,QUILLFEATHER,AMOS,1980-05-06,2026-10-05,THEFT\n", ASKED, ("row 4",)),
        (",B9,,,,,\n", ASKED, ()),
    ],
    ids=["named", "another", "torn", "both", "line", "foot", "two people with one number", "number alone"],
)
def test_nobody_is_none_only_where_no_refused_row_may_be_about_them(tmp_path, rows, query, unread):
    found = settled(tmp_path, rows, query)
    assert found.unread == unread
    assert found.verdict is (MatchVerdict.AMBIGUOUS if unread else MatchVerdict.NONE)


def test_who_is_here_is_found_whatever_was_refused(tmp_path):
    query = Query("q", family_name="ROE", given_name="JIM", date_of_birth=date(1981, 5, 6))
    assert settled(tmp_path, REFUSED + TORN, query).unread == ()


def test_many_rows_are_told_in_one_sentence():
    assert unread_words(("row 3",)) == "1 row of the roster was refused and may be about this person: look at row 3"
    assert unread_words(tuple(f"row {n}" for n in range(20))).endswith("row 11 and 8 more")


def test_the_matching_at_the_shell_says_which_rows_to_look_at(tmp_path):
    (tmp_path / "r.csv").write_text(HEADER + HERE + REFUSED, encoding="utf-8")
    (tmp_path / "q.csv").write_text(
        "query_id,family_name,given_name,date_of_birth\nq1,QUILLFEATHER,AMOS,1980-05-06\nq2,ZEPHYRINE,OLGA,1975-11-30\n",
        encoding="utf-8",
    )
    args = ["match", "--roster", tmp_path / "r.csv", "--queries", tmp_path / "q.csv", "--out", tmp_path / "out.csv"]
    done = CliRunner().invoke(app, [str(each) for each in args])
    rows = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8")))
    assert done.exit_code == 1
    assert [(each["verdict"], each["candidate_id"]) for each in rows] == [("ambiguous", ""), ("none", "")]
    assert "look at row 4" in rows[0]["reasons"]


def answered(folder, rows, **subject):
    who = {"family_name": "QUILLFEATHER", "given_name": "AMOS", "date_of_birth": "1980-05-06"} | subject
    (folder / "r.csv").write_text(HEADER + HERE + rows, encoding="utf-8")
    (folder / "r.json").write_text(json.dumps(ice(who, "us-tx")), encoding="utf-8")
    return run_answer(AnswerInputs(folder / "r.json", folder / "r.csv", "us-tx", date(2026, 11, 29))).answer


def test_an_answer_about_nobody_asks_for_the_refused_rows_and_its_letter_says_nothing_of_who_is_here(tmp_path):
    answer = answered(tmp_path, REFUSED)
    assert [(each.ask.fact, each.ask.of) for each in answer.questions] == [("roster.refused", "records unit")]
    assert "look at row 4" in answer.questions[0].ask.ask
    assert any("1 row was refused" in each for each in answer.said)
    letter = " ".join(letter_text(letter_facts(answer)).split())
    assert "will follow" in letter
    assert "DRAFT" in letter
    assert "cannot identify" not in letter
    assert "not in its custody" not in letter


def test_an_answer_that_gives_our_number_asks_as_well(tmp_path):
    assert [each.ask.fact for each in answered(tmp_path, TORN, person_id="P4").questions] == ["roster.refused"]


def test_an_answer_about_nobody_asks_who_is_meant_where_only_lines_of_the_report_were_refused(tmp_path):
    answer = answered(tmp_path, LINE + FOOT)
    assert [each.ask.fact for each in answer.questions] == ["request.subject"]
    assert not any("refused" in each for each in answer.said)
