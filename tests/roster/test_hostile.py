"""Files that mean harm, or were harmed: refused in one sentence that says what to mend, or read with what was repaired said."""

import gzip
import io
import json
import zipfile

import pytest
import xlsxwriter

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import load_profile, read_profile
from habeas.roster.read import read_roster
from tests.roster.helpers import HEADER, ROW, account, read_with, refused, roster, said


def named(value):
    """A test's name that is the same in every process: the sentence, never the bytes."""
    return value if isinstance(value, str) and value.isprintable() and len(value) < 80 else "data"


SMALL = ReadLimits(max_bytes=2**20, max_rows=50, max_columns=60, max_cell=500, max_unpacked=2**20)


def limited(folder, data, name="roster.csv"):
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_roster(folder / name, load_profile("plain"), limits=SMALL)


def workbook(rows, **options):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("people")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    if options.get("formula"):
        sheet.write_formula(1, 7, "=1+1", None, "")
    if options.get("hidden_row"):
        sheet.set_row(1, None, None, {"hidden": True})
    if options.get("hidden_column"):
        sheet.set_column(2, 3, None, None, {"hidden": True})
    if options.get("hidden_sheet"):
        book.add_worksheet("more people").hide()
    if options.get("corner"):
        sheet.write(1_000_000, 16_000, "x")
    book.close()
    return out.getvalue()


ROWS = [HEADER.strip().split(","), ROW.strip().split(",")]


def rezipped(data, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        change(new)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (HEADER + 'P1,B1,"DOE\n' + "x,y\n" * 30, "row|line 2: a quotation mark opens here and is never closed"),
        (HEADER + 'P1,B1,"' + "A" * 600, "a cell is longer than 500 letters, or a quotation mark is never closed"),
        (",".join(f"c{number}" for number in range(100)) + "\n1\n", "has 100 columns; the most Habeas reads is 60"),
        (HEADER.replace("statute", "booking_id") + ROW, 'has the column "booking_id" twice'),
        (HEADER + ROW * 60, "more than 50 rows"),
        ("", "is empty"),
        ("\n\n\n", "is empty"),
        (gzip.compress(HEADER.encode()), "is a gzip archive: unpack it first"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "old or encrypted Office file"),
        (b"%PDF-1.7", "is a PDF"),
        (b"<html><table></table></html>", "is a web page, whatever its name says"),
        (b"x" * (2**20 + 1), "is larger than 1 MB"),
        ("[" * 5000 + "]" * 5000, "nested more than"),
        ('[{"a": 1, "a": 2}]', 'the key "a" twice'),
        ('[{"a": NaN}]', "holds NaN"),
        ('{"a": 1}', "list of flat objects"),
        ('[{"a": 1e400}]', "too large to keep"),
        ('[{"a": ' + "9" * 100 + "}]", "a number of 100 digits"),
        ('[{"a": "x"', "is not JSON"),
    ],
    ids=named,
)
def test_a_text_that_cannot_be_a_roster_is_refused_in_one_sentence(tmp_path, data, sentence):
    with pytest.raises(BadInputError, match=sentence) as fault:
        limited(tmp_path, data)
    assert str(fault.value).startswith("roster.csv")
    assert "\n" not in str(fault.value)


def test_a_flat_list_keeps_what_is_flat_and_refuses_what_is_not(tmp_path):
    made = roster(tmp_path, json.dumps([{"person_id": "P1", "booking_id": "B1"}, {"person_id": {"x": 1}}, 7]))
    assert account(made)[0] == 1
    assert refused(made) == [("row 2", 'is not flat: "person_id" holds an object or a list'), ("row 3", "is no object")]


def test_a_mark_in_the_middle_and_a_delimiter_switch_lose_no_neighbours(tmp_path):
    made = roster(
        tmp_path, HEADER + ROW.replace("DOE", "DO\ufeffE") + "P2;B2;ROE;JO;;;;\n" + ROW.replace("P1,B1", "P3,B3")
    )
    assert {person.person_id for person in made.people} == {"P1", "P3"}
    assert made.people[0].family_name == "DOE"
    assert [row for row, _ in refused(made)] == ["row 3"]


def test_a_file_cut_off_in_its_last_row_keeps_the_rest(tmp_path):
    made = roster(tmp_path, HEADER + ROW + "P2,B2,RO")
    assert account(made) == (1, 1, 1)
    assert len(made.refused) == 1


def test_a_million_empty_lines_cost_nothing(tmp_path):
    made = roster(tmp_path, HEADER + "\n" * 1_000_000 + ROW)
    assert account(made) == (1, 1, 1)


