"""A folder that is written whole or not at all: it is filled beside its place, and takes the place when all went well."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from habeas.common.errors import BadInputError
from habeas.common.infiles import reason


def check_free(target: Path) -> None:
    """Raise BadInputError unless `target` is an empty folder, or can be made where it is named; nothing is touched."""
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise BadInputError(f"{target.name} is not empty: name a new or empty folder; nothing was touched.")
        above = next(each for each in target.absolute().parents if os.path.lexists(each))
        if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
            raise BadInputError(
                f"{target.name} cannot be made: {above.name or above} is no folder that may be written in; nothing was touched."
            )
    except OSError as fault:
        raise BadInputError(f"{target.name} cannot be made: {reason(fault)}; nothing was touched.") from None


@contextmanager
def scratch_folder(target: Path) -> Iterator[Path]:
    """A hidden folder beside `target`, for its owner alone, gone whatever happens unless it was moved away.

    A fault of the disk is raised as BadInputError in one sentence.
    """
    folder = target.absolute().parent / f".{target.name}.{os.getpid()}.part"
    try:
        folder.mkdir(mode=0o700)
    except OSError as fault:
        raise BadInputError(f"{target.name} cannot be made: {reason(fault)}.") from None
    try:
        yield folder
    except OSError as fault:
        raise BadInputError(f"{target.name} cannot be written: {reason(fault)}.") from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A folder to fill that becomes `target` when the block ends well, and is gone when it does not. Raises BadInputError.

    The folders above it are made where they are missing, and go with it.
    """
    check_free(target)
    with _folders_above(target), scratch_folder(target) as folder:
        yield folder
        put_in_place(folder, target)


@contextmanager
def _folders_above(target: Path) -> Iterator[None]:
    """Make the folders that `target` is to stand in; those made are gone again where the block fails."""
    missing = [each for each in target.absolute().parents if not each.exists()]
    try:
        target.absolute().parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for each in missing:
            with suppress(OSError):
                each.rmdir()
        raise


def put_in_place(folder: Path, target: Path) -> None:
    """Move a filled folder to its place, which is free or empty."""
    if target.exists():
        target.rmdir()
    os.rename(folder, target)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file by its path inside `folder`; only the owner may read them."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        target.write_bytes(content)
        target.chmod(0o600)
