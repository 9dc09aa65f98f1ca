"""The record as the audit room reads it: every event from its whole row, the names beside it, signed heads, keys and where heads went."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from habeas import __version__
from habeas.audit.chain import ChainFault, FaultyLogError, Head, read_records
from habeas.audit.checkpoint import Anchor as Sent
from habeas.audit.checkpoint import NamedHead, read_checkpoint
from habeas.audit.cosign_reading import HeldHead
from habeas.audit.event import Event, stamp
from habeas.audit.evidence import KeptHead, LogEvidence
from habeas.audit.export import Export
from habeas.audit.last_signed import LAST_FILE, LastSigned, read_last
from habeas.audit.notes import SignedNote, SigningKey, VerifierKey, load_key, new_key, read_key, read_note, save_key
from habeas.audit.sealed import Sealed
from habeas.audit.verify import LogReport, verify_log
from habeas.audit.walking import Told
from habeas.common.errors import BadInputError
from habeas.desk.models import Anchor, Beside, ChainHead, Checkpoint, HeadRoute, Office
from habeas.desk.models import Event as EventRow
from habeas.desk.record.event_seals import NOT_OURS, SealReader
from habeas.desk.record.guarded import lost_guards
from habeas.desk.services.record.cells import FAULTS as CELLS
from habeas.desk.services.record.cells import UNREADABLE, read_or, rows_of

_Cell = TypeVar("_Cell")
COLUMNS = ("site", "seq", "prev", "hash", "at", "actor", "act", "kind", "object", "request", "body")
"""The columns of an event's row; each must say what the event says."""

KEY_FILE, NODE_FILE, LOCK_FILE = "audit.key", "audit.nodes", "audit.lock"
"""The key that signs heads, and beside it the nodes of the tree, and the lock of whoever signs."""

NO_COUNT = (
    "the row that says where the record ends is gone, doubled or changed; nothing can be written down, so nothing is done. "
    "Restore the last backup, and find out who did it"
)
"""What is said where the desk's own count of events is not the one row it always is."""
STEP = 2_000
"""Events read at once."""


def events() -> Iterator[Event]:
    """Every event in order, each read from its whole row; FaultyLogError at the first that is not what it says."""
    return read_records(_readable(EventRow.objects.order_by("site", "seq").values(*COLUMNS).iterator(chunk_size=2_000)))


def _readable(rows: Iterator[dict[str, Any]], first: int = 0) -> Iterator[dict[str, Any]]:
    """The rows of events; a cell that the program never writes is a fault of the log, and no end of the check."""
    place = first
    try:
        for row in rows:
            yield row
            place += 1
        return
    except DatabaseError as fault:
        if "no such" in str(fault) or "does not exist" in str(fault):
            raise
    except CELLS:
        pass
    raise FaultyLogError(ChainFault(place, f"{UNREADABLE}, or one of an event after it"))


def events_between(first: int, end: int) -> Iterator[Event]:
    """The events from number `first` up to before `end`, in steps: no reading lasts, so nobody's writing waits for it."""
    rows = EventRow.objects.filter(site=site()).order_by("seq")
    for start in range(first, end, STEP):
        stop = min(start + STEP, end)
        part = rows.filter(seq__gte=start, seq__lt=stop).values(*COLUMNS)
        yield from read_records(_readable(iter(part), start), start)


def events_since(first: int, end: int) -> Iterator[Event]:
    """As `events_between`, and FaultyLogError at the first that this desk did not write."""
    before = EventRow.objects.filter(site=site(), seq=first - 1).values_list("body", flat=True).first()
    reader = SealReader((before or "").encode())
    for event in events_between(first, end):
        yield event  # whoever walks the chain says first what is wrong with it
        if not reader.step(event.canonical):
            raise FaultyLogError(ChainFault(event.seq, NOT_OURS))


def beside_rows() -> Iterator[Sealed]:
    """The names kept beside the record. A row that cannot be read any more reads as changed."""
    for place, row in rows_of(Beside.objects, ("digest", "salt", "value")):
        yield _sealed(row) if row else Sealed(digest=f"row {place}", salt="", value=None)


def _sealed(row: dict[str, Any]) -> Sealed:
    digest, salt = (each if isinstance(each, str) else "" for each in (row["digest"], row["salt"]))
    return Sealed(digest=digest, salt=salt, value=_value(row["value"]))


