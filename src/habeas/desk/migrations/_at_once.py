"""One operation that makes many tables as they shall stand: no step between, and so no model is drawn again after each."""

from typing import Any

from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.models import CreateModel


class AtOnce(Operation):
    """Tables of one app, in their last form.

    *steps* are what `makemigrations` writes for a new app: models, then the fields, indexes and constraints that need a later model.
    The models' state is worked out from the steps; each table is created once, with all of them.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, steps: list[Operation]) -> None:
        self.steps = steps

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Let the state hold the models, drawn when they are first asked for."""
        state.__dict__.pop("apps", None)
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create each table as the state has it."""
        for name in self._models():
            model = to_state.apps.get_model(app_label, name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop them, the last first."""
        for name in reversed(self._models()):
            schema_editor.delete_model(from_state.apps.get_model(app_label, name))

    def describe(self) -> str:
        """What `migrate --plan` prints."""
        return f"Create {len(self._models())} tables at once"

    def _models(self) -> list[str]:
        return [step.name for step in self.steps if isinstance(step, CreateModel)]
