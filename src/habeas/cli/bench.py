"""`habeas bench`: speed measured beside peers in the same run."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.bench.desk import desk, eight_clerks
from habeas.bench.heads import heads
from habeas.bench.long_record import long_record
from habeas.bench.match import Task, large, match_bench
from habeas.bench.run import batch, decide, decide_peers
from habeas.cli.options import JsonFlag, out
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.demo.cases import sample_decisions

bench_app = typer.Typer(no_args_is_help=True, help="Measure Habeas beside its peers, in the same run.")

PeersOption = Annotated[
    Path | None,
    typer.Option(
        "--peers",
        help="A folder of peers' scripts (bench_one.py and i_*.py); those not installed are named and skipped.",
    ),
]


@bench_app.command("decide")
def bench_decide(peers: PeersOption = None, as_json: JsonFlag = False) -> None:
    """How long one decision takes: the rule of 7282.5 with its reasons, and a whole jurisdiction with all acts."""
    rows = _shown([*decide(sample_decisions()), *decide_peers(_folder(peers))], _decision_line, as_json)
    out(readable_json(rows)) if as_json else None


@bench_app.command("batch")
def bench_batch(
    people: Annotated[
        str, typer.Option("--people", help="Sizes, joined by commas: 100000,1000000.")
    ] = "100000,1000000",
    peers: PeersOption = None,
    repeats: Annotated[int, typer.Option("--repeats", min=1, max=50, help="Runs after the one that warms.")] = 5,
    as_json: JsonFlag = False,
) -> None:
    """How long everybody takes: Habeas and its peers on the same generated people, three charges each on average."""
    sizes = [number for part in people.split(",") if (number := whole_number(part.strip(), least=1))]
    if len(sizes) != people.count(",") + 1:
        raise BadInputError(f'--people is "{people[:40]}"; write numbers joined by commas, like 100000,1000000.')
    rows = _shown(batch(sizes, _folder(peers), repeats=repeats), _batch_line, as_json)
    out(readable_json(rows)) if as_json else None


@bench_app.command("desk")
def bench_desk(
    people: Annotated[
        int, typer.Option("--people", min=100, max=200_000, help="How many people are in custody.")
    ] = 50_000,
    each: Annotated[int, typer.Option("--each", min=5, max=2_000, help="How often each of eight readers asks.")] = 40,
    as_json: JsonFlag = False,
) -> None:
    """How fast the desk's pages are with eight readers at once, beside a bare Django page on the same server."""
    rows = _shown(desk(people, each), _page_line, as_json)
    out(readable_json(rows)) if as_json else None


@bench_app.command("record")
def bench_record(
    events: Annotated[
        int, typer.Option("--events", min=2_000, help="How many events the long record has.")
    ] = 1_000_000,
    few: Annotated[int, typer.Option("--few", min=1_000, help="How many the short record has.")] = 1_000,
    each: Annotated[int, typer.Option("--each", min=5, max=2_000, help="How often each page is asked for.")] = 60,
    as_json: JsonFlag = False,
) -> None:
    """How fast the desk's pages are with a long record beside the same with a short one, asked in turn in one run."""
    rows = _shown(long_record(events, few, each), _record_line, as_json)
    out(readable_json(rows)) if as_json else None


@bench_app.command("heads")
def bench_heads(
    events: Annotated[int, typer.Option("--events", min=2_000, help="How many events the record has.")] = 1_000_000,
    fresh: Annotated[
        int, typer.Option("--fresh", min=10, help="How many came since the last signed checkpoint.")
    ] = 1_000,
    as_json: JsonFlag = False,
) -> None:
    """Signing the head of a long record: the hourly work, what a clerk's writing waits meanwhile, the proof of one event."""
    row = heads(events, fresh, datetime.now(UTC))  # clock: the edge of a measurement
    out(readable_json(row) if as_json else "  ".join(f"{name} {value}" for name, value in row.items()))


def _record_line(row: dict[str, Any]) -> str:
    return (
        f"{row['page']:28} p95 {row['p95_few_ms']:8.1f} ms with {row['few']:,} events, {row['p95_ms']:8.1f} with {row['events']:,}: "
        f"{row['times']:.2f} times  (p50 {row['p50_few_ms']:.1f}, {row['p50_ms']:.1f}; "
        f"of it on a processor p95 {row['cpu_p95_few_ms']:.1f}, {row['cpu_p95_ms']:.1f}: {row['cpu_times']:.2f} times)"
    )


