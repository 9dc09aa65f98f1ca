"""A port that somebody listens on is refused in one sentence before anything is touched, also where both would share it."""

import re
import socket

import pytest
from typer.testing import CliRunner

from habeas.cli import program
from habeas.common.errors import BadInputError
from habeas.desk.server.port import demand_port


@pytest.fixture(params=[False, True], ids=["alone", "shared"])
def held(request):
    """A port somebody listens on; a server that shares its port takes callers from any other that does."""
    with socket.socket() as other:
        if request.param:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        yield other.getsockname()[1]


def test_a_port_that_is_held_is_refused_and_a_free_one_is_not(held):
    with pytest.raises(BadInputError, match="something else is served there already"):
        demand_port("127.0.0.1", held)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]
    demand_port("127.0.0.1", free)
    demand_port("localhost", free)


@pytest.mark.parametrize("host", ["192.0.2.7", "no-such-name.invalid", "a..b", "x" * 300])
def test_an_address_that_is_none_of_this_machines_is_one_sentence(host):
    with pytest.raises(BadInputError, match=r"^Nothing can be served at [^\n]*\.$"):
        demand_port(host, 8700)


def test_a_port_that_was_left_a_moment_ago_is_free():
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()  # the side that closes first waits for late packets
    demand_port("127.0.0.1", port)


@pytest.mark.parametrize("command", ["serve", "serve-public"])
def test_both_servers_say_so_and_touch_no_folder(held, tmp_path, command):
    data = tmp_path / "data"
    if command == "serve-public":
        data.mkdir()
        (data / "habeas.sqlite3").touch()
    before = sorted(tmp_path.rglob("*"))
    done = CliRunner().invoke(program.app, [command, "--data", str(data), "--port", str(held), "--plain-http"])
    assert done.exit_code == 2 or isinstance(done.exception, BadInputError)
    said = done.output + str(done.exception)
    assert len(re.findall("something else is served there already", said)) == 1
    assert sorted(tmp_path.rglob("*")) == before
