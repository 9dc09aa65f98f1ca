"""Credits and dates of one term: the contract's rules, the windows of 2010 and 2011, what is unknown and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.common.errors import BadInputError
from habeas.custody_time.case import read_cases
from habeas.custody_time.us_ca.rules import RATES, SOURCES, all_sources, rate_of
from tests.custody_time.helpers import PLAIN, day, days_of, iso, jail, worked

START = date(2019, 3, 2)


def test_the_plain_case_is_worked_out_with_every_step():
    answer = worked()
    assert (answer.actual_days, answer.conduct_days, answer.total_days) == (92, 92, 184)
    assert answer.release_on == day("2019-08-31")
    assert answer.steps[0].does.startswith("Days in custody from 2019-03-02 to 2019-06-01")
    assert all(step.source is None or step.source.citation for step in answer.steps)
    assert answer.assumes
    assert [each.release_on for each in answer.would_change] == [day("2020-02-29"), day("2019-08-10")]


@pytest.mark.parametrize(("term", "actual"), [(180, 90), (365, 183), (4, 2), (5, 3), (7, 4)])
def test_the_least_days_of_custody_that_serve_a_term(term, actual):
    answer = worked(custody=[["2019-03-02", "2019-03-02"]], sentenced_on="2019-03-02", sentence=jail(term))
    assert answer.release_on == START + timedelta(days=actual - 1)


def test_an_odd_day_before_sentence_pairs_with_one_after():
    answer = worked(custody=[["2019-03-02", "2019-03-04"]], sentenced_on="2019-03-04", sentence=jail(8))
    assert (answer.actual_days, answer.conduct_days) == (3, 2)
    assert answer.release_on == day("2019-03-05")


def test_time_served_is_released_on_the_day_of_sentence_and_never_before():
    answer = worked(sentence=jail(30))
    assert answer.release_on == day("2019-06-01")
    assert any(step.does.startswith("Time served on the day of sentence") for step in answer.steps)


def test_other_credit_counts_toward_the_term_and_earns_none_itself():
    answer = worked(other_credits_days=10)
    assert answer.total_days == 194
    assert answer.conduct_days == 92
    assert answer.release_on == day("2019-08-26")


def test_lost_credit_is_taken_from_conduct_credit_and_never_below_none():
    assert worked(credit_lost_days=10).conduct_days == 82
    assert worked(credit_lost_days=10).release_on == day("2019-09-05")
    assert worked(credit_lost_days=500).conduct_days == 0
    assert worked(credit_lost_days=500).release_on == START + timedelta(days=364)


def test_programme_credit_counts_from_the_day_it_is_given():
    before = worked(program_credits=[{"on": "2019-05-01", "days": 14}])
    after = worked(program_credits=[{"on": "2019-07-01", "days": 14}])
    assert before.total_days == 184 + 14
    assert after.total_days == 184
    assert before.release_on == after.release_on == day("2019-08-24")


def test_a_release_brought_forward_is_a_step_of_its_own():
    answer = worked(accelerated_days=5)
    assert answer.release_on == day("2019-08-26")
    assert answer.steps[-1].source is not None
    assert answer.steps[-1].source.citation.startswith("Penal Code 4024.1")
    assert any("jail is over its beds" in warning for warning in answer.warnings)


def test_a_split_term_is_served_to_the_supervision_which_runs_day_for_day():
    sentence = {"days": 730, "kind": "county_jail_1170h", "mandatory_supervision_days": 365}
    answer = worked(sentence=sentence)
    assert answer.release_on == day("2019-08-31")
    assert answer.supervision_ends_on == day("2019-08-31") + timedelta(days=365)
    over = worked(sentence=sentence | {"mandatory_supervision_days": 600})
    assert over.release_on == day("2019-06-01")
    assert over.supervision_ends_on == day("2019-06-01") + timedelta(days=600 - (184 - 130))


def test_a_state_prison_term_has_credits_and_no_date():
    answer = worked(sentence={"days": 1461, "kind": "state_prison"})
    assert answer.total_days == 184
    assert answer.release_on is None
    assert not answer.needs_person
    assert "the prison's sum" in answer.steps[-1].does


def test_no_sentence_no_date_and_no_question():
    answer = worked(sentence=..., sentenced_on=...)
    assert answer.total_days == 184
    assert answer.release_on is None
    assert not answer.questions


@pytest.mark.parametrize("missing", ["offense_on", "violent"])
def test_what_hangs_on_a_missing_fact_is_not_known_and_a_question_is_asked(missing):
    answer = worked(**{missing: ...})
    assert answer.actual_days == 92
    assert (answer.conduct_days, answer.total_days, answer.release_on) == (None, None, None)
    assert len(answer.questions) == 1
    assert answer.needs_person


def test_a_violent_felony_earns_at_most_fifteen_percent_before_prison():
    answer = worked(violent=True, sentence={"days": 1461, "kind": "state_prison"})
    assert answer.conduct_days == 92 * 15 // 100 == 13
    assert "15 percent" in answer.steps[2].does


@pytest.mark.parametrize("kind", ["county_jail", "county_jail_1170h", "probation"])
def test_a_violent_felony_with_a_jail_term_is_a_question_and_never_a_date(kind):
    answer = worked(violent=True, sentence={"days": 365, "kind": kind})
    assert answer.conduct_days is None
    assert answer.release_on is None
    assert answer.questions[0].of == "county counsel"


def test_murder_earns_no_conduct_credit_even_in_jail():
    answer = worked(violent=True, murder=True, sentence={"days": 365, "kind": "probation"})
    assert (answer.conduct_days, answer.release_on) == (0, START + timedelta(days=364))
    contradicted = worked(murder=True)
    assert contradicted.conduct_days == 0
    assert any("Murder is itself a violent felony" in warning for warning in contradicted.warnings)


def test_whether_a_violent_felony_is_murder_is_asked_and_not_supposed():
    answer = worked(violent=True, murder=..., sentence={"days": 1461, "kind": "state_prison"})
    assert answer.conduct_days is None
    assert answer.questions[0].ask == "Is the conviction of murder?"


@pytest.mark.parametrize(
    ("offense", "term", "asked"), [("2019-03-02", 3, True), ("2019-03-02", 4, False), ("2009-03-02", 5, True)]
)
def test_a_commitment_too_short_for_credit_is_a_question_and_never_a_date(offense, term, asked):
    first = day(offense)
    answer = worked(offense_on=offense, custody=iso([(first, first)]), sentenced_on=offense, sentence=jail(term))
    assert (answer.release_on is None) is asked
    assert bool(answer.questions) is asked


@pytest.mark.parametrize("last", ["2019-05-30", "2019-06-05"])
def test_custody_that_does_not_end_at_sentence_is_a_question_and_never_a_date(last):
    answer = worked(custody=[["2019-03-02", last]])
    assert answer.release_on is None
    assert "does not end on the day of sentence" in answer.questions[0].why
    assert answer.conduct_days is not None


@pytest.mark.parametrize(("term", "release"), [(8, "2019-06-01"), (9, "2019-07-01"), (10, "2019-07-02")])
def test_a_term_begun_later_is_counted_from_there(term, release):
    answer = worked(custody=[["2019-03-02", "2019-03-05"]], serving_from="2019-07-01", sentence=jail(term))
    assert answer.release_on == day(release)


WINDOWS = [
    # offence, custody, sentence, excluded, conduct
    ("2009-06-01", [["2009-06-01", "2009-07-10"]], "county_jail", None, 20),
    ("2010-02-01", [["2010-02-01", "2010-03-12"]], "county_jail", False, 40),
    ("2010-02-01", [["2010-02-01", "2010-03-12"]], "county_jail", True, 20),
    ("2010-10-01", [["2010-10-01", "2010-11-09"]], "county_jail", False, 20),
    ("2010-10-01", [["2010-10-01", "2010-11-09"]], "state_prison", False, 40),
    ("2010-10-01", [["2010-10-01", "2010-11-09"]], "state_prison", True, 20),
    ("2011-09-30", [["2012-01-01", "2012-02-09"]], "county_jail", False, 20),
    ("2011-10-01", [["2011-10-01", "2011-11-09"]], "county_jail", None, 40),
    # People v. Brown: custody on both sides of 25 January 2010 earns at two rates; 24 days at 2 for 4, then 16 at 2 for 2
    ("2010-01-01", [["2010-01-01", "2010-02-09"]], "county_jail", False, 12 + 16),
]


@pytest.mark.parametrize(("offense", "custody", "kind", "excluded", "conduct"), WINDOWS)
def test_the_day_of_the_offence_picks_the_law(offense, custody, kind, excluded, conduct):
    facts = dict.fromkeys(("serious", "registrant", "serious_or_violent_prior"), excluded)
    answer = worked(
        offense_on=offense, custody=custody, sentenced_on=custody[0][1], sentence={"days": 400, "kind": kind}, **facts
    )
    assert answer.actual_days == 40
    assert answer.conduct_days == conduct
    assert not answer.questions


def test_a_better_rate_of_2010_that_hangs_on_an_unknown_prior_is_assumed_aloud_and_asked():
    answer = worked(offense_on="2010-02-01", custody=[["2010-02-01", "2010-03-12"]], sentenced_on="2010-03-12")
    assert answer.conduct_days == 40
    assert "no serious or violent prior" in answer.assumes[0]
    assert answer.needs_person


def test_what_was_not_read_of_an_old_offence_is_a_question():
    answer = worked(offense_on="2009-06-01", custody=[["2019-03-02", "2019-06-01"]])
    assert answer.conduct_days is None
    assert answer.questions[0].of == "county counsel"


def test_a_bare_number_of_days_across_a_change_of_rate_needs_their_dates():
    answer = worked(custody=..., actual_days=60, offense_on="2009-12-01", sentenced_on="2010-03-01")
    assert answer.conduct_days is None
    assert answer.questions[0].ask == "On which days was the person in custody?"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"jurisdiction": "us-or"}, "unsupported.jurisdiction"),
        ({"offense_on": "1975-01-01"}, "unsupported.old_offense"),
        (
            {"other_county": [{"from": "2019-01-01", "to": "2019-01-05", "state": "NV"}]},
            "unsupported.out_of_state_custody",
        ),
        (
            {
                "custody": ...,
                "actual_days": 9,
                "other_county": [{"from": "2019-01-01", "to": "2019-01-05", "attributable": True}],
            },
            "unsupported.days_and_dates",
        ),
        ({"sentenced_on": "2019-01-01"}, "invalid.sentenced_before_offense"),
        ({"sentence": jail(365, mandatory_supervision_days=30)}, "invalid.split_sentence"),
        ({"serving_from": "2019-05-01"}, "invalid.serving_before_sentence"),
        (
            {"program_credits": [{"on": "2019-04-01", "days": 30}, {"on": "2019-05-01", "days": 13}]},
            "invalid.program_credit",
        ),
        ({"accelerated_days": 31}, "invalid.accelerated_release"),
    ],
)
def test_what_the_room_cannot_do_is_refused_by_name_and_never_a_wrong_date(facts, code):
    answer = worked(**facts)
    assert [refusal.code for refusal in answer.refusals] == [code]
    assert answer.refusals[0].sentence.endswith(".")
    assert (answer.conduct_days, answer.total_days, answer.release_on) == (None, None, None)
    assert answer.needs_person


def test_the_first_tier_that_refuses_stops_the_rest():
    answer = worked(jurisdiction="us-or", sentenced_on="2019-01-01")
    assert [refusal.code for refusal in answer.refusals] == ["unsupported.jurisdiction"]


def test_another_countys_days_count_once_where_this_case_caused_them():
    there = {"from": "2019-02-20", "to": "2019-03-05", "county": "Kern"}
    assert worked(other_county=[there | {"attributable": True}]).actual_days == 92 + 10
    assert worked(other_county=[there | {"attributable": False}]).actual_days == 92
    asked = worked(other_county=[there])
    assert asked.actual_days is None
    assert asked.questions[0].ask.startswith("Was the custody in Kern from 2019-02-20 caused by this case?")


intervals = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 40)).map(
        lambda each: (START + timedelta(each[0]), START + timedelta(sum(each)))
    ),
    min_size=1,
    max_size=5,
)
OFFENSES = st.sampled_from(["2019-03-02", "2011-01-15", "2010-05-01"])


@given(intervals, st.randoms())
@settings(max_examples=100, deadline=None)
def test_a_calendar_day_counts_once_in_whatever_order_and_overlap(given_days, random):
    shuffled = [*given_days, *given_days[:2]]
    random.shuffle(shuffled)
    counted = worked(custody=iso(shuffled), sentenced_on="2019-12-31", sentence={"days": 900, "kind": "state_prison"})
    assert counted.actual_days == len(days_of(given_days))


def by_hand(actual, sentenced_on, term, per, other=0):
    """The release day, one day at a time, for one rate: the contract's own words as a loop."""
    served, on = actual, sentenced_on
    while served + served // per * 2 + other < term:
        served, on = served + 1, on + timedelta(days=1)
    return on


