"""Heads are signed notes of C2SP; what they name cannot be cut off or written anew without its being seen."""

import os
import stat

import pytest

from habeas.audit.checkpoint import (
    Anchor,
    Checkpoint,
    next_checkpoint,
    read_checkpoint,
    sign_checkpoint,
    signed_checkpoint,
)
from habeas.audit.cosign_reading import held_note
from habeas.audit.evidence import LogEvidence
from habeas.audit.notes import (
    COSIGNATURE,
    SigningKey,
    VerifierKey,
    load_key,
    new_key,
    read_key,
    read_keys,
    read_note,
    read_notes,
    save_key,
    sign,
    signers,
)
from habeas.audit.verify import verify_log
from habeas.audit.walking import roots_of
from habeas.common.errors import BadInputError
from tests.audit.helpers import some_log

LOG = some_log(20)
KEY = SigningKey("jail.example/log", bytes(range(32)))

# From c2sp.org/signed-note (the example) and golang.org/x/mod/sumdb/note (the package's own example).
C2SP_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
C2SP_NOTE = (
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def head(size, key=KEY, log=LOG):
    return sign_checkpoint(Checkpoint(key.name, size, roots_of(log[:size]).root), key)


def findings(log, *notes, anchored=(), keys=(KEY.verifier,), anchors=()):
    given = LogEvidence(
        checkpoints=tuple(map(read_note, notes)),
        anchored=tuple(held_note(read_note(each)) for each in anchored),
        keys=keys,
        anchors=anchors,
    )
    return verify_log(log, given)


@pytest.mark.parametrize(("key", "note"), [(C2SP_KEY, C2SP_NOTE), (GO_KEY, GO_NOTE)], ids=["c2sp", "go"])
def test_the_examples_of_the_specification_and_of_gos_package_verify(key, note):
    assert read_key(key).text == key
    assert [each.key.name for each in signers(read_note(note), [read_key(key)])] == [key.split("+")[0]]
    with pytest.raises(BadInputError, match="one of the two was changed"):
        signers(read_note(note.replace("is", "was", 1)), [read_key(key)])


def test_a_head_is_three_lines_and_a_signature():
    note = head(20)
    lines = note.split("\n")
    assert lines[:2] == ["jail.example/log", "20"]
    assert lines[4].startswith("— jail.example/log ")
    assert read_note(note).written == note
    assert signed_checkpoint(note, [KEY.verifier]) == Checkpoint("jail.example/log", 20, roots_of(LOG).root)


def test_heads_that_hold_are_told_with_what_they_cover():
    report = findings(LOG, head(5), head(18))
    assert report.holds
    assert "The checkpoint of 18 events agrees with the log." in report.sentences
    assert (
        "Signed checkpoints that hold name the first 18 events; 2 after them are held by the chain alone."
        in report.sentences
    )


def test_a_cut_end_is_seen_by_a_head_that_lies_outside():
    report = findings(LOG[:10], anchored=[head(18)])
    assert not report.holds
    assert (
        "The checkpoint held outside of 18 events names more than the 10 events that are there: the end of the log was cut off."
        in report.sentences
    )


def test_a_log_written_anew_as_a_whole_and_signed_anew_is_seen_by_a_head_that_lies_outside():
    forged = some_log(20, seed=2)
    report = findings(forged, head(20, log=forged), anchored=[head(18)])
    assert not report.holds
    assert (
        "The checkpoint held outside of 18 events does not agree with the log: what it names was changed or written anew."
        in report.sentences
    )


def test_beside_what_was_noticed_the_report_does_not_say_that_nothing_could_be():
    cut = Anchor(size=99, root="00" * 32, to="the court", how="paper", at="2026-03-01T00:00:00Z")
    report = verify_log(LOG, LogEvidence(anchors=(cut,)))
    assert not report.holds
    assert any("the end of the log was cut off" in each for each in report.sentences)
    assert not any("could not have been noticed" in each for each in report.sentences)


def test_without_any_head_the_report_says_what_could_not_be_noticed():
    report = verify_log(LOG)
    assert report.holds
    assert (
        "No signed checkpoint was given: a cut end, or a log written anew as a whole, could not have been noticed."
        in report.sentences
    )


def test_our_own_list_of_anchors_is_checked_but_covers_nothing():
    anchor = Anchor(
        size=7, root=roots_of(LOG[:7]).root.hex(), at="2026-11-25T12:00:00Z", to="superior court", how="mail"
    )
    report = findings(LOG, anchors=(anchor,))
    assert report.holds
    assert report.covered == 0
    assert "The head handed to superior court of 7 events agrees with the log." in report.sentences
    assert not findings(some_log(20, seed=2), anchors=(anchor,)).holds


def test_a_head_that_does_not_hold_covers_nothing():
    forged = some_log(20, seed=2)
    report = findings(LOG, head(5), head(18, log=forged))
    assert report.covered == 5
    assert (
        "Signed checkpoints that hold name the first 5 events; 15 after them are held by the chain alone."
        in report.sentences
    )
    stranger = findings(LOG, head(18, key=new_key("jail.example/log")))
    assert stranger.covered == 0


def test_a_witness_alone_is_no_signature_of_the_log_even_under_the_logs_own_name():
    namesake = SigningKey(KEY.name, bytes(32))
    text = Checkpoint(KEY.name, 20, roots_of(LOG).root).text
    public = VerifierKey(namesake.name, COSIGNATURE, namesake.verifier.public)
    made = sign("cosignature/v1\ntime 1679315147\n" + text, namesake).signatures[0].value
    value = (1679315147).to_bytes(8, "big") + made
    signature = type(read_note(head(20)).signatures[0])(namesake.name, public.id, value)
    report = findings(LOG, f"{text}\n{signature.line}\n", keys=(public,))
    assert not report.holds
    assert report.covered == 0
    assert "is not signed by a known key of the log it names" in report.heads[0].sentence


def test_a_head_of_another_key_or_another_name_proves_nothing():
    other = new_key("jail.example/log")
    assert "is not signed by a known key" in findings(LOG, head(5, key=other)).heads[0].sentence
    stranger = new_key("elsewhere.example")
    report = findings(
        LOG, sign(Checkpoint(KEY.name, 5, roots_of(LOG[:5]).root).text, stranger).written, keys=(stranger.verifier,)
    )
    assert "is not signed by a known key of the log it names" in report.heads[0].sentence


def test_each_letter_of_a_head_counts():
    note = head(9)
    for place, sign_ in enumerate(note):
        for other in {"A", "1", "\n", "—"} - {sign_}:
            changed = note[:place] + other + note[place + 1 :]
            try:
                report = verify_log(LOG, LogEvidence(checkpoints=tuple(read_notes(changed)), keys=(KEY.verifier,)))
            except BadInputError:
                continue
            assert not report.holds or not report.heads, changed


def test_cosignatures_of_witnesses_are_checked_where_known_and_let_stand_where_not():
    witness = SigningKey("witness.example/w1", bytes(32))
    text = Checkpoint(KEY.name, 20, roots_of(LOG).root).text
    public = VerifierKey(witness.name, COSIGNATURE, witness.verifier.public)
    value = (1679315147).to_bytes(8, "big") + sign("cosignature/v1\ntime 1679315147\n" + text, witness).signatures[
        0
    ].value
    line = head(20) + type(read_note(head(20)).signatures[0])(witness.name, public.id, value).line + "\n"
    assert signed_checkpoint(line, [KEY.verifier]).size == 20
    found = {each.key.name: each.at for each in signers(read_note(line), [KEY.verifier, public])}
    assert found["witness.example/w1"].isoformat() == "2023-03-20T12:25:47+00:00"
    forged = line.replace(line.split(" ")[-1][:30], line.split(" ")[-1][:28] + "AA")
    with pytest.raises(BadInputError, match="witness"):
        signers(read_note(forged), [KEY.verifier, public])
    with pytest.raises(BadInputError, match="none of the keys"):
        signed_checkpoint(line, [public])  # a witness alone does not speak for the log


def test_nothing_is_signed_over_a_history_that_was_signed_otherwise():
    forged = some_log(20, seed=2)
    earlier = [signed_checkpoint(head(5), [KEY.verifier])]
    roots = roots_of(forged, {5}).roots | {20: roots_of(forged).root}
    with pytest.raises(BadInputError, match="does not agree with its checkpoint of 5 events"):
        next_checkpoint(roots, 20, earlier, KEY, KEY.name)
    shorter = roots_of(LOG[:3], {5}).roots
    with pytest.raises(BadInputError, match="does not agree"):
        next_checkpoint(shorter | {3: roots_of(LOG[:3]).root}, 3, earlier, KEY, KEY.name)


def test_a_file_of_several_heads_reads_with_and_without_empty_lines_between():
    for between in ("", "\n", "\n\n"):
        notes = read_notes(between.join([head(3), head(5), head(7)]))
        assert [read_checkpoint(note).size for note in notes] == [3, 5, 7]
    assert read_notes("") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n5\n\n",
        "a\n05\nAAAA\n",
        "a\n-1\nAAAA\n",
        "a\n5\nnot base64\n",
        "a\n5\nAAAA\n",
        "a\n٥\n" + "A" * 43 + "=\n",
        "a\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text):
    with pytest.raises(BadInputError):
        read_checkpoint(sign(text, KEY))


def test_the_private_key_is_for_its_owner_alone(tmp_path):
    path = tmp_path / "log.key"
    save_key(KEY, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_key(path) == KEY
    assert str(KEY.seed.hex()) not in repr(KEY)
    with pytest.raises(BadInputError, match=r"log\.key exists"):
        save_key(new_key("a"), path)
    os.chmod(path, 0o640)
    with pytest.raises(BadInputError, match="set its rights to 600"):
        load_key(path)


def test_a_damaged_key_is_refused_without_being_shown(tmp_path):
    path = tmp_path / "log.key"
    save_key(KEY, path)
    secret = path.read_text().strip().split("+")[-1]
    for change in (
        lambda text: text.replace("A", "B", 1),
        lambda text: "x" + text,
        lambda text: text[:-5],
        lambda text: "",
    ):
        path.write_text(change(path.read_text()) if change(path.read_text()) != path.read_text() else "x")
        with pytest.raises(BadInputError) as fault:
            load_key(path)
        assert secret[:12] not in str(fault.value)
        path.unlink()
        save_key(KEY, path)
    with pytest.raises(BadInputError, match="neither empty nor"):
        new_key("two words")


def test_a_key_line_with_one_letter_changed_is_refused():
    line = KEY.verifier.text
    assert read_keys(f"# the log's key\n\n{line}\n") == [KEY.verifier]
    for place in range(len(line)):
        changed = line[:place] + ("B" if line[place] != "B" else "C") + line[place + 1 :]
        with pytest.raises(BadInputError):
            read_key(changed)


def test_a_note_that_lost_its_last_newline_is_not_taken_for_whole():
    with pytest.raises(BadInputError, match="no signed note"):
        read_notes(head(3)[:-1])
    assert len(read_notes(head(3))) == 1
