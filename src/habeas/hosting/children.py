"""One command of `habeas` on each office, in a process of its own: a fault in one leaves the others."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from habeas.common.errors import BadInputError
from habeas.hosting.offices import HostedOffice, read_settings

NOT_HANDED_ON = ("HABEAS_", "DATABASE_", "DJANGO_", "PG")
"""Settings of the host's own process, such as the server's address, which no child reads."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended on an office: the exit status, what it printed, and what it said on standard error."""

    office: HostedOffice
    status: int
    printed: str
    said: str

    @property
    def sentence(self) -> str:
        """The last thing that was said, for somebody who must mend it."""
        lines = (self.said.strip() or self.printed.strip()).splitlines()
        return lines[-1] if lines else f"It ended with exit status {self.status} and said nothing."


def run(office: HostedOffice, arguments: Iterable[str], *, as_owner: bool, minutes: int) -> Ended:
    """Run `habeas ARGUMENTS` on the office's database, as its owner or as the program's role, for no longer than `minutes`."""
    command = [sys.executable, "-P", "-m", "habeas", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with arguments made here
            command, env=_environment(office, as_owner=as_owner), stdin=subprocess.DEVNULL, capture_output=True,
            text=True, errors="replace", check=False, timeout=minutes * 60,
        )  # fmt: skip
    except BadInputError as fault:
        return Ended(office, fault.exit_status, "", str(fault))
    except subprocess.TimeoutExpired:
        return Ended(office, 3, "", f"It did not end in {minutes} minutes and was stopped.")
    except OSError as fault:
        return Ended(office, 3, "", f"It could not be started: {(fault.strerror or 'no reason given').lower()}.")
    return Ended(office, done.returncode, done.stdout, done.stderr)


def run_on_each(
    offices: list[HostedOffice],
    arguments_of: Callable[[HostedOffice], Iterable[str]],
    *,
    as_owner: bool,
    at_once: int,
    minutes: int,
) -> Iterator[Ended]:
    """Run a command on each office, `at_once` at a time; how each ended, in the order of the offices."""
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        yield from pool.map(
            lambda office: run(office, arguments_of(office), as_owner=as_owner, minutes=minutes), offices
        )


def _environment(office: HostedOffice, *, as_owner: bool) -> dict[str, str]:
    """The environment of a child: ours without our own settings, and the office's. Raises BadInputError where a file cannot be read."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(NOT_HANDED_ON)}
    theirs = read_settings(office.settings)
    if as_owner:
        theirs |= read_settings(office.owner_settings)
    return ours | theirs
