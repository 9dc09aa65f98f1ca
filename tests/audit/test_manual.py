"""The manual's test vectors and tables are what the program does."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from habeas.audit.acts import ACTS
from habeas.audit.chain import read_lines, verify_chain
from habeas.audit.checkpoint import Checkpoint, sign_checkpoint, signed_checkpoint
from habeas.audit.event import Event
from habeas.audit.merkle import Tree, leaf_hash, verify_consistency, verify_inclusion
from habeas.audit.nodes import NodeList
from habeas.audit.notes import SigningKey, read_key, read_note, signers
from habeas.audit.sealed import digest_of

PAGE = (Path(__file__).parents[2] / "docs" / "audit.md").read_text(encoding="utf-8")
VECTORS = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[-1])


def test_the_events_of_the_page_are_a_chain_with_these_hashes():
    lines = [each["line"].encode() for each in VECTORS["events"]]
    events = list(read_lines(lines))
    assert [event.hash for event in events] == [each["hash"] for each in VECTORS["events"]]
    assert [hashlib.sha256(line).hexdigest() for line in lines] == [each["hash"] for each in VECTORS["events"]]
    assert verify_chain(events) is None
    assert events[1].refs["person"] == VECTORS["sealed"]["digest"]


def test_the_sealed_value_of_the_page_has_this_digest():
    sealed = VECTORS["sealed"]
    assert digest_of(sealed["salt"], sealed["value"]) == sealed["digest"]


@pytest.mark.parametrize("name", ["tree", "certificate_transparency"])
def test_the_trees_of_the_page_have_these_roots_and_proofs(name):
    given = VECTORS[name]
    entries = given.get("entries") or [each["hash"] for each in VECTORS["events"]]
    tree = Tree(NodeList())
    tree.extend(map(bytes.fromhex, entries))
    roots = [bytes.fromhex(root) for root in given["roots"]]
    assert [tree.root(size) for size in range(len(roots))] == roots
    shown, grown = given["inclusion"], given["consistency"]
    steps = [[bytes.fromhex(step) for step in each["proof"]] for each in (shown, grown)]
    assert tree.inclusion_proof(shown["index"], shown["size"]) == steps[0]
    assert tree.consistency_proof(grown["old"], grown["size"]) == steps[1]
    assert verify_inclusion(
        bytes.fromhex(entries[shown["index"]]), shown["index"], shown["size"], steps[0], roots[shown["size"]]
    )
    assert verify_consistency(grown["old"], grown["size"], roots[grown["old"]], roots[grown["size"]], steps[1])


def test_the_leaves_of_the_page_are_these():
    hashes = [bytes.fromhex(each["hash"]) for each in VECTORS["events"]]
    assert [leaf_hash(entry).hex() for entry in hashes] == VECTORS["tree"]["leaves"]


def test_the_checkpoint_of_the_page_is_signed_by_this_key():
    given = VECTORS["checkpoint"]
    key = SigningKey("jail.example/log", bytes.fromhex(given["seed"]))
    assert key.verifier.text == given["key"]
    head = Checkpoint("jail.example/log", 3, bytes.fromhex(VECTORS["tree"]["roots"][3]))
    assert sign_checkpoint(head, key) == given["note"]
    assert signed_checkpoint(given["note"], [read_key(given["key"])]) == head


def test_the_specifications_example_verifies():
    given = VECTORS["c2sp"]
    assert [each.key.name for each in signers(read_note(given["note"]), [read_key(given["key"])])] == [
        "example.com/foo"
    ]


def test_each_field_and_each_kind_of_event_is_on_the_page():
    fields = PAGE.split("## An event")[1].split("**Canonical form.**")[0]
    assert re.findall(r"^\| `(\w+)` \|", fields, re.MULTILINE) == list(Event.__struct_fields__)
    table = PAGE.split("### Kinds of event")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", table, re.MULTILINE)
    assert rows == [(kind.word, kind.said, kind.about) for kind in ACTS.values()]
