"""`habeas roster`: who is in custody: read, check, convert, draft a profile."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.options import JsonFlag, ProfileName, SheetName, day, out, tame, working
from habeas.common.canonical import readable_json
from habeas.common.outfiles import check_new, whole_file
from habeas.offenses.reading import read_statute
from habeas.places.table import place_of
from habeas.roster.bands import counted_account
from habeas.roster.check import account, check, disagrees, needs_person, report
from habeas.roster.convert import to_jsonl
from habeas.roster.distinct import ruled, values_of
from habeas.roster.draft import draft_profile
from habeas.roster.profile import Profile, load_profile, profile_text, shipped_profiles
from habeas.roster.read import read_roster

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
    by_value: Annotated[bool, typer.Option("--by-value", help="One line a distinct value, with its count.")] = False,
) -> None:
    """Say what was read and what was not, and why, row by row."""
    when = day(as_of, "--as-of")
    drawn = when or date.today()  # noqa: DTZ011 - clock: the shell's edge hands today's date in
    layout = _layout(profile, jurisdiction)
    tally, roster = working(
        "Reading the roster", lambda: counted_account(file, layout, sheet=sheet, export_day=drawn, as_of=when)
    )
    found = account(tally, roster, lambda text: bool(read_statute(text, place=jurisdiction).sections))
    out(readable_json(found) if as_json else report(found, by_value=by_value))
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
    found = check(roster, None)
    if disagrees(found):
        sys.stderr.write(tame(report(found)) + "Nothing was written: the file and what was read do not agree.\n")
        raise typer.Exit(1)
    with whole_file(target) as part, part.open("w", encoding="utf-8") as lines:
        lines.writelines(to_jsonl(roster))
    sys.stderr.write(tame(report(found)))
    raise typer.Exit(1 if needs_person(found) else 0)


@roster_app.command("profile")
def roster_profile(
    file: Annotated[Path, typer.Argument(help="An export nobody has described yet.")],
    sheet: SheetName = None,
    values: Annotated[
        str | None, typer.Option("--values", help="List the distinct values of this column, with their counts.")
    ] = None,
    lines: Annotated[bool, typer.Option("--lines", help="Show the first lines under a ruler.")] = False,
    profile: Annotated[
        str | None, typer.Option("--profile", help="With --values: read the file through this profile.")
    ] = None,
) -> None:
    """Draft a profile: what each column seems to be, why, and what could not be told."""
    if lines:
        out(ruled(file))
    elif values is not None:
        layout = load_profile(profile) if profile else None
        counts = working("Looking at the export", lambda: values_of(file, values, layout, sheet=sheet))
        out("\n".join(f"{count:>9,}  {value or '(empty)'}" for value, count in counts))
    else:
        _draft(file, sheet)


def _draft(file: Path, sheet: str | None) -> None:
    """Print a draft, and on standard error what a person must look at."""
    drawn = date.today()  # noqa: DTZ011 - clock: the shell's edge hands today's date in
    draft = working("Looking at the export", lambda: draft_profile(file, sheet=sheet, judge=_is_statute, today=drawn))
    out(draft.toml)
    sys.stderr.write("".join(f"{tame(note)}\n" for note in draft.notes))
    raise typer.Exit(1)


def _is_statute(text: str) -> bool:
    return bool(read_statute(text).sections)


profiles_app = typer.Typer(invoke_without_command=True, help="List the profiles that come with Habeas, or show one.")
roster_app.add_typer(profiles_app, name="profiles")


@profiles_app.callback()
def roster_profiles(context: typer.Context) -> None:
    """List the profiles that come with Habeas."""
    if context.invoked_subcommand is None:
        for name in shipped_profiles():
            out(f"{name}: {load_profile(name).title}")


@profiles_app.command("show")
def roster_profiles_show(name: Annotated[str, typer.Argument(help="A profile that comes with Habeas.")]) -> None:
    """Print a profile that comes with Habeas, to begin one's own from."""
    out(profile_text(name))
