"""The program `habeas`. Errors are one sentence on standard error, never a traceback.

Exit status: 0 done, 1 done and something needs a person, 2 bad input and nothing written, 3 an error inside Habeas.
"""

import gc
import io
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from habeas import __version__
from habeas.cli.lazy import STYLE, LazyGroup
from habeas.cli.options import out, say
from habeas.common.errors import HabeasError
from habeas.common.infiles import reason

app = typer.Typer(
    name="habeas",
    cls=LazyGroup,
    no_args_is_help=True,
    **STYLE,
    help="""The request desk of a county jail.

Federal authorities ask a jail about the people it holds. Habeas works out what **must, may and must not** be done, on which
law, until when; it asks for what is missing and writes the answer. It never infers citizenship and never turns *unknown*
into yes or no.

Start with `habeas demo`. Then `habeas roster check FILE` with your own export, and `habeas answer` with a request.

Exit status: 0 done; 1 done, and something needs a person; 2 bad input, nothing written; 3 an error inside Habeas.""",
)


@app.callback(invoke_without_command=True)
def start(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Print the version where asked."""
    if version:
        out(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command line; every error that a person can mend is one sentence."""
    # a run makes millions of small records and hardly a cycle: look for cycles less often
    gc.set_threshold(200_000, 20, 20)
    try:
        _run()
    except HabeasError as fault:
        say(str(fault))
        sys.exit(fault.exit_status)
    except BrokenPipeError:
        _close_quietly()
        sys.exit(0)
    except (OSError, MemoryError) as fault:
        _system_refused(fault)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; nothing half-written is left.\n")
        sys.exit(3)
    except Exception as fault:
        _store_refused(fault)
        sys.stderr.write(
            f"Something went wrong inside Habeas ({type(fault).__name__}); please tell the people who keep it.\n"
        )
        sys.exit(3)


def _run() -> None:
    """The command, and its last words out of the door: a full disk behind standard output is noticed here, not at the end of all."""
    _buffer()
    try:
        app()
    finally:
        sys.stdout.flush()


def _buffer() -> None:
    """With PYTHONUNBUFFERED, a write that the disk took half of goes unseen; a buffer tries the rest, and hears of it."""
    if isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):
        held = io.BufferedWriter(sys.stdout.buffer)
        sys.stdout = io.TextIOWrapper(held, sys.stdout.encoding, sys.stdout.errors, line_buffering=True)


def _system_refused(fault: OSError | MemoryError) -> NoReturn:
    """What the machine cannot give - room, rights, memory, a name so long - is no error inside Habeas: one sentence, exit status 2."""
    if isinstance(fault, MemoryError):
        say("What was given asks for more memory than this machine has; give less, or split it.")
    else:
        about = (
            Path(os.fsdecode(fault.filename)).name if isinstance(fault.filename, str | bytes) else "What was asked for"
        )
        say(f"{about} cannot be read or written: {reason(fault)}.")
    _close_quietly()
    sys.exit(2)


def _store_refused(fault: Exception) -> None:
    """A database that is away, damaged or of another version is no error inside Habeas either: one sentence, exit status 2."""
    if "django.db" not in sys.modules:
        return
    from habeas.desk.store_words import store_words  # noqa: PLC0415 - most commands open no desk and never load Django

    words = store_words(fault)
    if words:
        say(f"It could not be done: {words}.")
        _close_quietly()
        sys.exit(2)


def _close_quietly() -> None:
    """Standard output as it stands: where it takes nothing more, the interpreter is not to complain of it once again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
