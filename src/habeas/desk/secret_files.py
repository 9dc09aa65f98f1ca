"""Secrets that live in files only the owner reads: never in the database, the repository or the environment of a child."""

import os
import secrets
from pathlib import Path


def secret_key(data: Path) -> str:
    """The key that signs sessions and forms, made at the first start and kept in `data/secret.key` (mode 0600)."""
    path = data / "secret.key"
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii").strip()


def write_secret(path: Path, text: str) -> None:
    """Write a secret once; a file that is there already is left as it is, so two processes that start at once agree."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.touch(mode=0o600)
    part.write_text(text, encoding="ascii")
    try:
        os.link(part, path)
    except FileExistsError:
        pass  # another process was first; its secret counts
    finally:
        part.unlink()
