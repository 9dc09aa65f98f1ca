"""A cell that is the whole line of a charge is put together from its own marks, whatever a vendor puts between its parts."""

import pytest

from habeas.cli.roster import _is_statute
from habeas.roster.draft import draft_of
from habeas.roster.drafting.charge_lines import form_of
from habeas.roster.drafting.charge_words import grade_of
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from tests.roster.drafting.test_nothing_in_silence import DAY

LINES = [
    ("273.5(A) PC/F/CORPORAL INJ SPOUSE", "{section} {code}/{grade}/{description}"),
    (
        "PC 22.01(a)(1) ASSAULT CAUSES BODILY INJ (MA) - Bond: $1,500.00",
        "{code} {section} {description} ({grade}) - Bond: ${bail}",
    ),
    (
        "2..........: R.S. 14:98 OPERATING WHILE INTOXICATED [MISD]",
        "{anything} {code} {section} {description} [{grade}]",
    ),
    ("F | 893.13(6)(A) | POSSESSION OF COCAINE", "{grade} | {section} | {description}"),
    ("ASSAULT 3RD DEGREE (28-310) Misdemeanor", "{description} ({section}) {grade}"),
    ("DUI~VC 23152(a)~M~PENDING", "{description}~{code} {section}~{grade}~{disposition}"),
    ("CT 1 - 211 PC (F) ROBBERY", "CT {charge_id} - {section} {code} ({grade}) {description}"),
    ("THEFT OF PROPERTY / 31.03(e)(2) PC / MB", "{description} / {section} {code} / {grade}"),
    ("2C:11-3 MURDER", "{section} {description}"),
    ("ASSAULT", ""),
    ("AS OF 11/20/2026", ""),
]


@pytest.mark.parametrize(("cell", "form"), LINES)
def test_the_form_of_a_whole_line_is_found_in_the_line_itself(cell, form):
    assert form_of(cell, _is_statute) == form


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("Misdemeanor 1st Degree", "misdemeanor"),
        ("F3 - FELONY OF THE THIRD DEGREE", "felony"),
        ("Level 6 Felony", "felony"),
        ("Unclassified Misdemeanor", "misdemeanor"),
        ("Felony/Misdemeanor", None),
        ("MISDEMEANOR ASSAULT", None),
        ("1ST DEGREE", None),
    ],
)
def test_words_of_a_grade_in_any_order_are_one_and_both_grades_are_none(word, ours):
    assert grade_of(word) == ours


def _read(folder, text, name="export.csv"):
    draft = draft_of(text.encode(), name, judge=_is_statute, today=DAY)
    (folder / name).write_text(text, encoding="utf-8")
    return draft, read_account(folder / name, read_profile(draft.toml, "x.toml"), export_day=DAY)


WORDS = ("ANN", "LUIS", "RAY", "INES", "JO", "SUE", "MAX", "KIM", "TOM", "EVE")


def test_a_days_time_is_the_column_of_its_name_and_marks_of_holds_are_read_by_their_glued_heads(tmp_path):
    rows = "".join(
        f"9{at}590,ABLE,{name},072061{at},26{at}390,126062{at},0000000,1{at}3000,000000,{at % 2 + 1},14-54(A),F,{'NY'[at == 3]},N\n"
        for at, name in enumerate(WORDS)
    )
    _, made = _read(
        tmp_path, "INMT#,LNAME,FNAME,DOBCYMD,BKG#,BKGDT,RELDT,BKGTM,RELTM,SEXCD,GSNO,CHGLVL,ICEFLG,DPSFLG\n" + rows
    )
    stays = [each.bookings[0] for each in made.people]
    assert [each.booked_at.strftime("%H:%M") for each in stays] == [f"1{at}:30" for at in range(10)]
    assert all(each.charges[0].statute == "G.S. 14-54(A)" for each in stays)
    assert [each.holds for each in stays if each.holds] == [("ICE HOLD",)]
    assert all(each.date_of_birth.year == 1972 for each in made.people)


