"""What can be wrong with a host beyond its offices: a role that could enter another's database, a file that others could read."""

import stat
from collections.abc import Iterator
from pathlib import Path

from habeas.common.errors import BadInputError
from habeas.hosting.offices import HostedOffice, read_settings
from habeas.hosting.server import enterable


def faults_of_host(offices: list[HostedOffice], everybody: list[HostedOffice]) -> list[str]:
    """A sentence for each fault of `offices`, whose roles may enter no other database of `everybody`."""
    return [sentence for office in offices for sentence in (*_modes(office), *_reach(office, everybody))]


def _modes(office: HostedOffice) -> Iterator[str]:
    for path in (office.settings, office.owner_settings):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield f"{path.parent.name}/{path.name} can be read by others; chmod 600 it, and give both roles new passwords."


def _reach(office: HostedOffice, everybody: list[HostedOffice]) -> Iterator[str]:
    """Ask the server, as each of the office's roles, which other offices' databases it would let them into."""
    others = [each.database for each in everybody if each.name != office.name]
    for role, path in ((office.program, office.settings), (office.owner, office.owner_settings)):
        try:
            found = enterable(_address_in(path), others)
        except BadInputError as fault:
            yield f"{office.name}: {fault}"
            continue
        if found:
            yield f"{role} may enter {', '.join(found)}; take it away: REVOKE CONNECT ON DATABASE {found[0]} FROM PUBLIC."


def _address_in(path: Path) -> str:
    found = read_settings(path).get("DATABASE_URL")
    if not found:
        raise BadInputError(f"{path.parent.name}/{path.name} names no DATABASE_URL.")
    return found
