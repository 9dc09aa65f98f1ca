"""Records of several kinds, lists of charges, heads of pages and headers in two rows are read as they stand, or asked about."""

import io
import json
import zipfile

import pytest
import xlsxwriter

from habeas.cli.roster import _is_statute
from habeas.roster.check import check
from habeas.roster.draft import draft_of
from habeas.roster.drafting.cells import Cells
from habeas.roster.drafting.columns import candidates
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from habeas.roster.readers.lanes import pairs_of_lanes
from tests.roster.drafting.test_nothing_in_silence import DAY

WORDS = ("ANN", "LUIS", "RAY", "INES", "JO", "SUE", "MAX", "KIM", "TOM", "EVE")


def read(folder, data, name="export.csv"):
    data = data if isinstance(data, bytes) else data.encode()
    draft = draft_of(data, name, judge=_is_statute, today=DAY)
    (folder / name).write_bytes(data)
    return draft, read_account(folder / name, read_profile(draft.toml, "x.toml"), export_day=DAY)


def bookings(made):
    return [stay for each in made.people for stay in each.bookings]


@pytest.mark.parametrize(("person", "charge", "hold"), [("P01", "C02", "D03"), ("01", "02", "03"), ("1", "2", "7")])
def test_records_in_fixed_columns_are_told_by_their_first_letters_and_tied_by_their_number(
    person, charge, hold, tmp_path
):
    lines = ["HDR20261120HIAWATHA COUNTY"]
    for at, name in enumerate(WORDS):
        number = f"2026044{at}7"
        due = "20270110" if at % 2 else " " * 8
        lines.append(
            f"{person}{number}00467{at}60{'ABLE':19}{name:14}{'':12}19{50 + at}0401{'MF'[at % 2]}2026062621{at % 6}9{due}MEX"
        )
        lines.append(f"{charge}{number}01609.52.2(a)(1)    {'THEFT':30}F")
        lines.append(f"{charge}{number}02169A.20.1(1)      {'3RD DEG DWI':30}M")
        lines += [f"{hold}{number}IMMIGRATION-ICE ST PAUL"] if at < 4 else []
    _, made = read(tmp_path, "\n".join(lines) + "\n", "export.dat")
    stays = bookings(made)
    assert [each.booking_id for each in stays] == [f"2026044{at}7" for at in range(10)]
    assert [each.person_id for each in made.people] == [f"00467{at}60" for at in range(10)]
    assert {tuple(c.statute for c in each.charges) for each in stays} == {("609.52.2(a)(1)", "169A.20.1(1)")}
    assert [each.holds for each in stays] == [("IMMIGRATION-ICE ST PAUL",)] * 4 + [None] * 6
    assert [each.booked_at.strftime("%H:%M") for each in stays] == [f"21:{at % 6}9" for at in range(10)]
    assert [each.date_of_birth.year for each in made.people] == [1950 + at for at in range(10)]
    assert {each.scheduled_release_on.isoformat() for each in stays if each.scheduled_release_on} == {"2027-01-10"}


def test_a_list_of_texts_in_a_tree_is_one_charge_a_text(tmp_path):
    people = [
        {
            "bookNo": f"CO26006{at}0", "holds": ["ICE"] if at == 2 else [],
            "inmate": f"ABLE, {name}", "dob": f"198{at}-04-07", "bookedOn": f"2026-09-1{at}T15:11",
            "charges": ["C.R.S. 18-3-202 ASSAULT 1 (F3)", f"C.R.S. 42-4-130{at} DUI (M1)"][: 1 + at % 2],
        }
        for at, name in enumerate(WORDS)
    ]  # fmt: skip
    draft, made = read(tmp_path, "\n".join(map(json.dumps, people)), "export.jsonl")
    assert 'statute = "charges[]"' in draft.toml
    told = [[(c.statute, c.grade) for c in each.charges] for each in bookings(made)]
    assert told[0] == [("C.R.S. 18-3-202", "felony")]
    assert told[3] == [("C.R.S. 18-3-202", "felony"), ("C.R.S. 42-4-1303", "misdemeanor")]


