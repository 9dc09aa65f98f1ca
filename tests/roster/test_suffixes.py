"""A suffix that stands behind another part of a name."""

import pytest

from tests.roster.helpers import roster, said


@pytest.mark.parametrize(
    ("family", "given", "read"),
    [
        ("SINGH III", "JOHN", ("SINGH", "JOHN", "III")),
        ("SINGH, Jr.", "JOHN", ("SINGH", "JOHN", "Jr.")),
        ("SINGH", "JOHN SR", ("SINGH", "JOHN", "SR")),
        ("DE LA V", "JOHN V", ("DE LA V", "JOHN V", None)),
    ],
)
def test_a_suffix_behind_another_part_of_the_name_is_read_apart_and_said(tmp_path, family, given, read):
    data = f'person_id,booking_id,family_name,given_name,date_of_birth\nP1,B1,"{family}",{given},1980-05-06\n'
    made = roster(tmp_path, data)
    person = made.people[0]
    assert (person.family_name, person.given_name, person.suffix) == read
    assert any("read apart" in each for each in said(made)) == bool(read[2])


def test_a_suffix_of_its_own_stands_beside_another_behind_the_family_name(tmp_path):
    data = "person_id,booking_id,family_name,given_name,suffix,date_of_birth\nP1,B1,SINGH III,JOHN,JR,1980-05-06\n"
    person = roster(tmp_path, data).people[0]
    assert (person.family_name, person.suffix) == ("SINGH III", "JR")
