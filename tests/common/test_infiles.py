"""A file is opened only where it is one: a device or a pipe that never ends holds nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.common import infiles
from habeas.common.errors import BadInputError
from habeas.common.infiles import open_file, read_file
from habeas.common.jsonfiles import parse_json


def test_a_device_that_never_ends_is_refused_at_once(tmp_path):
    (tmp_path / "roster.csv").symlink_to("/dev/zero")
    with pytest.raises(BadInputError, match=r"roster\.csv is a device, not a file"):
        read_file(tmp_path / "roster.csv", max_bytes=10)


def test_a_pipe_nobody_writes_into_holds_nobody(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInputError, match="pipe is a pipe, not a file"):
        open_file(tmp_path / "pipe")


def test_what_says_neither_bytes_nor_an_end_ends_there(tmp_path, monkeypatch):
    """A file of the kernel that has said nothing yet; here a pipe that took the file's place after it was looked at."""
    os.mkfifo(tmp_path / "late")
    writer = os.open(tmp_path / "late", os.O_RDWR | os.O_NONBLOCK)
    monkeypatch.setattr(infiles, "_refuse_other_kinds", lambda mode, path: None)
    try:
        with open_file(tmp_path / "late") as file:
            assert (file.read(4), file.readline(), file.read(), list(file)) == (b"", b"", b"", [])
        assert read_file(tmp_path / "late", max_bytes=10) == b""
    finally:
        os.close(writer)


def test_a_folder_and_a_file_that_is_not_there_are_said(tmp_path):
    with pytest.raises(BadInputError, match="is a folder"):
        read_file(tmp_path, max_bytes=10)
    with pytest.raises(BadInputError, match="no such file"):
        read_file(tmp_path / "none", max_bytes=10)


def test_a_file_of_the_system_that_says_it_is_empty_is_read_no_further_than_the_limit(tmp_path):
    with pytest.raises(BadInputError, match="is larger than"):
        read_file(Path("/proc/self/status"), max_bytes=10)


def test_a_file_at_the_limit_is_read_and_one_past_it_is_not(tmp_path):
    (tmp_path / "a").write_bytes(b"1234567890")
    assert read_file(tmp_path / "a", max_bytes=10) == b"1234567890"
    with pytest.raises(BadInputError, match="split it"):
        read_file(tmp_path / "a", max_bytes=9)


def test_half_a_letter_in_json_is_refused_and_a_whole_pair_is_read():
    assert parse_json('["\\ud83d\\ude00"]', name="a.json") == ["😀"]
    with pytest.raises(BadInputError, match=r"half of a letter \(\\ud800\)"):
        parse_json('{"a": [{"\\uD800": 1}]}', name="a.json")


def test_a_document_of_brackets_is_refused_before_it_is_made():
    with pytest.raises(BadInputError, match="more than 10 objects and lists"):
        parse_json("[" + "{}," * 20 + "{}]", name="a.json", most=10)
    assert parse_json('["[[[[[[[[[[[[[["]', name="a.json", most=1) == ["[[[[[[[[[[[[[["]


def test_a_text_of_20_mb_takes_no_hundred_times_its_room():
    work = """
import resource
from habeas.common.jsonfiles import parse_json
resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
print(len(parse_json('["' + "x" * 20_000_000 + '"]', name="a")[0]))
"""
    run = subprocess.run([sys.executable, "-c", work], capture_output=True, text=True, check=False)
    assert run.stdout == "20000000\n", run.stderr[-300:]
