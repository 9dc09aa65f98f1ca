"""Of `habeas report`: a release of public figures, and the attack on releases."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.open_desk import DEFAULT_DATA, DataOption, open_desk
from habeas.cli.options import JsonFlag, needed_day, out, working
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.whole_folder import check_free, whole_folder, write_files
from habeas.statistics.attack.audit import audit
from habeas.statistics.attack.reading import register_claims


def report_audit(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR…", help="Folders or files of releases (release.json).")],
    registers: Annotated[
        list[Path] | None,
        typer.Option("--register", help="What others have printed (CSV); may be given more than once."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Attack releases together with all that others printed: what an outsider, an insider or a daily reader can work out exactly."""
    releases = [(path.parent.name or path.name, read_text(path)) for path in map(_release_file, folders)]
    others = [claim for path in registers or [] for claim in register_claims(read_text(path), path.name)]
    found = working("Attacking", lambda: audit(releases, others))
    out(readable_json(found.as_data()) if as_json else "\n".join(found.sentences()))
    raise typer.Exit(0 if found.holds else 1)


def _release_file(path: Path) -> Path:
    if path.is_dir() and not (path / "release.json").is_file():
        raise BadInputError(f"{path.name} holds no release of figures: there is no release.json in it.")
    return path / "release.json" if path.is_dir() else path


def report_public(
    last: Annotated[str, typer.Option("--to", help="The last day to print, like 2026-09-30.")],
    target: Annotated[Path, typer.Option("--out", help="The folder to write the release to.")],
    first: Annotated[
        str | None, typer.Option("--from", help="The first day to print; the first day of the record where left out.")
    ] = None,
    registers: Annotated[list[Path] | None, typer.Option("--register", help="What others have printed (CSV).")] = None,
    correct: Annotated[
        str, typer.Option("--correct", help="The yearly correction of a year that is over, like 2025.")
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why the year is corrected.")] = "",
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Freeze and write a release of public figures, if no attack takes a count from it; else nothing is written."""
    if bool(correct) != bool(reason.strip()):
        raise BadInputError("A correction needs both --correct with the year and --reason.")
    start, end = None if first is None else needed_day(first, "--from"), needed_day(last, "--to")
    check_free(target)
    others = [claim for path in registers or [] for claim in register_claims(read_text(path), path.name)]
    open_desk(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `open_desk`
    from habeas.desk.services.publication.figures import YearCorrection, files_of, publish  # noqa: PLC0415
    from habeas.desk.services.record.printed import known  # noqa: PLC0415

    register = working("Reading the register", known)
    others += register.claims
    at = datetime.now(UTC)  # clock: the shell's edge
    again = YearCorrection(correct, reason.strip()) if correct else None
    made = working("Rounding and attacking", lambda: publish(start, end, others, by_system(at), again))
    with whole_folder(target) as folder:
        write_files(folder, files_of(made.release))
    left = [f"Printed, no longer true of the record, and so left out of the test: {each}" for each in register.stale]
    out("\n".join([*left, *made.audit.sentences(), f"Release {made.release.data['version']} written: {target}"]))
