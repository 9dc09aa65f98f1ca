"""A California conviction that Propositions 47 and 64 let a court reduce or dismiss is a warning, until its reduction is on record."""

from datetime import date

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.decision_cache import Memo
from habeas.law.model.vocabulary import Act
from habeas.offenses.perhaps_reduced import perhaps_reduced

OLD = {"disposition": "convicted", "grade": "felony", "disposed_on": date(2012, 5, 1)}


def said(statute, **more):
    return perhaps_reduced(statute, OLD | {"statute": statute} | more)


@pytest.mark.parametrize("statute", ["HS 11357(a)", "HS 11358", "HS 11359", "HS 11360(a)"])
def test_a_cannabis_conviction_from_before_november_9_2016_names_proposition_64(statute):
    assert "Proposition 64" in said(statute, disposed_on=date(2016, 11, 8))
    assert "Proposition 64" in said(statute, grade="misdemeanor")
    assert said(statute, disposed_on=date(2016, 11, 9)) is None


@pytest.mark.parametrize(
    "statute", ["PC 459", "PC 476a", "PC 484(a)", "PC 496(a)", "PC 666", "HS 11350(a)", "HS 11377(a)"]
)
def test_a_felony_of_proposition_47_from_before_november_5_2014_names_it(statute):
    assert "Proposition 47" in said(statute, disposed_on=date(2014, 11, 4))
    assert said(statute, disposed_on=date(2014, 11, 5)) is None
    assert said(statute, grade="misdemeanor") is None


@pytest.mark.parametrize(
    "more", [{"reduced_on": date(2015, 3, 1)}, {"disposition": "pending"}, {"disposed_on": None}, {"statute": "PC 211"}]
)
def test_nothing_is_said_of_what_is_reduced_not_convicted_without_a_day_or_not_of_them(more):
    assert perhaps_reduced("HS 11359", OLD | {"statute": "HS 11359"} | more) is None


def one(name, statute, place="us-ca"):
    charge = {"statute": statute, "grade": "felony", "disposition": "convicted", "disposed_on": "2012-05-01"}
    paper = {"kind": "facility_access", "asks": ["access_facility"], "issuer": "ice"}
    return read_case({"id": name, "jurisdiction": place, "as_of": "2026-11-30", "request": paper, "charges": [charge]})


def test_deciding_many_gives_nobody_anothers_warning():
    memo = Memo([Act.ACCESS_FACILITY])
    for case in (one("a", "HS 11359"), one("b", "PC 211"), one("c", "HS 11358")):
        assert memo.decide(case).warnings == decide(case).warnings


@pytest.mark.parametrize(("place", "times"), [("us-ca", 1), ("us-ca-kern", 1), ("us-tx", 0)])
def test_it_stands_among_the_warnings_of_a_decision_in_california_alone(place, times):
    charge = {"statute": "HS 11359", "grade": "felony", "disposition": "convicted", "disposed_on": "2012-05-01"}
    paper = {"kind": "notification_request", "asks": ["notify"], "issuer": "ice"}
    made = decide(
        read_case({"id": "c", "jurisdiction": place, "as_of": "2026-11-30", "request": paper, "charges": [charge]})
    )
    assert sum("Proposition 64" in each for each in made.warnings) == times
