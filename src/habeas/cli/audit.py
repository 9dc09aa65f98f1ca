"""`habeas audit`: check the log, hand it to an outsider, decide again and compare; make a key and sign a checkpoint. See docs/audit.md."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from habeas import __version__
from habeas.audit.chain import read_log
from habeas.audit.checkpoint import next_checkpoint, signed_checkpoint
from habeas.audit.cosign_reading import held_in
from habeas.audit.event import Event
from habeas.audit.evidence import LogEvidence
from habeas.audit.export import Export, export_log, export_selection
from habeas.audit.files import anchors_in, checkpoints_in, evidence_of, keys_in, read_beside, read_proofs
from habeas.audit.notes import SignedNote, load_key, new_key, save_key
from habeas.audit.replay import ReplayVerdict, replay
from habeas.audit.selection import verify_selection
from habeas.audit.verify import LogReport, verify_log
from habeas.audit.walking import roots_of
from habeas.cli import audit_desk, audit_witness
from habeas.cli.audit_desk import TablesHeld
from habeas.cli.options import JsonFlag, out, working
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.outfiles import check_new, check_replaceable, write_whole
from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide

audit_app = typer.Typer(no_args_is_help=True, help="The log that proves itself: check it, hand it over, decide again.")
audit_app.command("witness-key")(audit_witness.audit_witness_key)
audit_app.command("cosign")(audit_witness.audit_cosign)

LogFile = Annotated[
    Path | None,
    typer.Argument(metavar="LOG", help="An events.jsonl, or the folder of an export; left out with --data."),
]
Data = Annotated[Path | None, typer.Option("--data", help="The folder of a desk: its own database is read instead.")]
Checkpoints = Annotated[Path | None, typer.Option("--checkpoints", help="Signed checkpoints, one note after another.")]
Keys = Annotated[Path | None, typer.Option("--keys", help="The public keys to believe, one a line.")]
Anchors = Annotated[Path | None, typer.Option("--anchors", help="Where checkpoints were filed (JSON, one a line).")]
Beside = Annotated[Path | None, typer.Option("--beside", help="Names beside the log (JSON, one a line).")]


@audit_app.command("verify")
def audit_verify(
    log: LogFile = None,
    data: Data = None,
    checkpoints: Checkpoints = None,
    keys: Keys = None,
    anchors: Anchors = None,
    anchored: Annotated[
        str | None,
        typer.Option(
            "--anchored",
            help="Checkpoints that somebody outside has kept: a file, a witness's folder, a cosigned checkpoint, or one typed from paper.",
        ),
    ] = None,
    beside: Beside = None,
    as_json: JsonFlag = False,
) -> None:
    """Check the chain, the tree, the signed checkpoints and the names beside it, and say in sentences what was found."""
    held = held_in(anchored) if anchored else ()
    if log is None:
        audit_desk.open_record(data, to_check=True)
        report = working("Checking the record", lambda: audit_desk.verified(held))
        tables = working("Holding the desk's tables against it", audit_desk.tables_held)
        _tell(report, as_json=as_json, tables=tables)
    given = evidence_of(checkpoints, keys, anchors, held, beside, log if log.is_dir() else None)
    if _lying(log, "proofs.jsonl"):
        raise typer.Exit(check_selection(log, given))
    _tell(working("Checking the log", lambda: verify_log(events_of(log), given)), as_json=as_json)


def _tell(report: LogReport, *, as_json: bool, tables: TablesHeld | None = None) -> NoReturn:
    """Print a report, and what the desk's tables say against the record, and end with its status."""
    holds = report.holds and not report.restores and (tables is None or tables.agree)
    data = report_data(report) | ({"holds": holds, "tables": asdict(tables)} if tables else {})
    sentences = [*report.sentences, *(tables.sentences if tables else ())]
    out(readable_json(data) if as_json else "\n".join(sentences))
    raise typer.Exit(0 if holds else 1)


@audit_app.command("export")
def audit_export(  # noqa: PLR0913, PLR0917 - each is one option of the command
    target: Annotated[Path, typer.Option("--out", help="A new or empty folder.")],
    log: LogFile = None,
    data: Data = None,
    checkpoints: Checkpoints = None,
    keys: Keys = None,
    anchors: Anchors = None,
    beside: Beside = None,
    about: Annotated[
        list[str] | None, typer.Option("--about", help="Only events about this record, as KIND:ID; may be repeated.")
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="With --data: hand the names beside the record over as well.")
    ] = False,
) -> None:
    """Write a folder that checks itself without Habeas: the whole log, or the events about some records with their proofs."""
    wanted = frozenset(about or ())
    if any(":" not in each for each in wanted):
        raise BadInputError("--about is KIND:ID, like request:r-17.")
    if log is None:
        audit_desk.open_record(data)
        at = datetime.now(UTC)  # clock: the shell's edge; the time of the export stands in its manifest
        _written(working("Writing the export", lambda: audit_desk.exported(target, wanted, at, names=names)), target)
        return
    given = Export(
        made_at=datetime.now(UTC),  # clock: the shell's edge; the time of the export stands in its manifest
        program=f"habeas {__version__}",
        checkpoints=tuple(checkpoints_in(checkpoints)) if checkpoints else (),
        keys=tuple(keys_in(keys)) if keys else (),
        anchors=tuple(anchors_in(anchors)) if anchors else (),
        beside=read_beside(beside) if beside else (),
    )
    made = working(
        "Writing the export",
        lambda: (
            export_selection(events_of(log), target, given, lambda event: _about(event) in wanted)
            if wanted
            else export_log(events_of(log), target, given)
        ),
    )
    _written(made, target)


