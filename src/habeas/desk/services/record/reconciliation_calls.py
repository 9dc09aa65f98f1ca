"""Calls to other systems that wait or left, each against the event it tells of: the desk would sign what somebody wrote into the store."""

from habeas.desk.models import WebhookCall
from habeas.desk.services.record.cells import FAULTS, UNREADABLE, rows_of
from habeas.desk.services.record.reconciliation_base import Heard, Part
from habeas.desk.services.webhooks.told import says_what_happened

COLUMNS = ("seq", "event", "request", "happened_at")


class CallsTold(Part):
    """Every call that is kept."""

    def hear(self, event: Heard) -> None:
        """Nothing: a call names the event it tells of."""

    def judge(self) -> None:
        """Name each call that says something else than its event."""
        for key, row in rows_of(WebhookCall.objects, COLUMNS):
            try:
                agrees = row is not None and says_what_happened(*(row[each] for each in COLUMNS))
                wrong = "it is not what its event says" if row is not None else UNREADABLE
            except FAULTS:
                agrees, wrong = False, UNREADABLE
            if not agrees:
                self.found.say("webhookcall", key, wrong)
