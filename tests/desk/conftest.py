"""What the desk's tests stand on: an office, one account a role, a small fictional roster, and a clock that is handed in."""

from datetime import UTC, date, datetime, timedelta

import pytest

from habeas.demo.county import build_county

NOW = datetime(2026, 3, 4, 11, 5, tzinfo=UTC)
"""3:05 a.m. in Los Angeles."""


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
            name, password=f"correct horse {name}", role=role, first_name=name.title(), last_name="Example"
        )
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
