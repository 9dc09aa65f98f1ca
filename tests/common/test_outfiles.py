"""What is written is whole or not there, and a place where nothing can be written is said before the work begins."""

import os
from pathlib import Path

import pytest

from habeas.common.errors import BadInputError
from habeas.common.outfiles import check_new, check_replaceable, whole_file, write_whole
from habeas.common.whole_folder import check_free, whole_folder


def test_a_file_is_private_and_stands_alone(tmp_path):
    write_whole(tmp_path / "out.csv", "a,b\n")
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o600


def test_a_fault_while_writing_leaves_nothing(tmp_path):
    with pytest.raises(TypeError), whole_file(tmp_path / "out.csv") as part:
        part.write_text(7)
    with pytest.raises(BadInputError, match="no space left"), whole_file(tmp_path / "out.csv"):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_what_took_the_name_meanwhile_is_kept(tmp_path):
    with pytest.raises(BadInputError, match="exists"), whole_file(tmp_path / "out.csv"):
        (tmp_path / "out.csv").write_text("another's")
    assert (tmp_path / "out.csv").read_text() == "another's"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("place", ["file/out.csv", "none/out.csv", "a" * 300])
def test_a_place_where_no_file_can_be_made_is_said_before_the_work(tmp_path, place):
    (tmp_path / "file").write_text("")
    for check in (check_new, check_replaceable):
        with pytest.raises(BadInputError, match=r"cannot be written: .*Nothing was written"):
            check(tmp_path / place)


def test_a_device_is_never_replaced(tmp_path):
    (tmp_path / "out").symlink_to("/dev/null")
    with pytest.raises(BadInputError, match="no ordinary file"):
        check_replaceable(tmp_path / "out")


@pytest.mark.parametrize("place", ["file/package", "file/deep/package", "a" * 300])
def test_a_folder_that_cannot_be_made_is_said_before_the_work(tmp_path, place):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInputError, match=r"cannot be made: .*nothing was touched"):
        check_free(tmp_path / place)


def test_folders_made_on_the_way_go_with_the_folder_that_failed(tmp_path):
    with pytest.raises(RuntimeError), whole_folder(tmp_path / "a" / "b" / "package"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_new_name_is_on_the_disk_before_anything_rests_on_it(tmp_path, monkeypatch):
    synced = []
    real = os.fsync

    def noted(handle):
        synced.append(Path(f"/proc/self/fd/{handle}").resolve())
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    write_whole(tmp_path / "key", "words")
    assert synced[-1] == tmp_path.resolve(), "the folder after the file"
    assert len(synced) == 2
