"""Secrets that live in files only the owner reads: never in the database, the repository or the environment of a child."""

import os
import secrets
from pathlib import Path


def secret_key(data: Path, *, keep: bool = True) -> str:
    """The key that signs sessions and forms, made at the first start and kept in `data/secret.key` (mode 0600).

    Where `keep` is false no file is made: one that is missing is replaced for this run alone.
    """
    path = data / "secret.key"
    if not keep and not path.exists():
        return secrets.token_urlsafe(50)
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii").strip()


def write_secret(path: Path, text: str) -> None:
    """Write a secret once; a file that is there already is left as it is, so two processes that start at once agree.

    It is on the disk before it has its name, and its name before anything rests on it: a power cut leaves no empty secret.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.touch(mode=0o600)
    part.write_text(text, encoding="ascii")
    _sync(part)
    try:
        os.link(part, path)
    except FileExistsError:
        pass  # another process was first; its secret counts
    finally:
        part.unlink()
    _sync(path.parent)


def _sync(path: Path) -> None:
    """Put a file's content, or a folder's names, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
