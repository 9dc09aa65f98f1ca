"""Starting Django for the desk: the environment first, then the settings, then the store brought up to date."""

import os
from pathlib import Path


def configure(
    data: Path | None = None,
    *,
    tls: bool | None = None,
    hosts: str | None = None,
    url: str | None = None,
    read_only: bool = False,
) -> None:
    """Set the environment from what was given (what was not given stays as it is) and start Django.

    With `read_only` nothing is written, neither into the store nor into the folder.
    """
    given = {
        "HABEAS_DATA": str(data) if data else None,
        "HABEAS_TLS": None if tls is None else "1" if tls else "0",
        "HABEAS_HOSTS": hosts,
        "DATABASE_URL": url,
        "HABEAS_READ_ONLY": "1" if read_only else "0",
    }
    os.environ.update({name: value for name, value in given.items() if value is not None})
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.desk.settings")
    import django  # noqa: PLC0415 - Django reads its settings when it is set up, so the environment comes first

    folder = Path(os.environ.get("HABEAS_DATA", "habeas-data"))
    if not read_only:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / "static").mkdir(exist_ok=True, mode=0o700)
    django.setup()


def bring_up_to_date() -> None:
    """Apply the migrations that are missing."""
    from django.core.management import call_command  # noqa: PLC0415 - only after `configure`

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
