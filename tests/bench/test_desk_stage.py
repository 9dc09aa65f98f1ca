"""The clerk of the desk's benchmark is logged in: a bench that reads the log-in page measures nothing."""

from datetime import date

import pytest
from django.test import Client

from habeas.bench.desk_stage import cookie_of
from habeas.desk.models import Account
from tests.desk.conftest import here

__all__ = ["here"]


@pytest.mark.django_db
def test_the_cookie_of_the_bench_opens_the_desk(here):
    from datetime import UTC, datetime

    clerk = Account.objects.create_user("clerk", role=Account.Role.CLERK, excused_until=date.max)
    client = Client()
    name, _, value = cookie_of(clerk, datetime.now(UTC)).partition("=")
    client.cookies[name] = value
    assert client.get("/requests/").status_code == 200
