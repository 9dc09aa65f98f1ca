"""Small words before a family name, in a name that nothing parts: the family's where the record has them, and no way around a conflict."""

import pytest

from tests.matching.people import ask, person, strangers

BORN = "1987-03-11"


def verdict(held, full_name):
    family, given, middle = held
    people = [person("P1", family, given, BORN, middle_name=middle), *strangers()]
    return ask(people, full_name=full_name, born=BORN).verdict.value


@pytest.mark.parametrize(
    ("held", "full_name"),
    [
        (("AL-HADDAD", "KARIM", "YOUSEF"), "Karim Al Haddad"),
        (("DEL VALLE", "MARISOL", "DEL PILAR"), "Marisol Del Valle"),
        (("ST. CLAIR", "JEROME", "ANTOINE"), "Jerome St. Clair"),
        (("EL-MASRI", "HANAA", "MAHMOUD"), "Hanaa El Masri"),
        (("DE LA FUENTE", "ROCIO", "AMPARO"), "Rocio De La Fuente"),
        (("DELA FUENTE", "ROCIO", "AMPARO"), "Rocio De La Fuente"),
        (("DE LA FUENTE", "ROCIO", "AMPARO"), "Rocio Dela Fuente"),
        (("VAN DER HOEVEN", "PIETER", "WILLEM"), "Pieter van der Hoeven"),
        (("BIN SALEH", "OMAR", "FAISAL"), "Omar Bin Saleh"),
        (("ABU ZAID", "TAREK", "NABIL"), "Tarek Abu Zaid"),
        (("DA SILVA", "RUI", "MANUEL"), "Rui da Silva"),
    ],
)
def test_without_a_middle_name_on_the_paper_the_small_words_are_the_familys(held, full_name):
    family, given, _ = held
    assert verdict(held, f"{family}, {given}") == "one"
    assert verdict(held, full_name) == "one"


@pytest.mark.parametrize(
    ("held", "full_name"),
    [
        (("DEL VALLE", "MARISOL", "DEL PILAR"), "Marisol del Rosario Del Valle"),
        (("DEL VALLE", "MARISOL", "DEL PILAR"), "Marisol Del Rio"),
        (("AL-HADDAD", "KARIM", "YOUSEF"), "Karim Nabil Al Haddad"),
        (("AL-HADDAD", "KARIM", "YOUSEF"), "Karim Al Yousef"),
        (("BIN SALEH", "OMAR", "FAISAL"), "Omar Bin Khalid"),
        (("VAN DER HOEVEN", "PIETER", "WILLEM"), "Pieter Jan van der Hoeven"),
        (("DE LA FUENTE", "ROCIO", "AMPARO"), "Rocio de la Luz De La Fuente"),
        (("ST. CLAIR", "JEROME", "ANTOINE"), "Jerome Marcus St. Clair"),
        (("HOANG", "LE", "THI"), "Le Van Hoang"),
        (("AL-MASRI", "MOHAMMAD", "HASSAN FAISAL"), "Muhammad Al Masri"),
    ],
)
def test_another_name_stays_another_name_beside_a_shared_small_word(held, full_name):
    assert verdict(held, full_name) != "one"