def test_a_column_of_marks_made_as_one_that_says_holds_is_asked_about(tmp_path):
    rows = "".join(
        f"9{at}590,ABLE,{name},198{at}-01-02,26{at}390,2026-03-0{at + 1} 10:00,14-54(A),F,N,{'YN'[at % 2]}\n"
        for at, name in enumerate(WORDS[:8])
    )
    draft, _ = _read(tmp_path, "INMT#,LNAME,FNAME,DOB,BKG#,BKGDT,GSNO,CHGLVL,ICEFLG,DPSFLG\n" + rows)
    assert any('"DPSFLG" answers a question' in each for each in draft.notes)


def test_letters_that_differ_within_a_booking_are_grades_beside_a_column_of_sexes(tmp_path):
    rows = "".join(
        f'5{at}123,"ABLE, {name}",198{at}-01-02,{"MF"[at % 2]},26{at}390,2026-03-0{at + 1} 10:00,NRS {at}05.060,{each},THEFT {each}\n'
        for at, name in enumerate(WORDS[:8])
        for each in "FM"
    )
    _, made = _read(tmp_path, "SCOPE ID,NAME,DOB,S,BOOKING_NO,BOOKED,OFFENSE,L,OFFENSE_LIT\n" + rows)
    assert {tuple(c.grade for c in each.bookings[0].charges) for each in made.people} == {("felony", "misdemeanor")}


def test_labels_in_a_row_head_the_values_behind_them_in_their_turn(tmp_path):
    rows = "".join(
        f'"Adams County","Name:","ABLE, {name}","Name ID:","5{at}123","DOB:","04/2{at}/1964","Booking #:","26-0{at}277","Booked:",'
        f'"09/2{at}/2026 05:10AM","Statute","Severity","Charge","I18-91{at}(3)(B)","{("Felony", "Misdemeanor")[at % 2]}","BATTERY {name}"\n'
        for at, name in enumerate(WORDS)
    )
    _, made = _read(tmp_path, rows)
    charges = [each.bookings[0].charges[0] for each in made.people]
    assert [each.statute for each in charges] == [f"I18-91{at}(3)(B)" for at in range(10)]
    assert [each.description for each in charges] == [f"BATTERY {name}" for name in WORDS]
    assert {each.grade for each in charges} == {"felony", "misdemeanor"}


def test_an_agency_that_holds_everybody_is_the_jails_own_and_no_hold(tmp_path):
    rows = "".join(
        f'5{at}123,"ABLE, {name}",198{at}-01-02,26-{at}390,2026-03-0{at + 1} 10:00,PC 48{at},Kerr County Sheriff\n'
        for at, name in enumerate(WORDS[:9])
    )
    head = "INMATE ID,NAME,DOB,BOOKING NO,BOOKED,STATUTE,HELD FOR AGENCY\n"
    draft, made = _read(tmp_path, head + rows)
    assert not any(each.bookings[0].holds for each in made.people)
    assert any('"HELD FOR AGENCY"' in each for each in draft.notes)
    _, held = _read(tmp_path, head + rows.replace("Kerr County Sheriff", "US MARSHAL"))
    assert all(each.bookings[0].holds == ("US MARSHAL",) for each in held.people)


def test_births_with_years_of_two_digits_are_births_where_most_read_as_days_to_come(tmp_path):
    rows = "".join(
        f'5{at}123,"ABLE, {name}",1{at}/05/{57 + at % 9},26-{at}390,2026-03-0{at + 1} 10:00,PC 48{at}\n'
        for at, name in enumerate(WORDS[:3])
    )
    _, made = _read(tmp_path, "INMATE ID,NAME,DOB,BOOKING NO,BOOKED,STATUTE\n" + rows)
    assert [each.date_of_birth.year for each in made.people] == [1957, 1958, 1959]
