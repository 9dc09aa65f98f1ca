"""What the cells of a whole file contradict is not proposed, and what two columns seem to be is asked about."""

import json

import pytest

from habeas.common.errors import BadInputError
from habeas.roster.draft import draft_of


def table(head: str, rows: list[str]) -> str:
    return draft_of((head + "\n" + "\n".join(rows) + "\n").encode(), "export.csv")


def test_f_and_m_that_differ_within_a_booking_are_grades_and_no_sex():
    rows = [
        f"{7000 + at // 3},B{100 + at // 3},ROE,ANN{chr(65 + at // 3)},0{at // 3 + 1}/11/1980,PC 459,{'FMM'[at % 3]}"
        for at in range(12)
    ]
    made = table("Jacket,Booking No,Last,First,DOB,Charge,Gender", rows).toml
    assert 'charge_grade = "Gender"' in made
    assert "sex =" not in made


def test_numbered_columns_of_f_and_m_are_no_sex():
    rows = [f"B{100 + at},ROE,ANN,0{at + 1}/11/1980,PC 459,PC 211,F,M" for at in range(5)]
    assert "sex =" not in table("Booking No,Last,First,DOB,Charge 1,Charge 2,Sex 1,Sex 2", rows).toml


def test_a_sex_that_is_one_within_a_booking_stays_a_sex():
    rows = [f"B{100 + at // 2},ROE,ANN,0{at // 2 + 1}/11/1980,PC 459,{'FM'[at // 2 % 2]}" for at in range(8)]
    assert 'sex = "Gender"' in table("Booking No,Last,First,DOB,Charge,Gender", rows).toml


def test_a_jacket_is_the_persons_number_and_the_arrests_stands_in_for_the_booking():
    rows = [f"88{at}0,300{at},ROE,ANN,0{at + 1}/11/1980,PC 459" for at in range(5)]
    made = table("ArrestNo,JacketNumber,Last,First,DOB,Charge", rows).toml
    assert 'booking_id = "ArrestNo"' in made
    assert 'person_id = "JacketNumber"' in made


@pytest.mark.parametrize("header", ["IDENTIFICATION NUMBER", "DCNumber", "Inmate #"])
def test_the_only_number_there_is_stands_in_for_the_bookings(header):
    rows = [f"400{at},ROE,ANN,0{at + 1}/11/1980,PC 459" for at in range(5)]
    assert f'booking_id = "{header}"' in table(f"{header},Last,First,DOB,Charge", rows).toml


def test_two_columns_that_seem_to_be_the_same_are_asked_about():
    rows = [f"B{at}00,K{at}00,ROE,ANN,0{at + 1}/11/1980,PC 459" for at in range(5)]
    made = table("Booking No,Bkg No,Last,First,DOB,Charge", rows)
    assert any('"Booking No" was taken for booking_id, and "Bkg No" seems so too' in each for each in made.notes)


def test_a_whole_name_is_no_part_of_one():
    rows = [f"B{at}00,Ann Lee Roe{chr(97 + at)},0{at + 1}/11/1980,PC 459" for at in range(5)]
    made = table("Booking No,Inmate (First Middle Last),DOB,Charge", rows).toml
    assert 'full_name = "Inmate (First Middle Last)"' in made
    assert 'full_name = "{given} {middle} {family} {suffix}"' in made
    assert "middle_name" not in table("Booking No,Middle,DOB,Charge", rows).toml


def people(holds: list[list[dict[str, str]]]) -> bytes:
    found = [
        {
            "bookingNo": f"B{at}00",
            "lastName": "ROE",
            "firstName": "ANN",
            "dob": f"198{at}-01-02",
            "charges": [{"statute": "PC 459"}],
            "holds": each,
        }
        for at, each in enumerate(holds)
    ]
    return json.dumps({"people": found}).encode()


def test_only_holds_in_force_are_read_where_their_status_says_so():
    made = draft_of(
        people([[{"agency": "ICE", "status": "ACTIVE"}], [{"agency": "USMS", "status": "RELEASED"}], []]), "e.json"
    )
    assert 'holds = "holds[status=ACTIVE].agency"' in made.toml


def test_a_status_of_holds_in_other_words_is_asked_about():
    made = draft_of(people([[{"agency": "ICE", "status": "A"}], [{"agency": "USMS", "status": "R"}], []]), "e.json")
    assert any("says how holds stand (A, R)" in each for each in made.notes)


def test_the_text_of_a_hold_is_its_words_and_no_attribute_beside_it():
    rows = "".join(
        f'<Inmate no="B{at}00"><Last>ROE</Last><First>ANN</First><Dob>198{at}-01-02</Dob><Charge><Statute>PC 459</Statute></Charge>'
        f'<Detainer status="A">{"IMMIGRATION" if at % 2 else "USMS"}</Detainer></Inmate>'
        for at in range(4)
    )
    made = draft_of(f"<Jail>{rows}</Jail>".encode(), "e.xml").toml
    assert 'holds = "Detainer' in made
    assert 'holds = "Detainer[].@status"' not in made
    assert (
        "#text" in made.partition("holds = ")[2].partition("\n")[0]
        or "@" not in made.partition("holds = ")[2].partition("\n")[0]
    )


def test_a_fault_of_drafting_is_one_sentence(monkeypatch):
    def broken(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr("habeas.roster.draft._table", broken)
    with pytest.raises(BadInputError, match=r"e\.csv is of a layout that cannot be drafted"):
        draft_of(b"a,b,c\n1,2,3\n4,5,6\n", "e.csv")


def test_a_web_page_is_none():
    with pytest.raises(BadInputError, match="is a web page"):
        draft_of(b"<!DOCTYPE html><html><body>Sign in</body></html>", "export.csv")


def test_bare_sections_under_a_header_that_names_their_code_are_read():
    rows = [f"B{at}00,ROE,ANN,0{at + 1}/11/1980,46.61.50{at}" for at in range(5)]
    made = table("Booking No,Last,First,DOB,RCW", rows).toml
    assert 'statute = "RCW"' in made
    assert 'default_code = "RCW"' in made
