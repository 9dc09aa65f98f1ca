"""Measures are data: every row of the table is a measure with a definition, and a stock is never added as if it were people."""

from datetime import date

import pytest

from habeas.common.errors import BadInputError
from habeas.statistics.ledger.rows import NOUNS
from habeas.statistics.measures.measure import Count, Unit, total
from habeas.statistics.measures.table import measures, read_measure
from habeas.statistics.measures.words import MOMENTS, sentences


@pytest.mark.parametrize("measure", measures().values(), ids=lambda each: each.name)
def test_each_measure_of_the_table_has_noun_unit_day_setter_and_sentences(measure):
    assert measure.noun in NOUNS
    assert measure.day in MOMENTS
    assert measure.set_by
    assert measure.since <= date(2100, 1, 1)
    said = sentences(measure)
    assert len(said) >= 5
    assert all(each.endswith(".") for each in said)
    assert not any("_" in each for each in said), "a reader reads words"


def test_monthly_stocks_are_added_to_person_months_alone():
    """155,380 were printed as people; they are 28 first-of-month stocks (Texas, October 2011 to January 2014)."""
    stocks = [Count(Unit.STOCK, 5549)] * 28
    assert total(stocks, Unit.PERSON_MONTHS).known == 5549 * 28
    for unit in (Unit.COUNT, Unit.PEOPLE, Unit.STOCK):
        with pytest.raises(BadInputError, match="person-months"):
            total(stocks, unit)


def test_people_of_two_periods_are_not_added():
    with pytest.raises(BadInputError, match="somebody may be in two"):
        total([Count(Unit.PEOPLE, 3), Count(Unit.PEOPLE, 4)], Unit.PEOPLE)


def test_a_sum_with_a_month_that_was_not_recorded_is_not_recorded():
    assert total([Count(Unit.COUNT, 3), Count(Unit.COUNT, None)], Unit.COUNT).known is None


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"noun": "unicorn"}, "no noun"),
        (
            {"noun": "request", "unit": "stock", "says": "x", "day": "at", "set_by": "a", "since": date(2026, 1, 1)},
            "from when",
        ),
        ({"noun": "request", "unit": "furlong"}, "no measure"),
        ({"noun": "request", "unit": "count", "colour": "red"}, "no measure"),
    ],
)
def test_a_row_that_is_no_measure_is_refused_in_one_sentence(row, says):
    with pytest.raises(BadInputError, match=says):
        read_measure("x", row)
