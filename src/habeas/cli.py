"""The shell's face: one command a room, thin. Errors are one sentence on standard error, never a traceback.

Exit status: 0 done, 1 done and something needs a person, 2 bad input and nothing written, 3 an error inside Habeas.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from habeas import __version__
from habeas.answers.package import answer_data, check_out, write_package
from habeas.answers.run import Inputs, run_answer
from habeas.answers.summary import summary
from habeas.demo.run import run_demo
from habeas.law.cases import load_cases
from habeas.law.decide import decide as decide_case
from habeas.law.render import decision_text
from habeas.offenses import describe
from habeas.plain.canonical import readable_json
from habeas.plain.errors import BadInputError, HabeasError
from habeas.roster.check import check as check_roster
from habeas.roster.check import needs_person, report
from habeas.roster.convert import to_jsonl
from habeas.roster.draft import draft_profile
from habeas.roster.profile import load_profile, shipped_profiles
from habeas.roster.read import read_roster

app = typer.Typer(
    name="habeas",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="""The request desk of a county jail.

Federal authorities ask a jail about the people it holds. Habeas works out what **must, may and must not** be done, on which
law, until when; it asks for what is missing and writes the answer. It never infers citizenship and never turns *unknown*
into yes or no.

Start with `habeas demo`. Then `habeas roster check FILE` with your own export, and `habeas answer` with a request.

Exit status: 0 done; 1 done, and something needs a person; 2 bad input, nothing written; 3 an error inside Habeas.""",
)
roster_app = typer.Typer(no_args_is_help=True, help="Who is in custody: read, check, convert, draft a profile.")
app.add_typer(roster_app, name="roster")

JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
ProfileName = Annotated[str, typer.Option("--profile", help="A shipped profile's name, or a profile file (TOML).")]
SheetName = Annotated[str | None, typer.Option("--sheet", help="The sheet of a workbook; the first where left out.")]


def out(text: str) -> None:
    """Write to standard output."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def day(text: str | None, name: str) -> date | None:
    """Read a date option; BadInputError where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInputError(f'{name} is "{text[:30]}", which is no date like 2025-07-17.') from None


def needed_day(text: str, name: str) -> date:
    """Read a date option that must be given."""
    found = day(text, name)
    if found is None:
        raise BadInputError(f"{name} is missing; write a date like 2025-07-17.")
    return found


def working(what: str, work: Callable[[], Any]) -> Any:
    """Do `work`, showing on a terminal that it goes on; nothing is shown in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return work()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        progress.add_task(what, total=None)
        return work()


