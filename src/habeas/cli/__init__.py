"""The shell's face: one thin file a command group, each imported only when its command is asked for (see `lazy`)."""

from habeas.cli.program import main

__all__ = ["main"]
