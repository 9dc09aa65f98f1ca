"""What every command of the shell shares: options, dates, output, and the sign that work goes on."""

import re
import sys
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import typer

from habeas.common.errors import BadInputError

JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
ProfileName = Annotated[str, typer.Option("--profile", help="A shipped profile's name, or a profile file (TOML).")]
SheetName = Annotated[str | None, typer.Option("--sheet", help="The sheet of a workbook; the first where left out.")]


_STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that steer a terminal, turn the order of what is read, or are half of one and cannot be written at all."""


def out(text: str, *, at_once: bool = False) -> None:
    """Write to standard output; what would steer a terminal is written as JSON writes it. `at_once`: an OSError is raised here."""
    shown = tame(text)
    sys.stdout.write(shown if shown.endswith("\n") else f"{shown}\n")
    if at_once:
        sys.stdout.flush()


def say(text: str) -> None:
    """Write one sentence to standard error, on one line whatever names stand in it."""
    sys.stderr.write(f"{tame(' '.join(text.splitlines()))}\n")


def tame(text: str) -> str:
    """`text` with every character that steers a terminal written as its number, `\\u001b`: valid within JSON too."""
    return _STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def day(text: str | None, name: str) -> date | None:
    """Read a date option; BadInputError where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInputError(f'{name} is "{text[:30]}", which is no date like 2025-07-17.') from None


def needed_day(text: str, name: str) -> date:
    """Read a date option that must be given."""
    found = day(text, name)
    if found is None:
        raise BadInputError(f"{name} is missing; write a date like 2025-07-17.")
    return found


def working(what: str, work: Callable[[], Any]) -> Any:
    """Do `work`, showing on a terminal that it goes on; nothing is shown in a pipe."""
    if not sys.stderr.isatty():
        return work()
    from rich.console import Console  # noqa: PLC0415 - slow to load, and most runs have no terminal
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - the same

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        progress.add_task(what, total=None)
        return work()
