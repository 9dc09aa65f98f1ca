"""What a release prints of whole years besides: rounded with its total, only where there is enough of it, and once for all."""

import json
from datetime import date

from habeas.statistics.attack.audit import audit
from habeas.statistics.charts.pictures import charts_of
from habeas.statistics.charts.tables import table_csv, tables_of
from habeas.statistics.disclosure.by_year import YearSeries
from habeas.statistics.disclosure.release import make_release
from habeas.statistics.publishing import audited_release
from tests.statistics.ledgers import OUTCOMES, ledger, order

CLASSES = {"4h": "within 4 hours", "3d": "within 3 days", "later": "later", "open": "no response sent"}
COUNTS = {"4h": 3, "3d": 21, "later": 17, "open": 1}


def series(year="2024", counts=None, parts=()):
    return YearSeries(
        year, "answer_time", "Time to answer", "By time.", "requests received", CLASSES, counts or COUNTS, parts
    )


def shown(release):
    return {(each["year"], name): value for each in release.data["series"] for name, value in each["cells"]}


def test_a_whole_years_series_is_rounded_with_its_total():
    made = make_release(order(ledger(57), series=(series(),)))
    (held,) = made.data["series"]
    assert all(value % 5 == 0 and abs(value - COUNTS[name]) <= 4 for name, value in held["cells"])
    assert held["all"] == sum(value for _, value in held["cells"])
    assert abs(held["all"] - sum(COUNTS.values())) <= 2


def test_a_year_that_is_not_whole_and_a_series_of_fewer_than_twenty_are_not_printed():
    few = series("2024", {"4h": 12, "3d": 7})
    half = order(ledger(57), last=date(2025, 6, 30), series=(few, series("2025")))
    assert not make_release(half).data["series"]
    assert not make_release(order(ledger(5), series=(series(),))).data["series"], (
        "of so few only the year's total is printed"
    )


def test_a_series_printed_once_is_never_printed_otherwise_and_a_later_one_is_added():
    first = make_release(order(ledger(57), series=(series(),)))
    moved = (series(counts={"4h": 40, "3d": 1}), series("2025"))
    second = make_release(order(ledger(57), series=moved, before=first))
    assert shown(first).items() < shown(second).items()
    assert {year for year, _ in shown(second)} == {"2024", "2025"}


def test_the_attack_reads_the_series_and_what_else_is_printed_of_its_requests():
    counts = ledger(57)
    rest = sum(count for (month, _, _), count in counts.items() if month.startswith("2024")) - 21
    parting = series(counts=COUNTS | {"3d": rest}, parts=OUTCOMES)
    made = audited_release(order(counts, series=(parting,)), [], [])
    without = audited_release(order(counts), [], [])
    assert made.audit.holds
    assert made.audit.targets > without.audit.targets
    bare = json.loads(made.release.text)
    bare["series"][0] |= {"cells": [["4h", 0], ["later", 0]], "all": 10, "parts_outcomes": [], "mean_off_by": None}
    found = audit([("r", json.dumps(bare))], [], requests=[])
    assert {each.printed[2] for each in found.falls} == {"answer_time"}
    wrong = json.loads(made.release.text)
    wrong["series"][0]["all"] += 40
    assert audit([("r", json.dumps(wrong))], [], requests=[]).contradiction, (
        "its total is that of the requests it parts"
    )
    assert "alder, 2024, answer_time, 4h is exactly 4." in " ".join(found.sentences())


def test_a_series_is_a_chart_and_a_table_with_the_same_numbers():
    data = make_release(order(ledger(57), series=(series(),))).data
    chart = charts_of(data)[-1]
    table = tables_of(data)[-1]
    assert chart.title == table.title == "Time to answer, 2024"
    assert [value for _, (value,) in chart.rows] == list(table.rows[0][1][:-1])
    assert table_csv(table).splitlines()[0] == "year,what,number"


def test_the_quarter_in_which_law_changed_is_marked_and_the_law_named():
    data = make_release(order(ledger(57), marks=(("2024-05", "Section 12 began"),))).data
    chart = next(each for each in charts_of(data) if each.name == "periods")
    assert chart.rows[1][0] == "2024-Q2 (law changed)"
    assert "Law changed in 2024-Q2: Section 12 began." in chart.says
