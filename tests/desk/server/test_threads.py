"""The server in front of the desk, over real sockets: whoever sends or reads slowly holds no thread."""

import asyncio
import http.client
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from habeas.desk.server.threads import ThreadServer

from .test_environ import scope
from .tiny import answer

START = "POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 100\r\n\r\nabc"
SOON = 0.4
"""Seconds: less than the patience with a body."""


@pytest.fixture(scope="module")
def server():
    """The small application on a free port; its process, which knows its port."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "rsgi", "--http", "1", "--port", str(port), "--no-ws"]
    process = subprocess.Popen([*command, "--log-level", "error", "tests.desk.server.tiny:application"])
    process.port = port
    try:
        _wait(port)
        yield process
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def port(server):
    return server.port


def _wait(port):
    for _ in range(400):
        try:
            return asked(port, "GET", "/")
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("the server did not start")


def asked(port, method, path, body=None, headers=None, timeout=20):
    """Status and body of the answer."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    line.request(method, path, body, headers or {})
    answer = line.getresponse()
    return answer.status, answer.read()


def begun(port, said=START, buffer=None):
    """A connection on which something was said."""
    line = socket.socket()
    if buffer:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    line.settimeout(20)
    line.connect(("127.0.0.1", port))
    line.sendall(said.encode())
    return line


def test_bodies_that_never_end_hold_no_thread_and_are_given_up(port):
    slow = [begun(port) for _ in range(8)]
    try:
        assert asked(port, "GET", "/", timeout=SOON) == (200, b"0")
        assert asked(port, "POST", "/", b"whole", timeout=SOON) == (200, b"5")  # the oldest of this address gave way
        told = [line.recv(100).split(b" ")[1] for line in slow]
    finally:
        for line in slow:
            line.close()
    assert sorted(told) == [b"408"] * 7 + [b"503"]


def test_readers_who_stop_reading_hold_no_thread(port):
    readers = [begun(port, "GET /long HTTP/1.1\r\nHost: desk\r\n\r\n", buffer=4096) for _ in range(4)]
    try:
        assert asked(port, "GET", "/", timeout=5) == (200, b"0")
    finally:
        for line in readers:
            line.close()


def test_a_long_answer_comes_whole(port):
    assert asked(port, "GET", "/long") == (200, b"x" * 2**16 * 400)


def test_what_is_longer_than_a_piece_goes_out_from_a_file_and_not_from_memory():
    told = []
    kept = SimpleNamespace(response_file=lambda status, headers, path: told.append((status, Path(path).stat().st_size)))
    asyncio.run(ThreadServer(answer, 1, "127.0.0.1").__rsgi__(scope(path="/long"), kept))
    assert told == [(200, 2**16 * 400)]


def test_a_fault_of_the_application_is_answered_and_the_thread_goes_on():
    def breaks(environ, start):
        raise RuntimeError("Ana")

    told = []
    kept = SimpleNamespace(response_empty=lambda status, headers: told.append(status))
    server = ThreadServer(breaks, 1, "127.0.0.1")
    for _ in range(2):
        asyncio.run(server.__rsgi__(scope(), kept))
    assert told == [500, 500]


def test_a_body_in_chunks_is_not_taken_since_a_cut_one_would_look_whole(port):
    assert asked(port, "POST", "/", iter([b"abc"]), {"Transfer-Encoding": "chunked"})[0] == 411


def test_a_body_that_says_it_is_larger_than_anything_is_refused_at_once(port):
    with begun(port, START.replace("100", "9" * 12)) as line:
        assert line.recv(100).split(b" ")[1] == b"413"


def test_the_last_what_is_being_answered_is_answered_before_the_end(server):
    line = begun(server.port, "GET /slow HTTP/1.1\r\nHost: desk\r\n\r\n")
    time.sleep(0.1)
    server.terminate()
    assert line.recv(100).split(b" ")[1] == b"200"
    server.wait(10)
