"""The trace agrees with the reference on trees made at random, and shows what the value rests on."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.common.canonical import canonical_json
from habeas.law.engine.evaluate import evaluate
from habeas.law.engine.trace import trace
from habeas.law.model import expressions as x
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.encode import encode
from habeas.law.model.overbreadth import could_hold_of_anyone
from habeas.law.model.phrases import says
from habeas.offenses.classify import ClassFinding
from tests.law.tables import case
from tests.law.tables import charge as charge_row

TRUTHS = st.sampled_from([True, False, None])
PERSON_FLAGS = ("minor", "sex_or_arson_registrant", "federal_felony_arrest_warrant", "written_consent")
CLASSES = ("serious", "violent", "wobbler")
ENDS = ("convicted", "pending", "dismissed", None)

leaves = st.one_of(
    st.sampled_from([x.person.flag(name) for name in PERSON_FLAGS]),
    st.sampled_from([x.request.kind.is_("detainer"), x.request.asks.includes("hold"), x.asked, x.ALWAYS, x.NEVER]),
)
charge_leaves = st.one_of(
    st.sampled_from([x.charge_is(name) for name in CLASSES]),
    st.sampled_from([x.charge.disposition.is_("convicted"), x.charge.disposed_on.within(5)]),
)


def joined(inner):
    return st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] & pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] | pair[1]),
        inner.map(lambda part: ~part),
        inner.map(lambda part: x.ask_counsel("Is it so?", when=part)),
    )


charge_conditions = st.recursive(charge_leaves, joined, max_leaves=5)
conditions = st.recursive(st.one_of(leaves, charge_conditions.map(x.any_charge)), joined, max_leaves=8)


@st.composite
def cases(draw):
    person = {name: draw(TRUTHS) for name in PERSON_FLAGS}
    request = {
        "kind": draw(st.sampled_from(["detainer", "list_request", None])),
        "asks": draw(st.sampled_from([frozenset({"hold"}), None])),
    }
    charges = []
    for number in range(draw(st.integers(0, 3))):
        facts = {
            "disposition": draw(st.sampled_from(ENDS)),
            "disposed_on": draw(st.sampled_from([None, date(2015, 1, 1), date(2024, 5, 5)])),
        }
        found = {name: ClassFinding(draw(TRUTHS), "drawn") for name in CLASSES}
        charges.append(ChargeRecord(facts, found, f"charge {number}"))
    known = draw(st.booleans())
    return Case("drawn", "us-ca", date(2025, 1, 1), request, person, {}, {}, tuple(charges), known, draw(TRUTHS))


@settings(max_examples=400, deadline=None)
@given(conditions, cases())
def test_the_trace_says_what_the_reference_says(condition, given_case):
    assert trace(condition, given_case, act="hold").value is evaluate(condition, given_case, act="hold")


@settings(max_examples=300, deadline=None)
@given(conditions, cases())
def test_an_unknown_always_comes_with_a_question_and_a_firm_answer_with_none(condition, given_case):
    node = trace(condition, given_case, act="hold")
    assert bool(node.asks()) is (node.value is None)


@settings(max_examples=200, deadline=None)
@given(conditions, cases())
def test_more_knowledge_never_turns_a_firm_answer_round(condition, given_case):
    firm = evaluate(condition, given_case, act="hold")
    if firm is not None:
        filled = {name: True if value is None else value for name, value in given_case.person.items()}
        more = Case(
            given_case.id,
            given_case.jurisdiction,
            given_case.as_of,
            given_case.request,
            filled,
            {},
            {},
            given_case.charges,
            given_case.charges_known,
            given_case.record_complete,
        )
        assert evaluate(condition, more, act="hold") is firm


@settings(max_examples=200, deadline=None)
@given(conditions)
def test_a_condition_that_could_hold_of_an_unknown_person_is_always_found(condition):
    unknown = [
        Case("x", "us-ca", date(2025, 1, 1), {"kind": kind, "asks": frozenset(asks)})
        for kind in ("detainer", "list_request")
        for asks in (("hold",), ("notify",))
    ]
    if any(evaluate(condition, each, act="hold") is True for each in unknown):
        assert could_hold_of_anyone(condition)


@settings(max_examples=100, deadline=None)
@given(conditions)
def test_every_condition_has_words_and_one_canonical_form(condition):
    assert says(condition)
    assert canonical_json(encode(condition)) == canonical_json(encode(condition))


def test_a_true_or_rests_on_one_true_part():
    condition = x.person.flag("minor") | x.person.flag("written_consent")
    node = trace(condition, case(person_minor=False, person_written_consent=True))
    assert [inner.rests_on for inner in node.because] == ["person.written_consent"]


def test_a_missing_fact_of_a_charge_names_the_charge_and_who_can_say():
    condition = x.any_charge(x.charge.disposition.is_("convicted"))
    node = trace(condition, case(charges=[charge_row({"statute": "PC 211", "disposition": ""})]))
    assert [(ask.ask, ask.of) for ask in node.asks()] == [("PC 211: How did the charge end?", "the court's record")]


@pytest.mark.parametrize(("charges", "asked"), [(None, "charges"), ([], "person.history_complete")])
def test_an_open_record_is_asked_about(charges, asked):
    node = trace(x.any_charge(x.charge_is("serious")), case(charges=charges, complete=None))
    assert [ask.fact for ask in node.asks()] == [asked]
