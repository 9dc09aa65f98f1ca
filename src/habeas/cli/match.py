"""`habeas match`: who is meant. See docs/commands.md and docs/matching.md."""

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.options import ProfileName, SheetName, day, out, tame, working
from habeas.common.outfiles import check_new
from habeas.matching import Index, Match, Query
from habeas.matching.files import read_never, read_queries, write_out
from habeas.matching.unread import Unread
from habeas.roster.faults import said_of_whole
from habeas.roster.profile import load_profile
from habeas.roster.read import read_roster
from habeas.roster.records import Roster


def match(
    roster: Annotated[Path, typer.Option("--roster", help="The roster export.")],
    queries: Annotated[Path, typer.Option("--queries", help="Who is asked about (CSV, a row each).")],
    target: Annotated[Path, typer.Option("--out", help="The CSV to write; the file must not exist.")],
    profile: ProfileName = "plain",
    sheet: SheetName = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Who was in custody on this day; without it, who is not released.")
    ] = None,
    never: Annotated[
        Path | None, typer.Option("--never", help='A human\'s "never these two" (CSV or TOML: query_id, person_id).')
    ] = None,
) -> None:
    """Identify the inmate: none, one or ambiguous, each candidate with what agrees and what disagrees, in words."""
    check_new(target)
    when = day(as_of, "--as-of")
    asked = read_queries(queries)
    ruled = read_never(never) if never else {}
    drawn = when or date.today()  # noqa: DTZ011 - clock: the shell's edge hands today's date in
    layout = load_profile(profile)
    held: Roster = working("Reading the roster", lambda: read_roster(roster, layout, sheet=sheet, export_day=drawn))
    index = working("Getting the roster ready", lambda: Index.build(held.people, when))
    unread = Unread(held.refused)
    answers = working(
        "Matching",
        lambda: [
            (each, unread.settle(each, index.match(each, ruled.get(each.query_id, frozenset()))))
            for each in asked.queries
        ],
    )
    write_out(target, answers)
    said = [*asked.said, *_said_of(held)]
    sys.stderr.write("".join(f"{tame(line)}\n" for line in said))
    out(_summary(answers, len(index)))
    ambiguous = any(found.verdict.value == "ambiguous" for _, found in answers)
    raise typer.Exit(1 if said or ambiguous else 0)


def _said_of(held: Roster) -> list[str]:
    """What of the roster a person must look at: rows nobody could read, and releases that are written and unknown."""
    found = []
    if held.refused:
        found.append(f"{len(held.refused)} rows of the roster could not be read: see habeas roster check.")
    unclear = sum(any(each.release_said for each in person.bookings) for person in held.people)
    if unclear:
        found.append(f"{unclear} people have a release that is written and unknown; they count as in custody.")
    return [*found, *said_of_whole(held)]


def _summary(answers: list[tuple[Query, Match]], people: int) -> str:
    counts = Counter(found.verdict.value for _, found in answers)
    return (
        f"{len(answers):,} queries against {people:,} people in custody: {counts['one']:,} one, "
        f"{counts['ambiguous']:,} ambiguous (a person decides), {counts['none']:,} none."
    )
