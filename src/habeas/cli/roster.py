"""`habeas roster`: who is in custody: read, check, convert, draft a profile."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.options import JsonFlag, ProfileName, SheetName, day, out, tame, working
from habeas.common.canonical import readable_json
from habeas.common.outfiles import check_new, whole_file
from habeas.places.table import place_of
from habeas.roster.check import check as check_roster
from habeas.roster.check import needs_person, report
from habeas.roster.convert import to_jsonl
from habeas.roster.draft import draft_profile
from habeas.roster.profile import Profile, load_profile, shipped_profiles
from habeas.roster.read import read_account, read_roster

roster_app = typer.Typer(no_args_is_help=True, help="Who is in custody: read, check, convert, draft a profile.")

RosterPlace = Annotated[
    str | None,
    typer.Option(
        "--jurisdiction",
        help="The county, such as us-ca-kern: a time without an offset is local to it; else it stays as written.",
    ),
]


def _layout(profile: str, jurisdiction: str | None) -> Profile:
    """The profile as it reads in the county, where one was named. Raises BadInputError for a place that is none."""
    return load_profile(profile).in_zone(place_of(jurisdiction).zone if jurisdiction else None)


@roster_app.command("check")
def roster_check(
    file: Annotated[
        Path, typer.Argument(help="The export: CSV, XLSX, JSON, XML (or a folder of XML), or a banded report.")
    ],
    profile: ProfileName = "plain",
    sheet: SheetName = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="Count people in custody on this day.")] = None,
    jurisdiction: RosterPlace = None,
    as_json: JsonFlag = False,
) -> None:
    """Say what was read and what was not, and why, row by row."""
    when = day(as_of, "--as-of")
    drawn = when or date.today()  # noqa: DTZ011 - clock: the shell's edge hands today's date in
    layout = _layout(profile, jurisdiction)
    roster = working("Reading the roster", lambda: read_account(file, layout, sheet=sheet, export_day=drawn))
    found = check_roster(roster, when)
    out(readable_json(found) if as_json else report(found))
    raise typer.Exit(1 if needs_person(found) else 0)


@roster_app.command("convert")
def roster_convert(
    file: Annotated[Path, typer.Argument(help="The export.")],
    target: Annotated[Path, typer.Option("--out", help="The JSON lines to write; the file must not exist.")],
    profile: ProfileName = "plain",
    sheet: SheetName = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The day the export speaks of; today where left out.")
    ] = None,
    jurisdiction: RosterPlace = None,
) -> None:
    """Write the canonical records, one person a line, each coded value beside its raw text."""
    check_new(target)
    drawn = day(as_of, "--as-of") or date.today()  # noqa: DTZ011 - clock: the shell's edge hands today's date in
    layout = _layout(profile, jurisdiction)
    roster = working("Reading the roster", lambda: read_roster(file, layout, sheet=sheet, export_day=drawn))
    with whole_file(target) as part, part.open("w", encoding="utf-8") as lines:
        lines.writelines(to_jsonl(roster))
    found = check_roster(roster, None)
    sys.stderr.write(tame(report(found)))
    raise typer.Exit(1 if needs_person(found) else 0)


@roster_app.command("profile")
def roster_profile(
    file: Annotated[Path, typer.Argument(help="An export nobody has described yet.")],
    sheet: SheetName = None,
) -> None:
    """Draft a profile: what each column seems to be, why, and what could not be told."""
    draft = working("Looking at the export", lambda: draft_profile(file, sheet=sheet))
    out(draft.toml)
    sys.stderr.write("".join(f"{tame(note)}\n" for note in draft.notes))
    raise typer.Exit(1)


@roster_app.command("profiles")
def roster_profiles() -> None:
    """List the profiles that come with Habeas."""
    for name in shipped_profiles():
        out(f"{name}: {load_profile(name).title}")
