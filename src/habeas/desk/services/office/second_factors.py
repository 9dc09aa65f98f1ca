"""Every account has a second factor, or an administrator's exception with a reason and an end day, which stands in the record."""

from datetime import date, datetime, timedelta

from habeas.desk.doing import Doing
from habeas.desk.models import Account, Office
from habeas.desk.record.writing import acting
from habeas.desk.services.office.office import local_day
from habeas.desk.services.office.own_account import has_second_factor
from habeas.desk.workflow.errors import RefusedError

LONGEST = timedelta(days=180)
"""How long an exception may last; then it is made anew, with its reason."""


def excuse(account: Account, why: str, until: date, today: date, doing: Doing) -> None:
    """Let an account work without a second factor up to and with a day. It signs nothing without one all the same.

    Raises RefusedError for one's own account, without a reason, and for a day that is past or too far away.
    """
    if account.pk == doing.needed_account.pk:
        raise RefusedError("You cannot excuse your own account; another administrator can.")
    if not why.strip():
        raise RefusedError("Enter why this account cannot have a second factor.")
    if not today <= until <= today + LONGEST:
        raise RefusedError(f"The exception ends on a day from today to {LONGEST.days} days from now.")
    with acting(doing, "account", "account", f"staff-{account.pk}") as entry:
        account.excused_why, account.excused_until, account.excused_by = why.strip()[:300], until, doing.needed_account
        account.save(update_fields=["excused_why", "excused_until", "excused_by"])
        entry.detail |= {"step": "excused from the second factor", "until": until.isoformat()}


def lacks_factor(account: Account, here: Office, at: datetime) -> bool:
    """Whether an account has neither a second factor nor an exception that lasts."""
    excused = account.excused_until is not None and local_day(here, at) <= account.excused_until
    return not excused and not has_second_factor(account)
