"""Reports of vendors nobody had seen, as lines: columns under dashes, charges beside bookings, holds below them, cards, fixed columns."""

from habeas.roster.check import check, needs_person
from habeas.roster.drafting.totals import line_of_totals
from tests.roster.drafting.test_words_of_vendors import DAY, NAMES, bookings, charges, read

WIDE = "CONTROL# INMATE NAME          BIRTH DT  ADMIT DT/TIME  ORC CODE    DEG CHARGE                BOND\n"
DASHES = "-------- -------------------- --------- -------------- ----------- --- --------------------- --------\n"


def person(at, of="THEFT"):
    name = f"{NAMES[at]}, JOHN{' A' if at % 2 else ''}"
    return f"17102{at:02}  {name:<20} 05/{at + 10}/80  07/{at + 10}/26 04:46 2913.02(A)  M1  {of:<21} 500\n"


def below(code, grade, words):
    return " " * 55 + f"{code:<11} {grade:<3} {words:<21} NO BOND\n"


def test_columns_that_dashes_draw_hold_the_charges_beside_and_below_a_booking_and_its_holds(tmp_path):
    lines = "".join(person(at) + below("2921.31", "M2", "OBSTRUCTING") + below("", "", "ICE HOLD") for at in range(10))
    text = f"{WIDE}{DASHES}{lines}\nTOTAL INMATES: 10   TOTAL CHARGES: 20\n"
    toml, made = read(tmp_path, text, "r.txt")
    assert [len(each.charges) for each in bookings(made)] == [2] * 10
    assert {each.holds for each in bookings(made)} == {("ICE HOLD",)}
    assert "TOTAL CHARGES: {charges}" in toml
    assert not made.refused


def test_lines_of_holds_are_told_by_their_first_word_and_others_at_their_place_are_refused(tmp_path):
    text = WIDE + DASHES + "".join(person(at) + below("", "", "ICE HOLD") for at in range(10)) + "\n"
    toml, _ = read(tmp_path, text, "r.txt")
    assert 'is = "hold"\nbegins = "' + " " * 71 + 'ICE"' in toml


def test_letters_before_a_number_are_the_numbers_own(tmp_path):
    lines = [f"P8200{at}0    {NAMES[at] + ', JOHN':<20} 1{at}-FEB-1972  21-APR-2026 1940\n" for at in range(10)]
    _, made = read(tmp_path, "BOOKING    NAME                 DOB          BOOKED\n" + "".join(lines), "r.txt")
    assert [each.booking_id for each in bookings(made)][:2] == ["P820000", "P820010"]


def test_words_without_a_head_behind_the_last_one_go_on_with_its_cells(tmp_path):
    head = "Commit No   Inmate           D.O.B.        Detainer\n"
    held = ["FUGITIVE     - PA", "", "FEDERAL      - USMS"]
    lines = [f"20261{at}0-N   {NAMES[at] + ', JO':<14}   05/1{at}/1980    {held[at % 3]}\n" for at in range(10)]
    _, made = read(tmp_path, head + "".join(lines), "r.txt")
    assert bookings(made)[2].holds == ("FEDERAL      - USMS",)


def test_cards_with_a_name_in_its_natural_order_are_read(tmp_path):
    cards = [
        f"Inmate: John {'R ' if at < 3 else ''}{NAMES[at].title()}\nBooking No: C{at}0550   Birth Date: October 1{at}, 1961\n"
        f"Height: 5-09   Weight: 18{at}\nHolders: {'ICE' if at % 2 else 'None'}\n"
        "Charge: 2921.31 OBSTRUCTING (M2) - Guilty\n----------\n"
        for at in range(10)
    ]
    _, made = read(tmp_path, "Cards\n\n" + "".join(cards), "r.txt")
    assert [(each.given_name, each.family_name) for each in made.people][:1] == [("John", "Able")]
    assert {(each.statute, each.grade, each.disposition) for each in charges(made)} == {
        ("2921.31", "misdemeanor", "convicted")
    }
    assert [bool(each.holds) for each in bookings(made)] == [False, True] * 5


def test_fixed_columns_without_a_comma_name_or_a_head_are_read_and_asked_about(tmp_path):
    lines = [
        f"26004501{at:02}{NAMES[at]:<14}{'JOHN':<10}{'ANN' if at % 2 else '':<8}{'III' if at == 4 else '':<4}1961091{at}M"
        f"20260902121{at}00000000{'USM' if at == 2 else '':<4}{'459 PC' if at % 3 else '484(A) PC':<12}{'MF'[at % 2]}"
        f"{('PEND', 'CONV', 'DISM')[at % 3]}\n"
        for at in range(10)
    ]
    toml, made = read(tmp_path, "".join(lines), "r.dat")
    assert [(each.family_name, each.suffix) for each in made.people][4] == ("EDDY", "III")
    assert [each.holds for each in bookings(made)][2] == ("USM",)
    assert {each.grade for each in charges(made)} == {"misdemeanor", "felony"}
    assert all(each.date_of_birth and each.sex for each in made.people)
    assert "make_sure" in toml
    assert needs_person(check(made, DAY))


def test_a_day_that_was_not_read_is_never_proposed_as_a_word_for_unknown(tmp_path):
    rows = [f'26{at}00,"{NAMES[at]}, JOHN",{f"III 1980051{at}" if at == 3 else f"1980051{at}"}\n' for at in range(10)]
    toml, made = read(tmp_path, "Booking No,Name,DOB\n" + "".join(rows))
    assert "III 19800513" not in toml
    assert needs_person(check(made, DAY))


def test_a_count_that_the_draft_reads_otherwise_is_said():
    assert line_of_totals("TOTAL INMATES: 4  TOTAL CHARGES: 9", {"people": 4, "charges": 7})[1] == "9"
    assert line_of_totals("TOTAL INMATES: 4  PAGE 9", {"people": 4})[1] == ""
