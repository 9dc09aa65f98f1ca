"""What was put into the database that acts by itself, rules of the database that were taken away, and indexes that say something else."""

from django.db import connection

from habeas.desk.record.cell_form import odd_cells
from habeas.desk.record.foreign import foreign_parts, lost_constraints
from habeas.desk.record.guarded import steps_to_come
from habeas.desk.record.store_form import changed_form, unsound
from habeas.desk.services.record.reconciliation_base import Heard, Part


class ForeignParts(Part):
    """Triggers, views and rules of a stranger; sets of columns that are no longer unique; on SQLite whatever no step makes or writes."""

    def hear(self, event: Heard) -> None:
        """Nothing: no event tells of the form of the database."""

    def judge(self) -> None:
        """Name each, by the table it stands on."""
        for each in foreign_parts():
            self.found.say(each.table, "any", each.sentence)
        for table, columns in lost_constraints():
            self.found.say(table, "any", f"two rows may now have the same {', '.join(columns)}")
        if connection.vendor == "sqlite":
            self._form()

    def _form(self) -> None:
        for each in unsound():
            self.found.say("any", "any", f"the file's rows, indexes and rules do not agree: {each}")
        if later := steps_to_come():
            self.found.notes.append(
                f"The form of the tables was not checked: {later} steps of the database are not applied to it."
            )
            return
        for table, what in changed_form():
            self.found.say(table, "any", what)
        for table, row, column, many in odd_cells():
            self.found.say(table, row, f"{column} is not written as the desk writes it{_and_others(many)}")


def _and_others(many: int) -> str:
    return f", nor in {many - 1:,} other rows" if many > 1 else ""
