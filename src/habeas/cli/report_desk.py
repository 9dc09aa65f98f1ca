"""A desk for `habeas report`: its events, read from its own database as the record room reads them, and a list loaded."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from habeas.audit.event import Event
from habeas.cli.audit_desk import open_record
from habeas.cli.open_desk import open_desk
from habeas.common.errors import BadInputError
from habeas.common.infiles import read_file
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.reports.counter import counter_rows

MOST_LIST = 20 * 2**20
"""Bytes of a sender's list."""


def desk_events(data: Path) -> Iterable[Event]:
    """Every event of the desk in folder `data`. Raises BadInputError where there is no desk."""
    open_record(data, to_check=True)
    from habeas.desk.services.record import audit_log  # noqa: PLC0415 - models exist only after `open_record`

    return audit_log.events()


def desk_place(data: Path) -> dict[str, str]:
    """What the office's row says of its place, for records that began before events said it: agency, law and time zone."""
    open_record(data, to_check=True)
    return _place()


def _place() -> dict[str, str]:
    from habeas.desk.services.office.office import office  # noqa: PLC0415 - the same

    here = office()
    return {"agency": here.agency, "jurisdiction": here.jurisdiction, "time_zone": here.time_zone}


def load_senders_list(data: Path, file: Path, sender: str) -> tuple[list[str], int]:
    """Load a sender's list; sentences that name each row of either side without another, and how many. Raises BadInputError."""
    content = read_file(file, max_bytes=MOST_LIST)
    open_desk(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `open_desk`
    from habeas.desk.services.publication.senders_lists import load_list  # noqa: PLC0415
    from habeas.desk.services.record import audit_log  # noqa: PLC0415
    from habeas.desk.workflow.errors import RefusedError  # noqa: PLC0415

    try:
        made = load_list(content, file.name, sender, by_system(datetime.now(UTC)))  # clock: the shell's edge
    except RefusedError as fault:
        raise BadInputError(str(fault)) from None
    rows = list(counter_rows(ledger_of(audit_log.events(), _place()), made.first, made.last))
    alone = [row for row in rows if row[0].endswith("alone")]
    lines = [f"Loaded: {made.rows} rows, {made.first} to {made.last}."]
    return [*lines, *map(_told, rows)], len(alone)


def _told(row: tuple[str, ...]) -> str:
    """A row of the comparison: who stands alone and why, or a step with its count."""
    return f"{row[0]}: {row[2]} ({row[1]})" if row[2] else f"{row[0]}: {row[1]}: {row[3]}"
