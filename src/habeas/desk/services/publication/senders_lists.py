"""The sender's own list, loaded to be held against the office's requests: its rows are events, and each without another side is named."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from habeas.audit.event import decode_event
from habeas.desk.doing import Doing
from habeas.desk.models import Event as EventRow
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.office.office import local_day, office, zone
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.statistics.collect.senders_list import read_senders_list

ROWS_A_TIME = 500
"""Rows of one event; a longer list is several, all or none."""


@dataclass(frozen=True, slots=True)
class LoadedList:
    """What was loaded: how many rows, and from which day to which."""

    rows: int
    first: date
    last: date


def load_list(content: bytes, name: str, sender: str, doing: Doing) -> LoadedList:
    """Load a list whole or not at all; a row that comes again from the same sender with its reference takes the earlier one's place.

    Raises BadInputError with the line that cannot be read, RefusedError without a sender.
    """
    if doing.role != "system":
        check_right(needed("keep_counts"), doing.role)
    sender = sender.strip()
    if not sender or len(sender) > 80:
        raise RefusedError("Enter who sent the list, in at most 80 characters.")
    here = office()
    rows = read_senders_list(content, name[:120], zone(here), local_day(here, doing.at))
    digest, sender = hashlib.sha256(content).hexdigest(), _as_before(sender)
    if EventRow.objects.filter(act="tally", body__contains=digest).exists():
        raise RefusedError("This list is loaded already.")
    days = sorted(local_day(here, datetime.fromisoformat(each["at"])) for each in rows)
    _keep(rows, digest, sender, doing)
    return LoadedList(len(rows), days[0], days[-1])


def _keep(rows: list[dict[str, str]], digest: str, sender: str, doing: Doing) -> None:
    with transaction.atomic():
        for start in range(0, len(rows), ROWS_A_TIME):
            key = new_key()
            with acting(doing, "tally", "tally", key) as entry:
                entry.detail |= {
                    "key": key,
                    "noun": "sent",
                    "step": "list",
                    "at": doing.at.isoformat(),
                    "sha256": digest,
                }
                entry.detail |= {"sender": sender, "list": rows[start : start + ROWS_A_TIME]}


def _as_before(sender: str) -> str:
    """The sender as an earlier list spells it: *ICE* and *ice* are one, or a row that comes again would count twice."""
    bodies = EventRow.objects.filter(act="tally").order_by("seq").values_list("body", flat=True)
    known = (str(decode_event(body.encode()).detail.get("sender", "")) for body in bodies)
    return next((each for each in known if each.casefold() == sender.casefold()), sender)
