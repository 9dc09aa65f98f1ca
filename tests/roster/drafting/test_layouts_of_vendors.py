"""Layouts drawn after vendors' own, read by nobody before: charges and holds in one cell, records, joins, words as labels."""

import json

import pytest

from habeas.cli.roster import _is_statute
from habeas.roster.check import check, needs_person
from habeas.roster.draft import draft_profile
from habeas.roster.names import Name, split_name
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from habeas.roster.readers.pdf import _set, _starts
from tests.roster.drafting.test_words_of_vendors import DAY, NAMES, bookings, charges, read, table


@pytest.mark.parametrize(("born", "booked"), [("0517{day}", "0817{day}/0200"), ("{day}MAY1980", "{day}AUG2026 0200")])
def test_days_in_six_digits_and_with_months_glued_are_read_where_a_header_says_dates(tmp_path, born, booked):
    born = born.replace("0517{day}", "05{day}80").replace("0817", "08")
    booked = booked.replace("0817{day}", "08{day}26")
    head = "Booking#,Name,Birthdate,Arrest Dt/Tm,Hold"
    _, made = table(tmp_path, head, f'26{{at}}00,"{{name}}, JOHN",{born},{booked},ICE')
    assert {(each.date_of_birth.year, each.date_of_birth.month) for each in made.people} == {(1980, 5)}
    assert {each.booked_at.strftime("%m %H") for each in bookings(made)} == {"08 02"}


def test_a_number_of_six_digits_is_no_date(tmp_path):
    toml, _ = table(tmp_path, "Booking No,Name,DOB", '1204{day},"{name}, JOHN",1980-05-{day}')
    assert 'booking_id = "Booking No"' in toml


def test_charges_and_holds_in_one_cell_are_charges_and_holds(tmp_path):
    row = '26{at}00,"{name}, JOHN",1980-05-{day},"PC459/F, VC23152(B)/M, HOLD-ICE"'
    _, made = table(tmp_path, "Booking No,Name,DOB,Charges", row)
    assert {each.grade for each in charges(made) if each.statute and "HOLD" not in each.statute} == {
        "felony",
        "misdemeanor",
    }
    assert {each.holds for each in bookings(made)} == {("ICE",)}


def test_an_empty_part_at_the_end_stands_beside_the_last_charge(tmp_path):
    row = '26{at}00,"{name}, JOHN",1980-05-{day},16-8-2 THEFT | HOLD FOR ICE,felony | '
    _, made = table(tmp_path, "Booking No,Name,DOB,Charges,Severity", row)
    assert {each.grade for each in charges(made)} == {"felony"}
    assert {each.holds for each in bookings(made)} == {("ICE",)}


def test_cells_that_a_spreadsheet_keeps_as_text_are_their_text(tmp_path):
    row = '="0026{at}00","{name}, JOHN",="05/{day}/1980",="ICE"'
    _, made = table(tmp_path, '"Jail ID","Inmate","DOB","Hold"', row)
    assert next(each.booking_id for each in bookings(made)) == "0026000"
    assert any("as for a spreadsheet" in each.what for each in made.repaired)


def test_records_in_quotes_with_the_given_name_first_are_read_and_asked_about(tmp_path):
    families = ("O'ROURKE", "DE LEON", "AL-HAKIM", "SAN MIGUEL", "KAUR", "PHAM", "TUTTLE", "XIONG", "ZAMORA", "HADDAD")
    rows = [
        f'"BK","26044{at}0","70{at}013","{("JOHN", "ANN", "JOSE")[at % 3]}","{families[at]}","1980051{at}","M","2026071{at}","061{at}"\n'
        f'"CH","26044{at}0","PC 459","BURGLARY","F"\n' + (f'"HD","26044{at}0","USMS"\n' if at % 2 else "")
        for at in range(10)
    ]
    _, made = read(tmp_path, "".join(rows) + '"TR","10"\n', "r.txt")
    assert next((each.given_name, each.family_name) for each in made.people) == ("JOHN", "O'ROURKE")
    assert [each.booked_at.strftime("%H:%M") for each in bookings(made)][:2] == ["06:10", "06:11"]
    assert [bool(each.holds) for each in bookings(made)] == [False, True] * 5
    assert needs_person(check(made, DAY))


def test_people_bookings_and_charges_in_three_files_are_joined_by_the_bookings(tmp_path):
    (tmp_path / "offender.csv").write_text(
        "offender_id,last_name,first_name,birth_date\n"
        + "".join(f"500{at},{NAMES[at]},JOHN,1980-05-1{at}\n" for at in range(10))
    )
    (tmp_path / "booking.csv").write_text(
        "offender_booking_id,offender_id,booking_begin_date\n"
        + "".join(f"8812{at}0,500{at},2026-07-1{at} 04:1{at}:00\n" for at in range(10))
    )
    (tmp_path / "charge.csv").write_text(
        "charge_id,offender_booking_id,offense_code,offense_description\n"
        + "".join(f"9{at}{k},8812{at}0,PC {459 - k},BURGLARY\n" for at in range(10) for k in range(2))
    )
    toml = draft_profile(tmp_path, judge=_is_statute, today=DAY).toml
    made = read_account(tmp_path, read_profile(toml, "d.toml"), export_day=DAY)
    assert next(each.booking_id for each in bookings(made)) == "881200"
    assert all(each.family_name and len(each.bookings[0].charges) == 2 for each in made.people)


