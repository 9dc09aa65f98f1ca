"""New York City's list of violent or serious crimes: felonies alone, whole sections and parts of some, and no guess elsewhere."""

from datetime import date

import pytest

from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.reading import read_statute


def listed(text, **facts):
    return classify(ChargeFacts(read_statute(text), **facts), date(2026, 1, 1))["nyc_violent_or_serious"].value


@pytest.mark.parametrize(
    ("text", "grade", "found"),
    [
        ("PL 120.05", "felony", True),
        ("PL 120.05(2)", "felony", True),
        ("PL 120.05", None, None),
        ("PL 120.00", "misdemeanor", False),
        ("PL 155.30", "felony", False),
        ("PL 265.02(3)", "felony", True),
        ("PL 265.02(1)", "felony", False),
        ("PL 265.02", "felony", None),
        ("PL 265.01-b", "felony", True),
        ("PL 135.65(2)(b)", "felony", True),
        ("PL 135.65(2)", "felony", None),
        ("N.J.S.A. 2C:15-1", "felony", None),
        ("robbery", "felony", None),
        ("robbery", "misdemeanor", False),
    ],
)
def test_a_felony_under_a_section_of_the_list_counts_and_what_was_not_read_is_asked(text, grade, found):
    assert listed(text, grade=grade) is found


def test_a_hate_crime_counts_under_any_section_where_it_is_a_felony():
    assert listed("PL 155.30", grade="felony", classes=("hate_crime",)) is True
    assert listed("PL 155.30", classes=("hate_crime",)) is None
