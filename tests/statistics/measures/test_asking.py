"""Questions of one's own: whatever the record holds, split, timed or listed; what it does not hold is said, and is no zero."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.asking import Question, answered, listed, whole_codebook
from tests.statistics.staged import Record

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def told_year():
    """Two told and fetched or not, one refused for the same person twice, a dispute, a hold beyond the release, a warrant."""
    record = Record()
    at = record.local
    record.refuse(record.detainer(at(2025, 1, 3), person="twice"), at(2025, 1, 6))
    record.refuse(record.detainer(at(2025, 2, 3), person="twice"), at(2025, 2, 3, 15))
    fetched = record.detainer(at(2025, 5, 1), person="fetched")
    record.tell(fetched, at(2025, 5, 2))
    record.left("fetched", at(2025, 5, 9, 10), how="other_agency")
    still = record.detainer(at(2025, 5, 3), person="still")
    record.tell(still, at(2025, 5, 10))
    held = record.detainer(at(2025, 6, 1), person="held")
    record.decide(held, at(2025, 6, 2), {"hold": "may complies", "transfer": "may refuses"})
    record.ready("held", at(2025, 6, 10, 8))
    record.left("held", at(2025, 6, 12, 10))
    warrant = record.detainer(at(2025, 6, 3), kind="judicial_warrant", issuer="court")
    record.decide(warrant, at(2025, 6, 4), {"transfer": "must complies"})
    record.hand_over(warrant, at(2025, 6, 20))
    record.add("dispute", "dispute", "d1", at(2025, 7, 1), says="citizen", request=held, blocked=[])
    record.move(held, "block_by_dispute", "dispute", at(2025, 7, 1), "disputed")
    record.add("settle", "dispute", "d1", at(2025, 7, 2), step="proposed", resolution="upheld")
    record.add("settle", "dispute", "d1", at(2025, 7, 3), step="confirmed", resolution="upheld")
    return record.end_on(at(2026, 1, 5))


def ask(what, record=None, **given):
    return answered(
        Question(what, *given.pop("over_days", (FIRST, LAST)), **given), ledger_of((record or told_year()).events)
    )


def test_requests_told_are_split_by_how_their_person_left():
    made = ask("requests", where={"date_told": ("yes",)}, by=("left_how",))
    assert made.rows == (("not_left", "1", "0"), ("transferred", "1", "0"))


def test_months_without_a_row_are_there_and_each_change_is_shown():
    made = ask("requests", by=("quarter",))
    assert made.header == ("quarter", "number", "unknown", "change", "percent")
    assert made.rows == (
        ("2025-Q1", "2", "0", "", ""), ("2025-Q2", "4", "0", "+2", "+100.0"), ("2025-Q3", "0", "0", "-4", "-100.0"),
        ("2025-Q4", "0", "0", "+0", ""),
    )  # fmt: skip


def test_a_stretch_that_is_not_whole_is_compared_with_none_and_the_whole_ones_have_their_average():
    made = ask("requests", by=("month",), over_days=(date(2025, 2, 10), LAST))
    assert made.rows[0][:2] == ("2025-02", "0")
    assert made.rows[1] == ("2025-03", "0", "0", "", ""), "February is not whole: March is not compared with it"
    assert made.rows[3] == ("2025-05", "2", "0", "+2", "")
    assert made.notes[:2] == (
        "2025-02 is no whole month here: no change is worked out with it, and it is not in the average.",
        "On average 0.4 in each whole month: 4 in 10.",
    )
    years = ask("requests", by=("year",), over_days=(FIRST, date(2026, 12, 31)))
    assert years.rows[1] == ("2026", "0", "0", "", ""), "the record ends within 2026: fewer so far is no decrease"
    assert not any("average" in each for each in years.notes if "whole year:" in each)


def test_people_are_not_added_up_over_months_and_what_may_count_stands_beside_the_average():
    assert not any("On average" in each for each in ask("requests", by=("quarter",), people=True).notes)
    record = told_year()
    record.receive(record.local(2025, 8, 1))
    made = ask("requests", record, by=("quarter",), where={"kind": ("detainer",)}, over_days=(FIRST, date(2025, 9, 30)))
    assert (
        "On average 1.7 in each whole quarter: 5 in 3, and of 1 more it is not known whether they count." in made.notes
    )


def test_what_a_decision_says_is_not_decided_before_it_and_does_not_apply_where_it_was_not_asked():
    record = Record()
    record.detainer(record.local(2025, 3, 1))
    record.decide(record.detainer(record.local(2025, 3, 2)), record.local(2025, 3, 3), {"notify": "may refuses"})
    record.end_on(record.local(2026, 1, 5))
    rows = (("does not apply", "1", "0"), ("not decided", "1", "0"))
    record.refuse(record.detainer(record.local(2026, 1, 6)), record.local(2026, 1, 7))
    assert ask("requests", record, by=("law_transfer",)).rows == rows


def test_numbers_that_are_no_rows_say_what_they_are():
    record = told_year()
    record.tally("cost", record.at, {"what": "records"}, {"minutes": 90, "cents": 1250})
    days = (FIRST, date(2026, 1, 5))
    assert ask("costs", record, over_days=days).says.endswith("The numbers are dollars and cents.")
    assert ask("staff_hours", record, over_days=days).says.endswith("The numbers are hours.")
    assert "The numbers are" not in ask("requests", record).says


def test_a_count_can_go_by_the_day_of_the_decision():
    week = (date(2025, 1, 6), date(2025, 1, 12))
    assert ask("detainers_refused", day="decided", over_days=week).rows == (("1", "0"),)
    assert ask("detainers_refused", over_days=week).rows == (("0", "0"),)


def test_people_more_than_once_are_counted_once_each():
    made = ask("requests", by=("times",), people=True, where={"kind": ("detainer",)})
    assert made.rows == (("1", "3", "0"), ("2", "1", "0"))


def test_hours_are_timed_with_what_is_not_recorded_beside_them():
    made = ask("requests", between=("ready", "left"), over=48)
    assert made.header == ("rows", "timed", "not timed", "middle", "nine in ten within", "longest", "over 48 hours")
    assert made.rows == (("6", "1", "5", "50.0", "50.0", "50.0", "1"),)
    (row,) = listed(
        Question("requests", FIRST, LAST, between=("ready", "left"), over=48), ledger_of(told_year().events)
    ).rows
    assert row[0] == "R-2025-00005"
    assert "held" not in row, "the record's number of a person is not printed"


def test_what_the_law_allows_is_told_apart_from_what_was_done():
    made = ask("requests", by=("law_transfer", "act_transfer"))
    assert ("may", "refuses", "1", "0") in made.rows
    assert ("must", "complies", "1", "0") in made.rows


def test_a_fact_of_other_things_does_not_apply_and_a_transfer_on_a_judges_paper_needs_no_offense():
    assert ask("transfers", by=("opened_by",)).rows == (("does not apply", "1", "0"), ("unknown", "1", "0"))
    record = told_year()
    record.add(
        "contact", "contact", "c1", record.local(2026, 1, 2), finished=True, way="call_in", told={"release_date": "x"}
    )
    days = (FIRST, date(2026, 1, 5))
    assert ask("contacts", record, where={"request": ("none",)}, over_days=days).rows == (("1", "0"),)


def test_nothing_to_time_is_said():
    assert ask(
        "requests", where={"held_beyond": ("yes",), "kind": ("list_request",)}, between=("ready", "left")
    ).rows == (("0", "0", "0", "not recorded", "not recorded", "not recorded"),)


def test_whoever_has_no_known_booking_is_not_said_to_be_still_there():
    record = Record()
    number = record.receive(record.local(2025, 3, 1))
    record.move(
        number, "choose_person", "match", record.local(2025, 3, 1), "deciding", person="p", booking="", conflicts=[]
    )
    record.end_on(record.local(2026, 1, 5))
    assert ask("requests", record, by=("left_how",)).rows == (("unknown", "1", "0"),)


def test_a_split_can_go_by_the_offices_own_clock_and_by_who_stood_behind_the_decision():
    assert ask("requests", by=("hour",)).rows == (("1200 hrs", "6", "0"),)
    assert ask("requests", by=("weekday",)).rows[0] == ("1 Monday", "1", "0")
    record = Record()
    first, second, third = (record.detainer(record.local(2025, 3, day)) for day in (1, 2, 3))
    record.refuse(first, record.local(2025, 3, 4))
    record.tell(second, record.local(2025, 3, 5))
    record.move(
        third,
        "send_to_counsel",
        "prepare",
        record.local(2025, 3, 6),
        "to_counsel",
        decision="d",
        acts={"hold": "may refuses"},
    )
    record.move(third, "sign_off", "sign", record.local(2025, 3, 7), "ready", decision="d")
    record.receive(record.local(2025, 3, 8))
    record.end_on(record.local(2026, 1, 5))
    assert ask("requests", record, by=("decided_by", "to_counsel")).rows == (
        ("counsel", "yes", "1", "0"), ("not decided", "no", "1", "0"), ("one_person", "no", "1", "0"), ("two_people", "no", "1", "0"),
    )  # fmt: skip


def test_a_notice_is_timed_from_the_receipt_of_its_request():
    record = Record()
    at = record.local
    number = record.detainer(at(2025, 3, 3, 8))
    record.move(
        number, "settle", "settle", at(2025, 3, 4), "ready", notices=[{"key": "n", "what": "give_copy_to_person"}]
    )
    record.add(
        "serve",
        "request",
        f"key-{number}",
        at(2025, 3, 5),
        notice="n",
        result="served",
        language="en",
        at=at(2025, 3, 4, 14).isoformat(),
    )
    made = ask("notices", record.end_on(at(2026, 1, 5)), between=("received", "served"))
    assert made.rows == (("1", "1", "0", "30.0", "30.0", "30.0"),)
    assert "raised" in made.says


def test_disputes_are_counted_with_what_was_found():
    assert ask("disputes", by=("says", "finding")).rows == (("citizen", "upheld", "1", "0"),)
    assert len(list(ledger_of(told_year().events).of("dispute"))) == 1, "a request that it blocks is no second one"


def test_an_unknown_fact_is_unknown_and_a_fact_that_does_not_apply_is_neither():
    record = Record()
    record.receive(record.local(2025, 3, 1))
    record.end_on(record.local(2026, 1, 5))
    assert ask("requests", record, where={"kind": ("detainer",)}).rows == (("not known", "1"),)
    assert ask("requests", record, by=("kind",)).rows == (("unknown", "1", "0"),)
    assert ask("requests", record, where={"kind": ("unknown",)}).rows == (("1", "0"),)


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("country_of_birth", "country of birth"),
        ("age", "age, sex, race"),
        ("felony", "convictions"),
        ("final_removal_order", "removal orders"),
    ],
)
def test_what_the_record_does_not_hold_is_said_and_is_no_zero(fact, said):
    with pytest.raises(BadInputError, match=said) as refused:
        ask("transfers", by=(fact,))
    assert "none is no zero" in str(refused.value)


def test_what_never_happened_is_zero_and_what_was_before_the_record_is_not_recorded():
    assert ask("interviews", by=("step",)).rows == (("", "0", "0"),)
    before = ask("requests", over_days=(date(2020, 1, 1), date(2020, 12, 31)))
    assert before.rows == (("not recorded", "0"),)
    assert "The record begins on" in before.notes[0]
    partly = ask("requests", over_days=(date(2023, 12, 1), LAST))
    assert partly.rows == (("6", "0"),)
    assert "The record begins on 2024-01-01" in partly.notes[0]


def test_a_stock_stands_on_a_day_and_is_not_yet_after_the_record():
    made = ask("detainer_stock", by=("month",), over_days=(date(2025, 12, 1), date(2026, 2, 28)))
    assert [row[1] for row in made.rows] == ["2", "2", "not yet"]
    with pytest.raises(BadInputError, match="by no fact"):
        ask("detainer_stock", by=("outcome",))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"what": "inmates"}, "neither a measure"), ({"what": "requests", "by": ("colour",)}, "is no fact of requests"),
        ({"what": "requests", "day": "yesterday"}, "is no moment of requests"),
        ({"what": "requests", "between": ("received", "lunch")}, "is no moment"),
    ],
)  # fmt: skip
def test_a_question_the_record_cannot_take_names_what_there_is(given, said):
    with pytest.raises(BadInputError, match=said):
        ask(**given)


def test_a_fact_that_a_measure_knows_and_nobody_has_yet_is_a_zero_and_one_nobody_knows_is_none():
    record = told_year()
    record.add("contact", "contact", "c1", record.local(2025, 8, 1), finished=True, way="call_in", told={})
    record.add("import", "import", "i1", record.local(2025, 8, 2), booked={"2025-08-01": 7})
    record.end_on(record.local(2026, 1, 5))
    assert ask("contacts", record, where={"told_release_date": ("yes",)}).rows == (("0", "0"),)
    with pytest.raises(BadInputError, match="does not hold money received"):
        ask("costs", record, where={"revenue": ("yes",)})
    with pytest.raises(BadInputError, match="is no fact of costs"):
        ask("costs", record, where={"paid_by": ("yes",)})
    with pytest.raises(BadInputError, match="nothing but their number and day"):
        ask("bookings", record, by=("kind",))


def test_days_that_the_record_does_not_reach_are_not_yet_and_no_zero():
    late = {"over_days": (date(2026, 2, 1), date(2026, 4, 30))}
    assert ask("requests", **late).rows == (("not yet", ""),)
    assert ask("detainer_days", **late).rows == (("not yet", ""),)
    months = ask("requests", over_days=(date(2025, 11, 1), date(2026, 4, 30)), by=("month",)).rows
    assert [row[0] for row in months] == ["2025-11", "2025-12", "2026-01"], "the record ends on 5 January"


def test_hours_that_run_backwards_are_said():
    record = told_year()
    record.tell(record.detainer(record.local(2025, 8, 1), person="gone"), record.local(2025, 8, 9))
    record.left("gone", record.local(2025, 8, 3))
    record.end_on(record.local(2026, 1, 5))
    assert "Of 1 the second moment lies before the first" in ask("requests", record, between=("told", "left")).notes[0]


def test_a_thing_of_which_the_record_holds_none_at_all_is_said():
    assert "The record holds no costs at all: none happened, or nobody entered any." in ask("costs").notes
    assert not any("at all" in each for each in ask("requests").notes)


def test_the_codebook_names_every_noun_with_its_facts_and_values():
    lines = list(whole_codebook(ledger_of(told_year().events)))
    assert any(line.startswith("request: 6 requests; moments: entered, received") for line in lines)
    assert "  says: citizen 1" in lines


def test_the_command_prints_writes_and_refuses(tmp_path):
    told_year().write(tmp_path / "chain")

    def run(*given):
        return CliRunner().invoke(app, ["report", "count", *given, "--chain", str(tmp_path / "chain")])

    days = ("--from", "2025-01-01", "--to", "2025-12-31")
    made = run("requests", *days, "--where", "kind=detainer", "--by", "outcome")
    assert made.exit_code == 0
    assert "refused   2" in made.output
    assert "Exact figures, for the office" in made.output
    assert run().output.startswith("request: 6 requests")
    held = json.loads(run("requests", *days, "--time", "received..sent", "--json").output)
    assert held["rows"] == [
        {
            "rows": "6",
            "timed": "2",
            "not timed": "4",
            "middle": "96.0",
            "nine in ten within": "168.0",
            "longest": "168.0",
        }
    ]
    target = tmp_path / "rows.csv"
    assert run("requests", *days, "--list", "--out", str(target)).exit_code == 0
    assert target.read_text().startswith("number,counts,entered,received")
    for bad in (("--where", "kind"), ("--time", "received"), ("--over", "4"), ("--to", "2024-12-31")):
        refused = run("requests", "--from", "2025-01-01", *bad)
        assert isinstance(refused.exception, BadInputError), bad
