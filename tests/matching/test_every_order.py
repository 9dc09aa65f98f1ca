"""A word that neither name explains speaks against it, in whatever order the paper writes the name."""

from datetime import date, datetime
from itertools import permutations

import pytest

from habeas.matching import Index, Query
from habeas.matching.words import ALSO, TOO_LITTLE
from habeas.roster.records import Booking, Person
from tests.matching.people import ask, person, said, town

BORN = "1980-05-06"


def held(family, given, middle="", **more):
    return person("P1", family, given, BORN, middle_name=middle or None, **more)


def found(record, *others, **asked):
    return ask([record, *others], born=BORN, **asked)


def is_one(record, *others, **asked):
    match = found(record, *others, **asked)
    return match.verdict.value == "one" and match.candidates[0].person_id == "P1"


@pytest.mark.parametrize("order", [" ".join(each) for each in permutations(("Jasper", "Robert", "Quillfeather"))])
def test_another_middle_name_is_a_conflict_in_every_order_of_words(order):
    match = found(held("QUILLFEATHER", "JASPER", "MICHAEL"), full_name=order)
    assert match.verdict.value == "ambiguous"
    assert match.candidates[0].conflicts, said(match)


@pytest.mark.parametrize(
    ("record", "paper"),
    [
        (("QUILLFEATHER", "JASPER", "MICHAEL"), "Quillfeather, Jasper Robert"),
        (("QUILLFEATHER", "JASPER MICHAEL", ""), "Jasper Robert Quillfeather"),
        (("QUILLFEATHER", "JASPER", "MICHAEL ANTON"), "Jasper Robert Anton Quillfeather"),
        (("QUILLFEATHER", "JASPER", "OSMAN ABDI"), "Jasper Abdi Abdi Quillfeather"),
        (("QUILLFEATHER", "JASPER", "VIKTOROVICH"), "Jasper Ivanevich Quillfeather"),
        (("QUILLFEATHER", "JASPER", "MICHAEL"), "Jasper R. Quillfeather"),
        (("QUILLFEATHER", "JASPER", "M"), "Jasper Robert Quillfeather"),
        (("QUILLFEATHER", "JASPER", "MICHAEL"), "Jasper Van Quillfeather"),
        (("QUILLFEATHER", "MARIA", "DEL CARMEN"), "Quillfeather, Maria del Rosario"),
        (("QUILLFEATHER", "MARIA DEL CARMEN", ""), "Maria del Rosario Quillfeather"),
        (("QUILLFEATHER", "NESSIM", "BEN ROMDHANE"), "Nessim Ben Ali Quillfeather"),
        (("QUILLFEATHER", "FAIZ", "KHAN NOORZAI"), "Faiz Khan Zadran Quillfeather"),
        (("QUILLFEATHER", "JASPER", "MARIA"), "Jasper Mario Quillfeather"),
    ],
)
def test_a_middle_name_that_differs_is_a_conflict_whatever_small_word_or_second_name_is_shared(record, paper):
    match = found(held(*record), full_name=paper)
    assert match.verdict.value == "ambiguous"
    assert match.candidates[0].conflicts, said(match)


@pytest.mark.parametrize("paper", ["Jasper Robert Quillfeather", "Quillfeather, Jasper Robert"])
def test_a_short_alias_of_the_same_name_does_not_take_a_middle_name_away(paper):
    record = held("QUILLFEATHER", "JASPER", "MICHAEL", aliases=("QUILLFEATHER, JASPER",))
    assert found(record, full_name=paper).candidates[0].conflicts
    both = held("QUILLFEATHER", "JASPER", "MICHAEL", aliases=("QUILLFEATHER, JASPER ROBERT",))
    assert is_one(both, full_name=paper)