@roster_app.command("check")
def roster_check(
    file: Annotated[
        Path, typer.Argument(help="The export: CSV, XLSX, JSON, XML (or a folder of XML), or a banded report.")
    ],
    profile: ProfileName = "plain",
    sheet: SheetName = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="Count people in custody on this day.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Say what was read and what was not, and why, row by row."""
    found = working(
        "Reading the roster",
        lambda: check_roster(read_roster(file, load_profile(profile), sheet=sheet), day(as_of, "--as-of")),
    )
    out(readable_json(found) if as_json else report(found))
    raise typer.Exit(1 if needs_person(found) else 0)


@roster_app.command("convert")
def roster_convert(
    file: Annotated[Path, typer.Argument(help="The export.")],
    target: Annotated[Path, typer.Option("--out", help="The JSON lines to write; the file must not exist.")],
    profile: ProfileName = "plain",
    sheet: SheetName = None,
) -> None:
    """Write the canonical records, one person a line, each coded value beside its raw text."""
    if target.exists():
        raise BadInputError(f"{target.name} exists; give --out a new file. Nothing was written.")
    roster = working("Reading the roster", lambda: read_roster(file, load_profile(profile), sheet=sheet))
    part = target.with_name(f".{target.name}.part")
    part.write_text("".join(to_jsonl(roster)), encoding="utf-8")
    part.replace(target)
    found = check_roster(roster, None)
    sys.stderr.write(report(found))
    raise typer.Exit(1 if needs_person(found) else 0)


@roster_app.command("profile")
def roster_profile(
    file: Annotated[Path, typer.Argument(help="An export nobody has described yet.")],
    sheet: SheetName = None,
) -> None:
    """Draft a profile: what each column seems to be, why, and what could not be told."""
    draft = working("Looking at the export", lambda: draft_profile(file, sheet=sheet))
    out(draft.toml)
    sys.stderr.write("".join(f"{note}\n" for note in draft.notes))
    raise typer.Exit(1)


@roster_app.command("profiles")
def roster_profiles() -> None:
    """List the profiles that come with Habeas."""
    for name in shipped_profiles():
        out(f"{name}: {load_profile(name).title}")


@app.command("offense")
def offense(
    statutes: Annotated[
        list[str], typer.Argument(help='Statute text as a jail writes it: "211 PC" "PC 459" "11378 H&S".')
    ],
    on: Annotated[str | None, typer.Option("--on", help="The day whose law counts; today where left out.")] = None,
    grade: Annotated[
        str | None, typer.Option("--grade", help="felony, misdemeanor or infraction, as the record says.")
    ] = None,
    degree: Annotated[str | None, typer.Option("--degree", help="first or second, as the record says.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Say what a charge is: section, grade, statutory classes on a day, each with its source; what is not known is said."""
    if grade not in {None, "felony", "misdemeanor", "infraction"}:
        raise BadInputError(f'--grade is "{grade}"; write felony, misdemeanor or infraction.')
    when = day(on, "--on") or date.today()  # noqa: DTZ011 - clock: the shell's edge hands today's date in
    found = [describe.describe(text, when, grade=grade, degree=degree) for text in statutes]
    out(readable_json(found) if as_json else "\n\n".join(describe.words(each) for each in found))
    raise typer.Exit(1 if any(each["question"] for each in found) else 0)


@app.command("decide")
def decide(
    files: Annotated[list[Path], typer.Argument(help="Case files: one object or a list each.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One decision a line.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Decide case files: each act must, may, must not, silent, unresolved or unknown, with the trace and the law."""
    cases = [case for path in files for case in load_cases(path)]
    decisions = working("Deciding", lambda: [decide_case(case) for case in cases])
    if jsonl:
        sys.stdout.writelines(json.dumps(each.as_data(), ensure_ascii=False) + "\n" for each in decisions)
    else:
        out(
            readable_json([each.as_data() for each in decisions])
            if as_json
            else "\n\n".join(decision_text(each) for each in decisions)
        )
    said = any(case.said for case in cases)
    raise typer.Exit(1 if said or any(each.questions for each in decisions) else 0)


@app.command("answer")
def answer(  # noqa: PLR0913, PLR0917 - each argument is one option of the command
    request: Annotated[Path, typer.Option("--request", help="The request (JSON).")],
    roster: Annotated[Path, typer.Option("--roster", help="The roster export.")],
    jurisdiction: Annotated[str, typer.Option("--jurisdiction", help="The place: us-ca-los-angeles, us-tx.")],
    as_of: Annotated[str, typer.Option("--as-of", help="The day whose law and custody count.")],
    target: Annotated[Path, typer.Option("--out", help="A new or empty folder for the package.")],
    profile: ProfileName = "plain",
    sheet: SheetName = None,
    register: Annotated[Path | None, typer.Option("--register", help="The publication register (TOML).")] = None,
    facts: Annotated[
        Path | None, typer.Option("--facts", help="Facts recorded beside the roster (JSON, by person number).")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Write the answer package for one request against one roster: letter, rows that may leave, withheld, questions, manifest."""
    check_out(target)
    inputs = Inputs(request, roster, jurisdiction, needed_day(as_of, "--as-of"), profile, sheet, register, facts)
    made = working("Working out the answer", lambda: run_answer(inputs))
    working("Writing the package", lambda: write_package(made.answer, target, made.hashes))
    out(
        readable_json(answer_data(made.answer))
        if as_json
        else "\n".join([*summary(made.answer), f"  Package: {target}"])
    )
    open_now = bool(made.answer.open_questions or made.answer.said or made.needs_person)
    raise typer.Exit(1 if open_now else 0)


@app.command("demo")
def demo(
    target: Annotated[
        Path, typer.Option("--out", help="Where the county and the packages go; an earlier demo there is replaced.")
    ] = Path("demo-out"),
    people: Annotated[
        int, typer.Option("--people", min=50, max=200_000, help="How many people the county holds.")
    ] = 13_000,
) -> None:
    """Build a fictional county and answer a list request and a detainer under California and under Texas law."""
    lines = working("Building a fictional county and answering four requests", lambda: run_demo(target, people))
    out("\n".join(lines))


@app.callback(invoke_without_command=True)
def start(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Print the version where asked."""
    if version:
        out(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command line; every error that a person can mend is one sentence."""
    try:
        app()
    except HabeasError as fault:
        sys.stderr.write(f"{fault}\n")
        sys.exit(fault.exit_status)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; nothing half-written is left.\n")
        sys.exit(3)
    except Exception as fault:
        sys.stderr.write(
            f"Something went wrong inside Habeas ({type(fault).__name__}); please tell the people who keep it.\n"
        )
        sys.exit(3)
