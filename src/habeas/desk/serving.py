"""Serving the desk: granian with a few threads, what the proxy in front says of a caller, and the minute that moves the clocks."""

import logging
import os
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from habeas.desk.server.threads import ThreadServer

THREADS = 2
"""How many requests one process answers at once. Python runs one at a time: with more, who holds the store waits for a turn to write."""
CONNECTIONS = 512
"""How many one process holds open; more than bodies may be on their way, so that these never take all of them."""
TICK_SECONDS = 30.0
UNDONE = {"tick_quietly": "No checkpoint was signed", "folders_quietly": "A checkpoint was not filed"}
"""What a round that gives a sentence did not do."""


def serve(host: str, port: int, workers: int, started: Callable[[], None] | None = None) -> None:
    """Serve until stopped. `started` is called once the sockets are open."""
    server = _server("application", host, port, workers)
    if started:
        server.on_startup(started)
    server.on_startup(lambda: start_ticking(os.getpid()))
    server.serve()


def serve_public(host: str, port: int, started: Callable[[], None] | None = None) -> None:
    """Serve the public site until stopped: one process, no clocks, no log of who reads."""
    server = _server("public_application", host, port, 1)
    if started:
        server.on_startup(started)
    server.serve()


def _server(application: str, host: str, port: int, workers: int) -> Any:
    """granian with one of this module's applications."""
    from granian.constants import HTTPModes, Interfaces  # noqa: PLC0415 - only where something is served
    from granian.server import Server  # noqa: PLC0415

    return Server(
        f"habeas.desk.serving:{application}",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,  # what a proxy speaks to it
        workers=workers,
        backpressure=CONNECTIONS,
        log_access=False,  # an access log would hold who looked at which request, beside the record
        log_enabled=False,
        websockets=False,
    )


def start_ticking(owner: int) -> list[threading.Thread]:
    """Move the clocks, sign the head on time and hand it out, every half minute: threads of the process that owns the server.

    A record of years takes minutes to be read again where its tree was lost, and the share of another office may not answer; no
    clock waits for either.
    """
    # imported before the threads run: a worker that is forked while a thread imports waits for its lock for ever
    from habeas.desk.services.clocks.clocks import tick  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.services.mail.rounds import mail_round  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.services.record.checkpoints import tick_quietly  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.services.record.witness_folder import folders_quietly  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.services.webhooks.rounds import webhook_round  # noqa: PLC0415 - only after Django is set up

    threads = [
        threading.Thread(target=_tick_for_ever, args=(act,), name=f"{name}-{owner}", daemon=True)
        for name, act in (
            ("clocks", tick),
            ("heads", tick_quietly),
            ("folders", folders_quietly),
            ("mail", mail_round),
            ("webhooks", webhook_round),
        )
    ]
    for thread in threads:
        thread.start()
    return threads


def _tick_for_ever(act: Callable[[datetime], object]) -> None:
    wait = threading.Event()
    while not wait.wait(TICK_SECONDS):
        one_round(act, datetime.now(UTC))  # clock: the edge that moves the clocks and signs the head on time


def one_round(act: Callable[[datetime], object], at: datetime) -> None:
    """One round of the thread. A fault is written to the log by its kind alone, and never ends the rounds to come."""
    from django.db import close_old_connections  # noqa: PLC0415 - only after Django is set up

    log = logging.getLogger("habeas.rounds")
    close_old_connections()  # outside a request nobody else lets go of a connection that broke
    try:
        said = act(at)
    except Exception as fault:  # whatever it is: a clock that stands still can cost somebody days
        log.error("A round of %s failed: %s", act.__name__, type(fault).__name__)  # no text: it may name somebody
    else:
        if isinstance(said, str):
            log.error("%s: %s", UNDONE.get(act.__name__, "Not done"), said)


class KindOnly(logging.Formatter):
    """A fault by its kind and the lines of the program it passed through.

    What a library says of it (the address asked for, the fault's own text) may name somebody, and is left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, and below it the lines of the program where there was a fault."""
        own = record.getMessage() if record.name.startswith("habeas.") else str(getattr(record, "status_code", ""))
        kind, _, trace = record.exc_info or (None, None, None)
        said = (self.formatTime(record), record.levelname, record.name, own, kind.__name__ if kind else "")
        return "\n".join([" ".join(filter(None, said)), *map(str.rstrip, traceback.format_tb(trace))])


def __getattr__(name: str) -> object:
    """The two applications, each made when a worker asks for it: importing one sets Django up."""
    if name == "application":
        from habeas.desk.wsgi import application  # noqa: PLC0415
    elif name == "public_application":
        from habeas.desk.wsgi_public import application  # noqa: PLC0415
    else:
        raise AttributeError(name)
    from django.conf import settings  # noqa: PLC0415 - only after Django is set up

    return ThreadServer(application, THREADS, settings.PROXY)
