"""A store that is busy, full, read-only or gone is a page that says so, asks the store nothing, and keeps what was typed."""

import html
import operator
import re
import sqlite3
import time
from contextlib import contextmanager

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import Client

from habeas.desk.store_trouble import Trouble, trouble_of
from tests.desk import stage

TYPED = "words of the sender, <b>& a second\nline"


def raised(act):
    """The fault that `act` ends with."""
    try:
        act()
    except Exception as fault:  # any: it is what is asked
        return fault
    raise AssertionError("nothing went wrong")


def small_store(path):
    """An SQLite connection, and one more to the same file."""
    stores = [sqlite3.connect(path, timeout=0, isolation_level=None) for _ in range(2)]
    stores[0].execute("CREATE TABLE kept (words TEXT)")
    return stores


def test_what_sqlite_says_is_told_apart_by_its_codes(tmp_path):
    one, two = small_store(tmp_path / "store")
    write = "INSERT INTO kept VALUES (randomblob(100000))"
    one.execute("BEGIN IMMEDIATE")
    assert trouble_of(raised(lambda: two.execute(write))) is Trouble.BUSY
    one.execute("ROLLBACK")
    one.execute("PRAGMA max_page_count = 3")
    assert trouble_of(raised(lambda: one.execute(write))) is Trouble.FULL
    one.execute("PRAGMA query_only = ON")
    assert trouble_of(raised(lambda: one.execute(write))) is Trouble.READ_ONLY
    gone = tmp_path / "gone" / "store"
    assert trouble_of(raised(lambda: sqlite3.connect(gone))) is Trouble.DOWN
    assert trouble_of(raised(lambda: two.execute("INSERT INTO nothing VALUES (1)"))) is None


def test_a_fault_is_known_by_what_it_came_from_and_others_are_not_taken_for_it():
    fault = ValueError("cannot keep the file")
    fault.__cause__ = OSError(28, "No space left on device")
    assert trouble_of(fault) is Trouble.FULL
    assert trouble_of(ValueError("database is locked, says the paper")) is None
    assert trouble_of(None) is None


def test_a_postgresql_that_does_not_answer_is_down(db):
    from django.db.backends.postgresql.base import DatabaseWrapper

    settings = connection.settings_dict | {"NAME": "x", "HOST": "127.0.0.1", "PORT": "9", "OPTIONS": {}}
    fault = raised(DatabaseWrapper(settings, "gone").ensure_connection)
    assert trouble_of(fault) is Trouble.DOWN


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("OperationalError", Trouble.DOWN),
        ("errors.AdminShutdown", Trouble.DOWN),
        ("errors.TooManyConnections", Trouble.BUSY),
        ("errors.ConnectionFailure", Trouble.DOWN),
        ("errors.UndefinedTable", None),
        ("ProgrammingError", None),
    ],
)
def test_what_the_driver_says_past_django_as_a_cursor_is_closed_is_known_as_well(name, wanted):
    kind = operator.attrgetter(name)(psycopg)
    assert trouble_of(kind("server closed the connection unexpectedly")) is wanted
    wrapped = OperationalError("said again")
    wrapped.__cause__ = kind("server closed the connection unexpectedly")
    assert trouble_of(wrapped) is wanted


@contextmanager
def store_says(fault, only=""):
    """Each statement (that has the words `only`) ends with `fault`."""

    def refuse(execute, sql, params, many, context):
        if only in sql:
            raise fault
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


def gone():
    """What Django raises where the server of the database is gone."""
    fault = OperationalError("the connection is lost")
    fault.__cause__ = psycopg.OperationalError("the connection is lost")
    return fault


@pytest.mark.parametrize("path", ["/", "/account/login/", "/requests/", "/nowhere/", "/people/x/"])
def test_without_its_database_every_page_says_so_and_comes_back_by_itself(staff, path):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    client.force_login(staff["clerk"])
    before = client.get(path).status_code
    with store_says(gone()):
        page = client.get(path)
    if path != "/account/login/" or page.status_code != 302:
        assert page.status_code == 503
        assert "The database cannot be reached" in page.content.decode()
        assert page.headers["Retry-After"] == "60"
        assert page.headers["Cache-Control"] == "no-store"
    assert client.get(path).status_code == before


def test_the_log_in_says_it_too_and_keeps_no_password(here):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    with store_says(gone()):
        assert client.get("/account/login/").status_code in {200, 503}
        page = client.post("/account/login/", {"login": "clerk", "password": "correct horse clerk"})
    said = page.content.decode()
    assert page.status_code == 503
    assert "is not known" in said
    assert "correct horse" not in said
    assert 'name="password" type="password"' in said


def test_programs_are_told_in_json(here):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    with store_says(gone()):
        said = client.get("/api/openapi.json", headers={"Authorization": "Bearer hab_x"})
    assert said.status_code == 503
    assert said.headers["Retry-After"]
    assert set(said.json()) == {"detail"}


def test_another_fault_is_still_an_error_and_asks_the_database_nothing(staff):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    client.force_login(staff["clerk"])
    with store_says(ValueError("a fault of the program")):
        page = client.get("/")
    assert page.status_code == 500
    assert "Nothing was partly saved" in page.content.decode()


def fields_of(page):
    """What the page would send: the fields of its form."""
    text = page.content.decode()
    found = dict(re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', text, re.S))
    found |= dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', text))
    return {name: html.unescape(value) for name, value in found.items()}


def ask_a_busy_desk():
    from django.conf import settings

    from habeas.desk import middleware
    from habeas.desk.database import WAIT_SECONDS
    from habeas.desk.models import Account, Request
    from habeas.desk.sqlite_queued_writes.line import Place

    middleware.PAGE_SECONDS = 0.2
    client = Client(enforce_csrf_checks=True, raise_request_exception=False, headers={"host": "localhost"})
    client.force_login(Account.objects.get(username="ann"))
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', client.get("/intake/").content.decode())[1]
    form = {"text": TYPED, "channel": "phone", "csrfmiddlewaretoken": token}
    before = Request.objects.count()
    place = Place(settings.DATA / "habeas.sqlite3-line")
    begun = time.monotonic()
    looked = client.get("/requests/")
    soon = time.monotonic() - begun < WAIT_SECONDS / 2  # whoever has no patience of a page waits for all of it
    sent = client.post("/intake/", form)
    forged = client.post("/intake/", form | {"csrfmiddlewaretoken": "x"})
    kept = Request.objects.count() - before
    place.leave()
    again = client.post("/intake/", fields_of(sent))
    session_is_lost = OperationalError("database is locked")
    with store_says(session_is_lost, only='UPDATE "django_session"'):
        half = client.post("/intake/", fields_of(sent) | {"text": "other words"})
    return {
        "looked": (
            looked.status_code,
            looked.headers["Retry-After"],
            "The desk is busy" in looked.content.decode(),
            soon,
        ),
        "sent": (sent.status_code, "of what you submitted" in sent.content.decode(), kept),
        "forged": (forged.status_code, TYPED in html.unescape(forged.content.decode())),
        "again": (again.status_code, Request.objects.count() - before, fields_of(sent)["text"] == TYPED),
        "half": (half.status_code, "Part of what you submitted was done" in half.content.decode()),
    }


def test_a_busy_desk_says_so_soon_and_what_was_typed_is_sent_again():
    assert stage.run(stage.prepare(requests=1), ask_a_busy_desk) == {
        "looked": (503, "10", True, True),
        "sent": (503, True, 0),
        "forged": (403, False),
        "again": (302, 2, True),
        "half": (503, True),
    }
