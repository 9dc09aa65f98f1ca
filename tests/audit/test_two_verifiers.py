"""The room and the stand-alone verifier were written apart; they find the same in every log, whole or tampered with."""

import ast
import importlib.util
import itertools
import random
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.audit.chain import Head, head_after, link, read_lines, read_log
from habeas.audit.checkpoint import Checkpoint, sign_checkpoint
from habeas.audit.cosign_reading import held_note
from habeas.audit.event import EventBasis, Thing
from habeas.audit.evidence import LogEvidence
from habeas.audit.export import Export, export_log, verifier_text
from habeas.audit.files import evidence_of
from habeas.audit.merkle import Tree
from habeas.audit.nodes import NodeList
from habeas.audit.notes import SigningKey, read_note, read_notes
from habeas.audit.verify import verify_log
from habeas.audit.walking import roots_of
from habeas.common.errors import BadInputError
from tests.audit.helpers import NOON, body, chain, lines, some_log
from tests.audit.test_event import DETAIL, TEXT

KEY = SigningKey("jail.example/log", bytes(range(32)))
DIGEST = st.binary(min_size=32, max_size=32).map(bytes.hex)


@pytest.fixture(scope="session")
def alone(tmp_path_factory):
    """The stand-alone verifier, loaded from the text that goes into an export."""
    path = tmp_path_factory.mktemp("alone") / "verify_habeas.py"
    path.write_text(verifier_text(), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("verify_habeas", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_verifier_is_one_short_file_that_imports_pythons_own_library_only():
    text = verifier_text()
    assert len(text.splitlines()) < 420
    tree = ast.parse(text, feature_version=(3, 8))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert named <= {
        "__future__",
        "argparse",
        "base64",
        "collections.abc",
        "datetime",
        "hashlib",
        "json",
        "os",
        "re",
        "sys",
        "typing",
    }


# Every log


@st.composite
def logs(draw):
    """Lines of a log of up to eight events with odd texts, nested details and times that jump."""
    head, found = Head(draw(TEXT.filter(bool))), []
    for _ in range(draw(st.integers(0, 8))):
        event = link(head, draw(BODIES))
        head = head_after(event)
        found.append(event.canonical)
    return found


BODIES = st.builds(
    body,
    act=st.sampled_from(["view", "decide", "search"]), actor=TEXT.filter(bool), role=TEXT.filter(bool),
    at=st.datetimes(timezones=st.just(NOON.tzinfo)), monotonic=st.integers(0, 2**53 - 1),
    object=st.builds(Thing, kind=TEXT.filter(bool), id=TEXT.filter(bool)),
    basis=st.builds(EventBasis, packs=st.dictionaries(TEXT, DIGEST, max_size=2), provisions=st.lists(TEXT, max_size=2)),
    shown=st.just("") | DIGEST, refs=st.dictionaries(TEXT, DIGEST, max_size=2), detail=st.dictionaries(TEXT, DETAIL, max_size=3),
)  # fmt: skip


def both(alone, text):
    """What each finds in the lines: size, last hash, root, place of the fault, steps back of the clock, digests."""
    ours, theirs = roots_of(read_lines(text), labels=True), alone.Log(text)
    chain = ours.chain
    return (
        (
            chain.head.size,
            chain.head.hash,
            ours.root,
            chain.fault.seq if chain.fault else None,
            chain.clock_back,
            ours.refs,
        ),
        (
            theirs.size,
            theirs.head,
            theirs.root,
            theirs.fault[0] if theirs.fault else None,
            theirs.backwards,
            theirs.refs,
        ),
    )


@settings(max_examples=150, deadline=None)
@given(text=logs())
def test_both_find_the_same_in_logs_of_odd_texts_and_nested_details(alone, text):
    ours, theirs = both(alone, text)
    assert ours == theirs
    assert ours[0] == len(text)
    assert ours[3] is None


@settings(max_examples=150, deadline=None)
@given(text=logs().filter(bool), data=st.data())
def test_both_find_the_same_fault_wherever_something_is_put_in_or_taken_out(alone, text, data):
    place = data.draw(st.integers(0, len(text) - 1))
    at = data.draw(st.integers(0, len(text[place]) - 1))
    put = data.draw(st.sampled_from(PUT))
    text[place] = text[place][:at] + put + text[place][at + data.draw(st.integers(0, 3)) :]
    ours, theirs = both(alone, text)
    assert ours == theirs


PUT = [
    b"",
    b" ",
    b"0",
    b'"',
    b"\\u0041",
    b"1e2",
    b"1.0",
    b"null",
    b"\xff",
    b"\n",
    b"{}",
    b"-",
    b"\\ud800",
    b"[[",
    b"true,",
]


def test_both_find_the_same_in_five_thousand_logs_whole_and_tampered_with(alone):
    rng, faults = random.Random(11), 0  # noqa: S311 - a test's dice
    for seed in range(2500):
        text = [event.canonical for event in some_log(rng.randrange(9), seed=seed)]
        ours, theirs = both(alone, text)
        assert ours == theirs
        assert ours[3] is None
        if text:
            place, put = rng.randrange(len(text)), rng.choice(PUT)
            at = rng.randrange(len(text[place]))
            text[place] = text[place][:at] + put + text[place][at + rng.randrange(4) :]
            ours, theirs = both(alone, text)
            assert ours == theirs
            faults += ours[3] is not None
    assert faults > 1500


# Tampering: every change to a log with a head that lies outside is seen, by both


SIZE = 10
LOG = [event.canonical for event in some_log(SIZE, seed=5)]
HEAD = sign_checkpoint(Checkpoint(KEY.name, SIZE, roots_of(read_lines(LOG)).root), KEY)


def mutations(count):
    """`count` ways to tamper: each bit of random rows, and rows deleted, put in, swapped, cut off, the whole written anew."""
    rng = random.Random(7)  # noqa: S311 - a test's dice
    other = [event.canonical for event in some_log(SIZE, seed=6)]
    bits = ((place, bit) for place in rng.sample(range(SIZE), SIZE) for bit in range(len(LOG[place]) * 8))
    for place, bit in itertools.islice(bits, count - 1000):
        row = bytearray(LOG[place])
        row[bit // 8] ^= 1 << bit % 8
        yield "bit", [*LOG[:place], bytes(row), *LOG[place + 1 :]]
    for number in range(1000):
        one, two = sorted(rng.sample(range(SIZE), 2))
        yield (
            ("deleted", LOG[:one] + LOG[one + 1 :]),
            ("put in", [*LOG[:one], other[two], *LOG[one:]]),
            ("doubled", [*LOG[:one], LOG[one], *LOG[one:]]),
            ("swapped", [*LOG[:one], LOG[two], *LOG[one + 1 : two], LOG[one], *LOG[two + 1 :]]),
            ("cut", LOG[:one]),
            ("anew from", rehashed(one)),
            ("whole anew", [event.canonical for event in some_log(SIZE, seed=100 + number)] if number < 80 else other),
        )[number % 7]


def rehashed(place):
    """The log with one event changed and every later one linked anew: a chain without a fault."""
    events, head = list(read_lines(LOG)), None
    for event in events[:place]:
        head = head_after(event)
    made = [*LOG[:place]]
    for event in events[place:]:
        changed = body(
            act=event.act, actor="somebody else" if event.seq == place else event.actor, role=event.role, at=event.when,
            monotonic=event.monotonic, object=event.object, basis=event.basis, shown=event.shown, refs=event.refs, detail=event.detail,
            program=event.program,
        )  # fmt: skip
        next_one = link(head or Head("county"), changed)
        made.append(next_one.canonical)
        head = head_after(next_one)
    return made


def test_ten_thousand_ways_to_tamper_are_all_seen_by_both(alone):
    evidence = LogEvidence(anchored=(held_note(read_note(HEAD)),), keys=(KEY.verifier,))
    assert verify_log(read_lines(LOG), evidence).holds
    [(body_, signed)] = alone.split_notes(HEAD)
    size, root, _ = alone.open_note(body_, signed, [alone.parse_key(KEY.verifier.text)])
    missed, seen = [], 0
    for kind, text in mutations(10_000):
        log = alone.Log(text, [size])
        theirs = log.fault is None and log.roots.get(size) == root
        if verify_log(read_lines(text), evidence).holds or theirs:
            missed.append(kind)
        seen += 1
    assert seen == 10_000
    assert missed == []


def test_a_log_linked_anew_is_a_faultless_chain_which_is_why_heads_are_handed_out(alone):
    text = rehashed(4)
    assert alone.Log(text).fault is None
    assert verify_log(read_lines(text)).holds
    assert not verify_log(
        read_lines(text), LogEvidence(anchored=(held_note(read_note(HEAD)),), keys=(KEY.verifier,))
    ).holds


# The parts


@settings(max_examples=60, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=80), data=st.data())
def test_its_ed25519_is_that_of_the_library(alone, seed, message, data):
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, value = key.public_key().public_bytes_raw(), key.sign(message)
    assert alone.signature_holds(public, message, value)
    changed = bytearray(value)
    changed[data.draw(st.integers(0, 63))] ^= 1 << data.draw(st.integers(0, 7))
    assert not alone.signature_holds(public, message, bytes(changed))
    assert not alone.signature_holds(public, message + b"x", value)


def test_its_ed25519_refuses_a_signature_whose_number_was_raised_by_the_order(alone):
    """RFC 8032, 5.1.7: S must lie below the order, or one signature could be written in two ways."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public, value = key.public_key().public_bytes_raw(), key.sign(b"m")
    raised = value[:32] + (int.from_bytes(value[32:], "little") + alone.ORDER).to_bytes(32, "little")
    assert alone.signature_holds(public, b"m", value)
    assert not alone.signature_holds(public, b"m", raised)
    assert not alone.signature_holds(b"\xff" * 32, b"m", value)
    assert not alone.signature_holds(public, b"m", value[:63])


@settings(max_examples=200, deadline=None)
@given(size=st.integers(1, 300), data=st.data())
def test_its_proofs_are_the_rooms(alone, size, data):
    tree = Tree(NodeList())
    tree.extend(number.to_bytes(32, "big") for number in range(size))
    index = data.draw(st.integers(0, size - 1))
    leaf = alone.sha(b"\0", index.to_bytes(32, "big"))
    proof = tree.inclusion_proof(index)
    assert alone.root_by_proof(index, size, leaf, proof) == tree.root()
    with pytest.raises(ValueError, match="wrong length"):
        alone.root_by_proof(index, size, leaf, [*proof, bytes(32)])


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_both_believe_the_same_heads(alone, data):
    """A letter anywhere in the note put, taken or changed: both believe it or neither does, and then the same head."""
    at = data.draw(st.integers(0, len(HEAD)))
    put = data.draw(st.sampled_from(["", "\n", "A", " ", "+", "—", "— x QUFBQUFB\n", "=", "0"]))
    changed = HEAD[:at] + put + HEAD[at + data.draw(st.integers(0, 2)) :]
    assert believed_by_room(changed) == believed_alone(alone, changed)


def believed_by_room(text):
    try:
        report = verify_log(read_lines(LOG), LogEvidence(checkpoints=tuple(read_notes(text)), keys=(KEY.verifier,)))
    except BadInputError:
        return None
    return [head.size for head in report.heads] if report.holds and report.heads else None


def believed_alone(alone, text):
    try:
        heads = [
            alone.open_note(one, signed, [alone.parse_key(KEY.verifier.text)])
            for one, signed in alone.split_notes(text)
        ]
    except alone.WrongError:
        return None
    log = alone.Log(LOG, [size for size, _, _ in heads])
    return (
        [size for size, _, _ in heads]
        if heads and all(log.roots.get(size) == root for size, root, _ in heads)
        else None
    )


def test_both_read_the_bytes_of_a_file_alike(alone):
    text = lines(some_log(5))
    for raw in (text, text[:-1], text + b"\n", text.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + text):
        ours, theirs = both(alone, raw.splitlines(keepends=True) if b"\r" not in raw else raw.split(b"\n"))
        assert ours == theirs


@pytest.mark.parametrize("left", ["whole", "gone", "another root"])
def test_both_see_a_head_that_an_event_names_and_that_is_not_there(tmp_path, left):
    first = [body() for _ in range(6)]
    root = roots_of(chain(first)).root
    named = "ab" * 32 if left == "another root" else root.hex()
    log = chain([*first, body(act="checkpoint", detail={"size": 6, "root": named})])
    note = read_note(sign_checkpoint(Checkpoint(KEY.name, 6, root), KEY))
    heads = () if left == "gone" else (note,)
    folder = tmp_path / "out"
    export_log(log, folder, Export(made_at=NOON, program="habeas 0", checkpoints=heads, keys=(KEY.verifier,)))
    own = verify_log(read_log(folder / "events.jsonl"), evidence_of(None, None, folder=folder))
    program = [sys.executable, "-I", str(folder / "verify_habeas.py"), str(folder)]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (own.holds, done.returncode) == ((True, 0) if left == "whole" else (False, 1)), (own.faults, done.stdout)
    assert ("Event 6 names a checkpoint of 6 events" in done.stdout) == (left != "whole")
