"""Opening an office on a host: roles, database, folder, settings, the office itself; whole, or nothing is left."""

import shutil

from habeas.common.errors import BadInputError
from habeas.hosting.children import Ended, run
from habeas.hosting.offices import HostedOffice, write_settings
from habeas.hosting.server import drop_database, make_database

MINUTES = 10
"""How long the tables of one office may take."""


def open_hosted(office: HostedOffice, server: str, given: list[str], hosts: str) -> Ended:
    """Make the office's database on `server` and open it with the options `given` of `habeas desk open`; what that printed and said.

    Raises BadInputError in one sentence, and then neither a role, a database nor a file of it is left.
    """
    taken = [path.name for path in (office.data, office.settings, office.owner_settings) if path.exists()]
    if taken:
        raise BadInputError(f"The office {office.name} is there already; nothing was touched.")
    owner, program = make_database(server, office)
    try:
        _write(office, owner, program, hosts)
        return _filled(office, given)
    except BaseException:
        _undo(office, server)
        raise


def _write(office: HostedOffice, owner: str, program: str, hosts: str) -> None:
    office.host.mkdir(parents=True, exist_ok=True, mode=0o700)
    office.data.parent.mkdir(exist_ok=True, mode=0o700)
    office.data.mkdir(mode=0o700)
    write_settings(
        office.settings,
        {"HABEAS_DATA": str(office.data.absolute()), "HABEAS_HOSTS": hosts, "DATABASE_URL": program},
    )
    write_settings(office.owner_settings, {"DATABASE_URL": owner})


def _filled(office: HostedOffice, given: list[str]) -> Ended:
    """Open the office as its owner, and leave the program's role only what it needs."""
    opened = run(office, ["desk", "open", *given], as_owner=True, minutes=MINUTES)
    limited = opened if opened.status else run(office, migration(office), as_owner=True, minutes=MINUTES)
    if limited.status:
        raise BadInputError(limited.sentence)
    return opened


def migration(office: HostedOffice) -> list[str]:
    """The command that brings an office's database up to date and limits the program's role anew."""
    return ["desk", "migrate", "--limit", office.program]


def _undo(office: HostedOffice, server: str) -> None:
    shutil.rmtree(office.data, ignore_errors=True)
    for path in (office.settings, office.owner_settings):
        path.unlink(missing_ok=True)
    drop_database(server, office)
