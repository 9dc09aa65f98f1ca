"""Cells as exports write them: lists of JSON, bare sections that look like dates, names in capitals, moments, and words of a fault."""

import pytest

from habeas.roster.check import check, needs_person, report
from habeas.roster.limits import ReadLimits
from habeas.roster.name_forms import read_name
from habeas.roster.profile import read_profile
from habeas.roster.readers import lines
from habeas.roster.readers.lines import read_lines
from tests.roster.helpers import fault_of, read_with, said

WORDS = """
time_zone = "America/Chicago"
default_code = "O.C.G.A."
[file]
shape = "table"
separator = ";"
[columns]
person_id = "SO"
booking_id = "BK"
family_name = "Last"
booked_at = "In"
date_of_birth = "DOB"
statute = "Sec"
charge_description = "Text"
holds = "Hold"
[forms]
holds = "list ,"
"""
HEAD = "BK;SO;Last;In;DOB;Sec;Text;Hold\n"


def one(tmp_path, cells: str, more: str = ""):
    return read_with(tmp_path, WORDS + more, HEAD + cells + "\n")


@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        ('["ICE, ERO", "USMS"]', ("ICE", "ERO", "USMS")),
        ('["ICE"]', ("ICE",)),
        ("[]", ()),
        ("[ICE]", ("[ICE]",)),
        ('[{"by": "ICE"}]', None),
        ('["ICE", null]', None),
        ('{"by": "ICE"}', None),
        ('["ICE", "US]', None),
    ],
)
def test_a_list_of_json_in_a_cell_is_read_as_a_list_or_said_and_never_in_pieces(tmp_path, cell, holds):
    made = read_with(
        tmp_path,
        WORDS.replace('separator = ";"', 'separator = ";"\nquotes = false'),
        f"{HEAD}B1;1;DOE;;;211;X;{cell}\n",
    )
    assert made.people[0].bookings[0].holds == holds
    assert any("JSON that is no list of texts: left unknown" in each for each in said(made)) == (holds is None)


@pytest.mark.parametrize(
    ("section", "read"),
    [
        ("16-8-14", "O.C.G.A. 16-8-14"),
        ("16-5-20", "O.C.G.A. 16-5-20"),
        ("01/02/2026", "01/02/2026"),
        ("1-2-2026", "1-2-2026"),
    ],
)
def test_a_bare_section_that_looks_like_a_short_date_has_its_code(tmp_path, section, read):
    made = one(tmp_path, f"B1;1;DOE;;;{section};16-8-14;")
    charge = made.people[0].bookings[0].charges[0]
    assert (charge.statute, charge.description) == (read, "16-8-14")


@pytest.mark.parametrize(
    ("form", "text", "family", "given", "middle"),
    [
        ("{given} {middle} {family}", "Darnell Van SZCZEPAŃSKI", "SZCZEPAŃSKI", "Darnell", "Van"),
        ("{given} {middle} {family}", "Ana M. DE LA CRUZ", "DE LA CRUZ", "Ana", "M."),
        ("{given} {middle} {family}", "Duc LE", "LE", "Duc", ""),
        ("{given} {middle} {family}", "DARNELL VAN BUREN", "VAN BUREN", "DARNELL", ""),
        ("{given} {middle} {family}", "Ludwig van Beethoven", "van Beethoven", "Ludwig", ""),
        ("{family} {given} {middle}", "DE LA CRUZ Ana Maria", "DE LA CRUZ", "Ana", "Maria"),
        ("{family} {given} {middle}", "OKORO Ada", "OKORO", "Ada", ""),
    ],
)
def test_words_in_capitals_among_others_are_the_family_name(form, text, family, given, middle):
    name = read_name(text, (form,))
    assert name is not None
    assert (name.family, name.given, name.middle) == (family, given, middle)


def test_milliseconds_are_told_in_the_zone_of_the_profile(tmp_path):
    made = one(tmp_path, "B1;1;DOE;1735365360000;;211;X;", 'booked_at = "milliseconds since 1970 UTC"\n')
    assert made.people[0].bookings[0].booked_at.isoformat() == "2024-12-27T23:56:00-06:00"


@pytest.mark.parametrize(("form", "cell"), [("year of birth", "1980"), ("age", "44")])
def test_an_export_that_has_only_a_year_or_an_age_says_so_and_needs_nobody(tmp_path, form, cell):
    rows = "".join(f"B{n};{n};DOE;2026-01-02;{int(cell) + n};211;X;NONE\n" for n in range(1, 9))
    found = check(read_with(tmp_path, f'{WORDS}date_of_birth = "{form}"\n', HEAD + rows), None)
    assert not needs_person(found)
    assert report(found).count("the day is not known") == 1


@pytest.mark.parametrize("text", ["01/02/2026 at 07:41", "01/02/2026 AT 07:41"])
def test_a_word_may_stand_between_a_day_and_its_time(tmp_path, text):
    form = 'booked_at = "mm/dd/yyyy at hh:mm"\n'
    assert (
        one(tmp_path, f"B1;1;DOE;{text};;211;X;", form)
        .people[0]
        .bookings[0]
        .booked_at.isoformat()
        .startswith("2026-01-02T07:41")
    )
    assert (
        one(tmp_path, "B1;1;DOE;01/02/2026;;211;X;", form)
        .people[0]
        .bookings[0]
        .booked_at.isoformat()
        .startswith("2026-01-02T00:00")
    )


def test_a_run_of_blanks_in_a_cell_of_a_pdf_is_one(monkeypatch):
    monkeypatch.setattr(lines, "lines_of_pdf", lambda data, name: ["1001 DOE,   JANE   ANN"])
    words = 'name = "t"\n[file]\nshape = "lines"\n[[lines]]\nis = "row"\nbegins = "9999"\nruler = { booking_id = "1-4", aliases = "6-" }\n'
    table = read_lines(b"%PDF-1.4", read_profile(words, "t.toml"), ReadLimits(), "r.pdf")
    assert table.rows[0].values["aliases"] == "DOE, JANE ANN"


TABLE = '[file]\nshape = "table"\n[columns]\nbooking_id = "BK"\n'


@pytest.mark.parametrize("source", ["{Sec {Lvl}", "{Sec", "Sec}", "{Sec} {}", "{{Sec}}"])
def test_a_brace_left_open_is_refused(source):
    assert "has a brace left open or empty" in fault_of(f'{TABLE}statute = "{source}"\n')


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f'{TABLE}[unknown]\nreleased_at = "X"\n',
            'line 6: a value under unknown is a text; write a list, such as ["X"]',
        ),
        (f'{TABLE}[[join]]\nname = "c"\nfile = "c.csv"\n', '[[join]] needs on; write on = "Booking No"'),
        (f'{TABLE}[rows]\nis = "hold"\nwhen = {{ BK = "X" }}\n', "write [[rows]], with two brackets"),
        (f"{TABLE}[flags]\nIce = 7\n", "is a number; write a table"),
        ("[file]\nshape = 7\n", "shape is a number; write a text in quotes"),
        (f'{TABLE}[codes.grade]\nfelony = ["F"]\n', "did you mean charge_grade?"),
    ],
)
def test_a_fault_says_in_plain_words_what_to_write(words, told):
    sentence = fault_of(words)
    assert told in sentence
    assert "`" not in sentence
