"""County jails outside California: what the statute counts, what the jail says it gave or took, and the rest asked or refused."""

from datetime import date, timedelta

import pytest

from habeas.custody_time.states import CREDIT_LAWS
from tests.custody_time.helpers import worked
from tests.law.tables import rows

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
        ({"program_credits": [{"on": "2026-04-02", "days": 3}]}, "unsupported.key"),
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


WORKED = """
place    | term | given | lost | served | by the words
us-tx    | 180  | 90    |      | 90     | a day for each day served (42.032, sec. 2)
us-tx    | 180  | 60    | 20   | 140    | of what was granted the sheriff took twenty
us-fl    | 30   | 10    |      | 20     | 5 days a month and 5 more (951.21(1), (3))
us-ga    | 100  | 50    |      | 50     | one-half of the period of confinement (42-4-7(b)(1))
us-ga    | 100  | 80    |      | 20     | four days for each day on a work detail
us-ky    | 90   | 30    |      | 60     | as the jailer granted it (441.127)
us-id    | 60   | 10    |      | 50     | five days off each and every month (20-621)
us-nd    | 70   | 10    |      | 60     | one day for six days served (12-44.1-32)
us-ms    | 60   | 30    |      | 30     | equal time for each day worked (47-1-47)
us-ny    | 30   | 10    |      | 20     | one-third of the term (804(1))
us-ny    | 364  | 121   |      | 243    | one-third, its fraction no day
us-tn    | 100  | 0     |      | 75     | one quarter of the sentence (41-2-111(b))
us-tn    | 10   | 0     |      | 7      | half a day or more is a day: 2.5 are 3
us-tn    | 9    | 0     |      | 7      | 2.25 are 2
us-tn    | 100  | 20    |      | 55     | ten days worked take twenty off (41-2-123(b))
us-tn    | 100  | 0     | 25   | 100    | all of it revoked
us-va    | 365  | 0     |      | 183    | a day for each day served; the last odd day is served
us-va    | 180  | 0     | 10   | 100    | a day for each violation's day added again
us-va    | 180  | 20    |      | 80     | what is granted covers its days first
us-co    | 30   | 0     |      | 23     | seven days for each thirty (17-26-109(1)(a))
us-co    | 90   | 9     |      | 60     | and three for each thirty in a program
us-co    | 45   | 0     |      | 35     | ten and a half: the half is no day
us-ne    | 30   |       |      | 23     | a day for a day of what remains after the fifteenth day (47-502)
us-ne    | 15   |       |      | 15     | none of the first fifteen
us-ne    | 90   |       | 7    | 60     | seven days lost to breaches of discipline
us-wi    | 12   |       |      | 9      | one-fourth of the term (302.43)
us-wi    | 10   |       |      | 8      | fractions of a day are ignored
us-wi    | 3    |       |      | 3      | none under four days
us-wi    | 12   |       | 2    | 11     | the sheriff may take two days for an offense
us-il    | 180  |       |      | 90     | a day for each day (730 ILCS 130/3)
us-il    | 31   |       |      | 16     | the odd day is served
us-ak    | 30   |       |      | 20     | one-third of the term (33.20.010(a))
us-ak    | 4    |       |      | 3      | 1.33 to the nearest day
us-ak    | 5    |       |      | 3      | 1.67 to the nearest day
us-ak    | 3    |       |      | 3      | the term must exceed three days
"""
DAY_ONE = {"custody": [["2026-03-31", "2026-03-31"]], "sentenced_on": "2026-03-31", "excepted": False}


def of(place, term, **more):
    return worked(jurisdiction=place, sentence={"days": term, "kind": "county_jail"}, **(DAY_ONE | more))


@pytest.mark.parametrize("row", list(rows(WORKED)), ids=lambda row: " ".join(row.values()))
def test_a_term_is_served_on_the_day_that_the_words_give(row):
    more = {"good_time_days": int(row["given"])} if row["given"] else {}
    answer = of(row["place"], int(row["term"]), credit_lost_days=int(row["lost"] or 0), **more)
    assert (answer.refusals, answer.questions) == ((), ())
    assert answer.release_on == date(2026, 3, 31) + timedelta(days=int(row["served"]) - 1)
    assert answer.total_days == 1 + int(row["term"]) - int(row["served"])


@pytest.mark.parametrize(
    ("place", "term", "most"),
    [
        ("us-ga", 100, 80),
        ("us-id", 60, 10),
        ("us-id", 61, 15),
        ("us-nd", 70, 10),
        ("us-ms", 61, 30),
        ("us-ny", 364, 121),
        ("us-tn", 90, 60),
        ("us-va", 180, 30),
    ],
)
def test_no_more_is_given_than_the_statute_lets(place, term, most):
    assert codes(of(place, term, good_time_days=most)) == []
    assert codes(of(place, term, good_time_days=most + 1)) == ["invalid.good_time"]


