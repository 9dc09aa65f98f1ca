"""The desk as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """One Django app: the desk."""

    name = "habeas.desk"
    label = "desk"
    verbose_name = "Habeas desk"

    def ready(self) -> None:
        """Tie log-ins and log-outs to their events, and have each write of a held row noted."""
        from habeas.desk.accounts import signals  # noqa: PLC0415 - models exist only now
        from habeas.desk.models import held  # noqa: PLC0415

        held.connect()
        signals.connect()