def _written(made: dict[str, Any], target: Path) -> None:
    out(
        f"{made['written']:,} of {made['size']:,} events written: {target}. To check: python3 verify_habeas.py {target}"
    )


@audit_app.command("replay")
def audit_replay(log: LogFile = None, data: Data = None, beside: Beside = None, as_json: JsonFlag = False) -> None:
    """Decide each stored decision again from the facts kept with it, and say which answers differ. No fact is printed."""
    if log is None:
        audit_desk.open_record(data)
        _tell_replayed(as_json=as_json)
    source = beside or _lying(log, "beside.jsonl")
    if source is None:
        raise BadInputError("--beside is missing: the facts of a decision are kept beside the log, not in it.")
    kept = {row.digest: row for row in read_beside(source)}
    found = working("Deciding again", lambda: list(replay(events_of(log), kept, decide_again)))
    counts = Counter(each.verdict for each in found)
    odd = [each for each in found if each.verdict is not ReplayVerdict.SAME]
    if as_json:
        rows = [asdict(each) for each in found]
        out(readable_json({"counts": {verdict.value: counts[verdict] for verdict in ReplayVerdict}, "decisions": rows}))
    else:
        out(
            "\n".join(
                [
                    _headline(len(found), counts[ReplayVerdict.SAME], counts[ReplayVerdict.OTHER_LAW]),
                    *(each.sentence for each in odd),
                ]
            )
        )
    raise typer.Exit(1 if odd else 0)


def _headline(total: int, same: int, other_law: int) -> str:
    """How many decisions came out the same, and how many of these under a text of the law that has changed since."""
    under = f", {other_law:,} of these under another text of the law" if other_law else ""
    return f"{total:,} decisions, {same + other_law:,} with the same answer{under}."


def _tell_replayed(*, as_json: bool) -> NoReturn:
    """Replay the decisions of the open desk, print what was found, and end with 1 where any differs."""
    at = datetime.now(UTC)  # clock: the shell's edge; that a replay was made is an event with its time
    found = working("Deciding again", lambda: audit_desk.replayed(at))
    total, same = sum(found.counts.values()), found.counts[ReplayVerdict.SAME.value]
    lines = [_headline(total, same, found.counts[ReplayVerdict.OTHER_LAW.value]), *found.sentences]
    out(readable_json({"counts": found.counts, "decisions": found.rows}) if as_json else "\n".join(lines))
    raise typer.Exit(0 if found.same else 1)


@audit_app.command("key")
def audit_key(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The log's name, like jail.example.gov/log.")
    ] = None,
    target: Annotated[
        Path | None, typer.Option("--out", help="The file of the private key; it must not exist.")
    ] = None,
    data: Data = None,
) -> None:
    """Make the key that signs checkpoints, or show a desk's. Its owner alone can read the private key; the public line is printed."""
    if data is not None or name is None or target is None:
        audit_desk.open_record(data)
        line, digest = audit_desk.public_key()
        out(f"{line}\nSHA-256 of this line: {digest}")
        return
    check_new(target)
    key = new_key(name)
    line, digest = key.verifier.text, key.verifier.fingerprint
    said = f"{line}\nSHA-256 of this line: {digest}\nThe private key is in {target.name}; it is not shown."
    save_key(key, target, lambda: out(said, at_once=True))


@audit_app.command("checkpoint")
def audit_checkpoint(
    log: LogFile = None,
    key: Annotated[Path | None, typer.Option("--key", help="The file of the private key.")] = None,
    checkpoints: Annotated[
        Path | None, typer.Option("--checkpoints", help="The file of checkpoints; the new one is added.")
    ] = None,
    data: Data = None,
) -> None:
    """Sign a checkpoint of the log, after comparing it with every one signed before, and print it to be filed outside."""
    if log is None:
        audit_desk.open_record(data)
        at = datetime.now(UTC)  # clock: the shell's edge; the time at which the head is signed
        out(working("Signing the checkpoint", lambda: audit_desk.signed(at)))
        return
    if key is None or checkpoints is None:
        raise BadInputError("To sign a checkpoint of a log file, give --key and --checkpoints.")
    check_replaceable(checkpoints)
    signer = load_key(key)
    notes = checkpoints_in(checkpoints) if checkpoints.exists() else []
    earlier = [
        signed_checkpoint(note, [signer.verifier])
        for note in notes
        if any(each.name == signer.name for each in note.signatures)
    ]
    walked = working("Reading the log", lambda: roots_of(events_of(log), {each.size for each in earlier}))
    if walked.chain.fault:
        raise BadInputError(f"The log is broken; no checkpoint was signed. {walked.chain.fault.sentence}")
    size = walked.chain.head.size
    made = next_checkpoint(walked.roots | {size: walked.root}, size, earlier, signer, signer.name)
    write_whole(checkpoints, "\n".join([*(note.written for note in notes), made]), rights=0o644, replace=True)
    out(made)


