"""`habeas backup`, `restore`, `doctor`, `outage-kit`: what keeps a desk safe."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.open_desk import DEFAULT_DATA, DataOption, open_desk
from habeas.cli.options import JsonFlag, out, working
from habeas.common.canonical import readable_json
from habeas.desk.services.upkeep.backup_signature import line_of
from habeas.desk.services.upkeep.restore import Restored, Trust
from habeas.desk.services.upkeep.restore import restore as put_back


def backup(
    target: Annotated[Path, typer.Option("--out", help="The new file; one that is there is never replaced.")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Copy the whole desk into one file while clerks work: database, keys, manifest. Exit status 1 where restore would refuse it."""
    open_desk(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.services.upkeep.backup import back_up  # noqa: PLC0415

    made = working("Copying", lambda: back_up(target, by_system(datetime.now(UTC))))  # clock: the shell's edge
    out(f"{made.events:,} events and all that belongs to them: {target}\nSHA-256 {made.sha256}")
    out(
        f"Signed by {made.key.text}\nKeep this line away from the backups: `habeas restore --key` holds them against it."
    )
    if made.findings:
        out(
            f"The desk that was copied does not hold; `habeas restore` puts this back only with --despite-findings. "
            f"{len(made.findings):,} findings:"
        )
        out("\n".join(made.findings))
    raise typer.Exit(1 if made.findings else 0)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `habeas backup` made.")],
    data: Annotated[Path, typer.Option("--data", help="A new or empty folder.")],
    key: Annotated[
        str, typer.Option("--key", help="The public line that `habeas backup` printed, or a file with it.")
    ] = "",
    unsigned: Annotated[bool, typer.Option("--unsigned", help="Believe an older backup that nobody signed.")] = False,
    despite: Annotated[
        bool,
        typer.Option(
            "--despite-findings", help="Put it back though its record or tables do not hold; the record tells of it."
        ),
    ] = False,
) -> None:
    """Verify a backup (signature, hashes, database, the whole record, its guards) and put it into a new folder, ready to be served."""
    url = os.environ.get("DATABASE_URL", "")
    at = datetime.now(UTC)  # clock: the shell's edge
    made = working(
        "Verifying and restoring", lambda: put_back(file, data, at, url, Trust(line_of(key), unsigned, despite))
    )
    out("\n".join([f"Made by {made.manifest['program']} at {made.manifest['made_at']}.", *made.sentences]))
    out(_signed_by(made))
    if made.findings:
        out(
            "\n".join([f"Put back despite {len(made.findings):,} findings, which the record tells of:", *made.findings])
        )
    out(f"Restored: {data}. Look at it with `habeas doctor --data {data}`, then serve it.")
    raise typer.Exit(1 if made.findings else 0)


def _signed_by(made: Restored) -> str:
    """Who signed a restored backup, and what that proves."""
    if made.signer is None:
        return "It is not signed: nothing but your word says that it is the backup you made."
    if made.signer.known:
        return "It is signed by the key you gave."
    return f"Signed by {made.signer.line}\nNo --key was given: hold this line against the one you have kept."


def doctor(data: DataOption = DEFAULT_DATA, as_json: JsonFlag = False) -> None:
    """Look at everything that can be wrong with a desk; a sentence for each finding, and exit status 1 where there is any."""
    open_desk(data)
    from habeas.desk.services.upkeep.doctor import examine  # noqa: PLC0415 - models exist only after `configure`

    found = working("Looking", lambda: examine(datetime.now(UTC)))  # clock: the shell's edge
    wrong = [each for each in found if each.wrong]
    if as_json:
        out(readable_json([{"about": each.about, "wrong": each.wrong} for each in found]))
    else:
        out("\n".join(f"{'!' if each.wrong else ' '} {each.about}: {each.wrong or 'in order.'}" for each in found))
    raise typer.Exit(1 if wrong else 0)


def outage_kit(
    target: Annotated[Path, typer.Option("--out", help="A new or empty folder.")],
    each: Annotated[int, typer.Option("--forms", min=1, max=100, help="How many blank forms of each kind.")] = 10,
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Make the kit for the hours without this program: the sheet of what must and must not be done, numbered forms, whom to call."""
    open_desk(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.services.outage.outage import make_kit, write_kit  # noqa: PLC0415

    at = datetime.now(UTC)  # clock: the shell's edge
    kit = working("Drawing the kit", lambda: make_kit(by_system(at), each))
    write_kit(kit, target)
    numbers = [number for rows in kit.numbers.values() for number in rows]
    out(f"{len(kit.files) - 1} PDFs, forms {numbers[0]} to {numbers[-1]}: {target}")
