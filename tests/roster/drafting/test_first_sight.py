"""What exports of other jails showed at first sight: each kind that was read wrong, or not, is drafted and read as it is."""

import json

import pytest

from habeas.roster.draft import draft_of
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.hold_lines import HoldLine, text_is
from tests.roster.drafting.test_words_of_vendors import NAMES, bookings, charges, read, table

HEAD = "Booking No,Name,DOB"
ROW = '26{at}00,"{name}, JOHN",1980-05-{day}'


def test_an_enhancement_beside_a_charge_is_no_charge_and_is_asked_about(tmp_path):
    head = f"{HEAD},Statute,Enhancement1,Enhancement2"
    toml, made = table(tmp_path, head, f"{ROW},459 PC,12022(b)(1) PC,667(a) PC")
    assert {each.statute for each in charges(made)} == {"459 PC"}
    assert "holds enhancements of charges" in toml.split("[file]")[0]


@pytest.mark.parametrize("head", ["Next Court Date", "Review Date", "Bond Hearing", "Hold Expires"])
def test_days_that_a_header_says_are_of_something_else_are_no_release(tmp_path, head):
    toml, made = table(tmp_path, f"{HEAD},Booking Date,{head}", f"{ROW},2026-07-{{day}},2026-12-{{day}}")
    assert not [each for each in bookings(made) if each.scheduled_release_on or each.released_at], toml


@pytest.mark.parametrize("head", ["Last Released", "Prior Release Date", "Previous Release"])
def test_a_release_before_is_not_the_release(tmp_path, head):
    _, made = table(tmp_path, f"{HEAD},Booking Date,{head}", f"{ROW},2026-07-{{day}},2026-08-{{day}}")
    assert {each.released_at for each in bookings(made)} == {None}


def test_a_last_booking_date_is_asked_about(tmp_path):
    toml, _ = table(tmp_path, f"{HEAD},Last Booking Date", f"{ROW},2026-07-{{day}}")
    assert "which may be one before" in toml.split("[file]")[0]


def test_days_guessed_by_their_years_are_asked_about_at_each_import(tmp_path):
    toml, _ = table(tmp_path, "Booking No,Name,Zeta", ROW)
    assert "is read as date_of_birth: no header says so" in toml.split("[file]")[0]


def test_days_to_come_under_a_header_of_a_release_are_no_release_that_was(tmp_path):
    row = f"{ROW},2026-07-{{day}},2027-02-{{day}}"
    _, made = table(tmp_path, f"{HEAD},Booking Date,Final Rel Date", row)
    assert {(each.released_at, str(each.scheduled_release_on)[:7]) for each in bookings(made)} == {(None, "2027-02")}


def test_a_mark_that_stands_where_an_agency_holds_says_no_second_hold(tmp_path):
    rows = [f'26{at}00,"{name}, JOHN",1980-05-1{at},{"Y,USMS" if at % 2 else "N,"}' for at, name in enumerate(NAMES)]
    _, made = read(tmp_path, "\n".join([f"{HEAD},Hold Flag,Hold Agency", *rows, ""]))
    assert {each.holds for each in bookings(made) if each.holds} == {("USMS",)}


@pytest.mark.parametrize(
    ("cell", "holds"),
    [("ICE and USMS", ("ICE", "USMS")), ("LAKE COUNTY/USMS", ("LAKE COUNTY", "USMS")), ("DHS/ICE", ("DHS/ICE",))],
)
def test_holds_are_cut_at_a_word_between_agencies_and_not_within_one(tmp_path, cell, holds):
    _, made = table(tmp_path, f"{HEAD},Detainers", f"{ROW},{cell}")
    assert {each.holds for each in bookings(made)} == {holds}


@pytest.mark.parametrize(
    "cell", ["Burglary (18-4-203) F", "F - 18-4-203 - Burglary", "Burglary [18-4-203]", "Burglary - 18-4-203 (F)"]
)
def test_a_section_among_words_with_a_grade_is_read_apart(tmp_path, cell):
    _, made = table(tmp_path, f"{HEAD},Charge Text", f"{ROW},{cell}")
    assert {(each.statute, each.description) for each in charges(made)} == {("18-4-203", "Burglary")}


