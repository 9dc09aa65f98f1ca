"""A WSGI application on a fixed number of threads, which see whole requests only, and hand answers over whole.

Neither a sender nor a reader that is slow holds a thread: bodies are received beside them, and what is too long for one piece
goes out from a file (docs/adr/0014).
"""

import asyncio
import logging
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from io import BytesIO
from typing import IO, Any

from habeas.common.numbers import whole_number
from habeas.desk.server.environ import Scope, environ_of, told_by
from habeas.desk.server.receiving import MB, Body, Limits, NotWholeError, Receiving

Headers = list[tuple[str, str]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

NOT_WHOLE = "habeas.not_whole"
"""Where the environ holds the status to answer with, because the body is not there."""
A_PIECE = MB
OPEN_SECONDS = 60.0
"""How long a file that goes out is kept open for the server to open it too; it does so at once."""


class ThreadServer:
    """What granian calls (RSGI) for each request. `proxies` alone are believed about who calls."""

    def __init__(self, application: Application, threads: int, proxies: str, limits: Limits | None = None) -> None:
        self._application, self._told = application, told_by(proxies)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="desk")
        self._receiving = Receiving(limits or Limits())

    async def __rsgi__(self, scope: Scope, answer: Any) -> None:
        """Receive the body, if there is one, then have a thread answer."""
        environ = self._told(environ_of(scope))
        try:
            body = await self._body(environ, answer)
        except NotWholeError as fault:
            if fault.status is None:
                answer.response_empty(HTTPStatus.BAD_REQUEST, [])
                return
            body, environ[NOT_WHOLE] = None, fault.status
        loop = asyncio.get_running_loop()
        sent = await loop.run_in_executor(self._threads, self._answer, environ, body, answer)
        if sent:
            loop.call_later(OPEN_SECONDS, sent.close)

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """End: what is being answered is answered."""
        self._threads.shutdown()

    async def _body(self, environ: dict[str, Any], pieces: Any) -> Body | None:
        """The body of a request that says how long it is. Raises NotWholeError."""
        if "HTTP_TRANSFER_ENCODING" in environ:
            raise NotWholeError(HTTPStatus.LENGTH_REQUIRED)  # one that was cut off could not be told from a whole one
        length = whole_number(environ.get("CONTENT_LENGTH", "0"))
        if length == 0:
            return None
        if length is None:
            raise NotWholeError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return await self._receiving.whole(pieces, length, environ["REMOTE_ADDR"])

    def _answer(self, environ: dict[str, Any], body: Body | None, answer: Any) -> IO[bytes] | None:
        """On a thread: ask the application and hand over what it answers. Returns the file that goes out, where there is one."""
        environ["wsgi.input"] = body.file if body else BytesIO()
        try:
            return _hand_over(self._application, environ, answer)
        except Exception as fault:  # whatever it is: Django answers its own faults, and the thread goes on
            said = type(fault).__name__  # no text: it may name somebody
            logging.getLogger("habeas.server").error("A request failed: %s", said)
            answer.response_empty(HTTPStatus.INTERNAL_SERVER_ERROR, [])
            return None
        finally:
            if body:
                body.close()


def _hand_over(application: Application, environ: dict[str, Any], answer: Any) -> IO[bytes] | None:
    head: list[Any] = []
    pieces = application(
        environ, lambda status, headers, fault=None: head.extend((whole_number(status[:3]) or 500, headers))
    )
    try:
        first, rest = _first(iter(pieces))
        if rest is None:
            answer.response_bytes(*head, first)
            return None
        file = _as_file(first, rest)
        answer.response_file(*head, f"/dev/fd/{file.fileno()}")
        return file
    finally:
        getattr(pieces, "close", bool)()


def _first(pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes] | None]:
    """What fits into one piece, and what comes after it; None where nothing does."""
    found, size = [], 0
    for piece in pieces:
        found.append(piece)
        size += len(piece)
        if size > A_PIECE:
            return b"".join(found), pieces
    return b"".join(found), None


def _as_file(first: bytes, rest: Iterator[bytes]) -> IO[bytes]:
    """A file without a name that holds all of it: the server reads it as fast as the caller does, and no thread waits."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed once it went out
    try:
        file.write(first)
        file.writelines(rest)
        file.flush()
    except BaseException:
        file.close()
        raise
    return file
