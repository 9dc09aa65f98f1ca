"""The program `habeas`. Errors are one sentence on standard error, never a traceback.

Exit status: 0 done, 1 done and something needs a person, 2 bad input and nothing written, 3 an error inside Habeas.
"""

import gc
import sys
from typing import Annotated

import typer

from habeas import __version__
from habeas.cli.lazy import STYLE, LazyGroup
from habeas.cli.options import out
from habeas.common.errors import HabeasError

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
        app()
    except HabeasError as fault:
        sys.stderr.write(f"{fault}\n")
        sys.exit(fault.exit_status)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; nothing half-written is left.\n")
        sys.exit(3)
    except Exception as fault:
        sys.stderr.write(
            f"Something went wrong inside Habeas ({type(fault).__name__}); please tell the people who keep it.\n"
        )
        sys.exit(3)
