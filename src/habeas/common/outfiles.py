"""A file that is written whole or not at all: it is filled beside its place, and takes the place when all went well."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from habeas.common.errors import BadInputError
from habeas.common.infiles import reason

PRIVATE = 0o600
"""Rights of a file that speaks of people: its owner alone."""


def check_new(target: Path) -> None:
    """Raise BadInputError unless `target` can be made as a new file; nothing is touched. Asked before the work begins."""
    if _mode(target) is not None:
        raise BadInputError(f"{target.name} exists; give --out a new file. Nothing was written.")


def check_replaceable(target: Path) -> None:
    """Raise BadInputError unless `target` can be made, or is an ordinary file that may be replaced; nothing is touched."""
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        raise BadInputError(f"{target.name} is no ordinary file; give --out another name. Nothing was written.")


def _mode(target: Path) -> int | None:
    """What stands at `target`, None where nothing does. BadInputError where nothing could be made there."""
    folder = target.absolute().parent
    try:
        if not target.name or not stat.S_ISDIR(os.stat(folder).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return os.lstat(target).st_mode
    except FileNotFoundError:
        if not folder.is_dir():
            raise BadInputError(
                f"{target.name} cannot be written: there is no folder {folder.name}. Nothing was written."
            ) from None
        return None
    except (OSError, ValueError) as fault:
        raise BadInputError(f"{target.name} cannot be written: {reason(fault)}. Nothing was written.") from None


@contextmanager
def whole_file(target: Path, *, rights: int = PRIVATE, replace: bool = False) -> Iterator[Path]:
    """An empty file to fill that becomes `target` when the block ends well, and is gone when it does not.

    What stands at `target` is kept unless `replace` is set: ask `check_new` or `check_replaceable` before the work. A fault of
    the disk is raised as BadInputError in one sentence.
    """
    scratch: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".habeas-", dir=target.absolute().parent)
        scratch = Path(name)
        os.close(handle)
        yield scratch
        _keep(scratch, rights)
        _name(scratch, target, replace=replace)
        sync_folder(target.absolute().parent)
    except OSError as fault:
        raise BadInputError(f"{target.name} cannot be written: {reason(fault)}. Nothing was written.") from None
    finally:
        if scratch is not None:
            scratch.unlink(missing_ok=True)


def _name(scratch: Path, target: Path, *, replace: bool) -> None:
    """Give the filled file its name; where nothing may be replaced, in one step that fails if the name is taken by now."""
    if replace:
        os.replace(scratch, target)
        return
    try:
        os.link(scratch, target, follow_symlinks=False)
    except FileExistsError:
        check_new(target)
        raise
    except OSError:  # a file system without links
        check_new(target)
        os.replace(scratch, target)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable: after it a power cut leaves it. A file system that cannot say so is left to its ways."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(target: Path, text: str, *, rights: int = PRIVATE, replace: bool = False) -> None:
    """Write `text` as UTF-8, whole or not at all. Raises BadInputError as `whole_file` does."""
    with whole_file(target, rights=rights, replace=replace) as scratch:
        scratch.write_bytes(text.encode())


def _keep(scratch: Path, rights: int) -> None:
    """On the disk before it gets its name."""
    os.chmod(scratch, rights)
    handle = os.open(scratch, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
