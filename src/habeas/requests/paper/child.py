"""The parent's side: a stranger's file is only ever opened in a limited child process without our environment.

The file goes in on standard input; what comes back is JSON or pictures, never an object. Nothing is written to disk.
"""

import contextlib
import json
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import habeas
from habeas.plain.errors import BadInputError
from habeas.requests.paper.limits import MAX_FILE, WALL_SECONDS
from habeas.requests.paper.reading import PaperReading, reading_from_wire

_START = "import sys; sys.path.insert(0, sys.argv[1]); from habeas.requests.paper.worker import main; main()"  # -I hides paths
_PASSED_ON = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")


def read_paper(source: Path | bytes, *, name: str | None = None, wall_seconds: float = WALL_SECONDS) -> PaperReading:
    """Read a paper: a PDF, or a picture of one. `name` is what the file is called in a sentence about it.

    Raises BadInputError in one sentence where the file cannot be read at all: no paper, locked, damaged, a bomb.
    """
    data, called = _bytes_of(source, name)
    answer = json.loads(_run({"do": "read"}, data, called, wall_seconds))
    if "error" in answer:
        raise BadInputError(f"{called} {answer['error']}")
    return reading_from_wire(answer)


def page_images(
    source: Path | bytes,
    dpi: int = 100,
    *,
    without: Iterable[int] = (),
    name: str | None = None,
    wall_seconds: float = WALL_SECONDS,
) -> list[bytes]:
    """Return a PNG of each page, in order, drawn in the limited child; a page in `without` comes as a white sheet.

    Raises BadInputError as `read_paper` does.
    """
    data, called = _bytes_of(source, name)
    job = {"do": "images", "dpi": max(20, min(int(dpi), 300)), "without": sorted(without)}
    answer = _run(job, data, called, wall_seconds)
    if answer.startswith(b"{"):
        raise BadInputError(f"{called} {json.loads(answer)['error']}")
    return _unpack(answer)


def _bytes_of(source: Path | bytes, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        data, called = source, name or "The file"
    else:
        called = name or source.name
        try:
            too_large = source.stat().st_size > MAX_FILE
            data = b"" if too_large else source.read_bytes()
        except OSError as fault:
            raise BadInputError(f"{called} cannot be read: {(fault.strerror or 'no reason given').lower()}.") from None
        if too_large:
            raise BadInputError(f"{called} is larger than {MAX_FILE // 2**20} MB; split it or scan it smaller.")
    if not data:
        raise BadInputError(f"{called} is empty; ask for it to be sent again.")
    if len(data) > MAX_FILE:
        raise BadInputError(f"{called} is larger than {MAX_FILE // 2**20} MB; split it or scan it smaller.")
    return data, called


def _environment() -> dict[str, str]:
    """What the child may know of ours: where programs are, and that one thread is enough."""
    kept = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
    return kept | {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _run(job: dict[str, Any], data: bytes, called: str, wall_seconds: float) -> bytes:
    root = str(Path(habeas.__file__).resolve().parents[1])
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-I", "-B", "-c", _START, root],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )
    try:
        answer, _ = process.communicate(json.dumps(job).encode() + b"\n" + data, timeout=wall_seconds)
    except subprocess.TimeoutExpired:
        _stop(process)
        raise BadInputError(
            f"{called} took longer than {wall_seconds:g} seconds to read, so reading was stopped."
        ) from None
    if process.returncode != 0 or not answer:
        raise BadInputError(f"{called} asks for more memory or time than a paper needs, so reading was stopped.")
    return answer


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the child and what it started: they are a session of their own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _unpack(answer: bytes) -> list[bytes]:
    pages, place = [], 0
    while place < len(answer):
        (size,) = struct.unpack_from(">I", answer, place)
        pages.append(answer[place + 4 : place + 4 + size])
        place += 4 + size
    return pages
