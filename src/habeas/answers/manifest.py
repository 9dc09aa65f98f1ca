"""The manifest: the SHA-256 of every file, of what came in, of the law; no clock time and no machine's path."""

import hashlib
from collections.abc import Mapping
from typing import Any

from habeas import __version__
from habeas.common.canonical import readable_json

SUMS = "SHA256SUMS"
"""The same hashes as `sha256sum -c` reads them."""


def digest(data: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def sums(files: Mapping[str, bytes]) -> bytes:
    """The file that `sha256sum -c SHA256SUMS` checks, run inside the package."""
    return "".join(f"{digest(data)}  {path}\n" for path, data in sorted(files.items())).encode()


def manifest(files: Mapping[str, bytes], inputs: Mapping[str, str | None], law: Mapping[str, str], as_of: str) -> bytes:
    """Write the manifest over `files` (path inside the package to content)."""
    data: dict[str, Any] = {
        "program": {"name": "habeas", "version": __version__},
        "as_of": as_of,
        "inputs": {name: value for name, value in inputs.items() if value is not None},
        "law": dict(law),
        "files": {path: digest(content) for path, content in sorted(files.items())},
    }
    return readable_json(data).encode()
