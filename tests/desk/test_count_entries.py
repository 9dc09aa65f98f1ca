"""What no other act tells is entered for the count: each entry is an event, and a wrong one is corrected by another."""

from datetime import timedelta

import pytest

from habeas.desk.workflow.errors import NotYoursError, RefusedError
from tests.desk.conftest import NOW

pytestmark = pytest.mark.django_db


def doing_of(account):
    from habeas.desk.doing import by

    return by(account, NOW)


def ledger():
    from habeas.desk.services.record import audit_log
    from habeas.statistics.ledger.source import ledger_of

    return ledger_of(audit_log.events(), {"time_zone": "America/Los_Angeles"})


def test_a_cost_and_its_correction_are_counted_once_as_corrected(staff):
    from habeas.desk.services.publication.count_entries import enter, entries

    clerk, at = doing_of(staff["clerk"]), NOW - timedelta(days=1)
    wrong = enter("cost", at, {"what": "two clerks", "dollars": "50", "hours": "1.5"}, clerk)
    enter("cost", at, {"what": "two clerks", "dollars": "40.25", "hours": "1"}, clerk, corrects=wrong)
    (row,) = ledger().of("cost")
    assert dict(row.amounts) == {"cents": 4025, "minutes": 60}
    assert [each.replaced for each in entries()] == [False, True]


def test_what_is_needed_is_asked_for_in_one_sentence_and_nothing_is_kept(staff):
    from habeas.desk.services.publication.count_entries import enter, entries

    clerk = doing_of(staff["clerk"])
    for kind, given, says in (
        ("bail", {}, "request number"), ("task_force", {"what": "narcotics"}, "agencies"),
        ("cost", {"what": "x", "dollars": "-5"}, "amount"),
        ("nothing", {}, "Choose"), ("bail", {"request": "R-1999-00001"}, "no request"), ("rate", {"dollars": "1e9"}, "amount"),
        ("task_force", {"what": "x", "agencies": "y", "arrests": "many"}, "whole number"),
    ):  # fmt: skip
        with pytest.raises(RefusedError, match=says):
            enter(kind, NOW - timedelta(days=1), given, clerk)
    with pytest.raises(RefusedError, match="future"):
        enter("begins", NOW + timedelta(days=1), {}, clerk)
    with pytest.raises(NotYoursError):
        enter("begins", NOW, {}, doing_of(staff["inspector"]))
    assert entries() == []


def test_the_page_lists_entries_and_takes_a_new_one(client, staff):
    client.force_login(staff["clerk"])
    sent = {"kind": "rate", "at": "03/01/2026 0800", "dollars": "52.64"}
    found = client.post("/counts/add/", sent, follow=True)
    assert "Average cost of a day in custody" in found.content.decode()
    assert ledger().rates[0][1] == 5264