@bench_app.command("match")
def bench_match(  # noqa: PLR0913, PLR0917 - each argument is one option of the command
    peers: Annotated[
        Path, typer.Option("--peers", help="The folder of the task: gen.py, score.py, run.py and the peers.")
    ],
    tune: Annotated[int, typer.Option("--tune", help="The seed the peers' thresholds are chosen on.")] = 1,
    test: Annotated[int, typer.Option("--test", help="The seed that is reported.")] = 2,
    queries: Annotated[int, typer.Option("--queries", min=100, help="Queries for each seed.")] = 30_000,
    people: Annotated[int, typer.Option("--people", min=100, help="People in custody.")] = 13_000,
    peer: Annotated[list[str] | None, typer.Option("--peer", help="A peer to run; may be repeated.")] = None,
    python: Annotated[
        list[str] | None, typer.Option("--python", help="An interpreter in which peers are installed; may be repeated.")
    ] = None,
    long_roster: Annotated[
        int | None, typer.Option("--long-roster", help="Measure only speed and memory, against this many people.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Identification: wrong and right answers of Habeas and its peers on one invented task, by group of names."""
    if not (peers / "score.py").is_file():
        raise BadInputError(f"{peers.name} holds no score.py: give the folder of the matching task.")
    task = Task(peers, tune, test, people, queries)
    task = replace(task, peers=tuple(peer or task.peers), pythons=tuple(python or task.pythons))
    found = [large(task, long_roster)] if long_roster else match_bench(task)
    rows = _shown(found, _match_line, as_json)
    out(readable_json(rows)) if as_json else None


BY_NAMES = "correct one/wrong/share of what is reachable by names"


def _match_line(row: dict[str, Any]) -> str:
    if "skipped" in row:
        return f"{row['engine']:58} skipped: {row['skipped']}"
    if "mb" in row:
        return f"{row['people']:,} people: built in {row['build_s']} s, {row['ms']} ms a query (p99 {row['p99_ms']}), {row['mb']:,} MB"
    groups = " ".join(
        f"{name} {100 * each['correct_one']:.1f}/{each['wrong']}/{100 * each['reached']:.1f} of {100 * each['ceiling']:.1f}"
        for name, each in row["groups"].items()
    )
    more = f"  built {row['build_s']} s, p99 {row['p99_ms']} ms" if "build_s" in row else ""
    other = ""
    if "called_one" in row:
        other = f"\n    another middle name: {row['called_one']} of {row['asked_with_another_middle_name']} called one"
    wrong = f"wrong {row['wrong']}/{row['queries']} ({row['wrong_per_10k']}/10k)"
    shares = {
        "correct one": "correct_one",
        "of what is reachable": "reached",
        "reachable": "ceiling",
        "missed": "missed",
        "to a person": "clerk_share",
        "gap between names": "gap",
    }
    told = "  ".join(f"{name} {100 * row[key]:.1f} %" for name, key in shares.items())
    return f"{row['engine']:58} {wrong}  {told}  {row['ms']} ms{more}{other}\n    {BY_NAMES}: {groups}"


@bench_app.command("clerks")
def bench_clerks(
    people: Annotated[
        int, typer.Option("--people", min=100, max=200_000, help="How many people the import holds.")
    ] = 5_000,
    acts: Annotated[int, typer.Option("--acts", min=1, max=10_000, help="How many acts each clerk does.")] = 60,
    think: Annotated[
        float, typer.Option("--think", min=0.0, max=10.0, help="Seconds a clerk thinks between two acts.")
    ] = 0.25,
    as_json: JsonFlag = False,
) -> None:
    """Eight clerks at work while a roster is imported: what is refused or lost, and how long a clerk waits."""
    row = eight_clerks(people, acts, think, datetime.now(UTC))  # clock: the edge of a measurement
    out(readable_json(row) if as_json else "  ".join(f"{name} {value}" for name, value in row.items()))


def _folder(peers: Path | None) -> Path | None:
    if peers is not None and not (peers / "bench_one.py").is_file():
        raise BadInputError(
            f"{peers.name} holds no bench_one.py: give the folder of the peers' scripts, or leave --peers out."
        )
    return peers


def _shown(rows: Iterable[dict[str, Any]], line: Any, as_json: bool) -> list[dict[str, Any]]:
    """Print each row as it comes, unless one JSON document is wanted."""
    return list(_told(rows, line, as_json))


def _told(rows: Iterable[dict[str, Any]], line: Any, as_json: bool) -> Iterator[dict[str, Any]]:
    for row in rows:
        if not as_json:
            out(line(row))
        yield row


def _page_line(row: dict[str, Any]) -> str:
    return (
        f"{row['page']:30} {row['per_second']:>9,.1f} a second  p50 {row['p50_ms']:7.1f} ms  p95 {row['p95_ms']:7.1f} ms  "
        f"max {row['max_ms']:7.1f} ms"
    )


def _decision_line(row: dict[str, Any]) -> str:
    if "skipped" in row:
        return f"{row['engine']:46} skipped: {row['skipped']}"
    return (
        f"{row['what']:46} p50 {row['p50_ms']:9.4f} ms   p99 {row['p99_ms']:9.4f} ms   ({row['decisions']} decisions)"
    )


def _batch_line(row: dict[str, Any]) -> str:
    if "skipped" in row:
        return f"{row['people']:>10,}  {row['engine']:40} skipped: {row['skipped']}"
    agrees = "agrees" if row.get("agrees") else "DIFFERS"
    return (
        f"{row['people']:>10,}  {row['engine']:40} wall {row['wall_s']:8.3f} s  cpu {row['cpu_s'] or 0:8.3f} s  "
        f"{row['mb_above_start']:>6,.0f} MB above start  {agrees}"
    )
