"""Opening a desk: the office's one row, and the head of its chain."""

from datetime import datetime
from typing import Any

from django.db import transaction

from habeas.common.errors import BadInputError
from habeas.deadlines.clocks import zone_of
from habeas.desk.doing import by_system
from habeas.desk.models import Account, Office
from habeas.desk.models.held import HELD, LATER, touch_all
from habeas.desk.record.writing import EventEntry, acting, open_chain
from habeas.desk.workflow.errors import RefusedError
from habeas.law.engine.jurisdictions import resolve


def open_office(**given: Any) -> Office:
    """Open the office of this desk; its time zone is the place's own where none is given.

    Raises BadInputError for a place or a time zone that cannot be, and for a place of several zones without one.
    """
    if Office.objects.exists():
        raise BadInputError("An office is open in this folder already; give --data a new one.")
    zone = given.get("time_zone") or resolve(given["jurisdiction"]).place.zone
    if zone is None:
        raise BadInputError(f"{given['jurisdiction']} has no time zone of its own; name the jail's with --time-zone.")
    given |= {"time_zone": zone_of(zone).key}
    with transaction.atomic():
        made = Office.objects.create(**given)
        open_chain(made)
    return made


def first_administrator(username: str, password: str, at: datetime) -> Account:
    """Make the first account of a new desk: an administrator. Raises RefusedError where there is an account already."""
    with acting(by_system(at), "account", "account", username) as entry:
        if Account.objects.exists():
            raise RefusedError("There are accounts already; an administrator makes more.")
        made = Account.objects.create_user(
            username, password=password, role=Account.Role.ADMINISTRATOR, first_password=True
        )
        entry.detail["step"] = "made the first administrator"
        tell_what_stands(entry)
    return made


def tell_what_stands(entry: EventEntry) -> None:
    """Have the first event of a desk tell of every row that stands, so that from here on no row is there of which no event told."""
    entry.detail |= {"tables": HELD, "also": sorted(LATER)}
    tell_place(entry)
    touch_all()


def tell_place(entry: EventEntry) -> None:
    """Have an event say whose record this is, under which place's law and in which time zone its days are counted."""
    here = Office.objects.get()
    entry.detail["place"] = {"agency": here.agency, "jurisdiction": here.jurisdiction, "time_zone": here.time_zone}
