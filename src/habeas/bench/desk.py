"""The desk's pages under load, beside a bare Django page in the same run: the same server, the same eight readers."""

import http.client
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from habeas.bench.clerks import clerks

READERS = 8
_START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class TimedPage:
    """One page to read: what it is, and its address on the server."""

    what: str
    path: str


@dataclass(frozen=True, slots=True)
class Load:
    """What eight readers saw of one page: seconds of each answer, and how long the whole took."""

    seconds: tuple[float, ...]
    wall: float

    def row(self, what: str) -> dict[str, Any]:
        """The numbers of the table: answers a second, the middle and the slow end in milliseconds."""
        ordered = sorted(self.seconds)
        return {
            "page": what,
            "answers": len(ordered),
            "per_second": round(len(ordered) / self.wall, 1),
            "p50_ms": round(statistics.median(ordered) * 1000, 1),
            "p95_ms": round(ordered[int(len(ordered) * 0.95) - 1] * 1000, 1),
            "max_ms": round(ordered[-1] * 1000, 1),
        }


def desk(people: int, each: int = 40) -> Iterator[dict[str, Any]]:
    """Yield one row a page. `people` in custody; each of eight readers asks `each` times."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        told = run_stage("habeas.bench.desk_stage", folder, people)
        with Server(folder, "habeas.bench.hello:application") as server:
            yield _load(server.port, TimedPage("a bare Django page (peer)", "/"), "", each).row(
                "a bare Django page (peer)"
            )
        with Server(folder, "habeas.desk.serving:application") as server:
            for name, path in told["pages"].items():
                yield _load(server.port, TimedPage(name, path), told["cookie"], each).row(name) | {"people": people}


def eight_clerks(people: int, acts: int, think: float, now: datetime) -> dict[str, Any]:
    """Eight clerks while `people` are imported, in a process of its own; the numbers of the table."""
    with tempfile.TemporaryDirectory() as temporary:
        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool:
            return pool.apply(clerks, (Path(temporary), people, acts, think, now)).row()


def run_stage(module: str, folder: Path, *given: int) -> dict[str, Any]:
    """Build the desk to read from in a process of its own, by a module that prints what it built: Django is set up once a process."""
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", module, *map(str, given)],
        env=_environment(folder), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(run.stdout.splitlines()[-1]))


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "HABEAS_DATA": str(folder),
        "HABEAS_TLS": "0",
        "DJANGO_SETTINGS_MODULE": "habeas.desk.settings",
    }


class Server:
    """granian on a free port for as long as the `with` lasts."""

    def __init__(self, folder: Path, application: str) -> None:
        self.port = _free_port()
        granian = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "rsgi",
            "--http",
            "1",
            "--port",
            str(self.port),
            "--workers",
            "2",
        ]
        self._command = [*granian, "--no-ws", "--log-level", "error", application]
        self._environment = _environment(folder)

    def __enter__(self) -> "Server":
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            self._command, env=self._environment, stderr=subprocess.DEVNULL
        )
        for _ in range(_START_SECONDS * 10):
            try:
                _ask(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20), "/account/login/", "")
            except OSError:
                time.sleep(0.1)
            else:
                return self
        raise TimeoutError("the server did not start")

    def cpu_seconds(self) -> float:
        """How long the server and its workers were on a processor so far (Linux): what other work on the machine does not change."""
        own = self._process.pid
        workers = Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split()
        tasks = (each for pid in (own, *workers) for each in Path(f"/proc/{pid}/task").iterdir())
        return sum(int((each / "schedstat").read_text(encoding="ascii").split()[0]) for each in tasks) / 1e9

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


def _free_port() -> int:
    import socket  # noqa: PLC0415 - one use

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _load(port: int, page: TimedPage, cookie: str, each: int) -> Load:
    """Eight readers ask for one page, `each` times a reader, as fast as they are answered."""
    seconds: list[float] = []

    def read() -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        _ask(line, page.path, cookie)
        for _ in range(each):
            begun = time.perf_counter()
            _ask(line, page.path, cookie)
            seconds.append(time.perf_counter() - begun)

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    begun = time.perf_counter()
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    if len(seconds) != READERS * each:
        raise RuntimeError(f"{page.what}: {READERS * each - len(seconds)} answers are missing")
    return Load(tuple(seconds), time.perf_counter() - begun)


def _ask(line: http.client.HTTPConnection, path: str, cookie: str) -> None:
    line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = line.getresponse()
    answer.read()
    if cookie and answer.status != 200:
        raise RuntimeError(f"{path.split('/')[1]}: status {answer.status}")