def test_parts_of_a_cell_that_are_holds_are_holds_and_no_charges(tmp_path):
    people = [
        {
            "booking_number": f"B26-0{at}1", "name": f"ABLE, {name}", "dob": f"198{at}-04-07", "booked": f"2026-09-1{at}T15:11",
            "held_for_agency": "Teche Parish SO",
            "hold_reasons": f"Charge: 14:{at}8 - THEFT {name} (Felony); Bond: $5,000.00<br />"
            "Charge: 14:34 - BATTERY (Misdemeanor); Bond: $2.00"
            + ("<br />Hold: ICE-NEW ORLEANS<br />Hold: CADDO PARISH SO" if at % 3 == 0 else ""),
        }
        for at, name in enumerate(WORDS)
    ]  # fmt: skip
    _, made = read(tmp_path, json.dumps({"records": people}), "export.json")
    stays = bookings(made)
    assert [each.holds for each in stays][:4] == [
        ("ICE-NEW ORLEANS", "CADDO PARISH SO"),
        None,
        None,
        ("ICE-NEW ORLEANS", "CADDO PARISH SO"),
    ]
    assert {len(each.charges) for each in stays} == {2}
    assert [each.charges[0].statute for each in stays] == [f"14:{at}8" for at in range(10)]
    assert {(c.grade, c.bail) for each in stays for c in each.charges} == {
        ("felony", "5,000.00"),
        ("misdemeanor", "2.00"),
    }


def test_a_line_of_labels_that_many_cards_share_is_read_in_each(tmp_path):
    cards = "".join(
        f"Inmate.....: ABLE, {name:30} Booking No..: 2026-000{at}0\nMNI........: 48191{at:<30} Born........: 06-0{at % 9 + 1}-1988\n"
        f"Booked In..: 06-0{at % 9 + 1}-2026 @ 0449{'':17} Exp Release.: 12-29-2026\n"
        f"Housing....: B{'':33}Citizenship.: {'MEXICO' if at % 2 else 'CUBA'}\n"
        "  Charge 1.: 257.6251-A     OPERATING WHILE INTOXICATED        M\n\n"
        f"{'=' * 76}\n"
        for at, name in enumerate(WORDS)
    )
    _, made = read(tmp_path, cards, "export.txt")
    assert [each.citizenship for each in made.people] == ["CU", "MX"] * 5


PAGE = "11/30/26                       TALLIS COUNTY SHERIFF                                    Page: {page}\n"
PAGE += f"05:00{'':26}Inmates In Custody - Detail\n\n"
CARD = """Booking #: 26T0120{at}            Name: ABLE, {name:20} Name Number: 10276{at}
Book Date: 20:24 09/16/26      DOB: 08/25/196{at}        Sex: F
   Offense                     Statute            Class     Court
   POSS CONT SUB               69.50.4013         MM        DIST
"""
SECOND = "   ASSAULT 2                   9A.36.021          FB        SUPR\n"


def test_the_head_of_a_page_within_a_card_is_no_charge(tmp_path):
    text = PAGE.format(page=1)
    for at, name in enumerate(WORDS):
        text += (
            CARD.format(at=at, name=name)
            + (PAGE.format(page=at) if at in {3, 6} else "")
            + (SECOND if at % 3 == 0 else "")
            + "\n"
        )
    _, made = read(tmp_path, text, "export.txt")
    assert len(made.people) == 10
    assert [tuple(c.statute for c in each.charges) for each in bookings(made)][2:5] == [
        ("69.50.4013",), ("69.50.4013", "9A.36.021"), ("69.50.4013",)
    ]  # fmt: skip


HEAD = "INMATE ID,NAME,DOB,BOOKING NO,BOOKED"


def rows(tail, count=10):
    return "".join(
        f'5{at}123,"ABLE, {name}",198{at}-01-02,26-{at}390,2026-03-0{at % 9 + 1} 10:0{at},{tail(at)}\n'
        for at, name in enumerate(WORDS[:count])
    )


def test_a_statutes_subdivision_beside_it_belongs_to_it(tmp_path):
    _, made = read(
        tmp_path, f"{HEAD},Statute,Sub,Grading\n" + rows(lambda at: f"18 § 270{at % 3},A{at % 2 + 1},{'FM'[at % 2]}")
    )
    assert bookings(made)[1].charges[0].statute == "18 § 2701 A2"


def test_sections_of_laws_are_no_days(tmp_path):
    _, made = read(
        tmp_path,
        f"{HEAD},Code Section,Offense\n" + rows(lambda at: f"18.2-{(57, 95, 266, 250)[at % 4]},THEFT {at % 4}"),
    )
    assert [each.charges[0].statute for each in bookings(made)][:2] == ["18.2-57", "18.2-95"]


