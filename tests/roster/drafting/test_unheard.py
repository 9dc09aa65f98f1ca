"""Nothing of an export goes unread in silence: columns, lines and values that speak of holds, of citizenship, of several charges."""

import io
import json
import zipfile
from datetime import date

import pytest

from habeas.roster.check import check, needs_person
from habeas.roster.date_words import by_name, date_form
from habeas.roster.draft import draft_of
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from tests.roster.helpers import read_with, said

DAY = date(2026, 11, 29)
TABLE = '[file]\nshape = "table"\n[columns]\nperson_id = "No"\nbooking_id = "No"\nfamily_name = "Last"\ngiven_name = "First"\n'
HEAD = "Booking No,Last Name,First Name,DOB,Booked,Statute"
ROW = "26-{at}00,ABLE,JO{at},0{digit}/0{digit}/198{digit},02/0{digit}/2026 10:1{digit},PC 459"


def rows(head=HEAD, row=ROW, count=9):
    return "\n".join([head, *(row.format(at=at, digit=at - 9) for at in range(10, 10 + count))]) + "\n"


def read(folder, data, name="export.csv", day=DAY):
    data = data if isinstance(data, bytes) else data.encode()
    made = draft_of(data, name, today=day)
    (folder / name).write_bytes(data)
    return made, read_account(folder / name, read_profile(made.toml, "x.toml"), export_day=day)


def asks(made, words):
    return needs_person(check(made, None)) and any(words in each for each in said(made))


def bookings(made):
    return [booking for person in made.people for booking in person.bookings]


@pytest.mark.parametrize(
    ("header", "cell", "words"),
    [
        ("IMM_DET", "Q", '"IMM_DET" speaks of a hold'), ("OTHHOLD", "Q", '"OTHHOLD" speaks of a hold'),
        ("Nationality", "Q", "speaks of citizenship"),
        ("Misc", "US MARSHAL HOLD", '"Misc" holds words of a hold'), ("Misc", "ICE DETAINER", "words of a hold"),
    ],
)  # fmt: skip
def test_a_column_that_speaks_of_holds_or_citizenship_and_is_not_read_is_asked_about(tmp_path, header, cell, words):
    text = f"No,Last,First,{header}\n1,DOE,JANE,{cell}\n2,ROE,ANN,\n"
    assert asks(read_with(tmp_path, TABLE, text), words)
    named = f'ignored = ["{header}"]\n{TABLE}'
    assert not asks(read_with(tmp_path, named, text), words)


@pytest.mark.parametrize(
    ("header", "cell"), [("Hold Date", "2026-01-02"), ("Household", "4"), ("Misc", "HOUSEHOLD OF 4"), ("Fed ID", "")]
)
def test_a_column_that_only_sounds_so_is_not_asked_about(tmp_path, header, cell):
    made = read_with(tmp_path, TABLE, f"No,Last,First,{header}\n1,DOE,JANE,{cell}\n2,ROE,ANN,\n")
    assert not needs_person(check(made, None))


def test_an_ignored_column_of_a_draft_with_words_of_a_hold_is_asked_about():
    made = draft_of(rows(f"{HEAD},Remarks", f"{ROW},ICE HOLD").encode(), "x.csv", today=DAY)
    assert '\\"Remarks\\" is not read and holds words of a hold' in made.toml.partition("[file]")[0]


@pytest.mark.parametrize("header", ["IMM_DET", "OTHHOLD", "ICE DET", "Fed Det"])
def test_a_mark_under_a_short_word_for_a_detainer_is_a_hold(tmp_path, header):
    text = rows(f"{HEAD},{header}").replace("PC 459", "PC 459,N").replace("N", "Y", 1)
    text = rows(f"{HEAD},{header}", f"{ROW},N")
    text = text.replace("PC 459,N", "PC 459,Y", 2)
    _, made = read(tmp_path, text)
    assert sum(bool(each.holds) for each in bookings(made)) == 2


def test_a_refused_row_says_which_hold_is_lost_with_it(tmp_path):
    made = read_with(tmp_path, TABLE + 'holds = "Hold"\n', "No,Last,First,Hold\n1,DOE,JANE,\n,ROE,ANN,ICE\n")
    assert 'its hold "ICE" is read of nobody' in made.refused[0].why


LINES = (
    '[file]\nshape = "lines"\nskip = ["NOTE"]\n[[lines]]\nis = "booking"\nbegins = "9999 "\n'
    'ruler = { booking_id = "1-4", full_name = "6-20" }\n'
    '[[lines]]\nis = "hold"\nbegins = "  HOLD"\nruler = { hold = "30-" }\n[columns]\nperson_id = "booking_id"\n'
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("  HOLD ICE", "has nothing at its place on the ruler"),
        ("1235 ROE, ANN            ICE DETAINER", "words of a hold outside the places"),
        ("NOTE: ICE DETAINER LODGED", "is left out and has words of a hold"),
    ],
)
def test_words_of_a_hold_that_a_report_does_not_read_are_said(tmp_path, line, words):
    assert asks(read_with(tmp_path, LINES, f"1234 DOE, JANE\n{line}\n", "r.txt"), words)
    assert not asks(
        read_with(tmp_path, LINES, "1234 DOE, JANE\n  HOLD                       ICE\nNOTE: FED AT 5\n", "r.txt"), words
    )


