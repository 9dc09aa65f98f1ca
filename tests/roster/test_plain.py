"""The plain roster, word by word: what is read, what is unknown, what is reported, what is refused."""

import json
from datetime import date, datetime

import pytest
import xlsxwriter

from habeas.roster.check import check, needs_person, report
from habeas.roster.convert import to_jsonl
from habeas.roster.profile import load_profile
from habeas.roster.read import people_in_custody
from habeas.roster.tally import in_custody
from tests.roster.helpers import HEADER, ROW, account, refused, roster, said


def one(folder, column, text):
    made = roster(folder, f'person_id,booking_id,statute,{column}\nP1,B1,PC 211,"{text}"\n')
    person = made.people[0]
    booking = person.bookings[0]
    return made, person, booking, booking.charges[0]


def test_one_row_a_charge_makes_one_person_with_one_booking(tmp_path):
    made = roster(tmp_path, HEADER + ROW + ROW.replace("211 PC", "459 PC"))
    assert account(made) == (1, 1, 2)
    assert [charge.statute for charge in made.people[0].bookings[0].charges] == ["211 PC", "459 PC"]
    assert made.people[0].citizenship == "CA"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter(tmp_path, delimiter):
    assert account(roster(tmp_path, (HEADER + ROW).replace(",", delimiter))) == (1, 1, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_encoding_that_can_be_told(tmp_path, encoding):
    made = roster(tmp_path, (HEADER + ROW.replace("DOE", "PEÑA")).encode(encoding))
    assert made.people[0].family_name == "PEÑA"


def test_a_line_that_is_not_utf_8_is_read_as_windows_1252_and_said(tmp_path):
    data = HEADER.encode() + ROW.encode() + ROW.replace("P1,B1,DOE", "P2,B2,PEÑA").encode("cp1252")
    made = roster(tmp_path, data)
    assert made.people[1].family_name == "PEÑA"
    assert said(made) == ["line 3: not UTF-8: read as Windows-1252"]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_any_line_end(tmp_path, ends):
    assert account(roster(tmp_path, (HEADER + ROW).replace("\n", ends).encode())) == (1, 1, 1)


def test_a_booking_without_a_charge_is_a_booking(tmp_path):
    made = roster(tmp_path, HEADER + "P1,B1,DOE,JANE,1980-05-06,,,\n")
    assert account(made) == (1, 1, 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US", "US"),
        ("usa", "US"),
        ("United States", "US"),
        ("U.S.", "US"),
        ("Mexico", "MX"),
        ("MEX", "MX"),
        ("viet nam", "VN"),
        ("Côte d'Ivoire", "CI"),
        ("UNKNOWN", None),
        ("unk", None),
        ("REFUSED", None),
        ("NOT STATED", None),
        ("N/A", None),
        ("", None),
        ("X9", None),
        ("see file", None),
        ("Texas", None),
    ],
)
def test_citizenship_is_only_what_a_record_says(tmp_path, text, code):
    made, person, _, _ = one(tmp_path, "citizenship_on_record", text)
    assert person.citizenship == code
    assert person.citizenship_on_record == (text or None)
    assert bool(said(made)) == (text in {"X9", "see file", "Texas"})


@pytest.mark.parametrize("name", ["UNKNOWN", "REFUSED", "N/A"])
def test_a_name_is_never_taken_for_unknown(tmp_path, name):
    _, person, _, _ = one(tmp_path, "family_name", name)
    assert person.family_name == name


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("1980-05-06", date(1980, 5, 6), ""),
        ("02/03/04", None, "reads in two ways"),
        ("1980-02-31", None, "no date there is"),
        ("0001-01-01", None, "a year that cannot be"),
        ("9999-12-31", None, "a usual mark for no date"),
        ("1900-01-01", None, "a usual mark for no date"),
        ("13/25/1980", None, "no date there is"),
        ("soon", None, "no date Habeas reads"),
        ("", None, ""),
        ("UNKNOWN", None, "which is no date"),
        ("N/A", None, "which is no date"),
    ],
)
def test_a_date_that_reads_in_two_ways_or_cannot_be_is_unknown_and_said(tmp_path, text, day, told):
    made, person, _, _ = one(tmp_path, "date_of_birth", text)
    assert person.date_of_birth == day
    assert [told in each for each in said(made)] == ([True] if told else [])
    assert person.raw.get("date_of_birth") == (text or None)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2026-11-01T01:30", "struck twice"),
        ("2026-03-08T02:30", "never was"),
    ],
)
def test_a_local_time_that_the_clock_skipped_or_struck_twice_is_said(tmp_path, text, what):
    made, _, booking, _ = one(tmp_path, "booked_at", text)
    assert booking.booked_at is None
    assert what in said(made)[0]


