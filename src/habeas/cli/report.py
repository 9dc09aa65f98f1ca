"""`habeas report`: what is due, a report as law asks for it, and the proof that its cells come from the record."""

from typing import Annotated

import typer

from habeas.cli.options import JsonFlag, needed_day, out
from habeas.common.canonical import readable_json
from habeas.statistics.reports.due import due_reports, without_day

report_app = typer.Typer(
    no_args_is_help=True, help="What may be counted: what is due, statutory reports, public figures, proof."
)


@report_app.command("list")
def report_list(
    as_of: Annotated[str, typer.Option("--as-of", help="The day from which on to look, like 2026-11-30.")],
    jurisdiction: Annotated[str, typer.Option("--jurisdiction", help="The place of the office, like us-il-cook.")],
    as_json: JsonFlag = False,
) -> None:
    """Say what is due to whom and when, from the law packs of a place, and which report answers it."""
    day = needed_day(as_of, "--as-of")
    rows, others = due_reports(jurisdiction, day), without_day(jurisdiction)
    if as_json:
        out(readable_json({"due": [each.as_data() for each in rows], "no_day_known": [each.name for each in others]}))
        return
    for each in rows:
        sure = "" if each.read else "; the text was not read whole"
        answer = f"habeas report {each.report}" if each.report else "no report of this program"
        out(
            f"{each.due}  {answer}\n  to {each.to}, for {each.first} to {each.last}: {each.what} [{each.citation}{sure}]"
        )
    if not rows:
        out("The law packs of this place hold no periodic report.")
    out("No due day in the packs: " + ", ".join(each.name for each in others))
