"""Where the offices of a host stand: for each its data folder with the keys, and the settings that name its database."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from habeas.common.errors import BadInputError

NAME = re.compile(r"[a-z][a-z0-9_]{0,38}")
_SETTING = re.compile(r'([A-Z][A-Z0-9_]*)="([^"\\$`\n]*)"')


@dataclass(frozen=True, slots=True)
class HostedOffice:
    """One office of the host in the folder `host`; its database and its two roles are named after it."""

    name: str
    host: Path

    @property
    def data(self) -> Path:
        """The data folder: the office's keys."""
        return self.host / "offices" / self.name

    @property
    def settings(self) -> Path:
        """What the serving program has to know: its folder, its host names, its database as the role that can only add."""
        return self.host / "settings" / f"{self.name}.env"

    @property
    def owner_settings(self) -> Path:
        """The database as its owner, for steps and backups; no serving program reads it."""
        return self.host / "owners" / f"{self.name}.env"

    @property
    def database(self) -> str:
        """The name of the database."""
        return f"habeas_{self.name}"

    @property
    def owner(self) -> str:
        """The role that owns the database."""
        return f"habeas_owner_{self.name}"

    @property
    def program(self) -> str:
        """The role that the serving program logs in as."""
        return f"habeas_app_{self.name}"


def named(name: str, host: Path) -> HostedOffice:
    """The office `name` of the host, there or not. Raises BadInputError for a name that no database can have."""
    if not NAME.fullmatch(name):
        raise BadInputError(
            f'"{name[:40]}" is no name of an office; write small letters, digits and _, like san_mateo.'
        )
    return HostedOffice(name, host)


def offices_of(host: Path, only: list[str] | None = None) -> list[HostedOffice]:
    """The offices of the host by name, or those named in `only`. Raises BadInputError where there is none, or one is not there."""
    found = [HostedOffice(path.stem, host) for path in sorted((host / "settings").glob("*.env"))]
    if not found:
        raise BadInputError(f"{host.name} holds no office; open one with `habeas host open`.")
    unknown = sorted(set(only or ()) - {each.name for each in found})
    if unknown:
        raise BadInputError(f"{host.name} holds no office called {', '.join(unknown)}; see `habeas host list`.")
    return [each for each in found if not only or each.name in only]


def write_settings(path: Path, values: dict[str, str]) -> None:
    """Write settings as a shell and systemd read them, for their owner alone. Raises BadInputError for a value with a quote in it."""
    lines = [f'{name}="{value}"' for name, value in values.items()]
    wrong = [name for name, line in zip(values, lines, strict=True) if not _SETTING.fullmatch(line)]
    if wrong:
        raise BadInputError(f"{wrong[0]} cannot hold a quote, a dollar sign, a backslash or a line's end.")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def read_settings(path: Path) -> dict[str, str]:
    """Read settings; an empty line and one that begins with # say nothing. Raises BadInputError that names the line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        raise BadInputError(f"{path.parent.name}/{path.name} cannot be read.") from None
    found = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            read = _SETTING.fullmatch(line.strip())
            if read is None:
                raise BadInputError(f'{path.parent.name}/{path.name}, line {number}: write NAME="value".')
            found[read[1]] = read[2]
    return found
