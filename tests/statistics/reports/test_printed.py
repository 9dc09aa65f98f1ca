"""What a statutory report adds to the register: sums of requests, parts of them, the series of its charts, and what transfers imply."""

from datetime import date

from habeas.statistics.attack.reading import REGISTER_COLUMNS
from habeas.statistics.charts.series import SERIES
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.table import measure_called
from habeas.statistics.reports.catalog import catalog
from habeas.statistics.reports.printed import _implied, is_year, printed_numbers
from tests.statistics.reports.test_reports import year

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def numbers(name, first=YEAR[0], last=YEAR[1]):
    return list(printed_numbers(name, ledger_of(year().events), first, last))


def test_requests_by_outcome_stand_exactly_and_a_part_of_them_as_at_least():
    found = numbers("oversight-quarterly")
    by_outcome = {each.outcomes: each for each in found if each.outcomes and not each.table and each.most is not None}
    assert by_outcome["refused",].least == by_outcome["refused",].most == 4
    parts = [each for name in catalog() for each in numbers(name) if each.most is None and "held" in each.source]
    assert {each.kinds for each in parts} == {("detainer",)}


def test_charts_stand_class_by_class_and_transfers_as_what_they_imply():
    found = numbers("us-ca-truth-forum")
    assert {each.table for each in found} >= {"answer_time"}
    answered = [each for each in found if each.table == "answer_time"]
    assert (len(answered), sum(each.least for each in answered)) == (6, 7)
    implied = [each for each in found if "transfers" in each.source and each.most is None]
    assert implied
    assert all(set(each.outcomes) <= {"complied", "withdrawn", "hold_ended"} for each in implied)


def test_every_row_has_the_columns_of_a_register_and_a_period_of_broken_months_adds_none():
    rows = [each.row for name in catalog() for each in numbers(name)]
    assert all(set(row) | {"office"} == set(REGISTER_COLUMNS) for row in rows)
    assert {row["table"] for row in rows} <= {"", *(series.name for series, _ in SERIES)}
    assert numbers("oversight-quarterly", date(2025, 1, 2)) == []


def test_both_lists_are_added_up_over_a_year_alone():
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    assert is_year(months)
    assert not is_year(months[:3])
    assert not [each for each in numbers("counter", last=date(2025, 3, 31)) if each.table]


def test_what_is_implied_is_of_measures_that_there_are():
    for name, row in _implied().items():
        assert measure_called(name).noun in {"transfer", "request", "interview"}
        assert row["why"].endswith(".")
