"""`habeas release` and `habeas clock`: when somebody must be out, and until when a hold, a notice or a reply runs."""

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.options import JsonFlag, ProfileName, SheetName, needed_day, out, working
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import load_json
from habeas.custody_time.answer import answer_text
from habeas.custody_time.case import read_cases
from habeas.custody_time.clock_case import clock_text, read_clocks
from habeas.custody_time.compare import compare, compare_text
from habeas.custody_time.states import unread, work_out
from habeas.places.table import place_of
from habeas.roster.profile import load_profile
from habeas.roster.read import read_roster


def release(
    cases: Annotated[Path | None, typer.Argument(help="Release cases: one object or a list (JSON).")] = None,
    roster: Annotated[
        Path | None, typer.Option("--roster", help="A roster: compare its release dates with the sum.")
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="With --roster: the day to compare on.")] = None,
    jurisdiction: Annotated[
        str | None, typer.Option("--jurisdiction", help="With --roster: the place whose law of credits counts.")
    ] = None,
    profile: ProfileName = "plain",
    sheet: SheetName = None,
    as_json: JsonFlag = False,
) -> None:
    """Work out actual days, credits and the release date, step by step; or compare a roster's dates with the sum."""
    if (cases is None) == (roster is None):
        raise BadInputError("Give either a file of release cases or --roster with --as-of, not both and not neither.")
    if cases is not None:
        _cases(cases, as_json)
    if roster is not None:
        _roster(roster, as_of, jurisdiction, profile, sheet, as_json)


def _cases(path: Path, as_json: bool) -> None:
    read = read_cases(load_json(path), path.name)
    answers = working("Working out release dates", lambda: [work_out(case) for case in read])
    rows = [answer.as_data() for answer in answers]
    out(readable_json(rows) if as_json else "\n\n".join(answer_text(answer) for answer in answers))
    said = any(answer.needs_person for answer in answers) or any(True for case in read for _ in unread(case))
    raise typer.Exit(1 if said else 0)


def _roster(
    path: Path, as_of: str | None, jurisdiction: str | None, profile: str, sheet: str | None, as_json: bool
) -> None:
    if as_of is None:
        raise BadInputError("--roster needs --as-of; write a date like 2025-07-17.")
    if jurisdiction is None:
        raise BadInputError("--roster needs --jurisdiction: each state's law of credits is its own; write us-ca-kern.")
    layout = load_profile(profile).in_zone(place_of(jurisdiction).zone)
    day = needed_day(as_of, "--as-of")
    made = working(
        "Comparing release dates",
        lambda: compare(read_roster(path, layout, sheet=sheet, export_day=day), day, jurisdiction),
    )
    out(readable_json(made.as_data()) if as_json else compare_text(made))
    raise typer.Exit(1 if made.needs_person else 0)


def clock(
    cases: Annotated[Path, typer.Argument(help="Clock cases: one object or a list (JSON).")],
    as_json: JsonFlag = False,
) -> None:
    """Say until when a hold, a notice or a reply runs, with the hours skipped and why."""
    answers = read_clocks(load_json(cases), cases.name)
    rows = [answer.as_data() for answer in answers]
    out(readable_json(rows) if as_json else "\n\n".join(clock_text(answer) for answer in answers))
    raise typer.Exit(1 if any(answer.questions for answer in answers) else 0)
