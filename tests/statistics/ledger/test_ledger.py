"""A fact is counted once, on its local day, whatever was looked at, corrected, reopened, erased or told twice."""

from datetime import date

import pytest

from habeas.common.errors import BadInputError
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.counting import count
from habeas.statistics.measures.table import measure_called
from tests.statistics.staged import Record


def counted(record, measure, first, last):
    return count(measure_called(measure), ledger_of(record.events), first, last).shown


def test_ten_minutes_before_midnight_of_the_last_day_is_still_that_year():
    record = Record()
    record.detainer(record.local(2025, 12, 31, 23, 50))
    record.detainer(record.local(2026, 1, 1, 0, 5))
    record.end_on(record.local(2026, 2, 1))
    assert counted(record, "detainers_received", date(2025, 1, 1), date(2025, 12, 31)) == "1"
    assert counted(record, "detainers_received", date(2026, 1, 1), date(2026, 1, 31)) == "1"


@pytest.mark.parametrize(("month", "day"), [(3, 9), (11, 2)])
def test_the_day_on_which_the_clock_changes_is_one_day(month, day):
    record = Record()
    for hour in (0, 1, 2, 3, 23):
        record.detainer(record.local(2025, month, day, hour, 30))
    record.end_on(record.local(2025, 12, 1))
    assert counted(record, "detainers_received", date(2025, month, day), date(2025, month, day)) == "5"


def test_erasing_names_beside_the_record_keeps_every_count():
    record = Record()
    number = record.detainer(record.local(2025, 3, 3), person="p")
    record.refuse(number, record.local(2025, 3, 4))
    before = [row.facts for row in ledger_of(record.events).rows]
    record.add("expunge", "person", "p", record.local(2025, 4, 1), order="order of court", erased=3, digests=[])
    assert [row.facts for row in ledger_of(record.events).rows] == before


def test_a_transfer_that_the_jails_system_tells_again_is_one_transfer_and_an_unlogged_one_counts():
    record = Record()
    at = record.local(2025, 3, 3)
    record.hand_over(record.detainer(at, kind="judicial_warrant", person="p"), record.local(2025, 3, 5, 10))
    record.left("p", record.local(2025, 3, 5, 11), how="handed_over")
    record.detainer(at, person="q")
    record.left("q", record.local(2025, 3, 6), how="other_agency")
    record.end_on(record.local(2025, 4, 2))
    assert counted(record, "transfers", date(2025, 3, 1), date(2025, 3, 31)) == "2"


def test_a_second_transfer_of_one_stay_is_no_third():
    record = Record()
    for day in (5, 12):
        number = record.detainer(record.local(2025, 3, day - 2), kind="judicial_warrant", person="p")
        record.hand_over(number, record.local(2025, 3, day, 10))
        record.left("p", record.local(2025, 3, day, 11), how="handed_over")
    record.end_on(record.local(2025, 4, 2))
    assert counted(record, "transfers", date(2025, 3, 1), date(2025, 3, 31)) == "2"
    found = ledger_of(record.events).of("transfer")
    assert [row.facts["logged"] for row in found] == ["yes", "yes"]


def test_somebody_held_past_the_time_to_leave_is_known_only_where_that_time_is():
    record = Record()
    for person, ready in (("p", True), ("q", False)):
        number = record.detainer(record.local(2025, 3, 3), person=person)
        record.decide(number, record.local(2025, 3, 3, 13), {"hold": "must complies"}, sign=True)
        if ready:
            record.ready(person, record.local(2025, 3, 5, 8))
        record.left(person, record.local(2025, 3, 6))
    record.end_on(record.local(2025, 4, 2))
    found = count(
        measure_called("detainers_held_beyond"), ledger_of(record.events), date(2025, 3, 1), date(2025, 3, 31)
    )
    assert (found.known, found.unknown) == (1, 1)


def test_before_the_record_began_nothing_is_recorded_and_that_is_not_zero():
    record = Record(begins=Record().local(2025, 6, 1)).end_on(Record().local(2025, 9, 1))
    assert counted(record, "detainers_received", date(2025, 5, 1), date(2025, 5, 31)) == "not recorded"
    assert counted(record, "detainers_received", date(2025, 7, 1), date(2025, 7, 31)) == "0"


def test_an_entry_that_corrects_another_stands_in_its_place():
    record = Record()
    wrong = record.tally("cost", record.local(2025, 3, 3), {"what": "staff"}, {"cents": 5_000, "minutes": 90})
    record.tally("cost", record.local(2025, 3, 3), {"what": "staff"}, {"cents": 4_000, "minutes": 60}, corrects=wrong)
    record.end_on(record.local(2025, 4, 2))
    assert counted(record, "costs", date(2025, 3, 1), date(2025, 3, 31)) == "40.00"
    assert counted(record, "staff_hours", date(2025, 3, 1), date(2025, 3, 31)) == "1.00"


def test_a_broken_record_is_not_counted():
    record = Record()
    record.detainer(record.local(2025, 3, 3))
    with pytest.raises(BadInputError, match="broken and nothing was counted"):
        ledger_of([*record.events[:2], *record.events[3:]])