def test_a_charge_that_holds_another_behind_a_mark_is_said(tmp_path):
    text = "No,Last,First,Offense\n1,DOE,JANE,16-11-0312 BURGLARY<br />56-05-2930 DUI\n"
    assert asks(read_with(tmp_path, TABLE + 'charge_description = "Offense"\n', text), "seems to hold several charges")


@pytest.mark.parametrize("word", ["NULL", "<NULL>", "(null)", "\\N", "nil", "-", "?", "NMN", "N/A"])
def test_a_word_for_no_middle_name_or_suffix_is_none(tmp_path, word):
    made = read_with(
        tmp_path, TABLE + 'middle_name = "Mid"\nsuffix = "Sfx"\n', f"No,Last,First,Mid,Sfx\n1,DOE,JANE,{word},{word}\n"
    )
    assert (made.people[0].middle_name, made.people[0].suffix) == (None, None)


@pytest.mark.parametrize("word", ["NULL", "-", "\\N"])
def test_a_word_of_a_database_for_a_family_name_is_said(tmp_path, word):
    made = read_with(tmp_path, TABLE, f"No,Last,First\n1,{word},JANE\n2,ROE,ANN\n")
    assert made.people[0].family_name is None
    assert asks(made, "which is no name: left unknown")


@pytest.mark.parametrize(
    ("cells", "held"),
    [
        (["Immigration & Customs (ICE)", "US Marshal"], {"Immigration & Customs (ICE)", "US Marshal"}),
        (["Immigration & Customs Enforcement", "Immigration & Customs Enforcement, USMS"], None),
        (["ICE, USMS", "ICE", "USMS"], {"ICE", "USMS"}),
    ],
)
def test_a_list_of_holds_is_cut_only_where_each_part_is_one(tmp_path, cells, held):
    text = rows(f"{HEAD},Detainers", f'{ROW},"{{cell}}"'.replace("{cell}", cells[0]))
    for each in cells[1:]:
        text = text.replace(cells[0], each, 2)
    _, made = read(tmp_path, text)
    found = {hold for each in bookings(made) for hold in each.holds or ()}
    assert found == held if held else not any(each.startswith("Customs") for each in found)


@pytest.mark.parametrize(
    ("form", "text", "day"),
    [("yyyyddd", "2026327", "2026-11-23"), ("yyyyddd", "2026327 0926", "2026-11-23T09:26"),
     ("cyymmdd", "1261125 09:10", "2026-11-25T09:10"),
     ("yyyyddd", "2026400", "")],
)  # fmt: skip
def test_days_of_the_year_and_of_the_century_are_read(form, text, day):
    found = by_name(date_form(form), text)
    assert (found.isoformat() if found else "").startswith(day)
    assert bool(found) == bool(day)


def test_milliseconds_near_1970_are_births(tmp_path):
    people = [
        {"BOOKNUM": f"26{at}0", "LAST_NM": "ABLE", "FIRST_NM": f"JO{at}",
         "DOB": at * 31_536_000_000 - 86_400_000 * 300 * 11, "BOOK_DTTM": 1795334880000 + at}
        for at in range(10)
    ]  # fmt: skip
    people[0]["DOB"] = 604_800_000
    for each in people:
        each["DOB"] -= each["DOB"] % 1000
        each["BOOK_DTTM"] -= each["BOOK_DTTM"] % 1000
    _, made = read(tmp_path, json.dumps(people), "x.json")
    assert made.people[0].date_of_birth == date(1970, 1, 8)
    assert all(each.date_of_birth for each in made.people)


NAMES = (
    "ABLE, JO",
    "BAKER, ANN LEE",
    "COLE, TOM",
    "DIAZ, EVA",
    "EVANS, RAY",
    "FORD, KIM",
    "GREEN, SAM",
    "HILL, LOU",
    "IVES, PAT",
    "JONES, AL",
)


def report(name=lambda at: NAMES[at], released="01/02/2026"):
    lines = ["Name                     Booking No  DOB         Released", ""]
    for at in range(10):
        out = released if at % 3 == 0 else ""
        lines += [
            f"{name(at):<25}2600{at:02}00    02/0{at % 9 + 1}/198{at}  {out}".rstrip(),
            f"ORLANDO, FL 328{at:02}",
            f"   459 PC   BURGLARY {at}",
        ]
    return "\n".join(lines) + "\n"


