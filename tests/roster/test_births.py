"""A birth that cannot be is unknown and said; a year of two digits is the past one; nobody is told "not here" because of it."""

from datetime import date

import pytest

from habeas.matching import Index, Query
from habeas.roster.check import check, needs_person
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from tests.roster.helpers import said

PROFILE = (
    'name = "x"\ntitle = "x"\nformat = "table"\ndates = ["%m/%d/%y"]\n[columns]\nperson_id = "P"\nbooking_id = "B"\n'
    'family_name = "F"\ngiven_name = "G"\ndate_of_birth = "DOB"\n'
)
DAY = date(2026, 11, 29)


def read(folder, birth, booked="", day=DAY):
    profile = read_profile(PROFILE + ('booked_at = "IN"\n' if booked else ""), "x.toml")
    (folder / "r.csv").write_text(
        f"P,B,F,G,DOB,IN\n1,B1,ESPINOZAR,PETR,{birth},{booked}\n2,B2,OKONJIMA,CARMEN,1977-02-03,{booked}\n",
        encoding="utf-8",
    )
    return read_account(folder / "r.csv", profile, export_day=day)


@pytest.mark.parametrize(
    ("text", "booked", "day", "born"),
    [
        ("11/20/51", "", DAY, date(1951, 11, 20)),
        ("11/20/51", "11/20/26", None, date(1951, 11, 20)),
        ("03/14/98", "", DAY, date(1998, 3, 14)),
        ("03/14/05", "", DAY, date(2005, 3, 14)),
        ("02/29/28", "", DAY, date(1928, 2, 29)),
        ("02/29/00", "01/05/99", DAY, None),
        ("11/20/51", "", None, None),
        ("2051-11-20", "", DAY, None),
        ("2026-11-30", "", DAY, None),
        ("2026-11-29", "", DAY, date(2026, 11, 29)),
        ("2026-11-25", "2026-11-20", DAY, None),
        ("1879-12-31", "", DAY, None),
        ("1900-01-01", "", DAY, None),
        ("1951-11-20", "", None, date(1951, 11, 20)),
    ],
)
def test_a_birth_that_cannot_be_is_unknown_and_a_year_of_two_digits_is_the_past_one(tmp_path, text, booked, day, born):
    made = read(tmp_path, text, booked, day)
    assert made.people[0].date_of_birth == born
    assert made.people[0].raw["date_of_birth"] == text
    told = [each for each in said(made) if each.startswith("row 2: date_of_birth")]
    assert bool(told) is (born is None or ("/" in text and born.year < 1969))
    assert needs_person(check(made, day)) is (born is None)


@pytest.mark.parametrize("birth", ["2051-11-20", "1900-01-01", "N/A", "11/31/51", "00000000", ""])
def test_nobody_is_told_not_here_for_a_birth_that_cannot_be(tmp_path, birth):
    index = Index.build(read(tmp_path, birth).people, DAY)
    found = index.match(Query("q", family_name="ESPINOZAR", given_name="PETR", date_of_birth=date(1951, 11, 20)))
    assert found.verdict.value == "ambiguous"
