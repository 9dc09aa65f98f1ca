"""A folder of files, or a workbook of sheets, is drafted joined; a joined table that is empty or cut short is said."""

import json
from datetime import date

import xlsxwriter

from habeas.roster.check import check, needs_person
from habeas.roster.draft import draft_profile
from habeas.roster.profile import read_profile
from habeas.roster.read import read_roster

PEOPLE = "Booking No,Last Name,First Name,DOB,Admit Date,Admit Time\n" + "".join(
    f"B{n},ROE{n},ANN,01/{n:02}/1980,10/{n:02}/2026,14{n:02}\n" for n in range(10, 22)
)
CHARGES = "Booking_No,Seq,Statute,Offense,Class\n" + "".join(f"B{n},1,PC 459,BURGLARY,F\n" for n in range(10, 22))
HOLDS = "Booking No,Agency,Placed,Removed\nB10,ICE,10/01/2026,\nB11,ICE,10/01/2026,10/05/2026\n"
DAY = date(2026, 11, 20)


def folder(tmp_path, charges=CHARGES, holds=HOLDS):
    for name, text in (("inmates.csv", PEOPLE), ("offenses.csv", charges), ("detainers.csv", holds)):
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_folder_is_read_joined_with_its_holds_and_without_those_that_ended(tmp_path):
    path = folder(tmp_path)
    made = read_roster(path, read_profile(draft_profile(path, judge=lambda text: "PC" in text).toml, "t.toml"))
    first, second = made.people[:2]
    assert [first.bookings[0].holds, second.bookings[0].holds] == [("ICE",), None]
    assert [(each.statute, each.grade) for each in first.bookings[0].charges] == [("PC 459", "felony")]
    assert first.bookings[0].booked_at.isoformat() == "2026-10-10T14:10:00"


def test_a_joined_file_without_rows_or_of_few_is_asked_about(tmp_path):
    toml = draft_profile(folder(tmp_path), judge=lambda text: "PC" in text).toml
    for charges, holds, said in (
        (CHARGES, HOLDS.split("\n", maxsplit=1)[0] + "\n", "detainers.csv holds no row"),
        ("\n".join(CHARGES.split("\n")[:4]) + "\n", HOLDS, "9 of 12 have no row in offenses.csv"),
    ):
        made = read_roster(folder(tmp_path, charges, holds), read_profile(toml, "t.toml"))
        found = check(made, DAY)
        assert any(said in each["what"] for each in found["repaired"])
        assert needs_person(found)


def test_a_joined_sheet_is_not_said_to_be_unread(tmp_path):
    path = tmp_path / "jail.xlsx"
    book = xlsxwriter.Workbook(path)
    for name, text in (("Inmates", PEOPLE), ("Charges", CHARGES)):
        sheet = book.add_worksheet(name)
        for number, line in enumerate(text.split("\n")):
            sheet.write_row(number, 0, line.split(","))
    book.close()
    toml = draft_profile(path, judge=lambda text: "PC" in text).toml
    assert 'sheet = "Charges"' in toml
    made = read_roster(path, read_profile(toml, "t.toml"))
    assert [each.statute for each in made.people[0].bookings[0].charges] == ["PC 459"]
    assert not [each.what for each in made.repaired if "not read" in each.what]


def test_of_holds_in_a_tree_those_that_ended_are_left_aside(tmp_path):
    people = {
        f"B{n}": {
            "name": {"last": f"ROE{chr(65 + n)}", "first": "ANN"},
            "born": "1980-01-02",
            "detainers": [{"from": "ICE", "cleared": n > 1}, {"from": "MARION CO SO", "cleared": False}],
            "matters": [{"section": "570.030", "label": "Stealing", "severity": "Fel"}],
        }
        for n in range(9)
    }
    path = tmp_path / "jail.json"
    path.write_text(json.dumps({"inmates": people}))
    made = read_roster(path, read_profile(draft_profile(path).toml, "t.toml"))
    assert [(each.bookings[0].booking_id, each.family_name) for each in made.people[:2]] == [
        ("B0", "ROEA"),
        ("B1", "ROEB"),
    ]
    assert made.people[0].bookings[0].charges[0].grade == "felony"
    assert [each.bookings[0].holds for each in made.people[1:3]] == [("ICE", "MARION CO SO"), ("MARION CO SO",)]
