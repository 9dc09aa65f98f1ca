"""What the Penal Code's own words give and refuse: each rule inside, outside and on its edge."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.custody_time.case import HELD_SECTIONS, WORK_SECTIONS
from habeas.custody_time.us_ca.credits import HELD
from habeas.custody_time.us_ca.rules import SOURCES, all_sources
from tests.custody_time.helpers import day, iso, jail, worked

FELONY = "county_jail_1170h"
START = date(2019, 6, 1)
"""The plain case's day of sentence: 92 days served, 92 of conduct credit."""


def codes(answer):
    return [refusal.code for refusal in answer.refusals]


@pytest.mark.parametrize(
    ("term", "days", "allowed"),
    [
        (365, 30, True),
        (365, 31, False),
        (300, 30, True),
        (299, 29, True),
        (299, 30, False),
        (45, 4, True),
        (45, 5, False),
    ],
)
def test_a_release_is_brought_forward_by_thirty_days_and_a_tenth_of_the_sentence_at_most(term, days, allowed):
    one_day = {"custody": [["2019-06-01", "2019-06-01"]]}
    answer = worked(sentence=jail(term), accelerated_days=days, **one_day)
    assert codes(answer) == ([] if allowed else ["invalid.accelerated_release"])
    if allowed:
        assert answer.release_on == worked(sentence=jail(term), **one_day).release_on - timedelta(days=days)


def test_a_tenth_is_of_the_whole_sentence_supervision_among_it():
    split = {"days": 200, "kind": FELONY, "mandatory_supervision_days": 100}
    first = [["2019-06-01", "2019-06-01"]]
    assert codes(worked(custody=first, sentence=split, accelerated_days=20)) == []
    assert codes(worked(custody=first, sentence=split, accelerated_days=21)) == ["invalid.accelerated_release"]


@pytest.mark.parametrize(("sentenced", "code"), [("2011-09-30", ["invalid.jail_felony_too_early"]), ("2011-10-01", [])])
def test_a_felony_is_served_in_jail_since_october_2011(sentenced, code):
    answer = worked(
        offense_on="2011-01-03",
        custody=[[sentenced, sentenced]],
        sentenced_on=sentenced,
        sentence={"days": 365, "kind": FELONY},
        **dict.fromkeys(("serious", "registrant", "serious_or_violent_prior"), False),
    )
    assert codes(answer) == code


@pytest.mark.parametrize("fact", ["serious", "registrant", "serious_or_violent_prior"])
def test_a_felony_that_belongs_in_the_state_prison_is_pointed_out(fact):
    def warned(kind, value):
        return any(
            "1170(h)(3)" in each for each in worked(sentence={"days": 365, "kind": kind}, **{fact: value}).warnings
        )

    assert warned(FELONY, True)
    assert not warned(FELONY, False)
    assert not warned("county_jail", True)


@pytest.mark.parametrize(("kind", "has_date"), [("county_jail", False), (FELONY, False), ("probation", True)])
def test_a_jail_term_beside_a_prison_term_is_served_in_prison(kind, has_date):
    prison = {"id": "felony", "sentence": {"days": 900, "kind": "state_prison"}}
    answer = worked(sentence=..., terms=[{"id": "other", "sentence": {"days": 365, "kind": kind}}, prison])
    assert answer.release_on is None
    other = answer.terms[0]
    assert (other.release_on is not None) is has_date
    assert other.total_days == 184
    assert any("served in the state prison with another one" in step.does for step in other.steps) is not has_date


def served_by_hand(term, work, per_day):
    """Day by day from the plain sentence: pairs of days, and the credit beyond a day for a day on the days of work."""
    on, actual = START, 92
    while True:
        days = max(0, (min(work[1], on) - work[0]).days + 1)
        if actual + actual // 2 * 2 + int(days * per_day) >= term:
            return on
        on, actual = on + timedelta(days=1), actual + 1


@given(st.integers(186, 900), st.integers(0, 40), st.integers(0, 60), st.sampled_from(WORK_SECTIONS))
@settings(max_examples=150, deadline=None)
def test_work_and_training_bring_the_release_nearer_by_half_a_day_or_a_day_a_day(term, after, length, section):
    work = (START + timedelta(days=after), START + timedelta(days=after + length))
    credit = [{"from": work[0].isoformat(), "to": work[1].isoformat(), "section": section}]
    answer = worked(sentence={"days": term, "kind": FELONY}, work_credits=credit)
    assert answer.release_on == served_by_hand(term, work, {"4019.1": 0.5, "4019.2": 1}[section])


