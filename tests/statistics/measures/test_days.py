"""Days in custody: each person once a day and each day at its own cost, as counting day by day gives."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from habeas.statistics.ledger.rows import Ledger, LedgerRow, OfficePlace
from habeas.statistics.measures.counting import count
from habeas.statistics.measures.measure import Unit
from habeas.statistics.measures.table import measure_called

UTC_ZONE = ZoneInfo("UTC")
FIRST, LAST = date(2025, 2, 1), date(2025, 4, 30)


def moment(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def drawn(chance):
    rows = []
    for number in range(12):
        begin = date(2025, 1, 1) + timedelta(days=chance.randrange(120))
        times = {"received": moment(begin)}
        if chance.random() < 0.8:
            times["left"] = moment(begin + timedelta(days=chance.randrange(60)))
        facts = {"kind": "detainer", "outcome": "open", "person_is": chance.choice(["in_custody", "in_custody", ""])}
        person = f"p{chance.randrange(5)}"
        rows.append(LedgerRow("request", f"R{number}", UTC_ZONE, times, facts, person=person, events=(number,)))
    rates = tuple(sorted((FIRST + timedelta(days=chance.randrange(80)), chance.randrange(9000)) for _ in range(3)))
    place = OfficePlace("Alder (fictional)", "us-tx", UTC_ZONE)
    return Ledger(place, date(2025, 1, 1), date(2025, 5, 9), 12, "", tuple(rows), (), rates)


def day_by_day(ledger):
    """The person-days and the last row that holds each, one day at a time."""
    held = {}
    for row in ledger.rows:
        if row.facts["person_is"] == "in_custody":
            day, end = row.day("received"), row.day("left") or LAST + timedelta(days=1)
            while day < end:
                if FIRST <= day <= LAST:
                    held[row.person, day] = row
                day += timedelta(days=1)
    return held


def test_days_and_dollars_are_those_of_counting_each_day():
    chance = random.Random(3)  # noqa: S311 - chance is no secret
    priced = 0
    for _ in range(60):
        ledger = drawn(chance)
        days, held = count(measure_called("detainer_days"), ledger, FIRST, LAST), day_by_day(ledger)
        assert (days.known, set(days.keys)) == (len(held), {row.key for row in held.values()})
        early = replace(ledger, rates=((date(2025, 1, 1), 5000), *ledger.rates))
        for each in (ledger, early):
            rates = [each.rate_on(day) for _, day in held]
            dollars = count(measure_called("detainer_cost"), each, FIRST, LAST)
            assert dollars.unit is Unit.DOLLARS
            assert dollars.known == (None if None in rates else sum(rates))
            priced += dollars.known is not None
    assert priced > 60
