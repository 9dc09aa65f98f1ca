"""A bare number in a state that has one code for all its offenses is of that code, and of nobody's elsewhere."""

import pytest

from habeas.offenses.reading import read_statute


def sections(text, place):
    return [(each.code, each.number, *each.subdivisions) for each in read_statute(text, place=place).sections]


@pytest.mark.parametrize(
    ("place", "text", "read"),
    [
        ("us-fl", "812.014(2)(c)1", ("F.S.", "812.014", "2", "c", "1")),
        ("us-fl", "316.193 DUI", ("F.S.", "316.193")),
        ("us-wa", "46.61.502(6)", ("RCW", "46.61.502", "6")),
        ("us-ga", "16-5-23.1(f)", ("O.C.G.A.", "16-5-23.1", "f")),
        ("us-oh", "2919.25A DOMESTIC VIOLENCE", ("O.R.C.", "2919.25", "a")),
        ("us-az", "13-1204A2", ("ARS", "13-1204", "a", "2")),
        ("us-nc", "14-54(a) - Felony B&E", ("G.S.", "14-54", "a")),
    ],
)
def test_a_bare_section_at_home_is_of_the_states_code(place, text, read):
    assert sections(text, place) == [read]
    assert sections(text, None) == []


@pytest.mark.parametrize(
    ("place", "text"),
    [("us-tx", "49.04"), ("us-ca", "459"), ("us-nc", "14-54 CITY CODE"), ("us-wa", "12.04.100 SEATTLE MUNICIPAL"), ("us-az", "13-1805-2"),
     ("us-nc", "12-25-2026"), ("us-fl", "FUGITIVE 316.193"), ("us-ga", "16-8-14 ORDINANCE"), ("us-oh", "2913.02 USC")],
)  # fmt: skip
def test_a_number_that_may_be_of_another_code_is_asked_about(place, text):
    assert sections(text, place) == []
    assert read_statute(text, place=place).question


def test_several_bare_sections_are_all_read_and_asked_about():
    assert [each[1] for each in sections("14-54(a), 14-72(a)", "us-nc")] == ["14-54", "14-72"]
    assert read_statute("14-54(a), 14-72(a)", place="us-nc").question
