"""`habeas collect` and `habeas report sign`: what an office hands in, and a state's view of all its offices."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.open_desk import DEFAULT_DATA, DataOption, open_desk
from habeas.cli.options import out, working
from habeas.common.jsonfiles import read_text
from habeas.common.whole_folder import check_free, whole_folder, write_files
from habeas.statistics.collect.expected import read_expected
from habeas.statistics.collect.signing import sign_return
from habeas.statistics.collect.state import collect as collected
from habeas.statistics.collect.state import state_files


def collect(
    returns: Annotated[
        Path, typer.Argument(metavar="RETURNS", help="The folder that holds the returns, a folder each.")
    ],
    expect: Annotated[Path, typer.Option("--expect", help="The offices that are to report (CSV: agency, key, due).")],
    target: Annotated[Path, typer.Option("--out", help="The folder of the state's view; new or empty.")],
) -> None:
    """Check the signed returns of many offices and put them together; what is missing, late, double or tampered with is named."""
    check_free(target)
    wanted = read_expected(read_text(expect), expect.name)
    view = working("Checking returns", lambda: collected(returns, wanted))
    with whole_folder(target) as folder:
        write_files(folder, state_files(view, wanted))
    out("\n".join(view.sentences()))
    raise typer.Exit(1 if view.needs_person else 0)


def report_sign(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a report.")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Sign a report as a return, with the key that signs the heads of this office's record; print the public key to file."""
    open_desk(data)
    from habeas.desk.services.record.audit_log import signing_key, site  # noqa: PLC0415 - only after `open_desk`

    key, at = signing_key(site()), datetime.now(UTC)  # clock: the shell's edge
    sign_return(folder, key, at.date())
    out(f"Signed: {folder}\nPublic key: {key.verifier.text}")
