"""A small application behind the desk's own server, for tests over real sockets: two threads, little patience."""

import time

from habeas.desk.server.receiving import Limits
from habeas.desk.server.threads import NOT_WHOLE, ThreadServer


def answer(environ, start):
    """Says how many bytes came; `/long` answers with many, `/slow` late."""
    status = environ.get(NOT_WHOLE)
    start(f"{status or 200} x", [("content-type", "text/plain")])
    if environ["PATH_INFO"] == "/long":
        return (b"x" * 2**16 for _ in range(400))
    if environ["PATH_INFO"] == "/slow":
        time.sleep(0.4)
    return [b"%d" % len(environ["wsgi.input"].read())]


application = ThreadServer(answer, 2, "127.0.0.1", Limits(grace=0.5, an_address=8))
