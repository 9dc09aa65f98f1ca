"""habeas audit cosign at the shell: a second office takes a log up, goes on with it, and refuses what does not fit."""

import pytest
from typer.testing import CliRunner

from habeas.audit.checkpoint import Checkpoint, sign_checkpoint
from habeas.audit.cosign import Submission, witness_line
from habeas.audit.notes import SigningKey, load_key, read_key, read_note, save_key, signers
from habeas.cli.program import app
from tests.audit.test_cosign import KEY, LOG, OTHER, THIEF


def habeas(*words):
    done = CliRunner().invoke(app, ["audit", *map(str, words)])
    return (done.exit_code, done.output) if done.exception is None or isinstance(done.exception, SystemExit) else (
        getattr(done.exception, "exit_status", 3), str(done.exception))  # fmt: skip


def request(size, old=0, of=LOG, key=KEY):
    note = read_note(sign_checkpoint(Checkpoint(key.name, size, of.root(size)), key))
    return Submission(note, old, tuple(of.consistency_proof(old, size))).written


@pytest.fixture
def place(tmp_path):
    status, said = habeas("witness-key", "inspector.example/witness", "--out", tmp_path / "w.key")
    assert status == 0
    assert read_key(said.splitlines()[0]).kind == 4
    (tmp_path / "log.pub").write_text(KEY.verifier.text + "\n", encoding="utf-8")
    return tmp_path


def cosigned(place, head, *more):
    file = place / "asked.txt"
    file.write_text(head, encoding="utf-8")
    return habeas("cosign", file, "--key", place / "w.key", "--state", place / "seen.json", *more)


def taken_up(place, size=10):
    status, said = cosigned(place, request(size), "--first", "--keys", place / "log.pub")
    assert status == 0, said
    return said


def test_a_log_is_taken_up_and_followed(place):
    line = witness_line(load_key(place / "w.key"))
    assert len(signers(read_note(taken_up(place)), (line, KEY.verifier))) == 2
    assert cosigned(place, request(25, 10), "--out", place / "back.txt")[0] == 0
    assert len(signers(read_note((place / "back.txt").read_text(encoding="utf-8")), (line,))) == 1
    assert cosigned(place, request(25, 10))[0] == 0, "the same head may be cosigned again"
    assert habeas("witness-key", "--key", place / "w.key")[1].startswith(line.text)


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (request(30, 20, OTHER), "does not show"),
        (request(20, 20, OTHER), "Two different heads"),
        (request(19), "rolled back"),
        (request(30, 20, key=THIEF), "did not sign"),
        (request(30, 20, key=SigningKey("other/habeas-log", KEY.seed)), "does not know"),
    ],
    ids=["fork", "fork of one size", "roll-back", "another key", "another log"],
)
def test_a_cheat_is_refused_kept_and_changes_nothing(place, head, why):
    taken_up(place, 20)
    before = (place / "seen.json").read_text(encoding="utf-8")
    status, said = cosigned(place, head)
    assert (status, why in said) == (1, True), said
    assert (place / "seen.json").read_text(encoding="utf-8") == before
    if "does not know" not in why:
        kept = next(place.glob("seen.json.refused-*")).read_text(encoding="utf-8")
        assert head in kept
        assert request(20).split("\n\n", 1)[1] in kept, "both heads stand in what is kept"


def test_nothing_is_believed_before_a_log_is_taken_up_with_its_key(place):
    assert cosigned(place, request(10))[0] == 1
    assert cosigned(place, request(10), "--first")[0] == 2
    (place / "other.pub").write_text(SigningKey("other/log", KEY.seed).verifier.text + "\n", encoding="utf-8")
    assert cosigned(place, request(10), "--first", "--keys", place / "other.pub")[0] == 1
    taken_up(place)
    status, said = cosigned(place, request(10), "--first", "--keys", place / "log.pub")
    assert (status, "is known already" in said) == (2, True)


def test_a_log_cannot_be_its_own_witness(place):
    save_key(KEY, place / "log.key")
    (place / "asked.txt").write_text(request(10), encoding="utf-8")
    found = habeas("cosign", place / "asked.txt", "--key", place / "log.key", "--state", place / "s.json", "--first", "--keys",
                   place / "log.pub")  # fmt: skip
    assert (found[0], "own key" in found[1]) == (2, True)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "",
        lambda text: text[:-20],
        lambda text: text.replace("habeas-witness/1", "habeas-witness/2"),
        lambda text: text.replace("\\n20\\n", "\\n10\\n"),
        lambda text: text.replace("county/habeas-log", "county/other-log", 1),
    ],
    ids=["emptied", "cut", "another format", "a smaller size written in", "another name"],
)
def test_a_memory_that_was_changed_is_refused(place, change):
    taken_up(place, 20)
    file = place / "seen.json"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    status, said = cosigned(place, request(15))
    assert (status, "no whole memory" in said) == (2, True), said


def heads(folder, *steps, of=LOG):
    folder.mkdir(exist_ok=True)
    for old, size in steps:
        (folder / f"habeas-head-{size:012}.txt").write_text(request(size, old, of), encoding="utf-8")


def test_a_folder_is_followed_head_by_head_and_the_newest_is_cosigned(place):
    folder = place / "heads"
    heads(folder, (0, 5), (5, 11), (11, 12))
    run = ("cosign", folder, "--key", place / "w.key", "--state", place / "seen.json")
    assert habeas(*run, "--first", "--keys", place / "log.pub")[0] == 0
    heads(folder, (12, 20), (20, 33))
    assert habeas(*run)[0] == 0
    assert [each.name[:28] for each in sorted(folder.glob("habeas-cosigned-*"))] == [
        "habeas-cosigned-000000000012", "habeas-cosigned-000000000033",
    ]  # fmt: skip
    heads(folder, (20, 33), of=OTHER)
    status, said = habeas(*run)
    assert (status, "Two different heads of 33" in said) == (1, True)


def test_a_folder_that_lost_its_newest_heads_is_a_roll_back(place):
    folder = place / "heads"
    heads(folder, (0, 5), (5, 11))
    run = ("cosign", folder, "--key", place / "w.key", "--state", place / "seen.json")
    assert habeas(*run, "--first", "--keys", place / "log.pub")[0] == 0
    (folder / "habeas-head-000000000011.txt").unlink()
    status, said = habeas(*run)
    assert (status, "rolled back" in said) == (1, True)
    assert habeas("cosign", place, "--key", place / "w.key", "--state", place / "seen.json")[0] == 2, "an empty folder"
