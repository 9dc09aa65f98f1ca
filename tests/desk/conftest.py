"""What the desk's tests stand on: an office, one account a role, a small fictional roster, and a clock that is handed in."""

import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from habeas.demo.county import build_county
from tests.desk import rights

rights.watch()

NOW = datetime(2026, 3, 4, 11, 5, tzinfo=UTC)
"""3:05 a.m. in Los Angeles."""


@pytest.fixture(autouse=True)
def honest_tables(request, monkeypatch):
    """After each test: every row that the program wrote is what its record says. Rows that a test puts in by itself do not count."""
    uses = set(request.fixturenames)
    if "transactional_db" in uses or not (request.node.get_closest_marker("django_db") or "db" in uses):
        yield
        return
    request.getfixturevalue("db")
    staged = watch_staged(monkeypatch)
    yield
    if request.node.get_closest_marker("forges") is None:
        from habeas.desk.services.record.reconciliation import reconcile

        wrong = [
            each.sentence
            for each in reconcile()
            if (each.table, each.record) not in staged
            and each.table not in {"person", "booking"}  # tests write a person's record by themselves
        ]
        assert not wrong, "the program wrote what its record does not say: " + " ".join(wrong)


def watch_staged(monkeypatch):
    """The rows that a test itself writes, past the program's services."""
    from habeas.desk.models import held

    staged = set()

    def watched(real):
        def touch(model, rows):
            wanted = list(rows)
            if _by_a_test():
                staged.update((held.table_of(model), str(row)) for row in wanted)
            else:
                real(model, wanted)

        return touch

    for name in ("touch", "touch_new"):
        monkeypatch.setattr(held, name, watched(getattr(held, name)))
    return staged


def _by_a_test():
    """Whether the nearest caller that is neither Django nor the models is a test's file."""
    frame = sys._getframe(2)
    while frame is not None:
        path = frame.f_code.co_filename
        if "/src/habeas/" in path and "/habeas/desk/models/" not in path:
            return False
        if "/tests/" in path and not path.endswith("/desk/conftest.py"):
            return True
        frame = frame.f_back
    return True


@pytest.fixture(autouse=True, scope="session")
def emptied_by_the_owner():
    """PostgreSQL is emptied after a test of its own transactions past the guards of tables that only grow, as their owner may."""
    from django.db import connection

    if connection.vendor != "postgresql":
        yield
        return
    kind, plain = type(connection.ops), type(connection.ops).execute_sql_flush
    guards = "SELECT tgrelid::regclass::text, quote_ident(tgname), tgenabled FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 <> 0"

    def past_the_guards(self, statements):
        with self.connection.cursor() as cursor:
            cursor.execute(guards)
            found = cursor.fetchall()
        off = [f"ALTER TABLE {table} DISABLE TRIGGER {name}" for table, name, _ in found]
        back = [f"ALTER TABLE {table} {BACK[state]} TRIGGER {name}" for table, name, state in found]
        plain(self, [*off, *statements, *back])

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(kind, "execute_sql_flush", past_the_guards)
        yield


BACK = {"O": "ENABLE", "A": "ENABLE ALWAYS", "R": "ENABLE REPLICA", "D": "DISABLE"}
"""How a guard is set again as it stood, by PostgreSQL's word for its state."""


@pytest.fixture(autouse=True)
def papers_of_this_desk(request, monkeypatch):
    """What is drawn asks this desk whether it is for practice, as the program itself does."""
    from habeas.answers import practice
    from habeas.desk.apps import is_practice

    if {"db", "transactional_db"} & set(request.fixturenames) or request.node.get_closest_marker("django_db"):
        monkeypatch.setattr(practice._asked, "answer", is_practice)


@pytest.fixture(autouse=True)
def within_its_rights():
    """No statement of the program is one that its role on PostgreSQL may not say."""
    rights.refused.clear()
    yield
    assert not rights.refused, "name it in RIGHTS, if the program needs it: services/office/database_role.py"


@pytest.fixture
def django_assert_max_num_queries(db):
    """At most so many statements that read or write rows; the savepoint in which a test runs its page is not the page's."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    @contextmanager
    def at_most(most):
        with CaptureQueriesContext(connection) as caught:
            yield caught
        said = [each["sql"] for each in caught if not each["sql"].startswith(("SAVEPOINT", "RELEASE SAVEPOINT"))]
        assert len(said) <= most, "\n".join(
            [f"{len(said)} statements, at most {most}:", *(each[:200] for each in said)]
        )

    return at_most


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def later():
    return lambda **parts: NOW + timedelta(**parts)


@pytest.fixture
def here(db):
    from habeas.desk.services.office.setup import open_office

    return open_office(
        site="alder", name="Custody Records", agency="Office of the Sheriff, Alder County (fictional)",
        address=["1 Courthouse Square", "Alder Point, California"], jurisdiction="us-ca-los-angeles",
        time_zone="America/Los_Angeles",
    )  # fmt: skip


@pytest.fixture
def staff(here):
    """One account for each role, and a second clerk and a second commander."""
    from habeas.desk.models import Account

    roles = [*Account.Role.values, "clerk", "commander"]
    names = [*Account.Role.values, "clerk2", "commander2"]
    made = {}
    for name, role in zip(names, roles, strict=True):
        made[name] = Account.objects.create_user(
            name, password=f"correct horse {name}", role=role, first_name=name.title(), last_name="Example",
            excused_until=date.max, excused_why="a test of something else",
        )  # fmt: skip
    return made


@pytest.fixture(scope="session")
def small_county():
    return build_county("us-ca", 60, date(2026, 3, 4))


@pytest.fixture
def roster(staff, small_county):
    """A fictional jail of sixty people, applied."""
    from habeas.desk.doing import by
    from habeas.desk.services.custody.custody import apply_roster, receive_roster

    doing = by(staff["clerk"], NOW)
    kept = receive_roster(small_county.csv().encode(), "roster.csv", "plain", NOW, doing)
    return apply_roster(kept, doing)


@pytest.fixture
def subject(roster, small_county):
    from habeas.desk.models import Person

    return Person.objects.get(bookings__booking_id=small_county.subject["booking_id"])


from .pages import as_role, clerk, code_of, moment  # noqa: E402, F401 - fixtures that page tests share
from .records import may, state_law  # noqa: E402, F401