@pytest.mark.parametrize("place", ["us-ne", "us-wi", "us-il", "us-ak"])
def test_where_the_jail_may_give_nothing_more_a_gift_is_refused(place):
    assert codes(of(place, 60, good_time_days=1)) == ["invalid.good_time"]


@pytest.mark.parametrize("place", ["us-ga", "us-ky", "us-ms", "us-tn", "us-va", "us-il", "us-ak"])
def test_whether_the_section_leaves_the_person_out_is_asked_and_if_so_refused(place):
    more = {} if place in {"us-il", "us-ak"} else {"good_time_days": 0}
    asked = of(place, 60, **more, excepted=None)
    assert (asked.release_on, len(asked.questions), asked.would_change) == (None, 1, ())
    left_out = of(place, 60, **more, excepted=True)
    assert (left_out.release_on, codes(left_out)) == (None, ["unsupported.excepted"])


@pytest.mark.parametrize(("place", "days"), [("us-tn", 365), ("us-va", 367), ("us-ny", 731)])
def test_a_longer_term_than_the_section_speaks_of_is_refused(place, days):
    assert codes(of(place, days - 1, good_time_days=0)) == []
    assert codes(of(place, days, good_time_days=0)) == ["unsupported.long_term"]


@pytest.mark.parametrize(("place", "term", "credit"), [("us-wi", 12, 3), ("us-tn", 100, 25), ("us-va", 60, 30)])
def test_no_more_is_taken_than_there_was(place, term, credit):
    more = {} if place == "us-wi" else {"good_time_days": 0}
    assert codes(of(place, term, credit_lost_days=credit, **more)) == []
    assert codes(of(place, term, credit_lost_days=credit + 1, **more)) == ["invalid.credit_lost"]
    assert codes(texan(good_time_days=10, credit_lost_days=11)) == ["invalid.credit_lost"]


def test_what_the_jail_gave_is_asked_wherever_it_may_give_and_no_date_stands_meanwhile():
    for place, law in CREDIT_LAWS.items():
        answer = of(place, 60) if place != "us-ca" else None
        if answer and place not in {"us-ne", "us-wi", "us-il", "us-ak"}:
            assert (answer.release_on, len(answer.questions)) == (None, 1), place
            assert answer.would_change, place
        assert law.from_roster == (place == "us-ca")


def test_the_statutes_own_credit_may_all_be_taken_and_the_day_then_is_told():
    told = {each.if_: each.release_on for each in of("us-wi", 12).would_change}
    assert told == {"the jail takes away all good time": date(2026, 3, 31) + timedelta(days=11)}


def row_of(*lengths, **more):
    terms = [
        {"id": f"t{n}", "sentence": {"days": days, "kind": "county_jail"}, "good_time_days": 0}
        | ({"consecutive": True} if n and more.get("in_a_row") else {})
        for n, days in enumerate(lengths)
    ]
    return {"terms": terms, **DAY_ONE}


def test_terms_at_the_same_time_end_with_the_last_of_them():
    answer = worked(jurisdiction="us-tx", **row_of(30, 90, 60))
    assert answer.release_on == date(2026, 3, 31) + timedelta(days=89)
    assert [term.release_on.day for term in answer.terms if term.release_on] == [29, 28, 29]


def test_one_unknown_term_leaves_the_whole_unknown():
    case = row_of(30, 90)
    del case["terms"][1]["good_time_days"]
    answer = worked(jurisdiction="us-tx", **case)
    assert (answer.release_on, len(answer.questions)) == (None, 1)


@pytest.mark.parametrize("place", ["us-tx", "us-fl", "us-ny"])
def test_terms_in_a_row_are_their_sum_where_the_statute_says_so(place):
    assert worked(jurisdiction=place, **row_of(30, 60, in_a_row=True)).release_on == date(2026, 3, 31) + timedelta(
        days=89
    )


@pytest.mark.parametrize("place", ["us-wi", "us-ga", "us-co"])
def test_terms_in_a_row_are_refused_where_it_was_not_read(place):
    assert codes(worked(jurisdiction=place, **row_of(30, 60, in_a_row=True))) == ["unsupported.terms"]


def test_a_term_beside_a_row_is_refused_and_so_are_terms_of_another_day_or_case():
    beside = row_of(30, 60, 90)
    beside["terms"][1]["consecutive"] = True
    other_day = row_of(30, 60, in_a_row=True)
    other_day["terms"][1]["sentenced_on"] = "2026-04-10"
    other_case = row_of(30, 60)
    other_case["terms"][0]["case_number"], other_case["terms"][1]["case_number"] = "1", "2"
    for case in (beside, other_day, other_case):
        assert codes(worked(jurisdiction="us-tx", **case)) == ["unsupported.terms"]