@pytest.mark.parametrize(
    ("time_zone", "read"),
    [
        ("America/New_York", "2026-07-01T08:00:00-04:00"),
        ("America/Phoenix", "2026-07-01T08:00:00-07:00"),
        (None, "2026-07-01T08:00:00"),
    ],
)
def test_the_plain_roster_supposes_no_place(tmp_path, time_zone, read):
    row = HEADER.strip() + ",booked_at\n" + ROW.strip() + ",2026-07-01T08:00\n"
    booked = roster(tmp_path, row, time_zone=time_zone).people[0].bookings[0].booked_at
    assert booked is not None
    assert booked.isoformat() == read


def test_a_profile_that_states_its_zone_keeps_it_wherever_it_is_read():
    assert load_profile("pierce").in_zone("America/New_York").time_zone == "America/Los_Angeles"


def test_a_time_without_an_offset_is_local_to_the_county(tmp_path):
    _, _, booking, _ = one(tmp_path, "booked_at", "2026-07-01T08:00")
    assert booking.booked_at is not None
    assert booking.booked_at.isoformat() == "2026-07-01T08:00:00-07:00"
    _, _, booking, _ = one(tmp_path, "booked_at", "2026-07-01T08:00+02:00")
    assert booking.booked_at == datetime.fromisoformat("2026-07-01T08:00:00+02:00")


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("No", False), ("1", True), ("maybe", None), ("", None), ("UNK", None)]
)
def test_a_flag_is_true_false_or_unknown(tmp_path, text, value):
    made, person, _, _ = one(tmp_path, "history_complete", text)
    assert person.history_complete is value
    assert bool(said(made)) == (text == "maybe")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("P1,,DOE,JANE,,,,", "has no booking number"),
        (",B9,DOE,JANE,,,,", "booking B9 has no person number"),
        ("P1,2.54E+08,DOE,JANE,,,,", "a spreadsheet turned the number into a power of ten"),
        ("P2,B1,DOE,JANE,,,,", "already belongs to person P1"),
        ("P1,B2,ROE,JANE,,,,", "two people with one number?"),
        ("P1,B2,ROE,JANE,1981-01-01,,,", "two people with one number?"),
        ("P1,B2,DOE", "has 3 cells where the header has 8"),
        ("P1,B2,DOE,JANE,,,,,extra", "has 9 cells"),
        ("P1,B2,D\x00E,JANE,,,,", "NUL character"),
    ],
)
def test_a_row_that_cannot_be_placed_is_refused_and_its_neighbours_live(tmp_path, row, why):
    made = roster(tmp_path, f"{HEADER}{ROW}{row}\n{ROW.replace('P1,B1', 'P5,B5')}")
    assert [(place, why in text) for place, text in refused(made)] == [("row 3", True)]
    assert {person.person_id for person in made.people} == {"P1", "P5"}
    assert made.rows == 3


def test_a_number_keeps_its_leading_zeros(tmp_path):
    made = roster(tmp_path, HEADER + ROW.replace("P1,B1", "007,000123"))
    assert (made.people[0].person_id, made.people[0].bookings[0].booking_id) == ("007", "000123")


def test_two_people_with_one_name_and_birth_date_stay_two(tmp_path):
    made = roster(tmp_path, HEADER + ROW + ROW.replace("P1,B1", "P2,B2"))
    assert account(made) == (2, 2, 2)