def test_an_address_below_a_name_is_no_booking(tmp_path):
    drafted, made = read(tmp_path, report(), "r.txt")
    assert 'when = { booking_id = ["99999999"] }' in drafted.toml
    assert len(made.people) == 10
    assert {each.family_name for each in made.people} == {each.partition(",")[0] for each in NAMES}


def test_a_name_that_runs_past_its_place_pushes_the_other_cells(tmp_path):
    words = (
        '[file]\nshape = "lines"\n[[lines]]\nis = "booking"\nbegins = "A"\nwhen = { booking_id = "99-9999", date_of_birth = "99/99/99" }\n'
        'ruler = { full_name = "1-10", booking_id = "12-18", date_of_birth = "20-27" }\n'
        '[columns]\nperson_id = "booking_id"\n[forms]\ndate_of_birth = "mm/dd/yy"\n'
    )
    text = "DOE, JANE  26-0001 02/03/80\nABERNATHY, JO 26-0002 03/04/81\nORLANDO, FL 32800\n"
    made = read_with(tmp_path, words, text, "r.txt")
    assert [(each.family_name, str(each.date_of_birth)) for each in made.people] == [
        ("DOE", "1980-02-03"),
        ("ABERNATHY", "1981-03-04"),
    ]
    assert any("3 letters too long for the ruler" in each for each in said(made))
    assert [each.row for each in made.refused] == ["line 3"]


def test_only_the_cell_that_runs_past_its_place_pushes_others(tmp_path):
    words = (
        '[file]\nshape = "lines"\n[[lines]]\nis = "booking"\nbegins = "99-9999"\nwhen = { date_of_birth = "99/99/99" }\n'
        'ruler = { booking_id = "1-8", person_id = "10-14", family_name = "16-25", date_of_birth = "27-34" }\n'
        '[forms]\ndate_of_birth = "mm/dd/yy"\n'
    )
    text = "26-0001  P1001 DOE        02/03/80\n26-0002  P1002 ABERCROMBIE 03/04/81\n"
    made = read_with(tmp_path, words, text, "r.txt")
    assert [(each.person_id, each.family_name) for each in made.people] == [("P1001", "DOE"), ("P1002", "ABERCROMBIE")]


def test_a_name_that_fills_its_place_is_said(tmp_path):
    words = (
        '[file]\nshape = "lines"\n[[lines]]\nis = "booking"\nbegins = "9999 "\n'
        'ruler = { booking_id = "1-4", full_name = "6-20", sex = "22" }\n'
        '[columns]\nperson_id = "booking_id"\n'
    )
    made = read_with(tmp_path, words, "1234 ABERCROMBIE, LE F\n1235 DOE, JANE       F\n", "r.txt")
    assert [each for each in said(made) if "fills its place" in each] == [
        'line 1: full_name "ABERCROMBIE, LE" fills its place to the last letter: whether it is cut off is left unknown'
    ]


def test_who_a_joined_row_names_belongs_to_every_row_of_theirs(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr(
            "b.csv", "BookingID,PersonID,BookingNumber\n" + "".join(f"90{at},50{at},26-{at}0\n" for at in range(10, 20))
        )
        book.writestr(
            "p.csv",
            "PersonID,PersonNumber,LastName,FirstName,DateOfBirth\n"
            + "".join(f"50{at},P700{at},ABLE,JO{at},1980-01-{at}\n" for at in range(10, 20)),
        )
        book.writestr(
            "c.csv", "ChargeID,BookingID,Statute\n" + "".join(f"{at},90{at // 2},PC 459\n" for at in range(20, 40))
        )
    _, read_of = read(tmp_path, made.getvalue(), "x.zip")
    assert [len(each.bookings[0].charges) for each in read_of.people] == [2] * 10
    assert not read_of.refused


DRAWN = "\n".join(
    ["+-----+-----+", "| Booking No | Last Name | First Name | DOB | Statute |", "+-----+-----+"]
    + [f"| 26-{at}00 | ABLE | JO{at} | 1980-01-{at} | PC 459 |" for at in range(10, 20)]
    + ["+-----+-----+", "10 rows in set"]
)
BOOK = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
    "<Worksheet><Table>{}</Table></Worksheet></Workbook>"
).format(
    "".join(
        "<Row>" + "".join(f"<Cell><Data>{cell}</Data></Cell>" for cell in row) + "</Row>"
        for row in [["Booking No", "Last Name", "First Name", "DOB", "Statute"]]
        + [[f"26-{at}00", "ABLE", f"JO{at}", f"1980-01-{at}", "PC 459"] for at in range(10, 20)]
    )
)


@pytest.mark.parametrize(("text", "name"), [(DRAWN, "x.txt"), (BOOK, "x.xml")])
def test_a_table_drawn_with_strokes_and_a_workbook_in_xml_are_tables(tmp_path, text, name):
    _, made = read(tmp_path, text, name)
    assert [(each.family_name, each.bookings[0].charges[0].statute) for each in made.people] == [
        ("ABLE", "PC 459")
    ] * 10
