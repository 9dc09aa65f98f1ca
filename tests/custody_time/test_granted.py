"""Texas and Florida county jails: the jail gives good time, so the date rests on what it says it gave, and the rest is asked or refused."""

from datetime import date, timedelta

import pytest

from tests.custody_time.helpers import worked

FIRST = [["2026-03-01", "2026-03-31"]]
BASE = {"custody": FIRST, "sentenced_on": "2026-03-31", "sentence": {"days": 180, "kind": "county_jail"}}


def texan(**more):
    return worked(jurisdiction="us-tx-travis", **(BASE | more))


def floridian(**more):
    return worked(jurisdiction="us-fl-orange", **(BASE | more))


def codes(answer):
    return [refusal.code for refusal in answer.refusals]


def test_without_the_jails_word_there_is_no_date_but_the_two_days_between_which_it_lies():
    answer = texan()
    assert answer.release_on is None
    assert ["granted" in each.ask for each in answer.questions] == [True]
    latest, earliest = (each.release_on for each in answer.would_change)
    assert latest == date(2026, 3, 31) + timedelta(days=180 - 31)
    assert earliest == date(2026, 3, 31) + timedelta(days=180 - 31 - 90)


@pytest.mark.parametrize(("given", "days"), [(0, 149), (60, 89), (90, 59)])
def test_texas_days_granted_shorten_the_term_day_for_day(given, days):
    answer = texan(good_time_days=given)
    assert (answer.release_on, answer.questions) == (date(2026, 3, 31) + timedelta(days=days), ())


@pytest.mark.parametrize(("given", "said"), [(90, []), (91, ["invalid.good_time"])])
def test_texas_gives_no_more_than_a_day_for_each_day_served(given, said):
    assert codes(texan(good_time_days=given)) == said


@pytest.mark.parametrize(("days", "most"), [(30, 10), (360, 120), (31, 20)])
def test_florida_gives_no_more_than_ten_days_a_month_in_the_first_two_years(days, most):
    term = {"sentence": {"days": days, "kind": "county_jail"}, "custody": [["2026-03-31", "2026-03-31"]]}
    assert codes(floridian(good_time_days=most, **term)) == []
    assert codes(floridian(good_time_days=most + 1, **term)) == ["invalid.good_time"]


def test_florida_gives_more_from_the_third_year_of_the_sentence():
    term = {"sentence": {"days": 25 * 30, "kind": "county_jail"}}
    assert codes(floridian(good_time_days=24 * 10 + 15, **term)) == []
    assert codes(floridian(good_time_days=24 * 10 + 16, **term)) == ["invalid.good_time"]


def test_time_served_is_never_before_the_sentence():
    assert texan(sentence={"days": 20, "kind": "county_jail"}, good_time_days=0).release_on == date(2026, 3, 31)


@pytest.mark.parametrize("kind", ["state_prison", "probation", "fine", "county_jail_1170h"])
@pytest.mark.parametrize("state", [texan, floridian])
def test_what_was_not_read_is_refused_by_name(state, kind):
    answer = state(sentence={"days": 180, "kind": kind}, good_time_days=0)
    assert (len(answer.refusals), answer.release_on) == (1, None)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"accelerated_days": 3}, "unsupported.key"),
        ({"credit_lost_days": 3}, "unsupported.key"),
        ({"terms": [{"id": "a"}, {"id": "b"}]}, "unsupported.terms"),
    ],
)
def test_what_californias_law_alone_knows_is_refused(more, code):
    assert codes(texan(good_time_days=0, **more)) == [code]


@pytest.mark.parametrize("gone", ["sentence", "sentenced_on", "custody"])
def test_a_missing_part_of_the_term_is_a_question(gone):
    answer = texan(good_time_days=0, **{gone: ...})
    assert answer.questions
    assert answer.release_on is None


def test_custody_that_does_not_end_with_the_sentence_is_asked_about():
    assert texan(good_time_days=0, custody=[["2026-03-01", "2026-03-20"]]).release_on is None


def test_each_step_names_its_statute_and_each_source_its_day():
    for state, cited in ((texan, "42.032"), (floridian, "951.21")):
        steps = state(good_time_days=5).steps
        assert any(cited in step.source.citation for step in steps if step.source)
        assert all(step.source.read for step in steps if step.source)