def test_a_table_without_a_header_is_told_by_its_cells_and_every_guess_is_asked_about(tmp_path):
    gone = ["", "0801202613"]
    rows = [
        f"26000{at}|40000{at}|{name}|JOHN||05{at + 10}1980|M|0701202610{at:02}"
        f"|{gone[at % 2] and gone[1] + f'{at:02}'}|2911.12(A)(1)|BURGLARY|F2|5000"
        for at, name in enumerate(NAMES)
    ]
    rows = [row for row in rows for _ in range(2)]
    toml, made = read(tmp_path, "\n".join([*rows, ""]), "export.txt")
    assert {each.family_name for each in made.people} == {*NAMES}
    assert {bool(each.released_at) for each in bookings(made)} == {True, False}
    assert {(each.statute, str(each.bail)) for each in charges(made)} == {("2911.12(A)(1)", "5000")}
    for plain in ("booking_id", "family_name", "date_of_birth", "booked_at", "released_at"):
        assert f"is read as {plain}" in toml.split("[file]")[0]


def test_fields_that_are_names_beside_values_are_read_by_their_names(tmp_path):
    def field(name, value):
        return f'<Field name="{name}" value="{value}"/>'

    def record(at, name):
        own = field("BookingNo", f"26{at}00") + field("LastName", name) + field("FirstName", "JOHN")
        charge = field("Statute", "RCW 9A.52.025") + field("Description", "BURGLARY")
        return f'<Record type="Inmate">{own}<Record type="Charge">{charge}</Record></Record>'

    text = f"<Export>{''.join(record(at, name) for at, name in enumerate(NAMES))}</Export>"
    _, made = read(tmp_path, text, "export.xml")
    assert {each.family_name for each in made.people} == {*NAMES}
    assert {(each.statute, each.description) for each in charges(made)} == {("RCW 9A.52.025", "BURGLARY")}


def test_rows_under_names_of_columns_in_a_tree_are_objects(tmp_path):
    rows = [[f"26{at}00", name, "JOHN", f"1980-05-1{at}"] for at, name in enumerate(NAMES)]
    data = {"columns": ["BookingNo", "LastName", "FirstName", "BirthDate"], "rows": rows}
    _, made = read(tmp_path, json.dumps(data), "export.json")
    assert {each.family_name for each in made.people} == {*NAMES}


def test_a_suffix_in_a_column_beside_a_whole_name_is_the_persons(tmp_path):
    _, made = table(tmp_path, f"{HEAD},Suffix", f"{ROW},JR")
    assert {(each.given_name, each.suffix) for each in made.people} == {("JOHN", "JR")}


def test_the_letters_of_a_race_and_of_a_sex_in_one_cell_give_the_sex(tmp_path):
    rows = [f'26{at}00,"{name}, JOHN",1980-05-1{at},{"W/M" if at % 2 else "B/F"}' for at, name in enumerate(NAMES)]
    _, made = read(tmp_path, "\n".join([f"{HEAD},R/S", *rows, ""]))
    assert {each.sex for each in made.people} == {"M", "F"}


def test_a_line_of_a_pod_between_rows_takes_no_persons_number_away(tmp_path):
    rows = [f"4125{at},26{at}00,{name},JOHN,1980-05-1{at},M,2026-07-1{at}" for at, name in enumerate(NAMES)]
    rows = [
        each
        for row, pod in zip(rows, "A    B    ", strict=False)
        for each in ([f"Pod {pod},,,,,,"] if pod.strip() else []) + [row]
    ]
    head = "Inmate No.,Booking No.,Last,First,Born,Sex,In"
    _, made = read(tmp_path, "\n".join([head, *rows, ""]))
    assert "41250" in {each.person_id for each in made.people}


@pytest.mark.parametrize(
    ("header", "words"),
    [("BOOKDTE", "booking_date"), ("EXPREL", "expected_release"), ("NAMENO", "name_number"), ("depart_dttm", "release_date_time"),
     ("jacket", "inmate_number"), ("CS#", "case_number"), ("bookedUtc", "booked"), ("jail_event_id", "booking_number"),
     ("ENTEREDBY", "enteredby"), ("county", "county")],
)  # fmt: skip
def test_a_glued_or_short_header_is_spelled_out_in_whole_words(header, words):
    assert spelled_out(header).startswith(words[:12])


