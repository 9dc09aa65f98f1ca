"""`habeas law batch`: everybody of a roster, of a state's Parquet, or of a folder of many places and days, decided at once."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas import __version__
from habeas.answers.frames import roster_frames
from habeas.cli.law_asked import acts_of, default_request, held
from habeas.cli.options import ProfileName, day, needed_day, out, working
from habeas.cli.policies import PolicyOption, with_policy_of
from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.common.outfiles import check_replaceable, whole_file
from habeas.law.engine.case_files import local_agency
from habeas.law.engine.columns.folder import FolderRun, batch_folder
from habeas.law.engine.columns.mixed import Wanted
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.columns.stream import batch_parquet, write_parquet
from habeas.law.model.case import Case
from habeas.law.model.definitions import facts_in
from habeas.law.packs import PACKS
from habeas.requests.request import Request, load_request

MOST_NAMED = 20
"""How many kinds of undecided rows are named; the rest are counted."""


def law_batch(  # noqa: PLR0913, PLR0917 - each argument is one option
    roster: Annotated[
        Path,
        typer.Option("--roster", help="A roster export, a Parquet file of people, or with --place-column a folder."),
    ],
    target: Annotated[Path, typer.Option("--out", help="The Parquet file to write; a folder with --place-column.")],
    place: Annotated[
        str | None, typer.Argument(metavar="PLACE", help="The place; left out with --place-column.")
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="The day whose law and custody count.")] = None,
    place_column: Annotated[
        str | None, typer.Option("--place-column", help="The column that says each row's place, like us-ca-kern.")
    ] = None,
    day_column: Annotated[
        str | None, typer.Option("--as-of-column", help="The column that says each row's day, like 2025-07-17.")
    ] = None,
    request: Annotated[
        Path | None, typer.Option("--request", help="The request (JSON); a complete detainer where left out.")
    ] = None,
    charges: Annotated[
        Path | None, typer.Option("--charges", help="A Parquet file of charges, where they stand apart.")
    ] = None,
    profile: ProfileName = "plain",
    policy: PolicyOption = None,
) -> None:
    """Decide everybody of a roster, a state's Parquet, or a folder of many places: outcome, provisions and open facts per act."""
    asked = load_request(request) if request else default_request()
    if place_column is not None:
        _refuse_beside(place, charges, policy)
        _say(_folder(roster, target, asked, place_column, _days(as_of, day_column)), target)
        return
    if day_column is not None:
        raise BadInputError("--as-of-column needs --place-column: name the column that says each row's place.")
    if place is None:
        raise BadInputError("Name the PLACE, or with --place-column the column that says each row's place.")
    where, when = with_policy_of(place, policy), needed_day(as_of or "", "--as-of")
    check_replaceable(target)
    done = _one_place(roster, charges, target, profile, _sample(where, when, asked), asked)
    out(f"{done:,} people decided under {place}, as of {when}. Written: {target}")


def _sample(where: str, when: date, asked: Request) -> Case:
    return Case("sample", where, when, facts_in(where, asked), agency={"local": local_agency(None, where)})


def _one_place(roster: Path, charges: Path | None, target: Path, profile: str, sample: Case, asked: Request) -> int:
    """Decide a file under one place on one day; how many people."""
    if roster.suffix == ".parquet":
        found: int = working("Deciding", lambda: batch_parquet(roster, charges, target, sample, acts_of(asked)))
        return found
    subjects, setting = held(roster, profile, sample.jurisdiction, sample.as_of, asked)
    people, theirs, given = roster_frames(subjects, setting)
    made = working("Deciding", lambda: decide_frame(people, theirs, given, acts_of(asked)))
    with whole_file(target, replace=True) as part:
        write_parquet(made.lazy(), part, target)
    rows: int = made.height
    return rows


def _refuse_beside(place: str | None, charges: Path | None, policy: Path | None) -> None:
    """Raise BadInputError for what cannot be said of many places at once."""
    if place is not None:
        raise BadInputError(f"Give either the place {place} or --place-column, not both.")
    if charges is not None:
        raise BadInputError("--charges is one file; with --place-column charges stand in a list column of each part.")
    if policy is not None:
        raise BadInputError("--policy is one county's; it cannot be in force for a column of places.")


def _days(as_of: str | None, column: str | None) -> tuple[str | None, date | None]:
    if (as_of is None) == (column is None):
        raise BadInputError(
            "Give either --as-of with one day, or --as-of-column with the column that says each row's day."
        )
    return column, day(as_of, "--as-of")


def _folder(source: Path, target: Path, asked: Request, place: str, days: tuple[str | None, date | None]) -> FolderRun:
    if not source.is_dir():
        raise BadInputError(f"{source.name} is no folder; with --place-column give the folder of Parquet parts.")
    acts = tuple(acts_of(asked))
    wanted = Wanted(place, *days, acts, lambda where, when: _sample(where, when, asked))
    settings: dict[str, Any] = {"place": place, "day": days[0] or str(days[1]), "acts": [str(each) for each in acts]}
    settings |= {"request": sha256_of(asked.source), "program": __version__}
    settings |= {"law": sha256_of({name: pack.sha256() for name, pack in PACKS.items()})}
    done: FolderRun = working("Deciding", lambda: batch_folder(source, target, wanted, settings))
    return done


def _say(run: FolderRun, target: Path) -> None:
    """What was done, and each kind of row that was not decided; exit status 1 where there is one."""
    out(
        f"{run.people:,} people decided in {run.made:,} parts; {run.skipped:,} parts were done already. Written: {target}"
    )
    for part, doubt in run.doubts[:MOST_NAMED]:
        rows = f"row {doubt.row:,}" if doubt.rows == 1 else f"row {doubt.row:,} and {doubt.rows - 1:,} more"
        out(f"{part}, {rows}: {doubt.why}. Every outcome there is unknown.")
    if len(run.doubts) > MOST_NAMED:
        out(f"{len(run.doubts) - MOST_NAMED:,} more places or days could not be read; their reason stands in the rows.")
    raise typer.Exit(1 if run.doubts else 0)
