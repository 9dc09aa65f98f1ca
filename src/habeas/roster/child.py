"""A stranger's export is read in a limited child process: memory, time and files are bounded, and a crash there is one sentence here.

The file goes in on standard input; what comes back is JSON of the roster's own records, each time with its offset,
checked while it is read back.
"""

import hashlib
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from habeas.common.errors import BadInputError
from habeas.common.sandbox import Child, bind, in_words, run_child
from habeas.roster.build import build
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile, load_profile, read_profile
from habeas.roster.read import read_table
from habeas.roster.records import Roster

MEMORY = 3 * 2**30
"""Bytes of address space of the child: an export of a million rows fits."""
CPU_SECONDS = 240
WALL_SECONDS = 300.0
_CHILD = Child("habeas.roster.child", "serve", "an export")
_SAID = b"\x00said\x00"
"""Before a sentence instead of a roster: no JSON begins so."""


def read_apart(
    content: bytes,
    name: str,
    profile: str,
    *,
    time_zone: str | None,
    export_day: date | None = None,
    wall_seconds: float = WALL_SECONDS,
    text: str = "",
) -> Roster:
    """Read an export's bytes through a shipped profile in the child. `time_zone` is the place's, `export_day` the day the export speaks of.

    `text` is a county's own profile as TOML: it counts, and `profile` is what it is called.

    A file that holds nobody is a roster of nobody. Raises BadInputError in one sentence: unreadable, too large, or asking for
    more memory or time than an export needs.
    """
    called = Path(name).name[:120] or "The export"
    _profile(profile, text)
    if len(content) > ReadLimits().max_bytes:
        raise BadInputError(f"{called} is larger than {ReadLimits().max_bytes // 2**20} MB; split it.")
    question = {"called": called, "profile": profile, "text": text, "zone": time_zone or ""}
    question["day"] = export_day.isoformat() if export_day else ""
    answer = run_child(_CHILD, packed(question, content), called, wall_seconds)
    if answer.startswith(_SAID):
        raise BadInputError(answer.removeprefix(_SAID).decode())
    return msgspec.json.decode(answer, type=Roster)


def packed(question: Mapping[str, Any], content: bytes) -> bytes:
    """A question and a file as one stream: the question's length, the question as JSON, the file."""
    asked = msgspec.json.encode(question)
    return len(asked).to_bytes(8, "big") + asked + content


def unpacked(stream: bytes) -> tuple[dict[str, Any], bytes]:
    """The question and the file of a stream."""
    end = 8 + int.from_bytes(stream[:8], "big")
    return msgspec.json.decode(stream[8:end], type=dict[str, Any]), stream[end:]


def _profile(name: str, text: str) -> Profile:
    return read_profile(text, f"{name}.toml") if text else load_profile(name)


def serve() -> None:
    """The child's side: bind the limits, read question and file from standard input, write the roster, end. It writes no file."""
    bind(MEMORY, CPU_SECONDS)
    asked, content = unpacked(sys.stdin.buffer.read())
    day = date.fromisoformat(asked["day"]) if asked["day"] else None
    layout = _profile(asked["profile"], asked["text"]).in_zone(asked["zone"])
    sys.stdout.buffer.write(_answer(content, asked["called"], layout, day))
    sys.stdout.buffer.flush()


def _answer(content: bytes, called: str, layout: Profile, export_day: date | None) -> bytes:
    def read() -> bytes:
        table = read_table(content, layout, ReadLimits(), called)
        return msgspec.json.encode(build([table], layout, hashlib.sha256(content).hexdigest(), export_day))

    return in_words(read, lambda said: _SAID + said.encode(), called, _CHILD.noun)
