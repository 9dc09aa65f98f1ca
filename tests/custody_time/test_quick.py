"""What comparing a whole roster works out in short: the same days as the long way, whatever the case."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.custody_time.case import read_cases
from habeas.custody_time.states import work_out
from habeas.custody_time.us_ca.credits import custody_of
from habeas.custody_time.us_ca.reasons import MISTAKES
from habeas.custody_time.us_ca.rules import CHANGE_DAYS, RATES
from habeas.custody_time.us_ca.terms import day_of
from tests.custody_time.helpers import PLAIN, days_of, iso

OFFENSES = st.sampled_from(["2009-12-01", "2010-03-01", "2010-12-01", "2011-09-30", "2011-10-01", "2019-03-02", None])
LATER = [mistake for mistake in MISTAKES if mistake.later]


@st.composite
def terms(draw):
    """A term as a case file has it, with whatever may be missing missing now and then."""
    first = draw(st.dates(date(2009, 12, 1), date(2012, 3, 1)) | st.dates(date(2019, 3, 2), date(2019, 6, 1)))
    last = first + timedelta(days=draw(st.integers(0, 90)))
    days = draw(st.sampled_from([3, 5, 30, 90, 180, 365, 731, None]))
    return {
        "offense_on": draw(OFFENSES),
        "custody": iso([(first, last)]),
        "sentenced_on": last.isoformat(),
        "sentence": {"days": days, "kind": draw(st.sampled_from(["county_jail", "probation", "state_prison", "fine"]))},
        "violent": draw(st.sampled_from([False, False, False, True, None])),
        "murder": draw(st.sampled_from([False, False, True])),
        "serious": draw(st.sampled_from([None, True, False])),
        "registrant": False,
        "serious_or_violent_prior": False,
    }


@st.composite
def cases(draw):
    """A case of one term, or of several that run at the same time or follow one another."""
    one = PLAIN | draw(terms())
    awards = [{"on": one["sentenced_on"], "days": draw(st.integers(1, 42))}] if draw(st.booleans()) else []
    credit = {
        "credit_lost_days": draw(st.integers(0, 60)),
        "other_credits_days": draw(st.integers(0, 9)),
        "program_credits": awards,
    }
    if draw(st.booleans()):
        return read_cases(one | credit, "test")[0]
    more = [draw(terms()) | {"id": str(number), "consecutive": draw(st.booleans())} for number in (2, 3)]
    first = {key: one[key] for key in more[0] if key in one} | {"id": "1"}
    return read_cases({"id": "several", "terms": [first, *more]} | credit, "test")[0]


@given(cases())
@settings(max_examples=400, deadline=None)
def test_the_day_alone_is_the_day_of_the_whole_answer(case):
    assert day_of(case) == work_out(case).release_on


@given(cases(), st.sampled_from(LATER))
@settings(max_examples=300, deadline=None)
def test_a_mistake_that_is_skipped_for_an_earlier_date_never_leads_to_one(case, mistake):
    answer = work_out(case)
    if answer.release_on is not None:
        day = mistake.leads_to(case, answer)
        assert day is None or day >= answer.release_on


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), min_size=1, max_size=5),
    st.integers(0, 70),
)
@settings(max_examples=200, deadline=None)
def test_days_are_counted_as_a_calendar_counts_them(given_days, until):
    start = date(2019, 3, 2)
    spans = [(start + timedelta(days=on), start + timedelta(days=on + length)) for on, length in given_days]
    end = start + timedelta(days=until)
    [case] = read_cases(PLAIN | {"custody": iso(spans), "sentenced_on": end.isoformat()}, "test")
    assert custody_of(case).days == len({day for day in days_of(spans) if day <= end})


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.id)
def test_custody_earns_at_another_rate_only_from_a_day_that_is_known_as_a_change(rate):
    assert rate.custody_from in {date.min, *CHANGE_DAYS}
    assert rate.custody_to == date.max or rate.custody_to + timedelta(days=1) in CHANGE_DAYS
