"""A sample is opened in a limited child process, as every stranger's file: what comes back is JSON, or one sentence."""

import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from habeas.common.errors import BadInputError
from habeas.common.sandbox import Child, bind, in_words, run_child
from habeas.offenses.reading import read_statute
from habeas.roster.child import CPU_SECONDS, MEMORY, packed, unpacked
from habeas.roster.profile import read_profile
from habeas.roster.trial.drafted import drafted
from habeas.roster.trial.look import look_at
from habeas.roster.trial.tried import tried

WALL_SECONDS = 60.0
_CHILD = Child("habeas.desk.services.custody.sample_child", "serve", "a sample")


def look_apart(content: bytes, name: str, **said: str) -> dict[str, Any]:
    """The first lines of a sample; `said` is the shape, separator and sheet a person chose."""
    return _asked(content, name, {"ask": "look", **said})


def draft_apart(content: bytes, name: str, layout: Mapping[str, Any], day: date) -> dict[str, Any]:
    """A drafted profile of a sample, and its cards; `layout` is what a person said of its shape, `day` the export's."""
    return _asked(content, name, {"ask": "draft", "layout": dict(layout), "day": day.isoformat()})


def try_apart(content: bytes, name: str, text: str, *, time_zone: str, day: date) -> dict[str, Any]:
    """What the profile `text` reads of a sample."""
    return _asked(content, name, {"ask": "try", "text": text, "zone": time_zone, "day": day.isoformat()})


def _asked(content: bytes, name: str, question: Mapping[str, Any]) -> dict[str, Any]:
    """The child's answer. Raises BadInputError with its sentence where it has one instead."""
    answer = msgspec.json.decode(
        run_child(_CHILD, packed({**question, "name": name}, content), name, WALL_SECONDS), type=dict[str, Any]
    )
    if "said" in answer:
        raise BadInputError(answer["said"])
    return answer


def serve() -> None:
    """The child's side: bind the limits, read question and file from standard input, write the answer, end. It writes no file."""
    bind(MEMORY, CPU_SECONDS)
    question, content = unpacked(sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(_answer(question, content)))
    sys.stdout.buffer.flush()


def _answer(question: dict[str, Any], content: bytes) -> dict[str, Any]:
    name = question.pop("name")
    asked = _ASKS[question.pop("ask")]
    return in_words(lambda: asked(content, name, question), lambda said: {"said": said}, name, _CHILD.noun)


def _try(content: bytes, name: str, question: dict[str, Any]) -> dict[str, Any]:
    profile = read_profile(question["text"], "the profile").in_zone(question["zone"])
    return tried(content, name, profile, date.fromisoformat(question["day"]))


def _draft(content: bytes, name: str, question: dict[str, Any]) -> dict[str, Any]:
    return drafted(content, name, question["layout"], _is_statute, date.fromisoformat(question["day"]))


def _is_statute(text: str) -> bool:
    return bool(read_statute(text).sections)


_ASKS = {
    "look": lambda content, name, said: look_at(content, name, **said),
    "draft": _draft,
    "try": _try,
}
