"""An export opens without Habeas: the expert runs one file and reads sentences."""

import hashlib
import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from habeas.audit.chain import read_log
from habeas.audit.checkpoint import Anchor, Checkpoint, sign_checkpoint
from habeas.audit.export import Export, export_log, export_selection
from habeas.audit.files import read_proofs
from habeas.audit.notes import SigningKey, new_key, read_note
from habeas.audit.sealed import Sealed, seal
from habeas.audit.selection import verify_selection
from habeas.audit.walking import roots_of
from habeas.cli.audit import audit_app
from habeas.common import infiles
from habeas.common.errors import BadInputError
from habeas.common.infiles import open_file
from tests.audit.helpers import NOON, body, chain, some_log

KEY = SigningKey("jail.example/log", bytes(range(32)))
NAME = seal({"family": "Doe", "given": "Jane"}, bytes(32))
PAPER = seal("held back", bytes(range(32)))


def log(size=30, seed=1):
    """Thirty events; the third names a person and a paper by digest."""
    made = some_log(size, seed=seed)
    named = body(refs={"person": NAME.digest, "paper": PAPER.digest})
    return chain([*map(unlinked, made[:3]), named, *map(unlinked, made[3:])])


def unlinked(event):
    return body(
        act=event.act,
        actor=event.actor,
        at=event.when,
        monotonic=event.monotonic,
        object=event.object,
        detail=event.detail,
    )


LOG = log()


def head(size, events=LOG):
    return sign_checkpoint(Checkpoint(KEY.name, size, roots_of(events[:size]).root), KEY)


HEAD = Checkpoint(KEY.name, 28, roots_of(LOG[:28]).root)


def given(events=LOG, **changes):
    anchor = Anchor(
        size=9, root=roots_of(events[:9]).root.hex(), at="2026-11-25T12:00:00Z", to="superior court", how="mail"
    )
    usual = {
        "made_at": NOON, "program": "habeas 0.1.0", "checkpoints": (read_note(head(9, events)), read_note(head(28, events))),
        "keys": (KEY.verifier,), "anchors": (anchor,), "beside": [NAME],
    }  # fmt: skip
    return Export(**(usual | changes))


