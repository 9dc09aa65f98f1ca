"""Bodies on their way in: none is waited for without end, too many give way, and half a body is none."""

import asyncio
import errno
import tempfile
from http import HTTPStatus

import pytest

from habeas.desk.server.receiving import Limits, NotWholeError, Receiving
from habeas.desk.serving import CONNECTIONS

LIMITS = Limits(largest=1_000, grace=0.05, rate=1_000, longest=0.3, an_address=3, together=5, held=2_000, in_memory=10)


async def sent(*pieces, wait=0.0, ends=True):
    """A body that comes in pieces, and stops on its way where it does not end."""
    for piece in pieces:
        yield piece
        await asyncio.sleep(wait)
    if not ends:
        await asyncio.Event().wait()


def stopped(*pieces):
    """A body that never ends."""
    return sent(*pieces, ends=False)


async def became(receiving, pieces, length, address="10.0.0.1"):
    """The bytes that were received, or the status that its sender is told."""
    try:
        body = await receiving.whole(pieces, length, address)
    except NotWholeError as fault:
        return fault.status
    read = body.file.read()
    body.close()
    return read


def all_of(*bodies, limits=LIMITS):
    """What became of each body, all sent at once; nothing is held afterwards."""

    async def run():
        receiving = Receiving(limits)
        found = await asyncio.gather(*(became(receiving, *each) for each in bodies))
        assert receiving.held == 0
        return found

    return asyncio.run(run())


def test_a_body_that_comes_is_handed_over_whole_whether_it_is_kept_in_memory_or_in_a_file():
    assert all_of((sent(b"short"), 5), (sent(b"0123456789", b"0123456789"), 20)) == [b"short", b"0123456789" * 2]


def test_a_body_that_stops_is_given_up():
    assert all_of((stopped(b"a"), 10)) == [HTTPStatus.REQUEST_TIMEOUT]


def test_a_body_that_keeps_coming_buys_time_and_one_that_drips_does_not():
    steady, drip = sent(*[b"x" * 50] * 4, wait=0.03), sent(*[b"x"] * 4, wait=0.03)
    assert all_of((steady, 200), (drip, 4)) == [b"x" * 200, HTTPStatus.REQUEST_TIMEOUT]


def test_no_body_has_longer_than_the_longest():
    assert all_of((sent(*[b"x" * 90] * 10, wait=0.05), 900)) == [HTTPStatus.REQUEST_TIMEOUT]


def test_the_oldest_of_an_address_gives_way_and_a_body_that_comes_at_once_is_taken():
    found = all_of(*((stopped(b"a"), 10) for _ in range(3)), (sent(b"mine"), 4))
    late = HTTPStatus.REQUEST_TIMEOUT
    assert found == [HTTPStatus.SERVICE_UNAVAILABLE, late, late, b"mine"]


def test_the_oldest_of_all_gives_way_where_too_many_addresses_send():
    slow = [(stopped(b"a"), 10, f"10.0.1.{each}") for each in range(5)]
    found = all_of(*slow, (sent(b"mine"), 4))
    assert found == [HTTPStatus.SERVICE_UNAVAILABLE, *[HTTPStatus.REQUEST_TIMEOUT] * 4, b"mine"]


def test_the_oldest_gives_way_where_all_hold_too_much():
    slow = [(stopped(b"x" * 900), 1_000), (stopped(b"x" * 900), 1_000, "10.0.0.2")]
    found = all_of(*slow, (sent(b"x" * 900), 900, "10.0.0.3"))
    assert found == [HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.REQUEST_TIMEOUT, b"x" * 900]


def test_a_body_that_says_it_is_too_large_is_not_received():
    async def unread():
        raise AssertionError("it was asked for")
        yield b""

    assert all_of((unread(), 1_001)) == [HTTPStatus.REQUEST_ENTITY_TOO_LARGE]


def test_what_was_cut_off_is_no_body():
    assert all_of((sent(b"half"), 8)) == [None]


def test_a_full_disk_is_said(monkeypatch):
    class Full(tempfile.SpooledTemporaryFile):
        def write(self, piece):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Full)
    assert all_of((sent(b"a"), 1)) == [HTTPStatus.INSUFFICIENT_STORAGE]


def test_bodies_on_their_way_never_take_every_connection():
    assert Limits().together < CONNECTIONS / 2


@pytest.mark.parametrize("number", [0, 1])
def test_bytes_are_held_until_the_request_was_answered(number):
    async def run():
        receiving = Receiving(LIMITS)
        body = await receiving.whole(sent(b"x" * number), number, "10.0.0.1")
        assert receiving.held == number
        body.close()
        assert receiving.held == 0

    asyncio.run(run())
