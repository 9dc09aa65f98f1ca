from datetime import date

import pytest

from habeas.matching import Index, MatchVerdict, Query, Strength
from tests.matching.people import RELEASED, ask, person, said, strangers

ANA = person("P1", "QUILLFEATHER", "ANA", "1980-05-06", a_number="A027415936", fbi_number="123456AB7", sex="F")


def verdict(*people, **query):
    return ask(list(people), **query).verdict.value


def test_the_same_name_and_birth_date_are_one_and_the_reasons_are_words():
    found = ask([ANA], family_name="Quillfeather", given_name="Ana", born="1980-05-06")
    assert (found.verdict, len(found.candidates)) == (MatchVerdict.ONE, 1)
    only = found.candidates[0]
    assert (only.person_id, only.rank, only.strength, only.conflicts) == ("P1", 1, Strength.STRONG, ())
    assert only.step == "the name and the birth date agree"
    assert only.reasons == ("same birth date", "same family name", "same given name")


@pytest.mark.parametrize("number", ["A027415936", "027415936", "27415936", "027-415-936", "A 027 415 936", "a27415936"])
def test_an_a_number_is_the_same_however_it_is_written(number):
    found = ask([ANA], family_name="Quillfeather", given_name="Ana", a_number=number)
    assert (found.verdict, found.candidates[0].strength) == (MatchVerdict.ONE, Strength.IDENTIFIER)
    assert "the A-number agrees" in found.candidates[0].reasons


def test_a_number_that_agrees_while_the_birth_date_differs_is_a_conflict():
    found = ask([ANA], family_name="QUILLFEATHER", given_name="ANA", born="1990-05-07", a_number="A027415936")
    assert found.verdict is MatchVerdict.AMBIGUOUS
    assert found.candidates[0].conflicts == ("the A-number agrees but the birth date differs in the day and the year",)


def test_a_number_that_agrees_while_the_name_is_another_is_a_conflict():
    found = ask([ANA], family_name="HOLLOWAY", given_name="ZELDA", born="1980-05-06", a_number="A027415936")
    assert found.verdict is MatchVerdict.AMBIGUOUS
    assert "the A-number agrees but the family name differs" in found.candidates[0].conflicts


def test_a_number_of_one_and_the_name_of_another_shows_both():
    other = person("P2", "ZEPHYRINE", "OLGA", "1975-11-30")
    found = ask([ANA, other], family_name="ZEPHYRINE", given_name="OLGA", born="1975-11-30", fbi_number="123456AB7")
    assert found.verdict is MatchVerdict.AMBIGUOUS
    assert {each.person_id for each in found.candidates} == {"P1", "P2"}
    assert any("belongs to somebody else here" in line for line in said(found))


@pytest.mark.parametrize(
    ("born", "words"),
    [
        ("1980-06-05", "day and month of the birth date are the other way round"),
        ("1980-05-07", "the birth date differs in one digit"),
        ("1979-05-06", "the birth date differs by one year"),
        ("1981-05-06", "the birth date differs by one year"),
    ],
)
@pytest.mark.parametrize("number", ["", "A027415936"])
def test_a_birth_date_however_near_is_a_conflict_and_never_one(born, words, number):
    found = ask([ANA], family_name="QUILLFEATHER", given_name="ANA", born=born, a_number=number)
    assert found.verdict is MatchVerdict.AMBIGUOUS
    assert words in found.candidates[0].conflicts[0]


def test_only_people_in_custody_are_candidates():
    gone = person("P1", "QUILLFEATHER", "ANA", "1980-05-06", released_at=RELEASED)
    asked = {"family_name": "QUILLFEATHER", "given_name": "ANA", "born": "1980-05-06"}
    assert ask([gone], **asked).verdict is MatchVerdict.NONE
    assert ask([gone], as_of=date(2025, 1, 4), **asked).verdict is MatchVerdict.ONE


def test_a_humans_never_these_two_is_obeyed():
    asked = {"family_name": "QUILLFEATHER", "given_name": "ANA", "born": "1980-05-06", "a_number": "A027415936"}
    assert ask([ANA], never=frozenset({"P1"}), **asked).verdict is MatchVerdict.NONE


