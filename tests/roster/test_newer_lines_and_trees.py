"""Reports in lines, PDF with text, and trees of JSON and XML, described in the newer words."""

import json

import pytest

from habeas.common.errors import BadInputError
from tests.roster.helpers import account, read_with, refused, said

REPORT = """
[file]
shape = "lines"
skip = ["ALDER COUNTY", "-----"]
[[totals]]
line = "** INMATES: {people}  CHARGES: {charges} **"
[[lines]]
is = "continued"
begins = "9999 "
holds_text = "(CONT)"
[[lines]]
is = "booking"
begins = "9999 "
ruler = { booking_id = "1-4", person_id = "6-8", full_name = "10-30", date_of_birth = "32-41" }
[[lines]]
is = "hold"
begins = "  HOLD:"
ruler = { hold = "after HOLD:" }
[[lines]]
is = "charge"
begins = "  99 "
ruler = { statute = "6-14", charge_description = "16-" }
[[lines]]
is = "more of charge"
begins = "               ."
ruler = { charge_description = "16-" }
[forms]
date_of_birth = "mm/dd/yyyy"
[unknown]
date_of_birth = ["UNK"]
"""
TEXT = """ALDER COUNTY                      PAGE 1
-----
1001 P01 DOE, JANE ANN JR      05/06/1980
  01 PC 211    ROBBERY IN THE
               SECOND DEGREE
\fALDER COUNTY                      PAGE 2
1001 P01 DOE, JANE ANN JR (CONT)
  02 PC 459    BURGLARY
  HOLD: IMMIGRATION DETAINER
1002 P02 ROE, SAM              UNK

** INMATES: 2  CHARGES: 2 **
"""


def test_a_print_report_is_read_by_its_ruler_across_pages(tmp_path):
    made = read_with(tmp_path, REPORT, TEXT, "r.txt")
    assert account(made) == (2, 2, 2)
    jane, sam = made.people
    assert [each.description for each in jane.bookings[0].charges] == ["ROBBERY IN THE SECOND DEGREE", "BURGLARY"]
    assert jane.bookings[0].holds == ("IMMIGRATION DETAINER",)
    assert (jane.suffix, str(jane.date_of_birth), sam.date_of_birth) == ("JR", "1980-05-06", None)
    assert refused(made) == []
    assert not any("agree" in each for each in said(made))


def test_a_line_that_fits_nothing_is_refused_and_a_total_that_differs_is_said(tmp_path):
    made = read_with(tmp_path, REPORT, TEXT.replace("  02 PC 459", "  X2 PC 459"), "r.txt")
    assert [why for _, why in refused(made)] == ['fits no line of the profile ("  X2 PC 459    BURGLARY")']
    assert any("says 2 charges, and 1 were read" in each for each in said(made))


def test_a_continued_head_of_another_booking_is_refused(tmp_path):
    made = read_with(
        tmp_path, REPORT, TEXT.replace("1001 P01 DOE, JANE ANN JR (CONT)", "1007 P07 POE, ANN         (CONT)"), "r.txt"
    )
    assert any("not the one above" in why for _, why in refused(made))


def test_a_report_without_a_booking_is_refused(tmp_path):
    with pytest.raises(BadInputError, match="no line that begins a booking"):
        read_with(tmp_path, REPORT, "ALDER COUNTY\n-----\n", "r.txt")


def test_a_line_may_be_a_whole_row_and_labels_may_stand_before_the_cells(tmp_path):
    words = """
[file]
shape = "lines"
[[lines]]
is = "booking"
begins = "Name:"
ruler = { full_name = "after Name:", date_of_birth = "after DOB:" }
[[lines]]
is = "more of booking"
begins = "Booking #:"
ruler = { booking_id = "after Booking #:", person_id = "after Pin:" }
[[lines]]
is = "charge"
begins = "* "
ruler = { statute = "cell 1", charge_description = "cell 2 on" }
[forms]
statute = "* {code} {section}"
date_of_birth = "mm/dd/yyyy"
"""
    text = "Name: DOE, JANE    DOB: 05/06/1980\nBooking #: 17 Pin: 4\n* PC 211     ROBBERY   2ND\n"
    made = read_with(tmp_path, words, text, "r.txt")
    person = made.people[0]
    charge = person.bookings[0].charges[0]
    assert (person.person_id, person.bookings[0].booking_id, str(person.date_of_birth)) == ("4", "17", "1980-05-06")
    assert (charge.statute, charge.description) == ("PC 211", "ROBBERY  2ND")


