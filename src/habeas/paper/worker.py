"""The child's side: bind the limits, take the job and the file from standard input, write the answer, end."""

import json
import struct
import sys
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.sandbox import bind
from habeas.paper.files import limits

DAMAGED = "is damaged and cannot be read; ask for it to be sent again."
BOMB = "asks for more memory or time than a paper needs, so reading was stopped."


def main() -> None:
    """Do one job: `read` gives JSON, `images` gives pictures with their lengths, `color` one picture. Any fault is one sentence as JSON."""
    bind(limits.MEMORY, limits.CPU_SECONDS)
    job = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(answer(job, data))
    sys.stdout.buffer.flush()


def answer(job: dict[str, Any], data: bytes) -> bytes:
    """The bytes that go back to the parent."""
    try:
        return {"images": _images, "color": _color}.get(job["do"], _reading)(job, data)
    except BadInputError as fault:
        return _fault(str(fault))
    except (MemoryError, RecursionError):
        return _fault(BOMB)
    except Exception:
        return _fault(DAMAGED)


def _reading(job: dict[str, Any], data: bytes) -> bytes:
    from habeas.paper.assemble import read_bytes  # noqa: PLC0415 - the readers load after the limits are bound
    from habeas.paper.reading import reading_to_wire  # noqa: PLC0415 - as above

    return json.dumps(reading_to_wire(read_bytes(data)), ensure_ascii=False).encode()


def _images(job: dict[str, Any], data: bytes) -> bytes:
    from habeas.paper.files.render import pictures  # noqa: PLC0415 - the readers load after the limits are bound

    drawn = pictures(data, int(job["dpi"]), frozenset(job["without"]))
    return b"".join(struct.pack(">I", len(each)) + each for each in drawn)


def _color(job: dict[str, Any], data: bytes) -> bytes:
    from habeas.paper.files.render import in_color  # noqa: PLC0415 - the readers load after the limits are bound

    return in_color(data, int(job["most"]))


def _fault(sentence: str) -> bytes:
    return json.dumps({"error": sentence}).encode()
