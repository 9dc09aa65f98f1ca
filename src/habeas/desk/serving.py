"""Serving the desk: granian with a few threads, and the minute that moves the clocks."""

import logging
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime

TICK_SECONDS = 30.0


def serve(host: str, port: int, workers: int, started: Callable[[], None] | None = None) -> None:
    """Serve until stopped. `started` is called once the sockets are open."""
    from granian.constants import Interfaces  # noqa: PLC0415 - only where something is served
    from granian.server import Server  # noqa: PLC0415

    server = Server(
        "habeas.desk.serving:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_access=False,  # an access log would hold who looked at which request, beside the record
        log_enabled=False,
        websockets=False,
    )
    if started:
        server.on_startup(started)
    server.on_startup(lambda: start_ticking(os.getpid()))
    server.serve()


def serve_public(host: str, port: int, started: Callable[[], None] | None = None) -> None:
    """Serve the public site until stopped: one process, no clocks, no log of who reads."""
    from granian.constants import Interfaces  # noqa: PLC0415 - only where something is served
    from granian.server import Server  # noqa: PLC0415

    server = Server(
        "habeas.desk.wsgi_public:application", address=host, port=port, interface=Interfaces.WSGI, workers=1,
        blocking_threads=4, log_access=False, log_enabled=False, websockets=False,
    )  # fmt: skip
    if started:
        server.on_startup(started)
    server.serve()


def start_ticking(owner: int) -> threading.Thread:
    """Move the clocks every half minute in a thread of the process that owns the server."""
    # imported before the thread runs: a worker that is forked while a thread imports waits for its lock for ever
    from habeas.desk.services.checkpoints import tick_quietly  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.services.clocks import tick  # noqa: PLC0415 - only after Django is set up

    thread = threading.Thread(target=_tick_for_ever, args=((tick, tick_quietly),), name=f"clocks-{owner}", daemon=True)
    thread.start()
    return thread


def _tick_for_ever(acts: tuple[Callable[[datetime], object], ...]) -> None:
    wait = threading.Event()
    while not wait.wait(TICK_SECONDS):
        for each in acts:
            one_round(each, datetime.now(UTC))  # clock: the edge that moves the clocks and signs the head on time


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
            log.error("No head was signed: %s", said)


def __getattr__(name: str) -> object:
    """The WSGI application, made when a worker asks for it."""
    if name != "application":
        raise AttributeError(name)
    from habeas.desk.wsgi import application  # noqa: PLC0415 - importing it sets Django up

    return application
