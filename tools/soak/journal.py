"""What sessions said outside the desk: what they began, and what the desk acknowledged. It outlives whoever wrote it."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BEGUN, DONE, REFUSED, UNREACHED, BROKEN = "begun", "done", "refused", "unreached", "broken"


class Journal:
    """A file that several processes append to; a line is there whole, or not at all, whenever its writer is killed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(self, what: str, token: str, **more: Any) -> None:
        """Append one line in one call."""
        os.write(self._handle, (json.dumps({"what": what, "token": token, "pid": os.getpid(), **more}) + "\n").encode())

    def lines(self) -> Iterator[dict[str, Any]]:
        """Every line so far."""
        with self.path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


@dataclass(slots=True)
class Acknowledged:
    """What must be in the store, made of the lines of a journal."""

    done: dict[str, set[str]] = field(default_factory=dict)
    """The tokens that were acknowledged, by kind of act."""
    begun: dict[str, set[str]] = field(default_factory=dict)
    """Every token that was begun: each is there once or not at all."""
    versions: dict[str, int] = field(default_factory=dict)
    """How far each request was acknowledged to have come."""
    counts: dict[str, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def take(self, line: dict[str, Any]) -> None:
        """Add one line."""
        what, token = line["what"], line["token"]
        self.counts[what] = self.counts.get(what, 0) + 1
        kind = token.partition("-")[0]
        if what == BEGUN:
            self.begun.setdefault(kind, set()).add(token)
        elif what == DONE:
            self.done.setdefault(kind, set()).add(token)
            if "version" in line:
                self.versions[line["number"]] = max(line["version"], self.versions.get(line["number"], 0))
        elif what == BROKEN:
            self.broken.append(line["why"])


def acknowledged(lines: Iterator[dict[str, Any]]) -> Acknowledged:
    """All that a journal says."""
    found = Acknowledged()
    for line in lines:
        found.take(line)
    return found
