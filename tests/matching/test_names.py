import pytest

from habeas.matching.names import PARTICLES, parts, readings, tokens
from habeas.matching.similarity import Likeness, likeness
from tests.matching.people import SYLLABLES, ask, person, town


def one(held, **asked):
    found = ask([held], born="1980-05-06", **asked)
    return found.verdict.value == "one" and found.candidates[0].person_id == "P1"


def on_roster(family, given, **more):
    return person("P1", family, given, "1980-05-06", **more)


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        (("NÚÑEZ", "JOSÉ"), ("NUNEZ", "JOSE")),
        (("NU\u0301N\u0303EZ", "JOSE\u0301"), ("NÚÑEZ", "JOSÉ")),
        (("O'MALLEY", "SEAN"), ("OMALLEY", "SEAN")),
        (("QUILL\u200bFEATHER", "AMOS"), ("QUILLFEATHER", "AMOS")),
        (("\u202eQUILLFEATHER\u202c", "AMOS"), ("QUILLFEATHER", "AMOS")),
        (("QU\u0406LLFEATHER", "\u0410MOS"), ("QUILLFEATHER", "AMOS")),
        (("QU1LLFEATHER", "AM0S"), ("QUILLFEATHER", "AMOS")),
        (("MARQUEZ PIZARRO", "RENATA"), ("MARQUEZ", "RENATA")),
        (("MARQUEZ", "RENATA"), ("MARQUEZ-PIZARRO", "RENATA")),
        (("DE LA TORRE", "RENATA"), ("DELATORRE", "RENATA")),
        (("AL-MASRI", "BASSAM"), ("ALMASRI", "BASSAM")),
        (("HWANGBO", "JIN HWAN"), ("HWANGBO", "JIN-HWAN")),
        (("HWANGBO", "JIN HWAN"), ("HWANGBO", "JINHWAN")),
        (("HWANGBO", "JIN HWAN"), ("JIN HWAN", "HWANGBO")),
        (("QUILLFEATHER", "WILLIAM"), ("QUILLFEATHER", "BILL")),
        (("QUILLFEATHER", "MOHAMMED"), ("QUILLFEATHER", "MUHAMMAD")),
        (("QUILLFEATHER", "AMOS"), ("QUILFEATHER", "AMOS")),
    ],
)
def test_one_person_written_two_ways_is_one(held, asked):
    assert one(on_roster(*held), family_name=asked[0], given_name=asked[1])
    assert one(on_roster(*asked), family_name=held[0], given_name=held[1])


def test_a_name_in_one_box_is_read_with_and_without_a_comma():
    held = on_roster("MARQUEZ PIZARRO", "RENATA", middle_name="LUZ")
    for text in ("MARQUEZ PIZARRO, RENATA LUZ", "Renata Luz Marquez Pizarro", "RENATA MARQUEZ PIZARRO"):
        assert one(held, full_name=text), text
    assert readings("QUILLFEATHER, AMOS B JR")[0].suffix == "JR"


def test_an_alias_of_either_side_is_a_name():
    held = on_roster("QUILLFEATHER", "AMOS", aliases=("ZEPHYRINE, OTIS",))
    assert one(held, family_name="ZEPHYRINE", given_name="OTIS")
    found = ask(
        [on_roster("QUILLFEATHER", "AMOS")],
        family_name="X",
        given_name="Y",
        aliases="QUILLFEATHER, AMOS",
        born="1980-05-06",
    )
    assert "by a name the person also goes by" in found.candidates[0].reasons


def test_a_name_of_one_word_is_found_and_is_never_one_without_a_number():
    held = person("P1", "SUHARTO", "", "1980-05-06", fbi_number="123456AB7")
    found = ask([held], family_name="SUHARTO", born="1980-05-06")
    assert (found.verdict.value, found.candidates[0].person_id) == ("ambiguous", "P1")


def test_a_name_of_two_hundred_letters_and_one_of_nothing_are_answered():
    long = "Q" * 200
    assert one(on_roster(long, "AMOS"), family_name=long, given_name="AMOS")
    found = ask([on_roster("", "")], family_name="\u200b\u202e", given_name="...", born="1980-05-06")
    assert found.verdict.value != "one"
    assert len(tokens("A B " * 500)) <= 12


def test_names_in_another_script_are_compared_as_written():
    assert one(on_roster("ЩЕРБАКОВ", "ЮРИЙ"), family_name="Щербаков", given_name="Юрий")
    assert not one(on_roster("ЩЕРБАКОВ", "ЮРИЙ"), family_name="Щербинин", given_name="Юрий")
    assert one(on_roster("欧阳", "建国"), family_name="欧阳", given_name="建国")


