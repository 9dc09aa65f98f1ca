"""habeas audit at the shell: a key, heads, an export, the check, and deciding again."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from habeas.audit.sealed import seal
from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from tests.audit.helpers import body, chain, lines, some_log

CASE = {
    "id": "c-1", "jurisdiction": "us-ca-kern", "as_of": "2025-07-17",
    "request": {"kind": "detainer", "issuer": "ice", "basis": "civil"},
    "person": {"history_complete": True}, "custody": {"facility": "county_jail", "release_date_public": False},
    "charges": [{"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2020-01-01"}],
}  # fmt: skip


def habeas(*words, cwd):
    program = Path(sys.executable).parent / "habeas"
    done = subprocess.run([program, "audit", *map(str, words)], capture_output=True, text=True, check=False, cwd=cwd)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def place(tmp_path):
    """A folder with a log of 20 events."""
    (tmp_path / "events.jsonl").write_bytes(lines(some_log(20)))
    return tmp_path


def test_from_a_key_to_an_export_that_checks_itself(place):
    status, said, _ = habeas("key", "jail.example/log", "--out", "log.key", cwd=place)
    assert status == 0
    assert "PRIVATE" not in said
    (place / "keys.txt").write_text(said.splitlines()[0] + "\n")
    for _ in range(2):
        status, said, fault = habeas(
            "checkpoint", "events.jsonl", "--key", "log.key", "--checkpoints", "heads.txt", cwd=place
        )
        assert status == 0, fault
        assert said.startswith("jail.example/log\n20\n")
    files = ("--checkpoints", "heads.txt", "--keys", "keys.txt")
    status, said, _ = habeas("verify", "events.jsonl", *files, cwd=place)
    assert status == 0, said
    assert "The checkpoint of 20 events agrees with the log." in said
    status, said, fault = habeas("export", "events.jsonl", "--out", "out", *files, cwd=place)
    assert status == 0, fault
    done = subprocess.run(
        [sys.executable, "-I", "out/verify_habeas.py", "out"], capture_output=True, text=True, check=False, cwd=place
    )
    assert done.returncode == 0, done.stdout
    status, said, _ = habeas("verify", "out", "--json", cwd=place)
    found = json.loads(said)
    assert status == 0
    assert (found["holds"], found["size"], found["covered"]) == (True, 20, 20)
    about = f"{some_log(20)[3].object.kind}:{some_log(20)[3].object.id}"
    status, said, fault = habeas("export", "events.jsonl", "--out", "part", "--about", about, *files, cwd=place)
    assert status == 0, fault
    status, said, fault = habeas("verify", "part", cwd=place)
    assert status == 0, fault
    assert "stands, word for word, in the signed log of 20 events" in said
    assert (
        subprocess.run(
            [sys.executable, "-I", "part/verify_habeas.py", "part"], capture_output=True, check=False, cwd=place
        ).returncode
        == 0
    )


def test_a_log_written_anew_gets_no_second_head_and_status_1(place):
    habeas("key", "jail.example/log", "--out", "log.key", cwd=place)
    signing = ("checkpoint", "events.jsonl", "--key", "log.key", "--checkpoints", "heads.txt")
    habeas(*signing, cwd=place)
    before = (place / "heads.txt").read_text()
    (place / "events.jsonl").write_bytes(lines(some_log(25, seed=2)))
    status, _, fault = habeas(*signing, cwd=place)
    assert status == 2
    assert "does not agree with its checkpoint of 20 events" in fault
    assert (place / "heads.txt").read_text() == before
    status, said, _ = habeas("verify", "events.jsonl", "--anchored", "heads.txt", cwd=place)
    assert status == 1
    assert "is not signed by a known key" in said


def test_a_broken_log_gives_status_1_and_the_place(place):
    text = (place / "events.jsonl").read_bytes().splitlines(keepends=True)
    (place / "events.jsonl").write_bytes(b"".join(text[:7] + text[8:]))
    status, said, _ = habeas("verify", "events.jsonl", cwd=place)
    assert status == 1
    assert "Event 7: its number is 8" in said
    assert habeas("export", "events.jsonl", "--out", "out", cwd=place)[0] == 2
    assert not (place / "out").exists()


def test_a_stored_decision_is_decided_again_under_the_law_room(place):
    answer = decide(read_case(CASE)).as_data()
    case, decision, other = seal(CASE), seal(answer), seal(answer | {"duties": []})
    refs = [{"case": case.digest, "decision": each.digest} for each in (decision, other)]
    (place / "log").write_bytes(lines(chain([body(act="decide", refs=each) for each in refs])))
    (place / "beside").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in (case, decision, other)))
    status, said, fault = habeas("replay", "log", "--beside", "beside", cwd=place)
    assert status == 1, fault
    assert said.splitlines() == [
        "2 decisions, 1 with the same answer.",
        "Event 1, person p-1: it gives another answer in duties.",
    ]
    status, said, _ = habeas("replay", "log", "--beside", "beside", "--json", cwd=place)
    assert json.loads(said)["counts"]["same"] == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("verify", "none"), "none cannot be read: no such file or directory."),
        (("replay", "events.jsonl"), "--beside is missing"),
        (("export", "events.jsonl", "--out", "o", "--about", "r17"), "--about is KIND:ID"),
        (("key", "two words", "--out", "k"), "A key's name is like"),
        (("verify", "events.jsonl", "--keys", "events.jsonl"), "events.jsonl: A line of the keys is no Ed25519 key"),
        (("verify", "events.jsonl", "--beside", "events.jsonl"), "events.jsonl, line 1: this is no row"),
        (("checkpoint", "events.jsonl", "--key", "events.jsonl", "--checkpoints", "c"), "events.jsonl"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_nothing_is_written(place, words, says):
    before = sorted(place.iterdir())
    status, said, fault = habeas(*words, cwd=place)
    assert (status, said) == (2, "")
    assert says in fault
    assert "Traceback" not in fault
    assert sorted(place.iterdir()) == before
