"""A wrong condition cannot be built, and a right one means what the reference evaluator says."""

from datetime import date

import pytest

from habeas.law.engine.evaluate import evaluate, years_later
from habeas.law.model.expressions import (
    ALWAYS,
    NEVER,
    WrongRuleError,
    any_charge,
    any_present_charge,
    ask_counsel,
    asked,
    charge,
    charge_is,
    custody,
    loose_charge_facts,
    person,
    request,
)
from habeas.law.model.phrases import says
from tests.law.tables import case
from tests.law.tables import charge as charge_row


@pytest.mark.parametrize(
    ("build", "complaint"),
    [
        (lambda: person.is_a_bad_person, "no fact is called person.is_a_bad_person"),
        (lambda: request.kind.is_("deteiner"), "never deteiner"),
        (lambda: request.kind.includes("detainer"), "is no list"),
        (lambda: person.minor.is_("yes"), "no coded fact"),
        (lambda: charge.grade.within(5), "is no date"),
        (lambda: charge.disposed_on.within(0), "a look-back has a length"),
        (lambda: charge_is("dangerous"), "no class of charge"),
        (lambda: any_charge(person.flag("minor")), "names no fact of a charge"),
        (lambda: any_charge(any_charge(charge_is("serious"))), "charges of charges"),
        (lambda: bool(person.flag("minor")), "use &, | and ~"),
        (lambda: person.flag("minor") and custody.flag("releasable"), "use &, | and ~"),
    ],
)
def test_a_wrong_condition_cannot_be_built(build, complaint):
    with pytest.raises(WrongRuleError, match=complaint):
        build()


@pytest.mark.parametrize(("given", "wanted"), [(True, True), (False, False), (None, None)])
def test_a_flag_is_what_the_fact_says(given, wanted):
    assert evaluate(person.flag("minor"), case(person_minor=given)) is wanted


@pytest.mark.parametrize(
    ("day", "as_of", "wanted"),
    [
        ("2020-03-10", "2025-03-09", True),
        ("2020-03-10", "2025-03-10", True),
        ("2020-03-10", "2025-03-11", False),
        ("2025-03-12", "2025-03-11", False),
        ("", "2025-03-11", None),
    ],
)
def test_a_look_back_counts_its_last_day_and_no_more(day, as_of, wanted):
    given = case(charges=[charge_row({"disposed_on": day})], as_of=as_of)
    assert evaluate(any_charge(charge.disposed_on.within(5)), given) is wanted


def test_an_anniversary_of_29_february_falls_on_the_28th():
    assert years_later(date(2020, 2, 29), 5) == date(2025, 2, 28)
    assert years_later(date(2020, 2, 29), 4) == date(2024, 2, 29)


def test_no_such_charge_is_never_concluded_from_a_record_that_is_not_whole():
    pending = [charge_row({"disposition": "pending"})]
    convicted = any_charge(charge.disposition.is_("convicted"))
    assert evaluate(convicted, case(charges=pending, complete=True)) is False
    assert evaluate(convicted, case(charges=pending, complete=False)) is None
    assert evaluate(convicted, case(charges=None)) is None


def test_an_empty_whole_record_holds_no_charge():
    assert evaluate(any_charge(charge_is("serious")), case(charges=[])) is False


def test_a_charge_that_is_found_counts_though_the_record_is_not_whole():
    found = [charge_row({"disposition": "convicted"})]
    assert evaluate(any_charge(charge.disposition.is_("convicted")), case(charges=found, complete=False)) is True


def test_the_jails_own_charges_are_a_whole_list():
    held = any_present_charge(charge.disposition.is_("held_to_answer"))
    assert evaluate(held, case(charges=[charge_row({"disposition": "pending"})], complete=False)) is False
    assert evaluate(held, case(charges=None)) is None


@pytest.mark.parametrize(("when", "wanted"), [(True, None), (False, False), (None, None)])
def test_a_question_for_counsel_is_never_answered_by_the_program(when, wanted):
    assert evaluate(ask_counsel("Is it so?", when=person.flag("minor")), case(person_minor=when)) is wanted


def test_asked_means_the_act_in_hand():
    given = case(request_asks=frozenset({"notify"}))
    assert evaluate(asked, given, act="notify") is True
    assert evaluate(asked, given, act="hold") is False
    assert evaluate(asked, case(), act="hold") is None


def test_constants_need_no_facts():
    assert evaluate(ALWAYS, case()) is True
    assert evaluate(NEVER, case()) is False


def test_charge_facts_outside_a_quantifier_are_found():
    assert loose_charge_facts(charge_is("serious") & person.flag("minor")) == ["serious"]
    assert loose_charge_facts(any_charge(charge_is("serious"))) == []


def test_a_condition_reads_as_words():
    words = says(any_charge(charge.disposition.is_("convicted") & (charge_is("serious") | charge_is("violent"))))
    assert words == (
        "a charge on the whole record: how the charge ended is convicted and (the charge is a serious felony or "
        "the charge is a violent felony)"
    )