def test_twins_are_told_apart_by_the_given_name_and_not_by_an_initial():
    twins = [person("P1", "QUILLFEATHER", "JOSE", "1980-05-06"), person("P2", "QUILLFEATHER", "JOSUE", "1980-05-06")]
    assert [
        each.person_id
        for each in ask(twins, family_name="QUILLFEATHER", given_name="JOSUE", born="1980-05-06").candidates
    ] == ["P2"]
    found = ask(twins, family_name="QUILLFEATHER", given_name="J", born="1980-05-06")
    assert (found.verdict, len(found.candidates)) == (MatchVerdict.AMBIGUOUS, 2)


def test_the_twin_who_is_not_here_is_not_taken_for_the_one_who_is():
    here = person("P1", "QUILLFEATHER", "JOSE", "1980-05-06")
    for given in ("JOSUE", "J", "MARTIN"):
        assert verdict(here, family_name="QUILLFEATHER", given_name=given, born="1980-05-06") != "one"


def test_father_and_son_without_a_birth_date_are_both_shown():
    family = [
        person("P1", "QUILLFEATHER", "AMOS", "1950-05-06", suffix="SR"),
        person("P2", "QUILLFEATHER", "AMOS", "1980-07-08", suffix="JR"),
    ]
    found = ask(family, family_name="QUILLFEATHER", given_name="AMOS")
    assert (found.verdict, {each.person_id for each in found.candidates}) == (MatchVerdict.AMBIGUOUS, {"P1", "P2"})
    father = ask(family, family_name="QUILLFEATHER", given_name="AMOS", suffix="Sr.", born="1980-07-08")
    assert father.verdict is MatchVerdict.AMBIGUOUS
    assert any("generation" in line for line in said(father))


def test_a_father_alone_on_the_roster_is_not_his_son():
    father = person("P1", "QUILLFEATHER", "AMOS", "1950-05-06")
    assert verdict(father, family_name="QUILLFEATHER", given_name="AMOS", suffix="JR") != "one"
    assert verdict(father, family_name="QUILLFEATHER", given_name="AMOS", suffix="JR", born="1980-07-08") != "one"


def test_two_who_share_name_and_birth_date_are_both_shown():
    both = [person("P1", "QUILLFEATHER", "ANA", "1980-05-06"), person("P2", "QUILLFEATHER", "ANA", "1980-05-06")]
    found = ask(both, family_name="QUILLFEATHER", given_name="ANA", born="1980-05-06")
    assert (found.verdict, len(found.candidates)) == (MatchVerdict.AMBIGUOUS, 2)


def test_one_human_under_two_person_numbers_is_shown_twice_even_where_the_paper_has_no_date():
    both = [ANA, person("P2", "QUILLFEATHER", "ANA", "1980-05-06")]
    found = ask(both, family_name="QUILLFEATHER", given_name="ANA", a_number="A027415936")
    assert (found.verdict, {each.person_id for each in found.candidates}) == (MatchVerdict.AMBIGUOUS, {"P1", "P2"})


def test_a_number_parts_two_of_one_name_and_date_where_each_has_an_fbi_number_of_its_own():
    other = person("P2", "QUILLFEATHER", "ANA", "1980-05-06", fbi_number="765432CD1", sex="F")
    asked = {"family_name": "QUILLFEATHER", "given_name": "ANA", "born": "1980-05-06"}
    assert ask([ANA, other], **asked).verdict is MatchVerdict.AMBIGUOUS
    found = ask([ANA, other], a_number="A027415936", **asked)
    assert [each.person_id for each in found.candidates] == ["P1"]


def test_the_middle_name_parts_two_of_one_name_and_date():
    both = [
        person("P1", "QUILLFEATHER", "ANA", "1980-05-06", middle_name="LUCRETIA"),
        person("P2", "QUILLFEATHER", "ANA", "1980-05-06", middle_name="BRUNHILDE"),
    ]
    asked = {"family_name": "QUILLFEATHER", "given_name": "ANA", "born": "1980-05-06"}
    assert [each.person_id for each in ask(both, middle_name="BRUNHILDE", **asked).candidates] == ["P2"]
    assert len(ask(both, **asked).candidates) == 2


def test_a_record_under_half_of_the_name_keeps_it_open():
    both = [
        person("P1", "QUILLFEATHER OSGOOD", "ANA", "1980-05-06"),
        person("P2", "OSGOOD", "ANA", "1980-05-06"),
    ]
    found = ask(both, family_name="QUILLFEATHER", given_name="ANA", born="1980-05-06")
    assert (found.verdict, len(found.candidates)) == (MatchVerdict.AMBIGUOUS, 2)


