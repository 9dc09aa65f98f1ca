"""A report as people read it: what nobody entered is no zero, words for stored words, what repeats is said once, each remainder named."""

import pytest

from habeas.statistics.reports import on_paper, render
from habeas.statistics.reports.certificate import certificate, certificate_sentences
from habeas.statistics.reports.pictures import charts_of, not_drawn
from tests.statistics.reports.test_reports import made
from tests.statistics.staged import Record


@pytest.fixture
def page(monkeypatch):
    """The text of a report's PDF before it is drawn."""
    monkeypatch.setattr(render, "render_pdf", lambda html: html.encode())
    return lambda name, record: render.pdf(made(name, record), 1).decode()


def worked():
    """A detainer refused and received again, one told, one fetched on a judge's paper, and one nobody read."""
    record = Record()
    at = record.local
    refused = record.detainer(at(2025, 2, 1))
    record.refuse(refused, at(2025, 2, 2))
    for hour in range(1, 7):
        record.again(refused, at(2025, 2, 3, hour))
    record.tell(record.detainer(at(2025, 3, 1)), at(2025, 3, 2))
    paper = record.detainer(at(2025, 4, 1), kind="judicial_warrant", issuer="court")
    record.decide(paper, at(2025, 4, 2), {"transfer": "must complies"})
    record.hand_over(paper, at(2025, 4, 3))
    record.receive(at(2025, 5, 1))
    return record.end_on(at(2026, 1, 5))


def cell(report, item):
    return next(each for each in report.cells if each.item == item)


def test_money_hours_and_bookings_that_nobody_told_are_not_recorded_and_never_certified_as_none():
    report = made("us-ca-truth-forum", Record().end_on(Record().local(2026, 1, 5)))
    silent = [each for each in report.cells if each.says in {"Bookings", "Costs entered", "Staff hours entered"}]
    assert [each.row[4] for each in silent] == ["not recorded"] * 3
    held = certificate(report)
    assert {each.name for each in silent} <= set(held["not_recorded"])
    assert not {each.name for each in silent} & set(held["none"])
    record = Record()
    record.tally("cost", record.local(2025, 3, 1), {"what": "none this year"}, {"minutes": 0, "cents": 0})
    report = made("us-ca-truth-forum", record.end_on(record.local(2026, 1, 5)))
    assert [each.row[4] for each in report.cells if each.says in {"Costs entered", "Staff hours entered"}] == [
        "0.00",
        "0.00",
    ]


def test_whoever_certifies_none_of_what_is_entered_by_hand_is_told_that_the_record_never_held_any():
    says = " ".join(certificate_sentences(made("oversight-quarterly", worked())))
    assert "The whole record holds none of these, which are entered by hand: contacts; queries sent by hand." in says
    record = worked()
    record.query(record.local(2026, 1, 6))
    says = " ".join(certificate_sentences(made("oversight-quarterly", record.end_on(record.local(2026, 1, 7)))))
    assert "entered by hand: contacts." in says


def test_a_certificate_names_each_line_once_with_all_that_it_is_split_by():
    says = certificate_sentences(made("oversight-quarterly", worked()))
    assert says[0].startswith(
        "In this period there was none of the following: transfers of custody, by month (2025-01, 2025-02,"
    )
    assert says[0].count("by month") == 1
    unknown = next(each for each in says if "it is not known" in each)
    assert unknown.startswith("Of 1 it is not known whether they are among: immigration detainers received")
    none = made("us-nc-162-62", Record(jurisdiction="us-nc").end_on(Record().local(2026, 1, 5)))
    assert "queries to ICE" in " ".join(certificate_sentences(none))


def test_the_funnel_names_every_remainder_and_adds_up():
    record = worked()
    early = record.detainer(record.local(2024, 12, 1), kind="judicial_warrant", issuer="court")
    record.hand_over(
        early, record.local(2025, 6, 1)
    )  # received before the period, it is no part of what was received in it
    (funnel,) = (each for each in charts_of(made("us-ca-truth-forum", record)) if each.name == "funnel")
    rows = {label: number for label, (number,) in funnel.rows}
    assert rows == {
        "Received": 4, "– No response yet": 1, "Answered": 3, "– All actions denied": 1, "At least one action granted": 2,
        "Of all received: the release date was told, by response or contact": 1, "Of all received: a transfer was logged on it": 1,
    }  # fmt: skip


def test_a_chart_with_nothing_to_draw_is_said_and_not_left_out_in_silence(page):
    report = made("us-ca-truth-forum", worked())
    assert "Our requests and the sender's own list" in not_drawn(report)
    assert "No chart, because there is nothing of it in this period: " in page("us-ca-truth-forum", worked())


def test_many_steps_alike_are_one_step_on_paper_and_each_stands_in_the_file(page):
    told = page("us-ca-truth-forum", worked())
    assert "the same request again: counted once under its first number (each by its number in reconcile.csv)" in told
    few = [("subtracted", "the same request again: counted once, under R-1", f"R-{each}", "1") for each in (2, 3)]
    assert list(on_paper.steps(few, "f")) == few
    assert sum(row[0] == "subtracted" for row in made("us-ca-truth-forum", worked()).tables["reconcile.csv"][1]) == 6


def test_what_every_line_says_alike_is_said_once_below(page):
    told = page("us-nj-ag", Record(jurisdiction="us-nj").end_on(Record().local(2026, 1, 5)))
    assert told.count("the statute could not be read whole") == 1
    assert "For every line: N.J. Attorney General Directive 2018-6; the statute could not be read whole." in told
    assert on_paper.said_once(("Item", "Law"), [("a", "x"), ("b", "y")], ("Law",)) == (set(), "")
    assert on_paper.said_once(("Item", "Law"), [("a", "x")], ("Law",)) == (set(), ""), "of one line nothing repeats"


@pytest.mark.parametrize(
    ("given", "read"), [("1086514.00", "1,086,514.00"), ("7598", "7,598"), ("not known", "not known"), ("", ""), ("2025-01", "2025-01")]
)  # fmt: skip
def test_thousands_are_parted_and_words_are_not(given, read):
    assert on_paper.parted(given) == read


def test_stored_words_of_a_list_stand_in_words_and_cents_as_dollars():
    assert on_paper.cell_words("fact:outcome", "aside") == "set aside: not a request, or misdirected"
    assert on_paper.cell_words("fact:outcome", "hold ended") == "a cancellation: the hold it names was ended"
    assert on_paper.cell_words("fact:left_how", "not left") == "not left"
    assert on_paper.cell_words("amount:cents", "123405") == "1,234.05"
    assert on_paper.cell_words("amount:cents", "not recorded") == "not recorded"
    assert on_paper.cell_words("fact:kind", "immigration detainer") == "immigration detainer"


def test_a_definition_says_its_conditions_in_words(page):
    told = page("oversight-quarterly", worked())
    assert "Only those on a judge&#39;s paper." in told
    assert "Only those whose kind is “immigration detainer”." in told
    assert "complies" not in told


def test_below_the_figures_stands_what_unknown_and_not_recorded_mean(page):
    assert on_paper.LEGEND in page("us-il-ag", Record(jurisdiction="us-il").end_on(Record().local(2026, 1, 5)))