@pytest.mark.parametrize(
    ("record", "paper"),
    [
        (("QUILLFEATHER", "JASPER", "MICHAEL"), "Jasper Michael Quillfeather"),
        (("QUILLFEATHER", "JASPER", "MICHAEL"), "Jasper Quillfeather"),
        (("QUILLFEATHER", "JASPER", "MICHAEL"), "Jasper M. Quillfeather"),
        (("QUILLFEATHER", "JASPER", ""), "Jasper Michael Quillfeather"),
        (("QUILLFEATHER", "JASPER", "MICHAEL"), "Jasper Mike Quillfeather"),
        (("QUILLFEATHER", "JASPER", "MICHAEL"), "QUILLFEATHER JASPER MICHAEL"),
        (("MARQUEZ PIZARRO", "RENATA", ""), "Renata Marquez"),
        (("MARQUEZ", "RENATA", ""), "Renata Marquez Pizarro"),
        (("MARQUEZ PIZARRO", "RENATA", "LUZ"), "Renata Luz Marquez"),
        (("MARQUEZ", "RENATA", "LUZ"), "Renata Luz Marquez Pizarro"),
        (("DE LA TORRE", "RENATA", "LUZ"), "Renata Luz Delatorre"),
        (("HWANGBO", "JIN HWAN", ""), "Jinhwan Hwangbo"),
        (("QUILLFEATHER", "MARIA CRISTINA", ""), "Ma Cristina Quillfeather"),
        (("QUILLFEATHER", "ABDUL RAHMAN", ""), "Abdulrahman Quillfeather"),
        (("QUILLFEATHER", "VIRGILIO JOSE", "DE LA CRUZ"), "Virgilio Jose D Quillfeather"),
        (("DELOS SANTOS", "MARIA CORAZON", "EVANGELISTA"), "Ma. Corazon E. delos Santos"),
        (("AL-QAHTANI", "ABDULRAHMAN", "YOUSEF"), "Abdul Rahman Al Qahtani"),
        (("EL-SHARKAWY", "MAHMOUD", ""), "Mahmood Elsharkawi"),
        (("DHALIWAL", "KULWINDER", "KAUR"), "Kulvinder Kaur Dhaliwal"),
    ],
)
def test_what_one_side_leaves_out_or_writes_otherwise_is_no_conflict(record, paper):
    assert is_one(held(*record), full_name=paper)


def test_a_second_surname_here_and_a_second_given_name_there_are_one_where_it_is_surely_a_surname():
    kin = [person(f"M{at}", "PIZARRO", f"NOBODY{at}", f"19{60 + at}-02-03") for at in range(9)]
    record = held("MARQUEZ", "RENATA", "LUZ")
    assert is_one(record, *town(), *kin, full_name="Renata Marquez Pizarro")
    assert not is_one(record, *town(), full_name="Renata Marquez Roberta")
    assert not is_one(record, *town(), *kin, full_name="Renata Pizarro Marquez")


def test_a_surname_in_the_middle_box_leaves_the_other_surname_second_and_not_unexplained():
    kin = [person(f"M{at}", "PIZARRO", f"NOBODY{at}", f"19{60 + at}-02-03") for at in range(9)]
    record = held("MARQUEZ", "RENATA", "PIZARRO")
    assert is_one(record, *town(), *kin, family_name="PIZARRO", given_name="RENATA LUZ")
    stranger = held("MARQUEZ", "RENATA", "MICHAELA")
    assert not is_one(stranger, *town(), *kin, family_name="MICHAELA", given_name="RENATA LUZ")


@pytest.mark.parametrize(
    ("record", "paper"),
    [("LINDEMANN", "LIND"), ("CASTRO", "CASTILLO"), ("GUERRA", "GUERRERO"), ("PEZESHKIAN", "PEZESHFAR"), ("MARGOSHVILI", "MAROGHASHVILI")],
)  # fmt: skip
def test_surnames_two_letters_apart_are_two_surnames_until_a_number_says_otherwise(record, paper):
    match = found(held(record, "JASPER"), *town(), full_name=f"Jasper {paper}")
    assert match.verdict.value == "ambiguous"