def test_months_in_spanish_and_days_with_a_t_are_read(tmp_path):
    months = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct")
    head = f"{HEAD},Citado\n".replace("DOB", "Fecha de nacimiento")
    lines = (
        f'5{at}123,"ABLE, {name}",0{at % 9 + 1}-{months[at]}-1980,26-{at}390,2026030{at % 9 + 1}T1{at}30,\n'
        for at, name in enumerate(WORDS)
    )
    _, made = read(tmp_path, head + "".join(lines))
    assert [each.date_of_birth.month for each in made.people] == [*range(1, 11)]
    assert [each.booked_at.strftime("%H:%M") for each in bookings(made)] == [f"1{at}:30" for at in range(10)]


@pytest.mark.parametrize("head", ["Cit", "CIT", "Origin / Citizen Of", "US_CIT"])
def test_a_column_of_citizenship_in_short_is_none_of_how_charges_stand(head, tmp_path):
    draft, _ = read(tmp_path, f"{HEAD},{head}\n" + rows(lambda at: "CPAN"[at % 4]))
    assert "charge_disposition" not in draft.toml
    assert "citizenship" in " ".join([draft.toml, *draft.notes])


def test_a_country_goes_before_the_words_of_a_status_which_tell_where_no_country_stands(tmp_path):
    status, country = ("USC", "LPR", "ALIEN", "UNK"), ("", "MEXICO", "CUBA", "")
    draft, made = read(
        tmp_path, f"{HEAD},Citz Status,Ctry of Citz\n" + rows(lambda at: f"{status[at % 4]},{country[at % 4]}")
    )
    assert [each.citizenship for each in made.people][:4] == ["US", "MX", "CU", None]
    assert 'citizenship_on_record = ["Ctry of Citz", "Citz Status"]' in draft.toml


def test_heads_over_several_columns_change_no_meaning(tmp_path):
    head = "Detainee,Detainee,Detainee,Detainee,Custody,Origin,Origin\nBooking Nbr,Jacket,Last,First,In,Born In,Citizen Of\n"
    lines = "".join(
        f"T7{at}210,448{at}20,ABLE,{name},03/0{at % 9 + 1}/2026 10:0{at},GERMANY,{'CUBA' if at % 2 else 'USA'}\n"
        for at, name in enumerate(WORDS)
    )
    _, made = read(tmp_path, head + lines)
    assert [each.person_id for each in made.people] == [f"448{at}20" for at in range(10)]
    assert {each.citizenship for each in made.people} == {"US", "CU"}


