"""A report's charts: each split line, time to answer, deadlines and both lists, each with the same numbers in a table."""

from datetime import date, timedelta

from habeas.statistics.charts.series import answer_time, both_lists, reply_deadline
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.reports import render
from habeas.statistics.reports.pictures import changes_by_month, charts_of
from tests.statistics.reports.test_reports import made, year
from tests.statistics.staged import Record

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def told(record, received, sent, due=None):
    number = record.detainer(received)
    if due:
        record.add(
            "clock",
            "clock",
            record.key("clock"),
            received,
            step="started",
            clock="reply_by",
            ends_at=due.isoformat(),
            request=number,
        )
    record.tell(number, sent)
    return number


def test_time_to_answer_runs_from_receipt_to_the_first_response_and_is_held_against_the_deadline():
    record = Record()
    at = record.local
    told(record, at(2025, 3, 3, 8), at(2025, 3, 3, 11), due=at(2025, 3, 3, 11))
    told(record, at(2025, 3, 4, 8), at(2025, 3, 6, 8), due=at(2025, 3, 5, 8))
    told(record, at(2025, 3, 5, 8), at(2025, 4, 5, 8))
    record.detainer(at(2025, 3, 7))
    record.set_aside(record.detainer(at(2025, 3, 8)), at(2025, 3, 9))
    ledger = ledger_of(record.end_on(at(2026, 1, 5)).events)
    assert answer_time(ledger, *YEAR) == {"4h": 1, "3d": 1, "later": 1, "open": 1}
    assert reply_deadline(ledger, *YEAR) == {"in_time": 1, "late": 1}


def test_both_lists_are_compared_only_where_a_list_of_the_period_was_loaded():
    record = Record()
    at = record.local
    record.detainer(at(2025, 3, 3))
    assert not both_lists(ledger_of(record.events), *YEAR)
    rows = [{"ref": f"x{day}", "at": at(2025, 3, day).isoformat(), "kind": "detainer"} for day in (4, 25)]
    record.add("tally", "tally", "list", at(2025, 4, 1), key="list", list=rows, sender="ICE")
    record.end_on(at(2026, 1, 5))
    assert both_lists(ledger_of(record.events), *YEAR) == {"both": 1, "theirs alone": 1}


def test_a_month_in_which_law_changed_is_marked_with_the_section():
    assert changes_by_month("us-ca-los-angeles", *YEAR) == {
        "2025-07": "Sheriff of Los Angeles County, statement of 17 July 2025 began"
    }
    chart = next(each for each in charts_of(made("oversight-quarterly")) if each.name == "transfers-by-month")
    assert "2025-07 (law changed)" in dict(chart.rows)
    assert "Sheriff of Los Angeles County" in chart.says


def test_the_pdf_shows_each_chart_with_its_words_and_the_same_numbers_below(monkeypatch):
    monkeypatch.setattr(render, "render_pdf", lambda html: html.encode())
    page = render.pdf(made("oversight-quarterly", year()), 1).decode()
    assert page.count("data:image/svg+xml;base64,") == len(charts_of(made("oversight-quarterly")))
    assert "Time to answer: within 4 hours 0" in page
    assert '<td>Withdrawn or canceled by the sender before a response</td><td class="n">1</td>' in page
    assert ">outcome " not in page, "an outcome stands in the words that readers know"
    assert '<th scope="col">Law</th>' not in page, "a column in which nothing stands is left out"


def test_a_table_longer_than_a_pdf_holds_says_so_and_where_the_rest_is(monkeypatch):
    monkeypatch.setattr(render, "render_pdf", lambda html: html.encode())
    monkeypatch.setattr(render, "MOST_ROWS", 3)
    page = render.pdf(made("us-il-ag", year("us-il")), 1).decode()
    assert "(the first 3 of 6; all are in detainers_and_warrants.csv)" in page
    assert "all are in reconcile.csv)" in page


def test_a_column_is_kept_on_one_line_only_where_the_row_still_holds_the_others():
    short = [("detainer", "2025-01-02", "Thu 01/22/2015 1200 hrs")] * 3
    assert render.unbroken(("Kind", "Received on", "At"), short) == {0, 1, 2}
    long = [
        ("x", "a sentence that goes on for very much longer than any one line of a page can be, and then some", "b c")
    ]
    assert render.unbroken(("Kind", "Says", "Two"), long) == {0, 2}
    assert render.unbroken(("None",), []) == {0}


def test_the_pdf_breaks_no_day_or_time_of_a_list(monkeypatch):
    monkeypatch.setattr(render, "render_pdf", lambda html: html.encode())
    page = render.pdf(made("us-il-ag", year("us-il")), 1).decode()
    assert '<td class="w">immigration detainer</td>' in page


def test_notices_are_drawn_once_and_in_words():
    record = Record()
    at = record.local
    for number, hours in enumerate((4, 30)):
        due = at(2025, 3, 4).isoformat()
        notices = [{"key": f"n{number}", "what": "give_copy_to_person", "due_at": due}]
        record.add("settle", "request", "key-x", at(2025, 3, 3), request="x", notices=notices)
        record.add("serve", "request", "key-x", at(2025, 3, 6), notice=f"n{number}", result="served", language="en",
                   at=(at(2025, 3, 3) + timedelta(hours=hours)).isoformat())  # fmt: skip
    report = made("oversight-quarterly", record.end_on(at(2026, 1, 5)))
    charts = [each for each in charts_of(report) if "otices" in each.title]
    assert len(charts) == 1
    assert dict(charts[0].rows)["served late"] == (1,)
    assert [cell.split_words for cell in report.cells if cell.item == "notices-by-service"] == [
        "Served late",
        "Served in time",
    ]
