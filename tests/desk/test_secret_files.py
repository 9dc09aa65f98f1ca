"""A secret is made once, and a power cut leaves the whole of it or none."""

import os

from habeas.desk.secret_files import secret_key, write_secret


def test_a_secret_is_on_the_disk_before_it_has_its_name_and_its_name_before_it_is_used(tmp_path, monkeypatch):
    path, synced, real = tmp_path / "secret.key", [], os.fsync

    def fsync(handle):
        there = os.readlink(f"/proc/self/fd/{handle}")
        synced.append(("folder" if there == str(tmp_path) else os.path.getsize(there), path.exists()))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    write_secret(path, "a secret")
    assert synced == [(8, False), ("folder", True)]


def test_a_secret_that_is_there_stays(tmp_path):
    first = secret_key(tmp_path)
    write_secret(tmp_path / "secret.key", "another")
    assert secret_key(tmp_path) == first