def test_the_number_that_charges_are_tied_by_is_the_bookings(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        people = "".join(
            f"260{at}300,IR8{at}1200,ABLE,{name},19{50 + at}336,20261{at}6\n" for at, name in enumerate(WORDS)
        )
        archive.writestr("person.csv", "JAIL_ID,IR_NO,SURNAME,FORENAME,BIRTH_JUL,INTAKE_JUL\n" + people)
        charges = "".join(f"260{at}300,720 ILCS 5/12-3.05(a)({n}),BATTERY\n" for at in range(10) for n in (1, 2))
        archive.writestr("charge.csv", "JAIL_ID,ILCS,OFFENSE\n" + charges)
    draft, made = read(tmp_path, out.getvalue(), "export.zip")
    assert [each.booking_id for each in bookings(made)] == [f"260{at}300" for at in range(10)]
    assert [each.person_id for each in made.people] == [f"IR8{at}1200" for at in range(10)]
    assert "JAIL_ID" in " ".join(draft.notes) + draft.toml.split("[file]")[0]


def test_lines_that_open_with_a_code_are_read_with_the_blanks_behind_it(tmp_path):
    lines = [
        "   BKG NBR    INMATE                          BORN       IN                REL DATE",
        "      ST  STATUTE           OFFENSE                       LVL",
    ]
    for at, name in enumerate(WORDS):
        lines.append(f"   K00269{at}0   ABLE, {name:25}  26-APR-8{at}  26-SEP-26 16:1{at}")
        lines.append("      OK  21 O.S. 1713      RECEIVING STOLEN PROP         F")
        lines.append("      OK  47 O.S. 11-902    DUI                           M")
    _, made = read(tmp_path, "\n".join(lines), "export.prn")
    assert {tuple(c.statute for c in each.charges) for each in bookings(made)} == {("21 O.S. 1713", "47 O.S. 11-902")}


def test_grades_in_a_vendors_own_codes_are_asked_about(tmp_path):
    draft, made = read(tmp_path, f"{HEAD},Statute,Cls\n" + rows(lambda at: f"720 ILCS 5/16-{at},{at % 4}"))
    assert any('"Cls" is not read, and seems to be a grade' in each["what"] for each in check(made, DAY)["repaired"])
    assert draft.toml


def test_labels_with_dotted_leaders_and_no_colon_are_labels(tmp_path):
    cards = "".join(
        f"Booking No ................... 2026-000{at}0\nInmate Nbr ................... 48191{at}\n"
        f"Inmate ....................... ABLE, {name}\n"
        f"DOB .......................... 06-0{at % 9 + 1}-1988\nBooked ....................... 08-1{at % 9 + 1}-2026 14:27\n"
        f"Charge 1 ..................... 28-31{at} - ASSAULT {name} - Felony\nHold ......................... ICE ERO\n\n"
        for at, name in enumerate(WORDS)
    )
    _, made = read(tmp_path, cards, "export.txt")
    assert [each.booking_id for each in bookings(made)] == [f"2026-000{at}0" for at in range(10)]
    assert [each.charges[0].statute for each in bookings(made)] == [f"28-31{at}" for at in range(10)]


def test_letters_of_a_head_name_parts_of_a_name_only_over_names(tmp_path):
    _, made = read(tmp_path, f"{HEAD},ICE_DET_FL,VET_FL\n" + rows(lambda at: f"{'YN'[at % 2]},N"))
    assert {each.family_name for each in made.people} == {"ABLE"}
    assert [bool(each.holds) for each in bookings(made)] == [True, False] * 5


def test_codes_in_sheets_of_two_columns_are_looked_up(tmp_path):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    people = [["BookingNo", "InmateNo", "Name", "BirthDate", "Booked", "CitizenshipCode"]]
    people += [
        [f"26-0{at}390", f"5{at}123", f"ABLE, {name}", f"198{at}-01-02", "2026-03-01 10:00", str(10 + at % 2)]
        for at, name in enumerate(WORDS)
    ]
    held = [["BookingNo", "AgencyCode"], *([f"26-0{at}390", f"A{at % 2 + 1}"] for at in range(4))]
    codes = {"detainer": held, "citizenship_codes": [["CitizenshipCode", "Country"], ["10", "CUBA"], ["11", "MEXICO"]]}
    codes["agency_codes"] = [["AgencyCode", "AgencyName"], ["A1", "ICE ERO"], ["A2", "US MARSHALS"]]
    for sheet, lines in {"booking": people, **codes}.items():
        for at, line in enumerate(lines, start=0):
            (book.get_worksheet_by_name(sheet) or book.add_worksheet(sheet)).write_row(at, 0, line)
    book.close()
    _, made = read(tmp_path, out.getvalue(), "export.xlsx")
    assert [each.citizenship for each in made.people] == ["CU", "MX"] * 5
    assert [each.holds for each in bookings(made)][:5] == [
        ("ICE ERO",),
        ("US MARSHALS",),
        ("ICE ERO",),
        ("US MARSHALS",),
        None,
    ]


def test_a_suffix_among_records_told_by_their_first_cell_is_read(tmp_path):
    lines = []
    for at, name in enumerate(WORDS):
        family = ("Van Dyke", "St. Pierre", "Pacheco Ruiz", "O'Hara", "Tran")[at % 5]
        names = f"{family}|{name.title()}|{('Marie', 'J', '', 'Ann')[at % 4]}|{'III' if at == 3 else ''}"
        lines.append(f"INM|B26{at}100|P3{at}536|{names}|03-14-198{at}|F|11-0{at % 9 + 1}-2026 03:32 AM|01-24-2027|CUBA")
        lines.append(f"CHG|B26{at}100|PC 48{at}|THEFT {name}|F")
    _, made = read(tmp_path, "\n".join(lines), "export.txt")
    assert [each.suffix for each in made.people][:5] == [None, None, None, "III", None]


def test_a_hold_that_a_column_beside_it_says_is_lifted_is_none_and_a_new_one_is_asked_about(tmp_path):
    def tail(at):
        return ("ICE ERO,Active", "OLD COUNTY SO,Lifted", ",", "US MARSHALS,Active")[at % 4]

    draft, made = read(tmp_path, f"{HEAD},Hold Agency,Hold Status\n" + rows(tail))
    assert [each.holds or () for each in bookings(made)][:4] == [("ICE ERO",), (), (), ("US MARSHALS",)]
    later = f"{HEAD},Hold Agency,Hold Status\n" + rows(lambda at: "ICE ERO,Lifted" if at == 5 else tail(at))
    (tmp_path / "later.csv").write_text(later, encoding="utf-8")
    again = read_account(tmp_path / "later.csv", read_profile(draft.toml, "x.toml"), export_day=DAY)
    assert not bookings(again)[5].holds
    assert any(
        "ICE ERO - Lifted" in each["what"] and "left unknown" in each["what"] for each in check(again, DAY)["repaired"]
    )


def test_numbers_that_read_as_days_of_a_year_are_numbers_under_their_tag_or_head(tmp_path):
    lines = []
    for at, name in enumerate(WORDS):
        lines.append(f"I2026{at + 1:03}100{at}P7737{at}  {'ABLE':22}{name:16}0102198{at}M0725202609{at}8")
        lines.append(f"C2026{at + 1:03}100{at}01PC 48{at}            THEFT")
        lines += [f"C2026{at + 1:03}100{at}02PC 459            BURGLARY"] if at % 2 else []
    _, made = read(tmp_path, "\n".join(lines) + "\n", "export.dat")
    assert [each.booking_id for each in bookings(made)] == [f"2026{at + 1:03}100{at}" for at in range(10)]
    text = "Booking No,Inmate No,Name,DOB,Booked,Statute\n" + "".join(
        f'2026{at + 1:03}100{at},5{at}123,"ABLE, {name}",198{at}-01-02,2026-03-01 10:00,PC 484\n'
        for at, name in enumerate(WORDS)
    )
    _, made = read(tmp_path, text)
    assert [each.booking_id for each in bookings(made)] == [f"2026{at + 1:03}100{at}" for at in range(10)]


def test_charges_counted_in_the_lines_of_a_cell_are_read_without_a_code_too(tmp_path):
    def tail(at):
        return f'"1) 961.41(3g)(c) POSSESS {WORDS[at]} (F)\n2) 940.19(1) BATTERY (M)"'

    _, made = read(tmp_path, f"{HEAD},Charges\n" + rows(tail))
    assert {tuple((c.statute, c.grade) for c in each.charges) for each in bookings(made)} == {
        (("961.41(3g)(c)", "felony"), ("940.19(1)", "misdemeanor"))
    }


def test_a_line_of_labels_that_columns_side_by_side_share_is_no_head_of_a_column():
    lines = [
        line
        for at in range(6)
        for line in (
            f"Inmate.....: ABLE, ANN {at}                    Booking No..: 2026-000{at}",
            "US Citizen.: N                          Country.....: MEXICO",
            "  Charge 1.: 257.6251-A     OPERATING WHILE INTOXICATED        M",
            "",
        )
    ]
    pairs, _ = pairs_of_lanes(lines)
    assert sum(value == "MEXICO" for _, value in pairs) == 6


@pytest.mark.parametrize(
    ("head", "cells", "days"),
    [
        ("X", ("18.2-57", "18.2-95", "18.2-266"), False),
        ("Code Section", ("16-7-1", "16-5-21", "16-8-14"), False),
        ("X", ("05-24-1970", "06-25-1981", "07-26-1992"), True),
        ("Booking No", ("20260011000", "20260021100", "20260031200"), False),
    ],
)
def test_what_looks_like_a_day_is_one_only_where_it_is_no_section_and_no_number(head, cells, days):
    assert (Cells(head, [*cells] * 3, _is_statute).date is not None) is days


@pytest.mark.parametrize(
    ("head", "cells"), [("SEX_CD", "12"), ("CTZN_CODE", ("840", "484", "340")), ("Statute", "123")]
)
def test_codes_of_a_sex_of_a_country_and_counts_are_no_statutes(head, cells):
    made = Cells(head, [*cells] * 6, _is_statute)
    assert "statute" not in {each.plain for each in candidates(made, DAY)}


def test_the_zero_that_opens_what_stands_behind_a_number_is_no_digit_of_it(tmp_path):
    lines = []
    for at, name in enumerate(WORDS):
        number = f"2026044{at}7"
        lines.append(f"P{number}0046{at}60{'ABLE':19}{name:14}19{50 + at}0401{'MF'[at % 2]}2026062621{at % 6}9")
        lines += [f"C{number}0{count}609.52.2(a)({at})    {'THEFT':30}F" for count in (1, 2)]
    _, made = read(tmp_path, "\n".join(lines) + "\n", "export.dat")
    assert [each.booking_id for each in bookings(made)] == [f"2026044{at}7" for at in range(10)]
    assert [each.charges[0].statute for each in bookings(made)] == [f"609.52.2(a)({at})" for at in range(10)]
