"""The events of a desk for `habeas report`: read from its own database as the record room reads them, and nothing written."""

from collections.abc import Iterable
from pathlib import Path

from habeas.audit.event import Event
from habeas.cli.audit_desk import open_record


def desk_events(data: Path) -> Iterable[Event]:
    """Every event of the desk in folder `data`. Raises BadInputError where there is no desk."""
    open_record(data, to_check=True)
    from habeas.desk.services.record import audit_log  # noqa: PLC0415 - models exist only after `open_record`

    return audit_log.events()


def desk_place(data: Path) -> dict[str, str]:
    """What the office's row says of its place, for records that began before events said it: agency, law and time zone."""
    open_record(data, to_check=True)
    from habeas.desk.services.office.office import office  # noqa: PLC0415 - the same

    here = office()
    return {"agency": here.agency, "jurisdiction": here.jurisdiction, "time_zone": here.time_zone}