def test_a_line_that_begins_with_holder_for_is_a_hold_and_a_card_holder_is_none():
    assert text_is("HOLDER FOR ASHTABULA CO SO") is HoldLine.OTHER_HOLD
    assert text_is("STOLEN CARD HOLDER FOR GAIN") is HoldLine.CHARGE


REPORT = """LAKE COUNTY CORRECTIONS CENTER                      PAGE   1
  BOOKING NO    NAME                           BIRTH DT    R/S  COMMIT DT/TM
        ORC          OFFENSE                        DEG  BOND
{lines}
"""


def test_a_report_tells_holds_behind_a_bare_word_and_sections_under_the_name_of_a_code(tmp_path):
    lines = [
        f"  26-0{at}00       {name + ', JOHN':<30} 05/1{at}/1980  {'B/M' if at % 2 else 'W/F'}  07/1{at}/2026 1810\n"
        "        2911.12      BURGLARY                       F2   $250\n"
        "        HOLD         HOLD FOR US MARSHAL"
        for at, name in enumerate(NAMES)
    ]
    text = "".join(REPORT.format(lines="\n".join(part)) for part in (lines[:5], lines[5:]))
    _, made = read(tmp_path, text, "export.txt")
    assert {each.holds for each in bookings(made)} == {("HOLD FOR US MARSHAL",)}
    assert {each.statute for each in charges(made)} == {"O.R.C. 2911.12"}
    assert {each.booked_at.strftime("%H:%M") for each in bookings(made)} == {"18:10"}


def test_a_day_and_its_time_in_two_columns_under_dashes_are_one_moment(tmp_path):
    head = "BOOKNUM  LASTNAME  FIRSTNAME BIRTHDTE BOOKDTE  BKTM\n-------  --------- --------- -------- -------- ----"
    rows = [f"2609{at}00  {name:<9} JOHN      1980051{at} 2026071{at} 0711" for at, name in enumerate(NAMES)]
    _, made = read(tmp_path, "\n".join([head, *rows, ""]), "export.txt")
    assert {each.booked_at.strftime("%H:%M") for each in bookings(made)} == {"07:11"}


def test_a_table_whose_names_nobody_can_read_is_asked_about_at_each_import(tmp_path):
    toml, _ = table(tmp_path, "Booking No,Inmate,DOB", "26{at}00,{name} JOHN,1980-05-{day}")
    assert "No column is read as a name" in toml.split("[file]")[0]


def test_letters_in_a_header_tell_the_order_of_a_name(tmp_path):
    _, made = table(tmp_path, "Booking No,Inmate Name LFM,DOB", "26{at}00,{name} JOHN ALLEN,1980-05-{day}")
    assert {(each.family_name, each.given_name, each.middle_name) for each in made.people} >= {
        ("ABLE", "JOHN", "ALLEN")
    }


def test_a_row_with_a_number_alone_is_no_second_booking_of_the_person_above(tmp_path):
    rows = [
        f'26{at}00,"{name}, JOHN",1980-05-1{at},2026-07-1{at} 09:30,459 PC\n,,,,11377 HS'
        for at, name in enumerate(NAMES)
    ]
    toml, made = read(tmp_path, "\n".join([f"{HEAD},Booked,Statute", *rows, "1st Floor: 7 inmates,,,,", ""]))
    assert 'repeats = "blank"' in toml
    assert {each.booking_id for each in bookings(made)} == {f"26{at}00" for at in range(10)}


def test_times_of_day_that_are_not_read_beside_a_day_are_asked_about(tmp_path):
    rows = [f'26{at}00,"{name}, JOHN",1980-05-1{at},2026-07-1{at},x,09:3{at}' for at, name in enumerate(NAMES)]
    toml, _ = read(tmp_path, "\n".join([f"{HEAD},Booked,Zeta,Clock", *rows, ""]))
    assert '\\"Clock\\" holds times of day and is not read' in toml.split("[file]")[0]


def test_labels_with_dots_and_no_hold_among_them_are_read(tmp_path):
    blocks = [
        f"Name....: {name + ', JOHN':<30} ID No...: 2620{at}0\n"
        f"Booking.: 26{at}00      Booked..: 07/1{at}/2026 09:30   DOB.....: 05/1{at}/1980\n"
        f"Release.: {'':<12} Detainer: {'USMS' if at % 2 else 'NONE'}\n"
        "   459 PC      BURGLARY      F"
        for at, name in enumerate(NAMES)
    ]
    _, made = read(tmp_path, "\n".join(blocks), "export.txt")
    assert {each.booking_id for each in bookings(made)} == {f"26{at}00" for at in range(10)}
    assert {each.holds for each in bookings(made)} == {(), ("USMS",)}