def test_work_credit_is_a_step_of_its_own_and_is_lost_with_the_rest():
    credit = [{"from": "2019-06-02", "to": "2019-06-11", "section": "4019.2"}]
    answer = worked(work_credits=credit)
    [step] = [step for step in answer.steps if "work or training" in step.does]
    assert (step.days, step.source.citation) == (10, "Penal Code 4019.2(a), (b), (e)")
    assert answer.would_change[0].release_on == worked().would_change[0].release_on


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"work": ("2019-05-31", "2019-06-05")}, "invalid.work_credit"),
        ({"work": ("2019-06-01", "2019-06-05")}, None),
        ({"work": ("2019-06-10", "2019-06-12"), "serving_from": "2019-06-11"}, "invalid.work_credit"),
        ({"work": ("2019-06-02", "2019-06-05"), "twice": True}, "invalid.work_credit"),
        ({"work": ("2019-06-02", "2019-06-05"), "violent": True, "murder": False}, "unsupported.work_credit"),
        ({"work": ("2019-06-02", "2019-06-05"), "offense_on": "2011-09-30"}, "unsupported.work_credit"),
        (
            {"work": ("2019-06-02", "2019-06-05"), "sentence": jail(365) | {"kind": "probation"}},
            "unsupported.work_credit",
        ),
    ],
)
def test_work_credit_is_for_the_sentenced_who_earn_a_day_for_a_day(facts, code):
    first, last = facts["work"]
    credit = [{"from": first, "to": last, "section": "4019.1"}] * (2 if facts.get("twice") else 1)
    answer = worked(work_credits=credit, **{key: facts[key] for key in facts if key not in {"work", "twice"}})
    assert codes(answer) == ([code] if code else [])


@pytest.mark.parametrize(("begins", "code"), [("2013-06-26", ["invalid.work_credit"]), ("2013-06-27", [])])
def test_training_credit_begins_with_its_section(begins, code):
    answer = worked(
        offense_on="2013-06-01",
        custody=[["2013-06-01", "2013-06-20"]],
        sentenced_on="2013-06-20",
        work_credits=[{"from": begins, "to": "2013-07-20", "section": "4019.1"}],
    )
    assert codes(answer) == code


def held(section, first, last, **more):
    """The plain case whose days of custody were spent under a section instead."""
    return worked(
        custody=[],
        held_in=[{"from": first, "to": last, "section": section}],
        offense_on=first,
        sentenced_on=last,
        **more,
    )


@pytest.mark.parametrize("section", ["3000.08", "3454"])
def test_flash_incarceration_counts_and_earns_no_conduct_credit(section):
    answer = held(section, "2019-03-02", "2019-03-11")
    assert (answer.actual_days, answer.conduct_days) == (10, 0)
    beside = worked(held_in=[{"from": "2019-03-02", "to": "2019-03-11", "section": section}])
    assert (beside.actual_days, beside.conduct_days) == (92, 82)


@pytest.mark.parametrize(
    ("section", "first", "last", "conduct"),
    [
        ("1203.016", "2015-01-01", "2015-01-10", 10),
        ("1203.016", "2014-12-31", "2015-01-09", None),
        ("4024.2", "2015-01-01", "2015-01-10", 10),
        ("4024.2", "2014-12-31", "2015-01-09", None),
        ("1170.06", "2019-03-02", "2019-03-11", 10),
        ("4019(a)(8)", "2024-01-01", "2024-01-10", 10),
        ("4019(a)(8)", "2023-12-31", "2024-01-09", None),
        ("1203.018", "2019-03-02", "2019-03-11", None),
    ],
)
def test_custody_outside_the_jail_earns_what_its_section_says_and_otherwise_the_court_is_asked(
    section, first, last, conduct
):
    answer = held(section, first, last)
    assert (answer.actual_days, answer.conduct_days) == (10, conduct)
    assert bool(answer.questions) is (conduct is None)
    assert (answer.release_on is None) is (conduct is None)


def test_a_day_under_a_section_and_in_jail_counts_once():
    answer = worked(held_in=[{"from": "2019-02-20", "to": "2019-03-05", "section": "1170.06"}])
    assert answer.actual_days == 92 + 10


def test_a_bare_number_of_days_beside_dated_days_is_refused():
    answer = worked(custody=..., actual_days=9, held_in=[{"from": "2019-03-02", "to": "2019-03-05", "section": "3454"}])
    assert codes(answer) == ["unsupported.days_and_dates"]


def test_a_fine_takes_the_days_that_no_term_used():
    answer = worked(sentence={"kind": "fine"})
    assert answer.release_on is None
    assert answer.steps[-1].source is SOURCES["fine"]


@given(
    st.lists(st.tuples(st.integers(0, 91), st.integers(0, 20)), max_size=3),
)
@settings(max_examples=100, deadline=None)
def test_days_that_earn_none_are_taken_out_once_each(flash):
    first = day("2019-03-02")
    spans = [(first + timedelta(days=on), first + timedelta(days=min(91, on + length))) for on, length in flash]
    stays = [{"from": start, "to": end, "section": "3454"} for start, end in iso(spans)]
    none = {start + timedelta(days=n) for start, end in spans for n in range((end - start).days + 1)}
    answer = worked(held_in=stays)
    assert (answer.actual_days, answer.conduct_days) == (92, (92 - len(none)) // 2 * 2)


def test_every_section_a_case_may_name_has_its_rule():
    assert set(HELD) == set(HELD_SECTIONS)


@pytest.mark.parametrize(
    ("name", "source"), list(all_sources()), ids=lambda each: each if isinstance(each, str) else ""
)
def test_a_verified_rule_was_read_on_a_day_and_any_other_says_what_would_settle_it(name, source):
    assert (source.read is not None) is (source.sureness == "verified"), name
    assert bool(source.settled_by) is (source.sureness != "verified"), name
