"""The shell: exit statuses, one sentence on standard error, JSON on standard output, never a traceback."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.cli.program import app
from tests.answers.helpers import ROSTER, doj

CASE = {
    "id": "one",
    "jurisdiction": "us-ca",
    "as_of": "2025-07-17",
    "request": {"kind": "detainer", "issuer": "ice"},
    "custody": {"facility": "county_jail"},
}


def habeas(*arguments, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "habeas", *map(str, arguments)], capture_output=True, text=True, check=False, cwd=cwd
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "request.json").write_text(json.dumps(doj()), encoding="utf-8")
    (tmp_path / "cases.json").write_text(json.dumps([CASE]), encoding="utf-8")
    return tmp_path


def test_the_help_reads_like_a_manual():
    run = habeas("--help")
    assert run.returncode == 0
    for word in ("must, may and must not", "Exit status", "answer", "decide", "offense", "roster", "demo"):
        assert word in run.stdout


def test_every_command_has_its_help():
    for command in [
        *app.registered_commands,
        *(each for group in app.registered_groups for each in group.typer_instance.registered_commands),
    ]:
        assert command.callback
        assert command.callback.__doc__


def test_decide_prints_one_line_a_case_and_needs_a_person_where_a_question_is_open(folder):
    run = habeas("decide", folder / "cases.json", "--jsonl")
    made = json.loads(run.stdout)
    assert run.returncode == 1
    assert (made["id"], made["acts"]["hold"]["outcome"], made["acts"]["notify"]["outcome"]) == (
        "one",
        "must_not",
        "unknown",
    )
    assert made["questions"]


def test_decide_reads_as_words_and_as_one_document(folder):
    text = habeas("decide", folder / "cases.json").stdout
    assert "hold: must_not" in text
    assert "Nobody is kept past the time of release" in text
    assert json.loads(habeas("decide", folder / "cases.json", "--json").stdout)[0]["id"] == "one"


def test_roster_check_counts_and_convert_writes_one_person_a_line(folder):
    run = habeas("roster", "check", folder / "roster.csv", "--as-of", "2025-07-17", "--json")
    found = json.loads(run.stdout)
    assert (run.returncode, found["people"], found["in_custody"]) == (0, 5, 4)
    run = habeas("roster", "convert", folder / "roster.csv", "--out", folder / "out.jsonl")
    assert run.returncode == 0
    assert len((folder / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 5
    again = habeas("roster", "convert", folder / "roster.csv", "--out", folder / "out.jsonl")
    assert (again.returncode, "exists" in again.stderr) == (2, True)


def test_roster_profile_drafts_and_asks_a_person_to_look(folder):
    run = habeas("roster", "profile", folder / "roster.csv")
    assert run.returncode == 1
    assert 'booking_id = "booking_id"' in run.stdout
    assert "fix it" in run.stderr


def test_offense_says_the_section_and_each_class():
    run = habeas("offense", "211 PC", "11378 H&S", "--on", "2025-07-17")
    assert run.returncode == 0
    assert "211 PC  ->  PC 211" in run.stdout
    assert "11378 H&S  ->  HS 11378" in run.stdout
    assert habeas("offense", "FTA").returncode == 1


def test_answer_writes_the_package_and_says_what_it_did(folder):
    run = habeas(
        "answer",
        "--request",
        folder / "request.json",
        "--roster",
        folder / "roster.csv",
        "--jurisdiction",
        "us-ca-los-angeles",
        "--as-of",
        "2025-07-17",
        "--out",
        folder / "out",
    )
    assert run.returncode == 0, run.stderr
    assert "Leaves: nothing about anyone." in run.stdout
    assert (folder / "out" / "outgoing" / "letter.pdf").read_bytes().startswith(b"%PDF")
    assert run.stderr == ""


ANSWER = (
    "answer",
    "--request",
    "request.json",
    "--roster",
    "roster.csv",
    "--jurisdiction",
    "us-tx",
    "--as-of",
    "2025-07-17",
    "--out",
    "out",
)


def test_an_answer_whose_act_nobody_has_chosen_ends_with_one_and_says_who_chooses(folder):
    (folder / "request.json").write_text(
        json.dumps({"id": "A-1", "kind": "facility_access", "issuer": "ice"}), encoding="utf-8"
    )
    run = habeas(*changed("--jurisdiction", "us-fl"), cwd=folder)
    assert run.returncode == 1, run.stderr
    assert "nobody has chosen: access to the jail. Does the office do it? (ask watch commander)" in run.stdout


def changed(option, value):
    place = ANSWER.index(option) + 1
    return (*ANSWER[:place], value, *ANSWER[place + 1 :])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (changed("--request", "none.json"), "none.json cannot be read: no such file"),
        (changed("--roster", "none.csv"), "none.csv cannot be read"),
        (changed("--as-of", "July"), '--as-of is "July", which is no date'),
        (changed("--jurisdiction", "texas"), 'jurisdiction "texas" is not a place'),
        (changed("--out", "."), "is not empty"),
        ((*ANSWER, "--profile", "plane"), "did you mean plain"),
        ((*ANSWER, "--register", "request.json"), "is not TOML"),
        (("decide", "roster.csv"), "is not JSON"),
        (("offense", "211 PC", "--grade", "capital"), "write felony, misdemeanor or infraction"),
        (("roster", "check", "request.json"), "must hold a list of flat objects"),
    ],
)
def test_bad_input_is_one_sentence_exit_two_and_nothing_written(folder, arguments, sentence):
    before = sorted(path.name for path in folder.iterdir())
    run = habeas(*arguments, cwd=folder)
    assert run.returncode == 2, run.stderr
    assert sentence in run.stderr
    assert "Traceback" not in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_missing_option_is_exit_two():
    assert habeas("answer").returncode == 2


def test_no_persons_data_is_written_to_standard_error(folder):
    (folder / "bad.csv").write_text(ROSTER.replace("1980-05-06", "05/06/80"), encoding="utf-8")
    run = habeas(
        "answer",
        "--request",
        folder / "request.json",
        "--roster",
        folder / "bad.csv",
        "--jurisdiction",
        "us-tx",
        "--as-of",
        "2025-07-17",
        "--out",
        folder / "out",
    )
    assert not re.search("QUILLFEATHER|AMOS|ZEPHYRINE", run.stdout + run.stderr)


def test_the_demonstration_answers_four_requests_and_replaces_only_itself(tmp_path):
    run = habeas("demo", "--out", tmp_path / "demo", "--people", "60", "--no-serve")
    assert run.returncode == 0, run.stderr
    assert run.stdout.count("Package:") == 4
    assert "Leaves: nothing about anyone." in run.stdout
    assert habeas("demo", "--out", tmp_path / "demo", "--people", "60", "--no-serve").stdout == run.stdout
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x").write_text("x", encoding="utf-8")
    assert habeas("demo", "--out", tmp_path / "mine").returncode == 2
    assert Path(tmp_path / "mine" / "x").read_text(encoding="utf-8") == "x"


def test_a_full_disk_behind_standard_output_is_one_sentence(folder):
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "habeas", "roster", "profiles"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (run.returncode, run.stderr) == (
        2,
        "What was asked for cannot be read or written: no space left on device.\n",
    )


def test_a_name_that_steers_the_terminal_is_shown_and_does_not_steer(folder):
    (folder / "a\x1b[2J\nb.json").write_text("{", encoding="utf-8")
    run = habeas("clock", folder / "a\x1b[2J\nb.json")
    assert run.returncode == 2
    assert "\x1b" not in run.stderr
    assert run.stderr.startswith("a\\u001b[2J b.json is not JSON")
    assert run.stderr.count("\n") == 1


def test_a_command_reads_no_device_and_writes_beside_nothing(folder):
    for arguments in (
        ("roster", "check", "/dev/zero"),
        ("decide", "/dev/zero"),
        ("match", "--roster", folder / "roster.csv", "--queries", "/dev/zero", "--out", folder / "out.csv"),
        ("roster", "convert", folder / "roster.csv", "--out", folder / "roster.csv" / "out.jsonl"),
        ("law", "show", "us-ca", "--out", folder / "none" / "page.html"),
    ):
        run = habeas(*arguments)
        assert (run.returncode, run.stderr.count("\n")) == (2, 1), run.stderr
    assert sorted(each.name for each in folder.iterdir()) == ["cases.json", "request.json", "roster.csv"]
