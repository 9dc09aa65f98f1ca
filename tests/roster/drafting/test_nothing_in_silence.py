"""What an export must tell is read, or its absence is said: births, statutes in parts, holds in two columns, people in parts."""

import io
import json
import zipfile
from datetime import date

import pytest

from habeas.common.errors import BadInputError
from habeas.roster.check import check, report
from habeas.roster.date_words import by_name, date_form
from habeas.roster.draft import draft_of
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account

DAY = date(2026, 11, 29)
STATUTES = ("609.52", "609.582", "152.025", "169.20")


def drafted(text, name="export.csv"):
    return draft_of(text.encode(), name, today=DAY)


def read(folder, text, name="export.csv"):
    made = drafted(text, name)
    (folder / name).write_text(text, encoding="utf-8")
    return made, read_account(folder / name, read_profile(made.toml, "x.toml"), export_day=DAY)


def rows(head, row, count=12):
    return "\n".join([head, *(row.format(at=at, day=at % 27 + 1, year=1960 + at % 40) for at in range(10, 10 + count))])


@pytest.mark.parametrize("header", ["Textbox7", "Contbx", "Field 9"])
def test_a_column_of_births_without_a_header_that_says_so_is_read_and_asked_about(header):
    made = drafted(
        rows(f"Booking No,Last Name,First Name,{header},Booked", "26-{at}00,ABLE,JO,02/{day:02}/{year},2026-03-04")
    )
    assert f'date_of_birth = "{header}"' in made.toml
    assert f'\\"{header}\\" is read as date_of_birth' in made.toml.partition("[file]")[0]


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        ("Booking No,Last Name,First Name,Booked,Statute", "26-{at}00,ABLE,JO,2026-03-04,PC 459", "the date of birth"),
        ("Booking No,Last Name,First Name,DOB,Booked", "26-{at}00,ABLE,JO,{year}-02-03,2026-03-04", "a charge"),
        ("Booking No,Last Name,First Name,DOB,Statute", "26-{at}00,ABLE,JO,{year}-02-03,PC 459", "the time of the booking"),
    ],
)  # fmt: skip
def test_a_draft_without_what_an_export_must_tell_asks_at_each_import(head, row, said):
    assert f"No column is read as {said}" in drafted(rows(head, row)).toml.partition("[file]")[0]


def test_the_account_says_what_the_roster_tells_of_nobody(tmp_path):
    text = rows("Booking No,Last Name,First Name,Booked", "26-{at}00,ABLE,JO,2026-03-04")
    found = check(read(tmp_path, text)[1], DAY)
    assert found["told_of_nobody"] == ["date_of_birth", "charges"]
    assert "The roster tells of nobody: date_of_birth, charges." in report(found)


@pytest.mark.parametrize(("head", "mark"), [("Chapter,Section", "."), ("Title,Article,Section", "-")])
def test_a_statute_in_parts_is_never_its_section_alone(tmp_path, head, mark):
    parts = "609,52" if mark == "." else "39,14,103"
    text = rows(
        f"Booking No,Last Name,First Name,DOB,Booked,{head},Offense",
        "26-{at}00,ABLE,JO,{year}-02-03,2026-03-04," + parts + ",THEFT",
    )
    _, roster = read(tmp_path, text)
    assert {charge.statute for who in roster.people for stay in who.bookings for charge in stay.charges} == {
        parts.replace(",", mark)
    }


def objects(count=12):
    return [
        {"no": f"26-{at}00", "last": "ABLE", "first": "JO", "born": f"19{at}-02-03", "booked": "2026-03-04T10:00",
         "DetainerAgency1": "ICE" if at % 3 else "", "DetainerAgency2": "USMS" if at % 2 else ""}
        for at in range(50, 50 + count)
    ]  # fmt: skip


def test_agencies_in_two_numbered_keys_are_all_holds(tmp_path):
    _, roster = read(tmp_path, json.dumps({"inmates": objects()}), "export.json")
    held = [stay.holds for who in roster.people for stay in who.bookings]
    assert held[:2] == [("ICE",), ("USMS",)]
    assert ("ICE", "USMS") in held


def test_people_in_several_parts_are_all_read(tmp_path):
    parts = [{each.pop("no"): each for each in objects()[place::2]} for place in (0, 1)]
    _, roster = read(tmp_path, json.dumps({"units": {"North": parts[0], "South": parts[1]}}), "export.json")
    assert len(roster.people) == 12


def test_a_second_list_of_people_is_not_left_in_silence():
    made = drafted(json.dumps({"inmates": objects(), "work_release": objects(3)}), "export.json")
    assert 'work_release[]\\" holds 3 more that look like people, and is not read.' in made.toml.partition("[file]")[0]


