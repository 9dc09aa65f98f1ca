"""`habeas decide`: case files, each decided with its trace. See cases/README.md."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.cli.options import JsonFlag, day, out, tame, working
from habeas.cli.policies import PolicyOption, ReviewsOption, with_policy_of
from habeas.common.canonical import readable_json
from habeas.law.engine.case_files import load_cases
from habeas.law.engine.decide import decide as decide_case
from habeas.law.engine.decision import Decision
from habeas.law.engine.render import decision_text
from habeas.law.engine.what_would_change import would_change
from habeas.law.model.case import Case
from habeas.law.review.reviews import Reviews, load_reviews


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
        sys.stdout.writelines(tame(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows) if jsonl else out(
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