@given(st.integers(1, 200), st.integers(4, 3000), st.integers(0, 30), st.booleans())
@settings(max_examples=200, deadline=None)
def test_the_date_is_the_one_a_day_by_day_count_finds(actual, term, other, old):
    offense = date(2011, 9, 1) if old else START
    last = offense + timedelta(days=actual - 1)
    answer = worked(
        offense_on=offense.isoformat(),
        custody=iso([(offense, last)]),
        sentenced_on=last.isoformat(),
        sentence=jail(max(term, 6)),
        other_credits_days=other,
    )
    assert answer.release_on == by_hand(actual, last, max(term, 6), 4 if old else 2, other)


@given(st.integers(1, 150), st.integers(6, 900), st.integers(0, 60), OFFENSES)
@settings(max_examples=150, deadline=None)
def test_a_day_more_of_custody_or_credit_never_moves_the_release_later_and_never_before_the_sentence(
    actual, term, lost, offense
):
    none = dict.fromkeys(("serious", "registrant", "serious_or_violent_prior"), False)
    facts = {
        "offense_on": offense,
        "sentence": jail(term),
        "sentenced_on": "2019-12-31",
        "credit_lost_days": lost,
        **none,
    }
    last = date(2019, 12, 31)

    def after(days):
        return worked(custody=iso([(last - timedelta(days=days - 1), last)]), **facts)

    one, more = after(actual), after(actual + 1)
    assert last <= more.release_on <= one.release_on
    assert (
        worked(
            custody=iso([(last - timedelta(days=actual - 1), last)]), **(facts | {"other_credits_days": 1})
        ).release_on
        <= one.release_on
    )
    assert (
        worked(
            custody=iso([(last - timedelta(days=actual - 1), last)]), **(facts | {"credit_lost_days": lost + 1})
        ).release_on
        >= one.release_on
    )
    assert (one.total_days >= term) is (one.release_on == last)


