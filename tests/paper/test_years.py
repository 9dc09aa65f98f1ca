"""Years that are not written whole, and whose telephone is whose."""

import pytest

from habeas.paper.fields.years import born_in, next_day
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet
from tests.paper.test_who_commands import ARREST, COURT, WHO, paper


@pytest.mark.parametrize(
    ("text", "made", "day"),
    [
        ("born 2/9/95", "2025-11-19", "1995-02-09"),
        ("DOB 12-31-04", "2026-01-05", "2004-12-31"),
        ("2/9/24", "2026-11-19", None),  # a hundred and two years old or two
        ("2/30/95", "2025-11-19", None),
        ("2/9/1995", "2025-11-19", None),
        ("2/9/95", "", None),
    ],
)
def test_a_birth_year_of_two_digits_is_read_where_one_century_alone_can_be_meant(text, made, day):
    assert born_in(text, made) == day


def test_a_warrant_reads_it_by_its_own_day_and_a_person_confirms_it():
    body = (f"WHEREAS {WHO}, defendant, born 2/9/95, failed to appear,", *ARREST, "Dated: November 19, 2025")
    found = reading(paper(*COURT, body=body))
    assert values(found)["date_of_birth"] == "1995-02-09"
    assert found.fields["date_of_birth"].confirm


@pytest.mark.parametrize(
    ("text", "made", "day"),
    [
        ("June 8 whether", "2026-06-02", "2026-06-08"),
        ("January 5.", "2026-12-20", "2027-01-05"),
        ("June 1", "2026-06-02", None),
        ("June 8, 2027", "2026-06-02", None),
        ("soon", "2026-06-02", None),
    ],
)
def test_a_day_without_a_year_is_the_next_one_after_the_letters_own(text, made, day):
    found = next_day(text, made)
    assert (found[0] if found else None) == day


def test_the_support_centers_number_is_nobodys_telephone():
    sheet = (
        Sheet()
        .say(60, 40, "DEPARTMENT OF HOMELAND SECURITY", 11)
        .say(60, 56, "IMMIGRATION DETAINER - NOTICE OF ACTION", 12, "B")
    )
    sheet.say(60, 90, "File No: A 249 015 586").say(60, 104, f"Name of Alien: {WHO}")
    sheet.say(60, 130, "Please contact the Law Enforcement Support Center at: (802) 872-6020.")
    assert values(reading(sheet))["phone"] is None
    sheet.say(60, 118, "Notify DHS by calling ICE or CBP at (404) 555-0162.")
    assert values(reading(sheet))["phone"] == "(404) 555-0162"


def test_a_courts_heading_over_an_officers_form_is_asked_about():
    body = (
        "To: Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and Nationality Act",
        f"There is probable cause to believe that {WHO} is removable from the United States.",
    )
    found = reading(paper(*COURT, title="WARRANT FOR ARREST", body=body, signs=("T. Voss", "Deportation Officer")))
    assert "A court's heading stands over an immigration officer's form" in asked(found)
