"""Which file holds which command. A file is imported when its command is asked for, so a command pays only for its own rooms."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS = {
    "demo": "demo:demo",
    "serve": "serve:serve",
    "serve-public": "serve:serve_public",
    "answer": "answer:answer",
    "decide": "decide:decide",
    "roster": "roster:roster_app",
    "release": "release:release",
    "clock": "release:clock",
    "offense": "offense:offense",
    "read": "read:read",
    "match": "match:match",
    "law": "law:law_app",
    "audit": "audit:audit_app",
    "report": "report:report_app",
    "collect": "collect:collect",
    "desk": "desk:desk_app",
    "host": "host:host_app",
    "backup": "upkeep:backup",
    "restore": "upkeep:restore",
    "doctor": "upkeep:doctor",
    "outage-kit": "upkeep:outage_kit",
    "bench": "bench:bench_app",
}
"""Command -> file of this folder and the name in it: a function is one command, a `Typer` a group of them."""

STYLE: dict[str, Any] = {"add_completion": False, "pretty_exceptions_enable": False, "rich_markup_mode": "markdown"}
"""How every command shows itself."""


class LazyCommands(Mapping[str, Any]):
    """The commands of COMMANDS by name, as the shell runs them; one is imported when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        """The command called `name`; KeyError where there is none."""
        module, _, attribute = COMMANDS[name].partition(":")
        return _as_command(name, getattr(import_module(f"habeas.cli.{module}"), attribute))

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class LazyGroup(TyperGroup):
    """The group of all commands, none of which is imported before it is asked for."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = LazyCommands()  # type: ignore[assignment]

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table, without importing what they name."""
        return list(self.commands)


def _as_command(name: str, found: Any) -> Any:
    """A function or a `Typer` as the command that a group of this style makes of it."""
    holder = typer.Typer(**STYLE)
    holder.callback()(lambda: None)
    if isinstance(found, typer.Typer):
        holder.add_typer(found, name=name)
    else:
        holder.command(name)(found)
    return get_command(holder).commands[name]  # type: ignore[attr-defined]