@audit_app.command("anchor")
def audit_anchor(
    to: Annotated[str, typer.Option("--to", help="Who took it: an office, a court, an inspector.")],
    how: Annotated[str, typer.Option("--how", help="mail, paper, hand or witness.")],
    receipt: Annotated[str, typer.Option("--receipt", help="What they gave for it, such as a file number.")] = "",
    data: Data = None,
) -> None:
    """Record that the newest signed checkpoint of a desk left the building: to whom and how."""
    audit_desk.open_record(data)
    at = datetime.now(UTC)  # clock: the shell's edge; when the head was handed out
    size = audit_desk.handed_out(to, how, receipt, at)
    out(f"Saved: the checkpoint of {size:,} events went to {to}.")


@audit_app.command("give-up")
def audit_give_up(
    reason: Annotated[str, typer.Option("--reason", help="Why the record goes on from an older copy.")],
    data: Data = None,
) -> None:
    """Go on from an older copy that was put back on purpose: the last signed checkpoint is given up, named in the record, laid aside."""
    audit_desk.open_record(data)
    at = datetime.now(UTC)  # clock: the shell's edge; when it was given up
    out(f"Saved. The checkpoint that was given up lies in {audit_desk.given_up(reason, at)}.")


@audit_app.command("acknowledge")
def audit_acknowledge(
    seq: Annotated[int, typer.Argument(metavar="NUMBER", min=0, help="The number of the event that verify names.")],
    by: Annotated[str, typer.Option("--by", help="Who knows of it and answers for it.")],
    data: Data = None,
) -> None:
    """Record that somebody knows that the record goes on from an older copy; verify and doctor then no longer ask."""
    audit_desk.open_record(data)
    at = datetime.now(UTC)  # clock: the shell's edge; when it was acknowledged
    audit_desk.acknowledged(seq, by, at)
    out("Saved.")


@audit_app.command("prove")
def audit_prove(
    seq: Annotated[int, typer.Argument(metavar="NUMBER", min=0, help="The number of the event.")],
    data: Data = None,
) -> None:
    """Print the proof that one event stands in the signed record of a desk: the event, the signed checkpoint, and the hashes between."""
    audit_desk.open_record(data)
    out(readable_json(working("Building the proof", lambda: audit_desk.proved(seq))))


def events_of(log: Path) -> Iterator[Event]:
    """The events of a log file or an export's folder, in order."""
    return read_log(log / "events.jsonl" if log.is_dir() else log)


def decide_again(case: Any) -> dict[str, Any]:
    """Decide a case's JSON value and give the decision as `habeas decide` prints it."""
    return decide(read_case(case)).as_data()


def check_selection(folder: Path, given: LogEvidence) -> int:
    """Check the folder of a selection and say what was found; the exit status."""
    notes = [each.note for each in given.anchored if each.note]
    notes = notes or [each for each in given.checkpoints if isinstance(each, SignedNote)]
    head = max((signed_checkpoint(note, given.keys) for note in notes), key=lambda each: each.size, default=None)
    if head is None:
        raise BadInputError(f"{folder.name} is a selection and holds no checkpoint to prove it against.")
    fault = verify_selection(events_of(folder), read_proofs(folder / "proofs.jsonl"), head)
    good = f"Each event stands, word for word, in the signed log of {head.size:,} events. What else is in it cannot be seen from here."
    out("\n".join([*given.wrong, f"In this selection, e{fault.sentence[1:]}" if fault else good]))
    return 1 if fault or given.wrong else 0


def report_data(report: LogReport) -> dict[str, Any]:
    """A report as JSON values."""
    fault = report.chain.fault
    return {
        "holds": report.holds, "site": report.chain.head.site, "size": report.size, "head": report.chain.head.hash,
        "root": report.root.hex(), "fault": {"seq": fault.seq, "what": fault.what} if fault else None,
        "covered": report.covered, "heads": [{"size": each.size, "what": each.what, "fault": each.fault} for each in report.heads],
        "clock_back": report.chain.clock_back, "refs": report.refs, "kept": report.kept, "untrue": list(report.untrue),
        "wrong": list(report.wrong), "restores": [each.seq for each in report.restores],
        "sentences": report.sentences,
    }  # fmt: skip


def _about(event: Event) -> str:
    return f"{event.object.kind}:{event.object.id}"


def _lying(log: Path, name: str) -> Path | None:
    """A file of an export's folder, where there is one."""
    return log / name if log.is_dir() and (log / name).is_file() else None
