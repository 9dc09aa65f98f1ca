import csv

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError
from habeas.matching.files import read_never, read_queries
from tests.answers.helpers import ROSTER

HEADER = "query_id,family_name,given_name,date_of_birth,a_number,photo_seen\n"


def written(tmp_path, text, name="queries.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / name


def run(tmp_path, queries, *more):
    roster, asked = written(tmp_path, ROSTER, "roster.csv"), written(tmp_path, queries)
    out = tmp_path / "out.csv"
    done = CliRunner().invoke(
        app,
        ["match", "--roster", str(roster), "--queries", str(asked), "--out", str(out), *more],
        catch_exceptions=True,
    )
    return done, list(csv.DictReader(out.open(encoding="utf-8"))) if out.exists() else []


def test_the_answers_are_written_by_the_contract_in_the_order_of_the_queries(tmp_path):
    done, rows = run(tmp_path, HEADER + "q2,ZEPHYRINE,OLGA,1975-11-30,,true\nq1,NOBODY,X,1980-05-06,,\n")
    assert done.exit_code == 0
    assert list(rows[0]) == ["query_id", "verdict", "candidate_id", "rank", "strength", "reasons", "conflicts"]
    assert [(each["query_id"], each["verdict"], each["candidate_id"]) for each in rows] == [
        ("q2", "one", "P2"),
        ("q1", "none", ""),
    ]
    assert "same birth date" in rows[0]["reasons"]
    assert "step: the name and the birth date agree" in rows[0]["reasons"]


def test_what_needs_a_person_is_exit_one(tmp_path):
    done, rows = run(tmp_path, HEADER + "q1,ZEPHYRINE,OLGA,1975-11-29,,\n")
    assert (done.exit_code, rows[0]["verdict"]) == (1, "ambiguous")
    assert rows[0]["conflicts"] == "the birth date differs in one digit" or "birth date" in rows[0]["conflicts"]


def test_bad_rows_are_said_by_row_and_none_is_lost(tmp_path):
    text = (
        HEADER
        + "q1,ZEPHYRINE,OLGA,1975-31-30,,\n,ZEPHYRINE,OLGA,1975-11-30,,\nq1,ZEPHYRINE,OLGA,11/30/1975,,perhaps\nq9,,,,,\nq8,A\n"
    )
    read = read_queries(written(tmp_path, text))
    assert [each.query_id for each in read.queries] == ["q1", "row-3", "q1", "q9", "q8"]
    assert [line.split(": ")[0] for line in read.said] == [f"queries.csv, row {n}" for n in (2, 3, 4, 4, 5, 6)]
    assert not any("ZEPHYRINE" in line or "1975" in line for line in read.said)
    done, rows = run(tmp_path, text)
    assert done.exit_code == 1
    assert [each["query_id"] for each in rows] == ["q1", "row-3", "q1", "q9", "q8"]
    assert [each["verdict"] for each in rows] == ["ambiguous", "one", "one", "none", "none"]


@pytest.mark.parametrize(
    "columns", ["Query ID,Family Name,Given Name,Date of Birth", "QUERY-ID, family.name,GivenName,dob"]
)
def test_a_header_is_known_however_a_spreadsheet_spells_it(tmp_path, columns):
    read = read_queries(written(tmp_path, f"{columns}\nq1,ZEPHYRINE,OLGA,1975-11-30\n"))
    assert (read.queries[0].query_id, read.queries[0].family_name) == ("q1", "ZEPHYRINE")


def test_empty_columns_that_a_spreadsheet_adds_are_no_fault_and_a_cell_under_no_name_is(tmp_path):
    clean = read_queries(written(tmp_path, "query_id,family_name,,\nq1,ZEPHYRINE,,\nq2,ZEPHYRINE,,,,\n"))
    assert (len(clean.queries), clean.said) == (2, ())
    shifted = read_queries(written(tmp_path, "query_id,family_name,,\nq1,DE,ZEPHYRINE,\n"))
    assert shifted.queries[0].unreadable == ("row",)


def test_a_row_with_a_mark_of_damage_is_said_and_never_answered_one(tmp_path):
    done, rows = run(tmp_path, HEADER + "q\x001,ZEPHYRINE,OLGA,1975-11-30,,\nq2,ZEPH\x0cYRINE,OLGA,1975-11-30,,\n")
    assert [(each["query_id"], each["verdict"]) for each in rows] == [("q1", "ambiguous"), ("q2", "ambiguous")]
    assert (done.exit_code, done.stderr.count("damaged here")) == (1, 2)


def test_never_these_two_is_read_from_csv_and_toml(tmp_path):
    table = written(tmp_path, "query_id,person_id\nq1,P2\n", "never.csv")
    toml = written(tmp_path, '[[never]]\nquery_id = "q1"\nperson_id = "P2"\n', "never.toml")
    assert read_never(table) == read_never(toml) == {"q1": frozenset({"P2"})}
    done, rows = run(tmp_path, HEADER + "q1,ZEPHYRINE,OLGA,1975-11-30,,\n", "--never", str(toml))
    assert (done.exit_code, rows[0]["verdict"]) == (0, "none")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("never.csv", "query_id,person_id\nq1,\n"),
        ("never.toml", "never = 3"),
        ("never.toml", "[[never]\n"),
        ("never.csv", "a,b\n1,2\n"),
        ("never.csv", "query_id,person_id\nq1,P\x002\n"),
        ("never.csv", "query_id,person_id\nq1,P2,P3\n"),
        ("never.csv", "query_id,person_id,person_id\nq1,P2,P3\n"),
        ("never.csv", "query_id,person_id\nq1," + "x" * 200_000),
        ("never.csv", "query_id,person_id\n"),
        ("never.toml", ""),
        ("never.toml", "a=" + "[" * 100_000),
        ("never.toml", "a=" + "9" * 90_000),
    ],
    ids=lambda given: given[:30],
)
def test_a_ruling_that_cannot_be_read_stops_everything(tmp_path, name, text):
    with pytest.raises(BadInputError):
        read_never(written(tmp_path, text, name))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name,born\nA,B\n",
        "query_id\nq1\n",
        HEADER,
        "query_id,family_name,Family Name\nq1,A,B\n",
        "query_id,family_name," + "x" * 200_000 + "\nq1,A,\n",
    ],
    ids=lambda given: given[:30],
)
def test_a_file_that_is_no_list_of_queries_writes_nothing(tmp_path, text):
    done, rows = run(tmp_path, text)
    assert (type(done.exception), rows) == (BadInputError, [])


def test_an_existing_file_is_never_written_over(tmp_path):
    written(tmp_path, "mine", "out.csv")
    done, _ = run(tmp_path, HEADER)
    assert isinstance(done.exception, BadInputError)
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "mine"


def test_a_cell_that_a_spreadsheet_would_run_is_written_as_text(tmp_path):
    _, rows = run(tmp_path, HEADER + '"=HYPERLINK(1)",ZEPHYRINE,OLGA,1975-11-30,,\n')
    assert rows[0]["query_id"].startswith("'=")
