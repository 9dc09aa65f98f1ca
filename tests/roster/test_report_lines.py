"""Reports in lines whose booking line holds a charge as well, and what goes on with it."""

import pytest

from tests.roster.helpers import account, fault_of, read_with, refused, said

BOTH = """
person_id_from = "booking_id"
[file]
shape = "lines"
[[lines]]
is = "continued"
begins = "AA99999 "
holds_text = "(CONT)"
[[lines]]
is = "{kind}"
begins = "AA99999 "
ruler = { booking_id = "1-7", full_name = "9-22", bail = "24-28", statute = "30-35", charge_description = "37-" }
[[lines]]
is = "charge"
begins = "                             AA 9"
ruler = { statute = "30-35", charge_description = "37-" }
[[lines]]
is = "{more}"
begins = "                                    ."
ruler = { charge_description = "37-" }
"""
TEXT = """FH00001 OKORO, ADA     5,000 PC 211 ROBBERY IN
                                    THE DWELLING
                             PC 459 BURGLARY
FH00001 OKORO, (CONT)        PC 211 ROBBERY IN
FH00001 OKORO, (CONT)        PC 664 ATTEMPT
FH00002 LE, DUC        9,000 PC 187 MURDER
"""


def both(kind: str = "booking", more: str = "more of charge") -> str:
    return BOTH.replace("{kind}", kind).replace("{more}", more)


@pytest.mark.parametrize("kind", ["booking", "row"])
@pytest.mark.parametrize("more", ["more of charge", "more of booking"])
def test_a_charge_on_the_line_of_its_booking_is_kept_beside_those_below(tmp_path, kind, more):
    made = read_with(tmp_path, both(kind, more), TEXT, "r.txt")
    assert account(made) == (2, 2, 4)
    assert refused(made) == []
    ada, duc = (each.bookings[0] for each in made.people)
    assert [(each.statute, each.description) for each in ada.charges] == [
        ("PC 211", "ROBBERY IN THE DWELLING"),
        ("PC 459", "BURGLARY"),
        ("PC 664", "ATTEMPT"),
    ]
    assert [each.statute for each in duc.charges] == ["PC 187"]


def test_bail_that_only_the_line_of_a_booking_has_is_for_all_of_its_charges(tmp_path):
    made = read_with(tmp_path, both(), TEXT, "r.txt")
    assert [each.bail for each in made.people[0].bookings[0].charges] == ["5,000"] * 3


def test_bail_of_the_lines_of_charges_is_no_other_charges(tmp_path):
    words = both().replace('{ statute = "30-35", charge', '{ bail = "24-28", statute = "30-35", charge')
    made = read_with(tmp_path, words, TEXT, "r.txt")
    assert [each.bail for each in made.people[0].bookings[0].charges] == ["5,000", None, None]


def test_the_line_of_a_person_holds_no_charge():
    said = fault_of(both("person") + '[[lines]]\nis = "booking"\nbegins = "9"\nruler = { booking_id = "1" }\n')
    assert 'write is = "booking" or "row"' in said


ONE = """
[file]
shape = "lines"
skip = ["PAGE"]
[[lines]]
is = "booking"
begins = "9999 "
ruler = { booking_id = "1-4", person_id = "6-8", full_name = "{name}", date_of_birth = "32-41" }
[forms]
date_of_birth = "mm/dd/yyyy"
"""
PEOPLE = """PAGE 1
1001 P01 DOE, JANE ANN         05/06/1980
1002 P02 ROE, SAM              05/07/1980
1003 P03 LE, DUC               05/08/1980
"""


def test_a_letter_that_no_cell_has_directly_beside_a_cell_is_said(tmp_path):
    assert said(read_with(tmp_path, ONE.replace("{name}", "10-30"), PEOPLE, "r.txt")) == []
    late = said(read_with(tmp_path, ONE.replace("{name}", "11-30"), PEOPLE, "r.txt"))
    assert len(late) == 1
    assert "full_name: in 3 of 3 booking lines" in late[0]
    assert "before its place" in late[0]
    early = said(read_with(tmp_path, ONE.replace("32-41", "32-40").replace("{name}", "10-30"), PEOPLE, "r.txt"))
    assert any("date_of_birth: in 3 of 3 booking lines" in each and "after its place" in each for each in early)


def test_letters_beside_a_cell_that_have_a_name_of_their_own_are_no_question(tmp_path):
    words = 'ignored = ["cell block"]\n' + ONE.replace("{name}", "11-30")
    words = words.replace('full_name = "11-30"', '"cell block" = "10", full_name = "11-30"')
    assert said(read_with(tmp_path, words, PEOPLE, "r.txt")) == []


def test_the_words_that_a_line_begins_with_are_no_part_of_its_cells(tmp_path):
    words = ONE.replace("{name}", "10-30").replace('begins = "9999 "', 'begins = "R9999 "')
    for old, new in (("32-41", "33-42"), ("10-30", "11-31"), ("6-8", "7-9"), ("1-4", "2-5")):
        words = words.replace(f'"{old}"', f'"{new}"')
    lines = "".join(f"R{each}\n" if each[0] == "1" else f"{each}\n" for each in PEOPLE.splitlines())
    assert said(read_with(tmp_path, words, lines, "r.txt")) == []


