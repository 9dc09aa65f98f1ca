"""One operation that makes many tables as they shall stand: no step between, and so no model is drawn again after each."""

from typing import Any

from django.db.migrations.operations.base import Operation


class AtOnce(Operation):
    """The tables of one app as *steps* leave them, each created once.

    *steps* are the operations of other migrations, in their order. Of each only what it does to the models' state counts: the rows that
    some of them move are not there yet.
    """

    reduces_to_sql = True
    reversible = False

    def __init__(self, steps: list[Operation]) -> None:
        self.steps = steps

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Let the state hold the models, drawn when they are first asked for."""
        state.__dict__.pop("apps", None)
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create each table as the state has it."""
        for app, name in to_state.models:
            if app == app_label and (app, name) not in from_state.models:
                schema_editor.create_model(to_state.apps.get_model(app, name))

    def describe(self) -> str:
        """What `migrate --plan` prints."""
        return "Create the tables at once"
