"""`habeas answer`: the answer package for one request against one roster, without a server."""

from pathlib import Path
from typing import Annotated

import typer

from habeas.answers.open_now import every_question
from habeas.answers.package import answer_data, write_package
from habeas.answers.run import AnswerInputs, run_answer
from habeas.answers.summary import summary
from habeas.cli.options import JsonFlag, ProfileName, SheetName, needed_day, out, working
from habeas.cli.policies import PolicyOption, with_policy_of
from habeas.common.canonical import readable_json
from habeas.common.whole_folder import check_free


def answer(  # noqa: PLR0913, PLR0917 - each argument is one option of the command
    request: Annotated[Path, typer.Option("--request", help="The request (JSON).")],
    roster: Annotated[Path, typer.Option("--roster", help="The roster export.")],
    jurisdiction: Annotated[str, typer.Option("--jurisdiction", help="The place: us-ca-los-angeles, us-tx.")],
    as_of: Annotated[str, typer.Option("--as-of", help="The day whose law and custody count.")],
    target: Annotated[Path, typer.Option("--out", help="A new or empty folder for the package.")],
    profile: ProfileName = "plain",
    sheet: SheetName = None,
    register: Annotated[Path | None, typer.Option("--register", help="The public information schedule (TOML).")] = None,
    facts: Annotated[
        Path | None, typer.Option("--facts", help="Facts recorded beside the roster (JSON, by person number).")
    ] = None,
    policy: PolicyOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Write the answer package for one request against one roster: letter, rows that may leave, withheld, questions, manifest."""
    check_free(target)
    place = with_policy_of(jurisdiction, policy)
    inputs = AnswerInputs(request, roster, place, needed_day(as_of, "--as-of"), profile, sheet, register, facts)
    made = working("Working out the answer", lambda: run_answer(inputs))
    working("Writing the package", lambda: write_package(made.answer, target, made.hashes))
    out(
        readable_json(answer_data(made.answer))
        if as_json
        else "\n".join([*summary(made.answer), f"  Package: {target}"])
    )
    open_now = bool(every_question(made.answer) or made.answer.said or made.needs_person)
    raise typer.Exit(1 if open_now else 0)
