"""Release cases as the tests write them: a plain misdemeanor of 2019 unless something else is said."""

from datetime import date, timedelta

from habeas.custody_time.answer import ReleaseAnswer
from habeas.custody_time.case import read_cases
from habeas.custody_time.states import work_out

PLAIN = {
    "id": "plain",
    "jurisdiction": "us-ca",
    "offense_on": "2019-03-02",
    "custody": [["2019-03-02", "2019-06-01"]],
    "sentenced_on": "2019-06-01",
    "sentence": {"days": 365, "kind": "county_jail"},
    "violent": False,
    "murder": False,
}


def worked(**facts) -> ReleaseAnswer:
    """The answer to the plain case with these facts instead; a fact that is `...` is left out."""
    case = {key: value for key, value in (PLAIN | facts).items() if value is not ...}
    [read] = read_cases(case, "test")
    return work_out(read)


def jail(days, **more):
    return {"days": days, "kind": "county_jail"} | more


def days_of(intervals):
    """Every calendar day of the intervals, counted by hand."""
    return {first + timedelta(days=n) for first, last in intervals for n in range((last - first).days + 1)}


def iso(intervals):
    return [[first.isoformat(), last.isoformat()] for first, last in intervals]


def day(text):
    return date.fromisoformat(text)
