"""The same call made by eight threads at the same moment: one act, one answer; and the schema tried with strange calls."""

import json
import threading

import pytest

from tests.desk import stage
from tests.desk.programs import vouched_key

FILING = {
    "request": {"kind": "detainer", "issuer": "ice"},
    "channel": "electronic",
    "received_at": stage.NOW.isoformat(),
}


def a_key():
    from habeas.desk.api.table import SCOPES
    from habeas.desk.models import Account

    chief = Account.objects.create_user("chief", role="commander")
    return vouched_key(Account.objects.get(username="ann"), chief, SCOPES, stage.NOW, days=3_650)


def file_eight_times():
    from django.db import connections
    from django.test import Client

    from habeas.desk.models import Event, Request

    key, found, start = a_key(), [], threading.Barrier(8)

    def make():
        start.wait(30)
        answer = Client(headers={"host": "localhost"}).post(
            "/api/requests", data=json.dumps(FILING), content_type="application/json",
            headers={"Authorization": f"Bearer {key}", "Idempotency-Key": "the-same-call"},
        )  # fmt: skip
        found.append((answer.status_code, answer.json()))
        connections.close_all()

    threads = [threading.Thread(target=make) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    fault, _ = stage.chain_fault()
    return {
        "answers": found,
        "requests": Request.objects.count(),
        "received": Event.objects.filter(act="receive").count(),
        "fault": fault,
    }


def check(found):
    assert [status for status, _ in found["answers"]] == [201] * 8
    assert len({answer["number"] for _, answer in found["answers"]}) == 1
    assert (found["requests"], found["received"], found["fault"]) == (1, 1, None)


def test_eight_same_calls_at_the_same_moment_are_one_act():
    check(stage.run(stage.prepare(), file_eight_times))


def test_the_same_on_a_real_postgresql(postgres_url):
    check(stage.run(stage.prepare(url=postgres_url), file_eight_times))


@pytest.fixture(scope="module")
def postgres_url():
    from tests.postgres import NoServerError, fresh_database, start

    try:
        return fresh_database(start())
    except NoServerError as why:
        pytest.skip(f"No PostgreSQL here: {why}")
