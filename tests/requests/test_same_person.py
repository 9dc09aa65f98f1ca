"""Two documents that came together: whether they name the same person, as each writes it."""

import pytest

from habeas.requests.same_person import names_another, numbers_apart

SAME = [
    ("VELIZ ORTEGA, Christian Rafael", "Christian R. Veliz-Ortega"),
    ("Veliz, Christian", "VELIZ ORTEGA, Christian Rafael"),
    ("Delacruz, Maria", "Maria De La Cruz"),
    ("NÚÑEZ, José", "jose nunez"),
    ("O'Brien, Sean", "OBRIEN, SEAN P"),
    ("King, Martin, Jr.", "Martin King"),
    ("", "Anybody At All"),
    ("Anybody At All", "-"),
]
OTHERS = [
    ("GILLES, Gabriela Ida", "GILES-RAMOS, Gabriel"),
    ("Gilles, Gabriela", "Giles, Gabriela"),
    ("Nguyen, Van A", "Nguyen, Thi B"),
    ("Garcia Lopez, Juan", "Garcia, Jose"),
    ("Lopez, Ana Ana", "Lopez, Ana Eva"),
]


@pytest.mark.parametrize(("mine", "theirs"), SAME)
def test_another_way_of_writing_a_name_is_the_same_name(mine, theirs):
    assert not names_another(mine, theirs)
    assert not names_another(theirs, mine)


@pytest.mark.parametrize(("mine", "theirs"), OTHERS)
def test_a_near_name_is_another_name(mine, theirs):
    assert names_another(mine, theirs)
    assert names_another(theirs, mine)


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        ("A 088 771 201", "A088-771-201", False),
        ("A88771201", "088771201", False),
        ("A1", "A2", True),
        ("", "A2", False),
    ],
)
def test_numbers_are_held_together_by_their_digits(mine, theirs, apart):
    assert numbers_apart(mine, theirs) is apart