def _value(text: object) -> object:
    try:
        return msgspec.json.decode(text) if isinstance(text, str) else {"unreadable": True}
    except (msgspec.DecodeError, UnicodeError):
        return {"unreadable": True}


def key_path(data: Path | None = None) -> Path:
    """The file of the private key that signs heads."""
    return (data or Path(settings.DATA)) / KEY_FILE


def beside_key(name: str) -> Path:
    """A file that lies in the folder of the key."""
    return Path(settings.DATA) / name


def last_signed() -> LastSigned | None:
    """The head that was signed last, as the file beside the key says; None where no head was. Raises BadInputError for a damaged file."""
    return read_last(beside_key(LAST_FILE))


def origin_of(site: str) -> str:
    """The name of a site's log, as it stands in each head."""
    return f"{site}/habeas-log"


def signing_key(site: str, data: Path | None = None) -> SigningKey:
    """The key that signs heads, made at its first use (readable by its owner alone). Raises BadInputError where others can read it."""
    path = key_path(data)
    if not path.exists():
        try:
            save_key(new_key(origin_of(site)), path)
        except BadInputError:
            if not path.exists():  # another process may have been first; its key counts
                raise
    return load_key(path)


def head_without_file() -> NamedHead | None:
    """The head that events say was signed last, where no file beside the key knows it and nobody gave it up; then none is signed anew."""
    if beside_key(LAST_FILE).exists():
        return None
    told = Told()
    for row in EventRow.objects.filter(act__in=("checkpoint", "restore")).order_by("seq").values(*COLUMNS):
        (event,) = read_records([row], row["seq"])
        told.hear(event)
    return told.signed_since


def known_keys(site: str) -> tuple[VerifierKey, ...]:
    """The public keys to believe for the record itself: that of the key file, where there is one."""
    path = key_path()
    return (signing_key(site).verifier,) if path.exists() else ()


def witness_keys() -> tuple[VerifierKey, ...]:
    """The public lines of the witnesses that cosign heads here, also of routes that ended. BadInputError for one that is none."""
    return tuple(dict.fromkeys(read_key(line) for _, line in witness_lines()))


def witness_lines() -> list[tuple[int, str]]:
    """What stands as witnesses' lines, each with the number of its row."""
    if (
        HeadRoute._meta.db_table not in connection.introspection.table_names()
    ):  # the record of an older version is checked as it is
        return []
    rows = rows_of(HeadRoute.objects.exclude(line=""), ("line",))
    return [(place, _typed(row or {}, "line", "")) for place, row in rows]


def heads() -> tuple[SignedNote, ...]:
    """The signed heads, oldest first."""
    return tuple(_note(each) for each in kept_heads())


def _note(row: KeptHead) -> SignedNote:
    try:
        return read_note(row.written)
    except BadInputError:
        raise BadInputError(
            f"The record is broken: what is kept of its checkpoint of {row.size:,} events is no longer a signed note."
        ) from None


def kept_heads() -> tuple[KeptHead, ...]:
    """The rows of the signed heads as they stand, oldest first; nothing in them is believed yet."""
    rows = (row or {} for _, row in rows_of(Checkpoint.objects, ("size", "root", "note")))
    found = (KeptHead(_typed(row, "size", -1), _typed(row, "root", ""), _typed(row, "note", "")) for row in rows)
    return tuple(sorted(found, key=lambda each: each.size))


def _typed(row: Mapping[str, Any], name: str, otherwise: _Cell) -> _Cell:
    """A cell of a row; `otherwise` where it holds nothing of that kind."""
    return row[name] if isinstance(row.get(name), type(otherwise)) else otherwise


def chain_end() -> Head | None:
    """Where the desk's own count says the record ends; None where no office is open.

    Raises BadInputError where the count is gone, stands there twice, or is none.
    """
    rows = list(ChainHead.objects.values_list("site", "seq", "hash")[:2])
    if not rows and not EventRow.objects.exists():
        return None
    if len(rows) != 1 or [type(each) for each in rows[0]] != [str, int, str]:
        raise BadInputError(NO_COUNT)
    return Head(*rows[0])


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything as it stood at one moment while writers go on; nobody waits for it."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def sent_heads() -> tuple[Sent, ...]:
    """Where heads went. Only columns that every version had are read: a record of an older one is checked as it is."""
    rows = Anchor.objects.order_by("at", "id")
    fields = ("checkpoint__size", "checkpoint__root", "at", "sent_to", "way", "proof")
    return tuple(
        Sent(size=_whole(size), root=root, at=stamp(at), to=to, how=way, receipt=proof)
        for size, root, at, to, way, proof in rows.values_list(*fields)
    )


