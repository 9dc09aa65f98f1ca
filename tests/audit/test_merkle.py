"""The tree is that of RFC 9162: held to its definition written down word for word, and to the vectors of Certificate Transparency."""

import hashlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.audit.merkle import (
    Tree,
    frontier_root,
    leaves_of,
    nodes_of,
    position,
    verify_consistency,
    verify_inclusion,
)
from habeas.audit.nodes import NodeFile, NodeList
from habeas.common.errors import BadInputError

# The oracle: sections 2.1.1, 2.1.3.1 and 2.1.4.1 of the RFC, recursive, over lists.


def mth(d):
    if not d:
        return hashlib.sha256(b"").digest()
    if len(d) == 1:
        return hashlib.sha256(b"\x00" + d[0]).digest()
    k = largest(len(d))
    return hashlib.sha256(b"\x01" + mth(d[:k]) + mth(d[k:])).digest()


def path(m, d):
    if len(d) == 1:
        return []
    k = largest(len(d))
    return [*path(m, d[:k]), mth(d[k:])] if m < k else [*path(m - k, d[k:]), mth(d[:k])]


def proof(m, d):
    return subproof(m, d, True)


def subproof(m, d, b):
    n = len(d)
    if m == n:
        return [] if b else [mth(d)]
    k = largest(n)
    return [*subproof(m, d[:k], b), mth(d[k:])] if m <= k else [*subproof(m - k, d[k:], False), mth(d[:k])]


def largest(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


# Certificate Transparency's own test data (eight inputs, the roots of their first one to eight).
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
ENTRIES = [bytes.fromhex(each) for each in INPUTS]


def tree_of(entries):
    tree = Tree(NodeList())
    tree.extend(entries)
    return tree


def some_entries(count, seed=0):
    rng = random.Random(seed)  # noqa: S311 - a test's dice
    return [rng.randbytes(32) for _ in range(count)]


def test_the_roots_are_those_of_certificate_transparency():
    tree = tree_of(ENTRIES)
    assert [tree.root(size).hex() for size in range(1, 9)] == ROOTS
    assert [mth(ENTRIES[:size]).hex() for size in range(1, 9)] == ROOTS
    assert tree.root(0).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_proofs_are_those_of_certificate_transparency():
    tree = tree_of(ENTRIES)
    assert [each.hex() for each in tree.inclusion_proof(0, 8)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [each.hex() for each in tree.consistency_proof(6, 8)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_every_root_and_proof_up_to_seventy_entries_is_the_rfcs():
    entries = some_entries(70)
    tree = tree_of(entries)
    for size in range(71):
        root = mth(entries[:size])
        assert tree.root(size) == root
        for index in range(size):
            shown = tree.inclusion_proof(index, size)
            assert shown == path(index, entries[:size])
            assert verify_inclusion(entries[index], index, size, shown, root)
        for old in range(1, size + 1):
            shown = tree.consistency_proof(old, size)
            assert shown == proof(old, entries[:size])
            assert verify_consistency(old, size, mth(entries[:old]), root, shown)


@settings(max_examples=150, deadline=None)
@given(size=st.integers(1, 700), data=st.data())
def test_larger_trees_agree_with_the_rfc_too(size, data):
    entries = some_entries(size, seed=size)
    tree = tree_of(entries)
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    assert tree.root() == mth(entries)
    assert tree.inclusion_proof(index) == path(index, entries)
    assert tree.consistency_proof(old) == proof(old, entries)


@settings(max_examples=300, deadline=None)
@given(size=st.integers(1, 200), data=st.data())
def test_a_proof_with_one_bit_changed_or_of_another_place_proves_nothing(size, data):
    entries = some_entries(size, seed=size)
    tree = tree_of(entries)
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    shown, root = tree.inclusion_proof(index), tree.root()
    for forged in forgeries(shown, data):
        assert not verify_inclusion(entries[index], index, size, forged, root)
    assert not verify_inclusion(entries[index], index + 1, size, shown, root)
    assert not verify_inclusion(flipped(entries[index], data), index, size, shown, root)
    grown = tree.consistency_proof(old)
    for forged in forgeries(grown, data):
        assert not verify_consistency(old, size, tree.root(old), root, forged)
    assert not verify_consistency(old, size, flipped(tree.root(old), data), root, grown)


def forgeries(shown, data):
    yield [*shown, bytes(32)]
    if shown:
        yield shown[:-1]
        place = data.draw(st.integers(0, len(shown) - 1))
        yield [*shown[:place], flipped(shown[place], data), *shown[place + 1 :]]


def flipped(value, data):
    place = data.draw(st.integers(0, len(value) * 8 - 1))
    changed = bytearray(value)
    changed[place // 8] ^= 1 << place % 8
    return bytes(changed)


def test_a_walk_that_keeps_only_the_frontier_gives_the_same_roots():
    entries = some_entries(300)
    size, roots = frontier_root(iter(entries), stop=[1, 17, 256, 999])
    assert size == 300
    assert roots == {each: mth(entries[:each]) for each in (0, 1, 17, 256, 300)}


def test_each_node_has_one_place_and_none_is_left_empty():
    size = 100
    places = {position(level, index) for level in range(8) for index in range(size >> level)}
    assert places == set(range(nodes_of(size)))
    assert [leaves_of(nodes_of(each)) for each in range(size)] == list(range(size))
    assert all(nodes_of(leaves_of(count)) <= count < nodes_of(leaves_of(count) + 1) for count in range(500))


def test_a_tree_in_a_file_goes_on_where_it_was_and_half_a_leaf_is_cut_off(tmp_path):
    entries = some_entries(3000)
    with NodeFile(tmp_path / "nodes") as nodes:
        Tree(nodes).extend(entries[:1023])
    with (tmp_path / "nodes").open("ab") as file:
        file.write(bytes(32 * 3 + 7))  # a writer killed in the midst of leaf 1023
    with NodeFile(tmp_path / "nodes") as nodes:
        tree = Tree(nodes)
        assert tree.size == 1023
        assert tree.root() == mth(entries[:1023])
        tree.extend(entries[1023:])
        assert tree.root() == mth(entries)
        assert tree.inclusion_proof(2999) == path(2999, entries)
        assert tree.consistency_proof(1023) == proof(1023, entries)


@pytest.mark.parametrize("ask", [(3, 3), (-1, 3), (0, 9), (5, 3)])
def test_a_place_that_is_not_there_is_refused(ask):
    with pytest.raises(BadInputError, match="8 entries"):
        tree_of(ENTRIES).inclusion_proof(*ask)