def test_overlong_utf_8_is_never_taken_for_the_letter_it_imitates(tmp_path):
    made = roster(tmp_path, HEADER.encode() + ROW.encode().replace(b"DOE", b"\xc0\xafDOE"))
    assert made.people[0].family_name != "/DOE"
    assert said(made)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (workbook(ROWS)[:200], "is no workbook, or is cut off"),
        (workbook(ROWS, corner=True), "delete the stray cells"),
        (rezipped(workbook(ROWS), lambda new: new.writestr("../../evil", "x")), "points outside it"),
        (rezipped(workbook(ROWS), lambda new: new.writestr("xl/vbaProject.bin", "x")), "carries macros"),
        (
            rezipped(workbook(ROWS), lambda new: new.writestr("xl/bomb.xml", b"0" * (3 * 2**20))),
            "unpacks to more than Habeas reads",
        ),
        (
            rezipped(workbook(ROWS), lambda new: new.writestr("xl/dtd.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>")),
            "declares a document type",
        ),
        (
            rezipped(b"PK\x05\x06" + b"\x00" * 18, lambda new: new.writestr("a.txt", "x")),
            "is a zip file but no workbook",
        ),
    ],
    ids=named,
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_workbook_that_means_harm_is_refused_before_it_is_opened(tmp_path, data, sentence):
    with pytest.raises(BadInputError, match=sentence):
        limited(tmp_path, data, "roster.xlsx")


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_workbook_with_two_parts_of_one_name_is_refused(tmp_path):
    data = rezipped(workbook(ROWS), lambda new: new.writestr("xl/workbook.xml", "<workbook/>"))
    with pytest.raises(BadInputError, match="two parts of one name"):
        limited(tmp_path, data, "roster.xlsx")


def test_what_a_workbook_hides_is_said(tmp_path):
    made = roster(
        tmp_path, workbook(ROWS, formula=True, hidden_row=True, hidden_sheet=True, hidden_column=True), "roster.xlsx"
    )
    assert account(made) == (1, 1, 1)
    assert any("hidden in the workbook; it was read" in each for each in said(made))
    assert any('sheet "more people": is hidden' in each for each in said(made))
    assert any("columns 3 to 4: are hidden in the workbook" in each for each in said(made))
    assert any("formula without a stored value" in each for each in said(made))


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(tmp_path):
    with pytest.raises(BadInputError, match='no sheet "x"; it has people'):
        roster(tmp_path, workbook(ROWS), "roster.xlsx", sheet="x")


def test_a_sheet_packed_a_thousand_to_one_is_refused_though_it_is_below_the_limit_on_size(tmp_path):
    def padded(data):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                extra = b" " * (70 * 2**20) if info.filename == "xl/worksheets/sheet1.xml" else b""
                new.writestr(info.filename, old.read(info) + extra)
        return out.getvalue()

    with pytest.raises(BadInputError, match="unpacks to more than Habeas reads"):
        roster(tmp_path, padded(workbook(ROWS)), "roster.xlsx")


def test_empty_lines_without_end_are_refused(tmp_path):
    with pytest.raises(BadInputError, match="more than 250 empty lines"):
        limited(tmp_path, HEADER + "\n" * 300 + ROW)


def test_a_name_in_two_alphabets_is_kept_and_said(tmp_path):
    made = roster(tmp_path, HEADER + ROW.replace("DOE", "D\u041eE") + ROW.replace("P1,B1,DOE", "P2,B2,\u0414\u041e"))
    assert [person.family_name for person in made.people] == ["D\u041eE", "\u0414\u041e"]
    assert said(made) == ["row 2: family_name mixes Cyrillic and Latin letters: kept as written"]


def test_very_many_crumbs_are_no_roster(tmp_path):
    with pytest.raises(BadInputError, match="300,001 lines of hardly any text"):
        read_roster(_written(tmp_path, "booking_id\n" + "1\n" * 300_000), load_profile("plain"))


def test_an_object_with_a_text_beyond_a_cell_is_refused_alone(tmp_path):
    made = limited(tmp_path, json.dumps([{"booking_id": "B1", "person_id": "P1"}, {"booking_id": "x" * 600}]))
    assert account(made)[0] == 1
    assert refused(made) == [("row 2", "holds a text of more than 500 letters")]


def _written(folder, text):
    (folder / "roster.csv").write_text(text)
    return folder / "roster.csv"


