"""Asked across rows: each access given counts each person once, and of the same person it is said what else is known."""

from datetime import date

import pytest

from habeas.common.errors import BadInputError
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.asking import Question, whole_codebook
from habeas.statistics.measures.people import with_access
from habeas.statistics.measures.remainders import asked_of
from tests.statistics.staged import Record

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def staged():
    """One was told of twice and transferred on a warrant, one interviewed, one is known by a warrant alone, one by nothing."""
    record = Record()
    at = record.local
    record.tell(record.detainer(at(2025, 2, 1), person="both"), at(2025, 2, 2))
    said = {"finished": True, "way": "call_in", "told": {"release_date": "given"}, "person": "both"}
    record.add("contact", "contact", "c1", at(2025, 2, 3), **said)
    warrant = record.detainer(at(2025, 2, 4), kind="judicial_warrant", issuer="court", person="both")
    record.decide(warrant, at(2025, 2, 4), {"transfer": "must complies"})
    record.hand_over(warrant, at(2025, 2, 5))
    record.tally("interview", at(2025, 3, 1), {"step": "held"}, person="talked")
    record.tally("interview", at(2025, 3, 1), {"step": "asked"}, person="asked")
    record.detainer(at(2025, 4, 1), kind="judicial_warrant", issuer="court", person="alone")
    record.receive(at(2025, 4, 2))
    return record.end_on(at(2026, 1, 5))


def ask(what, **given):
    return asked_of(Question(what, FIRST, LAST, **given), with_access(ledger_of(staged().events)))


def test_access_is_each_telling_transfer_and_interview_and_each_person_once():
    assert ask("access", by=("way",)).rows == (
        ("interview", "1", "0"), ("release_date_in_contact", "1", "0"), ("release_date_in_response", "1", "0"), ("transfer", "1", "0"),
    )  # fmt: skip
    assert ask("accesses", people=True).rows == (("2", "0"),)


def test_what_else_is_known_of_the_same_person_is_a_condition_and_a_split():
    assert ask("transfers", where={"also_detainer": ("yes",)}, people=True).rows == (("1", "0"),)
    made = ask("requests", where={"kind": ("judicial_warrant",)}, by=("also_detainer",))
    assert made.rows == (("no", "1", "0"), ("unknown", "not known", "1"), ("yes", "1", "0"))
    assert ask("requests", by=("also_judicial_warrant",)).rows == (
        ("no", "2", "0"),
        ("unknown", "1", "0"),
        ("yes", "1", "0"),
    ), "a warrant is no other warrant, and of a paper about nobody known nobody knows"
    assert ask("requests", where={"also_transfer": ("yes",)}).rows == (("2", "1"),)


def test_a_label_that_nobody_has_is_no_fact_and_the_codebook_names_those_there_are():
    with pytest.raises(BadInputError, match="is no fact of"):
        ask("requests", where={"also_subpoena": ("yes",)})
    lines = list(whole_codebook(with_access(ledger_of(staged().events))))
    assert lines[-1].startswith("of the same person, for rows about people: also_access, also_contact, also_detainer")
    assert any(line.startswith("access: 4 accesses") for line in lines)


def test_a_dispute_is_asked_for_by_what_was_said_and_a_notice_timed_from_what_happened_to_its_request():
    record = Record()
    at = record.local
    number = record.detainer(at(2025, 2, 1), person="one")
    record.add(
        "decide", "request", f"key-{number}", at(2025, 2, 1), request=number, notices=[{"key": "n1", "what": "copy"}]
    )
    record.tell(number, at(2025, 2, 2))
    record.add("serve", "notice", "n1", at(2025, 2, 2, 18), notice="n1", result="served", language="es")
    record.add("dispute", "dispute", "d1", at(2025, 2, 3), says="citizen", request=number)
    held = with_access(ledger_of(record.end_on(at(2025, 3, 1)).events))

    def of(what, **given):
        return asked_of(Question(what, FIRST, date(2025, 2, 28), **given), held)

    assert of("notices", between=("sent", "served")).rows == (("1", "1", "0", "6.0", "6.0", "6.0"),)
    assert of("notices", day="sent", by=("month",)).rows == (
        ("2025-01", "0", "0", "", ""),
        ("2025-02", "1", "0", "+1", ""),
    )
    assert of("access", where={"also_dispute_citizen": ("yes",)}, people=True).rows == (("1", "0"),)
    with pytest.raises(BadInputError, match="is no fact of"):
        of("access", where={"also_dispute_nationality": ("yes",)})


def test_papers_set_aside_are_split_by_their_reason():
    record = Record()
    for reason in ("blank", "blank", "misdirected"):
        record.set_aside(record.receive(record.local(2025, 2, 1)), record.local(2025, 2, 1), reason)
    held = ledger_of(record.end_on(record.local(2026, 1, 5)).events)
    made = asked_of(Question("requests", FIRST, LAST, {"outcome": ("aside",)}, ("set_aside",)), held)
    assert made.rows == (("blank", "2", "0"), ("misdirected", "1", "0"))
