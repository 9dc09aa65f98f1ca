"""The record as the audit room reads it: every event from its whole row, the names beside it, signed heads, keys and where heads went."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
from django.conf import settings
from django.db import connection, transaction

from habeas import __version__
from habeas.audit.chain import Head, read_records
from habeas.audit.checkpoint import Anchor as Sent
from habeas.audit.cosign_reading import HeldHead
from habeas.audit.event import Event, stamp
from habeas.audit.evidence import KeptHead, LogEvidence
from habeas.audit.export import Export
from habeas.audit.last_signed import LAST_FILE, LastSigned, read_last
from habeas.audit.notes import SignedNote, SigningKey, VerifierKey, load_key, new_key, read_key, read_note, save_key
from habeas.audit.sealed import Sealed
from habeas.audit.verify import LogReport, verify_log
from habeas.common.errors import BadInputError
from habeas.desk.models import Anchor, Beside, ChainHead, Checkpoint, HeadRoute, Office
from habeas.desk.models import Event as EventRow

COLUMNS = ("site", "seq", "prev", "hash", "at", "actor", "act", "kind", "object", "request", "body")
"""The columns of an event's row; each must say what the event says."""

KEY_FILE, NODE_FILE, LOCK_FILE = "audit.key", "audit.nodes", "audit.lock"
"""The key that signs heads, and beside it the nodes of the tree, and the lock of whoever signs."""

STEP = 2_000
"""Events read at once."""


def events() -> Iterator[Event]:
    """Every event in order, each read from its whole row; FaultyLogError at the first that is not what it says."""
    return read_records(EventRow.objects.order_by("site", "seq").values(*COLUMNS).iterator(chunk_size=2_000))


def events_between(first: int, end: int) -> Iterator[Event]:
    """The events from number `first` up to before `end`, in steps: no reading lasts, so nobody's writing waits for it."""
    rows = EventRow.objects.filter(site=site()).order_by("seq")
    for start in range(first, end, STEP):
        stop = min(start + STEP, end)
        yield from read_records(rows.filter(seq__gte=start, seq__lt=stop).values(*COLUMNS), start)


def beside_rows() -> Iterator[Sealed]:
    """The names kept beside the record. A row that is no JSON any more reads as changed."""
    for row in Beside.objects.order_by("id").iterator(chunk_size=2_000):
        yield Sealed(digest=row.digest, salt=row.salt, value=_value(row.value))


def _value(text: str) -> object:
    try:
        return msgspec.json.decode(text)
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


def known_keys(site: str) -> tuple[VerifierKey, ...]:
    """The public keys to believe for the record itself: that of the key file, where there is one."""
    path = key_path()
    return (signing_key(site).verifier,) if path.exists() else ()


def witness_keys() -> tuple[VerifierKey, ...]:
    """The public lines of the witnesses that cosign heads here, those of routes that ended among them."""
    if (
        HeadRoute._meta.db_table not in connection.introspection.table_names()
    ):  # the record of an older version is checked as it is
        return ()
    lines = HeadRoute.objects.exclude(line="").order_by("id").values_list("line", flat=True)
    return tuple(dict.fromkeys(map(read_key, lines)))


def heads() -> tuple[SignedNote, ...]:
    """The signed heads, oldest first."""
    return tuple(_note(each) for each in kept_heads())


def _note(row: KeptHead) -> SignedNote:
    try:
        return read_note(row.written)
    except BadInputError:
        raise BadInputError(
            f"The record is broken: what is kept of its head of {row.size:,} events is no signed note any more."
        ) from None


def kept_heads() -> tuple[KeptHead, ...]:
    """The rows of the signed heads as they stand, oldest first; nothing in them is believed yet."""
    rows = Checkpoint.objects.order_by("size").values_list("size", "root", "note")
    return tuple(KeptHead(*row) for row in rows)


def chain_end() -> Head | None:
    """Where the desk's own count says the record ends; None where no office is open."""
    row = ChainHead.objects.values_list("site", "seq", "hash").first()
    return Head(*row) if row else None


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
        Sent(size=size, root=root, at=stamp(at), to=to, how=way, receipt=proof)
        for size, root, at, to, way, proof in rows.values_list(*fields)
    )


def evidence(anchored: tuple[HeldHead, ...] = ()) -> LogEvidence:
    """What the record is held against: its heads, keys, where heads went, names, its own count; and heads that somebody outside kept."""
    return LogEvidence(
        kept_heads(),
        anchored,
        (*known_keys(site()), *witness_keys()),
        sent_heads(),
        beside_rows(),
        every=True,
        end=chain_end(),
    )


def verify(anchored: tuple[HeldHead, ...] = ()) -> LogReport:
    """Check the whole record with all that lies beside it; faults are in the report, a damaged file beside the key among them."""
    last, wrong = None, list[str]()
    try:
        last = last_signed()
    except BadInputError as damaged:
        wrong.append(str(damaged))
    with one_moment():
        return verify_log(events(), replace(evidence(anchored), last=last, wrong=tuple(wrong)))


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
    if found is None:
        raise BadInputError("No office is open in this folder; start with `habeas desk open`.")
    return found
