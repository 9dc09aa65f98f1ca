"""The disk that power is cut on: what was synced stays, what was not may be lost in pieces and in any order."""

import random

from tools.soak.disk import WAYS, Disk, Note, Way, notes


def disk(tmp_path, **files):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return Disk(tmp_path)


def write(name, offset, data):
    return Note("W", name, offset, data)


def cuts(held, times=200):
    """Every content of `a` that a cut leaves, tried with each way."""
    rng = random.Random(3)  # noqa: S311 - no secret
    return {held.cut(way, rng).get("a") for way in WAYS for _ in range(times // len(WAYS))}


def test_what_was_synced_is_in_every_cut(tmp_path):
    held = disk(tmp_path, a=b"old")
    held.take(write("a", 0, b"new"))
    held.take(Note("S", "a", 0, b""))
    assert cuts(held) == {b"new"}


def test_what_was_not_synced_is_in_some_cuts_and_not_in_others(tmp_path):
    held = disk(tmp_path, a=b"old")
    held.take(write("a", 0, b"new"))
    assert cuts(held) == {b"old", b"new"}


def test_a_later_write_can_arrive_without_the_earlier_one(tmp_path):
    held = disk(tmp_path, a=b"....")
    held.take(write("a", 0, b"xx"))
    held.take(write("a", 2, b"yy"))
    assert {b"..yy", b"xx.."} <= cuts(held)


def test_a_write_is_torn_at_its_sectors_and_nowhere_else(tmp_path):
    held = disk(tmp_path, a=bytes(2_048))
    held.take(write("a", 0, b"x" * 2_048))
    rng = random.Random(3)  # noqa: S311 - no secret
    torn = {held.cut(Way("torn", 512), rng)["a"] for _ in range(60)}
    assert len(torn) > 4
    assert all(set(each[at : at + 512]) in ({0}, {120}) for each in torn for at in range(0, 2_048, 512))


def test_a_file_that_was_cut_short_may_still_be_long(tmp_path):
    held = disk(tmp_path, a=b"long")
    held.take(Note("T", "a", 1, b""))
    assert cuts(held) == {b"long", b"l"}


def test_a_new_name_is_durable_once_its_folder_was_synced(tmp_path):
    held = disk(tmp_path)
    held.take(Note("C", "a", 0, b""))
    held.take(write("a", 0, b"x"))
    held.take(Note("S", "a", 0, b""))
    assert cuts(held) == {None, b"x"}
    held.take(Note("S", ".", 0, b""))
    assert cuts(held) == {b"x"}


def test_a_file_put_in_anothers_place_is_one_or_the_other_and_never_half(tmp_path):
    held = disk(tmp_path, a=b"old", b=b"new")
    held.take(Note("R", "b", 0, b"a"))
    assert cuts(held) == {b"old", b"new"}


def test_notes_that_end_in_the_middle_are_read_up_to_there(tmp_path):
    from tools.soak.disk import HEAD

    whole = HEAD.pack(b"W", 1, 5, 2) + b"a" + b"xy"
    (tmp_path / "notes").write_bytes(whole + whole[:-1])
    assert list(notes(tmp_path / "notes")) == [Note("W", "a", 5, b"xy")]