def test_a_family_name_in_two_columns_is_read_whole_with_the_hour_of_the_booking(tmp_path):
    text = rows(
        "Núm. Ingreso,Apellido Paterno,Apellido Materno,Nombre,Fecha Nac.,Fecha Ingreso,Hora Ingreso",
        "26-{at}00,RIVERA,SOTO,JO,{day:02}/02/{year},15/03/2026,14:05",
    )
    _, roster = read(tmp_path, text)
    assert roster.people[0].family_name == "RIVERA SOTO"
    assert roster.people[0].bookings[0].booked_at.hour == 14


@pytest.mark.parametrize(
    ("header", "cell", "plain"),
    [
        ("Left Custody", "2026-05-{day:02}", "released_at"), ("DOC #", "77{at}{at}", "person_id"), ("OCA", "77{at}{at}", "person_id"),
        ("Ext", "JR", "suffix"), ("BookOutDate", "2026-05-{day:02} 10:00", "released_at"), ("PERS_NO", "77{at}{at}", "person_id"),
        ("Person UID", "77{at}{at}", "person_id"), ("File", "25CR{at}{at}", "case_number"), ("Bond", "2500.0000", "bail"),
    ],
)  # fmt: skip
def test_headers_of_other_vendors_are_read(header, cell, plain):
    text = rows(
        f"Booking No,Last Name,First Name,DOB,Booked,{header}", "26-{at}00,ABLE,JO,{year}-02-03,2026-03-04," + cell
    )
    assert f'{plain} = "{header}"' in drafted(text).toml


def block(at):
    return "\n".join(
        [
            "-" * 60,
            f"Prisoner: ABLE, JO{chr(at + 15)}",
            f"Booking #: 26-{at}00    OCA: 77{at}{at}",
            f"DOB: 02/03/19{at}   Sex: M",
            "Booked: 03/04/2026 10:15",
            "Charges:",
            f"   RCW 9A.52.030  BURGLARY{' SECOND' * (at % 3)}  (FELONY)  Bail: ${at}00  Cause: 25CR{at}{at}",
            f"   RCW 9A.56.050  THEFT{' THIRD' * (at % 2)}  (MISD)  Bail: $0  Cause: 25CM{at}{at}",
        ]
    )


def test_cells_of_a_charge_that_stand_behind_one_another_are_told_apart(tmp_path):
    _, roster = read(tmp_path, "\n".join(block(at) for at in range(50, 60)) + "\n", "export.txt")
    charge = roster.people[0].bookings[0].charges[0]
    assert (charge.description, charge.grade, charge.bail, charge.case_number) == (
        "BURGLARY SECOND SECOND",
        "felony",
        "$5000",
        "25CR5050",
    )
    assert roster.people[0].person_id == "775050"


@pytest.mark.parametrize("goes_on", ["*** CONTINUED FROM PAGE 1 ***", "(CONT)"])
def test_a_charge_with_the_word_cont_does_not_make_its_line_another_bookings(tmp_path, goes_on):
    lines = ["Booking    Name            Born        In                 Statute      Offense"]
    words = ("POSS CONT SUB", "DEALING CONT")
    lines += [
        f"26-{at}0000  Able, Jo{chr(at + 47)}        03/02/19{at}  03/04/2026 10:15   9A.52.030    {words[at % 2]}"
        for at in range(50, 62)
    ]
    again = f"26-610000  Able, Jo{chr(108)}        03/02/1961  {goes_on}"
    _, roster = read(tmp_path, "\n".join([*lines, again]) + "\n", "export.txt")
    assert len(roster.people) == 12
    assert all(stay.booked_at for who in roster.people for stay in who.bookings)


def zipped(end, **more):
    files = {
        "STAY.TXT": rows("BK_NO|LAST|FIRST|DOB|IN_DT", "26-{at}00|ABLE|JO|02/{day:02}/{year}|03/04/2026 10:15"),
        "OFFENSE.TXT": rows("BK_NO|STATUTE|OFFENSE", "26-{at}00|RCW 9A.52.030|BURGLARY"),
        "DETAINER.TXT": f"BK_NO|HOLD_FOR|START|END\n26-1000|ICE|03/05/2026|{end}\n26-1100|USMS|03/05/2026|03/09/2026",
    } | more
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("end", "held"), [("NULL", {("ICE",)}), ("", {("ICE",)}), ("12/31/9999", {("ICE",), ("USMS",)})]
)
def test_a_zip_of_files_is_drafted_whole_and_no_hold_that_goes_on_is_lost(tmp_path, end, held):
    data = zipped(end)
    made = draft_of(data, "export.zip", today=DAY)
    (tmp_path / "export.zip").write_bytes(data)
    roster = read_account(tmp_path / "export.zip", read_profile(made.toml, "x.toml"), export_day=DAY)
    assert len(roster.people) == 12
    assert {stay.holds for who in roster.people for stay in who.bookings} - {None} == held
    assert ("says how holds stand" in made.toml) is (len(held) > 1)