TREE = """
time_zone = "America/Chicago"
[file]
shape = "tree"
people = "data.inmates[]"
bookings = "stays[]"
charges = "arrests[].charges[]"
[[totals]]
path = "meta.total"
counts = "people"
[columns]
person_id = "id"
family_name = "names[type=legal].last"
given_name = "names[type=legal].first"
booking_id = "bookings.number"
booked_at = "bookings.in.ms"
holds = "bookings.detainers[active=true].type"
statute = ["charges.set", "charges.section", "charges.subs"]
charge_disposition = "charges.disposition.code"
[forms]
booked_at = "milliseconds since 1970 UTC"
statute = "{code} {section}{(subs)}"
[codes.code]
"PEN" = "PC"
[codes.charge_disposition]
pending = ["absent"]
convicted = ["30"]
[codes.hold]
"IMM" = "immigration"
"""
DOCUMENT = {
    "meta": {"total": 1},
    "data": {
        "inmates": [
            {
                "id": 7,
                "names": [
                    {"type": "legal", "last": "Doe", "first": "Jane"},
                    {"type": "alias", "last": "Roe", "first": "J"},
                ],
                "stays": [
                    {
                        "number": "B1",
                        "in": {"ms": 1735365360000},
                        "detainers": [{"type": "IMM", "active": True}, {"type": "USM", "active": False}],
                        "arrests": [
                            {"charges": [{"set": "PEN", "section": "243", "subs": ["e", "1"], "disposition": None}]},
                            {"charges": [{"set": "VC", "section": "20001", "subs": [], "disposition": {"code": 30}}]},
                        ],
                    }
                ],
            }
        ]
    },
}


def test_a_tree_is_read_by_its_paths(tmp_path):
    made = read_with(tmp_path, TREE, json.dumps(DOCUMENT), "d.json")
    person = made.people[0]
    booking = person.bookings[0]
    assert (person.family_name, person.given_name, booking.holds) == ("Doe", "Jane", ("immigration",))
    assert [(each.statute, each.disposition) for each in booking.charges] == [
        ("PC 243(e)(1)", "pending"),
        ("VC 20001", "convicted"),
    ]
    assert booking.booked_at.isoformat() == "2024-12-27T23:56:00-06:00"
    assert not any("agree" in each for each in said(made))


def test_two_values_where_one_is_wanted_are_unknown(tmp_path):
    made = read_with(tmp_path, TREE.replace("names[type=legal].last", "names[].last"), json.dumps(DOCUMENT), "d.json")
    assert made.people[0].family_name is None
    assert any("has 2 values" in each for each in said(made))


def test_a_path_that_the_document_has_nowhere_stops_the_reading(tmp_path):
    with pytest.raises(BadInputError, match=r'no column "bookings.nummer"'):
        read_with(tmp_path, TREE.replace("bookings.number", "bookings.nummer"), json.dumps(DOCUMENT), "d.json")
    with pytest.raises(BadInputError, match="nothing at people"):
        read_with(tmp_path, TREE.replace("data.inmates[]", "data.people[]"), json.dumps(DOCUMENT), "d.json")


def test_json_lines_and_xml_are_trees_too(tmp_path):
    words = '[file]\nshape = "tree"\npeople = "[]"\ncharges = "charges[]"\n[columns]\nbooking_id = "bk"\nperson_id = "pin"\n'
    words += 'family_name = "last"\nstatute = "charges.s"\n'
    lines = '{"bk": 1, "pin": "a", "last": "DOE", "charges": [{"s": "PC 211"}]}\n'
    lines += '{"bk": 2, "pin": "b", "last": "ROE", "charges": [{"s": "PC 459"}]}\n'
    assert account(read_with(tmp_path, words, lines, "d.jsonl")) == (2, 2, 2)
    markup = '<Jail><Inmate bk="1"><pin>a</pin><last>DOE</last><Charge><s>PC 211</s></Charge><Charge><s>PC 459</s></Charge></Inmate></Jail>'
    of_xml = words.replace('"[]"', '"Jail.Inmate[]"').replace("charges[]", "Charge[]").replace('"bk"', '"@bk"')
    made = read_with(tmp_path, of_xml, markup, "d.xml")
    assert [each.statute for each in made.people[0].bookings[0].charges] == ["PC 211", "PC 459"]


def test_a_pdf_with_a_text_layer_is_a_report_in_lines(tmp_path):
    from weasyprint import HTML

    page = f"<style>@page {{ size: 11in 8.5in }} pre {{ font: 9pt 'DejaVu Sans Mono', monospace }}</style><pre>{TEXT}</pre>"
    printed = HTML(string=page.replace("\f", "")).write_pdf()
    assert account(read_with(tmp_path, REPORT, printed, "r.pdf")) == (2, 2, 2)


def test_a_pdf_without_a_text_layer_is_refused(tmp_path):
    from weasyprint import HTML

    with pytest.raises(BadInputError, match="without a text layer"):
        read_with(tmp_path, REPORT, HTML(string="<div></div>").write_pdf(), "r.pdf")
