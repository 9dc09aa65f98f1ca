"""The shell's face: one command a room, thin. Errors are one sentence on standard error, never a traceback.

Exit status: 0 done, 1 done and something needs a person, 2 bad input and nothing written, 3 an error inside Habeas.
"""

import gc
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas import __version__
from habeas.answers.package import answer_data, write_package
from habeas.answers.run import Inputs, run_answer
from habeas.answers.summary import summary
from habeas.cli_audit import audit_app
from habeas.cli_bench import bench_app
from habeas.cli_desk import backup, desk_app, doctor, outage_kit, restore, serve, serve_demo, serve_public
from habeas.cli_law import PolicyOption, ReviewsOption, law_app, with_policy_of
from habeas.cli_match import match as match_command
from habeas.cli_read import read as read_command
from habeas.cli_release import register as register_release
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError, HabeasError
from habeas.common.whole_folder import check_free
from habeas.demo.run import run_demo
from habeas.demo.served import fresh_desk, today
from habeas.law.case import Case
from habeas.law.cases import load_cases
from habeas.law.decide import decide as decide_case
from habeas.law.decision import Decision
from habeas.law.render import decision_text
from habeas.law.reviews import Reviews, load_reviews
from habeas.law.settles import would_change
from habeas.offenses import describe
from habeas.places.table import place_of
from habeas.roster.check import check as check_roster
from habeas.roster.check import needs_person, report
from habeas.roster.convert import to_jsonl
from habeas.roster.draft import draft_profile
from habeas.roster.profile import Profile, load_profile, shipped_profiles
from habeas.roster.read import read_account, read_roster
from habeas.shell import JsonFlag, ProfileName, SheetName, day, needed_day, out, working

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
app.add_typer(law_app, name="law")
app.add_typer(bench_app, name="bench")
app.add_typer(desk_app, name="desk")
app.command("serve")(serve)
app.command("backup")(backup)
app.command("restore")(restore)
app.command("doctor")(doctor)
app.command("outage-kit")(outage_kit)
app.command("serve-public")(serve_public)
register_release(app)
app.add_typer(audit_app, name="audit")
app.command("read")(read_command)
app.command("match")(match_command)


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
    if target.exists():
        raise BadInputError(f"{target.name} exists; give --out a new file. Nothing was written.")
    drawn = day(as_of, "--as-of") or date.today()  # noqa: DTZ011 - clock: the shell's edge hands today's date in
    layout = _layout(profile, jurisdiction)
    roster = working("Reading the roster", lambda: read_roster(file, layout, sheet=sheet, export_day=drawn))
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
    as_of: Annotated[str | None, typer.Option("--as-of", help="Decide as of this day, whatever the files say.")] = None,
    policy: PolicyOption = None,
    reviews: ReviewsOption = None,
) -> None:
    """Decide case files: each act must, may, must not, silent, unresolved or unknown, with the trace and the law."""
    when = day(as_of, "--as-of")
    cases = [case for path in files for case in load_cases(path)]
    cases = [replace(case, as_of=when) for case in cases] if when else cases
    if policy is not None:
        cases = [replace(case, jurisdiction=with_policy_of(case.jurisdiction, policy)) for case in cases]
    known = load_reviews(reviews)
    made = working("Deciding", lambda: [(case, decide_case(case)) for case in cases])
    decisions = [each for _, each in made]
    if jsonl or as_json:
        rows = [decision_data(case, each, known) for case, each in made]
        sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows) if jsonl else out(
            readable_json(rows)
        )
    else:
        out("\n\n".join(decision_text(each, would_change(case, each), known.of(each.law)) for case, each in made))
    said = any(case.said for case in cases)
    raise typer.Exit(1 if said or any(each.questions for each in decisions) else 0)


def decision_data(case: Case, decision: Decision, reviews: Reviews) -> dict[str, Any]:
    """A decision as JSON values, with what would change it and counsel's reviews of the packs it rests on."""
    settles = [each.as_data() for each in would_change(case, decision)]
    return decision.as_data() | {"would_change": settles, "reviews": reviews.of(decision.law)}


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
    policy: PolicyOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Write the answer package for one request against one roster: letter, rows that may leave, withheld, questions, manifest."""
    check_free(target)
    place = with_policy_of(jurisdiction, policy)
    inputs = Inputs(request, roster, place, needed_day(as_of, "--as-of"), profile, sheet, register, facts)
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
    serve_it: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the county's desk when the packages are made.")
    ] = True,
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port of the desk.")] = 8700,
) -> None:
    """Build a fictional county, answer a list request and a detainer under California and under Texas law, and serve its desk."""
    lines = working("Building a fictional county and answering four requests", lambda: run_demo(target, people))
    out("\n".join(lines))
    if serve_it:
        desk = working(
            "Preparing the desk (a minute or two the first time)", lambda: fresh_desk(target / "desk", people, today())
        )
        out("")
        serve_demo(desk, port)


@app.callback(invoke_without_command=True)
def start(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Print the version where asked."""
    if version:
        out(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command line; every error that a person can mend is one sentence."""
    # a run makes millions of small records and hardly a cycle: look for cycles less often
    gc.set_threshold(200_000, 20, 20)
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
