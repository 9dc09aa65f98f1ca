"""`habeas report`: what is due, a report as law asks for it, and the proof that its cells come from the record."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from habeas.audit.event import Event
from habeas.cli.collect import report_sign
from habeas.cli.figures import report_audit, report_public
from habeas.cli.open_desk import DEFAULT_DATA, DataOption
from habeas.cli.options import JsonFlag, needed_day, out, working
from habeas.cli.report_count import report_count
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.common.whole_folder import check_free
from habeas.statistics.reports.catalog import check_place, report_called
from habeas.statistics.reports.due import by_duty, due_reports, without_day

MAKE = "make"


class ReportGroup(TyperGroup):
    """The commands of `habeas report`; any other first word is the name of a report to make."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of the first word, or making the report of that name."""
        if args and args[0] not in self.commands:
            args = [MAKE, *args]
        return super().resolve_command(ctx, args)


report_app = typer.Typer(
    cls=ReportGroup, no_args_is_help=True,
    help="What may be counted: what is due, statutory reports, public figures, proof.",
)  # fmt: skip

report_app.command("public")(report_public)
report_app.command("audit")(report_audit)
report_app.command("sign")(report_sign)
report_app.command("count")(report_count)

Chain = Annotated[Path | None, typer.Option("--chain", help="An exported record: its folder, or its events.jsonl.")]


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
    for each, *later in by_duty(rows):
        sure = "" if each.read else "; the text was not read whole"
        answer = f"habeas report {each.report}" if each.report else "no report of this program"
        out(
            f"{each.due}  {answer}\n  to {each.to}, for {each.first} to {each.last}: {each.what} [{each.citation}{sure}]"
        )
        if later:
            out(f"  then due {', '.join(str(again.due) for again in later)}")
    if not rows:
        out("The law packs of this place hold no periodic report.")
    out("No due day in the packs: " + ", ".join(each.name for each in others))


@report_app.command(MAKE)
def report_make(
    name: Annotated[str, typer.Argument(help="The report's name; habeas report list names them.")],
    first: Annotated[str, typer.Option("--from", help="The first day of the period.")],
    last: Annotated[str, typer.Option("--to", help="The last day of the period.")],
    target: Annotated[Path, typer.Option("--out", help="A new or empty folder.")],
    data: Annotated[Path | None, typer.Option("--data", help="The folder of a desk: its own record is read.")] = None,
    chain: Chain = None,
    previous: Annotated[
        Path | None, typer.Option("--previous", help="The earlier version that this one corrects.")
    ] = None,
    zone: Annotated[
        str, typer.Option("--time-zone", help="Where an older record does not say the office's zone.")
    ] = "",
) -> None:
    """Make a report over a period, from the record alone: `habeas report NAME --from D --to D --out DIR`."""
    report_called(name)
    days = needed_day(first, "--from"), needed_day(last, "--to")
    _one_record(data, chain)
    check_free(target)
    made = working("Counting from the record", lambda: _made(name, days, data, chain, previous, zone, target))
    out(f"Written to {target.name}: {made['report']}, version {made['version']}, {made['from']} to {made['to']}.")
    out("internal/trace.csv stays in the office: it names what stands behind each cell.")


def _one_record(data: Path | None, chain: Path | None) -> None:
    if (data is None) == (chain is None):
        raise BadInputError("Give either --data with the folder of a desk, or --chain with an exported record.")