@pytest.mark.parametrize("number", ["", "A027415936"])
def test_another_sex_on_record_is_told_where_the_given_name_and_the_birth_date_are_the_same(number):
    asked = {"family_name": "QUILLFETHER", "born": "1980-05-06", "sex": "M", "a_number": number}
    found = ask([ANA], given_name="ANA", **asked)
    assert (found.verdict, found.candidates[0].conflicts) == (MatchVerdict.ONE, ())
    assert "the sex is recorded otherwise, all else agrees" in found.candidates[0].reasons


def test_another_sex_on_record_is_held_against_a_given_name_written_otherwise_an_alias_and_half_a_name():
    asked = {"family_name": "QUILLFEATHER", "born": "1980-05-06", "sex": "M"}
    held = person("P1", "QUILLFEATHER", "JOSEFA MARIA", "1980-05-06", sex="F", aliases=("QUILLFEATHER, ANTONIA",))
    for given in ("JOSEFAX MARIA", "JOSEFA", "ANTONIA"):
        found = ask([held], given_name=given, **asked)
        assert found.verdict is MatchVerdict.AMBIGUOUS, given
        assert "the sex on record differs" in found.candidates[0].conflicts, given


def test_another_family_name_is_a_conflict_though_number_given_name_and_birth_date_agree():
    asked = {"family_name": "HOLLOWAY", "given_name": "ANA", "born": "1980-05-06"}
    found = ask([ANA], a_number="A027415936", **asked)
    assert found.verdict is MatchVerdict.AMBIGUOUS
    assert found.candidates[0].conflicts == ("the A-number agrees but the family name differs",)


@pytest.mark.parametrize(
    "asked",
    [
        {"given_name": "ANA", "born": "1980-05-06"},
        {"given_name": "ANA", "born": "", "a_number": "A027415936"},
        {"given_name": "ANA", "born": "1980-05-07", "a_number": "A027415936"},
        {"given_name": "A", "born": "1980-05-06", "a_number": "A027415936"},
        {"given_name": "ANNA", "born": "1980-05-06", "a_number": "A027415936"},
        {"given_name": "ZELDA", "born": "1980-05-06", "a_number": "A027415936"},
    ],
)
def test_another_family_name_is_a_conflict_where_less_agrees(asked):
    assert verdict(ANA, family_name="HOLLOWAY", **asked) != "one"


def test_a_twins_number_beside_the_other_twins_name_is_a_conflict():
    twin = {"family_name": "QUILLFEATHER", "given_name": "RENATA", "born": "1980-05-06"}
    assert verdict(ANA, a_number="A027415936", fbi_number="123456AB7", **twin) == "ambiguous"


def test_another_middle_name_is_a_conflict_whatever_number_agrees():
    held = person("P1", "QUILLFEATHER", "ANA", "1980-05-06", middle_name="LUCRETIA", fbi_number="123456AB7")
    asked = {"family_name": "QUILLFEATHER", "given_name": "ANA", "middle_name": "BRUNHILDE", "born": "1980-05-06"}
    assert verdict(held, fbi_number="123456AB7", **asked) == "ambiguous"
    assert verdict(held, **asked) == "ambiguous"


def test_a_namesake_without_a_birth_date_on_record_keeps_it_open():
    both = [person("P1", "QUILLFEATHER", "ANA", "1980-05-06"), person("P2", "QUILLFEATHER", "ANA")]
    assert ask(both, family_name="QUILLFEATHER", given_name="ANA", born="1980-05-06").verdict is MatchVerdict.AMBIGUOUS


def test_a_name_alone_and_a_number_alone_are_never_one():
    assert verdict(ANA, family_name="QUILLFEATHER", given_name="ANA") == "ambiguous"
    assert verdict(ANA, family_name="QUILLFEATHER") == "ambiguous"
    assert verdict(ANA, fbi_number="123456AB7") == "ambiguous"
    assert verdict(ANA, fbi_number="123456AB7", born="1980-05-06") == "one"


@pytest.mark.parametrize("number", ["000000000", "A000000000", "N/A", "UNKNOWN", "999999999", "-"])
def test_a_placeholder_is_no_number(number):
    thin = person("P1", "QUILLFEATHER", "ANA", "1980-05-06", a_number=number)
    assert verdict(thin, family_name="CROWTHER", given_name="OTTO", a_number=number) == "none"


