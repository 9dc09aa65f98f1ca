"""A table of codes in a file of its own is read beside the codes; what it does not tell, or tells twice, is left unknown and said."""

import io
import zipfile
from datetime import date

import pytest

from habeas.common.errors import BadInputError
from habeas.roster.check import check, needs_person
from habeas.roster.draft import draft_of
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account

DAY = date(2026, 11, 29)
NAMES = ("ABLE, ANN", "BAKER, LUIS", "COLE, RAY", "DIAZ, INES", "EVANS, JO", "FOX, SUE")
PEOPLE = "BookingNbr,InmateNbr,Name,DOB,Booked,CitizenshipCd,StatuteId\n" + "".join(
    f'26-{at}00,5{at}123,"{name}",0{at}/1{at}/1980,2026-11-0{at} 10:0{at},{code},{statute}\n'
    for at, (name, code, statute) in enumerate(
        zip(NAMES, ("840", "484", "840", "340", "484", "840"), ("A17", "A17", "B22", "B22", "C31", "C31"), strict=True),
        start=1,
    )
)
COUNTRIES = "CitizenshipCd,CountryNm\n840,UNITED STATES\n484,MEXICO\n340,HONDURAS\n320,GUATEMALA\n"
STATUTES = "StatuteId,StatuteNbr,OffenseDesc,SeverityCd\nA17,940.19(1),BATTERY,M\n"
STATUTES += "B22,961.41(3G)(C),POSSESS COCAINE,F\nC31,346.63(1)(A),OWI,M\n"


def packed(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return out.getvalue()


def drafted(folder, **files):
    data = packed(**files)
    (folder / "export.zip").write_bytes(data)
    draft = draft_of(data, "export.zip", today=DAY)
    return draft, read_account(folder / "export.zip", read_profile(draft.toml, "x.toml"), export_day=DAY)


def test_codes_are_read_by_the_tables_that_are_delivered_beside_them(tmp_path):
    draft, made = drafted(tmp_path, people=PEOPLE, CountryLookup=COUNTRIES, StatuteTable=STATUTES)
    assert draft.toml.count("[[lookup]]") == 2
    assert [each.citizenship for each in made.people] == ["US", "MX", "US", "HN", "MX", "US"]
    charges = [each.bookings[0].charges[0] for each in made.people]
    assert [each.statute for each in charges] == [
        "940.19(1)", "940.19(1)", "961.41(3G)(C)", "961.41(3G)(C)", "346.63(1)(A)", "346.63(1)(A)"
    ]  # fmt: skip
    assert [each.grade for each in charges] == [
        "misdemeanor",
        "misdemeanor",
        "felony",
        "felony",
        "misdemeanor",
        "misdemeanor",
    ]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (COUNTRIES.replace("484,MEXICO\n", ""), '1 codes of "CitizenshipCd" are not told in CountryLookup.csv ("484")'),
        (COUNTRIES + "484,CANADA\n", '1 codes of "CitizenshipCd" are not told in CountryLookup.csv ("484")'),
    ],
)
def test_a_code_that_is_not_told_or_told_twice_is_left_unknown_and_said(table, told, tmp_path):
    draft, _ = drafted(tmp_path, people=PEOPLE, CountryLookup=COUNTRIES, StatuteTable=STATUTES)
    (tmp_path / "other.zip").write_bytes(packed(people=PEOPLE, CountryLookup=table, StatuteTable=STATUTES))
    made = read_account(tmp_path / "other.zip", read_profile(draft.toml, "x.toml"), export_day=DAY)
    assert [each.citizenship for each in made.people] == ["US", None, "US", "HN", None, "US"]
    found = check(made, DAY)
    assert any(told in each["what"] for each in found["repaired"])
    assert needs_person(found)


def test_zeros_that_a_spreadsheet_took_away_from_a_code_change_nothing(tmp_path):
    people, table = PEOPLE.replace(",840,", ",07,").replace(",484,", ",08,").replace(",340,", ",112,"), COUNTRIES
    table = table.replace("840,", "7,").replace("484,", "8,").replace("340,", "112,")
    _, made = drafted(tmp_path, people=people, CountryLookup=table, StatuteTable=STATUTES)
    assert [each.citizenship for each in made.people] == ["US", "MX", "US", "HN", "MX", "US"]


def test_a_column_that_a_table_of_codes_is_tied_by_must_be_there(tmp_path):
    draft, _ = drafted(tmp_path, people=PEOPLE, CountryLookup=COUNTRIES, StatuteTable=STATUTES)
    (tmp_path / "other.zip").write_bytes(
        packed(people=PEOPLE, CountryLookup="Code,Country\n840,USA\n", StatuteTable=STATUTES)
    )
    with pytest.raises(BadInputError, match="CitizenshipCd"):
        read_account(tmp_path / "other.zip", read_profile(draft.toml, "x.toml"), export_day=DAY)


def test_small_numbers_under_another_name_are_no_codes(tmp_path):
    rooms = "Seq,Room\n1,A\n2,B\n3,C\n"
    people = PEOPLE.replace("StatuteId", "Bunk").replace("A17", "1").replace("B22", "2").replace("C31", "3")
    draft, _ = drafted(tmp_path, people=people, rooms=rooms, CountryLookup=COUNTRIES)
    assert draft.toml.count("[[lookup]]") == 1
    assert any("Nothing ties rooms.csv" in each for each in draft.notes)


def test_a_file_that_tells_of_the_others_is_nobodys_and_no_table(tmp_path):
    out = io.BytesIO(packed(people=PEOPLE, CountryLookup=COUNTRIES, StatuteTable=STATUTES))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("README.txt", "Extract generated on 27 November\n")
    draft = draft_of(out.getvalue(), "export.zip", today=DAY)
    assert not any("README" in each for each in draft.notes)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("more.txt", "Held elsewhere: nobody knows\n")
    assert any("Nothing ties more.txt" in each for each in draft_of(out.getvalue(), "export.zip", today=DAY).notes)
