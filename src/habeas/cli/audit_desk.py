"""What `habeas audit` does over a desk's own database: the same checks, export, replay and heads, with the record read from its rows."""

import os
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from habeas.audit.cosign_reading import HeldHead
from habeas.audit.event import Event
from habeas.audit.export import export_log, export_selection
from habeas.audit.replay import ReplayVerdict
from habeas.audit.verify import LogReport
from habeas.cli.options import working
from habeas.common.errors import BadInputError
from habeas.desk.configure import bring_up_to_date, configure


def open_record(data: Path | None, *, to_check: bool = False) -> None:
    """Start Django on the database of folder `data` (or the one `DATABASE_URL` names). BadInputError where there is no desk.

    `to_check`: what is opened is evidence. No step of the database is applied and nothing is written, whatever version wrote it.
    """
    url = os.environ.get("DATABASE_URL", "")
    if data is None and not url:
        raise BadInputError("Give a log file, or --data with the folder of a desk.")
    folder = data or Path(os.environ.get("HABEAS_DATA", "habeas-data"))
    if not url and not (folder / "habeas.sqlite3").is_file():
        raise BadInputError(f"{folder.name} holds no desk: there is no habeas.sqlite3 in it.")
    configure(folder, read_only=to_check)
    if not to_check:
        bring_up_to_date()
        hold_rows()


def hold_rows() -> None:
    """At the first start after an upgrade: have every row that is older than the record's hold on rows told of, and held from there on."""
    from habeas.desk.services.record.hold_begins import begin_hold  # noqa: PLC0415 - models exist only after `configure`

    at = datetime.now(UTC)  # clock: the shell's edge; when the hold on older rows began
    count = working("Looking for rows older than the record's hold", lambda: begin_hold(at))
    if count:
        sys.stderr.write(f"The record holds {count:,} older rows from here on, as they stand now.\n")


def verified(anchored: tuple[HeldHead, ...]) -> LogReport:
    """Check the whole record, and compare it with checkpoints that somebody outside has kept."""
    from django.db import DatabaseError  # noqa: PLC0415 - models exist only after `open_record`

    from habeas.desk.services.record import audit_log as ledger  # noqa: PLC0415
    from habeas.desk.store_words import first_line, store_words  # noqa: PLC0415

    try:
        return ledger.verify(anchored)
    except DatabaseError as fault:
        words = store_words(fault) or first_line(fault)
        raise BadInputError(f"The record cannot be read as it stands: {words}. Nothing was changed in it.") from None


@dataclass(frozen=True, slots=True)
class TablesHeld:
    """What holding the desk's tables against its chain found: whether they agree, how many rows do, and the sentences."""

    agree: bool
    held: int
    not_held: dict[str, int]
    sentences: list[str]


def tables_held() -> TablesHeld:
    """Hold the desk's tables against its chain, both as they stand at one moment. Tables that cannot be read are held against nothing."""
    from django.db import DatabaseError  # noqa: PLC0415

    from habeas.desk.services.record.audit_log import one_moment  # noqa: PLC0415
    from habeas.desk.services.record.reconciliation import reconciled  # noqa: PLC0415
    from habeas.desk.store_words import first_line, store_words  # noqa: PLC0415

    try:
        with one_moment():
            found = reconciled()
    except DatabaseError as fault:
        words = store_words(fault) or first_line(fault)
        return TablesHeld(False, 0, {}, [f"The desk's tables were not held against the record: {words}."])
    return TablesHeld(not found.rows, found.held, found.older, found.sentences)


def exported(target: Path, about: frozenset[str], at: datetime, *, names: bool) -> dict[str, Any]:
    """Write the export to `target`; its manifest. That it was made is an event."""
    from habeas.desk.doing import by_system  # noqa: PLC0415
    from habeas.desk.record.writing import acting  # noqa: PLC0415
    from habeas.desk.services.record import audit_log as ledger  # noqa: PLC0415

    given = ledger.export_of(at, names=names)
    if about:
        made = export_selection(ledger.events(), target, given, lambda event: _about(event) in about)
    else:
        made = export_log(ledger.events(), target, given)
    with acting(by_system(at), "export", "log", ledger.site()) as entry:
        entry.detail |= {"size": made["size"], "written": made["written"], "names": names}
    return made


def _about(event: Event) -> str:
    return f"{event.object.kind}:{event.object.id}"


@dataclass(frozen=True, slots=True)
class DeskReplay:
    """What a replay of the desk found: the counts by verdict, and each decision that is not the same, as rows and sentences."""

    counts: dict[str, int]
    rows: list[dict[str, Any]]
    sentences: list[str]

    @property
    def same(self) -> bool:
        """Whether every decision came out the same."""
        return not any(self.counts[each] for each in self.counts if each != ReplayVerdict.SAME.value)


def replayed(at: datetime) -> DeskReplay:
    """Decide every stored decision again. The replay is an event."""
    from habeas.desk.doing import by_system  # noqa: PLC0415
    from habeas.desk.services.decisions.replay import record_replay, replay_all  # noqa: PLC0415

    found = list(replay_all())
    record_replay(found, by_system(at))
    counts = Counter(each.verdict.value for each in found)
    odd = [each for each in found if each.verdict is not ReplayVerdict.SAME]
    rows = [
        {
            "request": each.request,
            "decision": each.number,
            "verdict": each.verdict.value,
            "acts": list(each.acts),
            "parts": list(each.parts),
            "packs": list(each.packs),
        }
        for each in odd
    ]
    return DeskReplay({each.value: counts[each.value] for each in ReplayVerdict}, rows, [each.sentence for each in odd])


def public_key() -> tuple[str, str]:
    """The public line of the key that signs heads (made where there is none) and its SHA-256."""
    from habeas.desk.services.record import audit_log as ledger  # noqa: PLC0415

    key = ledger.signing_key(ledger.site()).verifier
    return key.text, key.fingerprint


def signed(at: datetime) -> str:
    """Sign the head now, keep it, and give the note."""
    from habeas.desk.doing import by_system  # noqa: PLC0415
    from habeas.desk.services.record.checkpoints import sign_head  # noqa: PLC0415

    return sign_head(by_system(at)).note


def handed_out(to: str, way: str, receipt: str, at: datetime) -> int:
    """Record that the newest head was handed out; its size."""
    from habeas.desk.doing import by_system  # noqa: PLC0415
    from habeas.desk.models import Checkpoint  # noqa: PLC0415
    from habeas.desk.services.record.checkpoints import hand_out  # noqa: PLC0415

    newest = Checkpoint.objects.order_by("-size").first()
    if newest is None:
        raise BadInputError("No checkpoint is signed yet; sign one with `habeas audit checkpoint`.")
    hand_out(newest, to, way, receipt, at, by_system(at))
    return newest.size


def given_up(reason: str, at: datetime) -> str:
    """Give up the head signed last; the name its file has now."""
    from habeas.desk.doing import by_system  # noqa: PLC0415
    from habeas.desk.services.record.giving_up import give_up  # noqa: PLC0415

    return give_up(reason, by_system(at))


def acknowledged(seq: int, by: str, at: datetime) -> None:
    """Record that somebody knows of an older copy that the record goes on from."""
    from habeas.desk.doing import by_system  # noqa: PLC0415
    from habeas.desk.services.record.giving_up import acknowledge  # noqa: PLC0415

    acknowledge(seq, by, by_system(at))


def proved(seq: int) -> dict[str, Any]:
    """The proof that event `seq` stands in the signed record."""
    from habeas.desk.services.record.checkpoints import prove  # noqa: PLC0415

    return prove(seq).as_data()
