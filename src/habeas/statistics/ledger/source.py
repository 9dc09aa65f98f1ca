"""Where a ledger comes from: an exported chain, walked and checked link by link, or the events of a desk. No table is read."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from habeas.audit.chain import FaultyLogError, Walk, read_log
from habeas.audit.event import Event
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import load_json
from habeas.common.uncollected import uncollected
from habeas.statistics.ledger.reading import read_ledger
from habeas.statistics.ledger.rows import Ledger


@uncollected()
def ledger_of(events: Iterable[Event], place: Mapping[str, str] | None = None, upto: int | None = None) -> Ledger:
    """The ledger of events, each checked to follow from the last. Raises BadInputError at the first that does not."""
    found = read_ledger(_walked(events), place, upto)
    if upto is not None and found.size < upto:
        raise BadInputError(f"The record holds {found.size:,} events; {upto:,} were counted from: it was cut short.")
    return found


def _walked(events: Iterable[Event]) -> Iterator[Event]:
    walk = Walk()
    try:
        for event in events:
            fault = walk.step(event)
            if fault:
                raise FaultyLogError(fault)
            yield event
    except FaultyLogError as broken:
        raise BadInputError(f"The record is broken and nothing was counted. {broken.fault.sentence}") from None


def events_in(folder: Path) -> Iterator[Event]:
    """The events of an export's folder or a log file. Raises BadInputError where there are none, or only a selection."""
    if not folder.is_dir():
        return read_log(folder)
    manifest = folder / "manifest.json"
    if manifest.is_file():
        _check_whole(load_json(manifest), folder)
    log = folder / "events.jsonl"
    if not log.is_file():
        raise BadInputError(f"{folder.name} holds no exported record: there is no events.jsonl in it.")
    return read_log(log)


def _check_whole(manifest: object, folder: Path) -> None:
    if not isinstance(manifest, dict) or manifest.get("kind") != "whole":
        raise BadInputError(
            f"{folder.name} is no export of the whole record: nothing can be counted from a part of it."
        )
