"""The months before tonight: every request of them is over, its events are at their own times, and their figures are frozen."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from habeas.demo.history import MONTHS, past_months

NOW = datetime(2026, 3, 4, 11, 5, tzinfo=UTC)
ZONE = ZoneInfo("America/Los_Angeles")


def test_months_are_whole_and_in_order_and_each_person_has_one_number():
    past = past_months(NOW, MONTHS, ZONE)
    assert [f"{each.morning:%Y-%m}" for each in (past[0], past[-1])] == ["2024-01", "2026-02"]
    numbers = [number for month in past for _, _, number in month.stories]
    assert len(numbers) == len(set(numbers)) > 100
    assert all(f"{at:%Y-%m}" == f"{month.morning:%Y-%m}" for month in past for at, _, _ in month.stories)


def test_a_desk_without_history_has_no_month():
    assert past_months(NOW, 0, ZONE) == []


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    from habeas.demo import desk

    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(desk, "STORIES", ())
        desk.fill_desk(90, NOW, 5)
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_every_request_of_the_past_is_over_and_one_release_is_frozen(told):
    from habeas.desk.models import Event, Request
    from habeas.desk.services.publication.figures import releases

    assert set(Request.objects.values_list("state", flat=True)) == {"closed"}
    assert Event.objects.order_by("seq")[0].at.astimezone(ZONE).date().isoformat() == "2025-10-01"
    found = releases()
    assert [each.data["periods"] for each in found] == [["2025-Q4"]]
    assert found[0].data["first_day_of_record"] == "2025-10-01"


@pytest.mark.django_db
def test_the_past_shows_transfers_on_a_judges_warrant_and_notices_in_time_and_late(told):
    from habeas.desk.services.record import audit_log
    from habeas.statistics.ledger.source import ledger_of

    ledger = ledger_of(audit_log.events())
    assert {row.facts["judicial"] for row in ledger.of("transfer")} == {"yes"}
    assert {row.facts["in_time"] for row in ledger.of("notice")} >= {"yes", "no"}


@pytest.mark.django_db
def test_the_senders_list_of_the_past_has_a_row_alone_on_either_side(told):
    from habeas.desk.services.record import audit_log
    from habeas.statistics.charts.series import both_lists
    from habeas.statistics.ledger.source import ledger_of

    found = both_lists(ledger_of(audit_log.events()), NOW.date().replace(year=2025, month=10, day=1), NOW.date())
    assert set(found) == {"both", "ours alone", "theirs alone"}


@pytest.mark.django_db
def test_every_row_of_the_past_is_told_by_an_event(told):
    from habeas.desk.services.record.reconciliation import reconcile

    assert list(reconcile()) == []


@pytest.mark.django_db
def test_the_roster_in_use_is_this_mornings_and_nobody_doubts_it(told):
    from habeas.desk.models import RosterImport

    last = RosterImport.objects.filter(state="applied").order_by("-applied_at", "-id").first()
    assert last.report["doubts"] == [], "no list could be answered on it"
    assert (NOW - last.as_of).total_seconds() < 3600
