"""A head from paper, from a scanner or from a folder is read however it comes; a changed one is seen."""

import pytest

from habeas.audit.checkpoint import Checkpoint, sign_checkpoint
from habeas.audit.cosign import Submission, cosign, witness_line
from habeas.audit.cosign_reading import held_in, held_note, read_held
from habeas.audit.evidence import LogEvidence
from habeas.audit.merkle import frontier_root
from habeas.audit.notes import SigningKey, read_note
from habeas.audit.verify import verify_log
from habeas.common.errors import BadInputError
from tests.audit.helpers import some_log

KEY = SigningKey("county/habeas-log", bytes(range(32)))
WITNESS = SigningKey("inspector.example/witness", bytes(range(2, 34)))
LOG = some_log(40)
ROOTS = frontier_root((bytes.fromhex(each.hash) for each in LOG), range(41))[1]
HEAD = Checkpoint(KEY.name, 30, ROOTS[30])
NOTE = sign_checkpoint(HEAD, KEY)
HEX = ROOTS[30].hex()
GROUPS = " ".join(HEX[place : place + 4] for place in range(0, 64, 4))


def checked(held, keys=(KEY.verifier,)):
    return verify_log(LOG, LogEvidence(anchored=held, keys=keys))


@pytest.mark.parametrize(
    "text",
    [
        NOTE,
        NOTE.replace("\n", "\r\n"),
        NOTE.replace("\n", " "),
        NOTE.replace("\n\n", "\n").strip(),
        NOTE.replace("—", "â€”"),
        NOTE.replace("—", "-"),
        NOTE.replace("—", "?"),
        "\ufeff" + NOTE,
        "   " + NOTE.replace("\n", "\n   "),
        Submission(read_note(NOTE), 3, (bytes(32),)).written,
        cosign(read_note(NOTE), WITNESS, 1_800_000_000).written,
    ],
)
def test_a_note_is_read_however_a_scanner_gives_it(text):
    held = read_held(text)
    assert [each.head for each in held] == [HEAD]
    report = checked(held)
    assert (report.holds, report.covered) == (True, 30), report.sentences


@pytest.mark.parametrize(
    "text",
    [f"30 {HEX}", f"30 {GROUPS}", f"30\n{GROUPS.upper()}", f"30: {GROUPS.replace(' ', '-')}", f"30 {HEX.replace('0', 'O')}",
     f" 30  {HEX}\n", f"30 {HEAD.text.splitlines()[2]}"],
)  # fmt: skip
def test_a_typed_head_is_compared_without_its_signature_and_covers_nothing(text):
    report = checked(read_held(text))
    assert (report.holds, report.covered) == (True, 0)
    assert "The head held outside, typed without its signature, of 30 events agrees with the log." in report.sentences
    assert not checked(read_held(text.replace("30", "29", 1))).holds


@pytest.mark.parametrize(
    "text",
    ["", " ", "30", f"x {HEX}", f"30 {HEX[:-1]}", f"² {HEX}", "9" * 5000 + f" {HEX}", "a b c d e", "30 " + "zz" * 32],
)
def test_what_is_no_head_is_refused_in_a_sentence(text):
    with pytest.raises(BadInputError, match="This is no head"):
        read_held(text)


def folder(tmp_path, *sizes):
    for size in sizes:
        note = read_note(sign_checkpoint(Checkpoint(KEY.name, size, ROOTS[size]), KEY))
        (tmp_path / f"habeas-head-{size:012}.txt").write_text(Submission(note).written, encoding="utf-8")
    return tmp_path


def test_every_head_of_a_folder_is_held_against_the_log(tmp_path):
    place = folder(tmp_path, 10, 20, 30)
    cosigned = cosign(read_note(NOTE), WITNESS, 1_800_000_000)
    (place / "habeas-cosigned-000000000030-aabbccdd.txt").write_text(cosigned.written, encoding="utf-8")
    (place / ".habeas-head-000000000040.txt-x").write_text("half", encoding="utf-8")
    report = checked(held_in(str(place)), (KEY.verifier, witness_line(WITNESS)))
    assert (report.holds, len(report.heads), report.covered) == (True, 4, 30)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_text("", encoding="utf-8"),
        lambda file: file.write_text(file.read_text(encoding="utf-8").replace("\n20\n", "\n21\n"), encoding="utf-8"),
        lambda file: file.write_text(file.read_text(encoding="utf-8")[:-9], encoding="utf-8"),
        lambda file: file.write_bytes(b"\xff\xfe"),
        lambda file: file.rename(file.with_name("habeas-head-000000000019.txt")),
        lambda file: file.write_text(NOTE, encoding="utf-8"),
    ],
    ids=["emptied", "another size", "cut", "no text", "renamed", "another head"],
)
def test_a_file_of_the_folder_that_was_altered_is_seen_and_named(tmp_path, change):
    place = folder(tmp_path, 10, 20, 30)
    change(place / "habeas-head-000000000020.txt")
    report = checked(held_in(str(place)))
    assert not report.holds
    wrong = [each for each in report.heads if each.fault]
    assert len(wrong) == 1
    assert "habeas-head-0000000000" in wrong[0].sentence


def test_an_empty_folder_or_a_missing_file_is_no_success(tmp_path):
    with pytest.raises(BadInputError, match="holds no checkpoints"):
        held_in(str(tmp_path))
    with pytest.raises(BadInputError, match="cannot be read"):
        held_in(str(tmp_path / "none.txt"))
    (tmp_path / "prose.txt").write_text("Dear sir", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"prose\.txt: This is no head"):
        held_in(str(tmp_path / "prose.txt"))


def test_a_head_can_stand_in_place_of_a_files_name():
    assert held_in(f"30 {GROUPS}")[0].head == Checkpoint("", 30, ROOTS[30])
    assert held_in(NOTE) == (held_note(read_note(NOTE)),)


def test_a_witness_line_that_does_not_fit_makes_the_head_false():
    cosigned = cosign(read_note(NOTE), WITNESS, 1_800_000_000)
    line = cosigned.signatures[-1]
    bad = type(line)(line.name, line.key_id, line.value[:8] + bytes(64))
    report = checked(read_held(NOTE + bad.line + "\n"), (KEY.verifier, witness_line(WITNESS)))
    assert "bears a signature that does not fit it" in " ".join(report.sentences)
    assert checked(read_held(NOTE + bad.line + "\n")).holds, "a witness that is not known proves nothing"