NUL = "holds a NUL character: the export is damaged here"
LINES = """[file]
shape = "lines"
[[lines]]
is = "booking"
begins = "9999 "
ruler = { booking_id = "1-4", person_id = "6-8", full_name = "10-" }
[[lines]]
is = "charge"
begins = "  99 "
ruler = { statute = "6-" }
"""
TREE = """[file]
shape = "tree"
people = "[]"
[columns]
booking_id = "bk"
person_id = "pin"
family_name = "last"
"""
BANDS = """,Booking No,Booking Name,Race,Sex,,Age,Booking Date,Place of Birth,
,01\x0001,NAME,W,M,,40,2015-01-02,Somewhere,
,Charge,Charge Literal,Level,Sentence,,Disposition Date,Disposition Type,,
,35620010,POSS MARIJ,S,,,2015-01-15,DISMISSAL,,
,,,,,,,,,
,0102,NAME,B,F,,30,2015-01-03,Elsewhere,
"""


def test_a_nul_in_a_banded_report_refuses_the_booking_and_what_hangs_on_it(tmp_path):
    made = roster(tmp_path, BANDS, "report.csv", "travis_ice_detainers")
    assert [person.bookings[0].booking_id for person in made.people] == ["0102"]
    assert refused(made)[0] == ("line 2", NUL)
    assert sorted(row for row, _ in refused(made)) == ["line 2", "line 3", "line 4"]


def test_a_nul_in_a_list_of_objects_refuses_that_object(tmp_path):
    rows = [{"booking_id": "1\x00", "person_id": "a"}, {"booking_id": "2", "person_id": "b"}]
    made = roster(tmp_path, json.dumps(rows), "r.json")
    assert ([each.person_id for each in made.people], refused(made)) == (["b"], [("row 1", NUL)])


def test_a_nul_in_a_tree_refuses_that_person(tmp_path):
    rows = [{"bk": "1", "pin": "a", "last": "DO\x00E"}, {"bk": "2", "pin": "b", "last": "ROE"}]
    made = read_with(tmp_path, TREE, json.dumps(rows), "r.json")
    assert ([each.person_id for each in made.people], refused(made)) == (["b"], [("row 1", NUL)])


@pytest.mark.parametrize("damage", ["1002 P\x0002 ROE, SAM", "1\x002 P02 ROE, SAM"])
def test_what_follows_a_damaged_line_of_a_report_is_never_the_booking_above(tmp_path, damage):
    text = f"1001 P01 DOE, JANE\n  01 PC 211\n{damage}\n  01 PC 187\n"
    text += "1003 P03 POE, ANN ALEXANDRINA\n  01 PC 4\x0059\n  02 PC 484 WITH WORDS THAT GO ON\n"
    made = read_with(tmp_path, LINES, text, "r.txt")
    told = {each.person_id: [charge.statute for charge in each.bookings[0].charges] for each in made.people}
    assert told == {"P01": ["PC 211"], "P03": ["PC 484 WITH WORDS THAT GO ON"]}
    assert [row for row, _ in refused(made)] == ["line 3", "line 4", "line 6"]


XML_PROFILE = """name = "x"
title = "x"
format = "xml"
[columns]
booking_id = "bk"
[xml]
record = "{record}"
charge = "{charge}"
[xml.booking]
bk = "{path}"
[xml.charges]
"""


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"record": "//["}, 7),
        ({"record": "nope(//x)"}, 7),
        ({"record": "1 + 1"}, 7),
        ({"charge": "'a'"}, 8),
        ({"path": "document('/etc/passwd')"}, 10),
        ({"path": "x:y"}, 10),
        ({"path": "deref('a')"}, 10),
        ({"path": "when(1)"}, 10),
        ({"path": ""}, 10),
    ],
)
def test_a_path_that_no_message_can_be_read_by_is_a_fault_of_the_profile_with_its_line(change, line):
    words = {"record": "//b", "charge": "c", "path": "@id"} | change
    with pytest.raises(BadInputError, match=f"x.toml, line {line}: .* cannot be read"):
        read_profile(XML_PROFILE.format(**words), "x.toml")


def test_a_path_that_only_the_message_shows_to_be_wrong_is_one_sentence_too(tmp_path):
    profile = read_profile(XML_PROFILE.format(record="//b", charge="c", path="d[nope(.)]"), "x.toml")
    (tmp_path / "m.xml").write_bytes(b"<a><b><d/></b></a>")
    with pytest.raises(BadInputError, match=r"m.xml: the path .* cannot be followed .* in the profile"):
        read_roster(tmp_path / "m.xml", profile)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "America", "\\u0000"])
@pytest.mark.parametrize("shape", ['format = "table"', '[file]\nshape = "table"'])
def test_a_time_zone_that_is_none_is_a_fault_in_the_older_words_and_the_newer(zone, shape):
    with pytest.raises(BadInputError, match="line 2: time_zone is"):
        read_profile(f'name = "x"\ntime_zone = "{zone}"\n{shape}\n[columns]\nbooking_id = "b"\n', "x.toml")