def test_either_of_two_surnames_is_the_persons_where_date_and_given_name_are_the_same():
    held = on_roster("MARQUEZ PIZARRO", "RENATA")
    assert one(held, family_name="MARQUEZ", given_name="RENATA")
    assert one(held, family_name="PIZARRO", given_name="RENATA")
    assert not one(held, family_name="PIZARRO", given_name="RENATTA")
    assert not one(held, family_name="PIZARRO", given_name="R")


def test_another_second_given_name_in_the_middle_box_is_a_conflict():
    assert not one(on_roster("ZHANG", "XIU LI"), family_name="ZHANG", given_name="XIU", middle_name="FANG")
    assert one(on_roster("ZHANG", "XIU LI"), family_name="ZHANG", given_name="XIU", middle_name="LI")


def test_half_of_a_double_given_name_and_a_slip_in_the_surname_go_to_a_person():
    assert not one(on_roster("QUILLFEATHER", "XIU LI"), family_name="QUILFEATHER", given_name="XIU")
    assert one(on_roster("QUILLFEATHER", "XIU LI"), family_name="QUILFEATHER", given_name="XIU LI")


def test_a_given_name_that_only_sounds_alike_goes_to_a_person():
    assert not one(on_roster("QUILLFEATHER", "ANTHONY"), family_name="QUILLFEATHER", given_name="ANTIONE")


def test_a_generation_is_found_at_the_end_of_any_box():
    assert parts("SMITH JR", "JOHN", "", "").suffix == "JR"
    assert parts("SMITH", "JOHN III", "", "").given == ("JOHN",)
    assert parts("SMITH", "JOHN", "", "2nd").suffix == "II"


def test_another_second_surname_and_another_middle_name_are_conflicts():
    held = on_roster("MARQUEZ PIZARRO", "RENATA", middle_name="LUZ")
    assert not one(held, family_name="MARQUEZ OLVERA", given_name="RENATA")
    assert not one(held, family_name="MARQUEZ PIZARRO", given_name="RENATA", middle_name="BELINDA")


def in_town(*held, **asked):
    return ask([*town(), *held], born="1980-05-06", **asked).verdict.value


def test_the_second_surname_and_a_letter_wrong_in_the_given_name_are_one_where_the_roster_is_long_enough_to_know():
    held = on_roster("MARQUEZ PIZARRO", "RENATA")
    assert in_town(held, family_name="PIZARRO", given_name="RENATTA") == "one"
    assert in_town(held, family_name="PIZARRO", given_name="RENATTTAX") == "ambiguous"
    assert in_town(held, family_name="PIZARRO", given_name="REGINA") == "ambiguous"
    josue = on_roster("MARQUEZ PIZARRO", "JOSUE")
    assert in_town(josue, family_name="PIZARRO", given_name="JOSE") == "ambiguous"


@pytest.mark.parametrize(("held", "asked"), [("JASPXER", "JASPER"), ("JASPER", "JASPXER")])
def test_a_letter_wrong_counts_alike_on_the_paper_and_on_record(held, asked):
    jaspers = [person(f"M{at}", "GULTALSTED", "JASPER", f"19{60 + at}-02-03") for at in range(30)]
    assert in_town(*jaspers, on_roster("QUILLFEATHER", held), family_name="QUILLFEATHER", given_name=asked) == "one"


def test_a_surname_of_the_paper_that_stands_nowhere_on_record_speaks_against_it():
    golds = [person(f"M{at}", "GOLD", f"{SYLLABLES[at % 15]}KA", f"19{at + 20}-02-03") for at in range(60)]
    golds += [person(f"N{at}", "GULTALSTED", "BASTIAN", f"19{at + 20}-02-04") for at in range(60)]
    golds.append(on_roster("GOLD", "BASTIAN"))
    asked = {"given_name": "BASTIAN", "middle_name": "GOLD"}
    assert in_town(*golds, family_name="DHILLON", **asked) == "ambiguous"
    assert in_town(*golds, family_name="GOLD", given_name="BASTIAN") == "one"


