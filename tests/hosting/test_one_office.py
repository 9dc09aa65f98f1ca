"""One hosted office is served with the settings that opening it wrote, and a backup of it is restored into an empty database."""

import http.client
import json
import os
import secrets
import socket
import subprocess
import sys
import time

import psycopg
import pytest

from habeas.hosting.offices import offices_of, read_settings
from tests.desk.test_on_postgresql import programs
from tests.hosting.test_host import habeas, opened, server  # noqa: F401 - a fixture

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def office(server, tmp_path_factory):  # noqa: F811 - the fixture
    folder = tmp_path_factory.mktemp("one") / "offices"
    run = opened(folder, f"one{secrets.token_hex(3)}", "us-nj", server[0])
    assert run.returncode == 0, run.stderr
    return offices_of(folder)[0]


def run_as(office, *given, path=os.environ["PATH"], **more):
    env = {"PATH": path, **read_settings(office.settings), **more}
    return subprocess.run(
        [sys.executable, "-m", "habeas", *map(str, given)], capture_output=True, text=True, check=False, env=env
    )


def answered(port, name):
    """The status that the served desk answers under a host name, asked until it answers."""
    for _ in range(240):
        asking = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            asking.request("GET", "/account/login/", headers={"Host": name})
            return asking.getresponse().status
        except OSError:
            time.sleep(0.5)
    return None


def test_a_hosted_office_is_served_under_its_own_host_names_alone(office):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {"PATH": os.environ["PATH"], **read_settings(office.settings)}
    serving = subprocess.Popen([sys.executable, "-m", "habeas", "serve", "--port", str(port)], env=env)
    try:
        assert answered(port, f"{office.name}.example") == 301  # to https
        assert answered(port, "other.example") == 400
    finally:
        serving.terminate()
        serving.wait(30)


def test_a_backup_of_a_hosted_office_is_restored_into_an_empty_database(office, server, tmp_path):  # noqa: F811
    path = programs(server[1])
    backed = habeas("host", "backup", "--out", tmp_path, "--folder", office.settings.parents[1], path=path)
    assert backed.returncode == 0, backed.stdout + backed.stderr
    base = read_settings(office.owner_settings)["DATABASE_URL"]
    fresh = f"{office.database}_again"
    with psycopg.connect(
        server[1], autocommit=True
    ) as connection:  # the role that opens offices cannot give a database away
        connection.execute(f"CREATE DATABASE {fresh} OWNER {office.owner}")
        connection.execute(f"REVOKE CONNECT ON DATABASE {fresh} FROM PUBLIC")
        connection.execute(f"GRANT CONNECT ON DATABASE {fresh} TO {office.program}")
    url = base.replace(f"/{office.database}", f"/{fresh}")
    file = next(each for each in tmp_path.rglob("*") if each.is_file())
    back = run_as(office, "restore", file, "--data", tmp_path / "back", path=path, DATABASE_URL=url)
    assert back.returncode == 0, back.stdout + back.stderr
    for settings in (office.settings, office.owner_settings):
        settings.write_text(settings.read_text().replace(f"/{office.database}", f"/{fresh}"))
    host = ("--folder", office.host)
    assert habeas("host", "migrate", "--only", office.name, *host).returncode == 0
    listed = habeas("host", "list", "--json", *host)
    assert listed.returncode == 0, listed.stdout + listed.stderr
    assert [row["events"] > 0 for row in json.loads(listed.stdout)] == [True]
    with psycopg.connect(read_settings(office.settings)["DATABASE_URL"], autocommit=True) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == (fresh,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("DELETE FROM desk_event")