def test_a_skip_that_leaves_out_a_line_of_somebody_is_said(tmp_path):
    words = ONE.replace("{name}", "10-30").replace('skip = ["PAGE"]', 'skip = ["PAGE", "1002"]')
    made = read_with(tmp_path, words, PEOPLE, "r.txt")
    assert len(made.people) == 2
    assert any("leaves out a line that begins as a booking line does" in each for each in said(made))


def test_a_rule_that_skips_without_a_text_of_its_own_is_said_too(tmp_path):
    first = '[[lines]]\nis = "skip"\nbegins = "1002"\n'
    words = ONE.replace("{name}", "10-30").replace("[[lines]]", f"{first}[[lines]]", 1)
    assert any("begins as a booking line does" in each for each in said(read_with(tmp_path, words, PEOPLE, "r.txt")))
    told = words.replace('begins = "1002"', 'begins = "1002"\nholds_text = "ROE"')
    assert said(read_with(tmp_path, told, PEOPLE, "r.txt")) == []


def test_a_line_that_fits_nothing_is_shown_with_the_blanks_it_begins_with(tmp_path):
    made = read_with(tmp_path, ONE.replace("{name}", "10-30"), PEOPLE + "   NOTE: x\n", "r.txt")
    assert '("   NOTE: x")' in refused(made)[0][1]


def test_a_skip_of_a_table_that_leaves_out_a_row_as_full_as_somebodys_is_said(tmp_path):
    words = '[file]\nshape = "table"\nskip = ["PAGE"]\n[columns]\nbooking_id = "BK"\nperson_id = "BK"\nfull_name = ["Last", "First"]\n'
    text = "Last,First,BK\nDOE,JANE,B1\nPAGE,SAM,B2\nPAGE 1,,\n"
    told = [each for each in said(read_with(tmp_path, words, text)) if "skip" in each]
    assert len(told) == 1
    assert told[0].startswith("row 3: ")
    assert "left unknown" in told[0]


LABELED = """
person_id_from = "booking_id"
[file]
shape = "lines"
[[lines]]
is = "booking"
begins = "BK 9999"
ruler = { booking_id = "4-7", full_name = "after NM:", housing = "after UNIT:" }
[[lines]]
is = "more of booking"
begins = "   HOLDS:"
ruler = { holds = "after HOLDS:" }
[forms]
full_name = "{family}, {given} {middle}"
holds = "list ,"
"""


def test_what_stands_behind_a_label_goes_on_past_a_gap_to_the_next_label(tmp_path):
    text = "BK 1001 NM: ROE, ANN MAE    UNIT: 4B\n   HOLDS: COUNTY,   ICE\n"
    made = read_with(tmp_path, LABELED, text, "r.txt")
    person = made.people[0]
    assert (person.middle_name, person.bookings[0].housing) == ("MAE", "4B")
    assert person.bookings[0].holds == ("COUNTY", "ICE")
    assert not any("left unknown" in each for each in said(made))


def test_a_gap_within_a_cell_without_a_mark_of_a_list_before_it_is_read_on_and_asked_about(tmp_path):
    made = read_with(tmp_path, LABELED, "BK 1001 NM: ROE, ANN    MAE\n   HOLDS: COUNTY    ICE\n", "r.txt")
    assert (made.people[0].given_name, made.people[0].middle_name) == ("ANN", "MAE")
    assert "ICE" in made.people[0].bookings[0].holds[0]
    asked = [each for each in said(made) if "belong to it is left unknown" in each]
    assert len(asked) == 2


def test_a_label_that_no_ruler_names_ends_the_cell_and_is_said(tmp_path):
    made = read_with(tmp_path, LABELED, "BK 1001 NM: ROE, ANN    Age: 35\n   HOLDS: COUNTY\n", "r.txt")
    assert (made.people[0].given_name, made.people[0].middle_name) == ("ANN", None)
    assert any('"Age: 35" is left unknown' in each for each in said(made))


def test_a_cell_behind_a_label_ends_where_a_place_of_letters_or_a_counted_cell_begins(tmp_path):
    for place in ("33-", "cell 2"):
        words = LABELED.replace('"after UNIT:"', f'"{place}"')
        made = read_with(tmp_path, words, "BK 1001 NM: ROE, ANN            4B\n", "r.txt")
        person = made.people[0]
        assert (person.given_name, person.middle_name, person.bookings[0].housing) == ("ANN", None, "4B")


def test_a_line_that_ends_where_its_last_cell_would_begin_is_read(tmp_path):
    words = """
person_id_from = "booking_id"
[file]
shape = "lines"
[[lines]]
is = "row"
begins = "9999"
ruler = { booking_id = "1-4", family_name = "6-12", given_name = "14-20", holds = "21-26" }
"""
    text = "1001 ROE     ANNABEL ICE\n1002 DOE     SUSANNA\n"
    made = read_with(tmp_path, words, text, "r.txt")
    assert [each.bookings[0].holds for each in made.people] == [("ICE",), None]
