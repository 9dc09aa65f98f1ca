"""The parent's side: a stranger's file is only ever opened in a limited child process without our environment.

The file goes in on standard input; what comes back is JSON or pictures, never an object. Nothing is written to disk.
"""

import json
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.infiles import read_file
from habeas.common.sandbox import Child, run_child
from habeas.paper.files.limits import MAX_FILE, WALL_SECONDS
from habeas.paper.reading import PaperReading, reading_from_wire

_CHILD = Child(
    "habeas.paper.worker",
    "main",
    "a paper",
    passed_on=("PATH", "TESSDATA_PREFIX", "SYSTEMROOT"),
    environment={"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
)
"""Where programs are is all it knows of us; one thread is enough, since tesseract's threads fight."""


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


def picture_in_color(source: Path | bytes, most: int, *, name: str | None = None) -> bytes:
    """Return a picture (a seal, a letterhead) drawn anew as PNG in the limited child, at most `most` pixels a side.

    Raises BadInputError as `read_paper` does.
    """
    data, called = _bytes_of(source, name)
    answer = _run({"do": "color", "most": max(16, min(int(most), 2000))}, data, called, WALL_SECONDS)
    if answer.startswith(b"{"):
        raise BadInputError(f"{called} {json.loads(answer)['error']}")
    return answer


def _bytes_of(source: Path | bytes, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        data, called = source, name or "The file"
    else:
        called = name or source.name
        data = read_file(source, max_bytes=MAX_FILE, advice="split it or scan it smaller")
    if not data:
        raise BadInputError(f"{called} is empty; ask for it to be sent again.")
    if len(data) > MAX_FILE:
        raise BadInputError(f"{called} is larger than {MAX_FILE // 2**20} MB; split it or scan it smaller.")
    return data, called


def _run(job: dict[str, Any], data: bytes, called: str, wall_seconds: float) -> bytes:
    return run_child(_CHILD, json.dumps(job).encode() + b"\n" + data, called, wall_seconds)


def _unpack(answer: bytes) -> list[bytes]:
    pages, place = [], 0
    while place < len(answer):
        (size,) = struct.unpack_from(">I", answer, place)
        pages.append(answer[place + 4 : place + 4 + size])
        place += 4 + size
    return pages
