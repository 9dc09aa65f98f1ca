"""Opening a store without writing one byte beside or into it: a record that is checked must stay as it was found."""

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

_PRAGMAS = "PRAGMA query_only=ON;PRAGMA cell_size_check=ON;"
_UNFINISHED = ("-wal", "-journal")


def sqlite_to_read(path: Path) -> dict[str, Any]:
    """Django's settings for an SQLite file that is only read: served at this moment, lying still, or seized while it was served.

    What a stopped program left beside the file (`-wal`, `-journal`) belongs to the record. SQLite would work it in; it is worked into
    a copy in a folder that is gone at the end.
    """
    served = all(_beside(path, suffix).exists() for suffix in ("-wal", "-shm"))
    left = [each for suffix in _UNFINISHED if (each := _beside(path, suffix)).exists() and each.stat().st_size]
    if served:
        name = f"file:{quote(str(path.resolve()))}?mode=ro&readonly_shm=1"
    elif left:
        name = f"file:{quote(str(_copied(path, left)))}"
    else:
        name = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {"timeout": 20, "init_command": _PRAGMAS},
    }


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _copied(path: Path, left: list[Path]) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="habeas-read-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for each in (path, *left):
        shutil.copyfile(each, folder / each.name)
    return folder / path.name
