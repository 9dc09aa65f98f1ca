"""Several terms: at the same time, one after another, of one case and of several."""

import pytest

from habeas.common.errors import BadInputError
from tests.custody_time.helpers import day, jail, worked


def terms(*rows, **facts):
    return worked(sentence=..., terms=list(rows), **facts)


def count(number, days, **more):
    return {"id": f"count {number}", "sentence": jail(days)} | more


def test_terms_run_at_the_same_time_unless_the_court_says_otherwise_and_the_last_rules():
    answer = terms(count(1, 180), count(2, 270))
    assert answer.release_on == worked(sentence=jail(270)).release_on
    assert [term.release_on for term in answer.terms] == [day("2019-06-01"), day("2019-07-15")]
    assert "did not direct" in answer.assumes[0]
    assert "the last to be served is count 2" in answer.steps[0].does


def test_terms_that_follow_one_another_are_served_as_one_and_custody_counts_once():
    answer = terms(count(1, 180), count(2, 180, consecutive=True))
    assert answer.release_on == worked(sentence=jail(360)).release_on
    assert (answer.actual_days, answer.conduct_days) == (92, 92)
    assert "Penal Code 2900.5(b)" in answer.steps[0].source.citation


def test_a_chain_beside_a_longer_term():
    answer = terms(count(1, 100), count(2, 100, consecutive_to="count 1"), count(3, 365))
    assert answer.release_on == worked(sentence=jail(365)).release_on


def test_custody_of_another_case_is_asked_about_before_it_counts_there():
    rows = (count(1, 180, case_number="A1"), count(2, 270, case_number="B2"))
    asked = terms(*rows)
    assert asked.release_on is None
    assert asked.questions[0].ask == "Was the custody also caused by count 2?"
    shared = terms(rows[0], rows[1] | {"attributable": True})
    assert shared.release_on == day("2019-07-15")
    apart = terms(rows[0], rows[1] | {"attributable": False})
    assert apart.release_on == worked(custody=[["2019-06-01", "2019-06-01"]], sentence=jail(270)).release_on
    own = terms(rows[0], rows[1] | {"custody": [["2019-05-23", "2019-06-01"]]})
    assert own.release_on == worked(custody=[["2019-05-23", "2019-06-01"]], sentence=jail(270)).release_on


def test_the_cap_of_a_violent_felony_follows_the_person_to_every_term():
    prison = {"days": 1461, "kind": "state_prison"}
    answer = terms({"id": "count 1", "sentence": prison, "violent": True}, {"id": "count 2", "sentence": prison})
    assert [term.conduct_days for term in answer.terms] == [13, 13]
    assert terms(count(1, 180), count(2, 180, violent=None)).release_on is None


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (count(2, 180, consecutive=True, offense_on="2011-01-01"), "unsupported.mixed_rates_consecutive"),
        (count(2, 180, consecutive=True, sentenced_on="2019-07-01"), "unsupported.consecutive_on_two_days"),
        (
            {"id": "count 2", "consecutive": True, "sentence": {"days": 90, "kind": "probation"}},
            "unsupported.mixed_consecutive",
        ),
        (
            {"id": "count 2", "consecutive": True, "sentence": {"kind": "county_jail"}},
            "invalid.consecutive_without_length",
        ),
        (count(2, 180, consecutive=True, credit_lost_days=5), "unsupported.credits_in_chain"),
        (count(2, 21900, consecutive=True), "unsupported.longer_than_sixty_years"),
    ],
)
def test_a_chain_the_room_cannot_serve_as_one_is_refused_by_name(second, code):
    answer = terms(count(1, 180), second)
    assert code in [refusal.code for refusal in answer.refusals]
    assert answer.release_on is None


def test_jail_terms_as_conditions_of_probation_that_follow_one_another_are_refused():
    probation = {"days": 90, "kind": "probation"}
    answer = terms({"id": "a", "sentence": probation}, {"id": "b", "sentence": probation, "consecutive": True})
    assert answer.refusals[0].code == "unsupported.consecutive_probation_terms"


def test_one_term_with_no_date_leaves_the_whole_without_one():
    answer = terms(count(1, 180), {"id": "count 2", "sentence": {"days": 900, "kind": "state_prison"}})
    assert answer.release_on is None
    assert answer.terms[0].release_on is None
    assert answer.terms[0].total_days == 184


def test_a_fine_beside_a_term_changes_nothing():
    answer = terms(count(1, 365), {"id": "count 2", "sentence": {"kind": "fine"}})
    assert answer.release_on == day("2019-08-31")


def test_credit_lost_of_the_whole_custody_is_lost_once_in_a_chain():
    answer = terms(count(1, 180), count(2, 180, consecutive=True), credit_lost_days=10)
    assert answer.release_on == worked(sentence=jail(360), credit_lost_days=10).release_on


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([count(1, 10), count(1, 20)], "stands twice"),
        ([count(1, 10, consecutive=True)], "first term"),
        ([count(1, 10), count(2, 20, consecutive_to="count 9")], "no term before it"),
    ],
)
def test_terms_that_cannot_be_read_are_bad_input(rows, says):
    with pytest.raises(BadInputError, match=says):
        terms(*rows)