def test_a_row_about_a_person_belongs_to_each_of_their_bookings(tmp_path):
    (tmp_path / "people.csv").write_text("pid,last,first\n1,ROE,ANN\n")
    (tmp_path / "bookings.csv").write_text("bid,pid\nB1,1\nB2,1\n")
    words = (
        'name = "t"\n[file]\nshape = "table"\nname = "bookings.csv"\n[[join]]\nname = "p"\nfile = "people.csv"\non = "pid"\n'
        '[columns]\nbooking_id = "bid"\nperson_id = "pid"\nfamily_name = "p.last"\ngiven_name = "p.first"\n'
    )
    made = read_account(tmp_path, read_profile(words, "t.toml"), export_day=DAY)
    assert [len(each.bookings) for each in made.people] == [2]
    assert not made.refused


def test_lines_whose_words_say_what_stands_behind_them_are_read(tmp_path):
    lines = [
        f"{NAMES[at] + ', JOHN':<20}DOB 05/1{at}/1980  M/W\n   BKG 2026-0{at}23  IN 07/1{at}/2026 0412  OUT __/__/____  HSG B{at}\n"
        f"   CHG {'459 PC' if at % 2 else '484(A) PC':<12}THEFT OR SO      F  PEND\n"
        + ("   HLD ICE\n" if at % 3 == 0 else "")
        for at in range(10)
    ]
    _, made = read(tmp_path, "ROSTER\n\n" + "".join(lines), "r.txt")
    assert next(each.booking_id for each in bookings(made)) == "2026-0023"
    assert all(each.booked_at and each.charges[0].grade == "felony" for each in bookings(made))
    assert [each.holds for each in bookings(made)][:2] == [("ICE",), None]


def test_a_mark_beside_one_that_is_a_hold_and_a_draft_without_statutes_are_asked_about(tmp_path):
    head = "Booking No,Name,DOB,ICE,OTHER CO,Offense"
    toml, made = table(tmp_path, head, '26{at}00,"{name}, JOHN",1980-05-{day},X,X,THEFT OF SOMETHING')
    assert '\\"OTHER CO\\" answers a question; whether a yes there is a hold' in toml
    assert "No column is read as the statute of a charge" in toml
    assert needs_person(check(made, DAY))


def test_a_suffix_between_the_names_is_a_suffix():
    assert split_name("PHAM, JR, NADIA D") == Name("PHAM", "NADIA", "D", "JR")
    assert split_name("PHAM, NADIA, JR") == Name("PHAM", "NADIA", "", "JR")


def test_words_of_one_cell_of_a_pdf_stand_one_blank_apart_and_columns_at_their_place():
    def word(text, x0):
        return {"text": text, "x0": x0, "x1": x0 + 5.0 * len(text), "bottom": 10.0, "top": 0.0}

    rows = [[word("DOE,", 0), word("JANE" if at % 2 else "AL", 22.5), word("ICE", 100)] for at in range(6)]
    lines = [_set(row, 4.0, 0.0, _starts(rows)) for row in rows]
    assert lines[:2] == ["DOE, AL".ljust(25) + "ICE", "DOE, JANE".ljust(25) + "ICE"]


def test_a_time_of_day_is_read_whatever_its_header_calls_it_and_so_is_that_of_a_release(tmp_path):
    head = "BKG_NBR,NAME,DOB,DT_BOOK,TM_BOOK,DT_REL,TM_REL,HOLD"
    row = '26{at}00,"{name}, JOHN",1980-05-{day},202607{day},0925,{out},ICE'
    rows = [
        row.format(at=at, name=NAMES[at], day=f"{at + 1:02}", out="20261105,1135" if at == 3 else "00000000,0000")
        for at in range(10)
    ]
    _, made = read(tmp_path, "\n".join([head, *rows, ""]))
    assert {each.booked_at.strftime("%H:%M") for each in bookings(made)} == {"09:25"}
    assert [each.released_at and each.released_at.strftime("%H:%M") for each in bookings(made)][2:4] == [None, "11:35"]
    asked = [each["what"] for each in check(made, DAY)["repaired"] if "left unknown" in each["what"]]
    assert [each[:31] for each in asked] == ['every inmate has the hold "ICE"', "make sure: No column is read as"]


