"""Shapes of values, statutes, offices, districts, and the draft a person confirms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.paper import draft_request
from habeas.paper.fields.statutes import basis_of, statutes_in
from habeas.paper.fields.value_patterns import SHAPES, find_alien_number, find_date, find_docket, state_docket
from habeas.paper.forms.districts import DISTRICTS, district_in
from habeas.paper.judicial.titles import mended_title, signer_of, split_title
from habeas.paper.reading import reading_from_wire, reading_to_wire
from habeas.requests.request import read_request
from tests.paper import forms
from tests.paper.helpers import reading


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("07/04/2025", "2025-07-04"),
        ("July 14, 2025", "2025-07-14"),
        ("Sept. 9, 2025", "2025-09-09"),
        ("14 de julio de 2025", "2025-07-14"),
        ("4th day of June, 2025", "2025-06-04"),
        ("2025-07-17", "2025-07-17"),
        ("13/13/2025", None),
        ("02/03/25", None),
    ],
)
def test_dates_are_read_in_american_order_and_never_guessed(text, day):
    found = find_date(text)
    assert found is not None
    assert (found.value, bool(found.doubt)) == (day, day is None)


def test_a_hard_a_number_is_a_doubt_and_one_with_two_readings_no_value():
    assert find_alien_number("A 213 556 087").value == "A 213 556 087"
    hard = find_alien_number("A091 445 20i7")
    assert (hard.value, bool(hard.doubt)) == ("A 091 445 207", True)
    assert find_alien_number("AQ09-043-630").value is None
    assert find_alien_number("none") is None


@pytest.mark.parametrize(
    "text", ["3:25-mj-70418 LKB", "4:25-cr-00317", "CR 25-00391 JST", "MJ25-123", "2:25-cr-00208", "GJ 25-02-117"]
)
def test_federal_dockets_are_known_by_their_shape(text):
    found = find_docket(text)
    assert (found.value, found.doubt) == (text, "")


def test_a_number_of_another_office_is_no_docket():
    assert find_docket("ICE-SND-2025-0098").doubt


@given(st.text(max_size=80))
def test_no_text_breaks_a_shape(text):
    for read in SHAPES.values():
        read(text)
    statutes_in(text)
    split_title(text)


@pytest.mark.parametrize(
    ("text", "sections", "basis"),
    [
        ("8 U.S.C. § 1326(a) and (b)(2) - Reentry", ["8 USC 1326(a)", "8 USC 1326(b)(2)"], "criminal_immigration"),
        ("18 U.S.C. § 1951(a) - Robbery; 18 U.S.C. § 2", ["18 USC 1951(a)", "18 USC 2"], "criminal_other"),
        ("21 U.S.C. §§ 841(a)(1) and 846 - Conspiracy", ["21 USC 841(a)(1)", "21 USC 846"], "criminal_other"),
        ("Title 8, United States Code, Section 1325", ["8 USC 1325"], "criminal_immigration"),
        ("8 U.S.C. $ 1326 as OCR reads it", ["8 USC 1326"], "criminal_immigration"),
        ("8 U.S.C. § 1226(a)", ["8 USC 1226(a)"], "civil"),
        ("PC 245{a)(1) (F), PC 459 (first degree)", ["PC 245(a)(1)", "PC 459"], "criminal_other"),
        ("PC 459 - burglary", ["PC 459"], "criminal_other"),
        ("being here", [], None),
    ],
)
def test_statutes_are_read_and_civil_detention_is_no_crime(text, sections, basis):
    assert statutes_in(text) == sections
    assert basis_of(sections) == basis


@pytest.mark.parametrize(
    ("line", "name", "title", "signer"),
    [
        ("R. Castellan, Deportation Officer", "R. Castellan", "Deportation Officer", "immigration_officer"),
        ("Hon. Adela Voss, Immigration Judge", "Adela Voss", "Immigration Judge", "immigration_judge"),
        (
            "Theodore M. Ruiz-Lang U.S. Magistrate Judge",
            "Theodore M. Ruiz-Lang",
            "U.S. Magistrate Judge",
            "federal_magistrate_judge",
        ),
        (
            "Miriam D. Oyelaran United States District Judge",
            "Miriam D. Oyelaran",
            "United States District Judge",
            "federal_district_judge",
        ),
        ("Octavia Pelham, Judge of the Superior Court", "Octavia Pelham", "Judge of the Superior Court", "state_judge"),
        ("Zoe Quill, Deputy Clerk", "Zoe Quill", "Deputy Clerk", "clerk_of_court"),
        ("Zoe Quill", "Zoe Quill", "", None),
    ],
)
def test_a_signer_is_known_by_the_office(line, name, title, signer):
    assert split_title(line) == (name, title)
    assert signer_of(title) == signer


def test_a_bare_judge_is_nobodys_judge_but_on_a_states_paper():
    assert signer_of("Judge") is None
    assert signer_of("Judge", state_court=True) == "state_judge"


def test_ocr_slips_in_a_title_are_mended_and_a_name_is_left_alone():
    assert mended_title("T. Okonjo Assistant Fietd Office Director") == "T. Okonjo Assistant Field Office Director"
    assert mended_title("Osric Dunmore") == "Osric Dunmore"


def test_there_are_ninety_four_districts_and_an_invented_one_is_none():
    assert len(set(DISTRICTS)) == 94
    assert all(district_in(each.upper()) == each for each in DISTRICTS)
    assert district_in("Northern District of Quillonia") is None


def test_a_reading_survives_the_way_back_from_the_child():
    found = reading(forms.detainer(attached="I-200"), forms.arrest_of_alien())
    assert reading_from_wire(reading_to_wire(found)) == found


def test_a_draft_waits_for_a_person_in_every_key_and_can_be_read_as_a_request():
    made = draft_request(reading(forms.detainer(attached="I-200"), forms.arrest_of_alien()))
    assert made.request["kind"] == "detainer"
    assert made.request["subject"] == {
        "full_name": "WREXLEY, Odalys Pilar",
        "date_of_birth": "1989-02-11",
        "sex": "F",
        "a_number": "A 208 771 904",
    }
    assert (made.request["attachments"], made.request["attached_signer"], made.request["issuer"]) == (
        ["I-200"],
        "immigration_officer",
        "ice",
    )
    leaves = {
        f"{key}.{inner}" if isinstance(value, dict) else key
        for key, value in made.request.items()
        for inner in (value if isinstance(value, dict) else [""])
    }
    assert leaves - {"attached_signer"} <= set(made.unconfirmed)
    assert "citizenship" not in str(made.request)
    assert read_request(made.request).asks == {"hold", "notify"}


def test_what_the_paper_lacks_is_named_in_the_draft():
    made = draft_request(reading(forms.arrest_warrant(dated="")))
    assert "issued_on" in made.missing
    assert "issued_on" not in made.unconfirmed


@pytest.mark.parametrize("text", ["22CR-01234", "BA481234", "M-1234567", "2023-CR-00123", "No. 23F0567", "SCD 283746"])
def test_a_state_courts_number_has_the_shape_of_one(text):
    assert state_docket(text)


@pytest.mark.parametrize("text", ["", "o6 GE -SER IBAA", "CR-12", "1 2 3 4", "the 4th day", "12,3 | 45", "I-200"])
def test_noise_of_a_scan_is_no_case_number(text):
    assert not state_docket(text)
