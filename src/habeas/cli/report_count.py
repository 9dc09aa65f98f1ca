"""`habeas report count`: a question of one's own over the record, where no report prints what is asked."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.answers.tables import csv_bytes
from habeas.audit.event import Event
from habeas.cli.options import JsonFlag, needed_day, out, working
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.outfiles import write_whole
from habeas.statistics.ledger.rows import Ledger
from habeas.statistics.measures.asking import EXACT, PERIODS, Answer, Question, where_of, whole_codebook
from habeas.statistics.measures.remainders import asked_of


def report_count(  # noqa: PLR0913, PLR0917 - each argument is one option of the command
    what: Annotated[
        str | None,
        typer.Argument(help="What to count: requests, transfers, notices, contacts, disputes ... or a measure. Left out: what there is."),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", help="The first day of the period.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last day of the period; left out, the first alone.")] = None,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", help="Only those with this fact, like outcome=refused,waits (none: does not apply)."),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", help=f"Split by a fact, by {', '.join(PERIODS)}, hour, weekday, or times (people more than once)."),
    ] = None,
    day: Annotated[str, typer.Option("--day", help="The moment whose day counts, like decided or sent.")] = "",
    between: Annotated[str, typer.Option("--time", help="Hours between two moments, like received..sent.")] = "",
    over: Annotated[int | None, typer.Option("--over", help="With --time: how many took longer than so many hours.")] = None,
    people: Annotated[bool, typer.Option("--people", help="Count each person once.")] = False,
    rows: Annotated[bool, typer.Option("--list", help="List each row with its moments and facts, without names.")] = False,
    target: Annotated[Path | None, typer.Option("--out", help="Write the table to this new CSV file.")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="The folder of a desk: its own record is read.")] = None,
    chain: Annotated[Path | None, typer.Option("--chain", help="An exported record: its folder, or its events.jsonl.")] = None,
    as_json: JsonFlag = False,
) -> None:  # fmt: skip
    """Count anything the record holds, split, timed or listed as you ask; without a word, say what can be asked."""
    if (data is None) == (chain is None):
        raise BadInputError("Give either --data with the folder of a desk, or --chain with an exported record.")
    if what is None:
        out("\n".join(whole_codebook(_ledger(data, chain))))
        return
    start = needed_day(first or "", "--from")
    question = Question(
        what, start, needed_day(last, "--to") if last else start, where_of(where or ()), tuple(by or ()), day,
        people=people, between=_between(between), over=over,
    )  # fmt: skip
    if over is not None and not between:
        raise BadInputError("--over needs --time: write two moments like received..sent.")
    if question.last < question.first:
        raise BadInputError("The period ends before it begins.")
    made = working("Counting from the record", lambda: asked_of(question, _ledger(data, chain), rows=rows))
    _tell(made, target, as_json)


def _between(given: str) -> tuple[str, str] | tuple[()]:
    begin, _, end = given.partition("..")
    if given and not (begin and end):
        raise BadInputError(f'--time is "{given[:40]}"; write two moments like received..sent.')
    return (begin, end) if given else ()


def _ledger(data: Path | None, chain: Path | None) -> Ledger:
    from habeas.statistics.ledger.source import events_in, ledger_of  # noqa: PLC0415 - help reads no record
    from habeas.statistics.measures.people import with_access  # noqa: PLC0415 - the same

    if chain is not None:
        return with_access(ledger_of(events_in(chain)))
    from habeas.cli.report_desk import desk_events, desk_place  # noqa: PLC0415 - Django, for a desk alone

    events: Iterable[Event] = desk_events(data or Path())
    return with_access(ledger_of(events, desk_place(data or Path())))


def _tell(made: Answer, target: Path | None, as_json: Any) -> None:
    if target is not None:
        write_whole(target, csv_bytes(made.header, made.rows).decode())
    if as_json:
        rows = [dict(zip(made.header, row, strict=True)) for row in made.rows]
        out(readable_json({"counted": made.says, "rows": rows, "notes": [*made.notes, EXACT]}))
        return
    out("\n".join([made.says, *(() if target is not None else _columns(made.header, made.rows)), *made.notes, EXACT]))


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table with its columns under each other."""
    wide = [max(len(line[at]) for line in (header, *rows)) for at in range(len(header))]
    return [
        "  ".join(cell.ljust(size) for cell, size in zip(line, wide, strict=True)).rstrip() for line in (header, *rows)
    ]