def test_a_column_of_no_and_of_agencies_is_a_column_of_holds(tmp_path):
    rows = [f'26{at}00,"{NAMES[at]}, JOHN",1980-05-1{at},{"OTHER COUNTY" if at == 3 else "NO"}' for at in range(10)]
    _, made = read(tmp_path, "\n".join(["Booking #,Name,DOB,Hold?", *rows, ""]))
    assert [each.holds for each in bookings(made)][2:4] == [(), ("OTHER COUNTY",)]


def test_a_number_of_the_row_is_nobodys_and_a_case_is_no_court(tmp_path):
    rows = [
        f'{at},26{at // 2}00,"{NAMES[at // 2]}, JOHN",1980-05-1{at // 2},PC 459,CF-2026-00{at}1,ICE' for at in range(20)
    ]
    toml, made = read(tmp_path, "\n".join(["ID,Booking #,Name,DOB,Statute,Court Case,Hold", *rows, ""]))
    assert "person_id =" not in toml
    assert 'case_number = "Court Case"' in toml
    assert {len(each.charges) for each in bookings(made)} == {2}


def test_a_title_before_its_code_is_a_part_of_the_section(tmp_path):
    lines = [
        f"26120000{at} {NAMES[at] + ', JO':<14} 11/1{at}/1988  04/0{at + 1}/2026 19:05\n"
        f"      {('720 ILCS 5/12-3.2', '625 ILCS 5/11-501', '720 ILCS 570/402(c)')[at % 3]:<24} BATTERY OR SO     Misd. A   500\n"
        for at in range(9)
    ]
    _, made = read(tmp_path, "".join(lines), "r.txt")
    assert {(each.statute, each.grade) for each in charges(made)} >= {("720 ILCS 5/12-3.2", "misdemeanor")}


def test_detainers_that_ended_in_a_tree_are_asked_about(tmp_path):
    data = [
        {
            "bookingNo": f"26{at}00", "last": NAMES[at], "first": "JOHN", "dob": f"1980-05-1{at}",
            "detainers": [{"agency": "US Marshal", "released": "2026-04-01" if at == 3 else None}],
            "charges": [{"statute": "PC 459"}],
        }
        for at in range(10)
    ]  # fmt: skip
    toml, made = read(tmp_path, json.dumps(data), "export.json")
    assert "says how holds stand: 1 of them ended there, and are read as holds still" in toml
    assert needs_person(check(made, DAY))


def test_rows_that_a_column_of_kinds_calls_detainers_are_holds_of_whomever_the_words_name(tmp_path):
    rows = [
        f'26{at}00,"{NAMES[at]}, JOHN",1980-05-1{at},{kind}'
        for at in range(10)
        for kind in ("CHARGE,PC 459,BURGLARY", *(["DETAINER,,ORANGE COUNTY SO"] if at % 3 == 0 else []))
    ]
    _, made = read(tmp_path, "\n".join(["Booking No,Name,DOB,Record Type,Law Section,Narrative", *rows, ""]))
    assert [each.holds for each in bookings(made)][:2] == [("ORANGE COUNTY SO",), None]
    assert {len(each.charges) for each in bookings(made)} == {1}


def test_a_day_and_its_time_in_a_tree_are_one_moment(tmp_path):
    data = [
        {
            "bookingId": f"26{at}00", "lastName": NAMES[at], "firstName": "JOHN", "birthDate": "05/11/1980",
            "bookingDate": f"07/1{at}/2026", "bookingTime": "12:49", "chargeCode": "459 PC",
        }
        for at in range(10)
    ]  # fmt: skip
    _, made = read(tmp_path, json.dumps(data), "export.json")
    assert {each.booked_at.strftime("%H:%M") for each in bookings(made)} == {"12:49"}


def test_a_number_of_an_admission_is_no_date_and_a_day_alone_is_read_as_a_day(tmp_path):
    toml, made = table(tmp_path, "AdmissionNo,Name,DOB,BookDt", '31{at}000,"{name}, JOHN",1980-05-{day},07{day}26')
    assert 'booking_id = "AdmissionNo"' in toml
    assert {each.booked_at.strftime("%Y-%m") for each in bookings(made)} == {"2026-07"}


def test_fixed_columns_under_a_head_without_a_comma_name_are_read(tmp_path):
    head = "BOOKNO  LASTNAME       FIRSTNAME      MI SFX DOB      SX BOOKDTTM      HOLD OFFENSE\n"
    lines = [
        f"88{at}00   {NAMES[at]:<15}{'JOHN':<15}{'A' if at % 2 else '':<3}{'III' if at == 4 else '':<4}1978060{at + 1} M  "
        f"20260609162{at}  {'USMS' if at == 2 else '':<5}{('PC 459', 'HS 11377')[at % 2]}\n"
        for at in range(9)
    ]
    _, made = read(tmp_path, head + "".join(lines), "r.txt")
    assert [(each.family_name, each.middle_name) for each in made.people][:2] == [("ABLE", None), ("BAKER", "A")]
    assert [each.holds for each in bookings(made)][2] == ("USMS",)
