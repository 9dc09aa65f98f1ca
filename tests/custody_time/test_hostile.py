"""Files that strangers wrote: whatever stands in a case or a clock, the room answers, asks, or says in words what it refuses."""

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.common.errors import BadInputError
from habeas.custody_time.answer import answer_text
from habeas.custody_time.case import KEYS, read_cases
from habeas.custody_time.clock_case import KEYS as CLOCK_KEYS
from habeas.custody_time.clock_case import clock_text, read_clocks
from habeas.custody_time.states import work_out
from tests.custody_time.helpers import PLAIN
from tests.custody_time.test_cli import CLOCK

DATES = st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2010-01-25", "2019-06-01", "2019-02-30", ""])
LEAVES = st.none() | st.booleans() | st.integers(-5, 10**6) | st.floats(allow_nan=False) | st.text(max_size=8) | DATES
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(KEYS | {"from", "to", "on", "days", "kind"})), inner, max_size=4)
    ),
    max_leaves=8,
)
SENTENCES = st.fixed_dictionaries(
    {
        "days": st.integers(0, 3000),
        "kind": st.sampled_from(["county_jail", "county_jail_1170h", "probation", "state_prison", "fine"]),
    },
    optional={"mandatory_supervision_days": st.integers(0, 3000)},
)
TERMS = st.lists(
    st.fixed_dictionaries(
        {"sentence": SENTENCES},
        optional={
            "consecutive": st.booleans(),
            "violent": st.booleans(),
            "case_number": st.sampled_from("AB"),
            "attributable": st.booleans(),
        },
    ),
    min_size=1,
    max_size=4,
)


def said(facts):
    """Every answer of a case file, or the one sentence that refuses it."""
    try:
        cases = read_cases(PLAIN | facts, "cases.json")
    except BadInputError as fault:
        return [str(fault)]
    answers = [work_out(case) for case in cases]
    for answer in answers:
        dated = answer.release_on is not None
        assert not (dated and answer.refusals)
        assert dated or answer.questions or answer.refusals or answer.terms or answer.steps
    return [answer_text(answer) for answer in answers]


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), VALUES, max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_values_in_a_case_are_answered_or_refused_in_words(facts):
    assert all(said(facts))


@given(SENTENCES, TERMS, st.sampled_from(["2009-06-01", "2010-03-01", "2011-01-01", "2019-03-02"]), st.integers(0, 400))
@settings(max_examples=200, deadline=None)
def test_any_mix_of_terms_is_answered_asked_or_refused_and_never_dated_before_the_sentence(
    sentence, terms, offense, other
):
    facts = {"sentence": sentence, "terms": terms, "offense_on": offense, "other_credits_days": other}
    assert all(said(facts))
    try:
        [case] = read_cases(PLAIN | facts, "cases.json")
    except BadInputError:
        return
    out = work_out(case).release_on
    assert out is None or out >= case.sentenced_on


@given(st.dictionaries(st.sampled_from(sorted(CLOCK_KEYS)), VALUES, max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_values_in_a_clock_are_answered_or_refused_in_words(facts):
    try:
        answers = read_clocks(CLOCK | facts, "clocks.json")
    except BadInputError:
        return
    for answer in answers:
        assert answer.as_data()["id"]
        assert clock_text(answer)
