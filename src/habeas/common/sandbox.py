"""A stranger's file is only ever opened in a limited child process: memory, time and files are bounded, our environment stays here.

The file goes in on standard input; bytes come back. The child is a session of its own and is stopped with all that it started.
"""

import contextlib
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import habeas
from habeas.common.errors import BadInputError

_Answer = TypeVar("_Answer")
_PASSED_ON = ("PATH", "SYSTEMROOT")


@dataclass(frozen=True, slots=True)
class Child:
    """One kind of child: the `module` and function that serve it, what its input is called, and what it may know of our environment."""

    module: str
    function: str
    noun: str
    """What the input is, with its article: `a paper`, `an export`."""
    passed_on: Sequence[str] = _PASSED_ON
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def start(self) -> str:
        """What the child's interpreter runs; -I hides our paths, so the first argument gives the one to import from."""
        return (
            f"import sys; sys.path.insert(0, sys.argv[1]); from {self.module} import {self.function}; {self.function}()"
        )


def run_child(child: Child, content: bytes, called: str, wall_seconds: float, arguments: Sequence[str] = ()) -> bytes:
    """Give `content` to the child and return its answer. `called` is what the input is called in a sentence about it.

    Raises BadInputError in one sentence where the child is too slow, dies, or answers nothing.
    """
    root = str(Path(habeas.__file__).resolve().parents[1])
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-I", "-B", "-c", child.start, root, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(child),
        start_new_session=True,
    )
    try:
        answer, _ = process.communicate(content, timeout=wall_seconds)
    except subprocess.TimeoutExpired:
        _stop(process)
        raise BadInputError(
            f"{called} took longer than {wall_seconds:g} seconds to read, so reading was stopped."
        ) from None
    if process.returncode != 0 or not answer:
        raise BadInputError(f"{called} asks for more memory or time than {child.noun} needs, so reading was stopped.")
    return answer


def bind(memory: int, cpu_seconds: int) -> None:
    """Bind the running process: `memory` bytes, `cpu_seconds` of processor, no files written, no core, few files open.

    Raises OSError where the system refuses.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def in_words(read: Callable[[], _Answer], say: Callable[[str], _Answer], called: str, noun: str) -> _Answer:
    """The child's side: what `read` answers, or `say` of the one sentence why it cannot; no file of a stranger ends in a trace."""
    try:
        return read()
    except BadInputError as fault:
        return say(str(fault))
    except (MemoryError, RecursionError):
        return say(f"{called} asks for more memory than {noun} needs, so reading was stopped.")
    except Exception:  # readers of damaged files raise their own kinds
        return say(f"{called} is damaged and cannot be read; export it again.")


def _environment(child: Child) -> dict[str, str]:
    kept = {key: os.environ[key] for key in child.passed_on if key in os.environ}
    return kept | {"LANG": "C.UTF-8"} | dict(child.environment)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the child and what it started: they are a session of their own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
