"""`habeas audit cosign` and `witness-key`: what a second office or an inspector runs. See docs/witnesses.md."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from habeas.audit.checkpoint import Checkpoint, read_checkpoint
from habeas.audit.cosign import RefusedHeadError, Submission, check_extends, cosign, read_submission, witness_line
from habeas.audit.cosign_reading import FOLDER_NAMES
from habeas.audit.cosign_state import CosignedHead, WitnessMemory, open_memory
from habeas.audit.event import stamp
from habeas.audit.files import keys_in
from habeas.audit.notes import SigningKey, VerifierKey, load_key, new_key, save_key
from habeas.cli.options import out
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.outfiles import write_whole

PUBLIC = 0o644
"""Rights of a cosigned head: it says nothing about anybody, and others are to read it."""


def audit_witness_key(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The witness's name, like inspector.example.gov/witness.")
    ] = None,
    target: Annotated[
        Path | None, typer.Option("--out", help="The file of the private key; it must not exist.")
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", help="Show the public line of this private key instead.")] = None,
) -> None:
    """Make the key of a witness, or show its public line: the desk whose checkpoints it cosigns needs that line."""
    if (key is None) == (name is None or target is None):
        raise BadInputError("Give a NAME and --out for a new key, or --key to show the public line of one.")
    made = load_key(key) if key is not None else new_key(name or "")
    if target is not None:
        save_key(made, target)
    line = witness_line(made)
    out(f"{line.text}\nSHA-256 of this line: {line.fingerprint}")


def audit_cosign(
    head: Annotated[
        Path,
        typer.Argument(
            metavar="HEAD", help="The desk's request or signed checkpoint, or the folder it writes checkpoints to."
        ),
    ],
    key: Annotated[Path, typer.Option("--key", help="The file of the witness's private key.")],
    state: Annotated[Path, typer.Option("--state", help="What this witness remembers; kept by the witness alone.")],
    keys: Annotated[
        Path | None, typer.Option("--keys", help="With --first: the log's public key, learned from the office itself.")
    ] = None,
    first: Annotated[
        bool, typer.Option("--first", help="Take this log up: its checkpoint is believed as it is, this once.")
    ] = False,
    target: Annotated[
        Path | None, typer.Option("--out", help="Where the cosigned checkpoint goes: a file, or a folder.")
    ] = None,
) -> None:
    """Check that a checkpoint extends the last one cosigned, remember it, and cosign it. A fork or a roll-back is refused and kept."""
    if first != (keys is not None):
        raise BadInputError(
            "--first and --keys go together: the log's public key is given once, when a log is taken up."
        )
    signer, offered = load_key(key), _offered(head)
    at = datetime.now(UTC)  # clock: the shell's edge; a cosignature says when it was made
    with open_memory(state) as memory:
        log = _log_key(memory, offered[0], keys_in(keys) if keys else None)
        if log.public == signer.verifier.public:
            raise BadInputError("This is the log's own key; a witness has a key of its own.")
        newest = _judged(memory, offered, log, state)
        cosigned = cosign(newest.note, signer, int(at.timestamp()))
        memory.keep(log.name, CosignedHead(log, newest.note.written, stamp(at)))
    place = _place(target or (head if head.is_dir() else None), newest.head, signer)
    if place is not None:
        write_whole(place, cosigned.written, rights=PUBLIC, replace=True)
    out(cosigned.written)


def _offered(head: Path) -> list[Submission]:
    """The heads that are shown, the smallest first: one file's, or all that the desk wrote to a folder."""
    if not head.is_dir():
        return [_read(head)]
    files = sorted(head.glob(FOLDER_NAMES[0]))
    if not files:
        raise BadInputError(f"{head.name} holds no checkpoints: files called {FOLDER_NAMES[0]} are wanted.")
    return sorted(map(_read, files), key=lambda each: each.head.size)


def _read(path: Path) -> Submission:
    try:
        found = read_submission(read_text(path))
        read_checkpoint(found.note)
    except BadInputError as fault:
        text = str(fault)
        raise BadInputError(text if text.startswith(path.name) else f"{path.name}: {text}") from None
    return found


def _log_key(memory: WitnessMemory, offered: Submission, given: list[VerifierKey] | None) -> VerifierKey:
    """The log's key: the one remembered, or at the first time the one that is given."""
    origin = offered.head.origin
    known = memory.last(origin)
    if known is not None and given is not None:
        raise BadInputError(f"{origin} is known already; leave --first and --keys away.")
    if known is not None:
        return known.key
    if given is None:
        raise RefusedHeadError(
            f"{origin} is a log that this witness does not know; nothing was cosigned. "
            "To take it up, give --first and --keys with its public key."
        )
    found = next((each for each in given if each.name == origin), None)
    if found is None:
        raise RefusedHeadError(f"The keys that were given are not those of {origin}; nothing was cosigned.")
    return found


def _judged(memory: WitnessMemory, offered: list[Submission], log: VerifierKey, state: Path) -> Submission:
    """The newest of the heads, where each extends the one before. A refused one that proves two histories is kept beside the state."""
    known = memory.last(log.name)
    last, newest = (known.head if known else None), offered[-1]
    for each in _newer(offered, last):
        try:
            last = check_extends(each, last, log)
        except RefusedHeadError:
            if known is not None:
                write_whole(_evidence(state, each), f"{known.note}\n{each.written}", replace=True)
            raise
        newest = each
    return newest


def _newer(offered: list[Submission], last: Checkpoint | None) -> Iterator[Submission]:
    """The heads to be judged: of a folder, those that are not older than the last one cosigned, and its newest in any case."""
    for each in offered:
        if each is offered[-1] or last is None or each.head.size >= last.size:
            yield each


def _evidence(state: Path, refused: Submission) -> Path:
    return state.with_name(f"{state.name}.refused-{refused.head.size}.txt")


def _place(target: Path | None, head: Checkpoint, signer: SigningKey) -> Path | None:
    if target is None or not target.is_dir():
        return target
    return target / f"habeas-cosigned-{head.size:012}-{witness_line(signer).id.hex()}.txt"
