"""A whole real server, killed at random moments: clients send each call again under its name until it is answered."""

import http.client
import json
import os
import random
import secrets
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.postgres import free_port
from tools.soak import journal as said
from tools.soak.checks import check_store, verify_whole
from tools.soak.desk import Desk, environment_of
from tools.soak.journal import Journal, acknowledged
from tools.soak.kills import Tally
from tools.soak.sessions import forked

CLIENTS = 8
START_SECONDS = 120.0
PAUSE = 0.3


class Served:
    """`habeas serve` with two workers, in a process group of its own."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.port, self.longest = desk, free_port(), 0.0

    def start(self) -> None:
        """Start it and wait until it answers."""
        program = str(Path(sys.executable).with_name("habeas"))
        command = [
            program,
            "serve",
            "--data",
            str(self.desk.data),
            "--port",
            str(self.port),
            "--plain-http",
            "--workers",
            "2",
        ]
        began = time.monotonic()
        self._process = subprocess.Popen(
            command,
            env=environment_of(self.desk),
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while time.monotonic() - began < START_SECONDS:
            try:
                ask(self.port, "GET", "/account/login/", None, {})
            except OSError:
                time.sleep(0.1)
            else:
                self.longest = max(self.longest, time.monotonic() - began)
                return
        raise TimeoutError("the server did not start again")

    def kill(self) -> None:
        """Kill the server and both its workers."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def ask(port: int, method: str, path: str, body: str | None, heads: dict[str, str]) -> int:
    """One call; the status of its answer. OSError where none came."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        line.request(method, path, body, heads)
        answer = line.getresponse()
        answer.read()
        return answer.status
    except http.client.HTTPException as fault:
        raise OSError(str(fault)) from None
    finally:
        line.close()


def _client(served: Served, journal: Journal, stop: threading.Event, odd: list[str]) -> None:
    """File requests one after another, each under its name until it is answered."""
    while not stop.is_set():
        token = f"api-{secrets.token_hex(8)}"
        journal.write(said.BEGUN, token)
        body = {"request": {"kind": "detainer", "issuer": "ice"}, "channel": "electronic", "received_by": token}
        text = json.dumps(body | {"received_at": "2026-03-04T11:00:00+00:00"})
        heads = {
            "Authorization": f"Bearer {served.desk.secret}",
            "Idempotency-Key": token,
            "Content-Type": "application/json",
        }
        while not stop.is_set():
            try:
                status = ask(served.port, "POST", "/api/requests", text, heads)
            except OSError:
                time.sleep(PAUSE)
                continue
            if status == 201:
                journal.write(said.DONE, token)
                break
            if status not in {429, 503}:
                odd.append(f"status {status}")
                break
            time.sleep(PAUSE)


def server_kills(desk: Desk, wanted: int, until: float, seed: int) -> Tally:
    """Kill the whole server `wanted` times under eight clients, and check the store at the end."""
    rng, tally, served = random.Random(seed), Tally("kills of a whole server"), Served(desk)
    journal, stop, odd = Journal(desk.journal), threading.Event(), list[str]()
    clients = [threading.Thread(target=_client, args=(served, journal, stop, odd), daemon=True) for _ in range(CLIENTS)]
    killed = 0
    served.start()
    for each in clients:
        each.start()
    while killed < wanted and time.monotonic() < until:
        time.sleep(rng.uniform(0.2, 2.5))
        served.kill()
        killed += 1
        served.start()
    time.sleep(2)
    stop.set()
    for each in clients:
        each.join(60)
    served.kill()
    heard = acknowledged(journal.lines())
    tally.add(check_store(desk.data, desk.url, heard, files=True))
    tally.fault("chain", forked(verify_whole))
    tally.fault("broken", odd)
    tally.figures |= {
        "kills": killed,
        "acknowledged": heard.counts.get("done", 0),
        "longest start s": round(served.longest, 1),
    }
    return tally
