"""However long the record is, a page reads of it only what it shows: each question the pages ask is answered off an index."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from habeas.desk.permissions.addresses import ADDRESSES

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.forges,  # the person of `may` was convicted by the test itself
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="the plan is read in SQLite's words; PostgreSQL has the same indexes"
    ),
]
WITHOUT = {"record_export", "printed_csv", "record_count", "record_count_csv"}
"""What reads the whole record because that is what it is for."""
SEARCHES = (
    {"words": "R-0001"},
    {"words": "r-0001"},
    {"words": "some-key"},
    {"act": "sign"},
    {"actor": "staff-1"},
    {"act": "sign", "actor": "staff-1"},
)


def plans(captured):
    """Each query of events with the steps SQLite takes for it."""
    for query in captured:
        if '"desk_event"' in query["sql"] and query["sql"].startswith("SELECT"):
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN QUERY PLAN " + query["sql"].replace("%", "%%"))
                yield query["sql"], [row[3] for row in cursor.fetchall()]


def reads_it_all(sql, steps):
    """Whether a query goes through all events, or sorts all that fit one part of what is asked."""
    names = ["desk_event", *re.findall(r'"desk_event" (U\d+)', sql)]
    scans = [each for each in steps if re.match(rf"SCAN ({'|'.join(names)})\b", each)]
    sorts = 'FROM "desk_event" WHERE' in sql and any("TEMP B-TREE FOR ORDER BY" in each for each in steps)
    return any("LIMIT 1" not in sql or "USING" not in each for each in scans) or (
        sorts and "MULTI-INDEX OR" not in steps
    )


def check(call):
    with CaptureQueriesContext(connection) as captured:
        answer = call()
    found = [(sql, steps) for sql, steps in plans(captured.captured_queries) if reads_it_all(sql, steps)]
    assert not found, found
    return answer


@pytest.mark.parametrize("role", ["clerk", "commander", "inspector", "administrator"])
def test_no_page_goes_through_the_whole_record(role, as_role, may):
    client = as_role(role)
    for each in ADDRESSES:
        if "<" not in each.path and each.name not in WITHOUT:
            check(lambda each=each: client.get(f"/{each.path}"))
    for path in (f"/requests/{may.number}/", f"/people/{may.person.key}/views/", f"/inspect/requests/{may.number}/"):
        check(lambda path=path: client.get(path))


@pytest.mark.parametrize("asked", SEARCHES, ids=str)
def test_no_search_goes_through_the_whole_record(asked, as_role, may):
    answer = check(lambda: as_role("inspector").post("/inspect/", asked))
    assert answer.status_code == 200


@pytest.mark.parametrize("asked", ["", "?actor=staff-1", "?request=R-0001", "?before=5", "?before=5&actor=staff-1"])
def test_who_looked_is_read_from_the_newest_on(asked, as_role, may):
    assert check(lambda: as_role("inspector").get(f"/inspect/views/{asked}")).status_code == 200


def test_a_number_is_found_however_it_is_typed(as_role, may):
    inspector = as_role("inspector")
    inspector.get(f"/inspect/requests/{may.number}/")
    pages = [inspector.post("/inspect/", {"words": text}).content.decode() for text in (may.number, may.number.lower())]
    assert all("viewed" in page for page in pages)


def test_looking_is_counted_up_to_a_bound(as_role, may, staff, monkeypatch):
    from habeas.desk.services.record import access

    inspector = as_role("inspector")
    for _ in range(3):
        inspector.get("/inspect/")
        inspector.get(f"/inspect/requests/{may.number}/")
    monkeypatch.setattr(access, "COUNTED", 2)
    seen = {account.username: times for account, times in access.accounts_in_use(may.received_at)}
    assert seen["inspector"] == 2
    assert seen["commander2"] == 0
