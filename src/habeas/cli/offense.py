"""`habeas offense`: what a charge is."""

from datetime import date
from typing import Annotated

import typer

from habeas.cli.options import JsonFlag, day, out
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.offenses import describe


def offense(
    statutes: Annotated[
        list[str], typer.Argument(help='Statute text as a jail writes it: "211 PC" "PC 459" "11378 H&S".')
    ],
    on: Annotated[str | None, typer.Option("--on", help="The day whose law counts; today where left out.")] = None,
    grade: Annotated[
        str | None, typer.Option("--grade", help="felony, misdemeanor or infraction, as the record says.")
    ] = None,
    degree: Annotated[str | None, typer.Option("--degree", help="first or second, as the record says.")] = None,
    jurisdiction: Annotated[
        str | None,
        typer.Option("--jurisdiction", help="Where it is charged (us-pa): short names of codes are read as its own."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Say what a charge is: section, grade, statutory classes on a day, each with its source; what is not known is said."""
    if grade not in {None, "felony", "misdemeanor", "infraction"}:
        raise BadInputError(f'--grade is "{grade}"; write felony, misdemeanor or infraction.')
    when = day(on, "--on") or date.today()  # noqa: DTZ011 - clock: the shell's edge hands today's date in
    found = [describe.describe(text, when, grade=grade, degree=degree, place=jurisdiction) for text in statutes]
    out(readable_json(found) if as_json else "\n\n".join(describe.words(each) for each in found))
    raise typer.Exit(1 if any(each["question"] for each in found) else 0)
