"""Bodies of requests on their way in: received by the event loop, so that whoever sends slowly, or stops, holds no thread.

A body that comes slower than it may is given up. Where too many are on their way the oldest gives way, so that one that comes
at once is always taken. A large one lies in a file without a name until its request is answered.
"""

import asyncio
import tempfile
import threading
from collections.abc import AsyncIterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import IO

KB, MB = 2**10, 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What is received at most, and how long it may take."""

    largest: int = 72 * MB
    """More than the proxy hands on and than any address takes, so that those refuse in words of their own."""
    grace: float = 20.0
    """Seconds that any body has."""
    rate: int = 16 * KB
    """Bytes that buy a second more."""
    longest: float = 600.0
    """Seconds that no body has more than."""
    an_address: int = 16
    """Bodies on their way from one address."""
    together: int = 200
    """Bodies on their way to one process."""
    held: int = 512 * MB
    """Bytes of all bodies on their way to one process or being answered there."""
    in_memory: int = 256 * KB
    """Bytes of one body that are kept in memory; what is longer lies in a file."""


class NotWholeError(Exception):
    """The body did not come, or is not taken: `status` is what the caller is told, None where nobody is there any more."""

    def __init__(self, status: HTTPStatus | None) -> None:
        super().__init__(status)
        self.status = status


@dataclass(eq=False, slots=True)
class _Coming:
    """One body on its way."""

    address: str
    began: float
    patience: asyncio.Timeout
    file: IO[bytes]
    received: int = 0
    gives_way: bool = False


class Body:
    """A body that is here whole; its bytes count until it is closed."""

    def __init__(self, receiving: "Receiving", file: IO[bytes], length: int) -> None:
        self.file, self.length, self._receiving = file, length, receiving

    def close(self) -> None:
        """Let go of it, once, from any thread."""
        self.file.close()
        self._receiving.count(-self.length)


class Receiving:
    """All bodies on their way to one process, for one event loop."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.held = 0
        self._coming: dict[_Coming, None] = {}  # in the order in which they began
        self._counting = threading.Lock()

    def count(self, more: int) -> None:
        """Count bytes that are held, or (below zero) let go; from any thread."""
        with self._counting:
            self.held += more

    async def whole(self, pieces: AsyncIterable[bytes], length: int, address: str) -> Body:
        """The body of `length` bytes that `address` sends. Raises NotWholeError where it does not come whole and in time."""
        if length > self.limits.largest:
            raise NotWholeError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        file = tempfile.SpooledTemporaryFile(self.limits.in_memory)  # noqa: SIM115 - it lives as long as its request
        now = asyncio.get_running_loop().time()
        coming = _Coming(address, now, asyncio.timeout_at(now + self.limits.grace), file)
        try:
            await self._receive(coming, pieces, length)
        except BaseException:
            file.close()
            self.count(-coming.received)
            raise
        file.seek(0)
        return Body(self, file, length)

    async def _receive(self, coming: _Coming, pieces: AsyncIterable[bytes], length: int) -> None:
        """Read the pieces into the file, as long as there is patience."""
        self._make_room(coming.address)
        self._coming[coming] = None
        try:
            async with coming.patience:
                async for piece in pieces:
                    self._keep(coming, piece)
        except TimeoutError:
            why = HTTPStatus.SERVICE_UNAVAILABLE if coming.gives_way else HTTPStatus.REQUEST_TIMEOUT
            raise NotWholeError(why) from None
        except OSError:
            raise NotWholeError(HTTPStatus.INSUFFICIENT_STORAGE) from None
        finally:
            del self._coming[coming]
        if coming.received != length:
            raise NotWholeError(None)  # the server ends what was cut off like what is whole

    def _keep(self, coming: _Coming, piece: bytes) -> None:
        """Write a piece down; it buys its sender time, unless the body has to give way."""
        coming.received += len(piece)
        self.count(len(piece))
        coming.file.write(piece)
        if self.held > self.limits.held:
            _end(next(each for each in self._coming if not each.gives_way))
        if not coming.gives_way:
            bought = self.limits.grace + coming.received / self.limits.rate
            coming.patience.reschedule(coming.began + min(bought, self.limits.longest))

    def _make_room(self, address: str) -> None:
        """Let the oldest body give way where its address, or all of them, have as many on their way as they may."""
        waiting = [each for each in self._coming if not each.gives_way]
        own = [each for each in waiting if each.address == address]
        if len(own) >= self.limits.an_address:
            _end(own[0])
        elif len(waiting) >= self.limits.together:
            _end(waiting[0])


def _end(coming: _Coming) -> None:
    """End the patience with a body now."""
    coming.gives_way = True
    coming.patience.reschedule(coming.began)