def _made(
    name: str,
    days: tuple[date, date],
    data: Path | None,
    chain: Path | None,
    previous: Path | None,
    zone: str,
    target: Path,
) -> dict[str, Any]:
    from habeas.statistics.ledger.source import events_in, ledger_of  # noqa: PLC0415 - a list of what is due reads no record
    from habeas.statistics.reports.build import build, corrections  # noqa: PLC0415
    from habeas.statistics.reports.folder import write_report  # noqa: PLC0415
    from habeas.statistics.reports.proof import read_manifest  # noqa: PLC0415

    def events() -> Iterable[Event]:
        return events_in(chain) if chain is not None else _of_desk(data)

    place = {"time_zone": zone} if chain is not None or data is None else _place_of_desk(data)
    ledger = ledger_of(events(), place)
    check_place(report_called(name), ledger.place.jurisdiction)
    report = build(name, ledger, *days)
    if previous is None:
        return write_report(report, target)
    before = read_manifest(previous)
    if (before["report"], before["from"], before["to"]) != (name, days[0].isoformat(), days[1].isoformat()):
        raise BadInputError(f"{previous.name} is not an earlier version of this report over this period.")
    old = build(name, ledger_of(events(), place, _number(before["record"]["events"], previous)), *days)
    if old.ledger.head != before["record"]["head"]:
        raise BadInputError(f"{previous.name} was counted from another record. Nothing was written.")
    return write_report(report, target, _number(before["version"], previous) + 1, corrections(report, old))


def _number(value: object, folder: Path) -> int:
    """A number of a manifest. Raises BadInputError where it is none: a version nobody can read is no version 0."""
    found = whole_number(str(value))
    if found is None:
        raise BadInputError(
            f"manifest.json of {folder.name} has no readable number where it needs one. Nothing was written."
        )
    return found


def _of_desk(data: Path | None) -> Iterable[Event]:
    from habeas.cli.report_desk import desk_events  # noqa: PLC0415 - Django, for a desk alone

    return desk_events(data or Path())


def _place_of_desk(data: Path) -> dict[str, str]:
    from habeas.cli.report_desk import desk_place  # noqa: PLC0415 - the same

    return desk_place(data)


@report_app.command("define")
def report_define(
    name: Annotated[str | None, typer.Argument(help="A measure; left out, every measure is named.")] = None,
) -> None:
    """Print what a measure counts, in sentences; without a name, every measure there is."""
    from habeas.statistics.measures.table import measure_called, measures  # noqa: PLC0415
    from habeas.statistics.measures.words import sentences  # noqa: PLC0415

    if name is None:
        out("\n".join(f"{each.name:28} {each.says}" for each in measures().values()))
        return
    out("\n".join(sentences(measure_called(name))))


@report_app.command("verify")
def report_verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a report.")],
    chain: Chain = None,
    data: Annotated[Path | None, typer.Option("--data", help="The folder of a desk: its own record is read.")] = None,
) -> None:
    """Compute every cell of a report again from the record alone, and name each that differs (exit status 1)."""
    from habeas.statistics.reports.proof import verify  # noqa: PLC0415

    _one_record(data, chain)
    record: Path | Iterable[Event] = chain if chain is not None else _of_desk(data)
    found = working("Counting again", lambda: verify(folder, record, (chain or data or folder).name))
    out(
        "\n".join(found.differences)
        or f"Each of the {found.cells:,} cells is what the record gives, and each file says what is made of it. "
        f"Not held against the record: {'; '.join(found.unheld)}."
    )
    raise typer.Exit(1 if found.differences else 0)


@report_app.command("diff")
def report_diff(
    first: Annotated[Path, typer.Argument(metavar="V1", help="The earlier version.")],
    second: Annotated[Path, typer.Argument(metavar="V2", help="The later version.")],
) -> None:
    """Say what changed between two versions of one report (exit status 1 where anything did)."""
    from habeas.statistics.reports.proof import differences  # noqa: PLC0415

    found = differences(first, second)
    out("\n".join(found) or "Nothing changed between the two versions.")
    raise typer.Exit(1 if found else 0)


@report_app.command("load")
def report_load(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The sender's list (CSV: reference, date, kind, our_number).")
    ],
    sender: Annotated[str, typer.Option("--sender", help="Who sent the list.")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Load the sender's own list into the record of a desk, and name each row of either side that has no other side."""
    from habeas.cli.report_desk import load_senders_list  # noqa: PLC0415 - Django, for a desk alone

    lines, alone = working("Loading", lambda: load_senders_list(data, file, sender))
    out("\n".join(lines))
    raise typer.Exit(1 if alone else 0)
