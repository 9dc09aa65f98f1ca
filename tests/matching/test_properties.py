"""What must hold of every roster and every query, tried on many made by chance."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.matching import Index, MatchVerdict, Query
from habeas.roster.records import Booking, Person

NAMES = st.sampled_from(
    ["GARCIA", "LOPEZ", "GARCIA LOPEZ", "NGUYEN", "SMITH", "O'NEIL", "DE LA CRUZ", "LI", "", "\u202e", "Ž"]
)
GIVEN = st.sampled_from(["JOSE", "JOSUE", "J", "MARIA", "JIN HWAN", "BOB", "ROBERT", "", "\u200b"])
DAYS = st.sampled_from([None, date(1980, 5, 6), date(1980, 6, 5), date(1981, 5, 6), date(1980, 1, 1)])
NUMBERS = st.sampled_from(["", "", "A027415936", "27415937", "000000000"])
SUFFIX = st.sampled_from(["", "", "JR", "SR"])
SEX = st.sampled_from(["", "M", "F"])


@st.composite
def people(draw, most=7):
    count = draw(st.integers(0, most))
    return [
        Person(
            f"P{at}",
            draw(NAMES),
            draw(GIVEN),
            None,
            draw(SUFFIX),
            (),
            draw(DAYS),
            draw(SEX),
            None,
            None,
            draw(NUMBERS),
            bookings=(Booking(f"B{at}00"),),
        )
        for at in range(count)
    ]


QUERIES = st.builds(
    Query, family_name=NAMES, given_name=GIVEN, suffix=SUFFIX, date_of_birth=DAYS, sex=SEX, a_number=NUMBERS
)


@given(people(), QUERIES)
@settings(max_examples=200, deadline=None)
def test_one_has_exactly_one_candidate_and_no_conflict_and_none_has_nobody(roster, query):
    found = Index.build(roster).match(query)
    if found.verdict is MatchVerdict.ONE:
        assert len(found.candidates) == 1
        assert not found.candidates[0].conflicts
    assert bool(found.candidates) == (found.verdict is not MatchVerdict.NONE)
    assert [each.rank for each in found.candidates] == list(range(1, len(found.candidates) + 1))
    assert len({each.person_id for each in found.candidates}) == len(found.candidates)


@given(people(), QUERIES, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_roster_changes_nothing(roster, query, chance: random.Random):
    mixed = list(roster)
    chance.shuffle(mixed)
    assert Index.build(mixed).match(query) == Index.build(roster).match(query)


@given(people(), people(most=1), QUERIES)
@settings(max_examples=200, deadline=None)
def test_a_stranger_on_the_roster_never_turns_one_person_into_another(roster, more, query):
    before = Index.build(roster).match(query)
    stranger = [Person("Z9", *[getattr(each, name) for name in Person.__slots__[1:]]) for each in more]
    after = Index.build([*roster, *stranger]).match(query)
    if before.verdict is MatchVerdict.ONE and after.verdict is MatchVerdict.ONE:
        assert after.candidates[0].person_id in {before.candidates[0].person_id}


@given(people(), QUERIES)
@settings(max_examples=100, deadline=None)
def test_what_both_sides_leave_blank_is_never_said_to_agree(roster, query):
    for each in Index.build(roster).match(query).candidates:
        words = " ".join(each.reasons)
        if query.date_of_birth is None:
            assert "same birth date" not in words
        if not query.a_number:
            assert "A-number agrees" not in words
        if not query.suffix:
            assert "same generation" not in words
