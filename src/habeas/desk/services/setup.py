"""Opening a desk: the office's one row, and the head of its chain."""

from typing import Any

from django.db import transaction

from habeas.desk.models import Office
from habeas.desk.record.writing import open_chain
from habeas.law.jurisdictions import resolve
from habeas.release.clocks import zone_of


def open_office(**given: Any) -> Office:
    """Open the office of this desk. Raises BadInputError for a place or a time zone that cannot be."""
    resolve(given["jurisdiction"])
    zone_of(given.get("time_zone", "America/Los_Angeles"))
    with transaction.atomic():
        made = Office.objects.create(**given)
        open_chain(made)
    return made
