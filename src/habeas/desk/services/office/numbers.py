"""Numbers of requests: R-2026-00001, one after the other, without a gap in a year and never given twice."""

from django.db import transaction

from habeas.desk.doing import Doing
from habeas.desk.models import Numbering
from habeas.desk.services.office.office import local_day, office


def next_number(doing: Doing) -> str:
    """Give out the next number of the year (by the jail's own calendar). Must run in the transaction that stores the request.

    The year's row is locked until that transaction ends: undone, the number was never given.
    """
    year = local_day(office(), doing.at).year
    with transaction.atomic():
        Numbering.objects.get_or_create(year=year)
        row = Numbering.objects.select_for_update().get(year=year)
        row.last += 1
        row.save(update_fields=["last"])
    return f"R-{year}-{row.last:05d}"
