"""What the program writes into its data folder only its owner reads, whatever the umask was."""

import os
import stat
import subprocess
import sys

from habeas.desk.sqlite_queued_writes.base import keep_private

HABEAS = [sys.executable, "-m", "habeas"]


def habeas(*given):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    run = subprocess.run([*HABEAS, *map(str, given)], capture_output=True, text=True, check=False, env=env, umask=0o022)
    assert run.returncode in {0, 1}, run.stderr


def open_to_others(folder):
    return sorted(
        f"{path.relative_to(folder)} {stat.S_IMODE(path.lstat().st_mode):o}"
        for path in (folder, *folder.rglob("*"))
        if stat.S_IMODE(path.lstat().st_mode) & 0o077
    )


def test_every_file_of_a_new_desk_is_its_owners_alone(tmp_path):
    data = tmp_path / "desk"
    habeas(
        "desk", "open", "--jurisdiction", "us-ca-los-angeles", "--agency", "Alder County (fictional)", "--data", data
    )
    habeas("outage-kit", "--data", data, "--out", tmp_path / "kit", "--forms", "1")
    habeas("doctor", "--data", data)
    habeas("audit", "checkpoint", "--data", data)
    assert {"audit.key", "habeas.sqlite3", "habeas.sqlite3-line", "secret.key"} <= {
        each.name for each in data.iterdir()
    }
    assert open_to_others(data) == []


def test_a_store_that_stood_open_is_closed_to_others_with_what_is_beside_it(tmp_path):
    for name in ("store", "store-wal", "store-shm"):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o644)
    tmp_path.chmod(0o700)
    keep_private(tmp_path / "store")
    assert open_to_others(tmp_path) == []


def test_a_new_store_is_made_for_its_owner_alone(tmp_path):
    before = os.umask(0o000)
    try:
        keep_private(tmp_path / "store")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "store").stat().st_mode) == 0o600
    keep_private(tmp_path / "gone" / "store")