def run(folder, *more):
    """The verifier of the folder, in a process that sees nothing of this project."""
    command = [sys.executable, "-I", "-S", "-B", str(folder / "verify_habeas.py"), str(folder), *map(str, more)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env={"PYTHONIOENCODING": "utf-8"}
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def folder(tmp_path):
    export_log(LOG, tmp_path / "out", given())
    return tmp_path / "out"


def repair(folder):
    """What a forger does last: make the manifest fit."""
    manifest = json.loads((folder / "manifest.json").read_text())
    rows = (folder / "events.jsonl").read_bytes().splitlines()
    manifest |= {"size": len(rows), "head": hashlib.sha256(rows[-1]).hexdigest()}
    for name in [*manifest["files"]]:
        manifest["files"][name]["sha256"] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_the_folder_checks_itself_and_says_what_was_checked(folder):
    status, said = run(folder)
    assert status == 0, said
    assert "31 events of county form one whole chain." in said
    assert "The checkpoint of 28 events agrees with the log." in said
    assert "The head handed to superior court on 2026-11-25T12:00:00Z of 9 events agrees with the log." in said
    assert "1 of 2 sealed values were included" in said
    assert "the keeper could have signed a new log" in said
    assert said.endswith("All that was checked holds.\n")


def test_the_folder_holds_what_the_readme_names_and_nothing_else(folder):
    names = set(os.listdir(folder))
    assert names == {
        "README.txt", "anchors.jsonl", "beside.jsonl", "checkpoints.txt", "events.jsonl", "keys.txt", "manifest.json", "verify_habeas.py",
    }  # fmt: skip
    readme = (folder / "README.txt").read_text()
    assert all(name in readme for name in names - {"README.txt"})
    assert hashlib.sha256((folder / "verify_habeas.py").read_bytes()).hexdigest() in readme
    assert "held back" not in (folder / "beside.jsonl").read_text()
    assert "Doe" not in (folder / "events.jsonl").read_text()


def test_the_same_log_gives_the_same_bytes(folder, tmp_path):
    export_log(LOG, tmp_path / "again", given())
    for name in os.listdir(folder):
        assert (folder / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_a_head_and_a_key_from_outside_are_used_where_given(folder, tmp_path):
    (tmp_path / "court.txt").write_text(head(20))
    status, said = run(folder, "--checkpoint", tmp_path / "court.txt", "--key", KEY.verifier.text)
    assert status == 0, said
    assert "The checkpoint in court.txt of 20 events agrees with the log." in said
    assert "given by you" in said
    status, said = run(folder, "--key", new_key(KEY.name).verifier.text)
    assert status == 1
    assert "is not signed by a known key of the log it names" in said


@pytest.mark.parametrize(
    ("tamper", "says"),
    [
        (lambda rows: [*rows[:5], *rows[6:]], "event 5 bears the number 6"),
        (lambda rows: rows[:20], "names more than is there: the end of the log was cut off"),
        (lambda rows: [*rows[:5], rows[6], rows[5], *rows[7:]], "event 5 bears the number 6"),
        (
            lambda rows: [*rows[:5], rows[5].replace(b"clerk", b"chief"), *rows[6:]],
            "event 6 does not follow from the event before it",
        ),
        (
            lambda rows: [event.canonical for event in log(seed=4)],
            "does not agree: the log was changed or written anew",
        ),
        (lambda rows: [*rows[:5], rows[5] + b" ", *rows[6:]], "event 5 is not in the canonical form"),
    ],
    ids=["deleted", "cut", "swapped", "changed", "written anew", "a blank"],
)
def test_each_way_to_tamper_is_named_though_the_manifest_was_made_to_fit(folder, tamper, says):
    rows = (folder / "events.jsonl").read_bytes().splitlines()
    (folder / "events.jsonl").write_bytes(b"".join(row + b"\n" for row in tamper(rows)))
    repair(folder)
    status, said = run(folder)
    assert status == 1
    assert says in said
    assert said.endswith("Something is WRONG: see above.\n")


def test_a_forger_with_a_key_of_his_own_is_found_by_the_head_that_lies_outside(folder, tmp_path):
    forged, key = log(seed=4), new_key(KEY.name)
    mine = sign_checkpoint(Checkpoint(key.name, 31, roots_of(forged).root), key)
    export_log(forged, tmp_path / "forged", given(forged, checkpoints=(read_note(mine),), keys=(key.verifier,)))
    assert run(tmp_path / "forged")[0] == 0  # nothing inside can tell
    (tmp_path / "court.txt").write_text(head(20))
    status, said = run(tmp_path / "forged", "--checkpoint", tmp_path / "court.txt", "--key", KEY.verifier.text)
    assert status == 1
    assert "The checkpoint in court.txt of 20 events does not agree: the log was changed or written anew." in said


@pytest.mark.parametrize("name", ["events.jsonl", "beside.jsonl", "README.txt", "keys.txt", "anchors.jsonl"])
def test_a_file_that_was_changed_or_taken_away_is_named(folder, name):
    path = folder / name
    path.write_bytes(path.read_bytes().replace(b"e", b"f", 1))
    status, said = run(folder)
    assert status == 1
    assert f"{name} is not the file that the manifest names" in said
    path.unlink()
    (folder / "more.txt").write_text("x")
    status, said = run(folder)
    assert status == 1
    assert f"{name} is missing." in said
    assert "more.txt is not in the manifest." in said
    assert "Traceback" not in said


def ours(folder):
    """`habeas audit verify FOLDER`: its status and what it says."""
    done = CliRunner().invoke(audit_app, ["verify", str(folder)])
    return done.exit_code, done.output


@pytest.mark.parametrize("name", ["README.txt", "verify_habeas.py", "anchors.jsonl"])
def test_our_own_check_holds_the_manifest_against_the_folder_too(folder, name):
    assert ours(folder)[0] == 0
    path = folder / name
    path.write_bytes(path.read_bytes() + b"\n")
    status, said = ours(folder)
    assert status == 1
    assert f"{name} is not the file that the manifest names" in said
    path.unlink()
    (folder / "more.txt").write_text("x")
    status, said = ours(folder)
    assert status == 1
    assert f"{name} is missing." in said
    assert "more.txt is not in the manifest." in said


@pytest.mark.parametrize("text", [None, "{}", "[]", "nonsense", '{"files": 3}', '{"files": {"events.jsonl": 3}}'])
def test_an_export_whose_manifest_is_none_does_not_hold(folder, text):
    path = folder / "manifest.json"
    path.unlink() if text is None else path.write_text(text)
    status, said = ours(folder)
    assert status == 1
    assert "The export was changed" in said
    assert "manifest.json" in said


def test_a_selection_is_held_against_its_manifest(tmp_path):
    export_selection(LOG, tmp_path / "part", given(), lambda event: event.seq == 3)
    assert ours(tmp_path / "part")[0] == 0
    (tmp_path / "part" / "more.txt").write_text("x")
    status, said = ours(tmp_path / "part")
    assert status == 1
    assert "more.txt is not in the manifest." in said


@pytest.mark.parametrize("name", ["events.jsonl", "beside.jsonl"])
def test_a_line_without_end_is_refused_before_it_is_read_whole(folder, name, monkeypatch):
    monkeypatch.setattr(infiles.lines_of, "__kwdefaults__", {"max_bytes": 2000})
    with (folder / name).open("ab") as file:
        file.write(b"x" * 100_000)
    status, said = ours(folder)
    assert status != 0
    assert "Traceback" not in said
    with open_file(folder / name) as file, pytest.raises(BadInputError, match=f"{name}, line .*longer than"):
        list(infiles.lines_of(file, name))


def test_a_name_that_was_changed_beside_the_log_is_told(folder):
    path = folder / "beside.jsonl"
    path.write_text(path.read_text().replace("Jane", "June"))
    repair(folder)
    assert "A name beside the log does not fit its digest" in run(folder)[1]


@pytest.mark.parametrize("text", ["", "{}", "[]", "nonsense", '{"files": 3, "kind": "whole"}', "\xff"])
def test_what_is_no_export_is_refused_in_one_sentence(folder, text):
    (folder / "manifest.json").write_text(text, encoding="latin-1")
    status, said = run(folder)
    assert status == 2
    assert said.startswith("The folder cannot be read as an export of Habeas")
    assert "Traceback" not in said


def test_a_selection_shows_its_events_with_proofs_and_nobody_elses(tmp_path):
    made = export_selection(LOG, tmp_path / "out", given(), lambda event: event.object.id == "p-1")
    assert (made["written"], made["size"]) == (1, 28)
    status, said = run(tmp_path / "out")
    assert status == 0, said
    assert "Each of the 1 events stands, word for word, in the signed log of 28 events." in said
    assert "it cannot show that nothing else in the log belongs to the matter" in said
    assert len((tmp_path / "out" / "events.jsonl").read_text().splitlines()) == 1


def test_a_selection_whose_event_was_changed_or_moved_proves_nothing(tmp_path):
    out = tmp_path / "out"
    export_selection(LOG, out, given(), lambda event: event.seq in {2, 3, 7})
    assert verify_selection(read_log(out / "events.jsonl"), read_proofs(out / "proofs.jsonl"), HEAD) is None
    rows, proofs = (out / "events.jsonl").read_bytes(), (out / "proofs.jsonl").read_bytes()
    for changed, proved in [
        (rows.replace(b'"role":"clerk"', b'"role":"chief"', 1), proofs),
        (rows.replace(b'"seq":3', b'"seq":4'), proofs),
        (rows, proofs.replace(b"a", b"b", 1)),
        (rows, proofs.replace(b"[", b'["' + b"0" * 64 + b'",', 1)),
        (b"\n".join(sorted(rows.splitlines(), reverse=True)) + b"\n", proofs),
        (rows + rows.splitlines()[0] + b"\n", proofs),
    ]:
        (out / "events.jsonl").write_bytes(changed)
        (out / "proofs.jsonl").write_bytes(proved)
        repair_selection(out)
        status, said = run(out)
        assert status == 1, said
        assert verify_selection(read_log(out / "events.jsonl"), read_proofs(out / "proofs.jsonl"), HEAD) is not None


def repair_selection(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    for name in [*manifest["files"]]:
        manifest["files"][name]["sha256"] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_an_unsigned_entry_of_our_own_list_cannot_stand_for_the_signed_head_of_a_selection(tmp_path):
    out, forged = tmp_path / "out", log(seed=4)
    anchor = Anchor(size=28, root=roots_of(forged[:28]).root.hex(), at="", to="", how="")
    export_selection(LOG, out, given(anchors=(anchor,)), lambda event: event.seq == 3)
    assert run(out)[0] == 0


@pytest.mark.parametrize(
    ("events", "changes", "says"),
    [
        ([*LOG[:5], *LOG[6:]], {}, "The log is broken and was not exported. Event 5"),
        (
            LOG,
            {"beside": [Sealed(digest=NAME.digest, salt=NAME.salt, value="June")]},
            "1 names beside the log were changed",
        ),
    ],
)
def test_what_is_broken_is_not_exported_and_nothing_is_left(tmp_path, events, changes, says):
    with pytest.raises(BadInputError, match=says):
        export_log(events, tmp_path / "out", given(**changes))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("events", "changes", "wanted", "says"),
    [
        (LOG, {"checkpoints": ()}, 3, "needs a signed checkpoint"),
        (LOG, {"keys": ()}, 3, "none of the keys"),
        (LOG, {}, 29, "came after the newest checkpoint"),
        (LOG, {}, 99, "No event of the log was picked"),
        (LOG[:20], {}, 3, "does not agree with its checkpoint of 28 events"),
        (log(seed=4), {}, 3, "does not agree with its checkpoint of 28 events"),
    ],
)
def test_a_selection_that_could_not_be_proved_is_not_written(tmp_path, events, changes, wanted, says):
    with pytest.raises(BadInputError, match=says):
        export_selection(events, tmp_path / "out", given(**changes), lambda event: event.seq == wanted)
    assert os.listdir(tmp_path) == []


def test_a_folder_that_holds_something_is_not_written_over(folder):
    with pytest.raises(BadInputError, match="not empty"):
        export_log(LOG, folder, given())
    with pytest.raises(BadInputError, match=r"cannot be made|cannot be written"):
        export_log(LOG, folder / "events.jsonl" / "such", given())
