"""What a killed backup or restore left: a hidden folder with the whole database. The next one sweeps it; the doctor names it."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from habeas.common.numbers import whole_number
from habeas.desk.services.upkeep.backup_names import is_written

PLACE = "backup.place"
"""The file in the data folder that says where the last backup was put, so that the doctor looks there."""
_LEFT = re.compile(r"\..+\.([0-9]{1,10})\.(part|packed)")


@contextmanager
def standing(folder: Path) -> Iterator[None]:
    """Hold a lock on the folder of a backup in the making: it goes with the process, however that ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def leftovers(folder: Path) -> list[Path]:
    """What killed backups and restores left in a folder: of a process that is gone, and nothing in it but what these write."""
    try:
        found = sorted(
            each
            for each in folder.iterdir()
            if (name := _LEFT.fullmatch(each.name)) and _gone(whole_number(name[1]) or 0)
        )
    except OSError:
        return []
    return [each for each in found if not each.is_symlink() and _dead(each)]


def sweep(folder: Path) -> list[str]:
    """Take away what killed backups and restores left in a folder; the names."""
    swept = []
    for each in leftovers(folder):
        with suppress(OSError):
            shutil.rmtree(each) if each.is_dir() else each.unlink()
            swept.append(each.name)
    return swept


def remember_place(folder: Path) -> None:
    """Keep where the last backup was put."""
    path = Path(settings.DATA) / PLACE
    with suppress(OSError):  # the backup is made; where it lies is only for the doctor
        path.touch(mode=0o600)
        path.write_text(str(folder), encoding="utf-8")


def last_place() -> Path | None:
    """Where the last backup was put; None where that is not known."""
    try:
        return Path((Path(settings.DATA) / PLACE).read_text(encoding="utf-8"))
    except (OSError, UnicodeError):
        return None


def _gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _dead(path: Path) -> bool:
    """Whether nobody works in it any more (a process on another machine holds its lock), and it is a backup's."""
    try:
        if path.is_file():
            return path.suffix == ".packed"
        if not all(is_written(each.name) for each in path.iterdir()):
            return False
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