def test_a_field_that_could_not_be_read_keeps_a_query_from_being_one():
    query = Query(family_name="QUILLFEATHER", given_name="ANA", a_number="A027415936", unreadable=("date_of_birth",))
    found = Index.build([ANA]).match(query)
    assert found.verdict is MatchVerdict.AMBIGUOUS
    assert "the date of birth on the paper cannot be read" in found.candidates[0].conflicts


def test_nobody_is_nobody():
    assert verdict(ANA, family_name="VANTERPOOL", given_name="XERXES", born="1966-06-06") == "none"
    assert Index.build([]).match(Query(family_name="X", given_name="Y")).verdict is MatchVerdict.NONE
    assert Index.build(strangers()).match(Query()).verdict is MatchVerdict.NONE


def test_no_reason_and_no_conflict_repeats_a_value_of_the_paper_or_the_record():
    found = ask([ANA], family_name="QUILLFEATHER", given_name="ANNA", born="1980-06-05", a_number="A027415936")
    words = " ".join(said(found)).upper()
    assert not any(value in words for value in ("QUILLFEATHER", "ANNA", "1980", "27415936"))


TWO_SURNAMES = [
    ("GARCIA", "GARZA"),
    ("TRAN", "TRINH"),
    ("ZHANG", "ZHENG"),
    ("DIAZ", "DIEZ"),
    ("HERNANDEZ", "FERNANDEZ"),
    ("JUAREZ", "SUAREZ"),
    ("JOHNSON", "JOHNSTON"),
]


@pytest.mark.parametrize("middle", ["", "ALBERTO"])
@pytest.mark.parametrize(("held", "asked"), TWO_SURNAMES)
def test_two_surnames_in_use_are_two_persons_on_name_and_birth_date_alone_and_are_shown(held, asked, middle):
    roster = [person("P1", held, "JUAN", "1995-12-12", middle_name=middle or None)]
    for name in (f"JUAN {middle} {asked}", f"{asked}, JUAN {middle}"):
        found = ask(roster, full_name=name, born="1995-12-12")
        assert found.verdict is MatchVerdict.AMBIGUOUS, name
        assert "the family names are alike, and both are names in use" in found.candidates[0].conflicts, name


def test_two_surnames_in_use_are_one_where_a_number_says_so():
    roster = [person("P1", "GARCIA", "JUAN", "1995-12-12", fbi_number="123456AB7")]
    assert ask(roster, full_name="JUAN GARZA", born="1995-12-12", fbi_number="123456AB7").verdict is MatchVerdict.ONE


@pytest.mark.parametrize("asked", ["DIAS", "DÍAZ", "Diaz"])
def test_a_plain_spelling_of_a_surname_stays_one(asked):
    roster = [person("P1", "DIAZ", "CARLOS", "1996-09-09", middle_name="ALBERTO")]
    assert ask(roster, full_name=f"Carlos {asked}", born="1996-09-09").verdict is MatchVerdict.ONE


def test_one_of_two_surnames_that_is_another_in_use_keeps_it_open():
    roster = [person("P1", "GARCIA LOPEZ", "JUAN", "1995-12-12")]
    for name in ("GARZA LOPEZ, JUAN", "GARZA, JUAN", "Juan P. Garza"):
        assert ask(roster, full_name=name, born="1995-12-12").verdict is MatchVerdict.AMBIGUOUS, name


def test_a_surname_that_is_another_is_never_said_to_agree_by_a_middle_name():
    roster = [person("P6", "WILLIAMS", "ROBERT", "1968-05-05", middle_name="EARL", suffix="Jr")]
    first = ask(roster, full_name="Robert Earl Smithson", born="1968-05-05").candidates[0]
    assert not [reason for reason in first.reasons if "family name" in reason]
    assert "the family name differs" in first.conflicts


@pytest.mark.parametrize(
    ("born", "words"),
    [
        ("1981-06-17", "the birth date differs in the month, the day and the year"),
        ("1978-05-19", "the birth date differs in the day and the year"),
        ("1980-09-06", "the birth date differs in one digit"),
        ("1980-11-06", "the birth date differs in the month"),
        ("1992-05-06", "the birth date differs by twelve years"),
    ],
)
def test_a_difference_of_birth_dates_is_said_by_its_parts_never_as_a_rounded_figure(born, words):
    found = ask([ANA], family_name="QUILLFEATHER", given_name="ANA", born=born, a_number="A027415936")
    assert words in found.candidates[0].conflicts[0]