def _whole(cell: object) -> int:
    if not isinstance(cell, int):
        raise BadInputError("a size is no number")
    return cell


def evidence(anchored: tuple[HeldHead, ...] = ()) -> LogEvidence:
    """What the record is held against: its heads, keys, where heads went, names, its own count; and heads that somebody outside kept.

    What of it cannot be read is said, and the rest is held all the same.
    """
    wrong = list[str]()
    none: tuple[Any, ...] = ()
    own: tuple[VerifierKey, ...] = read_or(
        lambda: known_keys(site()), none, "The office or the key that signs checkpoints", wrong
    )
    last = read_or(last_signed, None, f"The file {LAST_FILE}", wrong)
    return LogEvidence(
        read_or(kept_heads, none, "The rows of signed checkpoints (table checkpoint)", wrong),
        anchored,
        (*own, *_witness_keys(wrong)),
        read_or(sent_heads, none, "The rows of filed checkpoints (table anchor)", wrong),
        beside_rows(),
        every=True,
        end=read_or(chain_end, None, "The desk's own count of events (table chainhead)", wrong),
        last=last,
        keeps_last=last is None and not beside_key(LAST_FILE).exists(),
        wrong=tuple(wrong),
    )


def _witness_keys(wrong: list[str]) -> list[VerifierKey]:
    """The lines of the witnesses that are lines, and a sentence for each other one."""
    nothing: list[Any] = []
    lines: list[tuple[int, str]] = read_or(witness_lines, nothing, "The witnesses' lines (table headroute)", wrong)
    keys = [
        read_or(partial(read_key, line), None, f"The witness's line in table headroute, record {place},", wrong)
        for place, line in lines
    ]
    return list(dict.fromkeys(filter(None, keys)))


def unreadable() -> list[str]:
    """What of the record's own rows cannot be read, a sentence each: while there is anything, no head is signed."""
    found = evidence()
    spoiled = [each for each in found.checkpoints if isinstance(each, KeptHead) and not _is_head(each)]
    return [
        *found.wrong,
        *(f"The row of the checkpoint of {each.size:,} events no longer holds a checkpoint." for each in spoiled),
    ]


def _is_head(kept: KeptHead) -> bool:
    try:
        read_checkpoint(read_note(kept.written))
    except BadInputError:
        return False
    return kept.size >= 0


def verify(anchored: tuple[HeldHead, ...] = (), *, restoring: bool = False) -> LogReport:
    """Check the whole record with all that lies beside it; faults are in the report, a damaged file or row among them.

    `restoring`: this is the copy in a backup; one of an earlier version has no file beside the key, and its guards are asked for apart.

    Raises BadInputError where there is no record at all.
    """
    with one_moment():
        if not (EventRow.objects.exists() or ChainHead.objects.exists()):
            site()
        held = evidence(anchored)
        held = held if restoring else replace(held, wrong=(*held.wrong, *_unguarded()))
        return verify_log(events(), replace(held, keeps_last=held.keeps_last and not restoring))


def _unguarded() -> list[str]:
    """A sentence where the tables of the record stand without their guards: whoever took them away could change rows since."""
    lost = lost_guards()
    return [f"The record is not guarded: {', '.join(lost)} is missing or was changed."] if lost else []


def export_of(at: datetime, *, names: bool = True) -> Export:
    """What goes out with the events; `names` says whether the rows beside go along."""
    return Export(
        made_at=at,
        program=f"habeas {__version__}",
        checkpoints=heads(),
        keys=(*known_keys(site()), *witness_keys()),
        anchors=sent_heads(),
        beside=beside_rows() if names else (),
    )


def site() -> str:
    """The name of this record. Raises BadInputError where no office is open."""
    found = Office.objects.values_list("site", flat=True).first()
    if found is None and EventRow.objects.exists():
        raise BadInputError(
            "The row of the office (table office) is gone, and there is a record: restore the last backup."
        )
    if found is None:
        raise BadInputError("No office is open in this folder; start with `habeas desk open`.")
    return found
