"""What was put into the database that acts by itself, and rules of the database that were taken away."""

from habeas.desk.record.foreign import foreign_parts, lost_constraints
from habeas.desk.services.record.reconciliation_base import Heard, Part


class ForeignParts(Part):
    """Triggers, views and rules of a stranger; sets of columns that are no longer unique."""

    def hear(self, event: Heard) -> None:
        """Nothing: no event tells of the form of the database."""

    def judge(self) -> None:
        """Name each, by the table it stands on."""
        for each in foreign_parts():
            self.found.say(each.table, "any", each.sentence)
        for table, columns in lost_constraints():
            self.found.say(table, "any", f"two rows may now have the same {', '.join(columns)}")
