"""`habeas collect` and `habeas report sign`: what an office hands in, and a state's view of all its offices."""

import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.open_desk import DEFAULT_DATA, DataOption, open_desk
from habeas.cli.options import out, working
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.outfiles import write_whole
from habeas.common.whole_folder import check_free, whole_folder, write_files
from habeas.statistics.attack.claims import Claim
from habeas.statistics.attack.reading import register_claims
from habeas.statistics.collect.expected import read_expected
from habeas.statistics.collect.figures import state_order, state_release_files
from habeas.statistics.collect.signing import sign_return
from habeas.statistics.collect.state import StateView, state_files
from habeas.statistics.collect.state import collect as collected
from habeas.statistics.disclosure.state import StateOrder
from habeas.statistics.publishing import AuditedState, FallenError, audited_state_release

SHORTEST = 32
"""Characters of a secret."""


def collect(
    returns: Annotated[
        Path, typer.Argument(metavar="RETURNS", help="The folder that holds the returns, a folder each.")
    ],
    expect: Annotated[Path, typer.Option("--expect", help="The offices that are to report (CSV: agency, key, due).")],
    target: Annotated[Path, typer.Option("--out", help="The folder of the state's view; new or empty.")],
    figures: Annotated[
        str,
        typer.Option("--figures", help="Public figures of a split line, like oversight-quarterly:requests-by-outcome."),
    ] = "",
    secret: Annotated[
        Path | None,
        typer.Option("--secret", help="The file of the secret that rounds them; made where it is not there."),
    ] = None,
    registers: Annotated[list[Path] | None, typer.Option("--register", help="What others have printed (CSV).")] = None,
) -> None:
    """Check the signed returns of many offices and put them together; what is missing, late, double or tampered with is named."""
    check_free(target)
    wanted = read_expected(read_text(expect), expect.name)
    others = [claim for path in registers or [] for claim in register_claims(read_text(path), path.name)]
    view = working("Checking returns", lambda: collected(returns, wanted))
    order = _figures(view, figures, secret) if figures else None
    made, said = (None, "") if order is None else working("Rounding and attacking", lambda: _attacked(order, others))
    files = state_files(view, wanted) | ({} if made is None else _in_folder(made.text))
    with whole_folder(target) as folder:
        write_files(folder, files)
    out("\n".join([*view.sentences(), *filter(None, [said])]))
    raise typer.Exit(1 if view.needs_person or (order and not made) else 0)


def _figures(view: StateView, wanted: str, secret: Path | None) -> StateOrder:
    """What public figures are made of. Raises BadInputError for a line that is none, or without the file of the secret."""
    report, _, item = wanted.partition(":")
    if not report or not item:
        raise BadInputError(
            f'"{wanted[:60]}" is no line of a report; write it like oversight-quarterly:requests-by-outcome.'
        )
    if secret is None:
        raise BadInputError("Public figures need --secret, a file that only the bureau can read.")
    on = datetime.now(UTC).date()  # clock: the shell's edge
    return state_order(view.counted, report, item, on, _secret(secret))


def _secret(path: Path) -> bytes:
    """What decides which way a count is rounded: made once, readable by its owner alone."""
    if not path.exists():
        write_whole(path, secrets.token_hex(32))
    text = read_text(path).strip()
    if len(text) < SHORTEST:
        raise BadInputError(f"{path.name} holds no secret of {SHORTEST} characters or more.")
    return text.encode()


def _attacked(order: StateOrder, others: list[Claim]) -> tuple[AuditedState | None, str]:
    """The figures with what the attack found; none where they would give a count away."""
    try:
        made = audited_state_release(order, others)
    except FallenError as fault:
        return None, str(fault)
    return made, "Figures: " + " ".join(made.audit.sentences())


def _in_folder(text: str) -> dict[str, bytes]:
    """The release's files in a folder of their own."""
    return {f"figures/{name}": content for name, content in state_release_files(text).items()}


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
