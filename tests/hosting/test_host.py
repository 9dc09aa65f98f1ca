"""Many offices on one real PostgreSQL: none can enter another's database, and a fault in one leaves the others.

Three offices in the suite; HABEAS_OFFICES=20 tries as many.
"""

import json
import os
import secrets
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from habeas.hosting.offices import named, offices_of, read_settings
from tests.desk.test_on_postgresql import programs
from tests.postgres import NoServerError, start

pytestmark = pytest.mark.slow
MANY = int(os.environ.get("HABEAS_OFFICES", "3"))
PLACES = ("us-ca-los-angeles", "us-tx", "us-nj", "us-wa-king")


@pytest.fixture(scope="module")
def server():
    """The address of a role that may make roles and databases, and nothing else; and the server's own."""
    try:
        own = start()
    except NoServerError as why:
        pytest.skip(f"No PostgreSQL here: {why}")
    role, word = f"host_{secrets.token_hex(4)}", secrets.token_hex(8)
    with psycopg.connect(own, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {role} LOGIN CREATEROLE CREATEDB PASSWORD '{word}'")
    return own.replace(own.split("//")[1].split("@")[0], f"{role}:{word}"), own


def habeas(*given, server="", path=os.environ["PATH"]):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    env |= {"PATH": path} | ({"HABEAS_HOST_SERVER": server} if server else {})
    return subprocess.run(
        [sys.executable, "-m", "habeas", *map(str, given)], capture_output=True, text=True, check=False, env=env
    )


def opened(host, name, place, server):
    given = ("--jurisdiction", place, "--agency", "Alder County (fictional)", "--hosts", f"{name}.example")
    zone = ("--time-zone", "America/Chicago") if place == "us-tx" else ()
    return habeas("host", "open", name, *given, *zone, "--folder", host, server=server)


@pytest.fixture(scope="module")
def host(server, tmp_path_factory):
    folder, mark = tmp_path_factory.mktemp("host") / "offices", secrets.token_hex(3)
    names = [f"o{number}_{mark}" for number in range(MANY)]
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda pair: opened(folder, pair[1], PLACES[pair[0] % 4], server[0]), enumerate(names)))
    assert [run.returncode for run in runs] == [0] * MANY, runs
    assert all("The first password, shown this once" in run.stderr for run in runs)
    return folder


def address(office, owner=False):
    return read_settings(office.owner_settings if owner else office.settings)["DATABASE_URL"]


def test_each_office_is_listed_with_its_place_its_steps_and_its_head(host):
    run = habeas("host", "list", "--json", "--folder", host)
    assert run.returncode == 0, run.stderr
    rows = json.loads(run.stdout)
    assert len(rows) == MANY
    assert {row["jurisdiction"] for row in rows} <= set(PLACES)
    assert all(row["steps_missing"] == 0 and row["events"] > 0 and row["site"] == row["office"] for row in rows)


def test_no_role_of_an_office_enters_another_offices_database(host):
    first, second = offices_of(host)[:2]
    for owner in (False, True):
        base = address(first, owner)
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(base.replace(f"/{first.database}", f"/{second.database}"))
        with psycopg.connect(base, autocommit=True) as connection:
            for statement in ("CREATE ROLE mine", "CREATE DATABASE mine", f"SET ROLE {second.owner}"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement)


def test_the_programs_role_of_a_hosted_office_can_only_add_to_the_record(host):
    with psycopg.connect(address(offices_of(host)[0]), autocommit=True) as connection:
        for statement in ("DELETE FROM desk_event", "CREATE TABLE mine (id int)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)


def test_the_settings_and_the_keys_are_their_owners_alone(host):
    for office in offices_of(host):
        assert (
            stat.S_IMODE(office.settings.stat().st_mode) == stat.S_IMODE(office.owner_settings.stat().st_mode) == 0o600
        )
        assert stat.S_IMODE(office.data.stat().st_mode) == 0o700
        assert address(office, owner=True) not in office.settings.read_text()


def test_the_doctor_says_when_an_office_may_enter_another(host, server):
    run = habeas("host", "doctor", "--folder", host)
    assert run.returncode == 1  # nobody has a second factor yet
    assert "The host: in order." in run.stdout
    assert all(f"{office.name}:" in run.stdout for office in offices_of(host))
    first, second = offices_of(host)[:2]
    with psycopg.connect(server[1], autocommit=True) as connection:
        connection.execute(f"GRANT CONNECT ON DATABASE {second.database} TO PUBLIC")
        said = habeas("host", "doctor", "--only", first.name, "--folder", host).stdout
        connection.execute(f"REVOKE CONNECT ON DATABASE {second.database} FROM PUBLIC")
    assert f"! The host: {first.program} may enter {second.database}" in said


def test_every_office_is_backed_up_and_a_fault_in_one_leaves_the_others(host, server, tmp_path):
    path = programs(server[1])
    broken, *whole = offices_of(host)
    with psycopg.connect(server[1], autocommit=True) as connection:
        for role in (broken.owner, broken.program):
            connection.execute(f"ALTER ROLE {role} NOLOGIN")
        runs = {
            name: habeas("host", name, *given, "--folder", host, path=path)
            for name, given in (("list", ()), ("migrate", ()), ("backup", ("--out", tmp_path)))
        }
        for role in (broken.owner, broken.program):
            connection.execute(f"ALTER ROLE {role} LOGIN")
    for run in runs.values():
        assert run.returncode == 1
        assert run.stderr.endswith(f"1 of {MANY} offices need a person: {broken.name}.\n")
    assert runs["migrate"].stdout.count("The database is up to date.") == len(whole)
    assert sorted(file.name.split("-")[0] for file in tmp_path.iterdir()) == [office.name for office in whole]
    assert habeas("host", "migrate", "--folder", host).returncode == 0


def left_of(server, office):
    with psycopg.connect(server[1]) as connection:
        roles = connection.execute(
            "SELECT 1 FROM pg_roles WHERE rolname LIKE %s", [f"habeas_%{office.name}"]
        ).fetchall()
        bases = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [office.database]).fetchall()
    return [*roles, *bases, *(each for each in (office.data, office.settings, office.owner_settings) if each.exists())]


def test_an_office_that_cannot_be_opened_leaves_nothing(host, server):
    office = named(f"bad_{secrets.token_hex(3)}", host)
    run = opened(host, office.name, "us-ca-atlantis", server[0])
    assert run.returncode == 2
    assert "us-ca-atlantis" in run.stderr
    assert left_of(server, office) == []


def test_an_office_that_is_there_is_not_touched(host, server):
    office = offices_of(host)[0]
    before = office.settings.read_text()
    run = opened(host, office.name, "us-tx", server[0])
    assert (run.returncode, "is there already" in run.stderr) == (2, True)
    assert office.settings.read_text() == before
    elsewhere = opened(host.with_name("another"), office.name, "us-tx", server[0])
    assert (elsewhere.returncode, "already" in elsewhere.stderr) == (2, True)
    assert habeas("host", "list", "--only", office.name, "--folder", host).returncode == 0
