"""The names of what a backup writes, in one place: the backup makes no other file, restore reads no other, the sweep knows them all."""

import os
import re
from pathlib import Path

from habeas.audit.last_signed import LAST_FILE
from habeas.common.errors import BadInputError

SQLITE, POSTGRES, MANIFEST, NOTE = "habeas.sqlite3", "habeas.pgdump", "manifest.json", "manifest.note"
_KEYS = r"[^/\\\x00-\x1f\ud800-\udfff]{1,200}\.(key|secret)"
_CARRIED = re.compile("|".join([*map(re.escape, (SQLITE, POSTGRES, LAST_FILE)), _KEYS]))
_BESIDE = re.compile(rf"{re.escape(SQLITE)}-\w+|audit\.(nodes|lock)|static")
"""What the database and the desk put beside themselves while a copy is made or looked at."""


def is_carried(name: str) -> bool:
    """Whether the manifest of a backup may name this file."""
    return _CARRIED.fullmatch(name) is not None


def is_written(name: str) -> bool:
    """Whether the folder of a backup or a restore in the making may hold this."""
    return is_carried(name) or name in {MANIFEST, NOTE} or _BESIDE.fullmatch(name) is not None


def new_file(folder: Path, name: str) -> Path:
    """A new empty file (mode 0600) in the folder of a backup in the making. Raises BadInputError for a name that no backup holds."""
    if name not in {MANIFEST, NOTE} and not is_carried(name):
        raise BadInputError(f"{name!a} in the data folder has a name that no backup can hold; rename it.")
    path = folder / name
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path