@given(st.integers(0, 2000))
@settings(max_examples=60, deadline=None)
def test_credit_comes_in_whole_pairs(actual):
    answer = worked(custody=..., actual_days=actual, offense_on="2013-01-01", sentenced_on="2019-06-01")
    assert answer.conduct_days == actual - actual % 2


def test_every_rule_carries_its_citation_its_sureness_and_its_address():
    for name, source in all_sources():
        assert source.citation, name
        assert source.sureness in {"verified", "secondary", "unverified"}, name
        assert source.address.startswith("http"), name
        assert source.says.endswith("."), name
    assert SOURCES
    assert len({rate.id for rate in RATES}) == len(RATES)


@pytest.mark.parametrize("offense", [date(2009, 1, 1), date(2010, 3, 1), date(2011, 1, 1), date(2012, 1, 1)])
@pytest.mark.parametrize("prison", [True, False])
@pytest.mark.parametrize("excluded", [True, False])
def test_every_day_since_an_offence_has_one_rate_or_is_openly_unsettled(offense, prison, excluded):
    for number in range(0, 1500, 7):
        on = offense + timedelta(days=number)
        rate = rate_of(offense, on, prison=prison, excluded=excluded)
        if rate is None:
            assert (offense < date(2010, 1, 25), on >= date(2010, 9, 28), excluded) == (True, True, False)


