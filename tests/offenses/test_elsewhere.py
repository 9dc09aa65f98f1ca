"""Classes that other states' laws name: North Carolina's three lists, told apart by the day and the article."""

from datetime import date

import pytest

from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.reading import read_statute


def listed(text, name, **facts):
    return classify(ChargeFacts(read_statute(text), **facts), date(2025, 1, 1))[name].value


@pytest.mark.parametrize(
    ("text", "grade", "to_2024", "of_2024", "of_2025"),
    [
        ("G.S. 14-72", "felony", True, False, True),
        ("G.S. 14-72", "misdemeanor", False, False, False),
        ("G.S. 14-17", "felony", True, True, True),
        ("G.S. 14-33", "misdemeanor", False, None, None),
        ("G.S. 14-27.33", "misdemeanor", False, False, None),
        ("G.S. 90-95", "felony", True, True, True),
        ("G.S. 90-95", "misdemeanor", False, False, False),
        ("G.S. 20-138.1", "misdemeanor", True, False, True),
        ("G.S. 50B-4.1", "misdemeanor", False, True, True),
        ("G.S. 14-17", None, None, None, None),
        ("FTA", None, None, None, None),
    ],
)
def test_north_carolinas_list_is_the_one_of_its_time(text, grade, to_2024, of_2024, of_2025):
    got = tuple(listed(text, f"nc_162_62_{year}", grade=grade) for year in ("2010", "2024", "2025"))
    assert got == (to_2024, of_2024, of_2025)