def test_a_zip_within_a_zip_is_named_and_not_opened():
    made = draft_of(zipped("", **{"INNER.ZIP": zipped("")}), "export.zip", today=DAY)
    assert "INNER.ZIP" in " ".join(made.notes)


def test_a_zip_of_a_zip_alone_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("INNER.ZIP", zipped(""))
    with pytest.raises(BadInputError, match="none of its files"):
        draft_of(stream.getvalue(), "export.zip", today=DAY)


def test_a_page_keeps_numbers_that_are_written_as_formulas_and_the_states_number_is_a_persons(tmp_path):
    head = "<table><tr><th>SID</th><th>Booking No</th><th>Last</th><th>First</th><th>DOB</th><th>Booked</th></tr>"
    text = head + "".join(
        f'<tr><td>="00{at}77"</td><td>26-{at}00</td><td>ABLE</td><td>JO</td><td>19{at}-02-03</td><td>2026-03-04</td></tr>'
        for at in range(50, 60)
    )
    _, roster = read(tmp_path, text + "</table>", "export.xls")
    assert roster.people[0].person_id == "005077"
    assert roster.people[0].state_id == "005077"


def test_what_says_that_a_page_goes_on_does_not_make_one_cell_of_those_below_it(tmp_path):
    lines = ["BOOKING NO  NAME              DOB         BOOKED IN         STATUTE"]
    lines += [
        f"26-{at}0000   ABLE, JO{chr(at + 15)}         03/02/19{at}  03/04/2026 10:15  9A.52.030"
        for at in range(50, 60)
    ]
    lines += [
        f"26-{at}0000   ABLE, JO{chr(at + 15)}         03/02/19{at}  *** CONTINUED FROM PREVIOUS PAGE ***"
        for at in (52, 55)
    ]
    _, roster = read(tmp_path, "\n".join(lines) + "\n", "export.txt")
    assert len(roster.people) == 10
    assert all(stay.booked_at for who in roster.people for stay in who.bookings)


def test_aliases_as_objects_bail_in_lines_and_a_section_that_looks_like_an_amount(tmp_path):
    people = [
        each
        | {
            "akas": [{"last": f"ROE{place}", "first": "SAM"}, {"last": "POE", "first": "ANN"}],
            "counts": [{"ORC": "2911.12", "words": "BURGLARY"}],
        }
        for place, each in enumerate(objects())
    ]
    _, roster = read(tmp_path, json.dumps({"inmates": people}), "export.json")
    assert roster.people[0].family_name == "ABLE"
    assert roster.people[0].aliases == ("ROE0, SAM", "POE, ANN")
    assert roster.people[0].bookings[0].charges[0].statute == "2911.12"
    text = rows(
        "Booking No,Last Name,First Name,DOB,Booked,Statute,Bail",
        '26-{at}00,ABLE,JO,{year}-02-03,2026-03-04,"PC 459\nPC 594","15000\n250"',
    )
    _, roster = read(tmp_path, text)
    assert [charge.bail for charge in roster.people[0].bookings[0].charges] == ["15000", "250"]


def test_records_of_other_names_and_numbers_of_cases_are_read(tmp_path):
    lines = ["F|DEPT|20261129|0630"]
    for at in range(50, 62):
        lines += [f"B|26-{at}0000|ABLE|JO{chr(at + 15)}|19{at}0302|M|202603041015"]
        lines += [
            "K|1|RCW 9A.52.030|BURGLARY SECOND|500|25CR0" + str(at),
            "K|2|RCW 9A.56.050|THEFT|1000|26CM1" + str(at),
        ]
        lines += [f"AKA|ROE, SAM{chr(at + 15)}"] if at % 2 else []
    _, roster = read(tmp_path, "\n".join([*lines, "Z|12"]) + "\n", "export.txt")
    assert roster.people[1].aliases == ("ROE, SAMB",)
    assert roster.people[0].bookings[0].charges[0].case_number == "25CR050"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1260714", "2026-07-14"), ("0850312", "1985-03-12"), ("1260714 1530", "2026-07-14T15:30:00"),
        ("12607141530", "2026-07-14T15:30:00"), ("2260714", ""), ("1261314", ""),
    ],
)  # fmt: skip
def test_days_with_a_digit_for_the_century(text, moment):
    found = by_name(date_form("cyymmdd"), text)
    assert (found.isoformat() if found else "") == moment
