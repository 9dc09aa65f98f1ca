"""The desk that the faults happen to: an office, clerks, a roster, a program's key; built once in a process of its own."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

PEOPLE = 40


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a desk is: its folder, its database's address (empty: SQLite in the folder), a program's key, a journal."""

    data: Path
    url: str
    secret: str
    journal: Path

    def written(self) -> str:
        """As a line that another process reads."""
        return json.dumps({name: str(value) for name, value in asdict(self).items()})


def read_desk(text: str) -> Desk:
    """The desk of such a line."""
    found = json.loads(text)
    return Desk(Path(found["data"]), found["url"], found["secret"], Path(found["journal"]))


def start_django(data: Path, url: str) -> None:
    """Start Django on a desk with the settings it is served with; only in a process of its own."""
    from habeas.desk.configure import configure

    configure(data, tls=False, hosts="localhost,127.0.0.1,testserver", url=url)


def build(data: Path, url: str, *, ready: bool = False) -> str:
    """Open an office in an empty folder or database (`ready`: there is one); returns the secret of a program's key."""
    from django.db import connection

    now = datetime.now(UTC)
    if not ready:
        _open_office()
    staff = accounts()
    if not ready:
        import_first_roster(staff["ann"], now)
    secret = make_key(staff, now)
    connection.close()
    return secret


def _open_office() -> None:
    from habeas.desk.configure import bring_up_to_date
    from habeas.desk.services.office.setup import open_office

    bring_up_to_date()
    open_office(
        site="soak", name="Records", agency="Alder County (fictional)", jurisdiction="us-ca-los-angeles",
        time_zone="America/Los_Angeles",
    )  # fmt: skip


def accounts() -> dict[str, Any]:
    """The staff, made where they are missing."""
    from habeas.desk.models import Account

    made = {}
    for name, role in (
        ("ann", "clerk"),
        ("bob", "clerk"),
        ("cay", "commander"),
        ("col", "counsel"),
        ("ned", "notice_server"),
        ("adm", "administrator"),
    ):
        found = Account.objects.filter(username=name).first()
        made[name] = found or Account.objects.create_user(
            name, role=role, first_name=name.title(), last_name="Example", excused_until=date.max
        )
    return made


def import_first_roster(clerk: Any, now: datetime) -> None:
    """A small jail."""
    from habeas.demo.county import build_county
    from habeas.desk.doing import by
    from habeas.desk.services.custody.custody import apply_roster, receive_roster

    doing = by(clerk, now)
    county = build_county("us-ca", PEOPLE, now.date())
    apply_roster(receive_roster(county.csv().encode(), "first.csv", "plain", now, doing), doing)


def make_key(staff: dict[str, Any], now: datetime) -> str:
    """A program's key with every scope, which stands."""
    from habeas.desk.api.keys import make_key as make
    from habeas.desk.api.table import SCOPES
    from habeas.desk.doing import by
    from habeas.desk.services.office.programs import shown, vouch_for_key

    made, secret = make("soak", SCOPES, now + timedelta(days=30), by(staff["adm"], now, "totp"))
    made.refresh_from_db()  # as the page shows it
    vouch_for_key(made, shown(made), by(staff["cay"], now, "totp"))
    return secret


def environment_of(desk: Desk) -> dict[str, str]:
    """The environment of a program that works on the desk."""
    return os.environ | {"HABEAS_DATA": str(desk.data), "DATABASE_URL": desk.url, "HABEAS_TLS": "0"}