def test_a_surname_written_together_with_a_second_is_known_by_the_second():
    assert is_one(held("MARQUEZ", "RENATA"), *town(), full_name="Renata Marquezkirlomsted")
    assert not is_one(held("MARQUEZ", "RENATA"), *town(), full_name="Renata Marquezxirloxsted")


def test_father_and_sons_names_in_each_others_place_go_to_a_person():
    assert not is_one(held("QUILLFEATHER", "OMAR", "BIN JASPER"), full_name="Jasper bin Omar Quillfeather")


def test_a_generation_after_a_comma_is_no_given_name():
    assert is_one(held("QUILLFEATHER", "JASPER", suffix="JR"), full_name="Jasper Quillfeather, Jr.")


@pytest.mark.parametrize(
    ("family", "given"),
    [("QUILLFEATHER, JASPER", ""), ("QUILLFEATHER JASPER", ""), ("QUILLFEATHER, JASPER MICHAEL", "")],
)
@pytest.mark.parametrize("born", ["", BORN])
def test_a_whole_name_in_the_family_box_is_read_and_never_nobody(family, given, born):
    record = person("P1", family, given, born)
    for asked in ({"full_name": "Jasper Quillfeather"}, {"family_name": "QUILLFEATHER", "given_name": "JASPER"}):
        match = ask([*town(), record], born=BORN, **asked)
        assert match.verdict.value == ("one" if born else "ambiguous")
        assert match.candidates[0].person_id == "P1"


def test_a_record_without_a_birth_date_or_with_one_that_cannot_be_is_never_nobody():
    names = [person(f"M{at}", "GULTALSTED", "BASTIAN", f"19{at + 20}-02-04") for at in range(60)]
    booked = Booking("B1", booked_at=datetime(2025, 7, 1, 8))  # noqa: DTZ001 - any zone
    for born in (None, date(2051, 11, 20)):
        record = Person("P1", "GULTALSTED", "BASTIAN", date_of_birth=born, bookings=(booked,))
        match = Index.build([*town(), *names, record]).match(
            Query(full_name="Bastian Gultalsted", date_of_birth=date(1951, 11, 20))
        )
        assert match.verdict.value == "ambiguous"
        assert "P1" in {each.person_id for each in match.candidates}


def test_the_family_name_and_the_birth_date_alone_are_never_nobody():
    names = [person(f"M{at}", "GULTALSTED", f"NOBODY{at}", f"19{at % 70 + 20}-02-04") for at in range(600)]
    match = ask(
        [*town(), *names, person("P1", "GULTALSTED", "BASTIAN", BORN)], full_name="Xerxes Gultalsted", born=BORN
    )
    assert "P1" in {each.person_id for each in match.candidates}


@pytest.mark.parametrize(("record", "paper"), [("NG", "Wu"), ("NG", "Huang"), ("LAM", "Lin"), ("LEE", "Yi")])
def test_two_spellings_with_few_letters_in_common_may_be_two_surnames_and_are_asked_about(record, paper):
    match = found(held(record, "WEN"), *town(), full_name=f"Wen {paper}")
    assert match.verdict.value == "ambiguous"
    assert "few letters of the family names are the same: they may be two" in match.candidates[0].reasons
    assert is_one(held(record, "WEN", "QUILLFEATHER"), *town(), full_name=f"Wen Quillfeather {paper}")


def test_an_initial_that_is_another_middle_names_is_a_conflict_still():
    assert (
        found(held("DELOS SANTOS", "MARIA", "EVANGELISTA"), full_name="Maria R. delos Santos").candidates[0].conflicts
    )


def test_why_nobody_is_called_the_one_is_said_where_nothing_disagrees():
    match = found(held("QUILLFEATHER", "JASPER"), full_name="J Quillfeather")
    assert match.candidates[0].conflicts == ()
    assert match.candidates[0].reasons[-1] == TOO_LITTLE
    twin = person("P2", "QUILLFEATHER", "JASPER", BORN)
    assert (
        found(held("QUILLFEATHER", "JASPER"), twin, full_name="Jasper Quillfeather").candidates[0].reasons[-1] == ALSO
    )
