"""The desk as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """One Django app: the desk."""

    name = "habeas.desk"
    label = "desk"
    verbose_name = "Habeas desk"

    def ready(self) -> None:
        """Tie log-ins and log-outs to their events."""
        from habeas.desk.accounts.signals import connect  # noqa: PLC0415 - models exist only now

        connect()
