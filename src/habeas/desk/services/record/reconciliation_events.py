"""Each event against its seal: one that somebody put in, at the end or anywhere, is named, however well the chain was linked."""

from habeas.desk.models import Event
from habeas.desk.record.event_seals import NOT_OURS, Sealed, SealReader
from habeas.desk.services.record.cells import rows_of
from habeas.desk.services.record.reconciliation_base import Heard, Part


class EventsSealed(Part):
    """The seals of all events, in their order."""

    def hear(self, event: Heard) -> None:
        """Nothing: a seal is on the whole of an event as it stands."""

    def judge(self) -> None:
        """Name each event that this desk did not write, and count those that are older than seals."""
        reader = SealReader()
        for seq, row in rows_of(Event.objects, ("body",), "seq"):
            body = row["body"] if row else ""
            if not isinstance(body, str) or not body:
                continue  # the check of the chain names it
            if not reader.step(body.encode(errors="replace")):
                self.found.say("event", seq, NOT_OURS)
            elif reader.level < Sealed.OURS:
                self.found.unsealed += 1
