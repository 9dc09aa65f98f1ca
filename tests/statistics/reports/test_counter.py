"""Two lists of one month that differ: every row without another side is named with its rule, and both counts add up."""

from datetime import date

import pytest

from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.reports.build import build
from tests.statistics.staged import Record

PAIRS = {
    "San Diego 2018, State and department": (423, 519), "San Diego 2018, county and State": (266, 423), "Kern 2022": (5, 264),
    "Orange 2022": (17, 155), "Boston 2024": (15, 198), "Mecklenburg December 2024": (38, 48),
}  # fmt: skip
"""Pairs that were printed of one place and time, from two sides."""


def two_lists(ours, theirs, both):
    record = Record()
    numbers = [record.detainer(record.local(2024, 12, 1 + place % 28)) for place in range(ours)]
    rows = [
        {"ref": f"S-{place}", "kind": "detainer", "at": record.local(2024, 12, 1 + place % 28).isoformat(),
         "ours": numbers[place] if place < both and place % 2 else ""}
        for place in range(theirs)
    ]  # fmt: skip
    record.add("tally", "tally", "list-1", record.local(2025, 1, 5), key="list-1", sender="ICE", list=rows)
    record.end_on(record.local(2025, 2, 1))
    return build("counter", ledger_of(record.events), date(2024, 12, 1), date(2024, 12, 31)).tables["reconcile.csv"][1]


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_every_row_without_another_side_is_named_with_a_rule_and_nothing_is_left(pair):
    ours, theirs = pair
    rows = two_lists(ours, theirs, min(pair))
    both = int(next(row[3] for row in rows if row[0] == "both"))
    alone = {side: [row for row in rows if row[0] == f"{side} alone"] for side in ("ours", "theirs")}
    assert both + len(alone["ours"]) == ours
    assert both + len(alone["theirs"]) == theirs
    assert all(row[1] and row[2] for side in alone.values() for row in side), "each is named, with its rule"
    assert rows[-1] == ("unexplained", "rows of either side without a rule", "", "0")


def test_the_rule_says_what_became_of_it():
    record = Record()
    at = record.local(2024, 12, 10)
    number = record.detainer(at)
    again = record.again(number, at)
    other = record.detainer(at, kind="notification_request")
    rows = [
        {"ref": ref, "kind": "detainer", "at": record.local(2024, 12, 10).isoformat(), "ours": ours}
        for ref, ours in (("a", number), ("b", again), ("c", other), ("d", "R-2024-99999"))
    ]
    record.add("tally", "tally", "list-1", record.local(2025, 1, 5), key="list-1", sender="ICE", list=rows)
    record.end_on(record.local(2025, 2, 1))
    found = build("counter", ledger_of(record.events), date(2024, 12, 1), date(2024, 12, 31)).tables["reconcile.csv"][1]
    rules = {row[2]: row[1] for row in found if row[0] == "theirs alone"}
    assert "the same request again" in rules["ICE b"]
    assert "as another kind: notification_request" in rules["ICE c"]
    assert "not received, or not logged" in rules["ICE d"]
    assert "ICE a" not in rules