def test_an_initial_is_one_only_beside_the_same_family_name_and_a_middle_name_that_few_bear():
    usual = [person(f"M{at}", "GULTALSTED", "JASPER", f"19{at + 20}-02-03") for at in range(60)]
    asked = {"family_name": "QUILLFEATHER", "given_name": "R"}
    held = on_roster("QUILLFEATHER", "RENATA", middle_name="LUCRETIA")
    assert in_town(held, middle_name="LUCRETIA", **asked) == "one"
    assert in_town(held, **asked) == "ambiguous"
    assert in_town(held, middle_name="L", **asked) == "ambiguous"
    assert in_town(held, family_name="QUILFEATHER", given_name="R", middle_name="LUCRETIA") == "ambiguous"
    common = on_roster("QUILLFEATHER", "RENATA", middle_name="JASPER")
    assert in_town(*usual, common, middle_name="JASPER", **asked) == "ambiguous"


def test_twins_who_share_initial_and_middle_name_are_both_shown():
    twins = [on_roster("QUILLFEATHER", "RENATA", middle_name="LUCRETIA")]
    twins.append(person("P2", "QUILLFEATHER", "ROSWITHA", "1980-05-06", middle_name="LUCRETIA"))
    assert in_town(*twins, family_name="QUILLFEATHER", given_name="R", middle_name="LUCRETIA") == "ambiguous"


@pytest.mark.parametrize(
    "text",
    ["Mr. Amos B. Quillfeather", "Dr Amos Quillfeather", "QUILLFEATHER, MR. AMOS", "Prof. Dr. Amos Quillfeather"],
)
def test_a_title_is_no_given_name(text):
    assert one(on_roster("QUILLFEATHER", "AMOS", middle_name="B"), full_name=text)


def test_a_title_that_is_a_name_is_one_still():
    assert one(on_roster("QUILLFEATHER", "MISS"), full_name="Miss Quillfeather")
    assert one(on_roster("QUILLFEATHER", "PRESIDENT", middle_name="OTIS"), full_name="President Otis Quillfeather")
    assert readings("Doctor")[0].family == ("DOCTOR",)


def test_two_names_in_one_word_are_two_where_a_capital_parts_them():
    assert one(on_roster("QUILLFEATHER", "AMOS"), full_name="AmosQuillfeather")
    for whole in ("McQuillfeather", "AMOSQUILLFEATHER", "Quillfeather", "LaToyaQuill"):
        assert not any(each.given and each.family for each in readings(whole)), whole


@pytest.mark.parametrize("text", ["FNU QUILLFEATHER", "LNU AMOS", "FNU LNU", "AMOS, FNU"])
def test_a_word_for_no_name_known_agrees_with_no_name(text):
    for family, given in (("QUILLFEATHER", "FNU"), ("LNU", "AMOS"), ("LNU", "FNU"), ("FNU", "AMOS")):
        assert not one(on_roster(family, given), full_name=text), (family, given)
    assert one(on_roster("QUILLFEATHER", "AMOS", middle_name="NMN"), full_name="AMOS OTIS QUILLFEATHER")


@pytest.mark.parametrize("small", sorted(PARTICLES))
def test_a_small_word_that_the_record_lacks_may_be_another_middle_name(small):
    held = on_roster("SMITHERS", "JOHN", middle_name="STEVE")
    for text in (f"JOHN {small} SMITHERS", f"SMITHERS, JOHN {small}", f"JOHN SMITHERS {small}"):
        assert not one(held, full_name=text), text
    for family, middle in (("SMITHERS", None), (f"{small} SMITHERS", None), (f"{small} SMITHERS", "STEVE")):
        assert one(on_roster(family, "JOHN", middle_name=middle), full_name=f"JOHN {small} SMITHERS"), (family, middle)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ALEKSANDR", "OLEKSANDR"), ("SERGEI", "SERHII"), ("VLADIMIR", "VOLODYMYR"), ("DMITRI", "DMYTRO"), ("YEVGENIY", "YEVHEN"),
        ("MIKHAIL", "MYKHAILO"), ("EKATERINA", "KATERYNA"), ("KULDEEP", "KULDIP"), ("QASIM", "KASSEM"),
    ],
)  # fmt: skip
def test_transliterations_of_one_given_name_are_its_spellings(one, other):
    assert likeness(one, other) is Likeness.SPELLING


@pytest.mark.parametrize(
    ("one", "other"),
    [("SERGEY", "SERGIO"), ("IVAN", "IGOR"), ("OLEG", "OLENA"), ("PAVEL", "PETRO"), ("ALEKSEY", "ALEKSANDR")],
)
def test_other_names_are_no_spellings_of_one(one, other):
    assert likeness(one, other) is not Likeness.SPELLING
