"""The desk as Django knows it."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class DeskConfig(AppConfig):
    """One Django app: the desk."""

    name = "habeas.desk"
    label = "desk"
    verbose_name = "Habeas desk"

    def ready(self) -> None:
        """Tie log-ins and log-outs to their events, and have each write of a held row noted."""
        from habeas.answers.practice import mark_with  # noqa: PLC0415 - loaded with what draws papers
        from habeas.desk.accounts import factor_secrets, signals  # noqa: PLC0415 - models exist only now
        from habeas.desk.models import held  # noqa: PLC0415

        mark_with(is_practice)
        held.connect()
        signals.connect()
        factor_secrets.connect()
        post_migrate.connect(_seal, sender=self, dispatch_uid="habeas.seal")


def is_practice() -> bool:
    """Whether this is a desk for practice: what it draws says so."""
    from habeas.desk.models import Office  # noqa: PLC0415 - models exist only now

    return Office.objects.filter(demonstration=True).exists()


def _seal(**_: Any) -> None:
    """Each start brings the store up to date, and with it the secrets of second factors under the key that holds now."""
    from habeas.desk.accounts.factor_secrets import seal_all  # noqa: PLC0415 - models exist only now

    seal_all()