def test_the_quick_way_to_the_present_rate_says_what_the_table_says():
    for offense in (date(2011, 10, 1), date(2019, 3, 2), date(2026, 11, 25)):
        by_table = next(rate for rate in RATES if rate.reaches(offense, offense, True, True))
        assert rate_of(offense, offense, prison=True, excluded=True) is by_table


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"custody": [["2019-06-01", "2019-03-02"]]}, "before it begins"),
        ({"custody": [["2019-06-01"]]}, "must be a list of"),
        ({"offense_on": "02/03/2019"}, "must be a date like 2025-07-17"),
        ({"offense_on": "9999-12-01"}, "check the year"),
        ({"terms": [{"id": str(number)} for number in range(101)]}, "more than the 100"),
        ({"violent": "no"}, "must be true, false"),
        ({"sentence": {"days": 180, "kind": "boot camp"}}, "no kind of sentence"),
        ({"sentence": {"months": 6}}, "must hold days, kind"),
        ({"actual_days": -1}, "whole number of days"),
        ({"id": ""}, 'has no "id"'),
        ({"terms": []}, "at least one term"),
    ],
)
def test_what_is_no_case_is_bad_input_in_one_sentence(facts, says):
    with pytest.raises(BadInputError, match=says):
        read_cases(PLAIN | facts, "cases.json")


def test_a_key_that_is_not_known_is_said_and_not_passed_over():
    [case] = read_cases(PLAIN | {"consecutve": True}, "cases.json")
    assert case.unread == ("consecutve",)
    assert any('"consecutve" is no key this room knows' in warning for warning in worked(consecutve=True).warnings)


def test_a_jail_term_over_364_days_is_worked_out_with_a_warning():
    assert any("18.5(a)" in warning for warning in worked(sentence=jail(365)).warnings)
    assert not worked(sentence=jail(364)).warnings
