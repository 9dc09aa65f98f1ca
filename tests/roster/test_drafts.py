"""A draft looks at the cells first, says what it could not tell, and proposes nothing that the cells contradict."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from habeas.common.errors import BadInputError
from habeas.roster.distinct import ruled, values_of
from habeas.roster.draft import ProfileDraft, draft_of, draft_profile
from habeas.roster.drafting.cells import dates_of
from habeas.roster.profile import Profile, load_profile, read_profile
from habeas.roster.read import read_roster
from habeas.roster.records import Roster
from tests.roster.test_newer_lines_and_trees import DOCUMENT
from tests.roster.test_newer_tables import workbook

TODAY = date(2025, 7, 18)
NAMES = [
    "DOE, JANE ANN",
    "ROE, SAM",
    "VAN DER BERG, TOM JR",
    "POE, EDGAR",
    "LOE, KIM",
    "MOE, LEE",
    "COE, PAT",
    "FOE, RAY",
]
CHARGES = ["PC 211", "PC496(A)-F", "11377(A) H&S/M", "PV - 1203.2 PC", "HOLD-ICE", "PC 459", "23152(A)VC/M", "FED HOLD"]


def export() -> str:
    head = "BKNO|PFN|INMATE_NAME|DOB|SEX|BKDATE|PROJ_REL|WEIGHT|CHARGE|DISPO\n"
    out = ["20270308", "00000000", "00000000"]
    rows = [
        f"2025-{n:05}|PFN7000{n:02}|{NAMES[n % 8]}|0{n % 9 + 1}/13/{60 + n}|{'MF'[n % 2]}|{n + 1:02}-JUL-2024 11:19|{out[n % 3]}|{150 + n}"
        f"|{CHARGES[n % 8]}|{['P', 'PENDING', 'SENT', 'DISM', 'ZZZ'][n % 5]}\n"
        for n in range(24)
    ]
    return head + "".join(rows) + "TRAILER|24\n"


def drafted(folder: Path, data: bytes | str, name: str) -> tuple[ProfileDraft, Profile, Roster]:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    draft = draft_profile(path, today=TODAY)
    profile = read_profile(draft.toml, "draft.toml")
    return draft, profile, read_roster(path, profile, export_day=TODAY)


def test_a_draft_of_a_table_reads_the_file_it_was_made_for(tmp_path):
    draft, profile, made = drafted(tmp_path, export(), "charges.dat")
    assert profile.columns == {
        "booking_id": "BKNO", "person_id": "PFN", "full_name": "INMATE_NAME", "date_of_birth": "DOB", "sex": "SEX", "booked_at": "BKDATE",
        "scheduled_release_on": "PROJ_REL", "statute": "CHARGE", "charge_disposition": "DISPO",
    }  # fmt: skip
    assert profile.forms["booked_at"] == "dd-MON-yyyy hh:mm"
    assert [(each.is_, each.when) for each in profile.rows] == [("hold", {"CHARGE": ["HOLD-ICE", "FED HOLD"]})]
    assert profile.totals[0].line == "TRAILER|{rows}"
    assert "'ZZZ' 4" in draft.toml
    assert 'pending = ["P", "PENDING"]  # P 5, PENDING 5' in draft.toml
    charges = [charge for person in made.people for charge in person.bookings[0].charges]
    assert (len(made.people), len(charges)) == (24, 18)
    assert {each.statute for each in charges} == {
        "PC 211",
        "PC 496(A)",
        "HS 11377(A)",
        "PC 1203.2",
        "PC 459",
        "VC 23152(A)",
    }
    assert {each.grade for each in charges if each.statute == "PC 496(A)"} == {"felony"}


def test_a_weight_is_no_statute_and_a_jail_number_is_none_either(tmp_path):
    _, profile, _ = drafted(tmp_path, export().replace("|WEIGHT|", "|STATUTE|"), "charges.dat")
    assert profile.columns["statute"] == "CHARGE"


def test_a_header_that_its_cells_contradict_is_not_believed(tmp_path):
    draft, profile, _ = drafted(
        tmp_path, export().replace("|DOB|", "|SENTENCE_DT|").replace("|BKDATE|", "|DOB|"), "charges.dat"
    )
    assert "2024" not in str(profile.columns)
    assert profile.columns.get("date_of_birth") != "DOB"
    assert "DOB" in draft.toml.split("What could not be told")[1]


def test_a_draft_of_a_workbook_finds_header_rows_repeats_and_what_is_hidden(tmp_path):
    rows: list[list[object]] = [
        ["County"],
        [],
        ["Inmate", "", "", "Booking", "Charge", "", ""],
        ["SO #", "Name", "Secret", "Number", "Code", "Section", "Status"],
    ]
    for n in range(12):
        rows.append([500 + n, NAMES[n % 8], "informant", 12345 + n, "CVC", "23152(a)", "Pending"])
        rows.append(["", "", "", "", "PC", "459", "Sentenced"])
    rows.append(["Total inmates", 12])
    draft, profile, made = drafted(tmp_path, workbook(rows, {2: True}), "custody.xlsx")
    assert profile.file.header == [3, 4]
    assert profile.file.repeats == "blank"
    assert profile.left_out == ("Inmate / Secret",)
    assert any("Hidden in the workbook" in note for note in draft.notes)
    assert (len(made.people), sum(len(each.bookings[0].charges) for each in made.people)) == (12, 24)
    assert made.people[0].bookings[0].charges[0].statute == "VC 23152(a)"


def test_a_draft_of_a_tree_finds_people_bookings_charges_and_filters(tmp_path):
    document = json.loads(json.dumps(DOCUMENT))
    person = document["data"]["inmates"][0]
    document["data"]["inmates"] = [person | {"id": 7 + n} for n in range(6)]
    for n, each in enumerate(document["data"]["inmates"]):
        each["stays"] = [each["stays"][0] | {"number": f"B{n}"}]
    document["meta"]["total"] = 6
    draft = draft_of(json.dumps(document).encode(), "d.json", today=TODAY)
    profile = read_profile(draft.toml.replace('"bookings.number"', '"bookings.number"'), "d.toml")
    assert (profile.file.people, profile.file.bookings, profile.file.charges) == (
        "data.inmates[]",
        "stays[]",
        "arrests[].charges[]",
    )
    assert profile.columns["family_name"] == "names[type=legal].last"
    assert profile.columns["holds"] == "bookings.detainers[active=true].type"
    assert profile.totals[0].path == "meta.total"


def test_a_draft_of_a_print_report_finds_its_lines_and_its_ruler(tmp_path):
    head = "ALDER COUNTY SHERIFF     ROSTER BY NUMBER              PAGE {n}\n\n"
    head += " BOOKING   JID    NAME                      SEX DOB        BOOKED\n------------------------------\n"
    text = ""
    for n in range(24):
        text += head.format(n=n // 8 + 1) if n % 8 == 0 else ""
        text += f" 2500{n:04}  J1{n:04} {NAMES[n % 8]:<25} {'MF'[n % 2]}   0{n % 9 + 1}/13/{1960 + n} 07/{n % 28 + 1:02}/24 1153\n"
        text += f"      01 {CHARGES[0]:<15} ROBBERY IN THE       {['PEND', 'SENT', 'DISM'][n % 3]}\n"
        text += "                         SECOND DEGREE\n"
        text += "      ** HOLD: ICE DETAINER\n" if n % 4 == 0 else ""
    _, _, made = drafted(tmp_path, text + "\n** TOTAL INMATES: 24   CHARGES: 24 **\n", "report.txt")
    assert len(made.people) == 24
    first = made.people[0]
    assert (first.family_name, str(first.date_of_birth), first.bookings[0].holds) == (
        "DOE",
        "1960-01-13",
        ("ICE DETAINER",),
    )
    charge = first.bookings[0].charges[0]
    assert (charge.statute, charge.description, charge.disposition) == (
        "PC 211",
        "ROBBERY IN THE SECOND DEGREE",
        "pending",
    )
    assert not [each for each in made.repaired if "agree" in each.what]


def test_what_is_neither_table_nor_report_is_not_drafted():
    with pytest.raises(BadInputError, match="neither a table nor a report"):
        draft_of(b"Dear sheriff,\nhere is nobody.\n", "letter.txt", today=TODAY)


def test_the_values_of_a_column_are_listed_with_their_counts(tmp_path):
    (tmp_path / "x.dat").write_text(export(), encoding="utf-8")
    assert values_of(tmp_path / "x.dat", "DISPO")[0] == ("P", 5)
    with pytest.raises(BadInputError, match='did you mean "DISPO"'):
        values_of(tmp_path / "x.dat", "DISP")
    (tmp_path / "d.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    assert values_of(tmp_path / "d.json", "charges.set") == [("PEN", 1), ("VC", 1)]
    (tmp_path / "p.csv").write_text("booking_id,person_id,sex\n1,2,M\n3,4,M\n", encoding="utf-8")
    assert values_of(tmp_path / "p.csv", "sex", load_profile("plain")) == [("M", 2)]


def test_lines_stand_under_a_ruler(tmp_path):
    (tmp_path / "r.txt").write_text(" 25000001  DOE, JANE\n", encoding="utf-8")
    assert ruled(tmp_path / "r.txt").splitlines() == [
        "     |        10        20",
        "     |12345678901234567890",
        "   1 | 25000001  DOE, JANE",
    ]


WIDE = "Booking Number,Inmate Name,Booked,Offense 1 Code,Offense 1 Class,Offense 2 Code,Offense 2 Class,ICE,Release\n"
for _n in range(10):
    second = "PC 459,Misd" if _n % 2 else ","
    WIDE += f"B{_n},JANE DOE{'ABCDEFGHIJ'[_n]},07/0{_n % 9 + 1}/2024 10:15,PC 211,Felony,{second},{'YN'[_n % 2]},09/0{_n % 9 + 1}/2026\n"


def test_numbered_columns_are_one_and_marks_of_a_hold_are_flags(tmp_path):
    draft, profile, made = drafted(tmp_path, '"Jail Roster","As of July 17, 2025"\n' + WIDE, "wide.csv")
    assert profile.columns["statute"] == "Offense {n} Code"
    assert profile.flags == {"ICE": {"Y": "ICE HOLD", "N": ""}}
    assert profile.columns["scheduled_release_on"] == "Release"
    assert sum(len(each.bookings[0].charges) for each in made.people) == 15
    assert "full_name" not in profile.columns
    assert any("nobody can tell which word is the family name" in note for note in draft.notes)


def test_a_line_that_may_tell_of_a_hold_is_never_skipped():
    text = ""
    for n in range(12):
        text += f"Name: {NAMES[n % 8]:<25} DOB: 0{n % 9 + 1}/13/1970\n  Booking: 25{n:04}  Booked: 07/01/2024 10:15\n    ! DETAINER ICE\n"
    profile = read_profile(draft_of(text.encode(), "list.txt", today=TODAY).toml, "list.toml")
    assert profile.columns["booking_id"] == "booking_id"
    assert not [each for each in profile.file.skip if "DETAINER" in each]


def test_a_draft_says_where_it_reads_nothing_as_a_hold_and_a_zip_is_drafted_file_by_file(tmp_path):
    draft = draft_of(b"Booking Number,Last Name,First Name\n1,DOE,JANE\n2,ROE,SAM\n", "x.csv", today=TODAY)
    assert any("Nothing is read as a hold" in note for note in draft.notes)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("people.csv", "")
    with pytest.raises(BadInputError, match=r"none of its files can be drafted"):
        draft_of(stream.getvalue(), "x.zip", today=TODAY)


@pytest.mark.parametrize(
    ("moments", "form"),
    [
        ([f"{n % 6 + 1:02}{n + 1:02}20251924" for n in range(24)], "mmddyyyyhhmm"),
        ([f"{n + 1:02}{n % 6 + 1:02}20251924" for n in range(24)], "ddmmyyyyhhmm"),
        ([f"{60 + n:02}{n % 6 + 1:02}20251924" for n in range(24)], None),
        ([str(1735365360000 + n * 86_400_000) for n in range(24)], "milliseconds since 1970 UTC"),
    ],
)
def test_digits_are_a_moment_since_1970_only_where_no_day_of_the_calendar_is_written_and_the_years_can_be(
    tmp_path, moments, form
):
    rows = [f"B{n:04},{NAMES[n % 8].split(',')[0]},0{n % 9 + 1}13{1960 + n},{moments[n]}\n" for n in range(24)]
    (tmp_path / "a.csv").write_text("Booking No,Last Name,DOB,Booking Date\n" + "".join(rows))
    toml = draft_profile(tmp_path / "a.csv", today=TODAY).toml
    profile = read_profile(toml, "draft.toml")
    assert profile.forms_of("booked_at") == ((form,) if form else ()), toml


def test_digits_that_begin_with_a_day_or_with_a_zero_are_no_moment():
    assert dates_of([f"{n + 1:02}122025192" for n in range(9, 24)]) is None
    assert dates_of([f"0{n}99202519240" for n in range(1, 9)]) is None
    assert dates_of([str(1735365360000 + n * 86_400_000) for n in range(24)]).form == "milliseconds since 1970 UTC"


def test_a_draft_never_takes_a_full_name_and_a_part_of_it(tmp_path):
    rows = "".join(
        f'{1000 + n},"{name}",{name.split(", ")[1].split()[0]},{name.split(",")[0]},0{n % 9 + 1}/02/1980\n'
        for n, name in enumerate(NAMES)
    )
    made, profile, roster = drafted(tmp_path, "Booking_Number,Full_Name,First_Name,Last_Name,DOB\n" + rows, "names.csv")
    taken = set(profile.columns)
    assert not ({"full_name"} <= taken and taken & {"given_name", "family_name"})
    assert not any("DOES NOT READ" in note for note in made.notes)
    assert {each.family_name for each in roster.people} == {name.split(",")[0] for name in NAMES}


def test_a_draft_that_does_not_read_its_file_says_so_and_why(tmp_path, monkeypatch):
    def refuse(*given):
        raise BadInputError("line 3: nothing of it can be read.")

    (tmp_path / "x.csv").write_text("person_id,booking_id\n1001,2001\n")
    monkeypatch.setattr("habeas.roster.draft.read_newer", refuse)
    made = draft_profile(tmp_path / "x.csv", today=TODAY)
    assert any("DOES NOT READ THE FILE YET: line 3" in note for note in made.notes)
