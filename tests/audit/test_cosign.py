"""A witness cosigns a head only where it extends the last one it cosigned; whoever shows it two histories is named."""

import base64
from datetime import UTC, datetime

import pytest

from habeas.audit.checkpoint import Checkpoint, sign_checkpoint
from habeas.audit.cosign import (
    RefusedHeadError,
    Submission,
    check_extends,
    cosign,
    read_submission,
    witness_line,
)
from habeas.audit.merkle import Tree
from habeas.audit.nodes import NodeList
from habeas.audit.notes import SigningKey, VerifierKey, read_key, read_note, signers
from habeas.common.errors import BadInputError
from tests.audit.helpers import some_log

KEY = SigningKey("county/habeas-log", bytes(range(32)))
THIEF = SigningKey("county/habeas-log", bytes(range(1, 33)))
WITNESS = SigningKey("inspector.example/witness", bytes(range(2, 34)))
SPEC = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""


def tree(log):
    made = Tree(NodeList())
    for event in log:
        made.append(bytes.fromhex(event.hash))
    return made


LOG, OTHER = tree(some_log(40)), tree([*some_log(40)[:12], *some_log(40, seed=2)[12:]])


def head(size, of=LOG, key=KEY, origin=KEY.name):
    return read_note(sign_checkpoint(Checkpoint(origin, size, of.root(size)), key))


def asked(old, size, of=LOG, key=KEY):
    return Submission(head(size, of, key), old, tuple(of.consistency_proof(old, size)))


def last(size, of=LOG):
    return Checkpoint(KEY.name, size, of.root(size))


@pytest.mark.parametrize(("old", "size"), [(1, 2), (1, 40), (7, 8), (8, 40), (13, 21), (21, 21), (39, 40)])
def test_a_head_that_extends_the_last_one_is_taken(old, size):
    assert check_extends(asked(old, size), last(old), KEY.verifier).size == size


def test_the_first_head_of_a_log_is_taken_as_it_is():
    assert check_extends(asked(0, 17), None, KEY.verifier) == last(17)


@pytest.mark.parametrize(
    ("shown", "known", "why"),
    [
        (asked(20, 30, OTHER), last(20), "does not show that this head of 30 events extends the one of 20"),
        (asked(20, 20, OTHER), last(20), "Two different heads of 20 events are signed with one key"),
        (asked(0, 19), last(20), "rolled back"),
        (asked(20, 30, key=THIEF), last(20), "did not sign this head"),
        (asked(10, 30), last(20), "Ask the desk for the request from 20"),
        (Submission(head(30)), last(20), "Ask the desk for the request from 20"),
        (Submission(head(30), 20), last(20), "does not show"),
        (Submission(head(30), 20, (bytes(32),) * 5), last(20), "does not show"),
        (Submission(head(30, key=SigningKey("other/habeas-log", KEY.seed), origin="other/habeas-log")), last(20), "a head of other"),
        (Submission(head(30, origin="other/habeas-log")), None, "a head of other"),
    ],
    ids=["fork", "fork of one size", "roll-back", "another key", "proof from elsewhere", "no proof", "empty proof",
         "false proof", "another log", "another log under this key"],
)  # fmt: skip
def test_a_cheat_is_refused_and_named(shown, known, why):
    with pytest.raises(RefusedHeadError, match=why) as refused:
        check_extends(shown, known, KEY.verifier)
    assert refused.value.exit_status == 1


def test_a_head_whose_signature_was_changed_is_refused_in_words():
    changed = head(30).written.replace("\n30\n", "\n31\n")
    with pytest.raises(RefusedHeadError, match="does not fit its checkpoint"):
        check_extends(read_submission(changed), None, KEY.verifier)


def test_a_cosignature_is_what_the_specification_says():
    """The example of c2sp.org/tlog-cosignature: our line for the same key name has its key id's form, and its time reads out."""
    line = SPEC.splitlines()[-1].split(" ")[-1]
    raw = base64.b64decode(line)
    assert len(raw) == 4 + 8 + 64
    ours = cosign(head(30), WITNESS, int.from_bytes(raw[4:12], "big"))
    value = ours.signatures[-1]
    assert (value.key_id, value.value[:8]) == (witness_line(WITNESS).id, raw[4:12])
    found = signers(ours, (witness_line(WITNESS), KEY.verifier))
    assert [each.at for each in found] == [None, datetime(2023, 3, 20, 12, 25, 47, tzinfo=UTC)]
    assert read_key(witness_line(WITNESS).text) == witness_line(WITNESS)


def test_a_cosignature_on_another_head_or_at_another_time_does_not_hold():
    made = cosign(head(30), WITNESS, 1_800_000_000)
    replayed = head(31).written + made.signatures[-1].line + "\n"
    with pytest.raises(BadInputError, match=r"inspector.example/witness does not fit"):
        signers(read_note(replayed), (witness_line(WITNESS),))
    line = made.signatures[-1]
    later = line.value[:7] + bytes([line.value[7] ^ 1]) + line.value[8:]
    moved = head(30).written + type(line)(line.name, line.key_id, later).line + "\n"
    with pytest.raises(BadInputError, match="does not fit"):
        signers(read_note(moved), (witness_line(WITNESS),))


def test_an_unknown_witness_proves_nothing_and_breaks_nothing():
    made = cosign(head(30), WITNESS, 1_800_000_000)
    stranger = VerifierKey("inspector.example/witness", 4, bytes(32))
    assert signers(made, (stranger,)) == []


def test_cosigning_again_takes_the_place_of_the_earlier_line():
    twice = cosign(cosign(head(30), WITNESS, 1), WITNESS, 2)
    assert [each.name for each in twice.signatures] == [KEY.name, WITNESS.name]
    with pytest.raises(BadInputError, match="outside what its form can hold"):
        cosign(head(30), WITNESS, 2**63)


@pytest.mark.parametrize("old", [0, 1, 20])
def test_a_request_reads_back_as_it_was_written(old):
    made = asked(old, 30)
    assert read_submission(made.written) == made
    assert read_submission(head(30).written) == Submission(head(30))


@pytest.mark.parametrize(
    "text",
    ["", "old ", "old 1", "old 01\n\nx\n", "old ²\n\nx\n", "old 1\nAA==\n\n" + head(3).written, "old -1\n\n" + head(3).written,
     "old 1\n" + "AA\n" * 64 + "\n" + head(3).written, "old " + "9" * 5000 + "\n\n" + head(3).written, "old 1\n\nold 1\n\n"],
)  # fmt: skip
def test_a_request_that_is_none_is_refused_in_a_sentence(text):
    with pytest.raises(BadInputError):
        read_submission(text)