def test_values_that_contradict_within_a_booking_are_unknown_and_said(tmp_path):
    made = roster(tmp_path, "person_id,booking_id,facility,statute\nP1,B1,Main,PC 211\nP1,B1,North,PC 459\n")
    assert made.people[0].bookings[0].facility is None
    assert said(made) == ["row 3: facility contradicts an earlier row of the same booking: left unknown"]


def test_a_repeated_header_is_left_out_and_said(tmp_path):
    made = roster(tmp_path, HEADER + ROW + HEADER + ROW.replace("P1,B1", "P2,B2"))
    assert said(made) == ["row 3: repeats the header: left out"]


def test_invisible_letters_in_a_name_are_taken_out_and_said(tmp_path):
    made, person, _, _ = one(tmp_path, "family_name", "DOE\u202e\u200b")
    assert person.family_name == "DOE"
    assert person.raw["family_name"] == "DOE\u202e\u200b"
    assert said(made) == ["row 2: family_name held invisible characters: taken out"]


@pytest.mark.parametrize("name", ["O", "X" * 200, "García Márquez", "Nguyễn", "Joséphine"])
def test_names_of_every_length_and_form_are_kept(tmp_path, name):
    _, person, _, _ = one(tmp_path, "family_name", name)
    assert person.family_name == ("Joséphine" if name.startswith("Jos") else name)


def test_in_custody_are_those_not_released_or_released_later(tmp_path):
    text = "person_id,booking_id,released_at\nP1,B1,\nP2,B2,2025-07-16T10:00\nP3,B3,2025-07-18T10:00\nP4,B4,soon\n"
    made = roster(tmp_path, text)
    assert [each.person.person_id for each in people_in_custody(made, date(2025, 7, 17))] == ["P1", "P3", "P4"]
    assert in_custody(made.people[3].bookings[0], date(2025, 7, 17))
    assert made.people[3].bookings[0].release_said


def test_the_account_adds_up_and_reads_as_words(tmp_path):
    made = roster(tmp_path, HEADER.replace("\n", ",shoe_size\n") + ROW.replace("\n", ",42\n") + "P2,,DOE,JANE,,,,,1\n")
    found = check(made, None)
    assert (found["rows"], found["read"]["rows"], len(found["refused"])) == (2, 1, 1)
    assert found["unknown_columns"] == ["shoe_size"]
    assert needs_person(found)
    assert "row 3: has no booking number" in report(found)
    assert "shoe_size" in report(found)


def test_a_converted_line_keeps_the_raw_text_beside_the_value(tmp_path):
    made = roster(tmp_path, HEADER + ROW.replace("felony", "Felony"))
    line = json.loads(next(iter(to_jsonl(made))))
    charge = line["bookings"][0]["charges"][0]
    assert (charge["charge_grade"], charge["charge_grade_raw"], charge["statute"], charge["statute_raw"]) == (
        "felony",
        "Felony",
        "211 PC",
        "211 PC",
    )
    assert (line["citizenship"], line["citizenship_on_record"]) == ("CA", "Canada")


def test_xlsx_and_json_read_like_csv(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "roster.xlsx")
    sheet = book.add_worksheet("people")
    for number, line in enumerate((HEADER + ROW).splitlines()):
        sheet.write_row(number, 0, line.split(","))
    book.add_worksheet("other").write(0, 0, "x")
    book.close()
    of_book = roster(tmp_path, (tmp_path / "roster.xlsx").read_bytes(), "roster.xlsx")
    of_json = roster(
        tmp_path, json.dumps([dict(zip(HEADER.strip().split(","), ROW.strip().split(","), strict=True))]), "roster.json"
    )
    of_text = roster(tmp_path, HEADER + ROW)
    assert list(to_jsonl(of_book)) == [line.replace("row 2", "row 2") for line in to_jsonl(of_text)]
    assert account(of_json) == (1, 1, 1)
    assert of_json.people[0].citizenship == "CA"
