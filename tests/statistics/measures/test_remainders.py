"""What a count leaves: every row of the period stands once, a missing fact is named with its rows, and nothing unknown is a no."""

from datetime import date

from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.asking import Question, answered, where_of
from habeas.statistics.measures.remainders import asked_of, remainders
from tests.statistics.staged import Record

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def staged():
    """A detainer, a subpoena, a paper nobody read yet, one set aside unread for another office, one that is no request."""
    record = Record()
    at = record.local
    record.refuse(record.detainer(at(2025, 2, 1)), at(2025, 2, 2))
    record.detainer(at(2025, 2, 3), kind="administrative_subpoena")
    unread = record.receive(at(2025, 2, 4))
    other = record.receive(at(2025, 2, 5))
    record.set_aside(other, at(2025, 2, 6))
    none = record.receive(at(2025, 2, 7))
    record.set_aside(none, at(2025, 2, 8), "blank", counts_as="no_request")
    return record, unread, other, none


def asked(record, **given):
    return Question("requests", FIRST, LAST, **given), ledger_of(record.end_on(record.local(2026, 1, 5)).events)


def test_the_parts_add_up_and_the_missing_fact_is_named_with_its_rows():
    record, unread, other, _ = staged()
    left = remainders(*asked(record, where={"kind": ("detainer",)}))
    assert (left.rows, left.counts, left.does_not, left.unknown) == (5, 1, 2, 2)
    assert left.missing == {"kind": (unread, other)}
    assert list(left.sentences()) == [
        "Reconciliation: 5 requests in the period = 1 that count + 2 that do not + 2 unknown.",
        "In percent of those in the period: 20.0 count, 40.0 do not, 40.0 are unknown.",
        f"Not recorded, kind: 2 ({unread}, {other}).",
    ]


def test_rows_without_the_day_that_counts_are_said_to_lie_in_no_period():
    record, *_ = staged()
    left = remainders(*asked(record, day="decided"))
    assert (left.rows, left.undated) == (1, 4)
    assert "4 requests of the record lie in no period" in asked_of(*asked(record, day="decided")).notes[-1]


def test_a_stock_has_no_rows_of_a_period():
    question, ledger = asked(staged()[0])
    assert remainders(Question("detainer_stock", FIRST, FIRST), ledger) is None
    assert not any(
        "Reconciliation" in each for each in asked_of(Question("detainer_stock", FIRST, FIRST), ledger).notes
    )
    assert any("Reconciliation" in each for each in asked_of(question, ledger, rows=True).notes)


def test_a_paper_set_aside_unread_that_makes_no_request_is_a_kind_of_its_own_and_unknown_beside_no_kind():
    record, _, _, none = staged()
    made = answered(*asked(record, by=("kind",)))
    assert made.rows == (
        ("administrative_subpoena", "1", "0"), ("detainer", "1", "0"), ("no_request", "1", "0"), ("unknown", "2", "0"),
    )  # fmt: skip
    for fact in ("issuer", "person_is"):
        assert ("does not apply", "1", "0") in answered(*asked(record, by=(fact,))).rows
    record.move(none, "take_back", "misdirect", record.local(2025, 2, 9), "received", reason="blank")
    rows = answered(*asked(record, by=("kind",))).rows
    assert ("unknown", "3", "0") in rows, "taken back, it is a paper that nobody has read"
    assert not any(row[0] == "no_request" for row in rows)


def test_a_paper_that_was_read_keeps_its_kind_when_it_is_set_aside():
    record = Record()
    number = record.detainer(record.local(2025, 2, 1))
    record.set_aside(number, record.local(2025, 2, 2), "wrong_file", counts_as="no_request")
    record.move(number, "take_back", "misdirect", record.local(2025, 2, 9), "received", reason="wrong_file")
    assert answered(*asked(record, by=("kind",))).rows == (("detainer", "1", "0"),)


def test_a_fact_named_in_two_conditions_may_have_either_value():
    assert where_of(["outcome=refused", "kind=detainer", "outcome=waits,open"]) == {
        "outcome": ("refused", "waits", "open"), "kind": ("detainer",),
    }  # fmt: skip