def test_a_date_that_runs_into_the_letters_of_a_race_and_a_sex_is_cut(tmp_path):
    lines = [
        f"26900{at}00  {name:<9} JOHN      05/1{at}/1980{'WM' if at % 2 else 'BF'} 07/1{at}/2026 09:30"
        for at, name in enumerate(NAMES)
    ]
    _, made = read(tmp_path, "\n".join(lines), "export.txt")
    assert {(str(each.date_of_birth)[:4], each.sex) for each in made.people} == {("1980", "M"), ("1980", "F")}


def test_a_person_with_several_bookings_has_a_day_of_each(tmp_path):
    rows = [
        f'P{at // 2},26{at}00,"{NAMES[at // 2]}, JOHN",1980-05-1{at // 2},07/1{at}/202{4 + at % 2},09:3{at},459 PC\n'
        * 2
        for at in range(10)
    ]
    _, made = read(tmp_path, "".join(["Name ID,Booking No,Name,DOB,Date In,Time In,Statute\n", *rows]))
    assert {each.booked_at.strftime("%d %H:%M") for each in bookings(made)} == {f"1{at} 09:3{at}" for at in range(10)}


def test_a_table_without_a_day_of_booking_is_asked_about(tmp_path):
    toml, _ = table(tmp_path, HEAD, ROW)
    assert "No column is read as the time of the booking" in toml.split("[file]")[0]


def test_a_column_that_says_who_is_gone_without_a_day_is_asked_about(tmp_path):
    rows = [
        f'26{at}00,"{name}, JOHN",1980-05-1{at},{"Released" if at % 5 else "In Custody"}'
        for at, name in enumerate(NAMES)
    ]
    toml, _ = read(tmp_path, "\n".join([f"{HEAD},In/Out", *rows, ""]))
    assert "says that somebody is gone (Released)" in toml.split("[file]")[0]


@pytest.mark.parametrize("who", ["Victim", "Emergency Contact", "Attorney", "Arresting Officer"])
def test_names_and_births_of_other_people_are_nobodys(tmp_path, who):
    head = f"Book #,{who} Name,{who} DOB,Subject,Subject DOB"
    _, made = table(tmp_path, head, '26{at}00,"OTHER, ANN",1950-01-{day},"{name}, JOHN",1980-05-{day}')
    assert {(each.family_name, str(each.date_of_birth)[:4]) for each in made.people} == {
        (each, "1980") for each in NAMES
    }


def test_a_hold_of_a_tree_with_a_day_of_its_end_is_left_out(tmp_path):
    data = [
        {
            "id": f"P{at}", "last": name, "first": "JOHN", "dob": f"1980-05-1{at}", "booking": {"id": f"26{at}00"},
            "holds": [{"by": "USMS", "releasedOn": None}, {"by": "LAKE CO", "releasedOn": "2026-01-01"}],
        }
        for at, name in enumerate(NAMES)
    ]  # fmt: skip
    _, made = read(tmp_path, json.dumps(data), "export.json")
    assert {each.holds for each in bookings(made)} == {("USMS",)}


def test_an_enhancement_with_its_code_is_not_taken_before_a_section_whose_code_stands_apart(tmp_path):
    rows = [f'26{at}00,"{name}, JOHN",1980-05-1{at},PC,459,12022(b)(1) PC,667(a) PC' for at, name in enumerate(NAMES)]
    _, made = read(tmp_path, "\n".join([f"{HEAD},Code,Section,Enhancement1,Enhancement2", *rows, ""]))
    assert {each.statute for each in charges(made)} == {"PC 459"}


def test_a_release_to_come_is_told_by_the_bookings_where_no_day_of_the_export_is_known():
    rows = [f'26{at}00,"{name}, JOHN",1980-05-1{at},2026-07-1{at},2027-02-1{at}' for at, name in enumerate(NAMES)]
    toml = draft_of("\n".join([f"{HEAD},Booking Date,Final Rel Date", *rows, ""]).encode(), "export.csv").toml
    assert 'scheduled_release_on = "Final Rel Date"' in toml
