"""A folder is there whole or not at all, for its owner alone."""

import pytest

from habeas.common.errors import BadInputError
from habeas.common.whole_folder import check_free, scratch_folder, whole_folder, write_files


def test_a_folder_stands_in_its_place_with_everything_in_it(tmp_path):
    with whole_folder(tmp_path / "out") as folder:
        write_files(folder, {"a.txt": b"a", "deep/b.txt": b"b"})
    assert (tmp_path / "out" / "deep" / "b.txt").read_bytes() == b"b"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_taken_and_one_that_holds_something_is_refused_untouched(tmp_path):
    (tmp_path / "out").mkdir()
    with whole_folder(tmp_path / "out") as folder:
        write_files(folder, {"a.txt": b"a"})
    with pytest.raises(BadInputError, match="out is not empty"):
        check_free(tmp_path / "out")
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"a"


def test_nothing_is_left_when_the_work_fails_half_way(tmp_path):
    def fail():
        with whole_folder(tmp_path / "out") as folder:
            write_files(folder, {"a.txt": b"a"})
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read_what_is_written(tmp_path):
    with whole_folder(tmp_path / "out") as folder:
        write_files(folder, {"deep/b.txt": b"b"})
    modes = {each.name: each.stat().st_mode & 0o777 for each in [tmp_path / "out", *(tmp_path / "out").rglob("*")]}
    assert modes == {"out": 0o700, "deep": 0o700, "b.txt": 0o600}


def test_a_place_that_cannot_be_made_is_one_sentence(tmp_path):
    with pytest.raises(BadInputError, match="out cannot be made"), scratch_folder(tmp_path / "nowhere" / "out"):
        pass


def test_a_fault_of_the_disk_while_writing_is_one_sentence(tmp_path):
    def full():
        with scratch_folder(tmp_path / "out"):
            raise OSError(28, "No space left on device")

    with pytest.raises(BadInputError, match="out cannot be written: no space left on device"):
        full()
    assert list(tmp_path.iterdir()) == []
